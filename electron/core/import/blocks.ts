/** The content of one item: paragraphs, lists, decisions and actions, every line accounted for. */
import type { ProposedItem } from '#contract/proposal.ts'
import { actionColumns, decisionColumns } from './action-columns.ts'
import type { ActionColumns, DecisionColumns } from './action-columns.ts'
import { bodyDoes, entryAction, labelledAction, namedAction, severalEntry, shortEntry } from './action-entries.ts'
import { actionOf } from './actions.ts'
import { chunksOf, isSpacedRow, thatEntry, toEntry } from './chunks.ts'
import type { Chunk } from './chunks.ts'
import {
  countsDecision,
  decidesNow,
  decisionLabel,
  isDecisionHeading,
  isDecisionNumber,
  leadsToDecisions,
  leavesClauses,
  proposesUpwards,
  saysWhoDecided,
} from './decision-headings.ts'
import { saysHowItWent, tellsOfVote } from './told-votes.ts'
import { asksFor } from './doing.ts'
import { dueOf } from './due.ts'
import { lineEnd } from './end-columns.ts'
import { isOpenBox, isTicked, openBox } from './handed-on.ts'
import { newBuilder } from './item-builder.ts'
import type { ItemContext } from './item-context.ts'
import { actionHeading, isProposalHeading, modeUnder } from './item-modes.ts'
import type { Mode } from './item-modes.ts'
import { isInnerHeading } from './known-titles.ts'
import { withLabels } from './label-rows.ts'
import { listedTask, tasksGathered } from './listed-tasks.ts'
import { bulletMark, cellsOf, isRule, listMark, pointMark } from './lines.ts'
import type { SourceLine } from './lines.ts'
import { nestLists } from './nested-lists.ts'
import { sentencesOf } from './sentences.ts'
import { rowOver } from './table-cells.ts'
import { leaveToldTwice } from './told-twice.ts'
import { foldText } from './words.ts'

/** "Nämnden beslutar" right below "Förslag till beslut" goes on with what is proposed. */
function goesOnProposing(chunk: Chunk, heading: Chunk | undefined, body: string | null): boolean {
  return (
    heading !== undefined &&
    (isInnerHeading(heading.text) || isProposalHeading(heading.text)) &&
    /förslag|recommend|propos|draft/u.test(foldText(heading.text)) &&
    decidesNow(chunk.text, body)
  )
}

