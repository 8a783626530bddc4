import { describe, expect, test } from 'vitest'
import { openZip } from '#core/word/zip.ts'
import { newApp, type TestApp } from '../../helpers/app.ts'

const mark = 'HEMLIGTMÄRKE'

async function meeting(app: TestApp) {
  const { id } = await app.call('meetings.create', { title: 'Möte', kind: 'protokoll', date: '2030-05-06', body: null })
  const [item] = (await app.call('meetings.get', { id })).items
  return { id, item: item?.id ?? '' }
}
const note = async (app: TestApp, meetingId: string) => (await app.call('notes.list', { meetingId })).notes[0]?.text

describe('a private note', () => {
  test('is written, changed and removed, and typing joins into one step', async () => {
    const app = newApp()
    const { id, item } = await meeting(app)
    await app.call('notes.set', { id: item, text: 'fråga', base: '' })
    await app.call('notes.set', { id: item, text: 'fråga om kablar', base: 'fråga' })
    expect(await note(app, id)).toBe('fråga om kablar')
    await app.call('history.undo', {})
    expect(await note(app, id)).toBeUndefined()
    await app.call('history.redo', {})
    await app.call('notes.set', { id: item, text: '  ', base: 'fråga om kablar' })
    expect(await note(app, id)).toBeUndefined()
  })

  test('of another window is not overwritten unseen, and a call sent twice is one', async () => {
    const app = newApp()
    const { item } = await meeting(app)
    await app.call('notes.set', { id: item, text: 'ett', base: '' })
    await app.call('notes.set', { id: item, text: 'ett', base: '' })
    expect(await app.refused('notes.set', { id: item, text: 'två', base: '' })).toBe('text.conflict')
  })

  test('whose item is gone is kept aside, changed and forgotten, in no step of undo, and goes with its meeting', async () => {
    const app = newApp()
    const { id, item } = await meeting(app)
    await app.call('items.add', { meetingId: id, after: item, title: 'Kvar' })
    await app.call('items.remove', { id: item })
    expect(await app.refused('notes.set', { id: item, text: 'ord', base: '' })).toBe('item.not-found')
    const keep = (text: string) => app.call('notes.keepAside', { meetingId: id, itemId: item, title: 'Kablar', text })
    const aside = async () => (await app.call('notes.list', { meetingId: id })).aside
    await keep('fråga')
    await keep('fråga om kablar')
    expect(await aside()).toEqual([{ itemId: item, title: 'Kablar', text: 'fråga om kablar' }])
    await app.call('history.undo', {})
    expect((await app.call('meetings.get', { id })).items.map((one) => one.id)).toContain(item)
    expect(await aside()).toHaveLength(1)
    await keep(' ')
    expect(await aside()).toEqual([])
    await keep('fråga')
    await app.call('meetings.remove', { id })
    expect(await app.refused('notes.keepAside', { meetingId: id, itemId: item, title: '', text: 'x' })).toBe(
      'meeting.not-found',
    )
    await app.call('history.undo', {})
    expect(await aside()).toEqual([])
  })

  test('stands in no document, no export, no JSON of the meeting and no search', async () => {
    const app = newApp()
    const { id, item } = await meeting(app)
    await app.call('notes.set', { id: item, text: `${mark} om kablar`, base: '' })
    const lost = { itemId: crypto.randomUUID(), title: `${mark} borta`, text: `${mark} om kablar` }
    await app.call('notes.keepAside', { meetingId: id, ...lost })
    const left: string[] = []
    left.push(JSON.stringify(await app.call('meetings.show', { which: 'latest' })))
    left.push(JSON.stringify(await app.call('meetings.get', { id })))
    left.push(JSON.stringify(await app.call('meetings.list', {})))
    while ((await app.call('search.prepare', {})).pending > 0);
    left.push(JSON.stringify(await app.call('search.find', { query: mark })))
    left.push(JSON.stringify(await app.call('review.list', { meetingId: id })))
    await app.call('word.export', { meetingId: id })
    await app.call('workspace.exportJson', {})
    expect(app.saved.size).toBe(2)
    for (const [name, bytes] of app.saved) {
      const parts = name.endsWith('.docx') ? openZip(bytes) : null
      const texts = parts === null ? [bytes] : parts.names.map((part) => parts.read(part))
      left.push(...texts.map((text) => Buffer.from(text).toString('utf8')))
    }
    expect(left.filter((text) => text.includes(mark) || text.includes('kablar'))).toEqual([])
  })
})
