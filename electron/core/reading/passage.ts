/** A piece of a text with whom and what it names. */
import type { BodyMention } from './body-names.ts'
import type { Piece } from './document.ts'
import type { OrganisationMention } from './organisations.ts'
import type { PersonMention } from './people.ts'

export interface Sentence {
  start: number
  end: number
  text: string
}

export interface Passage extends Piece {
  index: number
  organisations: OrganisationMention[]
  people: PersonMention[]
  bodies: BodyMention[]
  sentences: Sentence[]
  /** The nearest heading, or list entry that serves as one, above it. */
  heading: Passage | null
  /** A heading that groups what follows, above its own heading. */
  above: Passage | null
  /** A line that only leads elsewhere, or a picture's words. */
  aside: boolean
}
