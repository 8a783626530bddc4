/** Tasks of "hon", "they" and the like, whose name stands in the sentence before. */
import type { Crew } from './crew.ts'
import type { FoundAction } from './found-action.ts'
import { listedTask, tellsNow } from './listed-tasks.ts'

const one = "\\p{Lu}[\\p{L}'’-]*(?: (?:(?:von|af|de|van|el|al) )?\\p{Lu}[\\p{L}'’-]+){0,3}"
const subject = new RegExp(`^(?:[^:.]{2,40}: )?(?<name>${one})(?= \\p{Ll})`, 'u')
const pair = new RegExp(`${one}(?:, ${one}){0,3} (?:och|samt|and|&) ${one}`, 'gu')
const opening = /^(?:(?<one>Hon|Han|Hen|He|She)|(?<all>De|They)) (?=\p{Ll})/u

/** "Hon åtar sig …": whom a pronoun means by the sentences before it, the last of them last; null for any other word. */
export function meantBy(pronoun: string, before: readonly string[], crew: Crew): string | null {
  const { one: single, all } = opening.exec(`${pronoun.slice(0, 1).toUpperCase()}${pronoun.slice(1)} x`)?.groups ?? {}
  const word = single ?? all
  if (word === undefined) return null
  // "Hon var nöjd. Hon skriver på …": the name stands further in front.
  const said = before.slice(-3).findLast((text) => !text.startsWith(`${word} `)) ?? ''
  if (said.length > 600) return null
  if (single !== undefined) {
    const name = subject.exec(said)?.groups?.['name']
    return name !== undefined && crew.knows(name) ? name : null
  }
  const named = [...said.matchAll(pair)].map(([names]) => names).filter((names) => crew.knows(names))
  return named.length === 1 ? (named[0] ?? null) : null
}

/** "Saga och Bror valdes. De tar fram en budget.": the task, owned by whom the sentence before names. */
export function pronounTask(sentence: string, before: readonly string[], crew: Crew): FoundAction | null {
  const pronoun = before.length === 0 || sentence.length > 400 ? null : opening.exec(sentence)
  const owner = pronoun === null ? null : meantBy(pronoun[0].trim(), before, crew)
  if (pronoun === null || owner === null) return null
  const spoken = `${owner} ${sentence.slice(pronoun[0].length)}`
  const task = listedTask(spoken, crew)
  if (task === null || (task.dueWords === null && tellsNow(spoken, owner, crew))) return null
  return { ...task, text: sentence, owner }
}
