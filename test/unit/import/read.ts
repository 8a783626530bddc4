/** Shared by the tests of the importer. */
import { readFileSync } from 'node:fs'
import { parseMinutes } from '#core/import/parse.ts'
import type { ParseOptions } from '#core/import/parse.ts'
import type { ProposedMeeting } from '#contract/proposal.ts'

/** The only meeting of a text; fails when there are several. */
export function readOne(text: string, options: ParseOptions = {}): ProposedMeeting {
  const meetings = parseMinutes(text, options)
  const [meeting] = meetings
  if (meeting === undefined || meetings.length !== 1) throw new Error(`one meeting expected, ${meetings.length} found`)
  return meeting
}

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
