/** The savers of all items with unsaved text. They outlive the page: what was typed is kept until it is acknowledged. */
import { useSyncExternalStore } from 'react'
import type { Output } from '#contract/methods.ts'
import { CallError } from '../../../transport/host.ts'
import { call, callLeaving } from '../../../transport/client.ts'
import { holdReading, releaseReading, write } from '../../../transport/hooks.ts'
import { acknowledge, setHeld, trackWrite } from '../../../transport/saved.ts'
import { createStore } from '../../../ui/store.ts'
import { type Block, blockFrom, diff, told } from './blocks.ts'
import type { Conflict } from './merge.ts'
import { Saver, type Stored } from './saver.ts'
import { isKept, keepAside, readAside, sayAside, type Waits } from './set-aside.ts'

export type View = Output<'meetings.get'>
export type Item = View['items'][number]

/** An error as it came, with the values for its sentence. */
export type Problem = Readonly<Pick<CallError, 'code' | 'params'>>

/** Gone by itself, as a rule before anybody could read of it: the core is started again, the host answers late. */
const passing: ReadonlySet<string> = new Set(['call.internal', 'host.unreachable'])

/** Whether an error is worth a word only once saving is late. */
export const isPassing = (code: string) => passing.has(code)

type Entry = {
  meetingId: string
  itemId: string
  title: string
  /** The item as read last, and where it stood; null when it was gone before this page came. */
  item: Item | null
  index: number
  saver: Saver
  /** What stopped the last call that failed. */
  problem: Problem | null
  /** The editor that shows this item now. */
  show: ((blocks: readonly Block[]) => void) | null
}

export type TextState = {
  /** Something written is not acknowledged, or waits for an answer. */
  dirty: boolean
  late: boolean
  /** What keeps text from being saved. */
  error: Problem | null
  /** ISO instant of the last acknowledged save of text in this run. */
  savedAt: string | null
  conflicts: readonly (Conflict & { itemId: string; meetingId: string; mine: string; itemTitle: string })[]
  gone: readonly { itemId: string; meetingId: string; title: string; blocks: readonly Block[] }[]
}

/** Milliseconds without a key after which a person has stopped typing. */
const typingPause = 700

let typingTimer: ReturnType<typeof setTimeout> | undefined

function stopTyping(): void {
  clearTimeout(typingTimer)
  releaseReading()
}

function noteTyping(): void {
  clearTimeout(typingTimer)
  holdReading()
  typingTimer = setTimeout(releaseReading, typingPause)
}

/** Milliseconds that other work waits for text to be saved first. */
const longestFlush = 1500

const entries = new Map<string, Entry>()
const store = createStore<TextState>({ dirty: false, late: false, error: null, savedAt: null, conflicts: [], gone: [] })
export const useTextState = store.use
/** Whether a paragraph waits for the choice between two texts: what follows this alone is not drawn with each save. */
export const useAsked = () => useSyncExternalStore(store.subscribe, () => store.get().conflicts.length > 0)

/** Another number whenever an item without an open editor shows another text than before. */
const shown = createStore(0)
export const useShownText = shown.use

let savedAt: string | null = null
/** Settles the one promise that the foot counts as "saving". */
let settle: (() => void) | null = null

/** What of an item waits for a choice, or has no place any more. */
function waitsOf({ meetingId, itemId, title, saver }: Entry): Waits[] {
  const { gone, conflicts, clean } = saver.state()
  // Each save passes here, and mostly nothing waits.
  if (!gone && conflicts.length === 0) return clean ? [] : [{ meetingId, itemId, title, rows: [], busy: true }]
  const asked = new Set(conflicts.map(({ id }) => id))
  const rows = saver
    .written()
    .map(({ id, kind, text, fields }, position) => ({ paragraphId: id, position, kind, text, fields }))
    .filter(({ paragraphId, text }) => (gone ? text !== '' : asked.has(paragraphId)))
  return [{ meetingId, itemId, title, rows, busy: !clean && !gone }]
}

function summarise(): void {
  const all = [...entries.values()].map((entry) => ({ entry, state: entry.saver.state() }))
  for (const { state } of all)
    if (state.savedAt !== null && (savedAt === null || state.savedAt > savedAt)) savedAt = state.savedAt
  // The answer may come before the word of the same write to everybody.
  if (savedAt !== null) acknowledge(savedAt)
  const conflicts = all.flatMap(({ entry, state }) =>
    state.conflicts.map((conflict) => ({
      ...conflict,
      itemId: entry.itemId,
      meetingId: entry.meetingId,
      itemTitle: entry.title,
      mine: entry.saver.written().find(({ id }) => id === conflict.id)?.text ?? '',
    })),
  )
  const dirty = all.some(({ state }) => !state.clean)
  const next: TextState = {
    dirty: dirty || conflicts.length > 0,
    late: all.some(({ state }) => state.late),
    error: all.find(({ state }) => state.error !== null && !state.gone)?.entry.problem ?? null,
    savedAt,
    conflicts,
    gone: all
      .filter(({ state }) => state.gone)
      .map(({ entry: { itemId, meetingId, title, saver } }) => ({ itemId, meetingId, title, blocks: saver.written() })),
  }
  if (JSON.stringify(next) !== JSON.stringify(store.get())) store.set(next)
  keepAside([...entries.values()].flatMap(waitsOf))
  setHeld(next.conflicts.length > 0)
  if (dirty && settle === null) {
    const waiting = Promise.withResolvers<void>()
    settle = waiting.resolve
    trackWrite(waiting.promise).catch(() => undefined)
  } else if (!dirty && settle !== null) {
    settle()
    settle = null
  }
}

