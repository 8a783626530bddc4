/** Contacts of a file, opened outside the core; pasted ones are text already. */
import type { Ports } from '#core/ports.ts'
import { readContacts, type Reading, type ReadingInput } from './read.ts'

/** @throws KansliError as readContacts and Reader.open */
export async function openContacts({ reader }: Pick<Ports, 'reader'>, input: ReadingInput): Promise<Reading> {
  if ('text' in input) return readContacts(input)
  const { base64, format, encoding, separator, header, columns, sheet } = input
  return reader.open('contacts', { base64, format, encoding, separator, header, columns, sheet })
}
