import { insert, raw } from '#db/connection.ts'
import { openWorkspace } from '#db/open.ts'
import { median, same, timed, type Bench } from '../measure.ts'
import { subject } from '../subject.ts'

const meetings = 10_000
const people = 300
/** Milliseconds: the budget the row is held to. */
const budget = 10

/** Fills a workspace with synthetic meetings of twelve items and twenty participants. */
function fill(path: string): void {
  const open = openWorkspace(path, new Date(0))
  const { db } = open
  const key = (name: string) => ({ sort_key: name, match_key: name, fold_key: name })
  raw(db).transaction(() => {
    insert(db, 'body', { id: 'body', name: 'Provrådet', type: null, parent_id: null, ...key('provrådet') })
    for (let index = 0; index < people; index += 1)
      insert(db, 'person', { id: `person${index}`, name: `Person ${index}`, sort_key: `person ${index}` })
    for (let index = 0; index < meetings; index += 1) {
      const id = `meeting${index}`
      const day = new Date(Date.UTC(1990, 0, 1 + index)).toISOString().slice(0, 10)
      insert(db, 'meeting', {
        id,
        source_id: null,
        source_from: null,
        source_to: null,
        body_id: 'body',
        kind: 'protokoll',
        language: 'sv',
        title: `Sammanträde ${index}`,
        sender: null,
        date: day,
        start_time: null,
        end_time: null,
        place: null,
        form: 'hybrid',
        dnr: null,
        next_date: null,
        next_basis: null,
        next_line: null,
        created_at: day,
      })
      for (let item = 0; item < 12; item += 1)
        insert(db, 'agenda_item', {
          id: `${id}-${item}`,
          meeting_id: id,
          position: item,
          number: String(item + 1),
          number_style: 'paragraph',
          title: `Punkt ${item + 1}`,
          line: null,
        })
      for (let place = 0; place < 20; place += 1)
        insert(db, 'attendance', {
          id: `${id}-p${place}`,
          meeting_id: id,
          position: place,
          list_no: place + 1,
          list_group: 1,
          person_id: `person${(index + place * 7) % people}`,
          organisation_id: null,
          name: `Person ${(index + place * 7) % people}`,
          as_written: `Person ${(index + place * 7) % people}`,
          capacity: 'ledamot',
          status: 'present',
          mode: 'room',
          items: null,
          line: null,
        })
    }
  })()
  raw(db).pragma('wal_checkpoint(TRUNCATE)')
  open.close({ at: new Date(0) })
}

/** Opening a workspace of ten thousand meetings and listing fifty, through the core's door. */
export const openLarge: Bench = {
  name: 'open-large',
  what: `a workspace of ${meetings} meetings opened and 50 listed`,
  against: 'the budget',
  target: 1,
  async run() {
    const { app, path, call, end } = subject()
    try {
      await call('workspace.close', {})
      fill(path)
      const times: number[] = []
      for (let round = 0; round < 15; round += 1) {
        let total = 0
        const took = await timed(async () => {
          app.openWorkspace(path)
          const list = await call('meetings.list', { limit: 50 })
          total = list.total
          same(
            [list.meetings.length, list.meetings[0]?.title, list.meetings[0]?.items],
            [50, `Sammanträde ${meetings - 1}`, 12],
            'the list',
          )
        })
        same(total, meetings, 'number of meetings')
        if (round >= 3) times.push(took)
        await call('workspace.close', {})
      }
      return { ours: median(times), reference: budget }
    } finally {
      end()
    }
  },
}
