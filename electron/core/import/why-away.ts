/** Why somebody is away, said in a bracket behind the mark of it: "(förhinder, arbetar natt)". */
import { noMarks, takeMarks } from './marks.ts'
import type { Marks } from './marks.ts'
import { hasRoleWord } from './roles.ts'
import { startsLower } from './words.ts'

/** A bracket's words without the reason, which goes to the words kept; all of them where none is given. */
export function withoutReason(content: string, marks: Marks): string {
  const [said = '', ...why] = content.split(/[,;] ?/u).map((piece) => piece.trim())
  const own = noMarks()
  const away = takeMarks(said, own).trim() === '' && (own.status === 'excused' || own.status === 'absent')
  const tells = (words: string): boolean =>
    startsLower(words) && !hasRoleWord(words) && takeMarks(words, noMarks()) === words
  if (why.length === 0 || !away || !why.every((words) => tells(words))) return content
  marks.kept.push(...why)
  return said
}
