/** The number in front of a heading or list entry, in every usual dress. */
import { startsLower } from './words.ts'

export interface NumberedLine {
  style: 'paragraph' | 'plain'
  /** Lines of one format form one sequence: '§', 'word', '.', ')', ':', '/', 'yearly', 'bare', 'roman'. */
  format: string
  /** As written, without § and point: "12", "3.1", "4–6", "45/2021". */
  number: string
  /** First and last whole number ("4–6" → 4 and 6). */
  first: number
  last: number
  /** "3.1" → [1], "3.1.2" → [1, 2]; "3a" → ['a']. */
  sub: ReadonlyArray<number | string>
  title: string
}

/** "Kf § 12", "KSAU § 12", "Bun, § 12": the body in short before its own paragraphs, never the word of a reference. */
const series =
  '(?:(?!(?:SE|CF|OCH|AV|JFR|ENL|REF|PER|AD) )\\p{Lu}{1,8}|(?!(?:Se|Cf|Av|Om|På|Jfr|Vid|Ur|Per|Mot|Med|Till|För|Från|Ej|Inte|Även|Och|Under|Efter|Enl|Ny|Nya|Ref|Ad|Nr|Men|Där|Här|Den|Det|De|Vi|En|Ett|Inför|Samt|Item|See|The|In|Of|By)[ ,:])\\p{Lu}\\p{Ll}{0,3}\\p{L}?)[,:]? '
const paragraphFirst = new RegExp(
  `^(?:${series})?§§? ?(\\d{1,4})( ?[a-h](?![\\p{L}]))?(?:\\.(\\d{1,3}))?(?: ?[-–—] ?(\\d{1,4}))?((?:\\/|:)\\d{2,4})?[.:)]?(?: ?[-–—])?(?:\\s+|$)(.*)$`,
  'u',
)
/** "§ 2024:11", "§ 2024/11", "2024:11 §": the paragraphs count within the year in front. */
const paragraphOfYear = new RegExp(
  `^(?:(?:${series})?§§? ?(?<before>(?:19|20)\\d{2}[:/]\\d{1,4})|(?<after>(?:19|20)\\d{2}[:/]\\d{1,4}) ?§)(?<letter>[a-h](?!\\p{L}))?[.:)]?(?: ?[-–—])?(?:\\s+|$)(?<title>.*)$`,
  'u',
)
const paragraphLast = /^(\d{1,4})([a-z])?(?: ?[-–—] ?(\d{1,4}))? ?§§?[.:)]?(?: ?[-–—])?(?:\s+|$)(.*)$/u
const withWord =
  /^(?:(?:dagordningens |agenda ?)?(?:punkt(?:en)?|pkt\.?|p\.|ärende|dagordningspunkt|item|point|nr\.?|no\.?)) (\d{1,3})([a-z])?((?:\.\d{1,3})*)(?: ?[-–—] ?(\d{1,3})(?=[.:)\s]))?[.:)]?(?: ?[-–—])?(?:\s+|$)(.*)$/iu
const plain =
  /^(\d{1,3})( ?[a-z](?=[.):])| [a-h](?=\s+["“”]?\p{Lu})|[a-zA-F](?=\s)|[A-F](?=[.):]))?((?:\.\d{1,3})*)(?: ?[-–—] ?(\d{1,3})(?=[.):\s]))?([.):]?)(?: ?[-–—](?= ))?(?:\s+|$)(.*)$/u
const slashed = /^(\d{1,2})(?:\/|\.\))\s+(\p{Lu}.*)$/u
const glued = /^(\d{1,2})([.)])(?=\p{Lu}\p{Ll})(.*)$/u
const bracketed = /^\((\d{1,2})\)\s+(\p{Lu}.*)$/u
const roman = /^([IVX]{1,5})([.):])\s+(.+)$/u

const yearly = /^(\d{1,4})\/(\d{1,4})[.:]?\s+(\p{Lu}.*)$/u

const unit =
  /^(?:%|procent|kr|kronor|st|mkr|mnkr|msek|tkr|miljon(?:er)?|miljard(?:er)?|tusen|euro|dagar|veckor|månader|år|personer|timm(?:e|ar)|minut(?:er)?|min|am|pm|meter|km|kg|percent|days|weeks|months|years|people|hours|minutes)(?![\p{L}])/u
const month =
  /^(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|jan|feb|apr|jun|jul|aug|sept?|okt|oct|nov|dec|january|february|march|may|june|july|august|october)(?![\p{L}])/iu

function romanValue(text: string): number {
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }
  let sum = 0
  for (let i = 0; i < text.length; i += 1) {
    const value = values[text[i] ?? ''] ?? 0
    sum += value < (values[text[i + 1] ?? ''] ?? 0) ? -value : value
  }
  return sum
}

