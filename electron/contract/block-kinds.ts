/** The kinds of paragraphs that the text of an item is made of, for those who check no input by them. */

export const blockKinds = [
  'paragraph',
  'heading',
  'list',
  'quotation',
  // Cells parted by tabs, rows by line feeds; the first row is the header.
  'table',
  // What one group said, or what was gathered from all groups.
  'discussion',
  'presentation',
  // Yrkande: a motion put at the meeting.
  'motion',
  // Omröstning: a vote.
  'vote',
  // One att-sats (clause) each.
  'decision',
  // Uppdrag: who does what by when.
  'action',
  // Reservation, särskilt yttrande, protokollsanteckning.
  'dissent',
  // Jäv: a conflict of interest.
  'recusal',
  // Ajournering: the meeting pauses.
  'adjournment',
] as const

type Kind = (typeof blockKinds)[number]

/** Decisions that follow each other in an item are clauses (att-satser) of one. */
export function oneDecision(before: Kind, after: Kind): boolean {
  return before === 'decision' && after === 'decision'
}
