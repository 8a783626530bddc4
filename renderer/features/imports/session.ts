/**
 * A reading-in as long as it lasts, kept when the page is left: files that wait, the preview shown, and
 * every decision about it, each of which can be taken back.
 */
import type { Input, Output } from '#contract/methods.ts'
import { maxImportText } from '#contract/envelope.ts'
import type { LineOverride } from '#contract/proposal.ts'
import { call, on } from '../../transport/client.ts'
import { write } from '../../transport/hooks.ts'
import { CallError } from '../../transport/host.ts'
import { createStore } from '../../ui/store.ts'
import { fileAsBase64 } from '../welcome/file.ts'
import { toCommit, undecided, type Decisions } from './decisions.ts'

type Source = { text: string } | { base64: string }

export type Draft = {
  /** Name of the file; null for pasted text. */
  name: string | null
  preview: Output<'imports.preview'>
  decisions: Decisions
  past: readonly Decisions[]
  future: readonly Decisions[]
  /** Index of the meeting shown. */
  meeting: number
  /** Chosen lines, from where the choice began to where it is now. */
  selection: { anchor: number; active: number } | null
}

export type Session = {
  waiting: readonly File[]
  /** How many files the person gave, and which of them is shown, from 1. */
  files: number
  file: number
  draft: Draft | null
  /** The text could not be read in: what was given, so that it can be tried in spite of it. */
  refused: { name: string | null; source: Source; error: unknown } | null
  /** Pasted text whose preview was left: it stands in the field again. */
  typed: string
  busy: boolean
  storing: boolean
  error: unknown
}

const empty: Session = {
  waiting: [],
  files: 0,
  file: 0,
  draft: null,
  refused: null,
  typed: '',
  busy: false,
  storing: false,
  error: null,
}
const store = createStore<Session>(empty)
export const useSession = store.use
export const session = store.get

/** A longer text is kept out of the field: laying it out there would only take time. */
export const longText = 50_000

/** Bytes that fit into a call as base64. */
const mostBytes = 20_900_000
const mostSteps = 500

const change = (part: Partial<Session>) => store.set({ ...store.get(), ...part })

function changeDraft(part: Partial<Draft>): void {
  const { draft } = store.get()
  if (draft !== null) change({ draft: { ...draft, ...part } })
}

let following = false
/** Another workspace is another register: nothing of the reading is left. */
function followWorkspace(): void {
  if (following) return
  following = true
  on((event) => {
    if (event.type === 'workspace') reset()
  })
}

let asked = 0

/** Null when a later question has overtaken this one, whatever came of it. */
async function ask(source: Source, overrides: Decisions['overrides']): Promise<Output<'imports.preview'> | null> {
  asked += 1
  const mine = asked
  const list = [...overrides].map(([line, part]) => ({ line, part }))
  const input: Input<'imports.preview'> = list.length === 0 ? source : { ...source, overrides: list }
  try {
    const preview = await call('imports.preview', input)
    return mine === asked ? preview : null
  } catch (error) {
    if (mine === asked) throw error
    return null
  }
}

async function begin(name: string | null, source: Source, overrides: Decisions['overrides']): Promise<void> {
  followWorkspace()
  change({ busy: true, error: null, refused: null, draft: null })
  try {
    const preview = await ask(source, overrides)
    if (preview === null) return
    const decisions = { ...undecided, overrides }
    const draft = { name, preview, decisions, past: [], future: [], meeting: 0, selection: null }
    change({ busy: false, draft })
  } catch (error) {
    change({ busy: false, refused: { name, source, error } })
  }
}

/** Reads pasted text. */
export async function takeText(text: string): Promise<void> {
  change({ waiting: [], files: 0, file: 0 })
  const source = { text: text.toWellFormed() }
  if (text.length > maxImportText) {
    const error = new CallError('import.too-large', { limit: maxImportText })
    change({ draft: null, refused: { name: null, source: { text: '' }, error } })
    return
  }
  await begin(null, source, new Map())
}

/** Reads files, one after the other. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return
  change({ waiting: files, files: files.length, file: 0 })
  await nextFile()
}

/** Goes to the next waiting file; without one the session is over. True when there was one. */
export async function nextFile(): Promise<boolean> {
  const [file, ...waiting] = store.get().waiting
  if (file === undefined) {
    reset()
    return false
  }
  change({ waiting, file: store.get().file + 1, draft: null, refused: null, error: null, busy: true })
  asked += 1
  const mine = asked
  try {
    if (file.size > mostBytes) throw new CallError('import.too-large', { limit: maxImportText })
    const base64 = await fileAsBase64(file)
    // Left, or another file given, while this one was read.
    if (mine === asked) await begin(file.name, { base64 }, new Map())
  } catch (error) {
    if (mine !== asked) return true
    const told = error instanceof CallError ? error : new CallError('file.unreadable', { file: file.name })
    change({ busy: false, refused: { name: file.name, source: { text: '' }, error: told } })
  }
  return true
}

