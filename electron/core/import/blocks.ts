/** The content of one item: paragraphs, lists, decisions and actions, every line accounted for. */
import type { LinePart, ProposedItem } from '#contract/proposal.ts'
import { actionInDecision, actionOf, dueIn, entryAction, labelledAction } from './actions.ts'
import type { FoundAction } from './actions.ts'
import { decisionLabel, decisionsIn, isDecisionHeading, leadsToDecisions, splitThat, trimJoint } from './decisions.ts'
import { isInnerHeading } from './known-titles.ts'
import { bulletMark, cellsOf, isRule, listMark } from './lines.ts'
import type { SourceLine } from './lines.ts'
import { sentencesOf } from './sentences.ts'
import { endsSentence, foldText, startsLower, wordsOf } from './words.ts'
import { joinLines, runsOn } from './wrap.ts'
import type { Wrapping } from './wrap.ts'

export interface ItemContext {
  wrapping: Wrapping
  /** The body that met, for "… beslutar att". */
  body: string | null
  /** Turns words of time into an ISO date where they name one; notes an inferred year. */
  due: (words: string | null, line: number) => string | null
  place: (line: SourceLine, part: LinePart, block: number | null) => void
  /** Lines of page furniture: a paragraph may run on across them. */
  furniture: ReadonlySet<number>
}

interface Chunk {
  lines: SourceLine[]
  /** The first line until all lines are in, then the whole. */
  text: string
  parts: string[]
  kind: 'paragraph' | 'list' | 'table'
  gapBefore: boolean
}

const thatEntry = /^(?:[-–•*] |\(?(?:\d{1,2}|[a-z]|[ivx]+)[.)] )?(?:att|that) /iu

function opensChunk(line: SourceLine, previous: SourceLine, chunk: Chunk, context: ItemContext): boolean {
  if (line.forced !== previous.forced) return true
  const { text } = line
  if (/\t|\|/u.test(line.raw.trim()) || chunk.kind === 'table') return true
  if (listMark(text) > 0) return true
  if (isDecisionHeading(text) || isInnerHeading(text) || isRule(text)) return true
  if (chunk.lines.length === 1 && (isDecisionHeading(chunk.text) || isInnerHeading(chunk.text))) return true
  if (decisionLabel(text) > 0 || labelledAction(text) !== null) return true
  if (
    thatEntry.test(text) &&
    (leadsToDecisions(previous.text) || thatEntry.test(chunk.text) || previous.text.endsWith(':'))
  )
    return true
  if (thatEntry.test(chunk.text) && endsSentence(previous.text) && /^\p{Lu}/u.test(text)) return true
  if (thatEntry.test(text) && /(?<!\p{L})beslut\p{L}*$/iu.test(previous.text)) return true
  if (chunk.kind === 'list') {
    const hanging = line.indent > (chunk.lines[0]?.indent ?? 0)
    return !(runsOn(previous, line, context.wrapping) || hanging)
  }
  return !runsOn(previous, line, context.wrapping)
}

/** Lines grouped to paragraphs and list entries. */
function chunksOf(lines: readonly SourceLine[], context: ItemContext): Chunk[] {
  const chunks: Chunk[] = []
  let previous: SourceLine | null = null
  let gap = false
  let paged = false
  for (const line of lines) {
    if (context.furniture.has(line.n)) {
      paged = true
      continue
    }
    if (line.blank) {
      gap = true
      continue
    }
    const chunk = chunks.at(-1)
    const across =
      gap &&
      paged &&
      previous !== null &&
      startsLower(line.text) &&
      !endsSentence(previous.text) &&
      listMark(line.text) === 0
    const overPage = !gap && paged && previous !== null && startsLower(line.text) && !endsSentence(previous.text)
    if (
      chunk !== undefined &&
      previous !== null &&
      (across || overPage || (!gap && !opensChunk(line, previous, chunk, context)))
    ) {
      chunk.lines.push(line)
      chunk.parts.push(...joinLines(chunk.parts.pop() ?? '', line.text, context.wrapping))
    } else {
      const table = /\t|\|/u.test(line.raw.trim()) && cellsOf(line.raw).length > 1
      chunks.push({
        lines: [line],
        text: line.text,
        parts: [line.text],
        kind: table ? 'table' : listMark(line.text) > 0 ? 'list' : 'paragraph',
        gapBefore: gap || chunk === undefined,
      })
    }
    previous = line
    gap = false
    paged = false
  }
  for (const chunk of chunks) chunk.text = chunk.parts.join('')
  return chunks
}