/** A row of a table, one set with spaces put between tabs: there two of them part cells. Null for any other chunk. */
function rowIn(chunk: Chunk): Chunk | null {
  const [line, ...more] = chunk.lines
  if (chunk.kind === 'table' || line === undefined) return chunk.kind === 'table' ? chunk : null
  if (chunk.kind === 'list' || more.length > 2 || !isSpacedRow(line)) return null
  const raw = rowOver(chunk.lines.map((one) => one.raw))
  return raw === null ? null : { ...chunk, lines: [{ ...line, raw }, ...more] }
}

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
  let decided: DecisionColumns | null = null
  let width = 0
  let lastThat = false
  let inTable = false
  const chunks = chunksOf(withLabels(lines), context)
  const boxes = chunks.some(({ text }) => isOpenBox(text))
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
    const row = rowIn(chunk)
    if (row !== null) {
      const raw = row.lines[0]?.raw ?? ''
      const cells = cellsOf(raw).length
      const header = actionColumns(raw)
      if (header !== null) {
        columns = header
        decided = null
        width = cells
        builder.text(chunk, 'list', false)
        continue
      }
      // Set with spaces an empty cell leaves no trace: only a row of all cells is sure to stand under its titles.
      const fits = chunk.kind === 'table' || cells === width
      if (columns !== null && fits && builder.row(row, columns)) continue
      const decisions = decisionColumns(raw)
      if (decisions !== null) {
        decided = decisions
        width = cells
        builder.text(chunk, 'list', false)
        continue
      }
      if (decided !== null && fits && builder.decisionRow(row, decided)) continue
    } else {
      columns = null
      decided = null
    }
    // "Följande projekt beviljas medel:" and its table: what the rows hold is part of that decision.
    if (
      mode === 'decision' &&
      taken > 0 &&
      chunk.kind === 'table' &&
      (inTable || chunks[at - 1]?.text.endsWith(':') === true)
    ) {
      inTable = true
      builder.text(chunk, 'list', false)
      continue
    }
    inTable = false
    const bare = chunk.text.slice(listMark(chunk.text) || pointMark(chunk.text))
    const end = mode === 'proposal' ? null : lineEnd(chunk.lines.at(-1)?.raw ?? '', context.crew)
    if (end !== null && decisionLabel(bare) === 0 && labelledAction(bare) === null) {
      builder.ended(chunk, end)
      continue
    }
    if (isDecisionNumber(chunk.text)) {
      // It says nothing of what follows.
      for (const line of chunk.lines) context.place(line, 'decisionHeading', null)
      mode = 'text'
      continue
    }
    if (mode === 'proposal' && goesOnProposing(chunk, chunks[at - 1], context.body)) {
      builder.text(chunk, 'paragraph', false)
      continue
    }
    if (isDecisionHeading(chunk.text) || proposesUpwards(chunk.text, context.body)) {
      builder.decisionHeading(chunk, saysWhoDecided(chunk.text))
      mode = 'decision'
      taken = 0
      continue
    }
    if (isInnerHeading(chunk.text) || isProposalHeading(chunk.text) || actionHeading.test(foldText(chunk.text))) {
      mode = modeUnder(chunk.text)
      builder.text(chunk, 'paragraph', false)
      continue
    }
    const label = decisionLabel(bare)
    const announced = label > 0 ? bare.slice(label) : ''
    const clauseNext = thatEntry.test(chunks[at + 1]?.text ?? '')
    if (
      announced !== '' &&
      (isDecisionHeading(announced) || leadsToDecisions(announced) || (clauseNext && leavesClauses(announced)))
    ) {
      // "Beslut: Rådet beslutar" leaves the clauses to the lines below.
      builder.decisionHeading(chunk, saysWhoDecided(announced))
      mode = 'decision'
      taken = 0
      continue
    }
    if (label > 0 && !/^(?:beslutsunderlag|beslutsgång)/iu.test(bare)) {
      // A number that others point to, and a word without a colon, stay in front of their decision.
      const counted =
        countsDecision(bare.slice(0, label)) || pointMark(chunk.text) > 0 || /^\p{L}{4,} $/u.test(bare.slice(0, label))
      const lead = counted ? null : saysWhoDecided(bare.slice(0, label))
      if (lead !== null) builder.lead(chunk, lead)
      builder.decision(chunk, bare.slice(label), counted ? chunk.text : undefined)
      const goesOn = /[:;,]$| (?:och|and|samt)$/u.test(chunk.text) || listMark(announced) > 0
      mode = goesOn || (clauseNext && thatEntry.test(announced)) ? 'decision' : 'text'
      taken = 1
      continue
    }
    if (/^(?:action|åtgärd)\s*:/iu.test(bare) && builder.field(chunk, bare)) continue
    const many = tasksGathered(bare, context.crew).length > 0
    const action = many ? null : (labelledAction(bare) ?? namedAction(bare))
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
    // Behind the clauses "→ Ann skriver motiveringen" hands out what they ask for.
    if (mode === 'decision' && taken > 0 && isArrow(chunk) && !isArrow(chunks[at - 1])) mode = 'text'
    if (builder.field(chunk, bare)) continue
    const following = chunks[at + 1]
    if (
      mode === 'decision' &&
      !thatEntry.test(chunk.text) &&
      /[\p{L}]$/u.test(chunk.text) &&
      following !== undefined &&
      (thatEntry.test(following.text) || (chunk.kind === 'paragraph' && toEntry.test(following.text)))
    ) {
      builder.text(chunk, 'paragraph', false)
      continue
    }
    if (
      mode === 'decision' &&
      taken > 0 &&
      chunk.kind === 'paragraph' &&
      !thatEntry.test(chunk.text) &&
      (actionOf(chunk.text) !== null ||
        listedTask(chunk.text, context.crew) !== null ||
        (chunks[at - 1]?.kind === 'list' && !tellsOfVote(bare)))
    )
      mode = 'text'
    if (mode === 'decision' && following !== undefined && leadsIn.test(chunk.text)) {
      builder.text(chunk, 'paragraph', false)
      continue
    }
    const that = thatEntry.test(chunk.text)
    if (mode === 'decision' && tellsOfVote(bare)) {
      builder.text(chunk, chunk.kind === 'paragraph' ? 'paragraph' : 'list', true)
      // Only what looks like a clause goes on with the decisions.
      if (following === undefined || !(thatEntry.test(following.text) || following.kind === 'list')) mode = 'text'
      lastThat = false
      continue
    }
    if (saysHowItWent(bare) && !chunk.gapBefore && item.decisions.at(-1)?.block === item.blocks.length - 1) {
      builder.text(chunk, 'paragraph', false)
      mode = following !== undefined && thatEntry.test(following.text) ? mode : 'text'
      continue
    }
    if (mode === 'decision' && taken > 0 && lastThat && !that && chunk.kind !== 'list') mode = 'text'
    lastThat = that
    if (mode === 'decision') {
      builder.decision(chunk, chunk.text.slice(bulletMark(chunk.text)))
      taken += 1
      continue
    }
    if (boxes && isTicked(chunk.text)) {
      builder.text(chunk, 'list', false)
      continue
    }
    if (mode === 'action' || isArrow(chunk)) {
      const bullet = mode === 'action' && chunk.kind === 'list' && asksFor(bare)
      const entry =
        openBox(chunk.text, context.crew) ??
        listedTask(bare, context.crew) ??
        (mode === 'action' ? shortEntry(bare) : null) ??
        entryAction(bare) ??
        (mode === 'action' ? severalEntry(bare) : null) ??
        actionOf(bare) ??
        bodyDoes(bare) ??
        (bullet ? { text: bare, owner: null, dueWords: dueOf(bare) } : null)
      if (entry !== null) {
        builder.action(chunk, entry)
        continue
      }
    }
    const leads = (mode === 'text' || mode === 'action') && leadsToDecisions(chunk.text)
    const clausesBelow = leads && following !== undefined && thatEntry.test(following.text)
    const told = mode === 'background' && chunk.kind === 'paragraph' && decidesNow(chunk.text, context.body)
    builder.text(
      chunk,
      chunk.kind === 'paragraph' ? 'paragraph' : 'list',
      told ? 'opening' : clausesBelow ? 'leading' : mode === 'text' || mode === 'action',
    )
    // What the meeting decides ends what was before it.
    if (told) mode = 'text'
    if (leads) {
      mode = 'decision'
      taken = 0
    }
  }
  leaveToldTwice(item, context)
  nestLists(item.blocks, lines)
}

/** "→ …", "[ ] …": a mark in front of what is to be done. */
function isArrow(chunk: Chunk | undefined): boolean {
  return chunk !== undefined && /^(?:[→⇒►☐]|\[ ?\]|[-=]{1,2}>|>>)/u.test(chunk.text)
}

/** "… föreslår att regionstyrelsen beslutar följande.": what is decided stands in the lines below. */
const leadsIn =
  /(?<!\p{L})(?:beslutar?|beslutade|besluta|föreslår|föreslår \p{L}+)(?: att)? följande(?: (?:beslut|att-satser))?[.:]$/iu

/** Under a heading "Beslut" stand short clauses; a long piece of several sentences is running text. */
function fitsDecision(chunk: Chunk): boolean {
  return chunk.text.length < 700 && (thatEntry.test(chunk.text) || sentencesOf(chunk.text).length <= 3)
}
