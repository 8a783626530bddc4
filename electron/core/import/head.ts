/** The meeting's head: title, sender, body, date, time, place, registry number and officers. */
import { tellsOfBreak } from './breaks.ts'
import { findDates } from './dates.ts'
import { withoutPageTail } from './furniture.ts'
import { applyEntry, emptyHead, setDate, setOfficer, setTimes } from './head-fields.ts'
import { leftover } from './leftover.ts'
import type { Head } from './head-fields.ts'
import { readFree } from './head-free.ts'
import type { Piece } from './head-title.ts'
import { fieldOf, isLabelRow, readHeadLine } from './head-labels.ts'
import type { HeadEntry, HeadField } from './head-labels.ts'
import { cellsOf } from './lines.ts'
import type { SourceLine } from './lines.ts'
import { mailHeader } from './mail-header.ts'
import { mailLabel } from './mail-labels.ts'
import { joinTold } from './met-sentence.ts'
import { isFullName, nameScore } from './names.ts'
import { readPeopleHeading } from './people-headings.ts'
import { hasOrganisationWord } from './roles.ts'
import { findTimes } from './times.ts'
import { formOfPlace, hasKindWord, hasMeetingWord, isBodyName, isTitleLine } from './titles.ts'
import { endsSentence, wordsOf } from './words.ts'

/** "1 (5)", "1 / 2", "Sida 1", "1": a page number in a column of its own. */
function isPageCell(cell: string): boolean {
  if (/^(?:(?:sida?|page|blad) )?\d{1,3} ?(?:\/|av|of) ?\d{1,3}$/iu.test(cell)) {
    const [page = 0, pages = 0] = [...cell.matchAll(/\d+/gu)].map(Number)
    return page <= pages
  }
  return /^(?:sida? |page |blad )?\d{1,3} ?\( ?\d{1,3} ?\)$|^(?:sida?|page|blad)(?: \d{1,3})?$|^\d{1,2}$/iu.test(cell)
}

/** "Mötet öppnades 19.05 av ordförande Anna Ek.": more than a label and its time. */
function isSentence({ field, value }: HeadEntry, { text }: SourceLine): boolean {
  return (
    (field === 'start' || field === 'end') && !text.includes(':') && endsSentence(text) && wordsOf(value).length > 2
  )
}

/** Cells of letterheads set in columns; one piece when the line is a line. */
function piecesOf(line: SourceLine): string[] {
  const all = cellsOf(line.raw.replace(/\s[·•∙]\s/gu, ' | ')).filter((cell) => cell !== '')
  const cells = all.length > 1 ? all.filter((cell) => !isPageCell(cell)) : all
  const [only] = cells
  const text = withoutPageTail(line.text) ?? (all.length > 1 && cells.length === 1 ? only : null) ?? line.text
  return cells.length > 1 && cells.length < 5 && text.length < 160
    ? cells.map((cell) => withoutPageTail(cell) ?? cell)
    : [text]
}

/**
 * Reads the lines before the first list or item. `lines` hold no people and no furniture; `values`
 * are lines a label above asks for.
 */
