/** Headings, and the lines among which they are looked for. */
import type { SourceLine } from './lines.ts'

export interface Heading {
  line: SourceLine
  /** The line the title stands on, when it is not the number's own. */
  titleLine: SourceLine | null
  number: string | null
  style: 'paragraph' | 'plain' | 'none'
  title: string
  /** Text of the item that stands on the heading's own line. */
  rest: string
  /** The item's registry number, where the heading has one. */
  dnr: string | null
  /** The line that number stands on, when it is neither the number's nor the title's. */
  registryLine: SourceLine | null
  certain: boolean
}

/** Lines of one meeting that may hold headings, blank lines left out, in order. */
export interface HeadingField {
  /** Non-blank lines, furniture and blanks left out. */
  lines: readonly SourceLine[]
  /** True when a blank line (or the edge) stands before / after the line at this place. */
  gapBefore: (at: number) => boolean
  gapAfter: (at: number) => boolean
  /** Lines that belong to head, people or signature and open no item. */
  taken: (line: SourceLine) => boolean
}
