import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Input } from '#contract/methods.ts'
import { storedTables } from '#db/queries/whole.ts'
import { all, insert, run, type WritableDb } from '#db/connection.ts'
import { openWorkspace } from '#db/open.ts'
import { erasePerson, planErasure } from '#core/privacy/erase.ts'
import { newApp, type TestApp } from '../../helpers/app.ts'
import { list } from '../../helpers/listed.ts'
import { plant } from '../../helpers/planted.ts'
import { someDay } from '../../helpers/workspace.ts'

const name = 'Qvintilia Påhittadotter'
const forms = [name, 'Påhittadotter', 'PÅHITTADOTTER', 'påhittadotter', 'Qvintilia', 'qvintilia', 'pahittadotter']

/** Files of the workspace's folder in which one of the forms stands as bytes. */
function filesWith(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => forms.some((form) => readFileSync(path).includes(Buffer.from(form))))
    .map((path) => path.slice(folder.length + 1))
}

async function person(app: TestApp): Promise<string> {
  const { rows } = await app.call('register.list', { kind: 'person' })
  return rows.find((row) => row.name === name)?.id ?? ''
}

/** A workspace in which a row of every table has the name. */
async function planted(): Promise<{ app: TestApp; id: string }> {
  const app = newApp()
  app.close()
  const open = openWorkspace(app.path, someDay)
  const id = crypto.randomUUID()
  insert(open.db, 'person', { id, name, sort_key: 'qvintilia påhittadotter' })
  insert(open.db, 'person_name', {
    id: crypto.randomUUID(),
    person_id: id,
    text: name,
    match_key: 'qvintilia påhittadotter',
    fold_key: 'qvintilia pahittadotter',
  })
  plant(open.db, name, () => crypto.randomUUID())
  open.close({ at: someDay })
  app.openWorkspace(app.path)
  return { app, id }
}

const minutes = (who: string) =>
  `Provkontoret\n\nMinnesanteckningar möte med provgruppen den 3 maj 2030\n\n1 Öppnande\n\n${who} öppnade mötet.\n\n2 Avslutning\n\nMötet avslutades.\n\nDeltagare\n\n1. ${who}, ordförande\n2. Tilda Övning, ledamot\n`

/** Reads in minutes of each of these. */
async function read(app: TestApp, people: readonly string[]): Promise<void> {
  for (const who of people) {
    const file = { name: `${who}.txt`, text: minutes(who), encoding: 'pasted' as const }
    await app.call('imports.commit', { ...file, links: [], again: true })
  }
}

