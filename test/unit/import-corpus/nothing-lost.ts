/**
 * Checks that reading a text loses nothing: every line that holds anything has exactly one place,
 * and the words of a placed line stand in what it was placed in.
 */
import type { Placement, ProposedMeeting } from '#contract/proposal.ts'
import { squeezed } from './compare.ts'

export type LostLine = { line: number; why: string; text: string }

/** Lines of `text` that are lost, counted from 1; lines placed as `unplaced` are listed, not lost. */
export function lostLines(
  text: string,
  meetings: readonly ProposedMeeting[],
): { lost: LostLine[]; unplaced: LostLine[] } {
  const lines = text.split(/\r\n|\n|\r/)
  const lost: LostLine[] = []
  const unplaced: LostLine[] = []
  const seen = new Map<number, number>()
  for (const meeting of meetings) {
    for (const placement of meeting.placements) {
      seen.set(placement.line, (seen.get(placement.line) ?? 0) + 1)
      const source = lines[placement.line - 1] ?? ''
      const entry = (why: string): LostLine => ({ line: placement.line, why, text: source.trim() })
      if (placement.part === 'unplaced') unplaced.push(entry('not placed'))
      const why = whyLost(meeting, placement, source, lines)
      if (why) lost.push(entry(why))
    }
  }
  lines.forEach((source, index) => {
    const times = seen.get(index + 1) ?? 0
    if (times === 1 || (times === 0 && source.trim() === '')) return
    lost.push({ line: index + 1, why: times === 0 ? 'has no place' : `has ${times} places`, text: source.trim() })
  })
  return { lost, unplaced }
}

function whyLost(
  meeting: ProposedMeeting,
  placement: Placement,
  source: string,
  lines: readonly string[],
): string | null {
  if (squeezed(source) === '') return null
  switch (placement.part) {
    case 'blank':
      return 'is called blank'
    case 'furniture':
      return isFurniture(source, lines) ? null : 'is called furniture but is neither a page number nor repeated'
    case 'paragraph':
    case 'list':
    case 'decision':
    case 'action':
      return kept(source, inBlock(meeting, placement)) || kept(source, inBlocks(meeting, placement))
        ? null
        : `words are not in its ${placement.part}`
    case 'itemHeading': {
      const item = placement.item === null ? undefined : meeting.items[placement.item]
      // Text of the item on the heading's own line stands in the block that the placement names.
      const heading = `${item?.number ?? ''} ${item?.title ?? ''}`
      const whole = [heading, ...[inBlock, inBlocks].map((of) => `${heading} ${of(meeting, placement)}`)]
      // "1   Welcome             ACTION": the title of a column at the line's right end says nothing of the item.
      const untitled = source.replace(/(?:\t+| {3,})(\S+(?: \S+)?) *$/u, (all, end: string) =>
        isColumnName(end) ? '' : all,
      )
      if (whole.some((words) => kept(source, words) || kept(untitled, words))) return null
      return item !== undefined && keptWithRegistry(source, item) ? null : 'words are not in its heading'
    }
    case 'decisionHeading':
      // A word that only says that something is decided may be gone; who decided and how may not.
      return kept(source, inBlock(meeting, placement)) || bareDecision.test(source.trim())
        ? null
        : 'says who decided, and nothing keeps it'
    case 'participant': {
      const read = meeting.participants.some((person) => person.line === placement.line)
      const continued = placement.participant !== null && placement.participant in meeting.participants
      return read || continued ? null : 'nobody is read from it'
    }
    case 'title':
    case 'sender':
      return columnsKept(source, meeting) ? null : `is not in the ${placement.part}`
    default:
      return null
  }
}

const bareDecision =
  /^\W*(?:(?:beslut(?:et|ade|ades|as)?|beslöts?|det beslutades|decisions?|resolved|agreed|resolutions?|motion|it was (?:resolved|agreed|decided))(?: i ärendet| taken| att| that)?|.*\(?(?:beslut nr|decision no\.?) \d{4}:\d+\)?)\W*$/iu

/** The line is the heading's words, the registry number, or both in one order or the other; the number's label may be gone. */
function keptWithRegistry(source: string, { number, title, dnr }: ProposedMeeting['items'][number]): boolean {
  if (dnr === null) return false
  const unlabelled = source.replace(
    /(?<!\p{L})(?:dnr|d\.nr|diarie-?nr|diarie-?nummer|ärendenr|ärendenummer|ref)(?!\p{L})/iu,
    '',
  )
  const orders = [dnr, `${number ?? ''} ${title} ${dnr}`, `${number ?? ''} ${dnr} ${title}`]
  return [source, unlabelled, unseries(source)].some((words) => orders.some((all) => kept(words, all)))
}

function inBlock(meeting: ProposedMeeting, placement: Placement): string {
  const item = placement.item === null ? undefined : meeting.items[placement.item]
  const block = placement.block === null ? undefined : item?.blocks[placement.block]
  return block?.text ?? ''
}

/** Cells of one line may stand in blocks of their own: those of the item that hold the line, in order. */
function inBlocks(meeting: ProposedMeeting, placement: Placement): string {
  const item = placement.item === null ? undefined : meeting.items[placement.item]
  const holding = item?.blocks.filter(({ lines: [from, to] }) => from <= placement.line && placement.line <= to) ?? []
  const own = placement.block === null ? undefined : item?.blocks[placement.block]
  return own !== undefined && holding.includes(own) ? holding.map((block) => block.text).join(' ') : ''
}

