/**
 * Compounds written apart: those that the register's terms or the minutes themselves write together, and a few that
 * minutes often split. "life science nation" beside "life science-nation", "hälso data" beside "hälsodata".
 */
import { raise, within, type Passage, type Raised, type ReviewInput } from './passages.ts'

const list = (words: string) => words.trim().split(/\s+/u)

/** Common words of minutes that get split. */
const common = list(`
  arbetsgrupp arbetsplats arbetssätt budgetförslag dagordning delprojekt diskussionsunderlag ekonomirapport
  folkhälsa forskningsprojekt framtidsfrågor förstudie gruppdiskussion handlingsplan hälsodata hälsovård
  informationsmöte jämställdhet kommunikationsplan kompetensförsörjning kunskapsunderlag lägesrapport
  mailinglista medarbetare minnesanteckning målsättning mötesanteckning mötesordförande mötesplats nulägesanalys
  närvarolista omvärldsanalys patientsäkerhet planeringsdag projektgrupp projektledare projektplan protokolljusterare
  protokollsjusterare referensgrupp remissvar samarbetspartner samhällsutmaning samverkansgrupp sjukvård
  slutrapport styrdokument styrelsemöte styrgrupp temadag utvecklingsarbete verksamhetsberättelse verksamhetschef
  verksamhetsplan verksamhetsår välfärdsteknik årsmöte årsrapport ändringsförslag åtgärdslista`)

const ending = /(?:arnas|ernas|ornas|arna|erna|orna|ens|ets|ans|ar|er|or|en|et|an|na|s|n|t|r)$/u
const stemOf = (word: string) => (word.length > 7 ? word.replace(ending, '') : word)
const tailOf = (word: string) => (word.length > 5 ? word.replace(ending, '') : word)

/** Shortest closed compound, and shortest part of one: shorter ones are too often two words. */
const shortest = { whole: 9, part: 4 } as const

const hyphened = /(?<![\p{L}\p{N}-])(?<first>\p{L}{3,}) (?<second>\p{L}{3,})-(?<tail>\p{Ll}{3,})(?![\p{L}-])/gu
const words = /\p{L}+/gu
/** First halves that are no words of their own: "hälso och sjukvård" wants its hyphen. */
const halves =
  /(?<![\p{L}-])(?:hälso|forsknings|närings|utbildnings|verksamhets|samhälls|arbetsmarknads|utvecklings|innovations|samverkans|planerings) (?:och|eller) \p{Ll}{4,}/giu

type Book = {
  /** "life science" with the stems that follow its hyphen, as they are written. */
  open: Map<string, Set<string>>
  /** Stems of closed compounds, and how each begins: most pairs of words are told apart by that alone. */
  closed: Set<string>
  beginnings: Set<string>
}

const key = (first: string, second: string) => `${first} ${second}`.toLowerCase()

function note(book: Book, text: string): void {
  for (const { groups } of text.matchAll(hyphened)) {
    const { first = '', second = '', tail = '' } = groups ?? {}
    const known = book.open.get(key(first, second)) ?? new Set()
    book.open.set(key(first, second), known.add(tailOf(tail)))
  }
}

function bookOf({ passages, known, view }: ReviewInput): Book {
  const book: Book = { open: new Map(), closed: new Set(common.map(stemOf)), beginnings: new Set() }
  for (const text of [...known.terms, ...view.items.map(({ title }) => title)]) {
    note(book, text)
    for (const [word] of text.matchAll(words))
      if (word.length >= shortest.whole) book.closed.add(stemOf(word.toLowerCase()))
  }
  for (const { text } of passages) if (text.includes('-')) note(book, text)
  for (const stem of book.closed) book.beginnings.add(stem.slice(0, shortest.part))
  return book
}

type Token = { text: string; from: number; to: number }

/** Words with nothing but one space between them. */
function neighbours(text: string): Token[][] {
  const runs: Token[][] = []
  for (const match of text.matchAll(words)) {
    const token = { text: match[0], from: match.index, to: match.index + match[0].length }
    const last = runs.at(-1)?.at(-1)
    if (last !== undefined && token.from === last.to + 1 && text[last.to] === ' ') runs.at(-1)?.push(token)
    else runs.push([token])
  }
  return runs.filter((run) => run.length > 1)
}

const isLower = (word: string) => /^\p{Ll}+$/u.test(word)
/** A word behind a hyphen or slash is the end of another compound. */
const isCut = (text: string, at: number) => /[-/:'’\d]/u.test(text[at] ?? ' ')

function inPassage(passage: Passage, book: Book): Raised[] {
  const { text } = passage
  const found: Raised[] = []
  const put = (from: number, to: number, right: string) => {
    if (!within(passage.foreign, from) && !isCut(text, from - 1) && !isCut(text, to))
      found.push(raise('compound', passage, { from, to }, { kind: 'words', text: right }))
  }
  for (const run of neighbours(text)) {
    run.forEach((first, place) => {
      const [second, third] = [run[place + 1], run[place + 2]]
      if (second === undefined) return
      const tails =
        third === undefined || !isLower(third.text) ? undefined : book.open.get(key(first.text, second.text))
      if (third !== undefined && tails?.has(tailOf(third.text)) === true)
        put(first.from, third.to, `${first.text} ${second.text}-${third.text}`)
      if (first.text.length < shortest.part || second.text.length < shortest.part || !isLower(second.text)) return
      if (!book.beginnings.has(first.text.slice(0, shortest.part).toLowerCase())) return
      const whole = first.text + second.text
      if (whole.length >= shortest.whole && book.closed.has(stemOf(whole.toLowerCase())))
        put(first.from, second.to, whole)
    })
  }
  for (const match of text.matchAll(halves)) {
    const [first = ''] = match[0].split(' ')
    put(match.index, match.index + match[0].length, `${first}-${match[0].slice(first.length)}`)
  }
  return found
}

export function compounds(input: ReviewInput): Raised[] {
  if (input.view.head.language !== 'sv') return []
  const book = bookOf(input)
  return input.passages
    .filter(({ paragraph }) => paragraph.kind !== 'quotation')
    .flatMap((passage) => inPassage(passage, book))
}
