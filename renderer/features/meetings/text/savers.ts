/** The savers of all items with unsaved text. They outlive the page: what was typed is kept until it is acknowledged. */
import type { Output } from '#contract/methods.ts'
import { CallError } from '../../../transport/host.ts'
import { call } from '../../../transport/client.ts'
import { write } from '../../../transport/hooks.ts'
import { trackWrite } from '../../../transport/saved.ts'
import { createStore } from '../../../ui/store.ts'
import { storedText, type Block } from './blocks.ts'
import type { Conflict } from './merge.ts'
import { Saver, type Stored } from './saver.ts'

export type View = Output<'meetings.get'>
export type Item = View['items'][number]

type Entry = {
  meetingId: string
  itemId: string
  title: string
  saver: Saver
  /** The editor that shows this item now. */
  show: ((blocks: readonly Block[]) => void) | null
}

export type TextState = {
  /** Something written is not acknowledged, or waits for an answer. */
  dirty: boolean
  late: boolean
  /** Code of an error that keeps text from being saved. */
  error: string | null
  /** ISO instant of the last acknowledged save of text in this run. */
  savedAt: string | null
  conflicts: readonly (Conflict & { itemId: string; meetingId: string; mine: string; itemTitle: string })[]
  gone: readonly { itemId: string; meetingId: string; title: string; blocks: readonly Block[] }[]
}

const entries = new Map<string, Entry>()
const store = createStore<TextState>({ dirty: false, late: false, error: null, savedAt: null, conflicts: [], gone: [] })
export const useTextState = store.use
export const textState = store.get

/** Another number whenever an item without an open editor shows another text than before. */
const shown = createStore(0)
export const useShownText = shown.use

let savedAt: string | null = null
/** Settles the one promise that the foot counts as "saving". */
let settle: (() => void) | null = null

function summarise(): void {
  const all = [...entries.values()].map((entry) => ({ entry, state: entry.saver.state() }))
  for (const { state } of all) if (state.savedAt !== null && (savedAt === null || state.savedAt > savedAt)) savedAt = state.savedAt
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
    error: all.find(({ state }) => state.error !== null && !state.gone)?.state.error ?? null,
    savedAt,
    conflicts,
    gone: all
      .filter(({ state }) => state.gone)
      .map(({ entry: { itemId, meetingId, title, saver } }) => ({ itemId, meetingId, title, blocks: saver.written() })),
  }
  if (JSON.stringify(next) !== JSON.stringify(store.get())) store.set(next)
  if (dirty && settle === null) {
    const waiting = Promise.withResolvers<void>()
    settle = waiting.resolve
    trackWrite(waiting.promise).catch(() => undefined)
  } else if (!dirty && settle !== null) {
    settle()
    settle = null
  }
}

/** The blocks of an item as it is stored. */
export function blocksOf(item: Item): Block[] {
  return item.paragraphs.map(({ id, kind, text }) => ({ id, kind, text: storedText(text) }))
}

async function read(meetingId: string, itemId: string): Promise<Stored> {
  const view = await call('meetings.get', { id: meetingId })
  const item = view.items.find((one) => one.id === itemId)
  if (item === undefined) throw new CallError('item.not-found')
  return { blocks: blocksOf(item), version: view.version }
}

/** The saver of an item, made when its text is first touched. `show` puts blocks from elsewhere into its editor. */
export function saverFor(view: View, item: Item, show: (blocks: readonly Block[]) => void): Saver {
  const known = entries.get(item.id)
  if (known !== undefined) {
    known.show = show
    return known.saver
  }
  const saver = new Saver(
    { blocks: blocksOf(item), version: view.version },
    {
      send: ({ operations, order }) =>
        write('items.saveText', { id: item.id, operations: [...operations], order: [...order] }),
      read: () => read(view.id, item.id),
      codeOf: (error) => (error instanceof CallError ? error.code : 'host.unreachable'),
      timers: {
        now: () => performance.now(),
        set: (run, wait) => window.setTimeout(run, wait),
        // What `set` gave.
        clear: (handle) => window.clearTimeout(handle as number),
      },
      replaced: (blocks) => {
        const show = entries.get(item.id)?.show ?? null
        if (show === null) shown.set(shown.get() + 1)
        else show(blocks)
      },
      changed: summarise,
    },
  )
  entries.set(item.id, { meetingId: view.id, itemId: item.id, title: item.title, saver, show })
  return saver
}

function isClean({ saver }: Entry): boolean {
  const { clean, conflicts, gone } = saver.state()
  return clean && !gone && conflicts.length === 0
}

/** The editor of an item has closed with these blocks: they go at once. */
export function release(itemId: string, blocks: readonly Block[]): void {
  const entry = entries.get(itemId)
  if (entry === undefined) return
  entry.show = null
  entry.saver.edit(blocks)
  void entry.saver.flush()
}

/** Hands a meeting as read to the savers of its items. */
export function receive(view: View): void {
  for (const item of view.items) {
    const entry = entries.get(item.id)
    if (entry === undefined) continue
    entry.title = item.title
    entry.saver.received({ blocks: blocksOf(item), version: view.version })
    // Only now does what was read hold all that was written here.
    if (entry.show !== null || !isClean(entry) || entry.saver.version() > view.version) continue
    entries.delete(item.id)
    shown.set(shown.get() + 1)
  }
  summarise()
}

/** What an item shows: text written here that is not stored yet, else what is stored. */
export function shownBlocks(item: Item): readonly Block[] {
  return entries.get(item.id)?.saver.written() ?? blocksOf(item)
}

/** Sends everything unsaved; resolves when it is acknowledged. */
export async function flushAll(): Promise<void> {
  await Promise.all([...entries.values()].map(({ saver }) => saver.flush()))
}

export function settleConflict(itemId: string, paragraphId: string, choice: 'mine' | 'stored'): void {
  entries.get(itemId)?.saver.resolve(paragraphId, choice)
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
  const blocks = entry.saver.written().map((block) => ({ ...block, id: crypto.randomUUID() }))
  await write('items.saveText', {
    id: made.id,
    operations: blocks.map(({ id, kind, text }) => ({ op: 'put', paragraphId: id, kind, text, base: null })),
    order: blocks.map(({ id }) => id),
  })
  forget(itemId)
}

/** Gives up the text of an item that is gone. */
export function forget(itemId: string): void {
  entries.get(itemId)?.saver.discard()
  entries.delete(itemId)
  summarise()
}

/** Leaving the window sends what is unsaved, and asks only when something would be lost. Returns its own end. */
export function guardLeaving(): () => void {
  const send = () => void flushAll()
  const hidden = () => {
    if (document.visibilityState === 'hidden') send()
  }
  const leave = (event: BeforeUnloadEvent) => {
    if (!store.get().dirty) return
    send()
    event.preventDefault()
  }
  window.addEventListener('beforeunload', leave)
  window.addEventListener('pagehide', send)
  document.addEventListener('visibilitychange', hidden)
  return () => {
    window.removeEventListener('beforeunload', leave)
    window.removeEventListener('pagehide', send)
    document.removeEventListener('visibilitychange', hidden)
  }
}
