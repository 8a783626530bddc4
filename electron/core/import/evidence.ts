/** Whether a text is minutes at all: signs that together no novel, recipe or invitation has. */
import type { ProposedMeeting } from '#contract/proposal.ts'
import { hasKindWord, hasMeetingWord } from './titles.ts'

const ritual =
  /(?:öppnade mötet|avslutade mötet|mötet (?:öppnades|avslutades|öppnas|avslutas)|förklarade (?:mötet|stämman|sammanträdet) (?:för )?(?:öppnat|avslutat|öppnad|avslutad)|hälsade? (?:alla )?välk|hälsar (?:alla )?välk|öppnar mötet|avslutar mötet|tackade deltagarna|lades till handlingarna|läggs till handlingarna|att justera|meeting (?:was )?(?:opened|closed|adjourned|called to order)|(?:called|calls) the meeting to order|welcomed (?:everyone|members|all)|apologies (?:were|for)|approved as a correct|closed the meeting|opened the meeting|mötet beslut|styrelsen beslut|nämnden beslut|vi beslutade|resolved that|it was agreed)/iu
const invitation =
  /(?:välkommen till|kallelse till|inbjudan till|anmäl dig|o\.?s\.?a\.?|anmälan senast|varmt välkom|you are invited|rsvp|register (?:now|by|here)|sign up)/iu

/** A line that says who was there. */
const presence =
  /^[\s*#_]*(?:närvarande|närvaro|frånvarande|beslutande|present|attendees|attendance|in attendance|apologies)(?![\p{L}])/imu

/** Points for being minutes. Four and more pass. */
export function evidenceFor(meeting: ProposedMeeting, text: string, titleSeen: boolean): number {
  let points = 0
  const start = text.slice(0, 1500)
  const decisions = meeting.items.reduce((sum, item) => sum + item.decisions.length, 0)
  const actions = meeting.items.reduce((sum, item) => sum + item.actions.length, 0)
  const numbered = meeting.items.filter((item) => item.number !== null).length
  if (titleSeen && hasKindWord(meeting.title)) points += 3
  else if (hasMeetingWord(meeting.title)) points += 1
  else if (hasMeetingWord(start)) points += 0.5
  if (meeting.participants.length >= 2) points += 2
  if (meeting.participants.length >= 1) points += 0.5
  if (meeting.participants.length >= 2 && presence.test(start)) points += 0.5
  if (meeting.officers.length > 0) points += 1
  if (meeting.date !== null) points += 0.7
  if (meeting.items.some((item) => item.numberStyle === 'paragraph')) points += 1
  if (numbered >= 2) points += 0.7
  if (decisions > 0) points += Math.min(1.5, decisions * 0.5)
  if (actions > 0) points += 0.5
  if (meeting.nextMeeting !== null) points += 0.7
  if (meeting.placements.some((placement) => placement.part === 'signature')) points += 0.7
  if (meeting.dnr !== null) points += 0.3
  if (meeting.start !== null || meeting.place !== null) points += 0.4
  if (ritual.test(text.length > 400_000 ? text.slice(0, 400_000) : text)) points += 1.5
  // Somebody met on some day: without people, officers and date a text only speaks of minutes.
  if (meeting.participants.length === 0 && meeting.officers.length === 0 && meeting.date === null) points -= 3
  if (invitation.test(start) && decisions === 0) points -= 2.5
  return points
}

export const evidenceNeeded = 4
