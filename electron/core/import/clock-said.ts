/** When a meeting began and ended, as its items say it. */
import type { ProposedItem } from '#contract/proposal.ts'
import { sentencesOf } from './sentences.ts'

const opened =
  /(?:öppna|opened|to order|började|startade|commenced|began|started|hälsa(?:de|r) .{0,60}välkom|välkomna(?:de|r)|^(?:vi|we) (?:\p{Ll}+ )?(?:träffades|sågs|möttes|samlades|met)(?!\p{L}))/iu
const closed = /(?:avslut\p{L}*|slut(?:a|ade|as|at)?(?!\p{L})|closed|adjourned|ended|finished|concluded)/iu
/** The meeting itself ends, in whatever item that is told. */
const meetingEnds =
  /^(?:(?:the )?meeting |mötet |sammanträdet |stämman |årsmötet |förhandlingen )(?:(?:was|is|then|formally|förklarades(?: för)?|har) )*(?:avslut\p{L}*|slut(?:a|ade|as|at)?|closed|adjourned|ended|finished|concluded)(?!\p{L})|^(?:slut|avslut|finished|finish|ended|closed|end of meeting|mötets slut)(?: kl\.?| at|:)? ?\d/iu
/** "Day 1 (start 09:00)" */
const titledStart =
  /(?:^|[(,;–-] ?)(?:start|börjar|starts|starting)(?: (?:at|kl\.?))?:? ?(?<clock>\d{1,2}[.:]\d{2})(?!\d)/iu

const clockInText =
  /(?<sign>(?:kl(?:ockan)?\.?|at|(?:avslut|öppn)a(?:des|de|s|t)? ?(?:mötet|sammanträdet|stämman|årsmötet|årsstämman)?|slut(?:ade|at)?:?|began|började|startade|finish(?:ed)?:?|ended|closed|adjourned|ca) ?)(?:kl(?:ockan)?\.? ?|at )?(?<hour>\d{1,2})(?:[.:](?<minute>\d{2}))?(?![\d.:]\d| ?%|\d)(?: ?(?<half>[ap])\.?m)?(?<oclock> ?(?:o[’']clock|noon))?/giu

/** What may stand behind a bare hour: nothing that it counts. */
const hourEnds = /^(?:[.,;)!]|\s*$| (?:och|and|med|with|by|av|då|varefter|efter|after|som|on|den)(?!\p{L}))/u

interface Clock {
  index: number
  hour: number
  minute: string
  /** Said to be before or after noon, or in figures that say it. */
  certain: boolean
}

/** The clock times of a sentence with their places. */
function clocksOf(text: string): Clock[] {
  return [...text.matchAll(clockInText)].flatMap(({ index, groups, 0: whole }) => {
    const { sign = '', hour = '', minute, half, oclock } = groups ?? {}
    // "kl 9" is a time, "ca 20" is a number.
    const bare = minute === undefined && half === undefined && oclock === undefined
    if (bare && (/^(?:ca|at)/iu.test(sign) || !hourEnds.test(text.slice(index + whole.length)))) return []
    const h = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
    if (h > 23 || Number(minute ?? 0) > 59) return []
    return [{ index, hour: h, minute: minute ?? '00', certain: half !== undefined || hour.startsWith('0') }]
  })
}

const written = ({ hour, minute }: { hour: number; minute: string }): string =>
  `${String(hour).padStart(2, '0')}:${minute}`

/**
 * A clock time in the opening (`'start'`) or closing sentence, where the head has none. Where one sentence tells both,
 * each has the time behind its own word. `after` (`HH:MM`) is when an English meeting began: "7.30 pm" to "9.10" ends
 * in the evening.
 */
export function clockInItems(
  items: readonly ProposedItem[],
  which: 'start' | 'end',
  after: string | null = null,
): string | null {
  const found = clockSaid(items, which)
  if (found === null) return null
  const time = written(found)
  const evening = written({ ...found, hour: found.hour + 12 })
  return after !== null && !found.certain && found.hour < 12 && time < after && evening > after ? evening : time
}

function clockSaid(items: readonly ProposedItem[], which: 'start' | 'end'): Clock | null {
  const [own, other] = which === 'start' ? [opened, closed] : [closed, opened]
  const item = which === 'start' ? items[0] : items.at(-1)
  // "§ 1 Mötets öppnande kl. 18.30"
  const titled = item !== undefined && own.test(item.title) ? clocksOf(item.title)[0] : undefined
  if (titled !== undefined) return titled
  for (const block of item?.blocks ?? []) {
    if (block.text.length > 2000) continue
    for (const { text } of sentencesOf(block.text)) {
      const at = own.exec(text)?.index
      if (at === undefined) continue
      const clocks = clocksOf(text)
      const rival = other.exec(text)?.index ?? -1
      const behind = clocks.find(({ index }) => index >= at && !(rival > at && index >= rival))
      const before = clocks.findLast(({ index }) => index < at && !(rival >= 0 && rival < at && index >= rival))
      const found = behind ?? before
      if (found !== undefined) return found
    }
  }
  return which === 'start' ? startInTitles(items) : endAnywhere(items)
}

function startInTitles(items: readonly ProposedItem[]): Clock | null {
  for (const { title } of items.slice(0, 3)) {
    const clock = titledStart.exec(title)?.groups?.['clock']
    const [hour = '', minute = ''] = clock?.split(/[.:]/u) ?? []
    if (clock !== undefined && Number(hour) < 24 && Number(minute) < 60)
      return { index: 0, hour: Number(hour), minute, certain: true }
  }
  return null
}

/** Lists may follow the close: "The meeting was closed at 12.45." above a summary of decisions. */
function endAnywhere(items: readonly ProposedItem[]): Clock | null {
  for (const { title, blocks } of items.toReversed()) {
    // "9. Mötet avslutades kl. 20.10" above a list of what is to be done.
    const titled = meetingEnds.test(title) ? clocksOf(title).at(-1) : undefined
    for (const block of blocks.toReversed()) {
      if (block.text.length > 2000) continue
      for (const { text } of sentencesOf(block.text).toReversed()) {
        const clock = meetingEnds.test(text) ? clocksOf(text).at(-1) : undefined
        if (clock !== undefined) return clock
      }
    }
    if (titled !== undefined) return titled
  }
  return null
}
