/** Text of an item: its sentences may decide something, or hand out a task. */
import { labelledAction } from './action-entries.ts'
import { actionOf } from './actions.ts'
import { agreedBefore, carriedBefore, outcomeOf } from './agreed-before.ts'
import type { Chunk } from './chunks.ts'
import { leadsToDecisions } from './decision-headings.ts'
import { decisionsIn } from './decisions.ts'
import { dueOf } from './due.ts'
import { answersForIt, behindArrow } from './handed-on.ts'
import type { ItemAdder } from './item-adder.ts'
import { bulletMark, listMark, pointMark } from './lines.ts'
import { clausesBehind, listedTask, tasksApart, tasksGathered, tellsNow } from './listed-tasks.ts'
import { meantBy, pronounTask } from './pronouns.ts'
import { sentencesOf } from './sentences.ts'
import { saysHowItWent } from './told-votes.ts'

/** A sentence, and its parts after a semicolon or a short label ("Tvättstuga: Saga undersöker …"). */
function clausesOf(sentence: string): string[] {
  if (sentence.length > 600) return [sentence]
  const parts = sentence.split(/; /u)
  const label = /^[^:.]{2,40}: (?=\p{L})/u.exec(sentence)
  return [sentence, ...(parts.length > 1 ? parts : []), ...(label === null ? [] : [sentence.slice(label[0].length)])]
}

/** "Klart v. 46.", "Senast den 3 maj." after what is to be done. */
const dueLead = /^(?:klart?|senast|deadline|due|by)(?!\p{L})/iu

/** "Ansvarig: NN." after what is to be done. */
const ownerLead = /^(?:ansvariga?|ansv\.?|owner|responsible)\s*:\s*(?<owner>[^:]{2,60}?)\.?$/iu

function untilWords(text: string): string {
  return text.replace(/^\p{L}+(?: senast)?\s*:?\s*|\.$/giu, '')
}

/** Which sentences of a text may decide or hand out: its first alone, or all but the last, which leads in the clauses below. */
export type InlinePart = 'opening' | 'leading'

/**
 * Adds text, and what its sentences decide or hand out; `inline` is which of them may, `before` the sentences in front
 * that stand in a block of their own.
 */
export function addText(
  adder: ItemAdder,
  chunk: Chunk,
  kind: 'paragraph' | 'list',
  inline: boolean | InlinePart,
  before: readonly string[] = [],
): void {
  const { context, add, lineOf, addAction, addDecision } = adder
  const shown = kind === 'list' ? chunk.text.slice(bulletMark(chunk.text)) : chunk.text
  const block = add(chunk, kind, shown)
  if (inline === false || chunk.text.length > 20_000) return
  const sentences = sentencesOf(shown.slice(kind === 'list' ? listMark(shown) : pointMark(shown)))
  const telling =
    inline === 'opening' ? sentences.slice(0, 1) : inline === 'leading' ? sentences.slice(0, -1) : sentences
  // The last sentence that decided something.
  let decidedAt = -1
  for (const [at, sentence] of telling.entries()) {
    const line = lineOf(chunk, sentence.text)
    // "… biföll förslaget och beslutade": what is decided stands in the lines below.
    const leads = at > 0 && at === sentences.length - 1 && leadsToDecisions(sentence.text)
    const went = at > 0 && decidedAt === at - 1 && saysHowItWent(sentence.text)
    const decisions = leads || went ? [] : decisionsIn(sentence.text, context.body, outcomeOf(sentences, at))
    const proposed = decisions.every((found) => found.whole)
      ? (agreedBefore(sentence.text, sentences[at - 1]?.text) ?? carriedBefore(sentences, at))
      : null
    if (proposed !== null) {
      addDecision(proposed.replace(/\.$/u, ''), lineOf(chunk, sentences[at - 1]?.text ?? ''), block, true)
      continue
    }
    for (const found of decisions) addDecision(found.text, line, block, true)
    if (decisions.length > 0) {
      decidedAt = at
      continue
    }
    const after = sentences[at + 1]?.text ?? ''
    const until = after.length < 60 && dueLead.test(after) ? after : null
    const above = sentences[at - 1]?.text
    const owner = above === undefined ? undefined : ownerLead.exec(sentence.text)?.groups?.['owner']
    if (above !== undefined && owner !== undefined) {
      addAction(
        { text: above, owner, dueWords: until === null ? dueOf(above) : (dueOf(until) ?? untilWords(until)) },
        line,
        block,
        true,
      )
      continue
    }
    const answer = above === undefined ? null : answersForIt(sentence.text, context.crew)
    if (above !== undefined && answer !== null) {
      const text = decisionsIn(above, context.body).at(-1)?.text ?? above
      addAction({ text, owner: answer.owner, dueWords: answer.dueWords ?? dueOf(above) }, line, block, true)
      continue
    }
    const pointed = behindArrow(sentence.text, context.crew)
    if (pointed !== null) {
      addAction(pointed.task, line, block, true)
      continue
    }
    const gathered = tasksGathered(sentence.text, context.crew)
    for (const task of gathered) addAction(task, line, block, true)
    if (gathered.length > 0) continue
    // "… on line. Action: everybody to complete it": a label in mid-text leads its own sentence.
    const labelled = at > 0 ? labelledAction(sentence.text) : null
    if (labelled !== null && labelled.owner !== null) {
      addAction(labelled, line, block, true)
      continue
    }
    const apart = tasksApart(sentence.text, context.crew)
    if (apart.length > 1) {
      for (const part of apart) {
        const task = listedTask(part, context.crew)
        if (task !== null && !tellsNow(part, task.owner, context.crew)) addAction(task, line, block, true)
      }
      continue
    }
    const front = [...before, ...sentences.slice(Math.max(0, at - 3), at).map((one) => one.text)]
    for (const clause of [...clausesOf(sentence.text), ...clausesBehind(sentence.text)]) {
      if (ownerLead.test(clause)) continue
      const alone = actionOf(clause) ?? listedTask(clause, context.crew) ?? pronounTask(clause, front, context.crew)
      const timed = alone === null && until !== null ? actionOf(`${clause.replace(/\.$/u, '')}, ${until}`) : null
      const action = alone ?? (timed === null ? null : { ...timed, text: clause })
      if (action === null) continue
      if (action.dueWords === null && until === null && tellsNow(clause, action.owner, context.crew)) continue
      const due = action.dueWords ?? (until === null ? null : dueOf(until))
      addAction(
        {
          ...action,
          owner: action.owner === null ? null : (meantBy(action.owner, front, context.crew) ?? action.owner),
          dueWords: due,
        },
        line,
        block,
        true,
      )
      break
    }
  }
}
