/** The number that a decision gets by being approved, in what is approved, printed, compared and read again. */
import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareMinutes } from '#core/approval/compare.ts'
import { isDecisionHeading, isDecisionNumber } from '#core/import/decision-headings.ts'
import { wordText } from '#core/sources/docx-text.ts'
import { checkDocument } from '#core/word/check.ts'
import { openZip } from '#core/word/zip.ts'
import { newApp, type TestApp } from '../../helpers/app.ts'
import { build, emptyMeeting, item, linesOf } from '../word/helpers.ts'
import { block, minutes, on } from './made.ts'
import { olderList, olderListSha256, olderSha256, olderVersion } from './older.ts'

const wordFile = async (app: TestApp, meetingId: string) => {
  const { saved, findings } = await app.call('word.export', { meetingId })
  return { bytes: app.saved.get(saved ?? '') ?? new Uint8Array(), findings }
}
const mainPart = (bytes: Uint8Array) => openZip(bytes).read('word/document.xml').toString('utf8')
const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const wordLines = (bytes: Uint8Array) => linesOf(bytes).map(({ style, text }) => `${style}: ${text}`)

/** Minutes with two decisions of several clauses, parted by running text. */
async function decided(app: TestApp) {
  const made = await minutes(app)
  const operations = [
    block('paragraph', 'Därefter talade rådet om lokalen.'),
    block('decision', 'att flytta till sal 2'),
    block('paragraph', 'Ordföranden tackade.'),
  ]
  const order = [...made.paragraphs, ...operations.map(({ paragraphId }) => paragraphId)]
  await app.call('items.saveText', { id: made.itemId, operations, order })
  return { ...made, order }
}

/** Circulated and said yes to by everybody who is asked. */
async function agreed(app: TestApp, meetingId: string) {
  await app.call('approval.circulate', { meetingId, on, approveBy: null })
  for (const { id } of (await app.call('approval.get', { meetingId })).asked)
    await app.call('approval.answer', { id, outcome: 'approved', on })
}

async function approve(app: TestApp, meetingId: string) {
  await agreed(app, meetingId)
  return app.call('approval.approve', { meetingId, on })
}

describe('the number of a decision', () => {
  it('stands above it in the document that is approved, is hashed with it and comes out the same', async () => {
    const app = newApp()
    const { id } = await decided(app)
    const draft = await wordFile(app, id)
    expect(mainPart(draft.bytes)).not.toContain('Beslut nr')
    expect(JSON.stringify(await app.call('meetings.show', { which: id }))).not.toContain('2026:1')
    const { sha256, findings } = await approve(app, id)
    const first = await wordFile(app, id)
    expect([...findings, ...first.findings]).toEqual([])
    expect(hash(mainPart(first.bytes))).toBe(sha256)
    const lines = wordLines(first.bytes)
    const at = (text: string) => lines.indexOf(text)
    expect(at('Beslut: att anta budgeten')).toBe(at('Heading3: Beslut nr 2026:1') + 1)
    expect(at('Beslut: att uppdra åt kansliet att sprida den')).toBe(at('Heading3: Beslut nr 2026:1') + 2)
    expect(at('Beslut: att flytta till sal 2')).toBe(at('Heading3: Beslut nr 2026:2') + 1)
    expect(lines.filter((line) => line.startsWith('Heading3: Beslut'))).toHaveLength(2)
    app.clock.now = new Date(app.clock.now.getTime() + 86_400_000)
    expect(mainPart((await wordFile(app, id)).bytes)).toBe(mainPart(first.bytes))
    const [shown] = (await app.call('meetings.show', { which: id })).items
    expect(shown?.decisions.map(({ number }) => number)).toEqual(['2026:1', '2026:1', '2026:2'])
    expect(shown?.blocks.map(({ number }) => number ?? null)).toEqual([null, '2026:1', '2026:1', null, '2026:2', null])
  })

  it('stands so in an extract of it, in the words that name it there', async () => {
    const app = newApp()
    const { id } = await decided(app)
    await approve(app, id)
    const decision = (await app.call('meetings.get', { id })).items[0]?.decisions[2]
    const { saved } = await app.call('word.extract', { decisionId: decision?.id ?? '' })
    const lines = wordLines(app.saved.get(saved ?? '') ?? new Uint8Array())
    expect(lines.filter((line) => /Beslut nr/.test(line))).toEqual([
      'Metadata: Beslut nr\t2026:2',
      'Heading3: Beslut nr 2026:2',
    ])
  })

  it('makes no answer to the minutes an old one', async () => {
    const app = newApp()
    const { id } = await decided(app)
    await approve(app, id)
    await app.call('approval.unlock', { meetingId: id, reason: 'Fel belopp' })
    await agreed(app, id)
    app.close()
    const driver = new Database(app.path)
    driver.prepare('UPDATE decision SET number = NULL').run()
    driver.close()
    app.openWorkspace(app.path)
    expect((await app.call('approval.get', { meetingId: id })).asked.map(({ outdated }) => outdated)).not.toContain(
      true,
    )
    await app.call('approval.approve', { meetingId: id, on })
  })

  it.each([
    ['numbers were printed', olderVersion, olderSha256],
    ['the list of people had parts', olderList, olderListSha256],
  ])('leaves a version that was approved before %s the document that it was', async (_what, content, sha256) => {
    const app = newApp()
    const { id } = await decided(app)
    await approve(app, id)
    app.close()
    const driver = new Database(app.path)
    driver.prepare('UPDATE minutes_version SET content = ?, sha256 = ?').run(content, sha256)
    driver.close()
    app.openWorkspace(app.path)
    const { bytes, findings } = await wordFile(app, id)
    expect(hash(mainPart(bytes))).toBe(sha256)
    expect(findings).toEqual([])
  })

  it('stands in the source’s own heading, below what running text decides, and anew where it changes', async () => {
    const meeting = {
      ...emptyMeeting,
      kind: 'protokoll' as const,
      title: 'Prov',
      items: [
        {
          ...item('1', 'Budget'),
          blocks: [
            { kind: 'paragraph' as const, text: 'Styrelsens beslut' },
            { kind: 'decision' as const, text: 'att anta budgeten', number: '2026:4' },
            { kind: 'decision' as const, text: 'att vila', number: '2026:5' },
            { kind: 'paragraph' as const, text: 'Mötet beslutade att gå hem.', number: '2026:6' },
            { kind: 'paragraph' as const, text: 'Beslut:' },
            { kind: 'decision' as const, text: 'att sova', number: '2026:7' },
          ],
        },
      ],
    }
    const { bytes } = await build(meeting)
    const lines = wordLines(bytes)
    expect(lines.slice(lines.indexOf('Heading2: Budget') + 1, lines.indexOf('Beslut: att sova') + 1)).toEqual([
      'Heading3: Styrelsens beslut (Beslut nr 2026:4)',
      'Beslut: att anta budgeten',
      'Heading3: Beslut nr 2026:5',
      'Beslut: att vila',
      'Normal: Mötet beslutade att gå hem.',
      'Normal: (Beslut nr 2026:6)',
      'Heading3: Beslut nr 2026:7',
      'Beslut: att sova',
    ])
    expect(checkDocument(bytes, meeting).filter(({ code }) => code !== 'author-missing')).toEqual([])
  })

  it('differs in a row of its own between two versions', () => {
    const side = (number?: string) => ({
      meeting: {
        ...emptyMeeting,
        items: [
          {
            ...item('1', 'Budget'),
            blocks: [{ kind: 'decision' as const, text: 'att vila', ...(number === undefined ? {} : { number }) }],
          },
        ],
      },
      office: '',
      language: 'sv' as const,
      numberStyle: 'plain' as const,
    })
    const [row, ...more] = compareMinutes(side(), side('2026:4')).filter(({ change }) => change !== 'same')
    expect(row?.right?.filter(({ differs }) => differs).map(({ text }) => text.trim())).toEqual(['Beslut nr 2026:4'])
    expect(more).toEqual([])
  })
})

