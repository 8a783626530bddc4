/** Adds blocks, decisions and actions to an item and places their lines. */
import type { LinePart, ProposedItem } from '#contract/proposal.ts'
import type { ActionColumns, DecisionColumns } from './action-columns.ts'
import { entryAction, labelledAction, namedAction } from './action-entries.ts'
import { actionOf } from './actions.ts'
import type { Chunk } from './chunks.ts'
import { decisionLabel } from './decision-headings.ts'
import { decisionsIn, splitThat, trimJoint } from './decisions.ts'
import type { LineEnd } from './end-columns.ts'
import type { FoundAction } from './found-action.ts'
import { asksNothing, newAdder } from './item-adder.ts'
import type { ItemContext } from './item-context.ts'
import { addField } from './item-field.ts'
import { addDecisionRow, addEnded, addRow } from './item-rows.ts'
import { addText } from './item-text.ts'
import type { InlinePart } from './item-text.ts'
import { bulletMark, listMark } from './lines.ts'
import { listedTask } from './listed-tasks.ts'
import { pronounTask } from './pronouns.ts'
import { sentencesOf } from './sentences.ts'
import { voteAt } from './told-votes.ts'

interface Builder {
  /** Text; `inline` is which of its sentences may decide something or hand out a task. */
  text: (chunk: Chunk, kind: 'paragraph' | 'list', inline: boolean | InlinePart) => void
  /** A decision in its words; `shown` is the block's text where that keeps a number in front of them. */
  decision: (chunk: Chunk, text: string, shown?: string) => void
  /** A line that announces decisions; `words` are what it says beyond that, and lead them in. */
  decisionHeading: (chunk: Chunk, words: string | null) => void
  /** Words in front of a decision on its own line, which lead it in. */
  lead: (chunk: Chunk, words: string) => void
  action: (chunk: Chunk, found: FoundAction) => void
  /** Text whose line ends in columns of who and until when. */
  ended: (chunk: Chunk, end: LineEnd) => void
  row: (chunk: Chunk, columns: ActionColumns) => boolean
  /** A row of a table of decisions; who is to see to it owns an action of the same words. */
  decisionRow: (chunk: Chunk, columns: DecisionColumns) => boolean
  /** "Ansvarig: NN", "Klart: …" on a line below what is to be done. False when the line is no such field. */
  field: (chunk: Chunk, text: string) => boolean
  forced: (chunk: Chunk, part: LinePart) => void
}

/** "The seat stays vacant. (Carried unanimously.)": what a bracket says behind the full stop is said of the decision. */
function withoutAside(text: string): string {
  return text.replace(/(?<=\p{L}{2}[.!]|\d\.) \([^()]{3,200}\)\.?$/u, '')
}

