/** An action in the text of its item says whose it is and until when, in the document and when that is read again. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { meetingJson, type MeetingJson } from '#contract/minutes.ts'
import { buildApproved, readContent } from '#core/approval/version.ts'
import { wordText } from '#core/sources/docx-text.ts'
import { checkDocument } from '#core/word/check.ts'
import { openZip } from '#core/word/zip.ts'
import { newApp, type TestApp } from '../../helpers/app.ts'
import { build, emptyMeeting, item, linesOf } from '../word/helpers.ts'
import { block, minutes, on } from './made.ts'
import { olderActions, olderActionsSha256, olderVersion } from './older.ts'

type Charge = { owner: string | null; due: string | null }

/** Formal minutes with these actions behind their text. */
async function charged(app: TestApp, actions: readonly (Charge & { text: string })[]) {
  const made = await minutes(app)
  const operations = actions.map(({ text }) => ({ ...block('paragraph', text), kind: 'action' as const }))
  const order = [...made.paragraphs, ...operations.map(({ paragraphId }) => paragraphId)]
  await app.call('items.saveText', { id: made.itemId, operations, order })
  const view = await app.call('meetings.get', { id: made.id })
  for (const [at, { id }] of (view.items[0]?.actions ?? []).entries())
    await app.call('actions.set', { id, owner: actions[at]?.owner ?? null, due: actions[at]?.due ?? null })
  return made
}

const lines = (bytes: Uint8Array) =>
  linesOf(bytes)
    .filter(({ inTable }) => !inTable)
    .map(({ text }) => text.replaceAll('\u00a0', ' '))

/** What the text of an item says of one action. */
async function said(text: string, charge: Charge, kind: MeetingJson['kind'] = 'protokoll'): Promise<string[]> {
  const own = { ...item('1', 'Budget'), blocks: [{ kind: 'action' as const, text, charge }] }
  const { bytes } = await build(meetingJson.parse({ ...emptyMeeting, title: 'Prov', kind, items: [own] }))
  const all = lines(bytes)
  const next = all.findIndex((line) => /^(?:Justering|Approval|Actions|Åtgärder)$/.test(line))
  return all.slice(all.indexOf('Budget') + 1, next < 0 ? undefined : next)
}

