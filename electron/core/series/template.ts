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

/** What stands ready under the follow-up: its own text, then what was promised by nobody, a line each. */
export function withUnanswered(
  prepared: string | null,
  promises: readonly string[],
  language: Language,
): string | null {
  if (promises.length === 0) return prepared
  const lines = [words[language].unanswered, ...promises.map((promise) => `– ${promise}`)].join('\n')
  return prepared === null || prepared === '' ? lines : `${prepared}\n\n${lines}`
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