export function readHead(lines: readonly SourceLine[], english: boolean): Head {
  const head = emptyHead()
  const free: Piece[] = []
  const { lines: filled, joined } = joinTold(lines.filter((line) => !line.blank))
  const mail = mailHeader(lines)
  let above = false
  let waiting: HeadEntry | null = null
  for (let at = 0; at < filled.length; at += 1) {
    const line = filled[at]
    if (line === undefined) continue
    if (line.forced === 'title' || line.forced === 'sender') {
      free.push({ text: line.text, line, used: false })
      continue
    }
    if (line.forced !== null && line.forced !== 'head') continue
    if (mail.has(line.n)) {
      readMailLine(head, line, english)
      continue
    }
    const entries =
      isTitleLine(line.text) && !saysWhoWrote(line) && !/\t/u.test(line.raw) && !/^[\p{L} ]{2,40}:/u.test(line.text)
        ? []
        : readHeadLine(line.raw).filter((entry) => !isSentence(entry, line))
    if (entries.length === 0) {
      const pieces = piecesOf(line)
      const below = filled[at + 1]
      const values = below === undefined || !isLabelRow(pieces) ? [] : cellsOf(below.raw).filter((cell) => cell !== '')
      if (below !== undefined && values.length === pieces.length) {
        for (const [column, label] of pieces.entries()) {
          const value = values[column] ?? ''
          applyEntry(head, { field: fieldOf(label) ?? 'other', label, value }, below.n, english)
        }
        head.parts.set(line.n, 'head')
        head.parts.set(below.n, 'head')
        at += 1
        continue
      }
      if (waiting !== null && pieces.length > 0 && (pieces.length > 1 || line.indent > 15)) {
        const own = pieces.findLastIndex((piece) => fitsField(waiting?.field, piece))
        const [value = ''] = pieces.splice(own, 1)
        applyEntry(head, { ...waiting, value }, line.n, english)
        head.parts.set(line.n, 'head')
      }
      waiting = columnLabel(pieces)
      if (waiting !== null) pieces.pop()
      const several = pieces.length > 1
      for (const text of pieces) {
        // "Ankarby kommun⇥Datum 2024-06-12": a column may carry its own label.
        const own = several ? readHeadLine(text).filter((entry) => entry.value !== '' && entry.field !== 'other') : []
        for (const entry of own) applyEntry(head, entry, line.n, english)
        if (own.length > 0) head.parts.set(line.n, 'head')
        else free.push({ text, line, used: false })
      }
      continue
    }
    waiting = null
    // "Datum:⇥Handläggare:⇥Diarienr:" above a row of as many values.
    const row = filled[at + 1]
    const cells = row === undefined ? [] : cellsOf(row.raw).filter((cell) => cell !== '')
    if (
      row !== undefined &&
      entries.length > 1 &&
      cells.length === entries.length &&
      entries.every(({ value }) => value === '')
    ) {
      for (const [column, entry] of entries.entries())
        applyEntry(head, { ...entry, value: cells[column] ?? '' }, row.n, english)
      head.parts.set(line.n, 'head')
      head.parts.set(row.n, 'head')
      at += 1
      continue
    }
    const [only] = entries
    const namesBody =
      entries.length === 1 && only?.field === 'secretary' && hasKindWord(only.label) && titlesValue(only.value)
    const strayTitle =
      namesBody ||
      (entries.length === 1 && entries[0]?.value === '' && entries[0].field !== 'date' && hasKindWord(line.text))
    if (strayTitle) {
      free.push({ text: line.text, line, used: false })
      continue
    }
    head.parts.set(line.n, 'head')
    const last = entries.at(-1)
    const next = filled[at + 1]
    const over = last?.value === '' && line.forced === null ? valueAbove(last, free, line, next, above) : null
    if (over !== null && last !== undefined) {
      above = true
      free.splice(free.indexOf(over), 1)
      applyEntry(head, { ...last, value: over.text }, over.line.n, english)
      head.parts.set(over.line.n, 'head')
      continue
    }
    if (
      last !== undefined &&
      last.value === '' &&
      next !== undefined &&
      !isTitleLine(next.text) &&
      next.forced === null &&
      readHeadLine(next.raw).length === 0 &&
      readPeopleHeading(next.text) === null
    ) {
      if (next.n - line.n <= 2) {
        last.value = next.text
        head.parts.set(next.n, 'head')
        at += 1
      }
    }
    if (/^justering(?:en)?s?$/iu.test(filled[at - 1]?.text ?? '')) continue
    for (const entry of entries) applyEntry(head, entry, line.n, english)
    at = nameBelowRule(head, entries, filled, at)
    if (last?.field === 'place' || last?.field === 'timeAndPlace') at = hangingPlace(head, filled, at, english)
  }
  readFree(head, free, english, mail.size > 0)
  // A mail to a body carries that body's minutes.
  const to = filled.find((line) => mail.has(line.n) && mailLabel(line.text)?.label === 'to')
  const receiver = to?.text.replace(/^[^:]*:\s*/u, '') ?? ''
  if (isBodyName(receiver)) head.body ??= receiver
  for (const [n, first] of joined) head.parts.set(n, head.parts.get(first) ?? 'unplaced')
  return head
}

/** "Minutes: Parent Teacher Association": whose minutes they are, not who took them. */
function titlesValue(value: string): boolean {
  return value !== '' && (isBodyName(value) || hasMeetingWord(value) || hasOrganisationWord(value))
}

/** A mail's day only tells the year of a day that lacks it. */
function readMailLine(head: Head, line: SourceLine, english: boolean): void {
  const [found] = findDates(line.text, { slash: true, english })
  if (found !== undefined) head.dates.push({ found, line: line.n })
  head.kept.push({ line: line.n, words: line.text })
  head.parts.set(line.n, 'head')
}

