/**
 * Lists and heading numbers of one document. Numbers are made by Word, never typed; what the source
 * has ("45", "3.1", "7 b") decides prefix and start value, and a number that continues its series shares
 * the series' instance.
 */
import { escapeXml } from './sanitise.ts'

/** The instance that the style Heading2 names; headings in an unbroken series need no numbering of their own. */
export const headingInstance = 1

type Level = {
  format: 'decimal' | 'lowerLetter' | 'lowerRoman' | 'bullet'
  text: string
  start: number
  indent: number
  style?: string
  /** The levels inside, for a list that has them. */
  inner?: readonly Level[]
}
type Series = { instance: number; last: number }

export type NumberedRun = { instance: number; inherited: boolean }

export type Numbering = {
  /** Instance for an agenda item numbered as `number` says. */
  heading(number: string): NumberedRun
  /** Instance for a participant with a list number; `fresh` starts a list of its own. */
  participant(listNumber: number, fresh: boolean): number
  /** A new list of its own: bullets, or numbered from `start` as "1.", "1)" or "a)". */
  list(kind: ListKind, start: number): number
  /** A new list of three levels, each of bullets or of numbers: "1.", "a)", "i.". */
  levels(ordered: readonly [boolean, boolean, boolean]): number
  /** The children of w:numbering. */
  xml(): string
}

export type ListKind = 'bullet' | 'point' | 'parenthesis' | 'letter'

// Distance from the margin to the text, in twentieths of a point.
const plainIndent = 567
// "§ 12" in the heading's 13 points bold fills 25 of the 28 points above: its title would stand a word's space away,
// and a longer one would push it along. What fits with a gap keeps to the centimetre.
const longIndent = 794
const wideIndent = 1021
const listIndent = 425

const listLevels: Readonly<Record<ListKind, Omit<Level, 'start'>>> = {
  bullet: { format: 'bullet', text: '•', indent: listIndent },
  point: { format: 'decimal', text: '%1.', indent: listIndent },
  parenthesis: { format: 'decimal', text: '%1)', indent: listIndent },
  letter: { format: 'lowerLetter', text: '%1)', indent: listIndent },
}

type Shape = Pick<Level, 'format' | 'text'>
const depthNumbers: readonly [Shape, Shape, Shape] = [
  { format: 'decimal', text: '%1.' },
  { format: 'lowerLetter', text: '%2)' },
  { format: 'lowerRoman', text: '%3.' },
]
const depthBullet = (depth: number): Shape => ({ format: 'bullet', text: depth === 1 ? '–' : '•' })

