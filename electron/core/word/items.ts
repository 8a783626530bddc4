/** The agenda items with their text, block by block. */
import { isInnerHeading } from '#core/import/known-titles.ts'
import { oneDecision } from '#contract/block-kinds.ts'
import type { MeetingJson } from '#contract/minutes.ts'
import { addAction, isCharged } from './item-actions.ts'
import { addFormal, isFormal } from './item-formal.ts'
import { addList } from './item-lists.ts'
import { addGrid } from './item-tables.ts'
import { fill } from './texts.ts'
import type { DocumentTexts } from './texts.ts'
import { addParagraph, foreignWords, printed, printedLines } from './writer.ts'
import type { Writing } from './writer.ts'

type Item = MeetingJson['items'][number]
type Block = Item['blocks'][number]

// Lines that minutes use as headings inside an item; printed in the source's words.
const subHeading =
  /^(?:sammanfattning(?: av ärendet)?|ärendet|ärendebeskrivning|beskrivning av ärendet|bakgrund|(?:besluts)?underlag|yrkanden?|förslag(?: till beslut)?(?: (?:på|under) (?:sammanträdet|mötet))?|beslutsgång|propositionsordning|omröstning(?:sresultat)?|reservation(?:er)?|avvikande mening(?:ar)?|särskil(?:t|da) yttranden?|protokollsanteckning(?:ar)?|jäv|deltar inte i beslutet|expedieras till|beslutet (?:skickas|expedieras) till|background|summary|discussion|documents|dissent|abstentions?|declarations? of interest):?$/iu
const decisionHeading = /^(?:(?:[\p{L}-]+s )?beslut(?:ade|ar)?|decisions?|resolved):?$/iu
// "Gruppen beslutar" or "Styrelsen beslutade enhälligt:" on a line of its own leads in the clauses below it.
const leadIn =
  /^(?=.{0,160}$)(?:.*(?<!\p{L})(?:beslutar|beslutade|beslöt|besluter)(?!\p{L})[^.]*|.*(?:resolved|decided|agreed)[^.]*):?$/isu

export function addItems(writing: Writing, meeting: MeetingJson): void {
  for (const item of meeting.items) {
    addItemHeading(writing, item)
    if (item.dnr !== undefined) addParagraph(writing, printed(writing, itemRegistry(writing.texts, item.dnr)))
    addBlocks(writing, item)
  }
}

/** "Dnr KS 2023/88" below an item's heading. The importer reads it back. */
export function itemRegistry(texts: DocumentTexts, dnr: string): string {
  return fill(texts.dnrShort, { dnr: dnr.trim() })
}

function addItemHeading(writing: Writing, item: Item): void {
  const title = printed(writing, item.title)
  const number = item.number === null ? '' : printed(writing, item.number)
  const text = title === '' ? writing.texts.unknown : title
  if (number === '') return addParagraph(writing, text, { style: 'Rubrik2Onumrerad' })
  const { instance, inherited } = writing.numbering.heading(number)
  addParagraph(writing, text, { style: 'Heading2', ...(inherited ? {} : { instance }) })
}

function addBlocks(writing: Writing, item: Item): void {
  const { blocks } = item
  let at = 0
  for (let block = blocks[at]; block !== undefined; block = blocks[at]) {
    const ledIn = block.kind === 'paragraph' && blocks[at + 1]?.kind === 'decision' && leadsIn(block.text)
    const end = ledIn ? runEnd(blocks, at + 1) : runEnd(blocks, at)
    const run = blocks.slice(at, end)
    if (block.kind === 'decision' || ledIn) addDecisions(writing, run)
    else if (block.kind === 'list') addList(writing, run)
    else if (block.kind === 'table') addGrid(writing, block, item, blocks[at - 1])
    else if (block.kind === 'heading') addLines(writing, block, 'Heading3')
    else if (block.kind === 'quotation') addLines(writing, block, 'Quote')
    else if (isFormal(block)) addFormal(writing, run)
    else if (isCharged(block)) addAction(writing, block)
    else addText(writing, block)
    if (block.kind !== 'decision' && !ledIn) addNumbers(writing, run)
    at = end
  }
}

/** Blocks of these kinds that follow each other are printed together. */
const together: ReadonlySet<Block['kind']> = new Set(['list', 'motion', 'dissent', 'discussion', 'recusal'])

function sortOf({ kind, fields }: Block): string {
  if (kind === 'dissent') return fields?.dissent ?? 'reservation'
  return kind === 'discussion' ? `${fields?.voice ?? 'group'} ${fields?.group ?? ''}` : ''
}

const goesOn = (before: Block, after: Block) =>
  oneDecision(before.kind, after.kind) ||
  (together.has(before.kind) && before.kind === after.kind && sortOf(before) === sortOf(after))

/** End of the run of blocks of one kind, and of one sort within it; running text is taken block by block. */
function runEnd(blocks: readonly Block[], at: number): number {
  const first = blocks[at]
  let end = at + 1
  for (let block = blocks[end]; first !== undefined && block !== undefined && goesOn(first, block); block = blocks[end])
    end++
  return end
}

/** Words that only announce the clauses below them. */
export function leadsIn(text: string): boolean {
  return decisionHeading.test(text.trim()) || leadIn.test(text.trim())
}

function addText(writing: Writing, block: Block): void {
  for (const line of printedLines(writing, block.text)) {
    if (subHeading.test(line) || isInnerHeading(line))
      addParagraph(writing, line.replace(/:$/, ''), { style: 'Heading3' })
    else addParagraph(writing, line, { foreign: foreignWords(writing, block) })
  }
}

function addLines(writing: Writing, block: Block, style: string): void {
  for (const line of printedLines(writing, block.text))
    addParagraph(writing, line, { style, foreign: foreignWords(writing, block) })
}

/** "Beslut nr 2026:4": how every document names a decision that has a number. The importer reads it back. */
export function numberedDecision(texts: DocumentTexts, number: string): string {
  return `${texts.decisionNumber} ${number}`
}

/** Decisions said in running text have no heading: their number stands on a line below. */
function addNumbers(writing: Writing, blocks: readonly Block[]): void {
  for (const { number } of blocks)
    if (number !== undefined)
      addParagraph(writing, fill(writing.texts.saidInText, { decision: numberedDecision(writing.texts, number) }))
}

/** The heading with the number; a heading in the source's own words keeps them. */
function decisionTitle({ texts }: Writing, own: string | null, number: string | undefined): string {
  if (number === undefined) return own ?? texts.decision
  const numbered = numberedDecision(texts, number)
  if (own === null || own.toLowerCase() === texts.decision.toLowerCase()) return numbered
  return `${own} ${fill(texts.saidInText, { decision: numbered })}`
}

/** The heading, the lead-in when the source has one, and each clause on a line of its own. */
function addDecisions(writing: Writing, blocks: readonly Block[]): void {
  const [first] = blocks
  const own = first !== undefined && first.kind === 'paragraph' && decisionHeading.test(first.text.trim())
  let number = blocks.find((block) => block.number !== undefined)?.number
  const title = decisionTitle(writing, own ? printed(writing, first.text).replace(/:$/, '') : null, number)
  addParagraph(writing, title, { style: 'Heading3' })
  for (const block of own ? blocks.slice(1) : blocks) {
    if (block.number !== undefined && block.number !== number) {
      number = block.number
      addParagraph(writing, numberedDecision(writing.texts, number), { style: 'Heading3' })
    }
    addLines(writing, block, 'Beslut')
  }
}
