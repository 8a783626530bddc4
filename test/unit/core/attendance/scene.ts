/** A running meeting of made-up people, for tests of presence. */
import type { Attendance, MeetingView } from '#contract/meetings.ts'
import type { Input, Output } from '#contract/methods.ts'
import { newApp, type TestApp } from '../../../helpers/app.ts'

export const people = ['Ada Påhitt', 'Bo Exempel', 'Cia Låtsas', 'Dan Prov', 'Eva Test']

export type Scene = {
  app: TestApp
  id: string
  view: () => Promise<MeetingView>
  row: (name: string) => Promise<Attendance>
  items: readonly string[]
  act: (name: string, event: string, more?: Partial<Input<'attendance.event'>>) => Promise<string | null>
  texts: (item: number) => Promise<string[]>
  /** Somebody outside the list, in the fourth item. */
  guest: (name: string) => Promise<Output<'complete.addPerson'>>
}

/** A running meeting of five items; the first four of the list are there from the start. */
export async function scene(
  options: { language?: 'en'; begin?: boolean; kind?: 'minnesanteckningar' } = {},
): Promise<Scene> {
  const app = newApp()
  const { id } = await app.call('meetings.create', {
    title: 'Prov',
    kind: options.kind ?? 'protokoll',
    date: '2030-05-06',
    body: 'Testrådet för havsvind',
  })
  if (options.language !== undefined) await app.call('meetings.setHead', { id, change: { language: options.language } })
  const view = () => app.call('meetings.get', { id })
  for (let number = 2; number <= 5; number += 1) {
    const after = (await view()).items.at(-1)?.id ?? null
    await app.call('items.add', { meetingId: id, after, title: `Punkt ${number}`, number: String(number) })
  }
  for (const name of people) {
    const own = { capacity: 'ledamot', organisation: null, group: 1, mode: 'unknown' as const, items: null }
    await app.call('attendance.add', { meetingId: id, name, status: 'expected', ...own })
  }
  const row = async (name: string) => {
    const found = (await view()).attendance.find((one) => one.name === name)
    if (found === undefined) throw new Error(name)
    return found
  }
  for (const name of people.slice(0, 4))
    await app.call('attendance.set', { id: (await row(name)).id, status: 'present', mode: 'room' })
  if (options.begin !== false) await app.call('meetings.begin', { id, time: '10:00' })
  const items = (await view()).items.map((item) => item.id)
  return {
    app,
    id,
    view,
    row,
    items,
    act: async (name, event, more = {}) => {
      const input = { event, time: '10:42', itemId: items[2] ?? null, after: null, write: true, ...more }
      const own = { id: (await row(name)).id, ...input } as Input<'attendance.event'>
      return (await app.call('attendance.event', own)).paragraphId
    },
    texts: async (item) => ((await view()).items[item]?.paragraphs ?? []).map(({ text }) => text),
    guest: (name) => {
      const itemId = items[3] ?? null
      const personId = crypto.randomUUID()
      return app.call('complete.addPerson', { meetingId: id, itemId, personId, name, organisation: null })
    },
  }
}

export async function write(
  { app, items, view }: Scene,
  item: number,
  kind: 'decision' | 'paragraph',
  text: string,
): Promise<string> {
  const paragraphId = crypto.randomUUID()
  const before = (await view()).items[item]?.paragraphs.map((one) => one.id) ?? []
  await app.call('items.saveText', {
    id: items[item] ?? '',
    operations: [{ op: 'put', paragraphId, kind, text, base: null }],
    order: [...before, paragraphId],
  })
  return paragraphId
}

export const decide = (s: Scene, item: number, text: string) => write(s, item, 'decision', text)

export const last = async (s: Scene, item: number) => (await s.view()).items[item]?.paragraphs.at(-1)?.id ?? null