/** `sign` stands before the number, with a no-break space: "§" or nothing. `first` is the first item's number. */
export function createNumbering(sign: string, numbers: readonly string[]): Numbering {
  const levels: Level[] = []
  const instances: { level: number; start: number }[] = []
  const levelOf = new Map<string, number>()
  const headings = new Map<string, Series>()
  const lead = sign === '' ? '' : `${sign}\u00a0`
  const longest = Math.max(0, ...numbers.map((number) => lead.length + number.length))
  const indent = longest > 5 ? wideIndent : longest > 3 ? longIndent : plainIndent
  let people: Series | undefined

  const level = (key: string, make: () => Level): number => {
    const known = levelOf.get(key)
    if (known !== undefined) return known
    levels.push(make())
    levelOf.set(key, levels.length - 1)
    return levels.length - 1
  }
  const instance = (levelIndex: number, start: number): number => instances.push({ level: levelIndex, start })

  const headingLevel = (prefix: string, format: 'decimal' | 'lowerLetter', pattern: string, start: number) =>
    level(`heading ${format} ${prefix}`, () => ({
      format,
      text: `${lead}${prefix.replace(/%(?=[1-9])/g, '\uff05')}${pattern}`,
      start,
      indent,
      ...(levels.length === 0 ? { style: 'Heading2' } : {}),
    }))

  const firstWhole = splitNumber(numbers.find((number) => splitNumber(number).prefix === '') ?? '1')
  instance(headingLevel('', 'decimal', '%1', firstWhole.value), firstWhole.value)
  let mainUsed = false

  return {
    heading(number) {
      const { prefix, value, letter, literal } = splitNumber(number)
      if (literal) return { instance: instance(headingLevel(number, 'decimal', '', 1), 1), inherited: false }
      const key = `${letter ? 'letter' : 'figure'} ${prefix}`
      const series = headings.get(key)
      if (series !== undefined && series.last + 1 === value) {
        series.last = value
        return { instance: series.instance, inherited: series.instance === headingInstance }
      }
      const main = !mainUsed && prefix === '' && !letter && value === firstWhole.value
      if (main) mainUsed = true
      const made = main
        ? headingInstance
        : instance(headingLevel(prefix, letter ? 'lowerLetter' : 'decimal', '%1', value), value)
      headings.set(key, { instance: made, last: value })
      return { instance: made, inherited: main }
    },
    participant(listNumber, fresh) {
      if (people === undefined || fresh || people.last + 1 !== listNumber) {
        const shape = level('participant', () => ({ format: 'decimal', text: '%1.', start: 1, indent: plainIndent }))
        people = { instance: instance(shape, listNumber), last: listNumber }
      }
      people.last = listNumber
      return people.instance
    },
    list: (kind, start) =>
      instance(
        level(`list ${kind}`, () => ({ ...listLevels[kind], start: 1 })),
        start,
      ),
    levels: (ordered) =>
      instance(
        level(`levels ${ordered.join(' ')}`, () => {
          const [first, ...inner] = ordered.map((numbered, depth): Level => ({
            ...(numbered ? (depthNumbers[depth] ?? depthNumbers[0]) : depthBullet(depth)),
            start: 1,
            indent: listIndent * (depth + 1),
          }))
          return { ...(first ?? { ...listLevels.bullet, start: 1 }), inner }
        }),
        1,
      ),
    xml: () => levels.map(abstractXml).join('') + instances.map(instanceXml).join(''),
  }
}

/** "3.1" is 1 under "3."; "7 b" is b under "7 "; anything without a number at its end is printed as it stands. */
function splitNumber(number: string): { prefix: string; value: number; letter: boolean; literal: boolean } {
  const figure = /^(.*?)(0|[1-9]\d{0,5})$/su.exec(number)
  if (figure !== null && !/\d$/.test(figure[1] ?? '')) {
    return { prefix: figure[1] ?? '', value: Number(figure[2]), letter: false, literal: false }
  }
  const letter = /^(.*\d ?)([a-z])$/su.exec(number)
  if (letter !== null) {
    const value = (letter[2] ?? 'a').charCodeAt(0) - 'a'.charCodeAt(0) + 1
    return { prefix: letter[1] ?? '', value, letter: true, literal: false }
  }
  return { prefix: number, value: 1, letter: false, literal: true }
}

function abstractXml(level: Level, index: number): string {
  const all = [level, ...(level.inner ?? [])]
  const type = all.length === 1 ? 'singleLevel' : 'multilevel'
  return (
    `<w:abstractNum w:abstractNumId="${index}"><w:multiLevelType w:val="${type}"/>` +
    `${all.map(levelXml).join('')}</w:abstractNum>`
  )
}

function levelXml(level: Level, depth: number): string {
  const style = level.style === undefined ? '' : `<w:pStyle w:val="${level.style}"/>`
  const hanging = depth === 0 ? level.indent : listIndent
  return (
    `<w:lvl w:ilvl="${depth}">` +
    `<w:start w:val="${level.start}"/><w:numFmt w:val="${level.format}"/>${style}<w:suff w:val="tab"/>` +
    `<w:lvlText w:val="${escapeXml(level.text)}"/><w:lvlJc w:val="left"/>` +
    `<w:pPr><w:ind w:left="${level.indent}" w:hanging="${hanging}"/></w:pPr></w:lvl>`
  )
}

function instanceXml(item: { level: number; start: number }, index: number): string {
  return (
    `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${item.level}"/>` +
    `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${item.start}"/></w:lvlOverride></w:num>`
  )
}
