/** The text as it was, over the application's own door and in a real file. */
import Database from 'better-sqlite3'
import { describe, expect, it, vi } from 'vitest'
import { newApp, type TestApp } from '../../helpers/app.ts'

const moment = (seconds: number) => new Date(Date.UTC(2026, 0, 15, 10, 0, seconds)).toISOString()

/** An item with two paragraphs. */
async function written(app: TestApp) {
  // Made before anything that the file's own clock notes.
  app.clock.now = new Date(Date.UTC(2020, 0, 1))
  const { id } = await app.call('meetings.create', { title: 'Möte', kind: 'protokoll', date: null, body: null })
  const itemId = (await app.call('meetings.get', { id })).items[0]?.id ?? ''
  const [a, b] = [crypto.randomUUID(), crypto.randomUUID()]
  const put = (paragraphId: string, text: string, base: string | null) => ({
    op: 'put' as const,
    paragraphId,
    kind: 'paragraph' as const,
    text,
    base,
  })
  await app.call('items.saveText', {
    id: itemId,
    operations: [put(a, 'Rådet åt lunch.', null), put(b, 'Mötet avslutades.', null)],
    order: [a, b],
  })
  const save = (paragraphId: string, text: string, base: string) =>
    app.call('items.saveText', { id: itemId, operations: [put(paragraphId, text, base)], order: [a, b] })
  const remove = (paragraphId: string, base: string, order: string[]) =>
    app.call('items.saveText', { id: itemId, operations: [{ op: 'remove', paragraphId, base }], order })
  const texts = async () => (await app.call('meetings.get', { id })).items[0]?.paragraphs.map(({ text }) => text)
  return { id, itemId, a, b, save, remove, texts }
}

const shown = (segments: readonly { text: string; differs: boolean }[] | null) =>
  segments?.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('') ?? null

