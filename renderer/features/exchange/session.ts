/** A file of contacts on its way in: how it is read, what is chosen, what came of it. Kept while one looks elsewhere. */
import type { ContactChoice, ContactRow, ContactsPreview } from '#contract/exchange.ts'
import type { Input, Output } from '#contract/methods.ts'
import { maxImportText } from '#contract/envelope.ts'
import { call } from '../../transport/client.ts'
import { CallError } from '../../transport/host.ts'
import { write } from '../../transport/hooks.ts'
import { createStore } from '../../ui/store.ts'
import { fileAsBase64 } from '../welcome/file.ts'

/** What a person put right about the reading. */
export type Layout = Pick<Input<'contacts.preview'>, 'encoding' | 'separator' | 'header' | 'columns' | 'sheet'>

type Session = {
  busy: boolean
  file: { name: string; base64: string } | null
  /** As last asked for; that of the preview once it is there. */
  layout: Layout
  preview: ContactsPreview | null
  /** How the preview was read. */
  shown: Layout
  /** By row; a row without one follows the default. */
  choices: ReadonlyMap<number, ContactChoice>
  /** Known organisations by the file's names. */
  organisations: ReadonlyMap<string, string>
  done: Output<'contacts.commit'> | null
  error: unknown
}

const fresh: Session = {
  busy: false,
  file: null,
  layout: {},
  preview: null,
  shown: {},
  choices: new Map(),
  organisations: new Map(),
  done: null,
  error: null,
}
const store = createStore<Session>(fresh)
export const useSession = store.use

/** Bytes that fit into a call as base64. */
const mostBytes = 20_900_000
let asked = 0

export function startOver(): void {
  asked += 1
  store.set(fresh)
}

async function look(file: Session['file'], layout: Layout): Promise<void> {
  if (file === null) return
  asked += 1
  const mine = asked
  const before = store.get()
  store.set({ ...before, file, layout, busy: true, error: null })
  try {
    const preview = await call('contacts.preview', { base64: file.base64, ...layout })
    // Rows may be others now: what was chosen for them is asked again.
    if (mine === asked) store.set({ ...fresh, file, layout, shown: layout, preview })
  } catch (error) {
    // What is shown is what is taken in: a reading that failed leaves the one before it.
    if (mine === asked) store.set({ ...store.get(), layout: before.shown, busy: false, error })
  }
}

export const readAgain = (change: Layout): Promise<void> => look(store.get().file, { ...store.get().layout, ...change })

export async function takeFile(file: File): Promise<void> {
  startOver()
  const mine = asked
  try {
    if (file.size > mostBytes) throw new CallError('import.too-large', { limit: maxImportText })
    const base64 = await fileAsBase64(file).catch(() => {
      throw new CallError('file.unreadable', { file: file.name })
    })
    if (mine !== asked) return
    await look(
      {
        name:
          file.name
            .toWellFormed()
            .replace(/\p{Cc}/gu, '')
            .slice(0, 300) || '–',
        base64,
      },
      {},
    )
  } catch (error) {
    if (mine === asked) store.set({ ...fresh, error })
  }
}

/** What becomes of a row when nobody says: as the core does it. */
export function byDefault(row: ContactRow, index: number): ContactChoice {
  const [first] = row.match.candidates
  if (!row.usable) return { row: index, as: 'skip' }
  if (row.same !== null) return { row: index, as: 'same', with: row.same }
  if (row.match.verdict === 'exact' && first !== undefined) return { row: index, as: 'link', to: first.id }
  return { row: index, as: 'new' }
}

/** The row may be somebody known, or an earlier row, without its name saying so. */
export const isAsked = (row: ContactRow) =>
  row.usable && row.same === null && (row.near.length > 0 || row.match.verdict === 'near')

/** Something about the row is to be looked at: it is asked about, or something is wrong with it. */
export const isOpen = (row: ContactRow) => row.problems.length > 0 || isAsked(row)

export function choose(choice: ContactChoice): void {
  const session = store.get()
  store.set({ ...session, choices: new Map(session.choices).set(choice.row, choice) })
}

export function chooseOrganisation(name: string, to: string | null): void {
  const session = store.get()
  const organisations = new Map(session.organisations)
  if (to === null) organisations.delete(name)
  else organisations.set(name, to)
  store.set({ ...session, organisations })
}

export async function commit(): Promise<void> {
  const { file, shown, choices, organisations, busy } = store.get()
  if (file === null || busy) return
  store.set({ ...store.get(), busy: true, error: null })
  try {
    const done = await write('contacts.commit', {
      ...shown,
      base64: file.base64,
      name: file.name,
      choices: [...choices.values()],
      organisations: [...organisations].map(([name, to]) => ({ name, to })),
    })
    store.set({ ...fresh, done })
  } catch (error) {
    store.set({ ...store.get(), busy: false, error })
  }
}
