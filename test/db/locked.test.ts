/** The locks of approved minutes, tried past the application: they stand in the file. */
import { describe, expect, it } from 'vitest'
import { all, insert, raw, run, type WritableDb } from '#db/connection.ts'
import { translated } from '#db/faults.ts'
import { KansliError } from '#contract/errors.ts'
import { moveHistory, recordStep, watchChanges } from '#db/undo.ts'
import { entry, newId, put } from './identity-register.ts'
import { newApp } from '../helpers/app.ts'
import { openWorkspace } from '#db/open.ts'
import { newWorkspace, someDay } from '../helpers/workspace.ts'

const at = someDay.toISOString()

/** What a write answers: a code, or that it went through. */
function answer(write: () => void): string {
  try {
    write()
    return 'done'
  } catch (error) {
    const told = translated(error, 'prov')
    return told instanceof KansliError ? told.code : String(error)
  }
}

type Row = Record<string, string | number | null>

/** Minutes with a row in every table that the locks know, and a second set that is still a draft. */
function minutes(db: WritableDb) {
  const person = entry(db, 'person', 'Prov Låsdotter')
  const firm = entry(db, 'organisation', 'Låsverket')
  const make = () => {
    const meeting = put(db, 'meeting', {
      kind: 'protokoll',
      language: 'sv',
      title: 'Prov',
      created_at: at,
      body_id: entry(db, 'body', 'Provgruppen'),
    })
    const item = put(db, 'agenda_item', { meeting_id: meeting, position: 0, number_style: 'plain', title: 'Ett' })
    const paragraph = put(db, 'paragraph', { item_id: item, position: 0, kind: 'vote', text: 'Ord.' })
    const said = { item_id: item, paragraph_id: paragraph, position: 0, text: 'Ord.', inline: 1 }
    const seat = { list_group: 1, person_id: person, name: 'Prov', as_written: 'Prov', status: 'present', mode: 'room' }
    const attendance = put(db, 'attendance', { meeting_id: meeting, position: 0, ...seat, organisation_id: firm })
    return {
      meeting,
      agenda_item: item,
      paragraph,
      decision: put(db, 'decision', said),
      action: put(db, 'action', said),
      officer: put(db, 'officer', { meeting_id: meeting, role: 'chair', position: 0, name: 'Prov', person_id: person }),
      attendance,
      attendance_for: put(db, 'attendance_for', { attendance_id: attendance, organisation_id: firm }),
      attendance_interval: put(db, 'attendance_interval', {
        attendance_id: attendance,
        position: 0,
        mode: 'room',
        began: 'start',
      }),
      deputyship: put(db, 'deputyship', {
        attendance_id: attendance,
        seat_id: attendance,
        position: 0,
        began: 'start',
      }),
      contribution: put(db, 'contribution', {
        paragraph_id: paragraph,
        position: 0,
        role: 'voter',
        choice: 'yes',
        name: 'Prov',
        person_id: person,
      }),
      attachment: put(db, 'attachment', {
        meeting_id: meeting,
        position: 0,
        title: 'Bilaga',
        file_name: 'b.pdf',
        size: 1,
        sha256: 'x',
      }),
      approval: put(db, 'approval', {
        meeting_id: meeting,
        version: 1,
        role: 'chair',
        name: 'Prov',
        asked_on: '2026-01-01',
      }),
    }
  }
  return { person, firm, one: make(), other: make() }
}
type Part = keyof ReturnType<typeof minutes>['one']
type Child = Exclude<Part, 'meeting'>

/** A change of each that a reader of the minutes would see. */
const change: Readonly<Record<Part, string>> = {
  meeting: "title = 'Annat'",
  agenda_item: "title = 'Annat'",
  paragraph: "text = 'Annat'",
  decision: "text = 'Annat'",
  action: "text = 'Annat'",
  officer: "name = 'Annan'",
  attendance: "status = 'absent'",
  attendance_for: 'attendance_id = @other',
  attendance_interval: "to_time = '10:00'",
  deputyship: "from_time = '10:00'",
  contribution: "choice = 'no'",
  attachment: "title = 'Annat'",
  approval: "outcome = 'approved', answered_on = '2026-01-02'",
}
const children = Object.keys(change).filter((name): name is Child => name !== 'meeting')

