/** The signatures at a text's end: who kept, chaired and adjusted the minutes. */
import type { Officer } from '#contract/proposal.ts'
import { findDates } from './dates.ts'
import { withoutPageTail } from './furniture.ts'
import { namesIn } from './head-fields.ts'
import { cellsOf, isRule } from './lines.ts'
import type { SourceLine } from './lines.ts'
import { isFullName } from './names.ts'
import { readNumber } from './numbering.ts'
import { endsSentence, wordsOf } from './words.ts'

const secretaryWords =
  /^(?:vid (?:protokollet|pennan|tangenterna|datorn|anteckningarna)|sekreterare|mötessekreterare|protokollförare|(?:protokollet |anteckningar(?:na)? )?(?:fört|förda|nedtecknat|antecknade?) av|antecknat av|antecknare|vid anteckningarna|minutes (?:taken|recorded|prepared|written) by|minutes by|recorded by|taken by|secretary|clerk|note[- ]?taker|minute[- ]?taker|notes by|prepared by|för protokollet|for the (?:record|minutes)|som protokollförare)/iu

const adjusterWords =
  /^(?:justera(?:s|t|de|re|nde|d)?(?: av| den| protokollet)?|justeringsperson(?:er)?|justeringsm[aä]n|protokolljusterare|att justera|godkänn(?:s|es|t|er)(?: av)?|approved(?: by)?|verified by|confirmed by|approved as a correct record|checked by|adjuste[rd]s?(?: by)?|attested by)/iu

const chairWords =
  /^(?:(?:mötes|stämmo)?ordförande|ordf\.?|chair(?:man|person|woman)?|mötesledare|presiding|som ordförande)/iu

const otherWords =
  /^(?:respectfully submitted|submitted by|underskrifter|underskrift|signaturer?|namnförtydligande|signed|signature|date|datum|ort och datum|dag som ovan|.{2,40} som ovan|utdragsbestyrkande|justerandes? sign(?:atur(?:er)?)?|paragrafer|sign\.?|anslag(?:sbevis|et)?|bevis|godkän(?:n[es]|t|ns)(?: av)?)/iu

interface Signature {
  officers: Officer[]
  lines: Set<number>
}

type Role = Officer['role'] | null

function roleOf(text: string): { role: Role; rest: string } | null {
  const bare = text.replace(/^[\s_.…]+/u, '')
  for (const [role, pattern] of [
    ['secretary', secretaryWords],
    ['adjuster', adjusterWords],
    ['chair', chairWords],
    [null, otherWords],
  ] as const) {
    const match = pattern.exec(bare)
    if (match === null) continue
    const rest = bare.slice(match[0].length)
    if (rest !== '' && /^\p{L}/u.test(rest)) continue
    return { role, rest: rest.replace(/^[\s:_.…,–()-]+|[\s_.…]+$/gu, '') }
  }
  return null
}

const nameThenRole =
  /^(.+?),? \(?((?:mötes)?ordförande|ordf\.?|(?:mötes)?sekreterare|justerare|justeringsperson|justeras|vid protokollet|chair(?:man|person|woman)?|secretary|clerk|protokollförare)\)?[.:]?$/iu

function namedRole(text: string): { name: string; role: Role } | null {
  const match = nameThenRole.exec(text)
  if (match?.[1] === undefined || match[2] === undefined || !isFullName(match[1])) return null
  return { name: match[1], role: roleOf(match[2])?.role ?? null }
}

/** "Vid protokollet Anna Ek. Justeras Bo Ål.": the signatures told in one line. */
function signedInLine(line: SourceLine): string[] | null {
  if (line.text.length > 200 || !line.text.includes('. ')) return null
  const pieces = line.text.replace(/\.$/u, '').split(/(?<=\p{L}{2})\. (?=\p{Lu})/u)
  const signed = pieces.every((piece) => {
    const found = roleOf(piece)
    return found !== null && found.role !== null && isFullName(found.rest)
  })
  return signed && pieces.length > 1 ? pieces : null
}

/** "2019-09-04⇥18.00": a row of a table of days. */
function startsWithDay(line: SourceLine | undefined): boolean {
  const cells = line === undefined ? [] : cellsOf(line.raw)
  return cells.length > 1 && findDates(cells[0] ?? '')[0]?.index === 0
}

