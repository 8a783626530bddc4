import { matchKey, sortKey, foldKey } from '#core/register/names.ts'
import { insert, raw } from '#db/connection.ts'
import { openWorkspace } from '#db/open.ts'
import { pairs, score } from '../../unit/identity/pairs.ts'
import { median, same, timed, type Bench } from '../measure.ts'
import { subject } from '../subject.ts'

const people = 20_000
/** Milliseconds: the budget the row is held to. */
const budget = 20

/** Names by the ways in which they are made in Sweden: some two hundred first names, surnames of two parts or of a father's name. */
export function inventedNames(count: number): string[] {
  const given =
    `Anna Erik Maria Lars Karin Karl Kristina Anders Lena Per Eva Johan Elisabet Mikael Sara Jan Birgitta Peter Linda Bo
Ingrid Fredrik Malin Magnus Susanne Mats Jenny Ulf Monica Daniel Ulla Jonas Emma Björn Hanna Bengt Ida Göran Maja Leif
Åsa Henrik Helena Martin Johanna Håkan Annika Sven Josefin Niklas Gunilla Andreas Camilla Stefan Therese Hans Elin Nils
Kerstin Kenneth Marie Roger Sofia Rolf Berit Patrik Siv Oskar Barbro Tomas Ann-Marie Lars-Erik Inger Viktor Ellen Ali
Mona Torbjörn Cecilia Gustav Frida Rickard Ylva Claes Astrid Simon Nina Joakim Gun Filip Ewa Kjell Matilda Stig`.split(
      /\s+/u,
    )
  const first =
    'Lind Berg Sjö Ny Holm Söder Nord Wester Öster Hall Hed Sand Sund Ström Strand Fors Gran Hög Alm Björk'.split(' ')
  const more =
    'Ceder Dahl Fager Grön Hammar Kvarn Ljung Lilje Malm Rosen Skog Sten Svan Tall Vik Åker Lager Silver Tjärn Vall'.split(
      ' ',
    )
  const last = 'berg ström gren lund man qvist stedt dal blom by feldt hage holm ius mark ner roth skog bäck ell'.split(
    ' ',
  )
  const sons = 'Anders Johan Karl Nil Erik Lar Ol Per Sven Gustaf Petter Jon Jan Han Bengt Jakob Magnus'.split(' ')
  const surnames = [
    ...[...first, ...more].flatMap((one) => last.map((two) => `${one}${two}`)),
    ...sons.map((name) => `${name}sson`),
    ...sons.flatMap((name) => first.map((part) => `${name}sson ${part}${last[part.length] ?? 'berg'}`)),
  ]
  // Steps without a common factor walk through every combination before one comes again.
  return Array.from(
    { length: count },
    (_, place) => `${given[(place * 37) % given.length] ?? ''} ${surnames[(place * 53) % surnames.length] ?? ''}`,
  )
}

/** Fills a workspace with people, each in one of a hundred organisations. */
export function fillPeople(path: string, names: readonly string[]): void {
  const open = openWorkspace(path, new Date(0))
  const { db } = open
  raw(db).transaction(() => {
    for (let index = 0; index < 100; index += 1) {
      const name = `Provorganisation ${index}`
      insert(db, 'organisation', { id: `organisation${index}`, name, type: null, sort_key: sortKey(name) })
      insert(db, 'organisation_name', {
        id: `organisation-name${index}`,
        organisation_id: `organisation${index}`,
        text: name,
        match_key: matchKey(name),
        fold_key: foldKey(name),
      })
    }
    names.forEach((name, index) => {
      insert(db, 'person', { id: crypto.randomUUID(), name, sort_key: sortKey(name) })
      const id = raw(db).prepare('SELECT id FROM person WHERE rowid = last_insert_rowid()').pluck().get()
      insert(db, 'person_name', {
        id: crypto.randomUUID(),
        // pluck() gives the one column, the id just made.
        person_id: id as string,
        text: name,
        match_key: matchKey(name),
        fold_key: foldKey(name),
      })
      insert(db, 'tenure', {
        id: crypto.randomUUID(),
        person_id: id as string,
        organisation_id: `organisation${index % 100}`,
        recorded_at: '2031-01-01T00:00:00.000Z',
      })
    })
  })()
  open.close({ at: new Date(0) })
}

/** A name asked for among twenty thousand, through the core's door, after a write that had nothing to do with names. */
export const namesMatch: Bench = {
  name: 'names-match',
  what: `one name looked for among ${people} people after an unrelated write`,
  against: 'a fixed budget',
  target: 1,
  async run() {
    const { app, call, path, end } = subject()
    try {
      const names = inventedNames(people)
      await call('workspace.close', {})
      fillPeople(path, names)
      app.openWorkspace(path)
      const rounds: number[] = []
      for (let round = 0; round < 60; round += 1) {
        const name = (names[(round * 331) % names.length] ?? '').replace('qvist', 'kvist').replace('sson', 'son')
        await call('settings.set', { office: `Kontoret ${round}` })
        const took = await timed(() => call('identity.find', { kind: 'person', name }))
        const { found } = await call('identity.find', { kind: 'person', name })
        same(found.length > 0, true, `somebody like ${name}`)
        // The first builds what the others use.
        if (round > 2) rounds.push(took)
      }
      return { ours: median(rounds), reference: budget }
    } finally {
      end()
    }
  },
}

/** Shares of the labelled pairs, the worse of the whole set and the half that no rule was tuned on. */
function worse(of: (list: ReturnType<typeof score>) => number): number {
  return Math.max(of(score(pairs())), of(score(pairs('held-out'))))
}

/** Nothing is merged by finding who is alike. */
async function mergesByItself(): Promise<number> {
  const { app, call, path, end } = subject()
  try {
    const names = pairs().flatMap(({ a, b }) => [a, b])
    await call('workspace.close', {})
    fillPeople(path, names)
    app.openWorkspace(path)
    await call('identity.proposals', { limit: 500 })
    const { total } = await call('register.list', { kind: 'person', limit: 1 })
    return names.length - total + (await call('identity.decisions', {})).total
  } finally {
    end()
  }
}

export const namesMissed: Bench = {
  name: 'names-missed',
  what: 'share (no time) of the labelled pairs that are one and are not proposed as one',
  against: 'two in a hundred',
  target: 1,
  async run() {
    same(await mergesByItself(), 0, 'number of merges nobody asked for')
    return { ours: worse(({ recall }) => 1 - recall), reference: 0.02 }
  },
}

export const namesWrong: Bench = {
  name: 'names-wrong',
  what: 'share (no time) of the pairs proposed as one that are not labelled as one',
  against: 'one in a hundred',
  target: 1,
  run: () => Promise.resolve({ ours: worse(({ precision }) => 1 - precision), reference: 0.01 }),
}
