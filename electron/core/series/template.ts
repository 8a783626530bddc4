/** The agenda that meetings usually have, in the language of the minutes, and which of its items is which. Pure. */
import en from '#assets/locales/en/agenda.json' with { type: 'json' }
import sv from '#assets/locales/sv/agenda.json' with { type: 'json' }
import type { ItemType, MinutesKind } from '#contract/minutes.ts'
import type { SeriesItem } from '#contract/series.ts'

type Language = 'sv' | 'en'
const words: Readonly<Record<Language, Readonly<Record<keyof typeof sv, string>>>> = { sv, en }

const item = (title: string, type: ItemType): SeriesItem => ({
  title,
  type,
  presenter: null,
  minutes: null,
  prepared: null,
  proposal: null,
})

export const previousTitle = (kind: MinutesKind, language: Language) =>
  kind === 'minnesanteckningar' ? words[language].previousNotes : words[language].previousProtokoll
export const followUpTitle = (language: Language) => words[language].followUp

const dash = '– '
/** Lines of the block that the follow-up's heading of promises begins: from its heading to the first other line. */
function blockOf(lines: readonly string[], heading: string): { from: number; to: number } | null {
  const from = lines.indexOf(heading)
  if (from < 0) return null
  const after = lines.findIndex((line, at) => at > from && !line.startsWith(dash))
  return { from, to: after < 0 ? lines.length : after }
}

/** What stands ready under the follow-up: its own text, then what was promised by nobody, a line each, none twice. */
export function withUnanswered(
  prepared: string | null,
  promises: readonly string[],
  language: Language,
): string | null {
  const heading = words[language].unanswered
  const lines = prepared === null || prepared === '' ? [] : prepared.split('\n')
  const more = promises.map((promise) => `${dash}${promise}`).filter((line) => !lines.includes(line))
  if (more.length === 0) return prepared
  const block = blockOf(lines, heading)
  if (block !== null) return lines.toSpliced(block.to, 0, ...more).join('\n')
  return [...lines, ...(lines.length === 0 ? [] : ['']), heading, ...more].join('\n')
}

/** The same without the lines of promises that have been answered since; a heading left alone goes with the last. */
export function withoutAnswered(
  prepared: string | null,
  isAnswered: (promise: string) => boolean,
  language: Language,
): string | null {
  const lines = prepared?.split('\n') ?? []
  const block = blockOf(lines, words[language].unanswered)
  if (block === null) return prepared
  const said = lines.slice(block.from + 1, block.to)
  const kept = said.filter((line) => !isAnswered(line.slice(dash.length)))
  if (kept.length === said.length) return prepared
  const shown = kept.length === 0 ? [] : [lines[block.from] ?? '', ...kept]
  const left = lines
    .toSpliced(block.from, block.to - block.from, ...shown)
    .join('\n')
    .trim()
  return left === '' ? null : left
}

/** What a new series begins with. */
export function usualAgenda(kind: MinutesKind, language: Language): SeriesItem[] {
  const text = words[language]
  const formal = kind === 'protokoll'
  return [
    item(text.opening, 'opening'),
    ...(formal ? [item(text.adjusters, 'election'), item(text.agreed, 'decision')] : []),
    item(previousTitle(kind, language), formal ? 'decision' : 'information'),
    item(text.followUp, 'information'),
    item(text.other, 'other'),
    item(text.next, 'information'),
    item(text.closing, 'closing'),
  ]
}

/** About the minutes of the meeting before. */
export const isAboutPrevious = (title: string) =>
  /(?:föregående|förra|senaste) (?:möte[ts]{0,2}|sammanträde[ts]{0,2}|protokoll|minnesanteckningar|anteckningar)|(?:minutes|notes) (?:of|from) the (?:previous|last) meeting|previous minutes/iu.test(
    title,
  )
/** Where what was promised is gone through. */
export const isFollowUp = (title: string) =>
  /uppföljning|följa upp|pågående (?:uppdrag|åtgärder)|(?:uppdrags|åtgärds)lista|follow[- ]?up|matters arising|action (?:list|log)|open actions/iu.test(
    title,
  )

/** Where an item that an earlier meeting deferred stands: before the other business and the end. */
export function placeForWaiting(items: readonly { type: ItemType | null }[]): number {
  const at = items.findIndex(({ type }) => type === 'other' || type === 'closing')
  return at < 0 ? items.length : at
}

/** Behind the opening. */
export function placeForPrevious(items: readonly { type: ItemType | null }[]): number {
  const at = items.findLastIndex(({ type }) => type === 'opening')
  return at + 1
}
