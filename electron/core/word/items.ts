/** The agenda items with their text, lists, decisions and sub-headings. */
import { isInnerHeading } from '#core/import/known-titles.ts'
import type { MeetingJson } from '#contract/minutes.ts'
import type { ListKind } from './numbering.ts'
import { addParagraph, printed, printedLines } from './writer.ts'
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
    addBlocks(writing, item.blocks)
  }
}

function addItemHeading(writing: Writing, item: Item): void {
  const title = printed(writing, item.title)
  const number = item.number === null ? '' : printed(writing, item.number)
  const text = title === '' ? writing.texts.unknown : title
  if (number === '') return addParagraph(writing, text, { style: 'Rubrik2Onumrerad' })
  const { instance, inherited } = writing.numbering.heading(number)
  addParagraph(writing, text, { style: 'Heading2', ...(inherited ? {} : { instance }) })
}

function addBlocks(writing: Writing, blocks: readonly Block[]): void {
  let at = 0
  for (let block = blocks[at]; block !== undefined; block = blocks[at]) {
    const ledIn = block.kind === 'paragraph' && blocks[at + 1]?.kind === 'decision' && leadsIn(block.text)
    const end = ledIn ? runEnd(blocks, at + 1) : runEnd(blocks, at)
    if (block.kind === 'decision' || ledIn) addDecisions(writing, blocks.slice(at, end))
    else if (block.kind === 'list') addList(writing, blocks.slice(at, end))
    else addText(writing, block.text)
    at = end
  }
}

/** End of the run of blocks of one kind; running text is taken block by block. */
function runEnd(blocks: readonly Block[], at: number): number {
  const kind = blocks[at]?.kind
  if (kind !== 'decision' && kind !== 'list') return at + 1
  let end = at
  while (blocks[end]?.kind === kind) end++
  return end
}

const leadsIn = (text: string) => decisionHeading.test(text.trim()) || leadIn.test(text.trim())

function addText(writing: Writing, text: string): void {
  for (const line of printedLines(writing, text)) {
    if (subHeading.test(line) || isInnerHeading(line))
      addParagraph(writing, line.replace(/:$/, ''), { style: 'Heading3' })
    else addParagraph(writing, line)
  }
}

/** The heading, the lead-in when the source has one, and each clause on a line of its own. */
function addDecisions(writing: Writing, blocks: readonly Block[]): void {
  const [first] = blocks
  const own = first !== undefined && first.kind === 'paragraph' && decisionHeading.test(first.text.trim())
  const title = own ? printed(writing, first.text).replace(/:$/, '') : writing.texts.decision
  const rest = own ? blocks.slice(1) : blocks
  addParagraph(writing, title, { style: 'Heading3' })
  for (const block of rest) {
    for (const line of printedLines(writing, block.text)) addParagraph(writing, line, { style: 'Beslut' })
  }
}

const markers: readonly { kind: ListKind; pattern: RegExp }[] = [
  { kind: 'point', pattern: /^(\d{1,3})\.\s+/ },
  { kind: 'parenthesis', pattern: /^(\d{1,3})\)\s+/ },
  { kind: 'letter', pattern: /^([a-z])\)\s+/ },
]
const bullet = /^(?:[-–—•·▪◦‣*●○]|o(?=\s))\s+/u

/** A list of its own; entries that count up in one way become Word's numbers, everything else gets bullets. */
function addList(writing: Writing, blocks: readonly Block[]): void {
  const lines = blocks.flatMap((block) => printedLines(writing, block.text))
  const numbered = markers.find(({ kind, pattern }) => {
    const first = ordinal(kind, pattern.exec(lines[0] ?? '')?.[1])
    return first !== null && lines.every((line, index) => ordinal(kind, pattern.exec(line)?.[1]) === first + index)
  })
  const start = numbered === undefined ? 1 : (ordinal(numbered.kind, numbered.pattern.exec(lines[0] ?? '')?.[1]) ?? 1)
  const instance = writing.numbering.list(numbered?.kind ?? 'bullet', start)
  for (const line of lines) {
    const text = line.replace(numbered?.pattern ?? bullet, '')
    addParagraph(writing, text === '' ? line : text, { style: 'ListBullet', instance })
  }
}

function ordinal(kind: ListKind, mark: string | undefined): number | null {
  if (mark === undefined) return null
  return kind === 'letter' ? mark.charCodeAt(0) - 'a'.charCodeAt(0) + 1 : Number(mark)
}