describe('erasing a person', () => {
  it('leaves no byte of the name in the file, its log, its index or its copies, whatever table had it', async () => {
    const { app, id } = await planted()
    expect(filesWith(app.folder)).toContain('test.kansli')
    // The index is filled and its words are in memory.
    for (;;) if ((await app.call('search.prepare', { rows: 100_000 })).pending === 0) break
    expect((await app.call('search.find', { query: name })).names.map((one) => one.name)).toContain(name)
    expect((await app.call('search.find', { query: 'pahittadotter' })).hits).not.toEqual([])
    const { records } = await app.call('privacy.erasurePreview', { id })
    await app.call('privacy.erase', {
      id,
      mode: 'erase',
      reason: 'request',
      language: 'sv',
      alsoMeetings: records.map(({ meetingId }) => meetingId),
    })
    expect(filesWith(app.folder)).toEqual([])
    for (const query of [name, 'pahittadotter', 'påhitta', 'Pohittadotter']) {
      const found = await app.call('search.find', { query })
      expect({ query, names: found.names, hits: found.hits }).toEqual({ query, names: [], hits: [] })
    }
    app.close()
    expect(filesWith(app.folder)).toEqual([])
  })

  it('leaves none either when the program ends between the erasure and the rewriting of the file', async () => {
    const { app, id } = await planted()
    await app.call('search.find', { query: name })
    app.close()
    const open = openWorkspace(app.path, someDay)
    run(open.db, 'BEGIN')
    const plan = planErasure(open.db, id)
    erasePerson(open.db, plan, new Set(), '[namn borttaget]', () => 'prov')
    run(open.db, 'COMMIT')
    // As a killed process does: no copy, no tidying.
    open.abandon()
    expect(filesWith(app.folder)).not.toEqual([])
    app.openWorkspace(app.path)
    expect(filesWith(app.folder)).toEqual([])
    app.close()
    expect(filesWith(app.folder)).toEqual([])
  })

  it('keeps minutes as they are, and the extract names them as records that stay', async () => {
    const app = newApp()
    await app.call('imports.commit', { name: 'maj.txt', text: minutes(name), encoding: 'pasted' })
    await app.call('meetings.create', { title: `Utkast om ${name}`, kind: 'protokoll', date: null, body: null })
    const id = await person(app)
    const { records } = await app.call('privacy.erase', { id, mode: 'erase', reason: 'request', language: 'sv' })
    expect(records).toHaveLength(1)
    const { meetings } = await app.call('meetings.list', { limit: 10 })
    expect(meetings.map(({ title }) => title)).toContain('Utkast om [namn borttaget]')
    const shown = await app.call('meetings.show', { which: records[0]?.meetingId ?? '' })
    expect(JSON.stringify(shown)).toContain(`${name} öppnade mötet.`)
    const extract = await app.call('privacy.extract', { name })
    expect(extract.records.map(({ meetingId }) => meetingId)).toEqual(records.map(({ meetingId }) => meetingId))
    const tables = new Set(extract.sections.map(({ table }) => table))
    for (const table of ['person', 'person_name', 'tenure', 'undo_change', 'audit_log'])
      expect(tables).not.toContain(table)
    expect(await person(app)).toBe('')
  })

  it('takes the name out of what was written on the way to approved minutes; those stay, locked, with their version', async () => {
    const { app, id } = await planted()
    app.close()
    const words = (db: WritableDb, table: string) => JSON.stringify(all(db, `SELECT * FROM ${table}`)).includes(name)
    const before = openWorkspace(app.path, someDay)
    run(before.db, `UPDATE meeting SET state = 'approved', source_id = NULL`)
    before.close({ at: someDay })
    app.openWorkspace(app.path)
    const { records } = await app.call('privacy.erase', { id, mode: 'erase', reason: 'request', language: 'sv' })
    expect(records).toHaveLength(1)
    app.close()
    const { db, close } = openWorkspace(app.path, someDay)
    const stays = ['agenda_item', 'paragraph', 'decision', 'action', 'contribution', 'approval', 'attachment']
    expect(stays.filter((table) => !words(db, table))).toEqual([])
    expect(words(db, 'minutes_version')).toBe(true)
    const goes = [
      'paragraph_version',
      'review_comment',
      'private_note',
      'action_change',
      'known_word',
      'phrase',
      'set_aside',
      'note_aside',
    ]
    expect([...goes, 'meeting_series', 'series_item'].filter((table) => words(db, table))).toEqual([])
    expect(() => run(db, `UPDATE paragraph SET text = 'annat'`)).toThrow('meeting.locked')
    close({ at: someDay })
  })

  it('reaches approved minutes too when it is told to, whatever locks them', async () => {
    const { app, id } = await planted()
    app.close()
    const before = openWorkspace(app.path, someDay)
    run(before.db, `UPDATE meeting SET state = 'archived'`)
    before.close({ at: someDay })
    app.openWorkspace(app.path)
    const { records } = await app.call('privacy.erasurePreview', { id })
    const alsoMeetings = records.map(({ meetingId }) => meetingId)
    await app.call('privacy.erase', { id, mode: 'erase', reason: 'request', language: 'sv', alsoMeetings })
    expect(filesWith(app.folder)).toEqual([])
    app.close()
    const { db, close } = openWorkspace(app.path, someDay)
    expect(() => run(db, `UPDATE paragraph SET text = 'annat'`)).toThrow('meeting.locked')
    // The version can no longer be shown to be what was approved, and does not say so.
    expect(all(db, 'SELECT sha256 FROM minutes_version')).toEqual([{ sha256: '' }])
    close({ at: someDay })
  })

  it('leaves the marks of other words on those words', async () => {
    const app = newApp()
    const made = await app.call('meetings.create', { title: 'Utkast', kind: 'protokoll', date: null, body: null })
    await list(app, made.id, name, 'Tilda Övning')
    const { items, attendance } = await app.call('meetings.get', { id: made.id })
    const [first, second] = attendance.map(({ personId }) => personId)
    const text = `${name} och Tilda Övning talade om workshop.`
    const mark = (words: string, more: { kind: 'person'; ref: string } | { kind: 'foreign'; ref: null }) => ({
      from: text.indexOf(words),
      to: text.indexOf(words) + words.length,
      ...more,
    })
    const paragraphId = crypto.randomUUID()
    const spans = [
      mark(name, { kind: 'person', ref: first ?? '' }),
      mark('Tilda Övning', { kind: 'person', ref: second ?? '' }),
      mark('workshop', { kind: 'foreign', ref: null }),
    ]
    const operation = { op: 'put' as const, paragraphId, kind: 'paragraph' as const, text, base: null, spans }
    await app.call('items.saveText', { id: items[0]?.id ?? '', operations: [operation], order: [paragraphId] })
    const [gone, elsewhere] = [crypto.randomUUID(), crypto.randomUUID()]
    const other = 'Tilda Övning kom.'
    const tilda = [{ from: 0, to: 12, kind: 'person' as const, ref: second ?? '' }]
    const change = (operations: Input<'items.saveText'>['operations']) =>
      app.call('items.saveText', { id: items[0]?.id ?? '', operations, order: [paragraphId] })
    await change([
      { ...operation, paragraphId: gone },
      { ...operation, paragraphId: elsewhere, text: other, spans: tilda },
    ])
    await change([
      { op: 'remove', paragraphId: gone, base: text },
      { op: 'remove', paragraphId: elsewhere, base: other },
    ])
    await app.call('privacy.erase', { id: first ?? '', mode: 'erase', reason: 'request', language: 'sv' })
    const past = async (id: string) => (await app.call('paragraphs.history', { paragraphId: id })).versions[0]
    for (const id of [gone, elsewhere])
      await app.call('paragraphs.restore', { versionId: (await past(id))?.versionId ?? 0, base: null })
    const { paragraphs = [] } = (await app.call('meetings.get', { id: made.id })).items[0] ?? {}
    expect(paragraphs.find(({ id }) => id === gone)?.spans).toEqual([])
    expect(paragraphs.find(({ id }) => id === elsewhere)?.spans).toEqual(tilda)
    const paragraph = paragraphs.find(({ id }) => id === paragraphId)
    expect(paragraph?.spans.map(({ from, to }) => paragraph.text.slice(from, to))).toEqual(['Tilda Övning', 'workshop'])
  })

  it('leaves nothing of the person in states of text that were kept, and none comes back with one', async () => {
    const app = newApp()
    const made = await app.call('meetings.create', { title: 'Utkast', kind: 'protokoll', date: null, body: null })
    await list(app, made.id, name, 'Q Gift', 'Tilda Övning')
    const { items, attendance } = await app.call('meetings.get', { id: made.id })
    const itemId = items[0]?.id ?? ''
    const [id = '', married = '', other = ''] = attendance.map(({ personId }) => personId)
    const paragraphId = crypto.randomUUID()
    const people = [
      { id: crypto.randomUUID(), role: 'presenter' as const, personId: id, name, choice: null },
      { id: crypto.randomUUID(), role: 'presenter' as const, personId: married, name: 'Q Gift', choice: null },
      { id: crypto.randomUUID(), role: 'presenter' as const, personId: other, name: 'Tilda Övning', choice: null },
    ]
    const text = 'Ta fram underlag'
    const save = (operation: Input<'items.saveText'>['operations'][number]) =>
      app.call('items.saveText', { id: itemId, operations: [operation], order: [] })
    await save({ op: 'put', paragraphId, kind: 'action', text, base: null, people })
    const actionId = (await app.call('meetings.get', { id: made.id })).items[0]?.actions[0]?.id ?? ''
    await app.call('actions.set', { id: actionId, owner: name })
    await app.call('actions.note', { id: actionId, text: `${name} har ringt.` })
    await save({ op: 'remove', paragraphId, base: text })
    await app.call('identity.decide', { kind: 'person', ids: [id, married], verdict: 'same', keep: id })
    const { records } = await app.call('privacy.erasurePreview', { id })
    const alsoMeetings = records.map(({ meetingId }) => meetingId)
    await app.call('privacy.erase', { id, mode: 'erase', reason: 'request', language: 'sv', alsoMeetings })
    expect(filesWith(app.folder)).toEqual([])
    app.close()
    const { db, close } = openWorkspace(app.path, someDay)
    const kept = all<{ beside: string }>(db, 'SELECT beside FROM paragraph_version')
    close({ at: someDay })
    expect(kept.filter(({ beside }) => beside.includes(id) || beside.includes(married))).toEqual([])
    app.openWorkspace(app.path)
    const { versions } = await app.call('paragraphs.history', { paragraphId })
    await app.call('paragraphs.restore', { versionId: versions[0]?.versionId ?? 0, base: null })
    const { paragraphs, actions } = (await app.call('meetings.get', { id: made.id })).items[0] ?? {}
    expect(paragraphs?.[0]?.people).toEqual([
      { ...people[0], personId: null, name: '[namn borttaget]' },
      { ...people[1], personId: null, name: '[namn borttaget]' },
      people[2],
    ])
    expect(actions).toMatchObject([{ id: actionId, owner: '[namn borttaget]' }])
    const { changes } = await app.call('actions.history', { id: actionId })
    expect(changes.map((change) => change.new)).toEqual(['[namn borttaget]', '[namn borttaget] har ringt.'])
    expect(filesWith(app.folder)).toEqual([])
  })

  it('leaves kept rows readable when the name is a word that they use themselves', async () => {
    const app = newApp()
    app.close()
    const before = openWorkspace(app.path, someDay)
    const id = crypto.randomUUID()
    insert(before.db, 'person', { id, name: 'owner', sort_key: 'owner' })
    run(
      before.db,
      `INSERT INTO paragraph_version (paragraph_id, item_id, position, kind, text, until, removed, beside)
       VALUES ('p', 'i', 0, 'action', 'Boka sal', '2030-01-01', 1, ?)`,
      [JSON.stringify({ action: [{ owner: 'owner', due: null }] })],
    )
    before.close({ at: someDay })
    app.openWorkspace(app.path)
    await app.call('privacy.erase', { id, mode: 'erase', reason: 'request', language: 'sv' })
    app.close()
    const { db, close } = openWorkspace(app.path, someDay)
    const [kept] = all<{ beside: string }>(db, 'SELECT beside FROM paragraph_version')
    close({ at: someDay })
    expect(JSON.parse(kept?.beside ?? '')).toEqual({ action: [{ owner: '[namn borttaget]', due: null }] })
  })

  it('cannot be undone, and says so by having no step to undo', async () => {
    const app = newApp()
    await app.call('imports.commit', { name: 'maj.txt', text: minutes(name), encoding: 'pasted' })
    const id = await person(app)
    await app.call('privacy.erase', { id, mode: 'erase', reason: 'request', language: 'sv' })
    expect(await app.refused('history.undo', {})).toBe('undo.nothing')
  })

  it('gives a pseudonym that is the same in the list and in every draft', async () => {
    const app = newApp()
    await app.call('imports.commit', { name: 'maj.txt', text: minutes(name), encoding: 'pasted' })
    await app.call('meetings.create', { title: `Utkast om ${name}`, kind: 'protokoll', date: null, body: null })
    const id = await person(app)
    const { replacement } = await app.call('privacy.erase', {
      id,
      mode: 'pseudonymise',
      reason: 'not-needed',
      language: 'sv',
    })
    expect(replacement).toMatch(/^Person [0-9A-F]{4}$/)
    const { rows } = await app.call('register.list', { kind: 'person' })
    expect(rows.map((row) => row.name)).toContain(replacement)
    const { meetings } = await app.call('meetings.list', { limit: 10 })
    expect(meetings.map(({ title }) => title)).toContain(`Utkast om ${replacement}`)
  })

  it('leaves a word of the name alone where somebody else bears it too', async () => {
    const app = newApp()
    await read(app, [name, 'Orvar Påhittadotter'])
    await app.call('meetings.create', {
      title: 'Påhittadotter och Qvintilia',
      kind: 'protokoll',
      date: null,
      body: null,
    })
    const id = await person(app)
    await app.call('privacy.erase', { id, mode: 'erase', reason: 'request', language: 'sv' })
    const { meetings } = await app.call('meetings.list', { limit: 10 })
    expect(meetings.map(({ title }) => title)).toContain('Påhittadotter och [namn borttaget]')
  })

  it('takes a double family name whole, though each of its words is somebody else’s name too', async () => {
    const app = newApp()
    const double = 'Åsa Provlind Testqvist'
    await read(app, [double, 'Orvar Provlind', 'Tilda Testqvist'])
    await app.call('meetings.create', {
      title: 'Provlind Testqvists plan, Provlind och Testqvist',
      kind: 'protokoll',
      date: null,
      body: null,
    })
    const { rows } = await app.call('register.list', { kind: 'person' })
    const id = rows.find((row) => row.name === double)?.id ?? ''
    expect((await app.call('privacy.erasurePreview', { id })).parts).toEqual(['Åsa', 'Provlind Testqvist'])
    await app.call('privacy.erase', { id, mode: 'erase', reason: 'request', language: 'sv' })
    const { meetings } = await app.call('meetings.list', { limit: 10 })
    expect(meetings.map(({ title }) => title)).toContain('[namn borttaget] plan, Provlind och Testqvist')
  })

  it('empties every table that knows the person by reference', async () => {
    const { app, id } = await planted()
    app.close()
    const before = openWorkspace(app.path, someDay)
    // Within JSON a reference is known to no key of the file.
    const kept = JSON.stringify({ action: [{ owner_person_id: id, owner: 'hon' }] })
    run(before.db, 'UPDATE paragraph_version SET beside = ?', [kept])
    before.close({ at: someDay })
    app.openWorkspace(app.path)
    await app.call('privacy.erase', { id, mode: 'erase', reason: 'request', language: 'sv' })
    app.close()
    const { db, close } = openWorkspace(app.path, someDay)
    const states = all(db, 'SELECT beside FROM paragraph_version')
    expect(states).toEqual([{ beside: JSON.stringify({ action: [{ owner_person_id: null, owner: 'hon' }] }) }])
    const left = storedTables(db).filter((table) => {
      const text = all<Record<string, unknown>>(db, `SELECT * FROM ${table}`).some((row) =>
        Object.values(row).includes(id),
      )
      return text && table !== 'audit_log'
    })
    close({ at: someDay })
    // The list of those present belongs to minutes that stay; the entry it points at says only that somebody was erased.
    expect(left.filter((table) => !['person', 'attendance', 'officer'].includes(table))).toEqual([])
  })
})