type Mode = 'text' | 'decision' | 'action' | 'background'

const actionHeading =
  /^(?:åtgärd(?:er|slista|slistan)?|att göra|att-göra-lista|todo|to do|actions?|action (?:items|points|list|log)|uppdrag|åtaganden|beslutade åtgärder|nästa steg|next steps|uppföljningslista)$/u
const backgroundHeading =
  /förslag|yrkande|reservation|underlag|bakgrund|expedier|skickas|sammanfattning|ärende|anteckning|beslutsgång|proposition|recommend|background|proposal|bilag|kopia|sändlista|diskussion|föredragning/u

/** Fills `item` from its lines and places every one of them. */
export function readItemContent(item: ProposedItem, lines: readonly SourceLine[], context: ItemContext): void {
  const builder = newBuilder(item, context)
  let mode: Mode = actionHeading.test(foldText(item.title))
    ? 'action'
    : isDecisionHeading(item.title)
      ? 'decision'
      : 'text'
  let taken = 0
  let columns: ActionColumns | null = null
  let lastThat = false
  const chunks = chunksOf(lines, context)
  for (const [at, chunk] of chunks.entries()) {
    const first = chunk.lines[0]
    if (first === undefined) continue
    if (first.forced !== null) {
      builder.forced(chunk, first.forced)
      continue
    }
    if (isRule(chunk.text)) {
      for (const line of chunk.lines) context.place(line, 'furniture', null)
      continue
    }
    if (chunk.kind === 'table') {
      const header = actionColumns(chunk.lines[0]?.raw ?? '')
      if (header !== null) {
        columns = header
        builder.text(chunk, 'list', false)
        continue
      }
      if (columns !== null && builder.row(chunk, columns)) continue
    } else columns = null
    const bare = chunk.text.slice(listMark(chunk.text))
    if (isDecisionHeading(chunk.text)) {
      for (const line of chunk.lines) context.place(line, 'decisionHeading', null)
      mode = 'decision'
      taken = 0
      continue
    }
    if (isInnerHeading(chunk.text) || actionHeading.test(foldText(chunk.text))) {
      mode = actionHeading.test(foldText(chunk.text))
        ? 'action'
        : backgroundHeading.test(foldText(chunk.text))
          ? 'background'
          : 'text'
      builder.text(chunk, 'paragraph', false)
      continue
    }
    const label = decisionLabel(bare)
    if (label > 0 && !/^(?:beslutsunderlag|beslutsgång)/iu.test(bare)) {
      builder.decision(chunk, bare.slice(label))
      mode = /[:;,]$| (?:och|and|samt)$/u.test(chunk.text) || listMark(bare.slice(label)) > 0 ? 'decision' : 'text'
      taken = 1
      continue
    }
    const action = labelledAction(bare)
    if (action !== null) {
      builder.action(chunk, action)
      continue
    }
    if (
      mode === 'decision' &&
      ((chunk.gapBefore && taken > 0 && !thatEntry.test(chunk.text) && chunk.kind !== 'list') || !fitsDecision(chunk))
    ) {
      mode = 'text'
    }
    if (builder.field(chunk, bare)) continue
    const following = chunks[at + 1]
    if (
      mode === 'decision' &&
      !thatEntry.test(chunk.text) &&
      /[\p{L}]$/u.test(chunk.text) &&
      following !== undefined &&
      thatEntry.test(following.text)
    ) {
      builder.text(chunk, 'paragraph', false)
      continue
    }
    if (
      mode === 'decision' &&
      taken > 0 &&
      chunk.kind === 'paragraph' &&
      !thatEntry.test(chunk.text) &&
      actionOf(chunk.text) !== null
    )
      mode = 'text'
    const that = thatEntry.test(chunk.text)
    if (mode === 'decision' && taken > 0 && lastThat && !that && chunk.kind !== 'list') mode = 'text'
    lastThat = that
    if (mode === 'decision') {
      builder.decision(chunk, chunk.text.slice(bulletMark(chunk.text)))
      taken += 1
      continue
    }
    if (mode === 'action' || /^[→⇒►]/u.test(chunk.text)) {
      const entry = entryAction(bare) ?? actionOf(bare)
      if (entry !== null) {
        builder.action(chunk, entry)
        continue
      }
    }
    builder.text(chunk, chunk.kind === 'paragraph' ? 'paragraph' : 'list', mode !== 'background')
    if (mode !== 'background' && leadsToDecisions(chunk.text)) {
      mode = 'decision'
      taken = 0
    }
  }
}

