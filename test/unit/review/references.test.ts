/** "§ 3" in minutes whose items get other numbers. */
import { describe, expect, it } from 'vitest'
import { referencesIn } from '#core/review/references.ts'
import { newApp, type TestApp } from '../../helpers/app.ts'

/** A planned meeting of three items, with a text in the last. */
async function meeting(text: string) {
  const app = newApp()
  const { id: series } = await app.call('series.create', { body: 'Provrådet', year: 2026, kind: 'protokoll' })
  const item = { type: null, presenter: null, minutes: null, prepared: null, proposal: null }
  await app.call('series.setItems', { id: series, items: ['Ett', 'Två', 'Tre'].map((title) => ({ ...item, title })) })
  const { id } = await app.call('meetings.plan', { seriesId: series, date: '2026-02-04' })
  const { items } = await app.call('meetings.get', { id })
  const paragraphId = crypto.randomUUID()
  const last = items.at(-1)?.id ?? ''
  const put = { op: 'put' as const, paragraphId, kind: 'paragraph' as const, text, base: null }
  await app.call('items.saveText', { id: last, operations: [put], order: [paragraphId] })
  return { app, id, items, textNow: async () => textOf(app, id) }
}

const textOf = async (app: TestApp, id: string) =>
  (await app.call('meetings.get', { id })).items.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))
const raised = async (app: TestApp, meetingId: string) =>
  (await app.call('review.list', { meetingId })).findings.filter(({ code }) => code === 'number-moved')
const asked = async (app: TestApp, meetingId: string) =>
  (await raised(app, meetingId))
    .filter(({ state }) => state === 'open')
    .map(({ words, proposal }) => [words, 'text' in proposal ? proposal.text : proposal.kind])

describe('a reference to an item of the same minutes', () => {
  it('is asked about when the item gets another number, and stays as it is written until then', async () => {
    const { app, id, items, textNow } = await meeting('Frågan hänger ihop med § 2, se även § 1.')
    expect(await asked(app, id)).toEqual([])
    const { id: added } = await app.call('items.add', { meetingId: id, after: items[0]?.id ?? null, title: 'Ny' })
    expect(await asked(app, id)).toEqual([['§ 2', '§ 3']])
    expect(await textNow()).toEqual(['Frågan hänger ihop med § 2, se även § 1.'])
    // Another item behind the new one's number is not what was meant.
    await app.call('items.add', { meetingId: id, after: items[0]?.id ?? null, title: 'Ännu en' })
    expect(await asked(app, id)).toEqual([['§ 2', '§ 4']])
    await app.call('history.undo', {})
    await app.call('items.remove', { id: added })
    expect(await asked(app, id)).toEqual([])
  })

  it('follows when that is accepted, and is asked about again when the item moves on or back', async () => {
    const { app, id, items, textNow } = await meeting('Se § 2.')
    const { id: added } = await app.call('items.add', { meetingId: id, after: null, title: 'Ny' })
    const accept = async () => {
      const [one] = (await raised(app, id)).filter(({ state }) => state === 'open')
      await app.call('review.answer', { meetingId: id, key: one?.key ?? '', answer: 'accept' })
    }
    await accept()
    expect([await textNow(), await asked(app, id)]).toEqual([['Se § 3.'], []])
    await app.call('items.remove', { id: added })
    expect(await asked(app, id)).toEqual([['§ 3', '§ 2']])
    await accept()
    expect(await textNow()).toEqual(['Se § 2.'])
    await app.call('items.add', { meetingId: id, after: items[0]?.id ?? null, title: 'Igen' })
    expect(await asked(app, id)).toEqual([['§ 2', '§ 3']])
  })

  it('is left alone when that is what is answered, also when the item moves again', async () => {
    const { app, id } = await meeting('Se § 2.')
    await app.call('items.add', { meetingId: id, after: null, title: 'Ny' })
    const [one] = await raised(app, id)
    await app.call('review.answer', { meetingId: id, key: one?.key ?? '', answer: 'dismiss' })
    await app.call('items.add', { meetingId: id, after: null, title: 'Ännu en' })
    expect(await asked(app, id)).toEqual([])
  })

  it('is asked about when a number is set by hand, and when items change places', async () => {
    const { app, id, items } = await meeting('Se § 1 och § 2.')
    await app.call('items.set', { id: items[0]?.id ?? '', number: '9' })
    expect(await asked(app, id)).toContainEqual(['§ 1', '§ 9'])
    const other = await meeting('Se § 1 och § 2.')
    await other.app.call('items.move', { id: other.items[1]?.id ?? '', after: null })
    expect(await asked(other.app, other.id)).toEqual([
      ['§ 1', '§ 2'],
      ['§ 2', '§ 1'],
    ])
  })

  it('is noted within the step that moves the item: one undo takes both back', async () => {
    const { app, id } = await meeting('Se § 2.')
    await app.call('items.add', { meetingId: id, after: null, title: 'Ny' })
    await app.call('history.undo', {})
    expect(await raised(app, id)).toEqual([])
    await app.call('history.redo', {})
    expect(await asked(app, id)).toEqual([['§ 2', '§ 3']])
  })

  it('is a number after §, punkt, ärende or item, and none of a law, of statutes or of other minutes', () => {
    const numbers = (text: string) => referencesIn(text).map(({ number }) => number)
    expect(numbers('Se § 3, §4 och §\u00a05 a. Punkt 6 och ärende 7; see item 8.')).toEqual([
      '3',
      '4',
      '5 a',
      '6',
      '7',
      '8',
    ])
    expect(numbers('Se § 3 i detta protokoll och § 4 i dag.')).toEqual(['3', '4'])
    for (const text of [
      'enligt § 3 i stadgarna',
      'jfr § 3 förvaltningslagen',
      'med stöd av § 3 KL',
      'stadgarna § 3',
      '5 kap. § 3',
      'KS § 3/2025',
      '2025-03-04 § 3',
      'protokollet § 3',
      '§ 3 i protokollet från i höstas',
      '§ 3 den 4 mars',
      '§§ 3–5',
      '§ 3–5',
      'punkt 3.2',
      '3 §',
      'Det kostar 3 kronor.',
    ])
      expect([text, numbers(text)]).toEqual([text, []])
  })
})
