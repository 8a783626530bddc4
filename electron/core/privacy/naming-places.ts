/**
 * Where a text names somebody, however the words are set: in any case, over line ends, kinds of space and soft hyphens,
 * within addresses, and with a telephone number in any grouping. Pure.
 */
import { foldKey } from '#core/register/names.ts'

export type Place = readonly [from: number, to: number]
export type Finder = (text: string) => Place[]

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')

/** What may stand between two letters of a word without being seen, and a word cut at the end of a line, also of one that is a line no more. */
const unseen = String.raw`(?:[\u00AD\u200B-\u200D\u2060\uFEFF]|[-\u2010](?:[ \u00A0]?\n|[ \u00A0]))*`
/** Between two words, also as JSON writes it, and where two cells of a table part them. */
const space = String.raw`(?:[\s\u00AD\u200B-\u200D\u2060\uFEFF]|\\[nrt]){1,6}`
const gap = String.raw`(?:${space}|\\?"?[;,|]\\?"?)`
const turnedGap = String.raw`\\?"?[;,|\t]\\?"?${space.replace('{1,6}', '{0,6}')}`
/** No letter before; one that ends an escape of JSON is none. */
const before = String.raw`(?:(?<!\p{L})|(?<=\\[nrtbf]))`
const genitive = String.raw`(?:${unseen}[sS])?(?!\p{L})`