/** What minutes read from a text hold, without its numbers. */
async function readBack(app: TestApp, text: string) {
  const { meetings } = await app.call('imports.commit', { name: 'ut.txt', text, encoding: 'utf-8' })
  const read = await app.call('meetings.show', { which: meetings[0]?.id ?? '' })
  return {
    unplaced: read.unplaced,
    items: read.items.map(({ title, blocks, decisions }) => ({
      title,
      decisions: decisions.map((one) => one.text),
      blocks: blocks.map(({ kind, text: words }) => ({ kind, text: words })),
    })),
  }
}

describe('a document with numbers of decisions', () => {
  it('is read again with the same decisions, above which and below which they stand', async () => {
    const app = newApp()
    const text = `Protokoll Testrådet
2026-11-20 kl. 10.00–12.00
Närvarande: Siv Prov, Ove Testman

§ 1 Budget
Rådet gick igenom budgeten.
Beslut
att anta budgeten
att uppdra åt kansliet att sprida den

§ 2 Lokal
Ordföranden redogjorde för läget.
Rådet beslutade att flytta till sal 2.
Ordföranden tackade för ordet.

§ 3 Mötet avslutas
Ordföranden avslutade mötet.
`
    const { meetings } = await app.call('imports.commit', { name: 'in.txt', text, encoding: 'utf-8' })
    const id = meetings[0]?.id ?? ''
    const { items } = await app.call('meetings.show', { which: id })
    await app.call('meetings.setHead', {
      id,
      change: { start: '10:00', end: '12:00', place: 'Sal 1', form: 'fysiskt' },
    })
    await app.call('meetings.setOfficers', { id, role: 'chair', names: ['Ove Testman'] })
    await app.call('meetings.setOfficers', { id, role: 'secretary', names: ['Siv Prov'] })
    await app.call('meetings.setOfficers', { id, role: 'adjuster', names: ['Ada Påhitt'] })
    await approve(app, id)
    const { bytes } = await wordFile(app, id)
    const printed = wordText(bytes).text
    expect(printed).toContain('\nBeslut nr 2026:1\n')
    expect(printed).toContain('\n(Beslut nr 2026:2)\n')
    const again = await readBack(newApp(), printed)
    expect(again.unplaced).toEqual([])
    for (const [at, { title, decisions, blocks }] of items.slice(0, 2).entries())
      expect(again.items[at]).toEqual({
        title,
        decisions: decisions.map((one) => one.text),
        blocks: blocks.map(({ kind, text: words }) => ({ kind, text: words })),
      })
  })

  it('has headings that any number makes, in both languages, and nothing that only begins like one', () => {
    const number = fc.tuple(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 999_999 }))
    fc.assert(
      fc.property(number, fc.constantFrom(' ', '\u00a0'), ([year, at], space) => {
        for (const words of [`Beslut nr${space}${year}:${at}`, `Decision no.${space}${year}:${at}`]) {
          expect([words, isDecisionHeading(words), isDecisionNumber(words)]).toEqual([words, true, false])
          expect([words, isDecisionHeading(`(${words})`), isDecisionNumber(`(${words})`)]).toEqual([words, false, true])
          expect(isDecisionHeading(`Styrelsens beslut (${words})`)).toBe(true)
          expect(isDecisionHeading(`${words} gäller inte längre`)).toBe(false)
          expect(isDecisionNumber(`Se (${words})`)).toBe(false)
        }
      }),
    )
  })
})
