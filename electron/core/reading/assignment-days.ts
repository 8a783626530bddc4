/** When an assignment was given, and when it is due. */
import { findDays } from './days.ts'

const due =
  /(?:senast|före utgången av|före|inom kort, |by|no later than|before|not later than|deadline|ska (?:slut)?(?:redovisas|rapporteras|lämnas|vara klart?|vara färdigt?|presenteras)|(?:slut|del)?redovisning(?:en)? (?:ska )?(?:ske|sker|lämnas|görs)(?: (?:till \p{Lu}[\p{L}-]+))?|uppdraget ska [^.]{0,30}|lämna (?:sina |sitt )?(?:\p{L}+ )?|due|slutredovisas|redovisas|delredovisas|rapporteras|report(?:ed)? (?:back )?(?:on|by|in))(?: (?:senast|den|the|till|i|in|by|on|end of|slutet av))*\s*$|(?<=\s)till (?:den )?$/iu

/** The last day: of "delredovisas den X och slutredovisas den Y" the one that ends it. */
export function dueOf(text: string): string | null {
  const told = findDays(text).flatMap((day) => {
    const left = text.slice(Math.max(0, day.start - 60), day.start).replace(/den $/u, '')
    return day.iso !== null && due.test(left)
      ? [{ iso: day.iso, part: /(?:del|slut)\p{L}+[^.]{0,40}$/iu.exec(left)?.[0] }]
      : []
  })
  const last = told.find(({ part }) => part?.toLowerCase().startsWith('slut') === true)
  const whole = told.find(({ part }) => part?.toLowerCase().startsWith('del') !== true)
  return (last ?? whole ?? told[0])?.iso ?? null
}

const decided =
  /(?:beslutade|beslutat|gav|fick|har i dag|uppdrog|tillsattes|commissioned|instructed|tasked|decided)(?![\p{L}])[^.]{0,40}$/iu

export function issuedOf(text: string): string | null {
  for (const day of findDays(text, true)) {
    if (day.iso === null || day.iso.length < 4) continue
    const left = text.slice(Math.max(0, day.start - 60), day.start)
    if (due.test(left) || /(?:under|för|SOU|till och med|regleringsbrevet|regleringsbrev för) ?$/u.test(left)) continue
    const right = text.slice(day.end, day.end + 60)
    if (decided.test(left) || /^ (?:fick|gav|beslutade|uppdrog|tillsatte)(?![\p{L}])/u.test(right)) return day.iso
  }
  return null
}
