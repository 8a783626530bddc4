/** What the find bar remembers while a meeting is shown. */
import { showAndFocus } from '../../../ui/show-and-focus.ts'
import { createStore } from '../../../ui/store.ts'

export type FindState = {
  open: boolean
  replacing: boolean
  query: string
  words: string
  matchCase: boolean
  wholeWord: boolean
  /** Which match is the chosen one. */
  at: number
}

const store = createStore<FindState>({
  open: false,
  replacing: false,
  query: '',
  words: '',
  matchCase: false,
  wholeWord: false,
  at: 0,
})
export const useFind = store.use
export const findState = store.get
export function setFind(part: Partial<FindState>): void {
  store.set({ ...store.get(), ...part })
}

export const findFieldId = 'find-query'
/** What is selected is looked for, when it is a few words of one line. */
const longest = 100

export function openFind(replacing: boolean): void {
  const selected = window.getSelection()?.toString().trim() ?? ''
  const query = selected !== '' && selected.length <= longest && !selected.includes('\n') ? selected : null
  const show = () =>
    setFind({
      open: true,
      replacing: replacing || (findState().open && findState().replacing),
      ...(query === null ? {} : { query, at: 0 }),
    })
  showAndFocus(show, findFieldId, (field) => field instanceof HTMLInputElement && field.select())
}