describe('an action in the text of its item', () => {
  it('says in the document what, who and when, and is hashed and approved with it', async () => {
    const app = newApp()
    const { id } = await charged(app, [
      { text: 'Skriva utkastet', owner: 'Siv Prov', due: '2026-12-10' },
      { text: 'Boka sal.', owner: 'Ada Påhitt', due: 'nästa möte' },
      { text: 'Beställa kaffe', owner: null, due: null },
    ])
    await app.call('approval.circulate', { meetingId: id, on, approveBy: null })
    for (const one of (await app.call('approval.get', { meetingId: id })).asked)
      await app.call('approval.answer', { id: one.id, outcome: 'approved', on })
    const { sha256, findings } = await app.call('approval.approve', { meetingId: id, on })
    expect(findings).toEqual([])
    const { saved } = await app.call('word.export', { meetingId: id })
    const bytes = app.saved.get(saved ?? '') ?? new Uint8Array()
    expect(lines(bytes)).toEqual(
      expect.arrayContaining([
        'Åtgärd: Skriva utkastet. Ansvarig: Siv Prov. Klart: den 10 december 2026.',
        'Åtgärd: Boka sal. Ansvarig: Ada Påhitt. Klart: nästa möte.',
        'Åtgärd: Beställa kaffe',
      ]),
    )
    const main = openZip(bytes).read('word/document.xml').toString('utf8')
    expect(createHash('sha256').update(main).digest('hex')).toBe(sha256)
  })

  it('does not say again what its words say, nor what nobody knows', async () => {
    expect(
      await said('Siv Prov skriver utkastet senast den 10 december.', { owner: 'Siv Prov', due: '2026-12-10' }),
    ).toEqual(['Åtgärd: Siv Prov skriver utkastet senast den 10 december.'])
    expect(await said('Åtgärd: skriva utkastet', { owner: 'Siv Prov', due: null })).toEqual([
      'Åtgärd: skriva utkastet. Ansvarig: Siv Prov.',
    ])
    expect(await said('Vem ringer?', { owner: null, due: 'v. 49.' })).toEqual(['Åtgärd: Vem ringer? Klart: v. 49.'])
    expect(await said('Write the draft', { owner: 'Siv Prov', due: '2026-12-10' }, 'minutes')).toEqual([
      'Action: Write the draft. Owner: Siv Prov. Due: 10 December 2026.',
    ])
  })

  it('is read again from the document as the same action', async () => {
    const app = newApp()
    const actions = [
      { text: 'Skriva utkastet', owner: 'Siv Prov', due: '2026-12-10' },
      { text: 'Boka sal', owner: 'Ada Påhitt', due: '2027-01-15' },
    ]
    const { id } = await charged(app, actions)
    const { saved, findings } = await app.call('word.export', { meetingId: id })
    expect(findings).toEqual([])
    const { text } = wordText(app.saved.get(saved ?? '') ?? new Uint8Array())
    const other = newApp()
    const { meetings } = await other.call('imports.commit', { name: 'ut.txt', text, encoding: 'utf-8' })
    const read = await other.call('meetings.show', { which: meetings[0]?.id ?? '' })
    // The table at the end gathers them; a decision beside them gives a task of its own.
    const given = read.items.flatMap((one) => one.actions).filter(({ owner }) => owner !== 'kansliet')
    expect(given).toEqual(actions)
  })

  it('leaves a version that was approved before it said so the document that it was', async () => {
    const content = JSON.parse(olderVersion) as { meeting: MeetingJson }
    const [first] = content.meeting.items
    first?.actions.push(...olderActions)
    first?.blocks.push(...olderActions.map(({ text }) => ({ kind: 'action' as const, text })))
    const { bytes } = await buildApproved(readContent(JSON.stringify(content)), new Date(0))
    const main = openZip(bytes).read('word/document.xml').toString('utf8')
    expect(createHash('sha256').update(main).digest('hex')).toBe(olderActionsSha256)
    expect(checkDocument(bytes, content.meeting)).toEqual([])
  })

  it('keeps the sentence before the table on its page, in what was approved since it does and in no older version', async () => {
    const content = JSON.parse(olderVersion) as { meeting: MeetingJson }
    content.meeting.items[0]?.actions.push(...olderActions)
    const intro = async (more: object) => {
      const { bytes } = await buildApproved(readContent(JSON.stringify({ ...content, ...more })), new Date(0))
      const main = openZip(bytes).read('word/document.xml').toString('utf8')
      return /<w:p>(?:(?!<w:p>).)*Tabellen visar vad som ska(?:(?!<\/w:p>).)*<\/w:p><w:tbl>/u.exec(main)?.[0] ?? ''
    }
    expect(await intro({ intros: 'kept' })).toContain('<w:keepNext/>')
    const older = await intro({})
    expect(older).not.toBe('')
    expect(older).not.toContain('<w:keepNext/>')
    const app = newApp()
    const { id } = await charged(app, [{ text: 'Skriva utkastet', owner: 'Siv Prov', due: '2026-12-10' }])
    await app.call('approval.circulate', { meetingId: id, on, approveBy: null })
    for (const one of (await app.call('approval.get', { meetingId: id })).asked)
      await app.call('approval.answer', { id: one.id, outcome: 'approved', on })
    await app.call('approval.approve', { meetingId: id, on })
    const { saved } = await app.call('word.export', { meetingId: id })
    const now = openZip(app.saved.get(saved ?? '') ?? new Uint8Array())
      .read('word/document.xml')
      .toString('utf8')
    expect(now).toMatch(/<w:keepNext\/>(?:(?!<w:p>).)*Tabellen visar vad som ska/u)
  })
})
