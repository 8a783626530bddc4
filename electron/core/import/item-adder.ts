/** Puts blocks, decisions and actions into an item, and gives their lines a place. */
import type { ProposedItem } from '#contract/proposal.ts'
import { actionInDecision } from './actions.ts'
import type { Chunk } from './chunks.ts'
import { dueOfTask } from './due.ts'
import type { FoundAction } from './found-action.ts'
import type { ItemContext } from './item-context.ts'
import { listedTask } from './listed-tasks.ts'
import { sentencesOf } from './sentences.ts'
import { bracketed } from './tasks.ts'

/** "( , senast 30 april)": whose and until when, and nothing that is to be done. */
export function asksNothing({ text, owner, dueWords }: FoundAction): boolean {
  const what = text
    .replace(dueWords ?? '', ' ')
    .replace(owner ?? '', ' ')
    .replace(
      /(?<!\p{L})(?:senast|klart?|till|deadline|due|by|before|no later than|ansvarig|owner|den|the)(?!\p{L})/giu,
      ' ',
    )
  return !/\p{L}/u.test(what)
}

/** What is compared of an action; a table of ours says in words what nobody knows. */
export function actionKey(text: string, owner: string | null, due: string | null): string {
  const known = (value: string | null) => (/^(?:uppgift saknas|not stated)$/iu.test(value ?? '') ? '' : (value ?? ''))
  const words = [text.trim().replace(/\.$/u, ''), known(owner), known(due)]
  return words.map((value) => value.toLowerCase()).join('\t')
}

type BlockKind = 'paragraph' | 'list' | 'decision' | 'action'

export interface ItemAdder {
  item: ProposedItem
  context: ItemContext
  /** A block whose lines have their place already; its index. */
  push: (chunk: Chunk, kind: BlockKind, text: string) => number
  /** A block and the place of its lines; its index. */
  add: (chunk: Chunk, kind: BlockKind, text: string) => number
  /** The line of a chunk on which words begin. */
  lineOf: (chunk: Chunk, words: string) => number
  /** `due` is an ISO date or the words that say when; it is worked out from the action where none is given. */
  addAction: (found: FoundAction, line: number, block: number, inline: boolean, due?: string | null) => void
  /** A decision, and the tasks that it hands out. */
  addDecision: (text: string, line: number, block: number, inline: boolean) => void
}

export function newAdder(item: ProposedItem, context: ItemContext): ItemAdder {
  const push = (chunk: Chunk, kind: BlockKind, text: string): number => {
    const from = chunk.lines[0]?.n ?? 0
    const to = chunk.lines.at(-1)?.n ?? from
    return item.blocks.push({ kind, text, lines: [from, to] }) - 1
  }
  const add = (chunk: Chunk, kind: BlockKind, text: string): number => {
    const index = push(chunk, kind, text)
    for (const line of chunk.lines) context.place(line, kind, index)
    return index
  }
  const lineOf = (chunk: Chunk, words: string): number => {
    const start = words.slice(0, 18)
    return (chunk.lines.find((line) => line.text.includes(start)) ?? chunk.lines[0])?.n ?? 0
  }
  const addAction: ItemAdder['addAction'] = (
    found,
    line,
    block,
    inline,
    due = context.due(found.dueWords ?? dueOfTask(found.text), line),
  ) => {
    const text = found.text.trim()
    if (text === '' || asksNothing(found)) return
    item.actions.push({ text, owner: found.owner, due, line, block, inline })
    context.said.add(actionKey(text, found.owner, due))
  }
  const addDecision: ItemAdder['addDecision'] = (text, line, block, inline) => {
    item.decisions.push({ text, line, block, inline })
    const parts = /^(?:att|that) /iu.test(text) ? [text] : sentencesOf(text).map((sentence) => sentence.text)
    for (const part of parts) {
      // "att Adam ska ta in offerter", "that Tom would write": who does it is decided with it.
      const clause = part.replace(/^(?:att|that) /iu, '')
      const given = /^\p{Lu}.{1,60}? (?:ska|skall|will|would) /u.test(clause)
      const planned = given ? listedTask(clause.replace(/ would /u, ' will '), context.crew) : null
      const handed = planned === null ? null : { ...planned, text: clause }
      const task = actionInDecision(part) ?? bracketed(part) ?? handed
      if (task !== null) addAction(task, line, block, true)
    }
  }
  return { item, context, push, add, lineOf, addAction, addDecision }
}
