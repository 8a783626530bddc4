/** Several sentences on one line that each name people: "Närvarande var … . Från departementet deltog … . Förhinder hade …". */
import { readPeopleHeading } from './people-headings.ts'
import type { PeopleHeading } from './people-headings.ts'
import { namesSomebody } from './people-list-shape.ts'
import { sentencesOf } from './sentences.ts'

/**
 * What a line of several sentences says of who was there, one heading with its names for each; null where the first says
 * nothing of it, or none but the first. A sentence that names nobody stands with its words in `after` of the one before.
 */
export function toldBySentence(text: string): PeopleHeading[] | null {
  const sentences = sentencesOf(text).map((sentence) => sentence.text)
  if (sentences.length < 2) return null
  const headings: PeopleHeading[] = []
  for (const sentence of sentences) {
    const heading = readPeopleHeading(sentence, true)
    const last = headings.at(-1)
    if (heading !== null && heading.rest !== '' && namesSomebody(heading.rest)) headings.push(heading)
    else if (last === undefined) return null
    else last.after = last.after === undefined ? sentence : `${last.after} ${sentence}`
  }
  return headings.length > 1 ? headings : null
}
