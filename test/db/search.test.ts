import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { all, brand, insert, raw, run, type WritableDb } from '#db/connection.ts'
import { migrations } from '#db/migrations/index.ts'
import { migrate } from '#db/open.ts'
import { firstDay, idRange, lastDay, perDay } from '#db/search/days.ts'
import { newest } from '#db/search/find.ts'
import { bringUpToDate, rewriteIndex, waiting } from '#db/search/update.ts'
import { newWorkspace, someDay } from '../helpers/workspace.ts'

const silent = { text: () => undefined, entity: () => undefined }
const everything = { low: Number.MIN_SAFE_INTEGER, high: Number.MAX_SAFE_INTEGER, limit: 100 }
const texts = (db: WritableDb, match: string) => newest(db, { match, ...everything }, false).map((row) => row.text)

function addMeeting(db: WritableDb, id: string, date: string | null, paragraphs: readonly string[]): void {
  const rest =
    'source_id source_from source_to body_id sender start_time end_time place form dnr next_date next_basis next_line'
  insert(db, 'meeting', {
    ...Object.fromEntries(rest.split(' ').map((name) => [name, null])),
    id,
    kind: 'protokoll',
    language: 'sv',
    title: `Sammanträde ${id}`,
    date,
    created_at: someDay.toISOString(),
  })
  insert(db, 'agenda_item', {
    id: `${id}i`,
    meeting_id: id,
    position: 0,
    number: '1',
    number_style: 'plain',
    title: 'Punkt',
    line: null,
  })
  paragraphs.forEach((text, position) =>
    insert(db, 'paragraph', {
      id: `${id}p${position}`,
      item_id: `${id}i`,
      position,
      kind: 'paragraph',
      text,
      line_from: null,
      line_to: null,
    }),
  )
}

describe('the index', () => {
  it('is filled from a workspace of the version before', () => {
    const driver = new Database(':memory:')
    const db = brand(driver)
    const before = migrations.filter(({ version }) => version < 60)
    migrate(db, 0, before)
    addMeeting(db, 'm', '2029-01-02', ['Ordet är kantarell.'])
    migrate(db, 50)
    expect(waiting(db)).toBe(1)
    expect(bringUpToDate(db, 100, silent)).toBe(0)
    expect(texts(db, '"kantarell"')).toEqual(['Ordet är kantarell.'])
  })

  it('takes a backlog in parts and ends with the same order as at once', () => {
    const [a, b] = [newWorkspace().db, newWorkspace().db]
    for (const db of [a, b]) {
      addMeeting(db, 'old', '2020-01-01', ['ord ett', 'ord två'])
      addMeeting(db, 'new', '2021-01-01', ['ord tre', 'ord fyra', 'ord fem'])
      addMeeting(db, 'undated', null, ['ord sex'])
    }
    let parts = 0
    while (waiting(a) > 0) {
      bringUpToDate(a, 2, silent)
      parts += 1
    }
    bringUpToDate(b, 1000, silent)
    expect(parts).toBeGreaterThan(2)
    const expected = ['ord sex', 'ord tre', 'ord fyra', 'ord fem', 'ord ett', 'ord två']
    expect([texts(a, '"ord"'), texts(b, '"ord"')]).toEqual([expected, expected])
  })

  it('keeps the place of a text that is changed, and loses what is removed with its meeting', () => {
    const { db } = newWorkspace()
    addMeeting(db, 'm', '2020-01-01', ['ord ett', 'ord två', 'ord tre'])
    bringUpToDate(db, 100, silent)
    run(db, "UPDATE paragraph SET text = 'ord nytt' WHERE id = 'mp1'")
    bringUpToDate(db, 100, silent)
    expect(texts(db, '"ord"')).toEqual(['ord ett', 'ord nytt', 'ord tre'])
    run(db, 'DELETE FROM meeting')
    bringUpToDate(db, 100, silent)
    expect([texts(db, '"ord"'), all(db, 'SELECT * FROM search_doc')]).toEqual([[], []])
  })

  it('holds no word of what was removed once it is written anew', () => {
    const { db, path, abandon } = newWorkspace()
    addMeeting(db, 'm', '2020-01-01', ['plantatordet här', 'ord kvar'])
    bringUpToDate(db, 100, silent)
    run(db, "DELETE FROM paragraph WHERE id = 'mp0'")
    // Earlier wordings are kept on purpose; an erasure takes the name out of them.
    run(db, 'DELETE FROM paragraph_version')
    rewriteIndex(db)
    raw(db).exec('VACUUM')
    raw(db).pragma('wal_checkpoint(TRUNCATE)')
    const words = () => all<{ term: string }>(db, 'SELECT term FROM search_word').map(({ term }) => term)
    expect(words()).not.toContain('plantatordet')
    expect(texts(db, '"ord"')).toEqual(['ord kvar'])
    // The lock is this process's own: the file is read after closing only.
    abandon()
    expect(readFileSync(path).includes('plantatordet')).toBe(false)
  })

  it('finds lines of texts with their numbers, and none of a text that was withdrawn or read as minutes', () => {
    const { db } = newWorkspace()
    const source = (id: string, kind: string) =>
      insert(db, 'source', {
        id,
        name: `${id}.txt`,
        kind,
        text: 'Rubrik\n\nEn rad om svamp.',
        encoding: 'utf-8',
        sha256: id,
        added_at: someDay.toISOString(),
      })
    source('news', 'text')
    source('minutes', 'minutes')
    bringUpToDate(db, 100, silent)
    const found = newest(db, { match: '"svamp"', ...everything }, false)
    expect(found.map(({ ref, line, title }) => [ref, line, title])).toEqual([['news', 3, 'news.txt']])
    run(db, "UPDATE source SET withdrawn_at = '2030-01-01' WHERE id = 'news'")
    bringUpToDate(db, 100, silent)
    expect(texts(db, '"svamp"')).toEqual([])
  })
})

describe('days', () => {
  it('are as long as what was written, and count on through leap years', () => {
    expect([firstDay('1970'), firstDay('1970-01-02'), firstDay('2024-02-30'), firstDay('nothing')]).toEqual([
      0,
      1,
      firstDay('2024-03'),
      0,
    ])
    expect(lastDay('2024') - firstDay('2024')).toBe(365)
    expect(lastDay('2024-02')).toBe(firstDay('2024-02-29'))
    expect(lastDay('2024-12')).toBe(firstDay('2024-12-31'))
    expect(idRange('2024', '2024')).toEqual({
      low: firstDay('2024-01-01') * perDay,
      high: firstDay('2025-01-01') * perDay - 1,
    })
  })
})
