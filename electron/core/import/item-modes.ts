/** What stands under a heading inside an item: decisions, tasks, what was before, what others want. */
import { foldText } from './words.ts'

export type Mode = 'text' | 'decision' | 'action' | 'background' | 'proposal'

export const actionHeading =
  /^(?:åtgärd(?:er|slista|slistan)?|att göra|att-göra-lista|todo|to do|actions?|action (?:items|points|list|log)|uppdrag|åtaganden|beslutade åtgärder|nästa steg|next steps|uppföljningslista|vem gör vad|who does what|action log)$/u

/** What others want decided, and what goes with a decision: nothing under it is decided by this meeting. */
const proposalHeading =
  /förslag|yrkande|reservation|underlag|expedier|skickas|beslutsgång|proposition|recommend|proposal|proposed|bilag|kopia|sändlista|protokollsanteckning|yttrande/u

/** What was before: only what the meeting itself decides there and then is a decision. */
const backgroundHeading =
  /bakgrund|ärende|sammanfattning|anteckning|föredragning|tidigare behandling|background|summary of the matter/u

/** "Arbetsutskottets förslag till beslut": whose proposal the lines below are. */
const ownProposal =
  /^(?:\p{L}+s (?:förslag|yrkande(?:n|t)?)(?: till (?:beslut|\p{Ll}*(?:fullmäktige|styrelsen|stämman|mötet|nämnden|rådet|utskottet)))?|(?:officer|committee|staff)s?(?: s)? (?:recommendations?|proposals?)|(?:recommended|proposed|draft) (?:decision|resolution|motion)s?)$/u

export function isProposalHeading(text: string): boolean {
  return text.length < 80 && ownProposal.test(foldText(text)) && !/[.!?]$/u.test(text.trim())
}

export function modeUnder(heading: string): Mode {
  const words = foldText(heading)
  if (actionHeading.test(words)) return 'action'
  if (proposalHeading.test(words) || isProposalHeading(heading)) return 'proposal'
  return backgroundHeading.test(words) ? 'background' : 'text'
}
