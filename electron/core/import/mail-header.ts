/** The header of a mail above the minutes it carries: its day is the mail's, its sender a person. */
import type { SourceLine } from './lines.ts'
import { mailLabel } from './mail-labels.ts'
import type { MailLabel } from './mail-labels.ts'

const reach = 8

/** Numbers of the lines of a mail's header without the one that says its subject; none where no mail begins the text. */
export function mailHeader(lines: readonly SourceLine[]): Set<number> {
  const names = new Map<number, MailLabel>()
  let last: number | null = null
  for (const line of lines.filter((one) => !one.blank).slice(0, reach)) {
    const name = mailLabel(line.text)?.label
    if (name === undefined || (last !== null && line.n - last > 2)) {
      if (names.size > 0) break
      continue
    }
    names.set(line.n, name)
    last = line.n
  }
  const all = [...names.values()]
  if (!all.includes('from') || !all.some((name) => name === 'to' || name === 'sent' || name === 'subject'))
    return new Set()
  return new Set([...names].filter(([, name]) => name !== 'subject').map(([n]) => n))
}

/** "Hej alla,", "Dear all": words to a reader, none of the meeting's. */
export function isGreeting(text: string): boolean {
  return /^(?:hej|hejsan|hallå|god(?:dag| morgon)|bästa|kära|dear|hi|hello)(?!\p{L})[^.:\d]{0,40}[,!.]?$/iu.test(text)
}

/** "Här kommer anteckningarna från …": leads to the minutes, whose own title may follow. */
export function leadsIn(text: string): boolean {
  if (
    /^(?:(?:draft|the|my|utkast till|mina) )?(?:\p{L}*minutes|notes|\p{L}*anteckningar(?:na)?|\p{L}*protokoll(?:et)?) .{0,60}(?<!\p{L})(?:below|attached|enclosed|nedan|bifogat|bifogas|bifogade)(?!\p{L})/iu.test(
      text,
    )
  )
    return true
  return /^(?:hej[ ,!]+)?(?:här (?:kommer|är|följer)|nedan (?:följer|kommer|är)|bifogat|bifogas|here (?:are|is)|please find|attached|below (?:are|is))(?!\p{L})/iu.test(
    text,
  )
}
