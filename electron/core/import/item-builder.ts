/** Adds blocks, decisions and actions to an item and places their lines. */
import type { LinePart, ProposedItem } from '#contract/proposal.ts'
import { entryAction, labelledAction, namedAction } from './action-entries.ts'
import { actionInDecision, actionOf } from './actions.ts'
import type { FoundAction } from './found-action.ts'
import type { ActionColumns, DecisionColumns } from './action-columns.ts'
import type { Chunk } from './chunks.ts'
import type { Crew } from './crew.ts'
import { agreedBefore, carriedBefore } from './agreed-before.ts'
import { decisionLabel } from './decision-headings.ts'
import { decisionsIn, splitThat, trimJoint } from './decisions.ts'
import { dueOf, dueOfTask, saysState } from './due.ts'
import type { LineEnd } from './end-columns.ts'
import { clausesBehind, listedTask, tasksApart, tasksGathered, tellsNow } from './listed-tasks.ts'
import { ownerByInitials, personName } from './owners.ts'
import { hasRoleWord, isRoleLabel } from './roles.ts'
import { bulletMark, cellsOf, listMark, pointMark } from './lines.ts'
import type { SourceLine } from './lines.ts'
import { sentencesOf } from './sentences.ts'
import { bracketed } from './tasks.ts'
import { wordsOf } from './words.ts'
import type { Wrapping } from './wrap.ts'

export interface ItemContext {
  wrapping: Wrapping
  /** The body that met, for "… beslutar att". */
  body: string | null
  /** Those who are listed: what they do next is theirs to do. */
  crew: Crew
  /** Turns words of time into an ISO date where they name one; notes an inferred year. */
  due: (words: string | null, line: number) => string | null
  place: (line: SourceLine, part: LinePart, block: number | null) => void
  /** Lines of page furniture: a paragraph may run on across them. */
  furniture: ReadonlySet<number>
  /** Actions of the meeting so far: a table that gathers them at its end says none anew. */
  said: Set<string>
}

/** What is compared of an action; a table of ours says in words what nobody knows. */
function actionKey(text: string, owner: string | null, due: string | null): string {
  const known = (value: string | null) => (/^(?:uppgift saknas|not stated)$/iu.test(value ?? '') ? '' : (value ?? ''))
  const words = [text.trim().replace(/\.$/u, ''), known(owner), known(due)]
  return words.map((value) => value.toLowerCase()).join('\t')
}

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

function untilWords(text: string): string {
  return text.replace(/^\p{L}+(?: senast)?\s*:?\s*|\.$/giu, '')
}

