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

const kind =
  /^((?:sammanträdes|mötes|styrelse)?(?:minnesanteckningar|anteckningar|protokoll)|minutes|notes)(?:[\s:–-]+|$)(?:fört |förda )?(?:(?:vid|från|av|för|of the|of|from the|from) )?/iu
const weekday =
  '(?:(?:måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag)(?:en)?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)'
const clock = '(?:,? (?:kl\\.?|at) \\d{1,2}(?:[.:]\\d\\d)?(?: ?[ap]\\.?m\\.?)?)?'
const closing = [
  /(?:^|[\s,(–-]+)(?:hybridmöte|digitalt möte|distansmöte|fysiskt möte|hybrid meeting|online meeting)\)?$/iu,
  /(?:^|[\s,–-]+)(?:meeting )?minutes$/iu,
  new RegExp(
    `(?:^|[\\s,(–-]+)(?:(?:held )?on )?(?:${weekday} )?(?:den )?\\d{1,2} \\p{L}{3,9} \\d{4}${clock}\\)?$`,
    'iu',
  ),
  new RegExp(`(?:^|[\\s,(–-]+)\\d{4}-\\d\\d-\\d\\d${clock}\\)?$`, 'iu'),
]

/**
 * The title alone: the kind, the date and the form that a source writes on the same line stand in the
 * head of the document. "Minnesanteckningar möte med X den 3 maj 2021 (hybridmöte)" gives "Möte med X"; a number
 * keeps its kind, "Protokoll nr 2/2023 Möte med X". Empty when nothing else is said.
 */
export function bareTitle(title: string): string {
  let rest = title.replace(/\s+/gu, ' ').trim()
  for (let round = 0; round < 2; round++) for (const pattern of closing) rest = rest.replace(pattern, '').trim()
  const found = kind.exec(rest)
  if (found === null) return capitalised(rest)
  const after = rest.slice(found[0].length)
  if (!/^(?:nr\.? ?|no\.? ?)?\d/iu.test(after) || /^\d+(?:st|nd|rd|th) /u.test(after)) return capitalised(after)
  const name = found[1] ?? ''
  const calm = name === name.toUpperCase() ? name.toLowerCase() : name
  return capitalised(calm) + rest.slice(name.length).replace(/^ NR /u, ' nr ')
}
