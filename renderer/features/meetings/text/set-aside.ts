/**
 * Text that waits for a choice is kept in the file as it is written, so that a page that is killed takes no word along:
 * what is typed is there within half a second, as all text is. What is settled goes, once the minutes have what was chosen.
 */
import type { Input } from '#contract/methods.ts'
import { call, callLeaving } from '../../../transport/client.ts'
import { CallError } from '../../../transport/host.ts'
import { storedFields, storedSpans } from './blocks.ts'
import type { Waiting } from './merge.ts'

type Told = Input<'setAside.set'>
type Row = Told['put'][number]

/** What waits in one item. */
export type Waits = {
  meetingId: string
  itemId: string
  title: string
  rows: readonly Row[]
  /** Something of the item is not in the minutes yet: what was chosen may be among it. */
  busy: boolean
}

/** Milliseconds between a key and its way to the file, and between a call that failed and the next. */
const pause = 150
const again = 1000

/** What the file keeps, by item and paragraph, as JSON. */
const kept = new Map<string, { meetingId: string; title: string; rows: Map<string, string> }>()
let wanted: readonly Waits[] = []
let timer: ReturnType<typeof setTimeout> | undefined
let sending = false

/** What brings the file in step. */
function steps(): Told[] {
  const ids = new Set([...kept.keys(), ...wanted.map(({ itemId }) => itemId)])
  return [...ids].flatMap((itemId) => {
    const known = kept.get(itemId)
    const now = wanted.find((one) => one.itemId === itemId)
    const { meetingId, title } = now ?? known ?? { meetingId: '', title: '' }
    const rows = now?.rows ?? []
    const put = rows.filter((row) => known?.rows.get(row.paragraphId) !== JSON.stringify(row))
    const gone = [...(known?.rows.keys() ?? [])].filter((id) => rows.every(({ paragraphId }) => paragraphId !== id))
    const settled = now?.busy === true ? [] : gone
    return put.length + settled.length === 0 ? [] : [{ meetingId, itemId, title, put, settled }]
  })
}

function note({ meetingId, itemId, title, put, settled }: Told): void {
  const rows = kept.get(itemId)?.rows ?? new Map<string, string>()
  for (const row of put) rows.set(row.paragraphId, JSON.stringify(row))
  for (const id of settled) rows.delete(id)
  if (rows.size === 0) kept.delete(itemId)
  else kept.set(itemId, { meetingId, title, rows })
}

async function send(): Promise<void> {
  sending = true
  let wait = pause
  for (const step of steps())
    try {
      await call('setAside.set', step)
      note(step)
    } catch (error) {
      // A meeting that is gone keeps nothing any more. What else keeps it from being said keeps all other text from
      // being saved too, and that is told.
      if (error instanceof CallError && error.code === 'meeting.not-found') note(step)
      else wait = again
    }
  sending = false
  schedule(wait)
}

function schedule(wait: number): void {
  if (sending || timer !== undefined || steps().length === 0) return
  timer = setTimeout(() => {
    timer = undefined
    void send()
  }, wait)
}

/** Takes all that waits now. */
export function keepAside(now: readonly Waits[]): void {
  wanted = now
  if (wanted.length > 0 || kept.size > 0) schedule(pause)
}

/** What waits in a meeting since its page went, by item. */
export async function readAside(
  meetingId: string,
): Promise<{ itemId: string; title: string; waiting: readonly Waiting[] }[]> {
  const { texts } = await call('setAside.list', { meetingId })
  return [...Map.groupBy(texts, (one) => one.itemId)].map(([itemId, found]) => {
    const title = found[0]?.title ?? ''
    const waiting = found.map(({ paragraphId: id, kind, text, fields, spans, position }) => ({
      block: { id, kind, text, fields: storedFields(fields), spans: storedSpans(text, spans), people: [] },
      position,
    }))
    return { itemId, title, waiting }
  })
}

/** What has been read and is asked about again is in the file; what is not stays there untouched, for another time. */
export function isKept({ meetingId, itemId, title, rows }: Omit<Waits, 'busy'>): void {
  note({ meetingId, itemId, title, put: [...rows], settled: [] })
}

/** Says what is not kept yet, for a page that is leaving. */
export function sayAside(): void {
  for (const step of steps()) callLeaving('setAside.set', step)
}
