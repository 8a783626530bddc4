/** Fields on lines of their own below what is to be done: "Ansvarig: NN", "Klart: v. 12", "ACTION: NN". */
import type { ProposedItem } from '#contract/proposal.ts'
import type { Chunk } from './chunks.ts'
import { dueOf, saysState } from './due.ts'
import type { ItemAdder } from './item-adder.ts'
import { pointMark } from './lines.ts'
import { listedTask } from './listed-tasks.ts'
import { personName } from './owners.ts'
import { hasRoleWord, isRoleLabel } from './roles.ts'
import { sentencesOf } from './sentences.ts'
import { wordsOf } from './words.ts'

/** A name or initials, and nothing that they are to do. */
function isOwnerAlone(words: string): boolean {
  return (
    /^\p{Lu}{2,3}(?: ?[/,&+] ?\p{Lu}{2,3})*$/u.test(words) ||
    words.split(/ (?:och|and|&) |, ?|\//u).every((name) => personName(name))
  )
}

/** "TOWN CLERK", "Heads of School": an office and nothing that it is to do. */
function isOffice(words: string): boolean {
  if (wordsOf(words).length > 4 || !/^\p{Lu}[\p{L} &’'-]+$/u.test(words) || / to /u.test(words)) return false
  const head = /^(?<head>\p{Lu}\p{L}+?)s? of (?:the )?\p{Lu}/u.exec(words)?.groups?.['head']
  return isRoleLabel(words) || (head !== undefined && hasRoleWord(head))
}

/**
 * "Ansvarig: NN", "Klart: …" on a line below what is to be done. `lastField` is the action that the line before was about;
 * returns the one that this line is about, false when the line is no such field.
 */
export function addField(
  adder: ItemAdder,
  chunk: Chunk,
  words: string,
  lastField: ProposedItem['actions'][number] | null,
): ProposedItem['actions'][number] | null | false {
  const { item, context, add, addAction } = adder
  const match =
    /^(?<label>ansvariga?|ansv\.?|owner|responsible|klart?|klart senast|deadline|due(?: date)?|senast|action|åtgärd)\s*:\s*(?<value>.+)$/iu.exec(
      words,
    )
  // "Ansvarig: NN. Klart: v. 12" says both on one line.
  const both = /^(?<owner>[^:]{2,60}?)[.,;]? +(?:klart?(?: senast)?|deadline|due|senast)\s*:\s*(?<due>.+)$/iu.exec(
    match?.groups?.['value'] ?? '',
  )?.groups
  const value = (both?.['owner'] ?? match?.groups?.['value'])?.replace(/\.$/u, '').trim()
  const before = item.blocks.length - 1
  const above = item.blocks[before]
  if (match === null || value === undefined || above === undefined || chunk.text.length > 160) return false
  const label = match.groups?.['label'] ?? ''
  // "ACTION: NN" with nothing to do beside the name is about the words above, however far.
  const named = /^(?:action|åtgärd)/iu.test(label)
  if (named ? !(isOwnerAlone(value) || context.crew.knows(value) || isOffice(value)) : chunk.gapBefore) return false
  // "Ansvarig: Saga ringer polisen.": no name, but what somebody does.
  if (sentencesOf(value).some((one) => listedTask(one.text, context.crew) !== null)) return false
  const owner = named || /^(?:ansv|owner|responsible)/iu.test(label)
  const line = chunk.lines[0]?.n ?? 0
  add(chunk, 'paragraph', words)
  const last = item.actions.at(-1)
  const open = last !== undefined && (last.block >= before - 1 || lastField === last)
  if (open && owner && last.owner === null) last.owner = value
  else if (open && !owner && last.due === null && !saysState(value)) last.due = context.due(value, line)
  else if (owner) {
    const said = above.text.slice(pointMark(above.text))
    const what = named ? (sentencesOf(said).at(-1)?.text ?? said) : above.text
    // Whose it is has been said in the words already.
    if (named && item.actions.some((one) => one.block === before && one.text === what)) return lastField
    addAction({ text: what, owner: value, dueWords: named ? dueOf(what) : null }, line, before, above.kind !== 'action')
  }
  const when = both?.['due']?.replace(/\.$/u, '')
  const done = item.actions.at(-1)
  if (when !== undefined && done?.owner === value && done.due === null && !saysState(when))
    done.due = context.due(when, line)
  return item.actions.at(-1) ?? null
}
