/** Reading old minutes in: what a text holds, and how its names meet the register. */
import { maxImportText } from '#contract/envelope.ts'
import { KansliError } from '#contract/errors.ts'
import type { ImportPreview } from '#contract/imports.ts'
import { meetingsFromText } from '#db/queries/entities.ts'
import type { HandlersOf } from '#core/context.ts'
import { cleanText, decodeText } from '#core/import/decode.ts'
import { parseMinutes } from '#core/import/parse.ts'
import { commitImport } from '#core/imports/commit.ts'
import { matchesFor, registerNames } from '#core/imports/matches.ts'
import { normalLines, overrideMap } from '#core/imports/text.ts'

function read(input: { text: string } | { base64: string }): Pick<ImportPreview, 'text' | 'encoding' | 'replaced'> {
  const found =
    'text' in input
      ? { ...cleanText(input.text), encoding: 'pasted' as const }
      : decodeText(Buffer.from(input.base64, 'base64'))
  if (found.text.length > maxImportText) throw new KansliError('import.too-large', { limit: maxImportText })
  return { text: normalLines(found.text), encoding: found.encoding, replaced: found.replaced }
}

export const importHandlers: HandlersOf<'imports'> = {
  'imports.preview': (context, input) => {
    const source = read(input)
    const today = context.ports.clock().toISOString().slice(0, 10)
    const meetings = parseMinutes(source.text, { overrides: overrideMap(input.overrides), today })
    const sha256 = context.ports.sha256(source.text)
    return context.read((db) => {
      const names = registerNames(db)
      return {
        ...source,
        meetings: meetings.map((proposal) => ({ proposal, ...matchesFor(names, proposal) })),
        known: meetingsFromText(db, sha256),
      }
    })
  },
  'imports.commit': (context, input) => commitImport(context, input),
}
