/** The check of words against the meeting: what typography sets otherwise is no missing text, a missing word is. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MeetingJson } from '#contract/minutes.ts'
import { checkDocument } from '#core/word/check.ts'
import { build, doctor, emptyMeeting, item } from './helpers.ts'

type Block = MeetingJson['items'][number]['blocks'][number]

const meeting = (kind: MeetingJson['kind'], blocks: readonly Pick<Block, 'kind' | 'text'>[]): MeetingJson => ({
  ...emptyMeeting,
  kind,
  items: [{ ...item('1', 'Havsvind'), blocks: [...blocks] }],
})
const missing = async (made: MeetingJson) =>
  checkDocument((await build(made)).bytes, made).filter(({ code }) => code === 'text-missing')

/** Signs that typography sets, joins or leaves, among words and figures that stand beside them. */
const sign = fc.constantFrom(
  ...'- -- --- \u2013 \u2014 " \' \u201c \u201d \u201e \u2019 \u2033 \u00ab \u00bb \u2026 ... § % : . , ( [ / \u00ad'.split(
    ' ',
  ),
  ...'Hej på dig kl. t.ex. mars å o a\u030a \u0301 1 12 10.30 2021 500 kr'.split(' '),
  ...'\u00a0| |  |\t|\n'.split('|'),
)
const words = fc.array(sign, { minLength: 1, maxLength: 14 }).map((signs) => signs.join(''))
const kinds = [
  'paragraph',
  'list',
  'decision',
  'quotation',
  'heading',
  'action',
  'discussion',
  'motion',
  'table',
] as const

describe('words of a meeting in its document', () => {
  it.each([
    'Hej -- på dig',
    'Hej - på dig',
    'Hej\u2014på dig',
    '-- Hej --- på -- dig --',
    'Sidorna 3-5, kl. 10.30 - 11.00 -- "Hej" och \'på\' dig',
  ])('are found as typography sets them: %s', async (text) => {
    for (const kind of ['protokoll', 'minutes'] as const)
      expect(await missing(meeting(kind, [{ kind: 'paragraph', text }]))).toEqual([])
  })

  it('are found whatever signs stand among them', async () => {
    const blocks = fc.array(fc.record({ kind: fc.constantFrom(...kinds), text: words }), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('protokoll', 'minutes'), blocks, async (kind, some) => {
        expect(await missing(meeting(kind, some))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('are missed where one of them is gone from the document', async () => {
    const made = meeting('protokoll', [{ kind: 'paragraph', text: 'Hej -- på dig' }])
    const { bytes } = await build(made)
    const without = doctor(bytes, { 'word/document.xml': (xml) => xml.replace('Hej – på dig', 'Hej – dig') })
    expect(checkDocument(without, made).filter(({ code }) => code === 'text-missing')).toMatchObject([
      { where: 'Hej -- på dig' },
    ])
  })
})