export function newBuilder(item: ProposedItem, context: ItemContext): Builder {
  const adder = newAdder(item, context)
  const { push, add, lineOf, addAction, addDecision } = adder
  let lastField: ProposedItem['actions'][number] | null = null
  const text: Builder['text'] = (chunk, kind, inline) => addText(adder, chunk, kind, inline)
  /** What stands behind a decision, with the sentences of the decision. */
  const textBehind = (chunk: Chunk, words: string, decided: string): void => {
    const before = sentencesOf(decided).map((one) => one.text)
    addText(adder, { ...chunk, text: words, parts: [words], kind: 'paragraph' }, 'paragraph', true, before)
  }
  /** Where behind a decision a sentence begins that only says what somebody does next; 0 where none does. */
  const taskAt = (words: string): number => {
    const [first, ...later] = sentencesOf(words)
    const isTask = (said: string): boolean => {
      const plain = /^(?<owner>\p{Lu}.{1,40}?) to \p{Ll}/u.exec(said)?.groups?.['owner']
      const answers = /^(?<owner>\p{Lu}.{1,50}?) (?:ansvarar för|är ansvarig för|åtar sig|tar på sig) /u.exec(said)
        ?.groups?.['owner']
      return (
        listedTask(said, context.crew) !== null ||
        pronounTask(said, [first?.text ?? ''], context.crew) !== null ||
        [plain, answers].some((by) => by !== undefined && context.crew.knows(by))
      )
    }
    return later.find((one) => isTask(one.text))?.index ?? 0
  }
  const builder: Builder = {
    text,
    decision: (chunk, words, shown = words) => {
      const cut = taskAt(words)
      if (cut > 0) {
        const to = shown.length - words.length + cut
        builder.decision(chunk, words.slice(0, cut).trim(), shown.slice(0, to).trim())
        textBehind(chunk, words.slice(cut).trim(), words.slice(0, cut).trim())
        return
      }
      const vote = /^(?:att|that) /iu.test(words.slice(listMark(words))) ? 0 : voteAt(sentencesOf(words))
      if (vote > 0) {
        builder.decision(chunk, words.slice(0, vote).trim(), shown.slice(0, shown.length - words.length + vote).trim())
        const rest = words.slice(vote).trim()
        text({ ...chunk, text: rest, parts: [rest], kind: 'paragraph' }, 'paragraph', false)
        return
      }
      const block = add(chunk, 'decision', shown)
      const bare = words.slice(listMark(words))
      const inner = /^(?:att|that) /iu.test(bare) ? [] : decisionsIn(bare, context.body).filter((found) => !found.whole)
      const texts = inner.length > 0 ? inner.map((found) => found.text) : splitThat(trimJoint(withoutAside(bare)))
      for (const one of texts) addDecision(trimJoint(one), lineOf(chunk, one), block, false)
    },
    decisionHeading: (chunk, words) => {
      const block = words === null ? null : push(chunk, 'paragraph', words)
      for (const line of chunk.lines) context.place(line, 'decisionHeading', block)
    },
    lead: (chunk, words) => void push(chunk, 'paragraph', words),
    action: (chunk, found) => {
      if (asksNothing(found)) {
        text(chunk, chunk.kind === 'list' ? 'list' : 'paragraph', false)
        return
      }
      const shown = chunk.text
        .slice(bulletMark(chunk.text))
        .replace(/^(?:åtgärd|action(?: item)?|ap|todo|to do|uppgift|uppdrag)\s*:\s*/iu, '')
      const block = add(chunk, 'action', shown)
      // "Åtgärd: Saga bokar lokal. Bror köper ris.": each has its own.
      const said = sentencesOf(found.text).map((one) => one.text)
      const tasks = said.length < 2 ? [] : said.map((one) => listedTask(one, context.crew))
      if (tasks.length > 1 && tasks.every((task) => task !== null))
        for (const task of tasks) addAction(task, lineOf(chunk, task.text), block, false)
      else addAction(found, chunk.lines[0]?.n ?? 0, block, false)
    },
    ended: (chunk, end) => addEnded(adder, chunk, end),
    row: (chunk, columns) => addRow(adder, chunk, columns),
    decisionRow: (chunk, columns) => addDecisionRow(adder, chunk, columns),
    field: (chunk, words) => {
      const found = addField(adder, chunk, words, lastField)
      if (found !== false) lastField = found
      return found !== false
    },
    forced: (chunk, part) => {
      const bare = chunk.text.slice(listMark(chunk.text))
      if (part === 'decision') {
        const words = bare.slice(decisionLabel(bare))
        const block = add(chunk, 'decision', words)
        for (const one of splitThat(trimJoint(words))) addDecision(one, lineOf(chunk, one), block, false)
      } else if (part === 'action') {
        const found = labelledAction(bare) ??
          namedAction(bare) ??
          entryAction(bare) ??
          actionOf(bare) ?? { text: bare, owner: null, dueWords: null }
        addAction(found, chunk.lines[0]?.n ?? 0, add(chunk, 'action', bare), false)
      } else if (part === 'paragraph' || part === 'list') text(chunk, part, true)
      else for (const line of chunk.lines) context.place(line, part, null)
    },
  }
  return builder
}