const blocks = new WeakMap<Item, readonly Block[]>()

let guarded = false

/** Says what is not acknowledged in a way that outlives the page. False when some of it is too much for that. */
function sayFarewell(): boolean {
  let all = true
  for (const { itemId, saver } of entries.values()) {
    const last = saver.farewell()
    if (last === null) continue
    if (callLeaving('items.saveText', { id: itemId, ...told(last.batch), group: last.group })) last.said()
    else all = false
  }
  sayAside()
  return all
}

/** Leaving the window sends what is unsaved, and asks only when something would be lost. Stays for good: text outlives its page. */
function guardLeaving(): void {
  if (guarded) return
  guarded = true
  window.addEventListener('beforeunload', (event) => {
    const said = sayFarewell()
    const { late, error, conflicts, gone } = store.get()
    // Nobody hears whether the last words arrive: as long as all before were answered, they do.
    if (said && !late && error === null && conflicts.length === 0 && gone.length === 0) return
    void flushAll()
    event.preventDefault()
  })
  window.addEventListener('pagehide', () => void sayFarewell())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void flushAll()
  })
}

/** The blocks of an item as it is stored: the same list for the same item. */
export function blocksOf(item: Item): readonly Block[] {
  let found = blocks.get(item)
  if (found === undefined) {
    found = item.paragraphs.map(blockFrom)
    blocks.set(item, found)
  }
  return found
}

async function read(meetingId: string, itemId: string): Promise<Stored> {
  const view = await call('meetings.get', { id: meetingId })
  const item = view.items.find((one) => one.id === itemId)
  if (item === undefined) throw new CallError('item.not-found')
  return { blocks: blocksOf(item), version: view.version }
}

/** A saver of an item of a meeting. */
function newSaver(meetingId: string, itemId: string, stored: Stored): Saver {
  guardLeaving()
  return new Saver(stored, {
    send: (batch, group) => write('items.saveText', { id: itemId, ...told(batch), group }),
    read: () => read(meetingId, itemId),
    codeOf(error) {
      const { code, params } = error instanceof CallError ? error : new CallError('host.unreachable')
      const entry = entries.get(itemId)
      if (entry !== undefined) entry.problem = { code, params }
      return code
    },
    timers: {
      now: () => performance.now(),
      set: (run, wait) => window.setTimeout(run, wait),
      // What `set` gave.
      clear: (handle) => window.clearTimeout(handle as number),
    },
    replaced: (blocks) => {
      const show = entries.get(itemId)?.show ?? null
      if (show === null) shown.set(shown.get() + 1)
      else show(blocks)
    },
    changed: summarise,
  })
}

/** The saver of an item, made when its text is first touched. `show` puts blocks from elsewhere into its editor. */
export function saverFor(view: View, item: Item, show: Entry['show']): Saver {
  const known = entries.get(item.id)
  if (known !== undefined) {
    known.show = show
    return known.saver
  }
  const saver = newSaver(view.id, item.id, { blocks: blocksOf(item), version: view.version })
  const index = view.items.findIndex(({ id }) => id === item.id)
  const place = { meetingId: view.id, itemId: item.id, title: item.title, item, index }
  entries.set(item.id, { ...place, saver, problem: null, show })
  return saver
}

const resumedMeetings = new Set<string>()

/** Asks again about text of a meeting that waited for a choice when its page went; once in the life of this page. */
export async function resumeWaiting(meetingId: string): Promise<void> {
  if (resumedMeetings.has(meetingId)) return
  resumedMeetings.add(meetingId)
  let found: Awaited<ReturnType<typeof readAside>>
  let view: View
  try {
    found = await readAside(meetingId)
    if (found.length === 0) return
    view = await call('meetings.get', { id: meetingId })
  } catch (error) {
    resumedMeetings.delete(meetingId)
    throw error
  }
  for (const { itemId, title, waiting } of found) {
    const item = view.items.find(({ id }) => id === itemId)
    const known = entries.get(itemId)
    if (item !== undefined) (known?.saver ?? saverFor(view, item, null)).resume(waiting)
    else if (known === undefined) {
      const saver = newSaver(meetingId, itemId, { blocks: [], version: view.version })
      entries.set(itemId, { meetingId, itemId, title, item: null, index: 0, saver, problem: null, show: null })
      saver.strand(waiting.map(({ block }) => block))
    }
    const isBack = (row: Waits['rows'][number]) =>
      waiting.some(({ block }) => block.id === row.paragraphId && block.text === row.text)
    const entry = entries.get(itemId)
    for (const waits of entry === undefined ? [] : waitsOf(entry)) isKept({ ...waits, rows: waits.rows.filter(isBack) })
  }
  summarise()
}

