import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDocument } from '#core/word/check.ts'
import { readPackage } from '#core/word/package.ts'
import { sanitise } from '#core/word/sanitise.ts'
import { openZip } from '#core/word/zip.ts'
import { build, emptyMeeting, fixture, item, partText, person } from './helpers.ts'

const nasty = [
  'NUL\u0000inside',
  'vertical\u000btab and form\u000cfeed',
  'escape \u001b[31m and del \u007f and c1 \u0090',
  'noncharacters \ufffe \uffff \ufdd0 \u{1fffe}',
  'lone \ud800 and \udfff surrogates \udc00\ud800',
  'override \u202eexe.nim\u202c isolate \u2066x\u2069',
  ']]> <w:p> &amp; &#0; " \' <!-- <?xml',
  'tab\there\r\nand\nlines\u2028and\u2029paragraphs',
  'a\u030a NFD and \ufb01 ligature',
  '\ue000office\ue001 {{start}} $& $1 %1 ${x}',
  '👩‍👩‍👧‍👦 \u200b zero \ufeff width',
  'z' + '\u0301'.repeat(10_000),
  'ö'.repeat(10_000),
  '   ',
  '',
]
const hostile = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...nasty.filter((text) => text.length < 200)) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.uint16Array({ maxLength: 30 }).map((units) => String.fromCharCode(...units)) },
)

const filledWith = (text: string) => ({
  ...emptyMeeting,
  id: text,
  title: text,
  body: text,
  sender: text,
  place: text,
  dnr: text,
  chair: text,
  secretary: text,
  adjusters: [text, text],
  items: [
    {
      ...item(text, text, text),
      decisions: [{ text }],
      actions: [{ text, owner: text, due: text }],
      blocks: (['paragraph', 'list', 'decision', 'action'] as const).map((kind) => ({ kind, text })),
    },
    item('1', text),
  ],
  participants: [
    person(text, { asWritten: text, capacity: text, organisation: text, items: text, listNumber: 1 }),
    person(text, { status: 'excused', listNumber: -3 }),
    person(text, { capacity: 'gäst' }),
  ],
  nextMeeting: { date: '2022', basis: 'stated' as const },
})

/** Every part is XML that a strict parser takes; the reader is one, and it stops at anything that is not. */
const wellFormed = (bytes: Uint8Array) => {
  readPackage(bytes)
  for (const name of openZip(bytes).names) {
    const text = partText(bytes, name)
    expect(text.isWellFormed()).toBe(true)
    expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\u202a-\u202e\u2066-\u2069]/)
  }
}

describe('hostile strings', () => {
  it.each(nasty.map((text) => [JSON.stringify(text).slice(0, 40), text] as const))(
    'everywhere give a sound file: %s',
    async (_name, text) => {
      for (const kind of ['minnesanteckningar', 'protokoll', 'minutes'] as const) {
        const { bytes, fileName } = await build({ ...filledWith(text), kind })
        wellFormed(bytes)
        expect(fileName).toMatch(/^[a-z0-9-]+\.docx$/)
        const form = checkDocument(bytes).filter(
          ({ code }) => !['heading-typed-number', 'page-number-in-text'].includes(code),
        )
        expect(form).toEqual([])
      }
    },
  )

  it('of any kind in any field give a sound file', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (one, two) => {
        const meeting = { ...filledWith(one), title: two, items: [item(two, one, two, one), ...filledWith(two).items] }
        const { bytes } = await build(meeting)
        wellFormed(bytes)
        expect(bytes.length).toBeGreaterThan(5000)
      }),
      { numRuns: 300 },
    )
  })

  it('leave visible marks, and the count is reported', async () => {
    const { bytes, replaced } = await build({
      ...emptyMeeting,
      items: [item('1', 'A', 'x\u0000y \ufffe \ud800 \u202e.')],
    })
    expect(replaced).toBe(4)
    expect(partText(bytes, 'word/document.xml')).toContain('x\u2400y \ufffd \ufffd \ufffd.')
    expect((await build(fixture('protocol'))).replaced).toBe(0)
  })

  it('are sanitised once and for all: no character vanishes', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const count = { count: 0 }
        const once = sanitise(text, count)
        expect(once.isWellFormed()).toBe(true)
        expect(sanitise(once, { count: 0 })).toBe(once)
        const lines = text.replace(/\r\n/g, '\n')
        // Counted in code points before composition: each one is kept or replaced.
        expect([...once.normalize('NFD')].length).toBe([...sanitiseLength(lines).normalize('NFD')].length)
      }),
    )
  })
})

/** The same text with every unusable character as U+FFFD, made without the code under test. */
function sanitiseLength(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\p{NChar}]/gu, '\ufffd')
}
