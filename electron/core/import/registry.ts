/** Registry numbers (diarienummer, "dnr") of items: before, in or behind a title, or on a line of their own. */
import { wordsOf } from './words.ts'

const label = String.raw`(?<!\p{L})(?:[Dd]nr|DNR|[Dd]\.nr|[Dd]iarie-?(?:nr|nummer)|DIARIE(?:NR|NUMMER)|[Ää]rende(?:nr|nummer)|ÄRENDE(?:NR|NUMMER))[ .:]+`
/** "2023/88", "KS/2023:12", "V-2022/911": one word with a figure, a capital or a figure first. */
const word = String.raw`(?=[\p{Lu}\d])(?=\S*\d)[\p{L}\d]+(?:[/:.–-]+[\p{L}\d]+)*`
/** "KS 2023/88", "KS 2023/88 - 212". */
const one = String.raw`(?:\p{Lu}{1,8} ){0,2}${word}(?: (?:[–-] )?(?=\d)${word}){0,2}`
const many = `${one}(?:(?:[,;]| och|,? samt) ${one}){0,4}`

const labelled = new RegExp(`^${label}(?<dnr>${many})[.:]?$`, 'u')
const leading = new RegExp(String.raw`^${label}(?<dnr>${one})(?:[,:]|[,:]? [–-])? (?<title>\p{Lu}\p{Ll}.*)$`, 'u')
const anyLabel = new RegExp(label, 'gu')
/** Without a label only what looks like nothing else: "MHN 2024/0044", "2023-000114". */
const bare = /^(?<series>\p{Lu}{2,6})[ /-]?(?<year>\d{4})(?<mark>[/:.-])(?<count>\d{1,6})(?:-\d+(?:\.\d+){0,3})?$/u
/** "Ju2024/01234": a ministry's, its letters close to the year. */
const bareState = /^\p{Lu}\p{L}{1,2}(?:19|20)\d{2}\/\d{3,5}(?:\/\p{Lu}\p{L}{0,4}\d?)?$/u
const bareLong = /^(?:19|20)\d{2}[-/:](?:\d{5,7}|00\d{2})(?:-\d+)?$/u
const bareBehind = /^(?<before>.+?) ?[,;:–—-]? (?<dnr>(?:\p{Lu}{2,6}[ /-]?|\p{Lu}\p{L}{1,2})?\d{4}\S{2,14})$/u

/** Statutes, reports and standards are numbered alike, and a title names them. */
const published =
  /^(?:SOU|DS|PROP|BET|RSKR|LOU|LUF|EU|EG|EN|ISO|IEC|SS|COM|KOM|SEC|SWD|NJA|HFD|MÖD|MIG|JO|JK|RH|\p{Lu}{0,4}FS)$/u
/** "HT 2024-25", "Q 2024-12", "KPI 2024-11": what is counted is a time and no matter. */
const timely = /^(?:HT|VT|LÅ|KV|KPI|KPIF|FY|AY)$/u

/** `enclosed`: the number stands by itself, on its line or in its bracket. */
function bareNumber(text: string, enclosed: boolean): string | null {
  if (bareLong.test(text)) return text
  if (
    bareState.test(text) &&
    !/\/(?:19|20)\d{2}$/u.test(text) &&
    !published.test(text.slice(0, text.search(/\d/u)).toUpperCase())
  )
    return text
  const found = bare.exec(text)?.groups
  const series = found?.['series'] ?? ''
  if (found === undefined || published.test(series) || timely.test(series)) return null
  return isTime(Number(found['year']), found['mark'] ?? '', found['count'] ?? '', enclosed) ? null : text
}

/** Years and days are written alike: "IKT 2024-2026", "BUN 2023/24", "KF 2024-05", "KS 2024-05-06". */
function isTime(year: number, mark: string, count: string, enclosed: boolean): boolean {
  if (mark === ':') return false
  const value = Number(count)
  if (count.length === 4) return /^(?:19|20)/u.test(count)
  if (count.length !== 2) return false
  const century = year % 100
  if (mark === '/') return !enclosed && value === (century + 1) % 100
  return count.startsWith('0') || (value > century && value <= century + 15)
}

/** A word that the number belongs to: "svar på dnr 2023/77". */
const ties =
  /(?<!\p{L})(?:om|av|på|i|till|för|från|med|mot|under|över|enligt|avseende|angående|rörande|se|jfr|och|samt|eller|nytt|har|in|on|of|to|for|under|see|and|or)$/iu

/** What ties a number to the title before it says nothing by itself. */
function withoutMark(title: string): string {
  return title.replace(/[\s,;:–—-]+$/u, '')
}

/** No number with its label is longer. */
const longest = 100

/** The number on a line that holds nothing else ("Dnr KS 2023/88", "(KS 2023:12)"); null for any other line. */
export function registryLine(text: string): string | null {
  if (text.length > longest) return null
  const inner = /^(?:\((?<round>[^()]+)\)|\[(?<square>[^[\]]+)\])$/u.exec(text)?.groups
  const words = (inner?.['round'] ?? inner?.['square'] ?? text).trim()
  return labelled.exec(words)?.groups?.['dnr'] ?? bareNumber(words, true)
}

const printed = new RegExp(`^Ref\\. (?<dnr>${many})$`, 'u')

/** "Ref. 2023/88" as our own English documents print it under a heading. */
export function printedRegistryLine(text: string): string | null {
  return (
    registryLine(text) ??
    (text.length > longest || !text.startsWith('Ref. ') ? null : (printed.exec(text)?.groups?.['dnr'] ?? null))
  )
}

export interface TitleAndRegistry {
  title: string
  /** As written, without its label; null when the title has none. */
  dnr: string | null
}

/**
 * A title and its registry number: "Motion (Dnr KS 2023/88)", "Budget – dnr 2023/77", "Taxa MHN 2024/0044". A title
 * from which the number could be taken only in pieces stays whole.
 */
export function titleAndRegistry(text: string): TitleAndRegistry {
  const whole: TitleAndRegistry = { title: text, dnr: null }
  if (text.length > 400) return whole
  const closed = /^(?<body>.*?)[.:]?$/u.exec(text)?.groups?.['body'] ?? text
  const open = closed.endsWith(')') ? closed.lastIndexOf('(') : closed.endsWith(']') ? closed.lastIndexOf('[') : -1
  if (open > 0) {
    const dnr = registryLine(closed.slice(open))
    const title = withoutMark(text.slice(0, open))
    if (dnr !== null) return wordsOf(title).length > 0 ? { title, dnr } : whole
  }
  const first = leading.exec(text)?.groups
  if (first?.['title'] !== undefined && first['dnr'] !== undefined) return { title: first['title'], dnr: first['dnr'] }
  const from = [...text.matchAll(anyLabel)].at(-1)?.index ?? -1
  if (from > 0) {
    const dnr = text.length - from > longest ? undefined : labelled.exec(text.slice(from))?.groups?.['dnr']
    const before = text.slice(0, from).trimEnd()
    if (dnr !== undefined && standsAlone(before)) return { title: withoutMark(before), dnr }
    return whole
  }
  const behind = bareBehind.exec(text)?.groups
  const dnr = bareNumber(behind?.['dnr'] ?? '', false)
  const before = behind?.['before'] ?? ''
  return dnr === null || !standsAlone(before) ? whole : { title: withoutMark(before), dnr }
}

/** True for words that are a title also without the number behind them: no open bracket, no word that leads to it. */
function standsAlone(before: string): boolean {
  return wordsOf(before).length > 0 && !/[([][^)\]]*$/u.test(before) && !ties.test(before)
}