function opens(line: SourceLine, next?: SourceLine): boolean {
  if (signedInLine(line) !== null) return true
  if (line.text.length < 160 && namedRole(line.text) !== null) return true
  if (line.text.length > 160 || endsSentence(line.text.replace(/[_.…\s]+$/u, ''))) return false
  const cells = cellsOf(line.raw)
  // "Date | Time | Venue" names the columns of a table.
  if (
    (cells.length > 2 || (cells.length === 2 && (line.text.includes('|') || startsWithDay(next)))) &&
    cells.every(
      (cell) =>
        cell.length < 20 && (/^(?:date|datum)$/iu.test(cell) || (/^\p{L}+$/u.test(cell) && roleOf(cell) === null)),
    )
  )
    return false
  return cells.some((cell) => {
    const found = roleOf(cell)
    if (found === null) return false
    return found.rest === '' || namesIn(found.rest).length > 0 || isRule(found.rest)
  })
}

/** A line that can stand among signatures: rules, names, roles, places and dates; no sentence. */
function belongs(line: SourceLine): boolean {
  if (line.blank || isRule(line.text) || /_{3,}|\.{5,}|…{2,}/u.test(line.text)) return true
  if (signedInLine(line) !== null) return true
  if (line.text.length > 140) return false
  const number = readNumber(line.text)
  if (number !== null && number.title !== '' && number.format !== 'bare') return false
  if (endsSentence(line.text) && wordsOf(line.text).length > 6) return false
  if (namedRole(line.text) !== null) return true
  return cellsOf(line.raw).every(
    (cell) =>
      cell === '' ||
      roleOf(cell) !== null ||
      isFullName(cell.replace(/\s*\(.*\)$/u, '')) ||
      namesIn(cell).length > 0 ||
      /\d{4}/u.test(cell) ||
      cell.length < 30,
  )
}

/**
 * Finds the block of signatures at the end: the last stretch of lines that all can stand there and
 * that opens with "Vid protokollet", "Justeras" or their like. `from` is the first line that may be
 * one (after the last heading), `taken` tells lines that are people or items.
 */
export function readSignature(
  lines: readonly SourceLine[],
  from: number,
  taken: (line: SourceLine) => boolean,
): Signature {
  let start = lines.length
  let opening = -1
  let foot = 0
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at]
    if (line === undefined || line.n <= from) break
    if (start - at === 1 + foot && withoutPageTail(line.text) !== null && line.forced === null && opening < 0) {
      // The last page's own foot.
      foot += 1
      continue
    }
    if (line.forced === 'signature') {
      start = at
      opening = at
      continue
    }
    if (line.forced !== null || taken(line) || !belongs(line)) break
    start = at
    if (!line.blank && opens(line, lines[at + 1])) opening = at
  }
  const result: Signature = { officers: [], lines: new Set() }
  const whole = opening >= 0 && start <= opening ? lines.slice(opening) : []
  const below = takeRolesBelow(lines, whole[0]?.n ?? Number.POSITIVE_INFINITY, start, result)
  if (below) return result
  let roles: Role[] = []
  let skip: SourceLine | undefined
  let pending = false
  for (const [at, line] of whole.entries()) {
    if (line.blank) continue
    result.lines.add(line.n)
    if (line === skip) continue
    const cells = columnsOf(line)
    const next = whole.slice(at + 1, at + 4).find((other) => !other.blank && !isRule(other.text))
    const under = next === undefined || (roles.length === cells.length && pending) ? null : rolesUnder(cells, next)
    pending = false
    if (under !== null) {
      cells.forEach((cell, column) => addOfficers(result, under[column] ?? null, cell.text, line.n))
      skip = next
      continue
    }
    const found = cells.map((cell) => roleOf(cell.text))
    if (found.some((one) => one !== null)) {
      const here: Role[] = []
      cells.forEach((cell, at) => {
        const one = found[at]
        if (one === null || one === undefined) return
        if (one.role !== null) here.push(one.role)
        if (one.rest !== '') addOfficers(result, one.role, one.rest, line.n)
        else if (one.role !== null && cells.length === 1) {
          const bracket = /\(([^)]+)\)/u.exec(line.text)
          if (bracket?.[1] !== undefined) addOfficers(result, one.role, bracket[1], line.n)
        }
        void cell
      })
      for (const [at, cell] of cells.entries()) {
        if (found[at] === null && here.length === 1 && isRuleOrName(cell.text))
          addOfficers(result, here[0] ?? null, cell.text, line.n)
      }
      if (here.length > 0) {
        roles = here
        pending = true
      }
      continue
    }
    if (isRule(line.text)) continue
    for (const [at, cell] of cells.entries()) {
      const named = namedRole(cell.text)
      const role = named?.role ?? roles[Math.min(at, roles.length - 1)] ?? null
      addOfficers(
        result,
        (named?.role ?? null) !== null ? role : (columnRole(roles, line, at, cells.length) ?? role),
        named?.name ?? cell.text,
        line.n,
      )
    }
  }
  return result
}

