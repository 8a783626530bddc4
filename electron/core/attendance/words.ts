/** What minutes say of presence. The words follow the language of the minutes, not of the screen. */
import en from '#assets/locales/en/presence.json' with { type: 'json' }
import sv from '#assets/locales/sv/presence.json' with { type: 'json' }
import type { AttendanceEvent } from '#contract/attendance.ts'
import type { Attendance, MeetingView } from '#contract/meetings.ts'
import type { AttendanceMode } from '#contract/minutes.ts'
import { joins, noBreak } from '#contract/typography.ts'
import { spellTime } from '#core/word/dates.ts'
import { attendedItems } from '#core/word/people.ts'
import { documentTexts, fill } from '#core/word/texts.ts'
import type { Language } from '#core/word/typography.ts'
import { itemCells, runs } from './items.ts'
import { peopleOf } from './people.ts'

export type PresenceWords = typeof sv

const words: Readonly<Record<Language, PresenceWords>> = { sv, en }

export function presenceWords(language: Language): PresenceWords {
  return words[language]
}

/** The words of one act, with a place for its name, and for its time unless that is not known. */
export function eventSentence(
  event: AttendanceEvent,
  mode: AttendanceMode,
  texts: PresenceWords,
  timed: boolean,
): string {
  if (!timed)
    return event === 'moved' ? texts.movedUntimed[mode] : eventSentence(event, mode, texts, true).replace(texts.at, '')
  if (event === 'arrived') return texts.arrived[mode]
  if (event === 'back') return texts.back[mode]
  if (event === 'cleared') return texts.cleared[mode]
  return event === 'moved' ? texts.moved[mode] : texts[event]
}

export type Setting = Readonly<{ language: Language; numberStyle: 'paragraph' | 'plain' }>

/** "§ 3" or "punkt 3". */
function itemWords(number: string, { language, numberStyle }: Setting): string {
  return attendedItems(number, documentTexts(language), numberStyle)
}

/** With the spaces that must not break, as words that are typed get them: "kl. 10.42", "§ 3". */
const joined = (text: string, { language }: Setting) => text.replace(joins[language], noBreak)

/** A text with plain spaces: sentences that were kept before, and those worded by hand, may have either. */
export const plainSpaces = (text: string): string => text.replaceAll(noBreak, ' ')

/** The sentence with the item that it was written at, and its stop. */
export function closed(sentence: string, number: string | null, setting: Setting): string {
  const texts = presenceWords(setting.language)
  const whole =
    number === null
      ? fill(texts.plain, { sentence })
      : fill(texts.atItem, { sentence, item: itemWords(number, setting) })
  return joined(whole, setting)
}

export type SaidOfPresence = Readonly<{
  event: AttendanceEvent
  mode: AttendanceMode
  name: string
  /** With its day when that is not the meeting's first; null when it is not known. */
  time: string | null
  /** Of the item, without §. */
  number: string | null
}>

/** "N N anslöt på distans kl. 10.42, § 3." */
export function sentenceOf(said: SaidOfPresence, setting: Setting): string {
  const pattern = eventSentence(said.event, said.mode, presenceWords(setting.language), said.time !== null)
  const time = said.time === null ? '' : spellTime(said.time, setting.language)
  return closed(fill(pattern, { name: said.name, time }), said.number, setting)
}

/** "N N trädde in som tjänstgörande ersättare för M M kl. 10.42, § 3.", or stepped down as one. */
export function deputySentence(
  said: Readonly<{ name: string; other: string; time: string | null; number: string | null }>,
  setting: Setting,
  part: 'deputy' | 'deputyEnded' = 'deputy',
): string {
  const texts = presenceWords(setting.language)
  const { name, other } = said
  const sentence =
    said.time === null
      ? fill(texts[`${part}Untimed`], { name, other })
      : fill(texts[part], { name, other, time: spellTime(said.time, setting.language) })
  return closed(sentence, said.number, setting)
}

/** Somebody outside the numbered list, of the capacity that the language has for guests: "gäst", "gäst, VD". */
export function isGuest(person: Pick<Attendance, 'listNumber' | 'capacity'>, word: string): boolean {
  return person.listNumber === null && person.capacity?.split(',', 1)[0]?.trim().toLowerCase() === word
}

function listed(names: readonly string[], and: string): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${and} ${last}`
}

/**
 * "12 på plats, 5 på distans; N N deltog inte i § 3." Those who were there at some time, by where they were last;
 * null when nobody was.
 */
export function summaryOf(
  items: MeetingView['items'],
  attendance: readonly Attendance[],
  setting: Setting,
): string | null {
  const texts = presenceWords(setting.language)
  const present = peopleOf(attendance).filter(({ status }) => status === 'present')
  if (present.length === 0) return null
  const guest = (one: Attendance) => isGuest(one, texts.guest) || isGuest(one, texts.staff)
  const count = (mode: AttendanceMode) =>
    present.filter((one) => one.mode === mode && !(guest(one) && mode === 'unknown')).length
  const modes = [
    { count: count('room'), text: texts.sumRoom },
    { count: count('remote'), text: texts.sumRemote },
    { count: count('phone'), text: texts.sumPhone },
    { count: count('unknown'), text: texts.sumHere },
  ]
    .filter((one) => one.count > 0)
    .map((one) => fill(one.text, { count: String(one.count) }))
    .join(', ')
  const missed = new Map<string, string[]>()
  // A guest comes for an item, and so does staff that is called in: what else they missed says nothing.
  for (const one of present.filter((row) => !guest(row))) {
    const away = runs(
      items,
      itemCells(one, items).map((cell) => cell === null),
    )
    if (away !== '') missed.set(away, [...(missed.get(away) ?? []), one.name])
  }
  const gaps = [...missed].map(([away, names]) =>
    fill(texts.missed, { names: listed(names, texts.and), items: itemWords(away, setting) }),
  )
  return fill(texts.plain, { sentence: [modes, ...gaps].filter((part) => part !== '').join('; ') })
}

/** How items are named in the minutes of a meeting. */
export function settingOf({ head, items }: Pick<MeetingView, 'head' | 'items'>): Setting {
  return {
    language: head.language,
    numberStyle: items.some(({ numberStyle }) => numberStyle === 'paragraph') ? 'paragraph' : 'plain',
  }
}
