/** Tasks by the signs around them: an arrow in running text, an open box, "NN ansvarar" behind what is to be done. */
import { actionOf } from './actions.ts'
import type { Crew } from './crew.ts'
import { dueOfTask } from './due.ts'
import type { FoundAction } from './found-action.ts'
import { listedTask } from './listed-tasks.ts'

const arrow = /\s(?:[→⇒►]|[-=]{1,2}>)\s+(?=\p{Lu})/u

/** "Listan dröjer → Saga ringer dem": what stands before the arrow, and the task behind it; null where none stands there. */
export function behindArrow(sentence: string, crew: Crew): { before: string; task: FoundAction } | null {
  const at = sentence.length > 600 ? null : arrow.exec(sentence)
  if (at === null) return null
  const behind = sentence.slice(at.index + at[0].length)
  const task = listedTask(behind, crew) ?? actionOf(behind)
  return task === null ? null : { before: sentence.slice(0, at.index), task }
}

const answers =
  /^(?<owner>\p{Lu}.{0,50}?) (?:ansvarar|är ansvariga?|(?:håller i|sköter|ordnar|fixar|bevakar|tar (?:hand om)?) ?(?:det|detta|den|frågan|saken|arbetet))(?: för (?:det|detta|den|frågan|saken|arbetet))?(?:[, ] ?(?<when>(?:klart?|senast|till|före|innan|omgående|snarast)(?!\p{L}).{0,60}))?\.?$/u

/** "Saga ansvarar, klart v. 12.": who sees to what the sentence before says; null for any other sentence. */
export function answersForIt(sentence: string, crew: Crew): { owner: string; dueWords: string | null } | null {
  const { owner, when } = sentence.length > 160 ? {} : (answers.exec(sentence)?.groups ?? {})
  return owner !== undefined && crew.knows(owner) ? { owner, dueWords: dueOfTask(when ?? '') } : null
}

/** "☐ …", "[ ] …": yet to be done. */
export function isOpenBox(text: string): boolean {
  return /^(?:☐|\[ ?\])/u.test(text)
}

/** "☑ …", "[x] …": done, where others stand open. */
export function isTicked(text: string): boolean {
  return /^(?:☑|\[[xX]\])/u.test(text)
}

const boxed =
  /^(?:☐|\[ ?\]) *(?<what>.+?)(?: +[–—-] +|, )(?<owner>\p{Lu}[^,;:()]{1,60}?)(?:[,;] ?(?<when>\S[^–—]{0,60}))?$/u

/** "☐ Offert på skaft – Saga, v. 12": what an open box asks for, whose it is and until when. Null without somebody listed. */
export function openBox(text: string, crew: Crew): FoundAction | null {
  const { what, owner, when } =
    text.length > 400 || !isOpenBox(text) ? {} : (boxed.exec(text.replace(/\.$/u, ''))?.groups ?? {})
  if (what === undefined || owner === undefined || !crew.knows(owner)) return null
  const dueWords = when === undefined ? null : dueOfTask(when)
  return when !== undefined && dueWords === null ? null : { text: what, owner, dueWords }
}