/** Under a heading "Beslut" stand short clauses; a long piece of several sentences is running text. */
function fitsDecision(chunk: Chunk): boolean {
  return chunk.text.length < 700 && (thatEntry.test(chunk.text) || sentencesOf(chunk.text).length <= 3)
}

interface ActionColumns {
  what: number
  owner: number
  due: number
}

function actionColumns(raw: string): ActionColumns | null {
  const cells = cellsOf(raw).map((cell) => cell.toLocaleLowerCase('sv'))
  if (cells.length < 2) return null
  const find = (pattern: RegExp): number => cells.findIndex((cell) => pattern.test(cell))
  const what = find(/^(?:åtgärd|uppgift|aktivitet|vad|action|task|beskrivning|description|item|uppdrag|what)/u)
  const owner = find(/^(?:ansvarig|vem|owner|responsible|who|ansv|assigned)/u)
  const due = find(/^(?:klar|när|deadline|due|datum|senast|date|when|tid|by when|förfall)/u)
  return what >= 0 && (owner >= 0 || due >= 0) ? { what, owner, due } : null
}

/** A sentence, and its parts after a semicolon or a short label ("Tvättstuga: Saga undersöker …"). */
function clausesOf(sentence: string): string[] {
  if (sentence.length > 600) return [sentence]
  const parts = sentence.split(/; /u)
  const label = /^[^:.]{2,40}: (?=\p{Lu})/u.exec(sentence)
  return [sentence, ...(parts.length > 1 ? parts : []), ...(label === null ? [] : [sentence.slice(label[0].length)])]
}

interface Builder {
  text: (chunk: Chunk, kind: 'paragraph' | 'list', inline: boolean) => void
  decision: (chunk: Chunk, text: string) => void
  action: (chunk: Chunk, found: FoundAction) => void
  row: (chunk: Chunk, columns: ActionColumns) => boolean
  /** "Ansvarig: NN", "Klart: …" on a line below what is to be done. False when the line is no such field. */
  field: (chunk: Chunk, text: string) => boolean
  forced: (chunk: Chunk, part: LinePart) => void
}

