/** Clock times of Swedish minutes: a full stop in print, the source's colon in what is stored and in what was approved before. */
import { describe, expect, it } from 'vitest'
import { meetingJson } from '#contract/minutes.ts'
import { buildApproved, readContent } from '#core/approval/version.ts'
import { checkDocument } from '#core/word/check.ts'
import { build, emptyMeeting, item, linesOf } from './helpers.ts'

const words = 'Mötet öppnades kl. 13:00 och ajournerades klockan 14:30-14:45.'
const meeting = meetingJson.parse({
  ...emptyMeeting,
  title: 'Prov',
  kind: 'protokoll',
  items: [item('1', 'Lunch kl. 12:15', words)],
})
const text = (bytes: Uint8Array) =>
  linesOf(bytes)
    .map((line) => line.text.replaceAll('\u00a0', ' '))
    .join('\n')

describe('a clock time with a colon', () => {
  it('has a full stop in the document, in headings too, and no check takes that for a change of words', async () => {
    const { bytes } = await build(meeting)
    expect(text(bytes)).toContain('kl. 13.00 och ajournerades klockan 14.30–14.45')
    expect(text(bytes)).toContain('Lunch kl. 12.15')
    expect(checkDocument(bytes, meeting)).toEqual([])
  })

  it('stays as it was in minutes that were approved before documents set it', async () => {
    const older = { meeting, office: '', language: 'sv', numberStyle: 'plain', approvedOn: '2026-01-02' }
    const printed = async (content: object) => {
      const { bytes } = await buildApproved(readContent(JSON.stringify(content)), new Date(0))
      expect(checkDocument(bytes, meeting)).toEqual([])
      return text(bytes)
    }
    expect(await printed(older)).toContain('kl. 13:00 och ajournerades klockan 14:30–14:45')
    expect(await printed({ ...older, clocks: 'set' })).toContain('kl. 13.00 och')
  })
})
