/** What a meeting's page remembers while it is shown. */
import type { Input } from '#contract/methods.ts'
import { announce } from '../../../shell/announce.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { write, type WriteName } from '../../../transport/hooks.ts'
import { closeDrawer } from '../../../ui/drawer.ts'
import { createStore } from '../../../ui/store.ts'
import type { Caret } from '../editor/caret.ts'
import type { OpenEditor } from '../editor/open-editor.ts'
import type { SlashMenu } from '../editor/slash.ts'
import { flushAll } from '../text/savers.ts'

export type SideTab = 'people' | 'findings' | 'unplaced' | 'word' | 'history'

type PageState = {
  /** The item one is at. */
  here: string | null
  /** The item that scrolling has brought to the top, when that is another one. */
  seen: string | null
  /** The item whose text is open for writing, and where the caret goes when it opens. */
  writing: { itemId: string; caret: Caret } | null
  tab: SideTab
  /** The participant whose row has the focus, and the one whose fields are open. */
  person: string | null
  openPerson: string | null
  adding: boolean
}

const fresh: PageState = {
  here: null,
  seen: null,
  writing: null,
  tab: 'people',
  person: null,
  openPerson: null,
  adding: false,
}

const store = createStore<PageState>(fresh)
export const usePageState = store.use
export const pageState = store.get
export function setPageState(part: Partial<PageState>): void {
  // Whoever goes somewhere is seen there, until the page is scrolled again.
  store.set({ ...store.get(), ...(part.here === undefined ? {} : { seen: null }), ...part })
}
export function resetPageState(): void {
  store.set(fresh)
}

const menu = createStore<SlashMenu | null>(null)
export const useSlashMenu = menu.use
export const setSlashMenu = menu.set

/** The editor that is open, for commands of the palette and the keys. */
const editor = createStore<OpenEditor | null>(null)
export const openEditorNow = editor.get
export const setOpenEditor = editor.set

export function startWriting(itemId: string, caret: Caret): void {
  closeDrawer('stay')
  const { writing } = store.get()
  if (writing?.itemId === itemId) {
    editor.get()?.select(caret)
    editor.get()?.focus()
    setPageState({ here: itemId })
  } else setPageState({ here: itemId, writing: { itemId, caret } })
}

/** Runs a change to the meeting after the text before it; says what went wrong. Gives whether it went through. */
export async function change<K extends WriteName>(name: K, input: Input<K>): Promise<boolean> {
  try {
    // The order of writes is the order of undoing.
    await flushAll()
    await write(name, input)
    return true
  } catch (error) {
    announce(errorText(error))
    return false
  }
}
