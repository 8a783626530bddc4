/** Ten thousand invented meetings to search in: 120,000 items of some 600 signs, 20,000 people. Made once for each run. */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { insert, raw, type WritableDb } from '#db/connection.ts'
import { openWorkspace } from '#db/open.ts'
import { subject, type Subject } from './subject.ts'

export const size = { meetings: 10_000, items: 12, people: 20_000, words: 60_000, signs: 600 } as const

/** A generator of its own, so that every run searches the same texts. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const common =
  'och att i det som en på är av för med till den har de inte om ett men var vi så kan vid sin nu man ska'.split(' ')
const known =
  'hälso vård forsknings data region samverkans kompetens läkemedels miljö närings utbildnings närvaro skol väg bygg vatten energi råds avtals budget'.split(
    ' ',
  )
const ends = ['', 'en', 'et', 'ar', 'er', 's', 'na', 'ns', 'arna', 'strategi', 'plan', 'grupp', 'frågor']

/** Compounds of known and invented parts, the commonest first. */
function vocabulary(roll: () => number): string[] {
  const [heads, tails] = ['bdfghklmnprstv', 'aeiouyåäö']
  const sign = (letters: string) => letters[Math.floor(roll() * letters.length)] ?? ''
  const parts = [...known]
  while (parts.length < 420)
    parts.push(sign(heads) + sign(tails) + sign(heads) + (roll() < 0.5 ? '' : sign(tails) + sign(heads)))
  const part = () => parts[Math.floor(roll() * parts.length)] ?? ''
  const words = new Set(common)
  while (words.size < size.words)
    words.add(part() + (roll() < 0.8 ? part() : '') + (ends[Math.floor(roll() * ends.length)] ?? ''))
  return [...words]
}

export type Corpus = Subject & {
  /** A copy of the searched workspace, for the references. */
  db: WritableDb
  /** Draws words as often as they stand in the texts; the same for the same seed, whatever was drawn before. */
  words: (seed: number) => () => string
  vocabulary: readonly string[]
}

function fill(db: WritableDb, word: () => string, roll: () => number): void {
  const text = (signs: number) => {
    let made = word()
    while (made.length < signs) made += ` ${word()}`
    return `${made}.`
  }
  const names = Array.from({ length: 400 }, () => {
    const made = text(1).slice(0, -1)
    return (made[0] ?? '').toUpperCase() + made.slice(1)
  })
  const name = () => names[Math.floor(roll() * names.length)] ?? ''
  for (let index = 0; index < size.people; index += 1) {
    const full = `${name()} ${name()}sson`
    insert(db, 'person', {
      id: `person${index}`,
      name: full,
      sort_key: full.toLowerCase(),
      status: 'active',
      review_on: null,
    })
  }
  const nothing = Object.fromEntries(
    'source_id source_from source_to body_id sender start_time end_time place form dnr next_date next_basis next_line'
      .split(' ')
      .map((column) => [column, null]),
  )
  for (let index = 0; index < size.meetings; index += 1) {
    const id = `m${index}`
    const day = new Date(Date.UTC(1995, 0, 1 + index)).toISOString().slice(0, 10)
    insert(db, 'meeting', {
      ...nothing,
      id,
      kind: 'protokoll',
      language: 'sv',
      title: `Sammanträde ${index}`,
      date: day,
      created_at: day,
    })
    for (let item = 0; item < size.items; item += 1) {
      insert(db, 'agenda_item', {
        id: `${id}i${item}`,
        meeting_id: id,
        position: item,
        number: String(item + 1),
        number_style: 'paragraph',
        title: text(20),
        line: null,
      })
      insert(db, 'paragraph', {
        id: `${id}p${item}`,
        item_id: `${id}i${item}`,
        position: 0,
        kind: 'paragraph',
        text: text(size.signs),
        line_from: null,
        line_to: null,
      })
    }
  }
}

let made: Promise<Corpus> | null = null

async function make(): Promise<Corpus> {
  const roll = dice(20_301_106)
  const words = vocabulary(roll)
  const drawn = (by: () => number) => words[Math.floor(words.length ** by()) - 1] ?? common[0] ?? ''
  const work = subject()
  process.once('exit', () => work.end())
  await work.call('workspace.close', {})
  const open = openWorkspace(work.path, new Date(0))
  raw(open.db).transaction(() => fill(open.db, () => drawn(roll), roll))()
  open.close({ at: new Date(0) })
  work.app.openWorkspace(work.path)
  while ((await work.call('search.prepare', { rows: 20_000 })).pending > 0);
  await work.call('workspace.close', {})
  // The references read a copy: the workspace itself is locked by the application.
  const twin = join(work.folder, 'twin.kansli')
  copyFileSync(work.path, twin)
  work.app.openWorkspace(work.path)
  while ((await work.call('search.prepare', {})).pending > 0);
  const { db } = openWorkspace(twin, new Date(0))
  return {
    ...work,
    db,
    words: (seed) => {
      const by = dice(seed)
      return () => drawn(by)
    },
    vocabulary: words,
  }
}

export function searchCorpus(): Promise<Corpus> {
  return (made ??= make())
}
