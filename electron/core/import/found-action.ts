/** What every way of finding an action says of it. */
export interface FoundAction {
  text: string
  owner: string | null
  /** The words that say when, as written. */
  dueWords: string | null
}