function subOf(letter: string | undefined, dotted: string | undefined): Array<number | string> {
  const numbers = (dotted ?? '')
    .split('.')
    .filter((part) => part !== '')
    .map(Number)
  return letter === undefined ? numbers : [letter.trim(), ...numbers]
}

/** Reads a number in front of a line; null when there is none, or when it counts or dates something. */
export function readNumber(text: string): NumberedLine | null {
  if (text.length > 400) return null
  const ofYear = paragraphOfYear.exec(text)?.groups
  if (ofYear !== undefined) {
    const { before, after, letter, title = '' } = ofYear
    const counted = before ?? after ?? ''
    const own = Number(counted.replace(/^\d+./u, ''))
    if (startsLower(title)) return null
    const number = counted + (letter ?? '')
    return { style: 'paragraph', format: '§', number, first: own, last: own, sub: subOf(letter, undefined), title }
  }
  let m = paragraphFirst.exec(text)
  if (m !== null) {
    const [, first = '', letter, sub, last, year, title = ''] = m
    if (startsLower(title)) return null
    const number =
      first +
      (letter ?? '') +
      (sub === undefined ? '' : `.${sub}`) +
      (last === undefined ? '' : `–${last}`) +
      (year ?? '')
    return {
      style: 'paragraph',
      format: '§',
      number,
      first: Number(first),
      last: Number(last ?? first),
      sub: subOf(letter, sub),
      title,
    }
  }
  m = paragraphLast.exec(text)
  if (m !== null) {
    const [, first = '', letter, last, title = ''] = m
    if (startsLower(title)) return null
    const number = first + (letter ?? '') + (last === undefined ? '' : `–${last}`)
    return {
      style: 'paragraph',
      format: '§',
      number,
      first: Number(first),
      last: Number(last ?? first),
      sub: subOf(letter, undefined),
      title,
    }
  }
  m = yearly.exec(text)
  if (m !== null) {
    const [, a = '', b = '', title = ''] = m
    // "24/05" counts in the second figure, "5/24" in the first: the year is the greater.
    const yearFirst = Number(a) > Number(b)
    const own = Number(yearFirst ? b : a)
    const format = yearFirst ? 'yearly' : 'ofYear'
    return { style: 'plain', format, number: `${a}/${b}`, first: own, last: own, sub: [], title }
  }
  m = withWord.exec(text)
  if (m !== null) {
    const [, first = '', letter, dotted, last, title = ''] = m
    if (startsLower(title)) return null
    const number = first + (letter ?? '') + (dotted ?? '') + (last === undefined ? '' : `–${last}`)
    return {
      style: 'plain',
      format: 'word',
      number,
      first: Number(first),
      last: Number(last ?? first),
      sub: subOf(letter, dotted),
      title,
    }
  }
  m = bracketed.exec(text)
  if (m !== null) {
    const [, first = '', title = ''] = m
    return { style: 'plain', format: '()', number: first, first: Number(first), last: Number(first), sub: [], title }
  }
  m = glued.exec(text)
  if (m !== null) {
    const [, first = '', sign = '', title = ''] = m
    return { style: 'plain', format: sign, number: first, first: Number(first), last: Number(first), sub: [], title }
  }
  m = slashed.exec(text)
  if (m !== null) {
    const [, first = '', title = ''] = m
    return { style: 'plain', format: '/', number: first, first: Number(first), last: Number(first), sub: [], title }
  }
  m = plain.exec(text)
  if (m !== null) {
    const [, first = '', letter, dotted, last, sign = '', title = ''] = m
    if (unit.test(title) || /^[§%/]/u.test(title)) return null
    if (month.test(title) && (sign === '' || startsLower(title))) return null
    const number = first + (letter ?? '') + (dotted ?? '') + (last === undefined ? '' : `–${last}`)
    const format = sign === '' ? 'bare' : sign
    return {
      style: 'plain',
      format,
      number,
      first: Number(first),
      last: Number(last ?? first),
      sub: subOf(letter, dotted),
      title,
    }
  }
  m = roman.exec(text)
  if (m !== null) {
    const [, numeral = '', , title = ''] = m
    const value = romanValue(numeral)
    return { style: 'plain', format: 'roman', number: numeral, first: value, last: value, sub: [], title }
  }
  return null
}

const letterMark = /^\(?([\p{Lu}a-zåäö])[.)]\s+(.+)$/u

/** "a) Title", "A. Title". */
export function readLetter(text: string): { letter: string; title: string } | null {
  if (text.length > 200) return null
  const m = letterMark.exec(text)
  return m?.[1] !== undefined && m[2] !== undefined ? { letter: m[1], title: m[2] } : null
}
