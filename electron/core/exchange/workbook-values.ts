/** Values of a spreadsheet's cells as text. */
import { readXml } from '#core/word/xml-reader.ts'

/** What a cell's style makes of a number; null leaves it a number. */
export type DateStyle = 'day' | 'time' | 'both' | null

/** Formats that every workbook knows without defining them (ECMA-376 part 1, 18.8.30). */
function builtIn(id: number): DateStyle {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return 'day'
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return 'time'
  return id === 22 ? 'both' : null
}

function ofCode(code: string): DateStyle {
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./gu, '').toLowerCase()
  if (/[#0?]/u.test(bare)) return null
  const [day, time] = [/[yd]|mmm/u.test(bare), /[hs]/u.test(bare)]
  return day ? (time ? 'both' : 'day') : time ? 'time' : null
}

/** The date style of each cell style, by the number that cells name it with. */
export function dateStyles(part: string, bytes: Buffer): DateStyle[] {
  const own = new Map<number, DateStyle>()
  const found: DateStyle[] = []
  let inCells = false
  readXml(part, bytes, {
    open({ name, attributes }) {
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), ofCode(attributes['formatCode'] ?? ''))
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) {
        const id = Number(attributes['numFmtId'] ?? 0)
        found.push(own.has(id) ? (own.get(id) ?? null) : builtIn(id))
      }
    },
    close({ name }) {
      if (name === 'cellXfs') inCells = false
    },
    text: () => undefined,
  })
  return found
}

/** A serial number of days as a day, a time or both. Day 60 of the older system is one that never was. */
function dated(serial: number, style: Exclude<DateStyle, null>, from1904: boolean): string | null {
  if (serial < 0 || serial > 2_958_465) return null
  const days = from1904 ? serial + 1462 : serial
  const instant = new Date(Math.round((days - 25_569 + (days < 60 ? 1 : 0)) * 86_400) * 1000).toISOString()
  return style === 'day'
    ? instant.slice(0, 10)
    : style === 'time'
      ? instant.slice(11, 16)
      : instant.slice(0, 16).replace('T', ' ')
}

/** `_x000D_` and its like are characters that XML itself cannot hold. */
const plain = (text: string) =>
  text.replace(/_x([\dA-F]{4})_/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

export function cellText(
  cell: { type: string; style: number; text: string },
  { strings, dates, from1904 }: { strings: readonly string[]; dates: readonly DateStyle[]; from1904: boolean },
): string {
  const { type, text } = cell
  if (type === 's') return plain(strings[Number(text)] ?? '')
  if (type === 'str' || type === 'inlineStr') return plain(text)
  // "#N/A" and its like say that nothing is known.
  if (type === 'e') return ''
  if (type === 'b') return text === '1' ? 'TRUE' : text === '0' ? 'FALSE' : text
  if (type === 'd') return text.replace(/T00:00:00(?:\.0+)?Z?$/u, '')
  const number = Number(text)
  if (text.trim() === '' || !Number.isFinite(number)) return text
  const style = dates[cell.style] ?? null
  // A telephone number kept as 4.68123E8 is read as its figures.
  return (style === null ? null : dated(number, style, from1904)) ?? String(number)
}
