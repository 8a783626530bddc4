import { describe, expect, it } from 'vitest'
import en from '#assets/locales/en/extract.json' with { type: 'json' }
import sv from '#assets/locales/sv/extract.json' with { type: 'json' }
import { columnsOf, storedTables } from '#db/queries/whole.ts'
import { isTechnical } from '#core/privacy/report.ts'
import { extractOf } from '#core/privacy/extract.ts'
import { openZip } from '#core/word/zip.ts'
import { insert, run } from '#db/connection.ts'
import { newApp } from '../../helpers/app.ts'
import { plant } from '../../helpers/planted.ts'
import { newWorkspace } from '../../helpers/workspace.ts'

const mark = 'Qvintilia Påhittadotter'

describe('the register extract', () => {
  it('finds a name planted in the text of any table', () => {
    const { db } = newWorkspace()
    const planted = plant(db, mark, () => crypto.randomUUID())
    const { sections } = extractOf(db, { name: mark }, '2030-01-01T00:00:00Z')
    const found = new Set(
      sections.filter(({ rows }) => rows.some(({ why }) => why === 'names')).map(({ table }) => table),
    )
    // These hold choices, numbers and references alone.
    const without = storedTables(db).filter((table) => !planted.includes(table) && !table.startsWith('undo_'))
    expect(without).toEqual([
      'action_carry',
      'approved_number',
      'attendance_for',
      'attendance_interval',
      'decision_series',
      'deputyship',
      'interaction_party',
      'meeting_left',
      'node_position',
      'party',
      'retention_rule',
      'stored_file',
      'text_span',
    ])
    expect(planted.filter((table) => !found.has(table))).toEqual([])
  })

  it('finds every row that points at the person, and what proves it, without the name in it', () => {
    const { db } = newWorkspace()
    const [person, post, tenure] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
    insert(db, 'person', { id: person, name: mark, sort_key: 'x' })
    insert(db, 'post', { id: post, title: 'provminister', sort_key: 'x', match_key: 'x', fold_key: 'x' })
    insert(db, 'tenure', { id: tenure, person_id: person, post_id: post, recorded_at: '2030-01-01' })
    insert(db, 'evidence', { id: crypto.randomUUID(), tenure_id: tenure, quote: 'hon är minister' })
    const why = (table: string) =>
      extractOf(db, { id: person }, '2030-01-01T00:00:00Z').sections.find((one) => one.table === table)?.rows[0]?.why
    expect([why('person'), why('tenure'), why('evidence')]).toEqual(['refers', 'refers', 'proves'])
  })

  it('finds the past states of text that the person had a part in or was mentioned in, also as an entry merged since', () => {
    const { db } = newWorkspace()
    const [person, merged, parted, other] = ['a', 'b', 'c', 'd'].map(() => crypto.randomUUID())
    insert(db, 'person', { id: person ?? '', name: mark, sort_key: 'x' })
    for (const [gone, reversed] of [
      [merged, null],
      [parted, '2030-02-01'],
    ])
      insert(db, 'identity_decision', {
        id: crypto.randomUUID(),
        kind: 'person',
        a_id: person ?? '',
        b_id: gone ?? '',
        verdict: 'same',
        reasons: '[]',
        decided_at: '2030-01-01',
        reversed_at: reversed ?? null,
      })
    const keep = (text: string, column: 'spans' | 'beside', kept: unknown) =>
      run(
        db,
        `INSERT INTO paragraph_version (paragraph_id, item_id, position, kind, text, until, removed, ${column})
         VALUES ('p', 'i', 0, 'motion', ?, '2030-01-01', 1, ?)`,
        [text, JSON.stringify(kept)],
      )
    keep('nämnd', 'spans', [{ from: 0, to: 5, kind: 'person', ref: person }])
    keep('yrkade', 'beside', { contribution: [{ person_id: person, name: 'ledamoten' }] })
    keep('åtog sig', 'beside', { action: [{ owner_person_id: merged, owner: 'ledamoten' }] })
    keep('en annan', 'beside', { contribution: [{ person_id: other, name: 'Tilda Övning' }] })
    keep('isär igen', 'beside', { contribution: [{ person_id: parted, name: 'Tilda Övning' }] })
    keep('vid namn', 'beside', { contribution: [{ person_id: null, name: mark }] })
    const { sections } = extractOf(db, { id: person ?? '' }, '2030-01-01T00:00:00Z')
    const { rows = [] } = sections.find(({ table }) => table === 'paragraph_version') ?? {}
    expect(rows.map(({ why, fields }) => [why, fields.find(({ name }) => name === 'text')?.value])).toEqual([
      ['refers', 'nämnd'],
      ['refers', 'yrkade'],
      ['refers', 'åtog sig'],
      ['names', 'vid namn'],
    ])
  })

  it('tells of what stood beside a past state only what is about the person', () => {
    const { db } = newWorkspace()
    const person = crypto.randomUUID()
    insert(db, 'person', { id: person, name: mark, sort_key: 'x' })
    const others = Array.from({ length: 9 }, (_, at) => ({ role: 'voter', name: `Övning ${at}`, choice: 'no' }))
    const kept = { contribution: [...others, { role: 'mover', person_id: person, name: 'ledamoten' }], action: others }
    run(
      db,
      `INSERT INTO paragraph_version (paragraph_id, item_id, position, kind, text, until, removed, beside)
       VALUES ('p', 'i', 0, 'vote', 'röstade', '2030-01-01', 1, ?)`,
      [JSON.stringify(kept)],
    )
    const { sections } = extractOf(db, { id: person }, '2030-01-01T00:00:00Z')
    const fields = sections.find(({ table }) => table === 'paragraph_version')?.rows[0]?.fields ?? []
    const beside = fields.find(({ name }) => name === 'beside')?.value ?? ''
    expect(JSON.parse(beside)).toEqual({ contribution: [{ role: 'mover', person_id: person, name: 'ledamoten' }] })
  })

  it('has words in both languages for every table and column that a reader sees', () => {
    const { db } = newWorkspace()
    const tables = storedTables(db).filter((table) => !table.startsWith('undo_') && !table.startsWith('search_'))
    const columns = tables
      .flatMap((table) => columnsOf(db, table).map(({ name }) => name))
      .filter((name) => !isTechnical(name))
    for (const words of [sv, en]) {
      expect(tables.filter((table) => !(table in words.tables))).toEqual([])
      expect([...new Set(columns)].filter((column) => !(column in words.columns))).toEqual([])
    }
  })

  it('cuts a long line to what stands around the name', () => {
    const { db } = newWorkspace()
    const far = 'Sådant som rör andra. '.repeat(100)
    insert(db, 'phrase', { id: 'p', position: 0, name: 'Prov', text: `${far}Här talar ${mark} om sitt. ${far}` })
    const { sections } = extractOf(db, { name: mark }, '2030-01-01T00:00:00Z')
    const text = sections[0]?.rows[0]?.fields.find(({ name }) => name === 'text')?.value ?? ''
    expect(text).toContain(`Här talar ${mark} om sitt.`)
    expect(text.length).toBeLessThan(400)
  })

  it('leaves as Word and as JSON, with a line in the log for each', async () => {
    const app = newApp()
    await app.call('meetings.create', {
      title: `Samtal med ${mark}`,
      kind: 'protokoll',
      date: '2030-01-02',
      body: null,
    })
    for (const format of ['json', 'docx'] as const)
      await app.call('privacy.exportExtract', { subject: { name: mark }, format, language: 'sv' })
    const names = [...app.saved.keys()]
    expect(names).toEqual([
      'registerutdrag-qvintilia-pahittadotter-2030-05-06.json',
      'registerutdrag-qvintilia-pahittadotter-2030-05-06.docx',
    ])
    const [json, docx] = [...app.saved.values()]
    expect(new TextDecoder().decode(json)).toContain(`Samtal med ${mark}`)
    const xml = openZip(docx ?? new Uint8Array())
      .read('word/document.xml')
      .toString('utf8')
    expect(xml).toContain(`Samtal med ${mark}`)
    const { entries } = await app.call('privacy.log', {})
    expect(entries.map(({ act }) => act)).toEqual(['export', 'export'])
    expect(JSON.stringify(entries)).not.toContain(mark)
  })

  it('refuses a name too short to mean anybody, and an entry that is not there', async () => {
    const app = newApp()
    expect(await app.refused('privacy.extract', { name: 'Bo' })).toBe('privacy.name-too-short')
    expect(await app.refused('privacy.extract', { id: crypto.randomUUID() })).toBe('entity.not-found')
  })
})
