/** Two versions of the minutes side by side, word by word. */
import { diffArrays, diffWordsWithSpace } from 'diff'
import type { ComparedRow } from '#contract/approval.ts'
import type { MeetingJson } from '#contract/minutes.ts'
import { spellDate } from '#core/word/dates.ts'
import { formText, timeText } from '#core/word/head.ts'
import { participantText, peopleSections, type NumberStyle } from '#core/word/people.ts'
import { documentTexts } from '#core/word/texts.ts'
import type { Language } from '#core/word/typography.ts'

type Line = { part: ComparedRow['part']; text: string }
/** Minutes, and what their document is written with: the words of both sides are those of their own documents. */
export type ComparedMinutes = { meeting: MeetingJson; language: Language; numberStyle: NumberStyle }
type Segments = NonNullable<ComparedRow['left']>

/** Steps of reckoning on one pair of texts before it is called wholly different: a bound on time, not on what is shown. */
const mostEdits = 2000

/** What stands above the text, each with its label. */
function headLines({ meeting, language }: ComparedMinutes): string[] {
  const texts = documentTexts(language)
  const { title, body, date, place, dnr, chair, secretary, adjusters } = meeting
  const labelled = (label: string, text: string | null) => (text === null || text === '' ? null : `${label}: ${text}`)
  return [
    title,
    labelled(texts.body, body),
    labelled(texts.date, date === null ? null : spellDate(date, language)),
    labelled(texts.time, timeText(meeting, texts, language)),
    labelled(texts.place, place),
    labelled(texts.form, formText(meeting, texts)),
    labelled(texts.chair, chair),
    labelled(texts.secretary, secretary),
    labelled(texts.adjusters, adjusters.join(', ')),
    labelled(texts.dnr, dnr),
  ].flatMap((text) => (text === null || text === '' ? [] : [text]))
}

/** Everybody on the list, in the order of the document. */
function peopleLines({ meeting, language, numberStyle }: ComparedMinutes): string[] {
  const texts = documentTexts(language)
  const titles = { ...texts, unknown: texts.attendanceUnknown }
  return peopleSections(meeting.participants).flatMap(({ part, people }) =>
    people.map((person) => {
      const text = participantText(person, texts, numberStyle)
      return `${titles[part]}: ${person.listNumber === null ? text : `${person.listNumber}. ${text}`}`
    }),
  )
}

/** The minutes as lines that can be laid beside each other, in the order of the document. */
function linesOf(minutes: ComparedMinutes): Line[] {
  const { meeting, language, numberStyle } = minutes
  const texts = documentTexts(language)
  const ballots = { yes: texts.ballotyes, no: texts.ballotno, abstain: texts.ballotabstain }
  const lines: Line[] = [
    ...headLines(minutes).map((text) => ({ part: 'head' as const, text })),
    ...peopleLines(minutes).map((text) => ({ part: 'people' as const, text })),
  ]
  for (const item of meeting.items) {
    const number = item.number !== null && numberStyle === 'paragraph' ? `§ ${item.number}` : item.number
    lines.push({ part: 'heading', text: [number, item.title].filter((value) => value !== null).join(' ') })
    for (const { text, people: named } of item.blocks) {
      const names = (named ?? []).map(({ name, choice }) => (choice === null ? name : `${name} (${ballots[choice]})`))
      lines.push({ part: 'text', text: [text, names.join(', ')].filter((value) => value !== '').join('\n') })
    }
    for (const { owner, due, text } of item.actions)
      if (owner !== null || due !== null)
        lines.push({ part: 'text', text: `${text} (${[owner, due].filter((value) => value !== null).join(', ')})` })
  }
  return lines
}

/** Two texts of one thing; what the other does not have is marked. */
export function comparedWords(left: string, right: string): { left: Segments; right: Segments } {
  const parts = diffWordsWithSpace(left, right, { maxEditLength: mostEdits })
  if (parts === undefined) return { left: [{ text: left, differs: true }], right: [{ text: right, differs: true }] }
  return {
    left: parts.filter(({ added }) => !added).map(({ value, removed }) => ({ text: value, differs: removed })),
    right: parts.filter(({ removed }) => !removed).map(({ value, added }) => ({ text: value, differs: added })),
  }
}

const whole = (text: string, differs: boolean): Segments => [{ text, differs }]

/** Share of the words of the shorter text that stand in the other: enough of them, and one text became the other. */
function likeness(left: string, right: string): number {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))
  const [a, b] = [words(left), words(right)]
  const shared = [...a].filter((word) => b.has(word)).length
  const least = Math.min(a.size, b.size)
  return least === 0 ? 0 : shared / least
}

/** Lays a run that went beside a run that came: lines of one part that share half their words are one line that changed. */
function laid(gone: readonly Line[], come: readonly Line[]): ComparedRow[] {
  const rows: ComparedRow[] = []
  let from = 0
  for (const { part, text } of gone) {
    const at = come.findIndex((line, index) => index >= from && line.part === part && likeness(text, line.text) >= 0.5)
    const match = come[at]
    if (match === undefined) {
      rows.push({ part, change: 'removed', left: whole(text, true), right: null })
      continue
    }
    for (const line of come.slice(from, at))
      rows.push({ part: line.part, change: 'added', left: null, right: whole(line.text, true) })
    rows.push({ part, change: 'changed', ...comparedWords(text, match.text) })
    from = at + 1
  }
  for (const line of come.slice(from))
    rows.push({ part: line.part, change: 'added', left: null, right: whole(line.text, true) })
  return rows
}

/** Every line of both sides once, in order; equal lines stand beside each other. */
export function compareMinutes(left: ComparedMinutes, right: ComparedMinutes): ComparedRow[] {
  const same = (a: Line, b: Line) => a.part === b.part && a.text === b.text
  const rows: ComparedRow[] = []
  let gone: Line[] = []
  for (const { value, added, removed } of diffArrays(linesOf(left), linesOf(right), { comparator: same })) {
    if (removed) {
      gone = value
      continue
    }
    if (added) rows.push(...laid(gone, value))
    else {
      rows.push(...laid(gone, []))
      for (const { part, text } of value)
        rows.push({ part, change: 'same', left: whole(text, false), right: whole(text, false) })
    }
    gone = []
  }
  return [...rows, ...laid(gone, [])]
}
