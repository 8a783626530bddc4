/** The text of an import as it is stored and read again. */
import { maxImportText } from '#contract/envelope.ts'
import { KansliError } from '#contract/errors.ts'
import type { ImportPreview, TextEncoding } from '#contract/imports.ts'
import type { LineOverride } from '#contract/proposal.ts'
import { cleanText, decodeText } from '#core/import/decode.ts'
import { cutLines } from '#core/import/lines.ts'

/** One character for each line end, whatever the file used: line numbers stay what they were. */
export function normalLines(text: string): string {
  return cutLines(text).join('\n')
}

export type PlainText = Pick<ImportPreview, 'text' | 'encoding' | 'replaced'>

/** Pasted text or a file's, as it is kept: minutes, or a list of contacts. @throws KansliError import.not-text, import.too-large */
export function readPlainText(
  input: { text: string } | { base64: string; encoding?: TextEncoding | undefined },
): PlainText {
  const found =
    'text' in input
      ? { ...cleanText(input.text), encoding: 'pasted' as const }
      : decodeText(Buffer.from(input.base64, 'base64'), input.encoding)
  if (found.text.length > maxImportText) throw new KansliError('import.too-large', { limit: maxImportText })
  return { text: normalLines(found.text), encoding: found.encoding, replaced: found.replaced }
}

/** Overrides as the parser wants them; a later one for the same line wins. */
export function overrideMap(list: readonly { line: number; part: LineOverride }[] = []): Map<number, LineOverride> {
  return new Map(list.map(({ line, part }) => [line, part]))
}
