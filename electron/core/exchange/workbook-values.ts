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

/** A sign of a format for whole figures: a figure that must be there, one that may be, or a sign written as it is. */
type Sign = { is: 'must' | 'may' | 'sign'; text: string }

/** The signs of a format that sets figures out, as telephone numbers and postal codes are; null for any other. */
function figuresOf(code: string): Sign[] | null {
  const signs: Sign[] = []
  for (const [token] of (code.split(';', 1)[0] ?? '').matchAll(/"[^"]*"|\\.|_.|\*.|./gsu)) {
    if (token.startsWith('*')) continue
    if (token === '0') signs.push({ is: 'must', text: '0' })
    else if (token === '#' || token === '?') signs.push({ is: 'may', text: '' })
    else if (token.startsWith('"')) signs.push({ is: 'sign', text: token.slice(1, -1) })
    else if (token.startsWith('_')) signs.push({ is: 'sign', text: ' ' })
    else if (token.startsWith('\\')) signs.push({ is: 'sign', text: token.slice(1) })
    else if (/[ ()+-]/u.test(token)) signs.push({ is: 'sign', text: token })
    else return null
  }
  return signs.filter(({ is }) => is === 'must').length > 1 || signs.some(({ is }) => is === 'sign') ? signs : null
}

/** Figures as their format sets them out: 701234567 by `000-000 00 00` is 070-123 45 67. */
function setOut(figures: string, signs: readonly Sign[]): string {
  const first = signs.findIndex(({ is }) => is !== 'sign')
  let [left, text] = [figures, '']
  for (let at = signs.length - 1; at >= 0; at -= 1) {
    const { is, text: own } = signs[at] ?? { is: 'sign', text: '' }
    if (is === 'sign') text = own + text
    else {
      const taken = at === first ? left : left.slice(-1)
      left = at === first ? '' : left.slice(0, -1)
      text = (taken === '' ? own : taken) + text
    }
  }
  return text.trim()
}

export type CellStyle = { date: DateStyle; figures: Sign[] | null }

/** What each cell style makes of a number, by the number that cells name it with. */
export function cellStyles(part: string, bytes: Buffer): CellStyle[] {
  const own = new Map<number, CellStyle>()
  const found: CellStyle[] = []
  let inCells = false
  readXml(part, bytes, {
    open({ name, attributes }) {
      if (name === 'numFmt') {
        const code = attributes['formatCode'] ?? ''
        const date = ofCode(code)
        own.set(Number(attributes['numFmtId']), { date, figures: date === null ? figuresOf(code) : null })
      }
      if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) {
        const id = Number(attributes['numFmtId'] ?? 0)
        found.push(own.get(id) ?? { date: builtIn(id), figures: null })
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
  { strings, styles, from1904 }: { strings: readonly string[]; styles: readonly CellStyle[]; from1904: boolean },
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
  const { date, figures } = styles[cell.style] ?? { date: null, figures: null }
  if (figures !== null && number >= 0 && Number.isSafeInteger(number)) return setOut(String(number), figures)
  // A telephone number kept as 4.68123E8 is read as its figures.
  return (date === null ? null : dated(number, date, from1904)) ?? String(number)
}
