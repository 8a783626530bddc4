/** Where minutes say when the body meets next: in the head, under a title of its own, in a sentence, in a list of days. */
import type { ProposedItem } from '#contract/proposal.ts'
import type { Head } from './head-fields.ts'
import { isoOf, findDates, yearForward } from './dates.ts'
import { isLastDay, nextDateIn, saysNextOnly, settledLater, speaksOfNext } from './next-meeting.ts'
import type { NextDate } from './next-meeting.ts'
import { sentencesOf } from './sentences.ts'
import { foldText } from './words.ts'

/** "Next PMB", "Nästa AU": those who meet by their letters. */
const nextByLetters = /^(?:[Nn]ext|NEXT|[Nn]ästa|NÄSTA) \p{Lu}{2,6}$/u

/** The next meeting as the head says it. */
export function nextInHead(head: Head, date: string | null): (NextDate & { line: number }) | null {
  const found = head.next === null ? null : nextDateIn(head.next.words, date, true)
  return found === null || head.next === null ? null : { ...found, line: head.next.line }
}

/** Titles and labels of a list of days: "Mötestider 2025", "Dates of future meetings". */
const schedule =
  /^(?:(?:kommande|framtida|planerade|vårens|höstens|årets|nästa års) )?(?:sammanträdes|mötes|styrelsemötes)(?:datum|dagar|tider|plan|schema)(?!\p{L})|^(?:kommande|framtida|planerade|vårens|höstens) (?:\p{L}*möten|\p{L}*sammanträden|\p{L}*träffar)(?!\p{L})|^(?:dates?|schedule|calendar|timetable)(?: times?)?(?: and (?:times?|venues?|places?))? (?:of|for) (?:the )?(?:(?:next|future|forthcoming|upcoming|following|remaining|further) )?meetings(?!\p{L})|^(?:future|forthcoming|upcoming|next|remaining|further) (?:meetings|meeting dates|dates)(?!\p{L})|^meeting (?:dates|schedule|calendar)(?!\p{L})/u

/**
 * The first day of a list after the meeting's own, `from`. A title may say the year of them all ("Mötestider 2025").
 */
function firstListed(
  title: string,
  texts: readonly { text: string; line: number }[],
  from: string,
): (NextDate & { line: number }) | null {
  const years = [...title.matchAll(/(?<!\d)20\d{2}(?![\d/–-])/gu)].map(([year]) => Number(year))
  const [own] = years.length === 1 ? years : []
  const listed = texts.flatMap(({ text, line }) =>
    findDates(text, { slash: true })
      .filter((found) => found.day !== null && !isLastDay(text, found))
      .flatMap((found) => {
        const basis: NextDate['basis'] = found.year === null ? 'inferred' : 'stated'
        const date =
          found.year === null && own === undefined ? yearForward(found, from) : isoOf(found, found.year ?? own)
        return date !== null && date > from ? [{ date, basis, found, line }] : []
      }),
  )
  const [first] = listed.toSorted((a, b) => a.date.localeCompare(b.date))
  return first ?? null
}

/** Days until a plan for the year to come begins, within which no other meeting is to be looked for. */
const near = 100

/** A year's plan made early, or decided on, need not begin with the next meeting: some may be left of this year. */
function plansAhead(item: ProposedItem, first: string, from: string): boolean {
  if (first.slice(0, 4) === from.slice(0, 4)) return false
  const days = (Date.parse(first) - Date.parse(from)) / 86_400_000
  return item.decisions.length > 0 || days > near
}

/** A list of days under a title or behind a label that says so. */
function nextInSchedule(item: ProposedItem, from: string): (NextDate & { line: number }) | null {
  const texts = item.blocks.filter(({ text }) => text.length <= 2000).map(({ text, lines: [line] }) => ({ text, line }))
  if (schedule.test(foldText(item.title))) {
    const first = firstListed(item.title, texts, from)
    return first === null || plansAhead(item, first.date, from) ? null : first
  }
  for (const { text, line } of texts.toReversed()) {
    const label = /^(?<label>[^:.]{5,60}):/u.exec(text)?.groups?.['label']
    const found =
      label !== undefined && schedule.test(foldText(label)) ? firstListed(label, [{ text, line }], from) : null
    if (found !== null && !plansAhead(item, found.date, from)) return found
  }
  return null
}

const aboutNext =
  /^(?:nästa (?!steg|fas|etapp|år|vecka|månad)\p{L}+$|nästa (?:möte|sammanträde|träff|styrelsemöte|gång|avstämning|tillfälle)|kommande möten?|(?:date of )?(?:the )?next meeting|datum för nästa .*|mötesdatum)/u

/**
 * The first day under a title of the next meeting: of several in a list or a table the earliest after the meeting's own,
 * `from`. What somebody is to do until then is another matter.
 */
function firstBelow(item: ProposedItem, from: string | null): (NextDate & { line: number }) | null {
  const blocks = item.blocks.filter(({ kind, text }) => kind !== 'action' && text.length <= 6000)
  for (const block of blocks) {
    for (const { text } of sentencesOf(block.text)) {
      const found = nextDateIn(text, from, true)
      if (found === null) continue
      const listed = block.kind === 'list' ? blocks.filter(({ kind }) => kind === 'list') : [block]
      const first =
        from === null || from.length < 10
          ? null
          : firstListed(
              item.title,
              listed.map(({ text: said, lines: [line] }) => ({ text: said, line })),
              from,
            )
      return (block.kind === 'list' ? first : null) ?? { ...found, line: block.lines[0] }
    }
  }
  return null
}

/** The next meeting and the line that says it; null where no line does, or says that it is settled later. */
export function findNext(
  items: readonly ProposedItem[],
  head: Head,
  date: string | null,
): (NextDate & { line: number }) | null {
  const inHead = nextInHead(head, date)
  if (inHead !== null) return inHead
  for (const item of items.toReversed()) {
    const listed = date === null || date.length < 10 ? null : nextInSchedule(item, date)
    if (listed !== null) return listed
    const about = aboutNext.test(foldText(item.title)) || saysNextOnly(item.title) || nextByLetters.test(item.title)
    if (about) {
      const inTitle = nextDateIn(item.title, date, true)
      if (inTitle !== null) return { ...inTitle, line: item.line }
      const said = item.blocks.flatMap(({ text }) => (text.length <= 500 ? sentencesOf(text) : []))
      // "Nästa möte hålls den 12 september. Höstens heldag bestäms senare.": that of another one.
      const dated = said.some(({ text }) => speaksOfNext(text) && nextDateIn(text, date, false) !== null)
      if (!dated && said.some(({ text }) => settledLater(text))) return null
    } else if (speaksOfNext(item.title)) {
      const inTitle = nextDateIn(item.title, date, false)
      if (inTitle !== null) return { ...inTitle, line: item.line }
    }
    for (const block of item.blocks.toReversed()) {
      if (block.text.length > 6000) continue
      for (const { text } of sentencesOf(block.text)) {
        if (!speaksOfNext(text)) continue
        const found = nextDateIn(text, date, about)
        // The month of the meeting itself dates the document ("AB/May 2024").
        if (found !== null && found.date !== date?.slice(0, 7)) return { ...found, line: block.lines[0] }
      }
    }
    const below = about ? firstBelow(item, date) : null
    if (below !== null) return below
  }
  return null
}