/** True for words that a field's value may be; only a day is sure to be one. */
function fitsField(field: HeadField | undefined, text: string): boolean {
  const dated = findDates(text, { slash: true }).length > 0
  return field === 'date' ? dated : field === 'dnr' ? !dated && /\d/u.test(text) : false
}

/** The value of a label that stands below it: where the day stands above "Datum", all values stand above theirs. */
function valueAbove(
  { field }: HeadEntry,
  free: readonly Piece[],
  line: SourceLine,
  next: SourceLine | undefined,
  above: boolean,
): Piece | null {
  const piece = free.at(-1)
  if (piece === undefined || piece.line.n !== line.n - 1 || isTitleLine(piece.text)) return null
  if (above) return piece
  const fits = (text: string): boolean =>
    field === 'date' ? findDates(text, { slash: true }).length > 0 : field === 'time' && findTimes(text, true) !== null
  return fits(piece.text) && (next === undefined || !fits(next.text)) ? piece : null
}

/** A label that closes a line of columns ("Nämnden        Sammanträdesdatum"): its value stands below. */
function columnLabel(pieces: readonly string[]): HeadEntry | null {
  const last = pieces.length > 1 ? (pieces.at(-1) ?? '') : ''
  const field = last === '' ? null : fieldOf(last)
  return field === 'date' || field === 'dnr' || field === 'time' || field === 'place'
    ? { field, label: last, value: '' }
    : null
}

/** "Sekreterare ..............." with the name on the line below. */
function nameBelowRule(head: Head, entries: readonly HeadEntry[], filled: readonly SourceLine[], at: number): number {
  const ruled = entries.find((entry) => /^[._…\s]{3,}$/u.test(entry.value))
  const next = filled[at + 1]
  if (
    ruled === undefined ||
    next === undefined ||
    (ruled.field !== 'chair' && ruled.field !== 'secretary' && ruled.field !== 'adjuster')
  )
    return at
  // "Bo Ek      §§ 46–52": the paragraphs that the signature is for.
  const [, name = next.text, paragraphs] = /^(\p{Lu}[^§]*?) (§§? ?\d[\d ,–-]*)$/u.exec(next.text) ?? []
  if (!isFullName(name)) return at
  setOfficer(head, ruled.field, name, next.n)
  if (paragraphs !== undefined) head.kept.push({ line: next.n, words: paragraphs })
  head.parts.set(next.n, 'head')
  return at + 1
}

/** A place that goes on hanging in on the line below. */
function hangingPlace(head: Head, filled: readonly SourceLine[], at: number, english: boolean): number {
  const line = filled[at]
  const next = filled[at + 1]
  if (line === undefined || next === undefined || next.n !== line.n + 1 || head.place === null) return at
  if (tellsOfBreak(next.text)) return at
  const hangs = next.indent >= 3 && next.indent > line.indent && readHeadLine(next.raw).length === 0
  const open = / (?:och|samt|and)$/iu.test(line.text)
  if (!hangs && !open && !line.text.endsWith(',')) return at
  if (readHeadLine(next.raw).length > 0) return at
  // "Kommunhuset, sal 2," above "tisdagen den 9 april 2024 kl. 13.15–16.40"
  const rest = setTimes(head, setDate(head, next.text, next.n, true, english), false)
  const more = rest === next.text ? rest : leftover(rest)
  if (wordsOf(more).length > 0) head.place = `${head.place.replace(/,$/u, '')}${open ? '' : ','} ${more}`
  else head.place = head.place.replace(/,$/u, '')
  head.form ??= formOfPlace(head.place)
  head.parts.set(next.n, 'head')
  return at + 1
}

/** "Minutes taken by Anna Ek", "Anteckningar    Anna Ek": who wrote them, no title. */
function saysWhoWrote(line: SourceLine): boolean {
  if (
    /^(?:protokoll(?:et)?|minutes|anteckningar(?:na)?|notes)\s*(?:(?:förda? |fördes |fört )av|(?:taken |written |recorded |prepared )?by|:)/iu.test(
      line.text,
    )
  )
    return true
  const who = /^(?:protokoll|minutes|anteckningar|notes) {2,}(?<who>\p{Lu}[^,(]+)/iu.exec(line.raw.trim())?.groups?.[
    'who'
  ]
  return who !== undefined && nameScore(who.trim()) >= 2
}