/** A row that only names the columns below it. */
const columnNames =
  /^(?:nr|nummer|no|punkt|ärende|rubrik|item|topic|agenda item|anteckningar|diskussion|notes|discussion|beslut|decisions?|åtgärd(?:er)?|actions?|ansv(?:arig)?|vem|action by|owner|responsible|klar|klart|när|due|deadline|when)\W*$/iu

/** True for an empty cell, one column's name, or several with a stroke between ("Beslut / åtgärd"). */
function isColumnName(cell: string): boolean {
  return cell.trim() === '' || cell.split('/').every((name) => columnNames.test(name.trim()))
}

/**
 * All letters are there. What only marks the line may be gone: a list's mark or number, a label before
 * a colon ("Beslut:"), or the word before a heading's number ("Punkt 3.").
 */
function kept(source: string, within: string): boolean {
  const all = squeezed(within)
  const whole = squeezed(source)
  const unmarked = whole.replace(/^(\d{1,3}|[a-zåäö])(?=\p{L})/u, '')
  const unlabelled = squeezed(source.replace(/^[\s\-*•=>→⇒►]*\p{L}+( \p{L}+){0,2}[\s*]*:/u, ''))
  const uncelled = squeezed(source.replace(labelCell, ''))
  const bare = squeezed(
    source.replace(/^\W*(?:\p{Lu}{1,6} )?(§+|punkt|pkt\.?|ärende|paragraf|item|agenda item)\s*[\d.]+\W*/iu, ''),
  )
  const ownParagraph = squeezed(unseries(source))
  return [whole, unmarked, unlabelled, uncelled, bare, ownParagraph].some(
    (words) => words !== '' && all.includes(words),
  )
}

/** A cell that only says what the one beside it is. */
const labelCell = /^[\s|]*(?:beslut(?:et)?|decisions?|åtgärd(?:er)?|actions?|uppdrag)(?:\s*\t\s*|\s*\|\s*| {3,})/iu

/** "Kf § 12": the body in short before its own paragraphs. */
function unseries(source: string): string {
  return source.replace(/^\W*\p{Lu}\p{L}{0,7}[,:]?\s+(?=§)/u, '')
}

/** "1(5)", "Sida 2 av 4", "Page 3", "Blad 2", "- 2 -"; a dash in front alone makes an entry of a list ("- 2 av 4"). */
const pageNumber = {
  test: (line: string): boolean =>
    /^((sida|sid|s|page|p|blad)\W*)?\d+\s*(\(\d+\)|(av|of|\/)\s*\d+)?$/i.test(line) ||
    /^[-–—|]+\s*((sida|page|blad)\s)?\d+\s*(\(\d+\)|(av|of|\/)\s*\d+)?\s*[-–—|]+$/i.test(line),
}

/** The head's lines may hold several things side by side; each is in the title, the sender, the body, or is the date or the number. */
function columnsKept(source: string, meeting: ProposedMeeting): boolean {
  const head = [meeting.title, meeting.sender, meeting.body, meeting.dnr, meeting.place].map((part) =>
    squeezed(part ?? ''),
  )
  const columns = columnsOf(source).filter((column) => squeezed(column) !== '')
  return columns.every((column) => {
    const words = squeezed(column)
    if (words === squeezed(meeting.date ?? '') || pageNumber.test(column.trim())) return true
    return head.some((part) => part.includes(words) || part.includes(words.replace(/^(dnr|diarienr|diarienummer)/, '')))
  })
}

/** A page number alone, or a line that stands several times, or is a column of another, when page numbers are left out. */
function isFurniture(source: string, lines: readonly string[]): boolean {
  const bare = (line: string): string => squeezed(line).replace(/\d+/g, '#')
  if (pageNumber.test(source.trim())) return true
  if (source.split(/\t+|\||\s{3,}/).every(isColumnName)) return true
  const unpaged = (line: string): string =>
    bare(
      columnsOf(line)
        .filter((column) => !pageNumber.test(column.trim()) && !/^(?:sida|page|blad)$/iu.test(column.trim()))
        .join(' '),
    )
  const own = unpaged(source)
  if (saysHeadAgain(source, lines)) return true
  const like = lines.filter(
    (line) =>
      bare(line) === bare(source) || unpaged(line) === own || columnsOf(line).some((column) => bare(column) === own),
  )
  return like.length > 1
}

/** A page's head in no word that the text's first lines have not, beside a page number or with one. */
function saysHeadAgain(source: string, lines: readonly string[]): boolean {
  const words = (line: string): string[] => line.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
  const filled = lines.filter((line) => line.trim() !== '')
  const paged = /(?:\s(?:sida?|page|blad)\W*\d+(?:\s*(?:\(\d+\)|(?:av|of|\/)\s*\d+))?|\s\d+\s?\(\d+\))\s*$/iu
  const beside = filled.some(
    (line, at) =>
      line === source && [filled[at - 1], filled[at + 1]].some((other) => pageNumber.test((other ?? '').trim())),
  )
  if (!beside && !paged.test(source)) return false
  const said = new Set(filled.slice(0, 8).flatMap(words))
  const own = words(source.replace(paged, ''))
  return own.length >= 3 && own.every((word) => said.has(word))
}

function columnsOf(source: string): string[] {
  return source.split(/\t+|\s{3,}/)
}
