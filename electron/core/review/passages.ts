/** The text of a meeting as the rules read it: one passage each paragraph, with what in it is verbatim. */
import type { AgendaItem, MeetingView, Paragraph } from '#contract/meetings.ts'
import type { Proposal, ReviewCode } from '#contract/review.ts'
import type { NumberMeant } from '#db/queries/numbers-meant.ts'
import { noBreak } from '#contract/typography.ts'
import { sentencesOf } from '#core/import/sentences.ts'
import { foreignSpans } from '#core/word/foreign.ts'

/** Half-open, in UTF-16 units. */
export type Range = { from: number; to: number }

export type Passage = {
  item: AgendaItem
  paragraph: Paragraph
  /** The paragraph's, with plain spaces where typography has set some that do not break: the rules know one space. */
  text: string
  sentences: readonly (Range & { text: string })[]
  /** Between quotation marks, marks included. */
  quoted: readonly Range[]
  /** In another language than the minutes'. */
  foreign: readonly Range[]
}

/** What the register knows that a rule asks for. */
export type Known = {
  /** Shown name by person. */
  shown: ReadonlyMap<string, string>
  /** Names of everybody, so that one who exists is nobody's variant. */
  people: ReadonlySet<string>
  /** Names of organisations and bodies, which are nobody's names. */
  things: readonly string[]
  /** Names and titles of bodies, themes, organisations, posts and events: their words are spelt right. */
  terms: readonly string[]
  /** Items that the text means by numbers they had before. */
  meant: readonly NumberMeant[]
}

export type ReviewInput = { view: MeetingView; passages: readonly Passage[]; known: Known }

/** One thing a rule found. Without a passage it is about a row of the list. */
export type Raised = {
  code: ReviewCode
  passage: Passage | null
  attendanceId: string | null
  from: number
  to: number
  words: string
  proposal: Proposal
}

/** Longer paragraphs are no minutes. */
const longest = 20_000

const quotation =
  /(?<![\p{L}\p{N}])["\u201c\u201d\u201e\u00bb\u00ab][^"\u201c\u201d\u201e\u00bb\u00ab]{1,300}["\u201c\u201d\u201e\u00bb\u00ab](?![\p{L}\p{N}])/gu

function rangesOf(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length }))
}

const noNames: ReadonlySet<string> = new Set()

function passageOf(item: AgendaItem, paragraph: Paragraph, language: 'sv' | 'en'): Passage {
  const text = paragraph.text.replaceAll(noBreak, ' ')
  const told = paragraph.spans.filter(({ kind }) => kind === 'foreign')
  return {
    item,
    paragraph,
    text,
    sentences: sentencesOf(text).map(({ text: words, index }) => ({
      text: words,
      from: index,
      to: index + words.length,
    })),
    quoted: rangesOf(text, quotation),
    foreign: [
      ...told.map(({ from, to }) => ({ from, to })),
      ...foreignSpans(text, { language, names: noNames, titles: [] }).map(({ start, end }) => ({
        from: start,
        to: end,
      })),
    ],
  }
}

export function passagesOf(view: MeetingView): Passage[] {
  return view.items.flatMap((item) =>
    item.paragraphs
      .filter(({ text }) => text.trim() !== '' && text.length <= longest)
      .map((paragraph) => passageOf(item, paragraph, view.head.language)),
  )
}

export function within(ranges: readonly Range[], at: number): boolean {
  return ranges.some(({ from, to }) => from <= at && at < to)
}

/** Kinds whose words tell what happened; what was moved, decided or quoted is said as it was. */
export function tells({ paragraph: { kind } }: Passage): boolean {
  return kind === 'paragraph' || kind === 'list' || kind === 'discussion' || kind === 'presentation'
}

/** A finding about words of a passage. */
export function raise(code: ReviewCode, passage: Passage, { from, to }: Range, proposal: Proposal): Raised {
  return { code, passage, attendanceId: null, from, to, words: passage.paragraph.text.slice(from, to), proposal }
}