function newBuilder(item: ProposedItem, context: ItemContext): Builder {
  const add = (chunk: Chunk, kind: 'paragraph' | 'list' | 'decision' | 'action', text: string): number => {
    const from = chunk.lines[0]?.n ?? 0
    const to = chunk.lines.at(-1)?.n ?? from
    const index = item.blocks.push({ kind, text, lines: [from, to] }) - 1
    for (const line of chunk.lines) context.place(line, kind, index)
    return index
  }
  const lineOf = (chunk: Chunk, words: string): number => {
    const start = words.slice(0, 18)
    return (chunk.lines.find((line) => line.text.includes(start)) ?? chunk.lines[0])?.n ?? 0
  }
  const addAction = (found: FoundAction, line: number, block: number, inline: boolean): void => {
    const text = found.text.trim()
    if (text === '') return
    item.actions.push({ text, owner: found.owner, due: context.due(found.dueWords, line), line, block, inline })
  }
  let lastField: ProposedItem['actions'][number] | null = null
  const addDecision = (text: string, line: number, block: number, inline: boolean): void => {
    item.decisions.push({ text, line, block, inline })
    const task = actionInDecision(text)
    if (task !== null) addAction(task, line, block, true)
  }
  const text = (chunk: Chunk, kind: 'paragraph' | 'list', inline: boolean): void => {
    const shown = kind === 'list' ? chunk.text.slice(bulletMark(chunk.text)) : chunk.text
    const block = add(chunk, kind, shown)
    if (!inline || chunk.text.length > 20_000) return
    const sentences = sentencesOf(shown.slice(kind === 'list' ? listMark(shown) : 0))
    for (const [at, sentence] of sentences.entries()) {
      const line = lineOf(chunk, sentence.text)
      const decisions = decisionsIn(sentence.text, context.body, sentences[at + 1]?.text)
      for (const found of decisions) addDecision(found.text, line, block, true)
      if (decisions.length > 0) continue
      for (const clause of clausesOf(sentence.text)) {
        const action = actionOf(clause)
        if (action === null) continue
        const after = sentences[at + 1]?.text ?? ''
        const due =
          action.dueWords ??
          (/^(?:klart?|senast|deadline|due|by)(?!\p{L})/iu.test(after) && after.length < 60 ? dueIn(after) : null)
        addAction({ ...action, dueWords: due }, line, block, true)
        break
      }
    }
  }
  return {
    text,
    decision: (chunk, words) => {
      const block = add(chunk, 'decision', words)
      const bare = words.slice(listMark(words))
      const inner = /^(?:att|that) /iu.test(bare) ? [] : decisionsIn(bare, context.body).filter((found) => !found.whole)
      const texts = inner.length > 0 ? inner.map((found) => found.text) : splitThat(trimJoint(bare))
      for (const one of texts) addDecision(trimJoint(one), lineOf(chunk, one), block, false)
    },
    action: (chunk, found) => {
      const shown = chunk.text
        .slice(bulletMark(chunk.text))
        .replace(/^(?:åtgärd|action(?: item)?|ap|todo|to do|uppgift|uppdrag)\s*:\s*/iu, '')
      addAction(found, chunk.lines[0]?.n ?? 0, add(chunk, 'action', shown), false)
    },
    row: (chunk, columns) => {
      const cells = cellsOf(chunk.lines[0]?.raw ?? '')
      const what = cells[columns.what] ?? ''
      if (wordsOf(what).length === 0) return false
      const owner = columns.owner >= 0 ? (cells[columns.owner] ?? '') : ''
      const due = columns.due >= 0 ? (cells[columns.due] ?? '') : ''
      addAction(
        {
          text: what,
          owner: owner === '' || owner === '-' ? null : owner,
          dueWords: due === '' || due === '-' ? null : due,
        },
        chunk.lines[0]?.n ?? 0,
        add(chunk, 'action', chunk.text),
        false,
      )
      return true
    },
    field: (chunk, words) => {
      const match =
        /^(?<label>ansvariga?|owner|responsible|klart?|klart senast|deadline|due(?: date)?|senast)\s*:\s*(?<value>.+)$/iu.exec(
          words,
        )
      const value = match?.groups?.['value']?.replace(/\.$/u, '').trim()
      const before = item.blocks.length - 1
      const above = item.blocks[before]
      if (match === null || value === undefined || above === undefined || chunk.gapBefore || chunk.text.length > 160)
        return false
      const owner = /^(?:ansvarig|owner|responsible)/iu.test(match.groups?.['label'] ?? '')
      const line = chunk.lines[0]?.n ?? 0
      add(chunk, 'paragraph', words)
      const last = item.actions.at(-1)
      const open = last !== undefined && (last.block >= before - 1 || lastField === last)
      if (open && owner && last.owner === null) last.owner = value
      else if (open && !owner && last.due === null) last.due = context.due(value, line)
      else if (owner)
        addAction({ text: above.text, owner: value, dueWords: null }, line, before, above.kind !== 'action')
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
          entryAction(bare) ??
          actionOf(bare) ?? { text: bare, owner: null, dueWords: null }
        addAction(found, chunk.lines[0]?.n ?? 0, add(chunk, 'action', bare), false)
      } else if (part === 'paragraph' || part === 'list') text(chunk, part, true)
      else for (const line of chunk.lines) context.place(line, part, null)
    },
  }
}