/** Reads a refused text all the same: the person has said that its first line is a title. */
export async function readAnyway(): Promise<void> {
  const { refused } = store.get()
  if (refused === null) return
  const first = 'text' in refused.source ? refused.source.text.split(/\r\n|\n|\r/).findIndex((line) => line.trim()) : 0
  await begin(refused.name, refused.source, new Map([[Math.max(first, 0) + 1, 'title' as const]]))
}

export function reset(): void {
  asked += 1
  store.set(empty)
}

/** Leaves the preview; a pasted text goes back to where it was pasted. */
export function leave(): void {
  const { draft } = store.get()
  reset()
  if (draft !== null && draft.name === null && draft.preview.text.length < longText)
    change({ typed: draft.preview.text })
}

/** Keeps the meeting in view that holds the active line, whatever the new reading made of the text. */
function meetingAt(preview: Draft['preview'], line: number | null, before: number): number {
  const found =
    line === null ? -1 : preview.meetings.findIndex(({ proposal: { lines } }) => line >= lines[0] && line <= lines[1])
  return found >= 0 ? found : Math.min(before, preview.meetings.length - 1)
}

/** Takes over decisions; when they change how lines are read, the text is read again first. */
async function decide(decisions: Decisions, past: readonly Decisions[], future: readonly Decisions[]): Promise<void> {
  const { draft } = store.get()
  if (draft === null) return
  if (decisions.overrides === draft.decisions.overrides) {
    changeDraft({ decisions, past, future })
    return
  }
  change({ busy: true, error: null })
  try {
    const preview = await ask({ text: draft.preview.text }, decisions.overrides)
    const now = store.get().draft
    if (preview === null || now === null) return
    // How the file was coded is known from its first reading only.
    const { encoding, replaced } = draft.preview
    const meeting = meetingAt(preview, now.selection?.active ?? null, now.meeting)
    change({
      busy: false,
      draft: { ...now, preview: { ...preview, encoding, replaced }, decisions, past, future, meeting },
    })
  } catch (error) {
    change({ busy: false, error })
  }
}

/** Makes a decision, as one step that can be taken back. */
export function make(part: Partial<Decisions>): Promise<void> {
  const { draft, busy } = store.get()
  if (draft === null || busy) return Promise.resolve()
  return decide({ ...draft.decisions, ...part }, [...draft.past.slice(-mostSteps), draft.decisions], [])
}

/** Takes the last decision back. False when there is none. */
export function takeBack(): boolean {
  const { draft, busy } = store.get()
  const last = draft?.past.at(-1)
  if (draft === null || last === undefined || busy) return false
  void decide(last, draft.past.slice(0, -1), [draft.decisions, ...draft.future])
  return true
}

export function takeForward(): boolean {
  const { draft, busy } = store.get()
  const [next, ...future] = draft?.future ?? []
  if (draft === null || next === undefined || busy) return false
  void decide(next, [...draft.past, draft.decisions], future)
  return true
}

/** Reads the chosen lines as `part`; null gives them back to the reader. */
export function setPart(part: LineOverride | null): Promise<void> {
  const { draft } = store.get()
  if (draft?.selection === null || draft === null) return Promise.resolve()
  const { anchor, active } = draft.selection
  const [from, to] = [Math.min(anchor, active), Math.max(anchor, active)]
  const placements = draft.preview.meetings[draft.meeting]?.proposal.placements ?? []
  const overrides = new Map(draft.decisions.overrides)
  for (const { line, part: now } of placements) {
    if (line < from || line > to || now === 'blank') continue
    if (part === null) overrides.delete(line)
    else overrides.set(line, part)
  }
  return make({ overrides })
}

export function select(active: number, extend = false): void {
  const { draft } = store.get()
  if (draft === null) return
  changeDraft({ selection: { anchor: extend ? (draft.selection?.anchor ?? active) : active, active } })
}

export function showMeeting(meeting: number): void {
  changeDraft({ meeting, selection: null })
}

/** The register may have changed meanwhile: matches and what is known are asked for again. */
export async function refresh(): Promise<void> {
  const { draft, busy, storing } = store.get()
  if (draft === null || busy || storing) return
  try {
    const preview = await ask({ text: draft.preview.text }, draft.decisions.overrides)
    const now = store.get().draft
    if (preview === null || now === null || now.decisions.overrides !== draft.decisions.overrides) return
    const { encoding, replaced } = draft.preview
    changeDraft({ preview: { ...preview, encoding, replaced } })
  } catch {
    // What is shown stays; the text is read again when it is stored.
  }
}

/** Stores what is shown. Null when it was refused; `error` of the session then says why. */
export async function commit(): Promise<Output<'imports.commit'> | null> {
  const { draft, storing, busy } = store.get()
  if (draft === null || storing || busy) return null
  change({ storing: true, error: null })
  try {
    const title = draft.preview.meetings[0]?.proposal.title ?? ''
    const name = (draft.name ?? title)
      .replace(/\p{Cc}/gu, ' ')
      .slice(0, 300)
      .trim()
    const done = await write('imports.commit', toCommit(draft.preview, draft.decisions, name === '' ? '–' : name))
    change({ storing: false })
    return done
  } catch (error) {
    change({ storing: false, error })
    return null
  }
}