/** Words above a name, not below one. */
const opensSignature = /^(?:justeras|godkänn|vid |signed|approved)/iu

/** Roles on the line below names, column by column; null when the two lines are no such pair. */
function rolesUnder(cells: ReadonlyArray<{ text: string }>, next: SourceLine): Role[] | null {
  const roles = columnsOf(next).map((cell) => roleOf(cell.text))
  const pair =
    cells.length === roles.length &&
    cells.every((cell) => isFullName(cell.text)) &&
    roles.every((role) => role !== null && role.rest === '')
  // "Tuva Ek" above "Justeras" alone is the secretary above the next heading.
  if (!pair || (cells.length === 1 && opensSignature.test(next.text))) return null
  return roles.map((role) => role?.role ?? null)
}

/** Names with their roles on the line below, in columns: the whole block reads so when its first line does. */
function takeRolesBelow(lines: readonly SourceLine[], opening: number, start: number, result: Signature): boolean {
  const filled = lines.slice(start).filter((line) => !line.blank && !isRule(line.text))
  let found = 0
  for (let at = 0; at + 1 < filled.length; at += 1) {
    const line = filled[at]
    const next = filled[at + 1]
    if (line === undefined || next === undefined) break
    if (found === 0 && next.n > opening) return false
    const names = columnsOf(line)
    const roles = columnsOf(next).map((cell) => roleOf(cell.text))
    if (
      names.length !== roles.length ||
      (names.length === 1 && opensSignature.test(next.text)) ||
      !names.every((cell) => isFullName(cell.text)) ||
      !roles.every((role) => role !== null && role.rest === '')
    ) {
      if (found > 0) continue
      return false
    }
    names.forEach((cell, column) => addOfficers(result, roles[column]?.role ?? null, cell.text, line.n))
    result.lines.add(line.n)
    result.lines.add(next.n)
    found += 1
    at += 1
  }
  if (found > 0) for (const line of filled) result.lines.add(line.n)
  return found > 0
}

/** With two columns ("Vid protokollet" | "Justeras") a lone indented name belongs to the second. */
function columnRole(roles: readonly Role[], line: SourceLine, at: number, cells: number): Role {
  if (roles.length < 2) return null
  if (cells === 1 && line.indent > 15) return roles.at(-1) ?? null
  return roles[Math.min(at, roles.length - 1)] ?? null
}

function isRuleOrName(text: string): boolean {
  return namesIn(text.replace(/[_.…]+/gu, ' ').trim()).length > 0
}

function columnsOf(line: SourceLine): Array<{ text: string }> {
  const inLine = signedInLine(line)
  if (inLine !== null) return inLine.map((text) => ({ text }))
  return line.raw
    .trim()
    .split(/\t+| {3,}/u)
    .map((text) => ({
      text: text
        .replace(/[_…]+|\.{4,}/gu, ' ')
        .replace(/\s+/gu, ' ')
        .trim(),
    }))
    .filter((cell) => cell.text !== '')
}

/** "Hjälmby Bygg AB" under whoever signed for it. */
function isCompany(value: string): boolean {
  return /(?<!\p{L})(?:AB|HB|KB|Ltd\.?|Limited|LLP|GmbH|Inc\.?|A\/S|AS|Oy)$/u.test(value.trim())
}

function addOfficers(result: Signature, role: Role, value: string, line: number): void {
  if (role === null) return
  for (const name of namesIn(value.replace(/[_.…]{2,}/gu, ' ').trim())) {
    if (!isFullName(name) || isCompany(value)) continue
    if (result.officers.some((officer) => officer.role === role && officer.name === name)) continue
    result.officers.push({ role, name, line })
  }
}
