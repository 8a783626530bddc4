/** Names of files and titles of documents, from the meeting's own facts. */
import { capitalised } from './capitalised.ts'

/** Lower-case ASCII with hyphens: å, ä and ö become a, a and o, everything else a hyphen. */
export function slug(text: string, max = 60): string {
  const plain = text
    .toLowerCase()
    .replace(/[æ]/g, 'ae')
    .replace(/[øœ]/g, 'o')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (plain.length <= max) return plain
  const cut = plain.slice(0, max + 1).lastIndexOf('-')
  return plain.slice(0, cut > 0 ? cut : max)
}

/** `minnesanteckningar-samverkansgruppen-2021-11-10.docx`; unknown parts are left out, none gives `mote.docx`. */
export function documentFileName(parts: { kind: string; body: string | null; date: string | null }): string {
  const name = [slug(parts.kind), slug(parts.body ?? ''), parts.date ?? ''].filter((part) => part !== '').join('-')
  return `${name === '' ? 'mote' : name}.docx`
}

const kinds =
  /^\s*(?:sammanträdes|mötes|styrelse)?(?:minnesanteckningar|anteckningar|protokoll|minutes|notes)(?:[\s:–-]+|$)(?:nr \d+[\s,:–-]+)?(?:fört |förda )?(?:(?:vid|från|av|för|of the|of|from the|from) )?/iu
const closing = [
  /(?:^|[\s,(–-]+)(?:hybridmöte|digitalt möte|distansmöte|fysiskt möte|hybrid meeting|online meeting)\)?\s*$/iu,
  /(?:^|[\s,(–-]+)(?:(?:måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag)en\s+)?(?:den |on )?\d{1,2}\s+\p{L}{3,9}\s+\d{4}\)?\s*$/iu,
  /(?:^|[\s,(–-]+)\d{4}-\d\d-\d\d\)?\s*$/u,
]

/**
 * The title alone: the kind, the date and the form that a source writes on the same line stand in the
 * head of the document. "Minnesanteckningar möte med X den 3 maj 2021 (hybridmöte)" gives "Möte med X".
 * Empty when nothing else is said.
 */
export function bareTitle(title: string): string {
  let rest = title.trim().replace(kinds, '')
  for (let round = 0; round < 2; round++) for (const pattern of closing) rest = rest.replace(pattern, '')
  return capitalised(rest.trim())
}
