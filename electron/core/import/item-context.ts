/** What the reading of one item knows of its meeting. */
import type { LinePart } from '#contract/proposal.ts'
import type { Crew } from './crew.ts'
import type { SourceLine } from './lines.ts'
import type { Wrapping } from './wrap.ts'

export interface ItemContext {
  wrapping: Wrapping
  /** The body that met, for "… beslutar att". */
  body: string | null
  /** Those who are listed: what they do next is theirs to do. */
  crew: Crew
  /** Turns words of time into an ISO date where they name one; notes an inferred year. */
  due: (words: string | null, line: number) => string | null
  place: (line: SourceLine, part: LinePart, block: number | null) => void
  /** Lines of page furniture: a paragraph may run on across them. */
  furniture: ReadonlySet<number>
  /** Actions of the meeting so far: a table that gathers them at its end says none anew. */
  said: Set<string>
}
