/** Formal minutes of an invented council, over the application's own door. */
import type { TestApp } from '../../helpers/app.ts'

export const on = '2026-11-30'

export const add = (app: TestApp, meetingId: string, name: string, status: 'present' | 'expected' | 'unknown') => {
  const own = { capacity: 'ledamot', organisation: null, group: 1, mode: 'room' as const, items: null }
  return app.call('attendance.add', { meetingId, name, status, ...own })
}

/** A new block of an item's text. */
export const block = (kind: 'paragraph' | 'decision', text: string) => ({
  op: 'put' as const,
  paragraphId: crypto.randomUUID(),
  kind,
  text,
  base: null,
})

/** With everything filled in, as a draft. */
export async function minutes(app: TestApp) {
  const { id } = await app.call('meetings.create', {
    title: 'Testrådets sammanträde',
    kind: 'protokoll',
    date: '2026-11-20',
    body: 'Testrådet',
  })
  await app.call('meetings.setHead', { id, change: { start: '10:00', end: '12:00', place: 'Sal 1', form: 'hybrid' } })
  await app.call('meetings.setOfficers', { id, role: 'chair', names: ['Ove Testman'] })
  await app.call('meetings.setOfficers', { id, role: 'secretary', names: ['Siv Prov'] })
  await app.call('meetings.setOfficers', { id, role: 'adjuster', names: ['Ada Påhitt'] })
  await add(app, id, 'Siv Prov', 'present')
  const { items } = await app.call('meetings.get', { id })
  const itemId = items[0]?.id ?? ''
  await app.call('items.set', { id: itemId, title: 'Budget' })
  const operations = [
    block('paragraph', 'Rådet gick igenom budgeten.'),
    block('decision', 'att anta budgeten'),
    block('decision', 'att uppdra åt kansliet att sprida den'),
  ]
  await app.call('items.saveText', { id: itemId, operations, order: operations.map(({ paragraphId }) => paragraphId) })
  return { id, itemId, paragraphs: operations.map(({ paragraphId }) => paragraphId) }
}
