/** Whether words are something that is yet to be done. */
import { labelledAction } from './action-entries.ts'
import { actionOf } from './actions.ts'
import type { Crew } from './crew.ts'
import { asksFor } from './doing.ts'
import { dueOf } from './due.ts'
import type { FoundAction } from './found-action.ts'
import { listMark } from './lines.ts'
import { listedTask } from './listed-tasks.ts'

/** The task that words ask for or promise ("Boka lokal", "Bo ringer banken"); null where they only say what holds. */
export function taskIn(words: string, crew: Crew): FoundAction | null {
  const text = words.slice(listMark(words))
  const said = labelledAction(text) ?? listedTask(text, crew) ?? actionOf(text)
  return said ?? (asksFor(text) ? { text, owner: null, dueWords: dueOf(text) } : null)
}