interface Builder {
  /** Text; `inline` is which of its sentences may decide something or hand out a task. */
  text: (chunk: Chunk, kind: 'paragraph' | 'list', inline: boolean | 'opening') => void
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

export function newBuilder(item: ProposedItem, context: ItemContext): Builder {
  const push = (chunk: Chunk, kind: 'paragraph' | 'list' | 'decision' | 'action', text: string): number => {
    const from = chunk.lines[0]?.n ?? 0
    const to = chunk.lines.at(-1)?.n ?? from
    return item.blocks.push({ kind, text, lines: [from, to] }) - 1
  }
  const add = (chunk: Chunk, kind: 'paragraph' | 'list' | 'decision' | 'action', text: string): number => {
    const index = push(chunk, kind, text)
    for (const line of chunk.lines) context.place(line, kind, index)
    return index
  }
  const lineOf = (chunk: Chunk, words: string): number => {
    const start = words.slice(0, 18)
    return (chunk.lines.find((line) => line.text.includes(start)) ?? chunk.lines[0])?.n ?? 0
  }
  const addAction = (
    found: FoundAction,
    line: number,
    block: number,
    inline: boolean,
    due = context.due(found.dueWords ?? dueOfTask(found.text), line),
  ): void => {
    const text = found.text.trim()
    if (text === '') return
    item.actions.push({ text, owner: found.owner, due, line, block, inline })
    context.said.add(actionKey(text, found.owner, due))
  }
  let lastField: ProposedItem['actions'][number] | null = null
  const addDecision = (text: string, line: number, block: number, inline: boolean): void => {
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
  /** "Hon åtar sig …": whoever the sentence before begins with, where that is somebody listed. */
  const meant = (owner: string | null, before: ReadonlyArray<{ text: string }>): string | null => {
    if (owner === null || !/^(?:hon|han|hen|he|she)$/iu.test(owner)) return owner
    const said = before.at(-1)?.text ?? ''
    const named = /^\p{Lu}[\p{L}'’-]*(?: (?:(?:von|af|de|van|el|al) )?\p{Lu}[\p{L}'’-]+){0,3}(?= \p{Ll})/u.exec(
      said,
    )?.[0]
    return named !== undefined && context.crew.knows(named) ? named : owner
  }
  const text: Builder['text'] = (chunk, kind, inline) => {
    const shown = kind === 'list' ? chunk.text.slice(bulletMark(chunk.text)) : chunk.text
    const block = add(chunk, kind, shown)
    if (inline === false || chunk.text.length > 20_000) return
    const sentences = sentencesOf(shown.slice(kind === 'list' ? listMark(shown) : pointMark(shown)))
    for (const [at, sentence] of (inline === 'opening' ? sentences.slice(0, 1) : sentences).entries()) {
      const line = lineOf(chunk, sentence.text)
      const decisions = decisionsIn(sentence.text, context.body, sentences[at + 1]?.text)
      const proposed = decisions.every((found) => found.whole)
        ? (agreedBefore(sentence.text, sentences[at - 1]?.text) ?? carriedBefore(sentences, at))
        : null
      if (proposed !== null) {
        addDecision(proposed.replace(/\.$/u, ''), lineOf(chunk, sentences[at - 1]?.text ?? ''), block, true)
        continue
      }
      for (const found of decisions) addDecision(found.text, line, block, true)
      if (decisions.length > 0) continue
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
      const gathered = tasksGathered(sentence.text, context.crew)
      for (const task of gathered) addAction(task, line, block, true)
      if (gathered.length > 0) continue
      const apart = tasksApart(sentence.text, context.crew)
      if (apart.length > 1) {
        for (const part of apart) {
          const task = listedTask(part, context.crew)
          if (task !== null && !tellsNow(part, task.owner, context.crew)) addAction(task, line, block, true)
        }
        continue
      }
      for (const clause of [...clausesOf(sentence.text), ...clausesBehind(sentence.text)]) {
        if (ownerLead.test(clause)) continue
        const alone = actionOf(clause) ?? listedTask(clause, context.crew)
        const timed = alone === null && until !== null ? actionOf(`${clause.replace(/\.$/u, '')}, ${until}`) : null
        const action = alone ?? (timed === null ? null : { ...timed, text: clause })
        if (action === null) continue
        if (action.dueWords === null && until === null && tellsNow(clause, action.owner, context.crew)) continue
        const due = action.dueWords ?? (until === null ? null : dueOf(until))
        addAction({ ...action, owner: meant(action.owner, sentences.slice(0, at)), dueWords: due }, line, block, true)
        break
      }
    }
  }
  /** Where behind a decision a sentence begins that only says what somebody does next; 0 where none does. */
  const taskAt = (words: string): number => {
    if (/^(?:att|that) /iu.test(words.slice(listMark(words)))) return 0
    const later = sentencesOf(words).slice(1)
    const isTask = (said: string): boolean => {
      const plain = /^(?<owner>\p{Lu}.{1,40}?) to \p{Ll}/u.exec(said)?.groups?.['owner']
      const answers = /^(?<owner>\p{Lu}.{1,50}?) (?:ansvarar för|är ansvarig för|åtar sig|tar på sig) /u.exec(said)
        ?.groups?.['owner']
      return (
        listedTask(said, context.crew) !== null ||
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
        const rest = words.slice(cut).trim()
        text({ ...chunk, text: rest, parts: [rest], kind: 'paragraph' }, 'paragraph', true)
        return
      }
      const block = add(chunk, 'decision', shown)
      const bare = words.slice(listMark(words))
      const inner = /^(?:att|that) /iu.test(bare) ? [] : decisionsIn(bare, context.body).filter((found) => !found.whole)
      const texts = inner.length > 0 ? inner.map((found) => found.text) : splitThat(trimJoint(bare))
      for (const one of texts) addDecision(trimJoint(one), lineOf(chunk, one), block, false)
    },
    decisionHeading: (chunk, words) => {
      const block = words === null ? null : push(chunk, 'paragraph', words)
      for (const line of chunk.lines) context.place(line, 'decisionHeading', block)
    },
    lead: (chunk, words) => void push(chunk, 'paragraph', words),
    action: (chunk, found) => {
      const shown = chunk.text
        .slice(bulletMark(chunk.text))
        .replace(/^(?:åtgärd|action(?: item)?|ap|todo|to do|uppgift|uppdrag)\s*:\s*/iu, '')
      addAction(found, chunk.lines[0]?.n ?? 0, add(chunk, 'action', shown), false)
    },
    ended: (chunk, { owner, dueWords }) => {
      const block = add(chunk, chunk.kind === 'list' ? 'list' : 'paragraph', chunk.text.slice(bulletMark(chunk.text)))
      const cut = chunk.text.lastIndexOf(owner)
      const left = chunk.text.slice(0, cut < 0 ? undefined : cut).replace(/[\s|]+$/u, '')
      const sentences = sentencesOf(left.slice(listMark(left) || pointMark(left)))
      const last = sentences.at(-1)?.text ?? left
      // A last word alone ("Kompletteras.") means what stands before it.
      const what =
        wordsOf(last).length > 1
          ? last
          : sentences
              .slice(-2)
              .map((one) => one.text)
              .join(' ')
      for (const one of sentences)
        for (const found of decisionsIn(one.text, context.body))
          addDecision(found.text, lineOf(chunk, one.text), block, true)
      addAction(
        { text: what.replace(/\.$/u, ''), owner: ownerByInitials(owner, context.crew.named), dueWords },
        chunk.lines.at(-1)?.n ?? 0,
        block,
        true,
      )
    },
    row: (chunk, columns) => {
      const cells = cellsOf(chunk.lines[0]?.raw ?? '')
      const what = cells[columns.what] ?? ''
      if (wordsOf(what).length === 0) return false
      const cell = (at: number) => {
        const value = at >= 0 ? (cells[at] ?? '') : ''
        return value === '' || value === '-' ? null : value
      }
      const [by, until] = [cell(columns.owner), cell(columns.due)]
      const owner = by === null ? null : ownerByInitials(by, context.crew.named)
      const dueWords = until !== null && saysState(until) ? null : until
      const line = chunk.lines[0]?.n ?? 0
      const due = context.due(dueWords, line)
      if (context.said.has(actionKey(what, owner, due))) add(chunk, 'paragraph', chunk.text)
      else addAction({ text: what, owner, dueWords }, line, add(chunk, 'action', chunk.text), false, due)
      return true
    },
    decisionRow: (chunk, columns) => {
      const cells = cellsOf(chunk.lines[0]?.raw ?? '')
      const what = cells[columns.decision] ?? ''
      if (wordsOf(what).length < 2) return false
      const line = chunk.lines[0]?.n ?? 0
      const block = add(chunk, 'list', chunk.text)
      const handed = item.actions.length
      for (const one of splitThat(trimJoint(what))) addDecision(one, line, block, true)
      const by = columns.owner < 0 ? '' : (cells[columns.owner] ?? '')
      if (/\p{L}/u.test(by) && item.actions.length === handed) {
        const until = columns.due < 0 ? '' : (cells[columns.due] ?? '')
        const dueWords = /[\p{L}\d]/u.test(until) && !saysState(until) ? until : null
        addAction({ text: what, owner: ownerByInitials(by, context.crew.named), dueWords }, line, block, true)
      }
      return true
    },
    field: (chunk, words) => {
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
        if (named && item.actions.some((one) => one.block === before && one.text === what)) return true
        addAction(
          { text: what, owner: value, dueWords: named ? dueOf(what) : null },
          line,
          before,
          above.kind !== 'action',
        )
      }
      const when = both?.['due']?.replace(/\.$/u, '')
      const done = item.actions.at(-1)
      if (when !== undefined && done?.owner === value && done.due === null && !saysState(when))
        done.due = context.due(when, line)
      lastField = item.actions.at(-1) ?? null
      return true
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
