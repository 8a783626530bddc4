/** An action in the text of its item: what is to be done, by whom and by when. The importer reads it back. */
import type { MeetingJson } from '#contract/minutes.ts'
import { isDay } from '#contract/calendar.ts'
import { labelledAction } from '#core/import/action-entries.ts'
import { dueIn } from '#core/import/due.ts'
import { spellDate } from './dates.ts'
import { fill } from './texts.ts'
import type { DocumentTexts } from './texts.ts'
import type { Language } from './typography.ts'
import { addParagraph, foreignWords, printedLines } from './writer.ts'
import type { Writing } from './writer.ts'

type Block = MeetingJson['items'][number]['blocks'][number]
export type ActionBlock = Block & { charge: NonNullable<Block['charge']> }

/** Older versions do not say whose an action is beside its words, and keep the line that they were approved with. */
export function isCharged(block: Block): block is ActionBlock {
  return block.kind === 'action' && block.charge !== undefined
}

const bare = (text: string) => text.trim().replace(/\.$/u, '')

/** Ends a sentence that has no sign of its own. */
const ended = (text: string) => (/[.!?:;…]$/u.test(text) ? text : `${text}.`)

/**
 * "Åtgärd: Ta fram underlag. Ansvarig: Siv Prov. Klart: den 10 december 2026.": what the words say already is not said
 * again, what nobody knows is not said at all. The same words stand in the comparison of two versions.
 */
export function actionText({ text, charge: { owner, due } }: ActionBlock, texts: DocumentTexts, language: Language) {
  const words = text.trim()
  if (words === '') return ''
  const [name, when] = [bare(owner ?? ''), bare(due ?? '')]
  const day = isDay(when) ? spellDate(when, language) : when
  const said = [
    name === '' || words.includes(name) ? '' : fill(texts.actionOwner, { name }),
    day === '' || words.includes(day) || dueIn(words) !== null ? '' : fill(texts.actionDue, { date: day }),
  ].filter((sentence) => sentence !== '')
  const what = labelledAction(words) === null ? `${texts.action}: ${words}` : words
  return said.length === 0 ? what : [ended(what), ...said].join(' ')
}

export function addAction(writing: Writing, block: ActionBlock): void {
  for (const line of printedLines(writing, actionText(block, writing.texts, writing.foreign.language)))
    addParagraph(writing, line, { foreign: foreignWords(writing, block) })
}
