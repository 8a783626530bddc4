/** Reading old minutes in: what a text holds, and how its names meet the register. */
import { meetingsFromText } from '#db/queries/entities.ts'
import type { HandlersOf } from '#core/context.ts'
import { parseMinutes } from '#core/import/parse.ts'
import { commitImport } from '#core/imports/commit.ts'
import { matchesFor, registerNames } from '#core/imports/matches.ts'
import { overrideMap, readPlainText } from '#core/imports/text.ts'

export const importHandlers: HandlersOf<'imports'> = {
  'imports.preview': async (context, input) => {
    const source =
      'text' in input ? readPlainText(input) : await context.ports.reader.open('minutes', { base64: input.base64 })
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
