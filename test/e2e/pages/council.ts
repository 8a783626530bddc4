/** Formal minutes of a made-up council, whole enough to be approved. Only over the loopback address. */
import type { Page } from '@playwright/test'
import { ask } from './ask.ts'

const body = 'Testrådet för havsvind'
/** Before every other meeting, so that it is the newest nowhere. */
export const councilDate = '2019-03-04'

export type Council = {
  id: string
  itemId: string
  /** Writes the decision anew. */
  decide: (text: string) => Promise<void>
}

/** A draft with one item: a decision, and an action of Siv Prov that is overdue for long. */
export async function draftMinutes(page: Page): Promise<Council> {
  const { id } = await ask<{ id: string }>(page, 'meetings.create', {
    title: 'Testrådets möte',
    kind: 'protokoll',
    date: councilDate,
    body,
  })
  const { items } = await ask<{ items: { id: string }[] }>(page, 'meetings.get', { id })
  const itemId = items[0]?.id ?? ''
  const [decision, action] = [crypto.randomUUID(), crypto.randomUUID()]
  const write = (blocks: readonly { paragraphId: string; kind: string; text: string; base: string | null }[]) =>
    ask(page, 'items.saveText', {
      id: itemId,
      operations: blocks.map((block) => ({ op: 'put', ...block })),
      order: [decision, action],
    })
  let decided = 'att kabeln läggs norr om revet'
  await ask(page, 'items.set', { id: itemId, title: 'Kabelvägen' })
  await write([
    { paragraphId: decision, kind: 'decision', text: decided, base: null },
    { paragraphId: action, kind: 'action', text: 'Siv Prov ritar kartan.', base: null },
  ])
  const drawn = await ask<{ items: { actions: { id: string }[] }[] }>(page, 'meetings.get', { id })
  await ask(page, 'actions.set', { id: drawn.items[0]?.actions[0]?.id, owner: 'Siv Prov', due: '2019-04-01' })
  await ask(page, 'meetings.setHead', {
    id,
    change: { start: '10:00', end: '12:00', place: 'Provsalen', form: 'fysiskt' },
  })
  for (const [role, name] of [
    ['chair', 'Ove Testman'],
    ['secretary', 'Siv Prov'],
    ['adjuster', 'Ada Påhitt'],
  ] as const)
    await ask(page, 'meetings.setOfficers', { id, role, names: [name] })
  const present = { capacity: 'ledamot', organisation: null, group: 1, status: 'present', mode: 'room', items: null }
  await ask(page, 'attendance.add', { meetingId: id, name: 'Ove Testman', ...present })
  return {
    id,
    itemId,
    decide: async (text) => {
      await write([{ paragraphId: decision, kind: 'decision', text, base: decided }])
      decided = text
    },
  }
}

/** The way to the comparison of what was approved with what stands after the minutes were opened again. */
export async function comparison(page: Page): Promise<string> {
  const { id, decide } = await draftMinutes(page)
  await ask(page, 'approval.circulate', { meetingId: id, on: '2019-03-05', approveBy: null })
  const { asked } = await ask<{ asked: { id: string }[] }>(page, 'approval.get', { meetingId: id })
  for (const one of asked) await ask(page, 'approval.answer', { id: one.id, outcome: 'approved', on: '2019-03-06' })
  await ask(page, 'approval.approve', { meetingId: id, on: '2019-03-07' })
  await ask(page, 'approval.unlock', { meetingId: id, reason: 'Fel sida av revet.' })
  await decide('att kabeln läggs söder om revet')
  return `/moten/${id}/justering/1/0`
}

/** The way to this year's series of the council, with one member. */
export async function series(page: Page): Promise<string> {
  const year = new Date().getFullYear()
  const { id } = await ask<{ id: string }>(page, 'series.create', { body, year })
  await ask(page, 'series.addMembers', {
    id,
    from: `${year}-01-01`,
    members: [{ person: { name: 'Bo Låtsman' }, role: 'ledamot', organisation: 'Provverket' }],
  })
  return `/serier/${id}`
}
