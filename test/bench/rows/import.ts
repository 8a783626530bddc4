import { readFileSync } from 'node:fs'
import { decodeText } from '#core/import/decode.ts'
import { parseMinutes } from '#core/import/parse.ts'
import { byTurns, median, same, timed, type Bench } from '../measure.ts'
import { minutesPath } from '../subject.ts'

const read = () => decodeText(readFileSync(minutesPath)).text

/** Reading the real minutes as minutes, against reading the file as text and cutting it into words. */
export const importReal: Bench = {
  name: 'import-real',
  what: 'the real minutes read as a meeting',
  against: 'the file read, normalised and cut into words',
  target: 120,
  async run() {
    const words = () =>
      readFileSync(minutesPath, 'utf8')
        .normalize('NFC')
        .split('\n')
        .map((line) => line.split(/\s+/u))
    const [meeting] = parseMinutes(read(), {})
    same(meeting?.placements.length, words().length, 'number of lines')
    return byTurns(() => parseMinutes(read(), {}), words, { rounds: 60, warm: 10 })
  },
}

/** Some 700 characters of running text: numbers of items stay below those that could be years. */
const talk = (number: number) =>
  `Prov Provsson redogjorde för ärende ${number} och svarade på frågor från rådet om hur arbetet fortskrider. `
    .repeat(7)
    .trim()

/** Minutes as long as asked, with headings, people and decisions all through. */
export function longMinutes(characters: number): string {
  const head =
    'Protokoll\nSammanträde med Provrådet den 6 maj 2030\n\nNärvarande\n\n1. Prov Provsson, ledamot\n2. Test Testlund, ordförande\n\n'
  const parts = [head]
  let length = head.length
  for (let number = 1; length < characters; number += 1) {
    const part = `§ ${number} Punkt nummer ${number}\n\n${talk(number)}\n\nBeslut\n\natt godkänna redovisningen av ärende ${number}.\n\nTest Testlund får i uppdrag att återkomma senast den 1 juni.\n\n`
    parts.push(part)
    length += part.length
  }
  return parts.join('')
}

async function bothSizes(small: string, large: string, rounds: number): Promise<{ ours: number; reference: number }> {
  const [ours, reference]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    reference.push(await timed(() => parseMinutes(small, {})))
    ours.push(await timed(() => parseMinutes(large, {})))
  }
  return { ours: median(ours), reference: median(reference) }
}

/** Rows of column names and nothing else: tables that are opened again and again. */
function columnNames(size: number): string {
  const unit = 'Ärende\tBeslut\nÄrende\tBeslut\n\nPunkt\n\n'
  return `Protokoll 2024-05-02\n\n${unit.repeat(Math.ceil(size / unit.length))}`
}

/** Ten times the text may take twelve times the time, whatever the text: linear, with a little air. */
export const importLinear: Bench = {
  name: 'import-linear',
  what: '1 MB of minutes read',
  against: '100 kB of minutes read',
  target: 12,
  async run() {
    const [small, large] = [longMinutes(100_000), longMinutes(1_000_000)]
    const items = (text: string) => parseMinutes(text, {}).flatMap((meeting) => meeting.items).length
    same(items(small), small.split('§').length - 1, 'items of the short text')
    same(items(large), large.split('§').length - 1, 'items of the long text')
    const minutes = await bothSizes(small, large, 7)
    const columns = await bothSizes(columnNames(100_000), columnNames(1_000_000), 3)
    // The row tells of the text that grows worse.
    return columns.ours / columns.reference > minutes.ours / minutes.reference ? columns : minutes
  },
}