const dash = /[-\u2010-\u2015\u2212]/u
const apostrophe = /['\u2018\u2019\u02BC]/u

function letter(sign: string): string {
  if (dash.test(sign)) return String.raw`[-\u2010-\u2015\u2212]`
  if (apostrophe.test(sign)) return String.raw`['\u2018\u2019\u02BC]`
  if (sign === '"' || sign === '\\') return String.raw`\\?${escaped(sign)}`
  const apart = sign.normalize('NFD')
  return apart === sign ? escaped(sign) : `(?:${escaped(sign)}|${escaped(apart)})`
}

const spelt = (word: string) => [...word.normalize('NFC')].map(letter).join(unseen)

const wordsOf = (name: string) => name.split(/\s+/u).filter(Boolean)

function nameText(name: string): string {
  const words = wordsOf(name)
  return words
    .map((word, at) => {
      if (at === words.length - 1) return spelt(word)
      return word.endsWith(',') ? spelt(word.slice(0, -1)) + turnedGap : spelt(word) + gap
    })
    .join('')
}

const plainWords = (name: string) => name.split(/[\s,\-\u2010-\u2015\u2212]+/u).filter((word) => /\p{L}/u.test(word))

/** As addresses have it: å, ä, ö and é as they are, without their marks, or in the signs of an address. */
function joinedText(name: string): string {
  const sign = (one: string) =>
    [...new Set([one, foldKey(one), encodeURIComponent(one)].filter((form) => form !== ''))].map(escaped).join('|')
  const words = plainWords(name.normalize('NFC')).map((word) =>
    [...word.replace(/[^\p{L}\p{N}]/gu, '')].map((one) => `(?:${sign(one)})`).join(''),
  )
  return `${before}${words.join('[._-]?')}s?(?!\\p{L})`
}

/** Shorter words with this ending are words of the language: a Dan is nothing Danish. */
const shortestDerived = 7
/** "den zwickelgårdska linjen": what is called after somebody. */
function derivedText(part: string): string[] {
  if ([...part].length < shortestDerived) return []
  const first = part.charAt(0)
  const lower = first.toLowerCase()
  return [first, lower].map((one) => `${before}${spelt(one + part.slice(1))}${unseen}sk(?:a|as|e|t)?(?!\\p{L})`)
}

/** Where a sign of a social network is called by a word, or a mailbox is: the whole of it. */
function calledAt(text: string, [from, to]: Place): Place | null {
  const address = addressAround(text, [from, to])
  if (address !== null) return text.indexOf('@', address[0]) >= to ? address : null
  const [lead = ''] = /(?<![\p{L}\p{N}._%+-])@[\p{L}\p{N}._-]*$/u.exec(text.slice(Math.max(0, from - 60), from)) ?? []
  if (lead === '') return null
  const [rest = ''] = /^[\p{L}\p{N}_-]*/u.exec(text.slice(to)) ?? []
  return [from - lead.length, to + rest.length]
}

const isEmail = (form: string) => /^[^\s@]+@[^\s@]+$/u.test(form)
const emailText = (form: string) =>
  String.raw`(?:(?<![\p{L}\p{N}._%+-])|(?<=\\[nrt]))${spelt(form)}(?![\p{L}\p{N}-]|\.[\p{L}\p{N}])`

/** Shorter numbers are extensions, and stand for anything. */
const fewestDigits = 6
const betweenDigits = String.raw`[\s().\-\u2010-\u2015\u2212/]{0,3}`

/** The telephone numbers that a value holds, as digits behind the country's code or the 0. */
function phonesIn(form: string): string[] {
  if (!/^[+(\d]/u.test(form.trim()) || isEmail(form)) return []
  return form
    .split(/[,;]|\s\/\s|\p{L}+/u)
    .map((one) => one.replace(/\(0\)/u, '').replace(/[^\d+]/gu, ''))
    .map((digits) => digits.replace(/^(?:\+|00)46/u, '0'))
    .filter((digits) => digits.replace(/^(?:\+|00|0)/u, '').length >= fewestDigits)
}

function phoneText(number: string): string {
  const grouped = (digits: string) => [...digits].join(betweenDigits)
  const inland = /^0[1-9]/u.test(number)
  const abroad = number.replace(/^(?:\+|00)/u, '')
  const digits = inland ? number.slice(1) : abroad
  const code = inland ? `(?:(?:\\+|00)${grouped('46')}${betweenDigits}(?:\\(?0\\)?)?|\\(?0)` : '(?:\\+|00)?'
  return `(?<![\\d+])${code}${betweenDigits}${grouped(digits)}(?!\\d)`
}

const isPhone = (form: string) => !/\p{L}{4}/u.test(form) && phonesIn(form).length > 0

/** Ends of an address: of mail, or of a page. */
const inAddress = /[^\s"'<>()[\]{};,|\\]/u

/** The whole address around a place, or null where there is none. */
function addressAround(text: string, [from, to]: Place): Place | null {
  let [start, end] = [from, to]
  while (start > 0 && inAddress.test(text.charAt(start - 1))) start -= 1
  while (end < text.length && inAddress.test(text.charAt(end))) end += 1
  while (end > to && /[.:!?]/u.test(text.charAt(end - 1))) end -= 1
  const token = text.slice(start, end)
  // The escape that JSON writes before an address is none of it.
  const escape = start > 0 && text.charAt(start - 1) === '\\' && /^[nrt]/u.test(token) ? 1 : 0
  const bare = token.replace(/^mailto:/iu, '')
  const lead = Math.max(token.length - bare.length, escape)
  return /^[^@]+@[^@]+$/u.test(bare) || /^(?:[a-z]+:\/\/|www\.)/iu.test(token.slice(escape))
    ? [start + lead, end]
    : null
}

const anyOf = (patterns: readonly string[], flags: string) =>
  patterns.length === 0 ? null : new RegExp(patterns.join('|'), flags)

const placesOf = (text: string, pattern: RegExp | null): Place[] =>
  pattern === null
    ? []
    : [...text.matchAll(pattern)].map((match): Place => [match.index, match.index + match[0].length])

function merged(places: Place[]): Place[] {
  const out: [number, number][] = []
  for (const [from, to] of places.toSorted((a, b) => a[0] - b[0])) {
    const last = out.at(-1)
    if (last !== undefined && from < last[1]) last[1] = Math.max(last[1], to)
    else out.push([from, to])
  }
  return out
}

const hidden = /[\u00AD\u200B-\u200D\u2060\uFEFF]|[-\u2010](?:[ \u00A0]?\n|[ \u00A0])/gu
/** Case as an expression without regard to it has it: also for the long s and the sign of kelvin. */
const caseless = (text: string) => text.toUpperCase().toLowerCase()

/**
 * Letters that every setting of a form has side by side, marks and codes of addresses left aside; null where there are
 * too few to tell by. A number is told by having digits.
 */
function clueOf(form: string): RegExp | string | null {
  if (isPhone(form)) return /\d/u
  const [longest = ''] = (caseless(form).match(/[a-z]+/gu) ?? []).toSorted((a, b) => b.length - a.length)
  return longest.length < 2 ? null : longest
}

/** Tells quickly of most texts that they have none of the forms: a workspace is looked through value by value. */
function mayHave(forms: readonly string[]): (text: string) => boolean {
  const clues = [...new Set(forms.map(clueOf))]
  if (clues.includes(null)) return () => true
  return (text) => {
    const plain = caseless(text.replace(hidden, ''))
    return clues.some((clue) => (typeof clue === 'string' ? plain.includes(clue) : clue?.test(text) === true))
  }
}

function simpleFinder(forms: readonly string[], parts: readonly string[]): Finder {
  const may = mayHave([...forms, ...parts])
  const distinct = [...new Map(forms.toReversed().map((form) => [form.toLowerCase(), form])).values()]
  const reach = distinct.filter((form) => isEmail(form) || isPhone(form))
  const names = distinct.filter((form) => !reach.includes(form) && wordsOf(form).length > 1)
  const anyCase = anyOf(
    [
      ...names.map((name) => before + nameText(name) + genitive),
      ...reach.flatMap((form) => (isEmail(form) ? [emailText(form)] : phonesIn(form).map(phoneText))),
    ],
    'giu',
  )
  // A word alone may be a word of the language in other letters.
  const exact = anyOf(
    [
      ...forms.filter((form) => wordsOf(form).length === 1 && !isEmail(form) && !isPhone(form)),
      ...parts.flatMap((part) => [part, part.toUpperCase()]),
    ]
      .map((word) => before + (wordsOf(word).length > 1 ? nameText(word) : spelt(word)) + genitive)
      .concat(parts.flatMap(derivedText)),
    'gu',
  )
  const called = anyOf(parts.map(joinedText), 'giu')
  const joined = anyOf(names.filter((name) => plainWords(name).length > 1).map(joinedText), 'giu')
  const camel = new Set(names.map((name) => plainWords(name.normalize('NFC')).join('')))
  // Joined by nothing a name may be a word, or somebody's family name: it counts as written, or in an address.
  const isJoined = (words: string) => /[._-]/u.test(words) || camel.has(words) || camel.has(words.replace(/s$/u, ''))
  return (text) => {
    if (!may(text)) return []
    return merged([
      ...placesOf(text, exact),
      ...placesOf(text, anyCase).map((place) => addressAround(text, place) ?? place),
      ...(text.includes('@')
        ? placesOf(text, called).flatMap((place): Place[] => {
            const whole = calledAt(text, place)
            return whole === null ? [] : [whole]
          })
        : []),
      ...placesOf(text, joined).flatMap((place): Place[] => {
        const address = addressAround(text, place)
        if (address !== null) return [address]
        return isJoined(text.slice(...place)) ? [place] : []
      }),
    ])
  }
}

/**
 * Finds every form, e-mail address and telephone number of `forms`, and every part as a word of its own.
 * @param kept longer names and addresses of others that a form stands in: those places are theirs
 */
export function finder(forms: readonly string[], parts: readonly string[], kept: readonly string[] = []): Finder {
  const find = simpleFinder(forms, parts)
  if (kept.length === 0) return find
  const theirs = simpleFinder(kept, [])
  return (text) => {
    const places = find(text)
    if (places.length === 0) return places
    const held = theirs(text)
    return places.filter(
      ([from, to]) =>
        !held.some(
          ([start, end]) => start <= from && end >= to && (isEmail(text.slice(start, end)) || end - start > to - from),
        ),
    )
  }
}
