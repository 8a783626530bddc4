/** Shared by the tests of the importer. */
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { parseMinutes } from '#core/import/parse.ts'
import type { ParseOptions } from '#core/import/parse.ts'
import type { ProposedMeeting } from '#contract/proposal.ts'
import { lostLines } from '../import-corpus/nothing-lost.ts'

/** The only meeting of a text; fails when there are several. */
export function readOne(text: string, options: ParseOptions = {}): ProposedMeeting {
  const meetings = parseMinutes(text, options)
  const [meeting] = meetings
  if (meeting === undefined || meetings.length !== 1) throw new Error(`one meeting expected, ${meetings.length} found`)
  return meeting
}

/** The one meeting of a text; no line of it may be lost. */
export function readWhole(lines: readonly string[]): ProposedMeeting {
  const text = lines.join('\n')
  const meeting = readOne(text)
  expect(lostLines(text, [meeting]).lost).toEqual([])
  return meeting
}

/** The words of a meeting that are reported as not understood. */
export function unread(meeting: ProposedMeeting): string[] {
  return meeting.findings.filter(({ code }) => code === 'detail-unread').map(({ quote }) => quote)
}

/** People and items for a text whose head a test is about. */
export const listBelow = ['', 'Närvarande: Anna Ek, Bo Alm, Kim Ström']
export const itemsBelow = [
  '',
  '1. Öppnande',
  'Anna Ek hälsade välkommen.',
  '',
  '2. Budget',
  'Budgeten gicks igenom.',
  '',
]

export function readText(file: URL | string): string {
  return readFileSync(file, 'utf8')
}

/** A small protocol around the lines a test is about. */
export function protocolWith(...lines: readonly string[]): string {
  return [
    'Protokoll fört vid möte med Kvastrådet den 9 oktober 2019',
    '',
    'Närvarande: Tuva Kvastborg (ordförande), Bror Himmelmo, Saga Rimtråd',
    '',
    '§ 1 Mötets öppnande',
    'Ordföranden öppnade mötet.',
    '',
    '§ 2 Startbanan',
    ...lines,
    '',
    '§ 3 Avslutning',
    'Ordföranden avslutade mötet.',
    '',
  ].join('\n')
}

/** The same with a list of people of its own under "Närvarande". */
export function protocolOf(people: readonly string[], heading = 'Närvarande'): string {
  return [
    'Protokoll fört vid möte med Kvastrådet den 9 oktober 2019',
    '',
    heading,
    ...people,
    '',
    '§ 1 Mötets öppnande',
    'Ordföranden öppnade mötet.',
    '',
    '§ 2 Avslutning',
    'Ordföranden avslutade mötet.',
    '',
  ].join('\n')
}
