import { insert, raw } from '#db/connection.ts'
import { openWorkspace } from '#db/open.ts'
import { median, same, timed, type Bench } from '../measure.ts'
import { subject } from '../subject.ts'

const meetings = 10_000
const people = 20_000
const theirs = 500
/** Milliseconds: the budget the row is held to. */
const budget = 10
const id = (kind: number, index: number) =>
  `${kind.toString(16).padStart(8, '0')}-0000-4000-8000-${index.toString(16).padStart(12, '0')}`

/** Ten thousand meetings of twelve items with one paragraph each and twenty listed; one person is at every twentieth. */
function fill(path: string): void {
  const open = openWorkspace(path, new Date(0))
  const { db } = open
  const key = (name: string) => ({ match_key: name, fold_key: name })
  raw(db).transaction(() => {
    const text = Array.from({ length: 60 }, (_, line) => `Rad ${line + 1} i anteckningarna om provet.`).join('\n')
    for (let index = 0; index < people; index += 1) {
      const name = `Asta Provsson ${index}`
      insert(db, 'person', { id: id(1, index), name, sort_key: `asta ${index}` })
      insert(db, 'person_name', { id: id(2, index), person_id: id(1, index), text: name, ...key(name) })
    }
    insert(db, 'organisation', { id: id(3, 0), name: 'Provverket', type: null, sort_key: 'provverket' })
    for (let index = 0; index < meetings; index += 1) {
      const meeting = id(4, index)
      const day = new Date(Date.UTC(1990, 0, 1 + index)).toISOString().slice(0, 10)
      const wanted = index % (meetings / theirs) === 0
      insert(db, 'source', {
        id: id(5, index),
        name: `prov-${index}.txt`,
        kind: 'minutes',
        text,
        encoding: 'utf-8',
        sha256: String(index),
        added_at: day,
      })
      insert(db, 'meeting', {
        id: meeting,
        source_id: id(5, index),
        source_from: 1,
        source_to: 60,
        kind: 'protokoll',
        language: 'sv',
        title: `Sammanträde ${index}`,
        date: day,
        created_at: day,
      })
      for (let item = 0; item < 12; item += 1) {
        const itemId = id(6, index * 12 + item)
        const words = wanted && item === 3 ? 'Asta Provsson 0 presenterade läget.' : 'Läget i provet gicks igenom.'
        insert(db, 'agenda_item', {
          id: itemId,
          meeting_id: meeting,
          position: item,
          number: String(item + 1),
          number_style: 'paragraph',
          title: `Punkt ${item + 1}`,
          line: item + 1,
        })
        insert(db, 'paragraph', {
          id: id(7, index * 12 + item),
          item_id: itemId,
          position: 0,
          kind: 'paragraph',
          text: words,
          line_from: item + 2,
          line_to: item + 2,
        })
      }
      for (let place = 0; place < 20; place += 1) {
        const person = place === 0 && wanted ? 0 : 1 + ((index * 20 + place) % (people - 1))
        insert(db, 'attendance', {
          id: id(8, index * 20 + place),
          meeting_id: meeting,
          position: place,
          list_no: place + 1,
          list_group: 1,
          person_id: id(1, person),
          organisation_id: id(3, 0),
          name: `Asta Provsson ${person}`,
          as_written: `Asta Provsson ${person}`,
          capacity: 'ledamot',
          status: 'present',
          mode: 'room',
          items: null,
          line: 30 + place,
        })
      }
    }
  })()
  raw(db).pragma('wal_checkpoint(TRUNCATE)')
  open.close({ at: new Date(0) })
}

/** Opening the page of a person with five hundred meetings, through the core's door. */
export const personPage: Bench = {
  name: 'person-500',
  what: `a person with ${theirs} meetings among ${meetings} and ${people} people`,
  against: 'the budget',
  target: 1,
  async run() {
    const { app, path, call, end } = subject()
    try {
      await call('workspace.close', {})
      fill(path)
      app.openWorkspace(path)
      // The search's index is at hand in a workspace that has been used.
      while ((await call('search.prepare', {})).pending > 0) continue
      const times: number[] = []
      for (let round = 0; round < 25; round += 1) {
        let found: unknown[] = []
        const took = await timed(async () => {
          const view = await call('people.get', { id: id(1, 0) })
          found = [view.meetings.length, view.mentions.length, view.said.length, view.roles.length]
        })
        same(found, [theirs, 50, 50, 1], 'the page')
        if (round >= 5) times.push(took)
      }
      return { ours: median(times), reference: budget }
    } finally {
      end()
    }
  },
}
