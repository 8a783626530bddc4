/**
 * Compounds written apart: those that the register's terms or the minutes themselves write together, and a few that
 * minutes often split. "life science nation" beside "life science-nation", "hälso data" beside "hälsodata".
 */
import { basesOf, formsOf } from './compound-forms.ts'
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
const tailOf = (word: string) => (word.length > 5 ? word.replace(ending, '') : word)

/** Shortest closed compound, and shortest part of one: shorter ones are too often two words. */
const shortest = { whole: 9, part: 4, beginning: 3 } as const
/** Shorter than that, and a part of a compound all the same. */
const shortFirst = /^års$/iu
const isCommon: ReadonlySet<string> = new Set(common)

const hyphened = /(?<![\p{L}\p{N}-])(?<first>\p{L}{3,}) (?<second>\p{L}{3,})-(?<tail>\p{Ll}{3,})(?![\p{L}-])/gu
const words = /\p{L}+/gu
/** First halves that are no words of their own: "hälso och sjukvård" wants its hyphen. */
const halves =
  /(?<![\p{L}-])(?:hälso|forsknings|närings|utbildnings|verksamhets|samhälls|arbetsmarknads|utvecklings|innovations|samverkans|planerings) (?:och|eller) \p{Ll}{4,}/giu

type Book = {
  /** "life science" with the stems that follow its hyphen, as they are written. */
  open: Map<string, Set<string>>
  /** Closed compounds, and how each begins: most pairs of words are told apart by that alone. */
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
  const book: Book = { open: new Map(), closed: new Set(common), beginnings: new Set() }
  for (const text of [...known.terms, ...view.items.map(({ title }) => title)]) {
    note(book, text)
    for (const [word] of text.matchAll(words))
      if (word.length >= shortest.whole) for (const base of basesOf(word.toLowerCase())) book.closed.add(base)
  }
  for (const { text } of passages) if (text.includes('-')) note(book, text)
  for (const base of book.closed) book.beginnings.add(base.slice(0, shortest.beginning))
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

/** "föregående mötes anteckningar", "2031 års möte": behind these the first word is a genitive. */
const ofOne =
  /(?:^|[^\p{L}])(?:\d+|föregående|förra|nästa|(?:nyss|nu|näst)?kommande|detta|samma|varje|ett|tidigare|senaste|(?:i )?fjol|flera|många|några|båda|halvt|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|femton|tjugo|trettio|fyrtio|femtio|hundra) $/iu
/** Behind these "styr" is no verb: "våra styr dokument", beside "lagen styr dokumentets form". */
const ofThing =
  /(?:^|[.!?:;(–-] ?|(?:^|[^\p{L}])(?:ett|en|vårt|våra|vår|dessa|detta|nytt|nya|ny|alla|flera|olika|av|om|för|i|till|med|enligt|från|genom|ur|kring|på|\p{Ll}{3,}[aein][nt]?s) )$/iu
/** "till slut rapporten", "vid årets slut rapporterna": the end of something. */
const atLast = /(?:^|[^\p{L}])(?:till|är|var|tar|tog|vid \p{Ll}+s|efter \p{Ll}+s) $/iu

/** Whether the first word stands there for itself, by what is in front of it. */
function standsAlone(first: string, before: string): boolean {
  if (/^(?:års|\p{L}*mötes)$/iu.test(first)) return ofOne.test(before)
  if (/^styr$/iu.test(first)) return !ofThing.test(before)
  return /^slut$/iu.test(first) && atLast.test(before)
}

/** Whether two words are a compound of the book, in any form of it. */
function isApart(first: string, second: string, { closed, beginnings }: Book): boolean {
  if ((first.length < shortest.part && !shortFirst.test(first)) || second.length < shortest.part) return false
  if (!isLower(second) || !beginnings.has(first.slice(0, shortest.beginning).toLowerCase())) return false
  const whole = (first + second).toLowerCase()
  // A noun may be who does what the second word tells, unless it wants the rest of its compound: "handlings planer".
  if (formsOf(whole, false).some((base) => isCommon.has(base))) return true
  if (whole.length < shortest.whole) return false
  return formsOf(whole, !first.endsWith('s')).some((base) => base.length >= shortest.whole - 1 && closed.has(base))
}

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
      if (isApart(first.text, second.text, book) && !standsAlone(first.text, text.slice(0, first.from)))
        put(first.from, second.to, first.text + second.text)
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