describe('the history of text', () => {
  it('gives every kept state of a paragraph, the present first', async () => {
    const app = newApp()
    const { a, save } = await written(app)
    await save(a, 'Rådet åt middag.', 'Rådet åt lunch.')
    const { versions } = await app.call('paragraphs.history', { paragraphId: a })
    expect(versions.map(({ text }) => text)).toEqual(['Rådet åt middag.', 'Rådet åt lunch.'])
    expect(versions[0]).toMatchObject({ versionId: null, until: null, removed: false })
  })

  it('shows the item just before any change, with the words that differ marked', async () => {
    const app = newApp()
    const { itemId, a, b, save, remove } = await written(app)
    await save(a, 'Rådet åt middag.', 'Rådet åt lunch.')
    await remove(b, 'Mötet avslutades.', [a])
    const { moments } = await app.call('items.history', { itemId, at: null })
    const first = moments.at(-1) ?? ''
    const { paragraphs } = await app.call('items.history', { itemId, at: first })
    expect(paragraphs.map(({ was, now }) => [shown(was), shown(now)])).toEqual([
      ['Rådet åt [lunch].', 'Rådet åt [middag].'],
      ['[Mötet avslutades.]', null],
    ])
  })

  it('shows a paragraph that was removed at no moment before it was made', async () => {
    const app = newApp()
    const { itemId, a, b, save, remove } = await written(app)
    await save(a, 'Rådet åt middag.', 'Rådet åt lunch.')
    const [before = ''] = (await app.call('items.history', { itemId, at: null })).moments
    app.clock.now = new Date(before)
    const c = crypto.randomUUID()
    const put = { op: 'put' as const, paragraphId: c, kind: 'paragraph' as const, text: 'Kaffe.', base: null }
    await app.call('items.saveText', { id: itemId, operations: [put], order: [a, b, c] })
    await vi.waitUntil(() => Date.now() > Date.parse(before))
    await remove(c, 'Kaffe.', [a, b])
    const at = async (moment: string) =>
      (await app.call('items.history', { itemId, at: moment })).paragraphs.map(({ was }) => shown(was))
    const { moments } = await app.call('items.history', { itemId, at: null })
    expect(await at(moments[0] ?? '')).toEqual(['Rådet åt middag.', 'Mötet avslutades.', '[Kaffe.]'])
    expect(await at(before)).toEqual(['Rådet åt [lunch].', 'Mötet avslutades.'])
  })

  it('restores a removed paragraph in its place, and that is one step to take back', async () => {
    const app = newApp()
    const { itemId, a, b, remove, texts } = await written(app)
    await remove(a, 'Rådet åt lunch.', [b])
    const { moments } = await app.call('items.history', { itemId, at: null })
    const { paragraphs } = await app.call('items.history', { itemId, at: moments[0] ?? null })
    const versionId = paragraphs.find(({ paragraphId }) => paragraphId === a)?.versionId ?? 0
    await app.call('paragraphs.restore', { versionId, base: null })
    expect(await texts()).toEqual(['Rådet åt lunch.', 'Mötet avslutades.'])
    await app.call('history.undo', {})
    expect(await texts()).toEqual(['Mötet avslutades.'])
  })

  it('restores nothing over a text that the person did not see', async () => {
    const app = newApp()
    const { a, save, texts } = await written(app)
    await save(a, 'Rådet åt middag.', 'Rådet åt lunch.')
    const { versions } = await app.call('paragraphs.history', { paragraphId: a })
    const versionId = versions[1]?.versionId ?? 0
    await save(a, 'Rådet fastade.', 'Rådet åt middag.')
    expect(await app.refused('paragraphs.restore', { versionId, base: 'Rådet åt middag.' })).toBe('text.conflict')
    expect(await texts()).toEqual(['Rådet fastade.', 'Mötet avslutades.'])
    await app.call('paragraphs.restore', { versionId, base: 'Rådet fastade.' })
    expect(await texts()).toEqual(['Rådet åt lunch.', 'Mötet avslutades.'])
  })

  /** A meeting with one listed, and a paragraph that names her and has a foreign word. */
  async function mentioned(app: TestApp) {
    const { id, itemId, a, b, remove } = await written(app)
    const own = { capacity: null, organisation: null, group: null, mode: 'room' as const, items: null }
    await app.call('attendance.add', { meetingId: id, name: 'Ada Påhitt', status: 'present', ...own })
    const person = (await app.call('meetings.get', { id })).attendance[0]?.personId ?? ''
    const text = 'Ada Påhitt ledde en workshop.'
    const spans = [
      { from: 0, to: 10, kind: 'person' as const, ref: person },
      { from: 20, to: 28, kind: 'foreign' as const, ref: null },
    ]
    const put = (words: string, base: string, marks: typeof spans) =>
      app.call('items.saveText', {
        id: itemId,
        operations: [{ op: 'put', paragraphId: a, kind: 'paragraph', text: words, base, spans: marks }],
        order: [a, b],
      })
    await put(text, 'Rådet åt lunch.', spans)
    const shownSpans = async () => (await app.call('meetings.get', { id })).items[0]?.paragraphs[0]?.spans
    /** Puts the newest kept state of these words back; states are kept five seconds apart. */
    const back = async (words: string, base: string | null) => {
      const { versions } = await app.call('paragraphs.history', { paragraphId: a })
      const versionId = versions.find((one) => one.versionId !== null && one.text === words)?.versionId ?? 0
      await app.call('paragraphs.restore', { versionId, base })
    }
    /** Lies the kept states so far behind the present that the next change keeps another. */
    const later = () => {
      app.close()
      const file = new Database(app.path)
      file.exec(`UPDATE paragraph_version SET until = '2026-01-15T10:00:00.000Z'`)
      file.close()
      app.openWorkspace(app.path)
    }
    return { id, a, b, text, spans, person, put, remove, shownSpans, back, later }
  }

  it('brings the mentions and foreign words of a removed paragraph back', async () => {
    const app = newApp()
    const { b, a, text, spans, remove, shownSpans, back } = await mentioned(app)
    await remove(a, text, [b])
    await back(text, null)
    expect(await shownSpans()).toEqual(spans)
  })

  it('brings the mentions of an earlier wording back, also when undo led away from it', async () => {
    const app = newApp()
    const { text, spans, put, shownSpans, back, later } = await mentioned(app)
    later()
    await put('Någon ledde en workshop.', text, [])
    await back(text, 'Någon ledde en workshop.')
    expect(await shownSpans()).toEqual(spans)
    later()
    const other = [{ from: 4, to: 14, kind: 'person' as const, ref: spans[0]?.ref ?? '' }]
    await put('När Ada Påhitt kom.', text, other as typeof spans)
    later()
    await app.call('history.undo', {})
    await back('När Ada Påhitt kom.', text)
    expect(await shownSpans()).toEqual(other)
  })

  it('lets a mention follow its entry into the one it was merged into', async () => {
    const app = newApp()
    const { id, text, spans, person, put, shownSpans, back, later } = await mentioned(app)
    later()
    await put('Kort.', text, [])
    const own = { capacity: null, organisation: null, group: null, mode: 'room' as const, items: null }
    await app.call('attendance.add', { meetingId: id, name: 'Ada Prov', status: 'present', ...own })
    const keep = (await app.call('meetings.get', { id })).attendance[1]?.personId ?? ''
    await app.call('identity.decide', { kind: 'person', ids: [keep, person], verdict: 'same', keep })
    await back(text, 'Kort.')
    expect(await shownSpans()).toEqual([{ ...spans[0], ref: keep }, spans[1]])
  })

  it('keeps of the present mentions those whose words stood there too, where the state has none on record', async () => {
    const app = newApp()
    const { text, spans, put, shownSpans, back, later } = await mentioned(app)
    later()
    const moved = spans.map((span) => ({ ...span, from: span.from + 2, to: span.to + 2 }))
    await put(`§ ${text.replace('workshop', 'workXhop')}`, text, moved)
    app.close()
    const file = new Database(app.path)
    file.exec('UPDATE paragraph_version SET spans = NULL')
    file.close()
    app.openWorkspace(app.path)
    await back(text, `§ ${text.replace('workshop', 'workXhop')}`)
    expect(await shownSpans()).toEqual(spans.slice(0, 1))
  })

  it('finds the state of each of many moments', async () => {
    const app = newApp()
    const { itemId, a } = await written(app)
    app.close()
    const file = new Database(app.path)
    const add = file.prepare(
      `INSERT INTO paragraph_version (paragraph_id, item_id, position, kind, text, fields, until, removed)
       VALUES (?, ?, 0, 'paragraph', ?, NULL, ?, 0)`,
    )
    for (let at = 0; at < 20; at += 1) add.run(a, itemId, `Läge ${at}`, moment(at * 10))
    file.close()
    app.openWorkspace(app.path)
    for (const at of [0, 7, 19]) {
      const { paragraphs } = await app.call('items.history', { itemId, at: moment(at * 10) })
      const then = paragraphs.find(({ paragraphId }) => paragraphId === a)?.was
      expect(then?.map(({ text }) => text).join('')).toBe(`Läge ${at}`)
    }
  })
})
