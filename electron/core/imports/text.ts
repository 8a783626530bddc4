/** The text of an import as it is stored and read again. */
import type { LineOverride } from '#contract/proposal.ts'
import { cutLines } from '#core/import/lines.ts'

/** One character for each line end, whatever the file used: line numbers stay what they were. */
export function normalLines(text: string): string {
  return cutLines(text).join('\n')
}

/** Overrides as the parser wants them; a later one for the same line wins. */
export function overrideMap(list: readonly { line: number; part: LineOverride }[] = []): Map<number, LineOverride> {
  return new Map(list.map(({ line, part }) => [line, part]))
}
