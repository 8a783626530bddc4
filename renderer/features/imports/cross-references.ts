/** Which outcome a source line led to, and which lines an outcome came from. */
import type { ProposedMeeting } from '#contract/proposal.ts'

/** Name of one thing that came out: `item-2`, `person-5`, `finding-0`, `date`. */
type Outcome = string

export type CrossReferences = {
  outcomesOf: ReadonlyMap<number, readonly Outcome[]>
  linesOf: ReadonlyMap<Outcome, readonly number[]>
}

/** Fields of a head that are read from its labelled lines; title and sender have lines of their own. */
const headFields = ['kind', 'body', 'date', 'time', 'place', 'form', 'dnr'] as const

export function crossReferences(meeting: ProposedMeeting): CrossReferences {
  const outcomesOf = new Map<number, Outcome[]>()
  const linesOf = new Map<Outcome, number[]>()
  const tie = (line: number | null, outcome: Outcome) => {
    if (line === null) return
    const outcomes = outcomesOf.get(line)
    if (outcomes?.includes(outcome) === true) return
    if (outcomes === undefined) outcomesOf.set(line, [outcome])
    else outcomes.push(outcome)
    const lines = linesOf.get(outcome)
    if (lines === undefined) linesOf.set(outcome, [line])
    else lines.push(line)
  }
  // Decisions and actions come before the item they stand in: the most exact outcome leads.
  meeting.items.forEach((item, place) => {
    item.decisions.forEach((one, index) => tie(one.line, `decision-${place}-${index}`))
    item.actions.forEach((one, index) => tie(one.line, `action-${place}-${index}`))
  })
  for (const { line, part, item, participant } of meeting.placements) {
    if (part === 'title') {
      tie(line, 'title')
      // A title names the body, the day and the form as often as it names itself.
      for (const field of headFields) tie(line, field)
    } else if (part === 'sender') tie(line, 'sender')
    else if (part === 'head') for (const field of headFields) tie(line, field)
    else if (part === 'unplaced') tie(line, `unplaced-${line}`)
    if (participant !== null) tie(line, `person-${participant}`)
    if (item !== null) tie(line, `item-${item}`)
  }
  meeting.officers.forEach((officer) => tie(officer.line, officer.role))
  if (meeting.nextMeeting !== null) tie(meeting.nextMeeting.line, 'next')
  meeting.findings.forEach((finding, index) => tie(finding.line, `finding-${index}`))
  return { outcomesOf, linesOf }
}