describe.each(['approved', 'archived'])('minutes that are %s', (state) => {
  it('have their locks in every table that a trigger of the file names', () => {
    const { db } = newWorkspace()
    const names = all<{ tbl: string }>(
      db,
      `SELECT DISTINCT tbl_name AS tbl FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'locked\\_%' ESCAPE '\\'`,
    )
    expect(names.map(({ tbl }) => tbl).toSorted()).toEqual(Object.keys(change).toSorted())
  })

  it.each(children)('take no row more, no change and no removal in %s; a draft takes each', (table) => {
    const { db } = newWorkspace()
    const { one, other } = minutes(db)
    run(db, 'UPDATE meeting SET state = ? WHERE id = ?', [state, one.meeting])
    const tried = (of: typeof one, elsewhere: typeof one) => {
      const [row] = all<Row>(db, `SELECT * FROM ${table} WHERE id = ?`, [of[table]])
      return [
        answer(() => insert(db, table, { ...row, id: newId() })),
        answer(() =>
          raw(db)
            .prepare(`UPDATE ${table} SET ${change[table]} WHERE id = @id`)
            .run({ id: of[table], other: elsewhere.attendance }),
        ),
        answer(() => run(db, `DELETE FROM ${table} WHERE id = ?`, [of[table]])),
      ]
    }
    expect(tried(one, other)).toEqual(['meeting.locked', 'meeting.locked', 'meeting.locked'])
    run(db, "UPDATE meeting SET state = 'draft' WHERE id = ?", [other.meeting])
    const free = tried(other, other)
    expect(free).toEqual(['done', 'done', 'done'])
  })

  it('are not changed in their head and not removed, nor does a row come to them from a draft', () => {
    const { db } = newWorkspace()
    const { one, other } = minutes(db)
    run(db, 'UPDATE meeting SET state = ? WHERE id = ?', [state, one.meeting])
    for (const set of [
      change.meeting,
      'body_id = NULL',
      "date = '2031-01-01'",
      "place = 'x'",
      "dnr = 'x'",
      'number = 3',
    ])
      expect([set, answer(() => run(db, `UPDATE meeting SET ${set} WHERE id = ?`, [one.meeting]))]).toEqual([
        set,
        'meeting.locked',
      ])
    expect(answer(() => run(db, 'DELETE FROM meeting WHERE id = ?', [one.meeting]))).toBe('meeting.locked')
    expect(
      answer(() => run(db, 'UPDATE paragraph SET item_id = ? WHERE id = ?', [one.agenda_item, other.paragraph])),
    ).toBe('meeting.locked')
    expect(
      answer(() => run(db, 'UPDATE agenda_item SET meeting_id = ? WHERE id = ?', [one.meeting, other.agenda_item])),
    ).toBe('meeting.locked')
    expect(answer(() => run(db, 'DELETE FROM meeting WHERE id = ?', [other.meeting]))).toBe('done')
  })

  it('let live on what lives on: the state of an action, who is who, the number of a decision', () => {
    const { db } = newWorkspace()
    const { one } = minutes(db)
    const [person, firm, body] = [
      entry(db, 'person', 'Prov Annan'),
      entry(db, 'organisation', 'Annat verk'),
      entry(db, 'body', 'Annan grupp'),
    ]
    run(db, 'UPDATE meeting SET state = ? WHERE id = ?', [state, one.meeting])
    const free = (table: Part, set: string, value: string | number) =>
      answer(() => run(db, `UPDATE ${table} SET ${set} = ? WHERE id = ?`, [value, one[table]]))
    expect([
      free('action', 'status', 'done'),
      free('action', 'owner_person_id', person),
      free('decision', 'number', 7),
      free('officer', 'person_id', person),
      free('attendance', 'person_id', person),
      free('attendance', 'organisation_id', firm),
      free('attendance_for', 'organisation_id', firm),
      free('contribution', 'person_id', person),
      free('agenda_item', 'presenter_id', person),
      free('meeting', 'body_id', body),
      free('meeting', 'state', state === 'approved' ? 'archived' : 'approved'),
    ]).toEqual(Array.from({ length: 11 }, () => 'done'))
    // But not whether somebody spoke for anybody.
    expect(answer(() => run(db, 'UPDATE attendance SET organisation_id = NULL'))).toBe('meeting.locked')
  })

  it('open again only with a reason on record for the version that was approved last', () => {
    const { db } = newWorkspace()
    const { one } = minutes(db)
    const meeting_id = one.meeting
    run(db, 'UPDATE meeting SET state = ? WHERE id = ?', [state, meeting_id])
    const open = () => answer(() => run(db, "UPDATE meeting SET state = 'draft' WHERE id = ?", [meeting_id]))
    // Past the list of tables that undo watches: these rows are a record.
    const record = (table: string, row: Row) =>
      raw(db)
        .prepare(
          `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
            .map((name) => `@${name}`)
            .join(', ')})`,
        )
        .run(row)
    const approved = (version: number) =>
      record('minutes_version', {
        id: newId(),
        meeting_id,
        version,
        approved_on: '2031-01-01',
        made_at: at,
        content: '{}',
        sha256: 'x',
      })
    const unlocked = (version: number) =>
      record('minutes_unlock', { id: newId(), meeting_id, version, reason: 'Fel i § 1.', at })
    expect(open()).toBe('meeting.locked')
    approved(1)
    expect(open()).toBe('meeting.locked')
    unlocked(1)
    approved(2)
    expect(open()).toBe('meeting.locked')
    expect(() => record('minutes_unlock', { id: newId(), meeting_id, version: 2, reason: '', at })).toThrow('CHECK')
    unlocked(2)
    expect(open()).toBe('done')
    expect(answer(() => run(db, "UPDATE paragraph SET text = 'Annat' WHERE id = ?", [one.paragraph]))).toBe('done')
  })

  it('open again too when they were approved before any version was kept', () => {
    const { db } = newWorkspace()
    const { one } = minutes(db)
    run(db, 'UPDATE meeting SET state = ? WHERE id = ?', [state, one.meeting])
    raw(db)
      .prepare(`INSERT INTO minutes_unlock (id, meeting_id, version, reason, at) VALUES (?, ?, 0, 'Fel.', ?)`)
      .run(newId(), one.meeting, at)
    expect(answer(() => run(db, "UPDATE meeting SET state = 'draft' WHERE id = ?", [one.meeting]))).toBe('done')
  })

  it('refuse every edit of the screen, also one that only points elsewhere', async () => {
    const app = newApp()
    const made = await app.call('meetings.create', { title: 'Prov', kind: 'protokoll', date: null, body: 'Provrådet' })
    const guest = { capacity: null, group: null, status: 'present', mode: 'room', items: null } as const
    const given = { meetingId: made.id, name: 'Prov Låsdotter', organisation: 'Låsverket', ...guest }
    const { id } = await app.call('attendance.add', given)
    const item = (await app.call('meetings.get', { id: made.id })).items[0]?.id ?? ''
    app.close()
    const open = openWorkspace(app.path, someDay)
    run(open.db, 'UPDATE meeting SET state = ?', [state])
    open.close({ at: someDay })
    app.openWorkspace(app.path)
    const before = await app.call('meetings.get', { id: made.id })
    const paragraphId = newId()
    const put_ = { op: 'put', paragraphId, kind: 'paragraph', text: 'Nytt.', base: null }
    const tries: [string, unknown][] = [
      ['meetings.setHead', { id: made.id, change: { title: 'Annat' } }],
      ['meetings.setHead', { id: made.id, change: { body: 'Annat råd' } }],
      ['meetings.setOfficers', { id: made.id, role: 'chair', names: ['Prov Låsdotter'] }],
      ['meetings.remove', { id: made.id }],
      ['items.add', { meetingId: made.id, after: null, title: 'Två', number: null }],
      ['items.set', { id: item, title: 'Annat' }],
      ['items.remove', { id: item }],
      ['items.saveText', { id: item, operations: [put_], order: [paragraphId] }],
      ['attendance.add', { ...given, name: 'En Annan' }],
      ['attendance.set', { id, status: 'absent' }],
      ['attendance.set', { id, name: 'En Annan' }],
      ['attendance.set', { id, organisation: 'Annat verk' }],
      ['attendance.remove', { id }],
    ]
    for (const [method, input] of tries)
      expect([method, input, await app.refused(method, input)]).toEqual([method, input, 'meeting.locked'])
    expect({ ...(await app.call('meetings.get', { id: made.id })), version: 0 }).toEqual({ ...before, version: 0 })
  })

  it('refuse that their approval is undone, and let what was done to them since be', () => {
    const { db } = newWorkspace()
    const { one } = minutes(db)
    watchChanges(db)
    const step = (write: () => void) =>
      raw(db).transaction(() => recordStep(db, { method: 'items.add', key: null, at: someDay }, write))()
    const undo = () => answer(() => raw(db).transaction(() => moveHistory(db, 'undo'))())
    step(() => run(db, 'UPDATE meeting SET state = ? WHERE id = ?', [state, one.meeting]))
    step(() => run(db, "UPDATE action SET status = 'done' WHERE id = ?", [one.action]))
    step(() => run(db, "UPDATE meeting SET approve_by = '2031-01-01' WHERE id = ?", [one.meeting]))
    expect([undo(), undo(), undo()]).toEqual(['done', 'done', 'meeting.locked'])
    expect(
      all(db, 'SELECT m.state, a.status FROM meeting m, action a WHERE m.id = ? AND a.id = ?', [
        one.meeting,
        one.action,
      ]),
    ).toEqual([{ state, status: 'open' }])
  })
})