function isClean({ saver }: Entry): boolean {
  const { clean, conflicts, gone } = saver.state()
  return clean && !gone && conflicts.length === 0
}

// Numbers of one run of the page never meet those of another within the time that saves join.
let group = Math.floor(Math.random() * 1_000_000_000)
/** What is written from now on is a step of its own to take back. */
export function startGroup(): void {
  group += 1
}

/** Takes the text of an item as it is written now. */
export function written(itemId: string, blocks: readonly Block[]): void {
  noteTyping()
  const entry = entries.get(itemId)
  entry?.saver.edit(blocks, group)
  // Typing on in what waits changes nothing else that is followed.
  if (entry !== undefined && store.get().conflicts.length + store.get().gone.length > 0) summarise()
}

/** Whether the store holds, or can be given, what an item shows: nothing failed and nothing waits for an answer. */
export function canBeSaved(itemId: string): boolean {
  const entry = entries.get(itemId)
  return entry === undefined || isClean(entry)
}

/** Whether text of an item is on its way to the store, and nothing that is known keeps it from there. */
export function isUnderWay(itemId: string): boolean {
  const entry = entries.get(itemId)
  if (entry === undefined) return false
  const { clean, gone, error } = entry.saver.state()
  return !clean && !gone && (error === null || isPassing(error))
}

/** Sets what stands beside the words of a block whose item no editor shows. */
export function changeBeside(view: View, item: Item, blockId: string, change: Partial<Block>): void {
  const saver = saverFor(view, item, null)
  startGroup()
  saver.edit(
    saver.written().map((block) => (block.id === blockId ? { ...block, ...change } : block)),
    group,
  )
  shown.set(shown.get() + 1)
  void saver.flush()
}

/** The editor of an item has closed with these blocks: they go at once. */
export function release(itemId: string, blocks: readonly Block[]): void {
  const entry = entries.get(itemId)
  if (entry === undefined) return
  entry.show = null
  stopTyping()
  entry.saver.edit(blocks)
  void entry.saver.flush()
}

/** Hands a meeting as read to the savers of its items. */
export function receive(view: View): void {
  for (const item of view.items) {
    const entry = entries.get(item.id)
    if (entry === undefined) continue
    Object.assign(entry, { title: item.title, item, index: view.items.indexOf(item) })
    entry.saver.received({ blocks: blocksOf(item), version: view.version })
    // Only now does what was read hold all that was written here.
    if (entry.show !== null || !isClean(entry) || entry.saver.version() > view.version) continue
    entries.delete(item.id)
    shown.set(shown.get() + 1)
  }
  summarise()
}

/** A meeting's items; one that was removed elsewhere stays as long as somebody writes in it. */
export function shownItems(view: View): readonly Item[] {
  const lost = [...entries.values()].filter(
    (entry) => entry.show !== null && entry.meetingId === view.id && !view.items.some(({ id }) => id === entry.itemId),
  )
  const items = [...view.items]
  for (const { item, index } of lost) if (item !== null) items.splice(index, 0, item)
  return items
}

/** What an item shows: text written here that is not stored yet, else what is stored. */
export function shownBlocks(item: Item): readonly Block[] {
  return entries.get(item.id)?.saver.written() ?? blocksOf(item)
}

/** Sends everything unsaved; resolves when it is acknowledged, or after a while when it cannot be. */
export async function flushAll(): Promise<void> {
  stopTyping()
  const all = Promise.all([...entries.values()].map(({ saver }) => saver.flush()))
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, longestFlush))])
}

export function settleConflict(itemId: string, paragraphId: string, choice: 'mine' | 'stored' | 'both'): void {
  startGroup()
  entries.get(itemId)?.saver.resolve(paragraphId, choice === 'both' ? { copy: crypto.randomUUID() } : choice)
  summarise()
}

/** Puts the text of an item that is gone into a new one at the end of its meeting. Throws `CallError`. */
export async function rescue(itemId: string): Promise<void> {
  const entry = entries.get(itemId)
  if (entry === undefined) return
  const view = await call('meetings.get', { id: entry.meetingId })
  const made = await write('items.add', {
    meetingId: entry.meetingId,
    after: view.items.at(-1)?.id ?? null,
    title: entry.title,
    number: null,
  })
  const rescued = entry.saver.written().map((block) => ({
    ...block,
    id: crypto.randomUUID(),
    people: block.people.map((one) => ({ ...one, id: crypto.randomUUID() })),
  }))
  const batch = diff([], rescued)
  if (batch !== null) await write('items.saveText', { id: made.id, ...told(batch) })
  forget(itemId)
}

/** Gives up the text of an item that is gone. */
export function forget(itemId: string): void {
  entries.get(itemId)?.saver.discard()
  entries.delete(itemId)
  summarise()
}
