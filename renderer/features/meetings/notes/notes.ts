/** Notes that are being written. They outlive the page until they are acknowledged. */
import type { Output } from '#contract/methods.ts'
import { call, callLeaving } from '../../../transport/client.ts'
import { CallError } from '../../../transport/host.ts'
import { write } from '../../../transport/hooks.ts'
import { showAndFocus } from '../../../ui/show-and-focus.ts'
import { createStore } from '../../../ui/store.ts'
import type { View } from '../text/savers.ts'
import { NoteSaver } from './saver.ts'

export type AsideNote = Output<'notes.list'>['aside'][number]

/** The item whose note was opened, with or without words. */
const open = createStore<string | null>(null)
export const useOpenNote = open.use
export const openNote = open.set

const savers = new Map<string, NoteSaver>()
/** Where each note stands, by item. */
const places = new Map<string, { meetingId: string; title: string }>()
const shown = new Map<string, (text: string) => void>()

const flushNotes = () => Promise.all([...savers.values()].map((saver) => saver.flush()))

/** Says what is not acknowledged in a way that outlives the page. False when some of it is too much for that. */
function sayFarewell(): boolean {
  return [...savers].reduce((all, [id, saver]) => {
    const last = saver.farewell()
    const place = places.get(id)
    if (last !== null && saver.gone && place !== undefined)
      return callLeaving('notes.keepAside', { ...place, itemId: id, text: last.text }) && all
    const said = (last?.bases ?? []).map((base) => callLeaving('notes.set', { id, text: last?.text ?? '', base }))
    return all && said.every(Boolean)
  }, true)
}

let guarded = false
function guardLeaving(): void {
  if (guarded) return
  guarded = true
  window.addEventListener('beforeunload', (event) => {
    if (sayFarewell() && ![...savers.values()].some(({ failing }) => failing)) return
    void flushNotes()
    event.preventDefault()
  })
  window.addEventListener('pagehide', () => void sayFarewell())
}

/** Keeps a note whose item is gone, or, blank, no longer. A meeting that is gone too keeps nothing any more. */
async function setAside(meetingId: string, itemId: string, text: string, title = ''): Promise<void> {
  try {
    await write('notes.keepAside', { meetingId, itemId, title, text })
  } catch (error) {
    if (!(error instanceof CallError && error.code === 'meeting.not-found')) throw error
  }
}

/** The saver of an item's note, made when it is first shown. */
export function noteSaver(meetingId: string, itemId: string, title: string, stored: string): NoteSaver {
  places.set(itemId, { meetingId, title })
  const known = savers.get(itemId)
  if (known !== undefined) return known
  guardLeaving()
  const saver = new NoteSaver(stored, {
    send: (text, base) => write('notes.set', { id: itemId, text, base }),
    keep: (text) => setAside(meetingId, itemId, text, places.get(itemId)?.title ?? title),
    isGone: (error) => error instanceof CallError && error.code === 'item.not-found',
    read: async () => {
      const { notes } = await call('notes.list', { meetingId })
      return notes.find((note) => note.itemId === itemId)?.text ?? ''
    },
    isConflict: (error) => error instanceof CallError && error.code === 'text.conflict',
    replaced: (text) => shown.get(itemId)?.(text),
    now: () => performance.now(),
    set: (run, wait) => window.setTimeout(run, wait),
    // What `set` gave.
    clear: (timer) => window.clearTimeout(timer as number),
  })
  savers.set(itemId, saver)
  return saver
}

/** What is written in a note here; null when nobody has looked at it. */
export const noteText = (itemId: string) => savers.get(itemId)?.text ?? null

/** Hears when a note is another one than was typed; returns the way to stop hearing. */
export function onReplaced(itemId: string, listener: (text: string) => void): () => void {
  shown.set(itemId, listener)
  return () => void shown.delete(itemId)
}

/** A note whose item is gone: into its item where that has come back, else into a new one. Throws `CallError`. */
export async function rescueNote(view: View, { itemId, title, text }: AsideNote): Promise<void> {
  const meetingId = view.id
  const isBack = view.items.some((item) => item.id === itemId)
  const id = isBack ? itemId : (await write('items.add', { meetingId, after: view.items.at(-1)?.id ?? null, title })).id
  const { notes } = await call('notes.list', { meetingId })
  const base = notes.find((note) => note.itemId === id)?.text ?? ''
  await write('notes.set', { id, text: base === '' || base === text ? text : `${base}\n${text}`, base })
  // The field of an item that has come back follows its saver.
  if (isBack) await setAside(meetingId, itemId, '')
  else await forgetNote(meetingId, itemId)
}

/** Gives up a note whose item is gone. Throws `CallError`. */
export async function forgetNote(meetingId: string, itemId: string): Promise<void> {
  savers.delete(itemId)
  await setAside(meetingId, itemId, '')
}

export const noteFieldId = (itemId: string) => `note-${itemId}`

/** A note that was asked for before the notes were read, and what had the focus then. */
let awaited: { itemId: string; from: Element | null } | null = null

export function focusNote(itemId: string): void {
  awaited = { itemId, from: document.activeElement }
  showAndFocus(
    () => open.set(itemId),
    noteFieldId(itemId),
    () => (awaited = null),
  )
}

/** Whether a note that is shown now was asked for before, and nobody has gone anywhere else since. Once. */
export function takeAwaited(itemId: string): boolean {
  const now = awaited?.itemId === itemId && awaited.from === document.activeElement
  if (awaited?.itemId === itemId) awaited = null
  return now
}
