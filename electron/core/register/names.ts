/** Keys of names: how they sort, when they are equal, and how they are found by a search without marks. Pure. */

const marks = /\p{Mark}/gu
const dashes = /[-\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/gu
const apostrophes = /[\u2018\u2019\u02BC\u00B4\u0060]/gu
/** Soft hyphens, joiners and byte order marks that texts from the web and from PDF carry along. */
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu

/**
 * Letters that Swedish alphabetical order moves: å, ä and ö stand last, and the letters of neighbouring
 * languages sort as the Swedish letter they correspond to. `{`, `|` and `}` follow z in ASCII.
 */
const ownPlace: Readonly<Record<string, string>> = {
  å: '{',
  ä: '|',
  æ: '|',
  ę: '|',
  ö: '}',
  ø: '}',
  ő: '}',
  œ: '}',
  ô: '}',
  ü: 'y',
  ű: 'y',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  ß: 'ss',
  ł: 'l',
  ħ: 'h',
}
/** Space and signs in the order of the Unicode collation; all of them sort before the digits. */
const signs = ' _-,;:!?.\'"()[]{}§@*/\\&#%`´^¨°+<=>|~$'
const signPlace = new Map([...signs].map((sign, index) => [sign, String.fromCharCode(1 + index)]))

/** A number sorts by its size: the count of its digits comes first. */
function sortNumber(digits: string): string {
  const plain = digits.replace(/^0+(?=\d)/u, '')
  return String.fromCharCode(47 + Math.min(plain.length, 10)) + plain
}

/**
 * Orders names by Swedish rules when compared byte by byte: å, ä, ö last, w a letter of its own, other
 * accents and case forgiven, "Grupp 2" before "Grupp 10".
 */
export function sortKey(name: string): string {
  let key = ''
  const plain = name.replace(invisible, '').normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim()
  for (const part of plain
    .replace(apostrophes, "'")
    .replace(dashes, '-')
    .match(/[0-9]+|\P{Mark}\p{Mark}*|\p{Mark}+/gu) ?? []) {
    if (/^[0-9]/u.test(part)) {
      key += sortNumber(part)
      continue
    }
    const letters = part.normalize('NFD')
    // The first mark decides which letter it is; a second one is an accent on it.
    const letter = letters.slice(0, 2).normalize('NFC')
    const [base = ''] = letters.replace(marks, '')
    key += ownPlace[letter] ?? ownPlace[base] ?? signPlace.get(base) ?? base
  }
  return key
}

/** @param dash what stands for every kind of dash, and for the spaces around it */
function keyWith(name: string, dash: ' ' | '-'): string {
  const plain = name.replace(invisible, '').normalize('NFC').toLowerCase().normalize('NFC')
  const dashed = plain.replace(apostrophes, "'").replace(dashes, dash)
  const key = (dash === '-' ? dashed.replace(/\s*-\s*/gu, '-') : dashed).replace(/[\s.,;:"”“„«»]+/gu, ' ').trim()
  // A name of signs alone is still the same as itself only.
  return key === '' ? plain.trim() : key
}

/**
 * Equal for names that are equal: case, kinds of space, hyphen or space, points, and commas or quotes that
 * strayed into a name make no difference. Letters do, and å, ä, ö are letters of their own.
 */
export function matchKey(name: string): string {
  return keyWith(name, ' ')
}

/** As matchKey, and a hyphen is no space: two first names are not always one that is written double. */
export function hyphenedKey(name: string): string {
  return keyWith(name, '-')
}

/** As matchKey, and forgiving where a firm's name is written apart: "Astra Zeneca" is "AstraZeneca", not "AstraZeneca AB". */
export function organisationKey(name: string): string {
  return matchKey(name).replaceAll(' ', '')
}

const withoutMark: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ß: 'ss',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
}

/** Lower case without any mark, spaces and dashes as one space: finds Åsa by "asa", and Ole-Petter by "ole petter". */
export function foldKey(text: string): string {
  return text
    .replace(invisible, '')
    .normalize('NFD')
    .replace(marks, '')
    .toLowerCase()
    .replace(marks, '')
    .replace(/[æœøßðđþłħı]/gu, (letter) => withoutMark[letter] ?? letter)
    .replace(apostrophes, "'")
    .replace(dashes, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}
