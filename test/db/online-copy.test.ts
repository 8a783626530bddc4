import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { all, insert, run } from '#db/connection.ts'
import { copyWhileOpen, stopCopying } from '#db/online-copy.ts'
import { createWorkspace } from '#db/open.ts'
import { copies, copiesFolder, copiesWhileOpen } from '#db/snapshots.ts'
import { temporaryFolder } from '../helpers/workspace.ts'

const day = new Date('2030-05-06T08:00:00Z')
const turn = () => new Promise((resolve) => setImmediate(resolve))

/** A workspace of some megabytes. */
function filled() {
  const path = join(temporaryFolder(), 'w.kansli')
  const open = createWorkspace(path, day)
  for (let one = 0; one < 6; one += 1)
    run(open.db, 'INSERT INTO stored_file (id, bytes) VALUES (?, ?)', [`f${one}`, new Uint8Array(1 << 20).fill(one)])
  return { ...open, path }
}

const settings = (path: string) => {
  const driver = new Database(path, { readonly: true })
  const keys = driver.prepare('SELECT id FROM setting ORDER BY id').pluck().all()
  const mode: unknown = driver.pragma('journal_mode', { simple: true })
  driver.close()
  return { keys, mode }
}

describe('a copy of the open workspace', () => {
  it('holds what was written while it was made, and opens from a disk that cannot be written', async () => {
    const { db, path, copy, close } = filled()
    let done = false
    let turns = 0
    const copying = copy(day).finally(() => (done = true))
    while (!done) {
      await turn()
      turns += 1
      if (turns === 20) insert(db, 'setting', { id: 'late', value: '1' })
    }
    expect(await copying).toBe(true)
    const [made] = copiesWhileOpen(path)
    expect(settings(made ?? '')).toEqual({
      keys: all<{ id: string }>(db, 'SELECT id FROM setting ORDER BY id').map(({ id }) => id),
      mode: 'delete',
    })
    // Six megabytes in pieces of 64 kilobytes.
    expect(turns).toBeGreaterThan(90)
    close({ at: day })
  })

  it('is made only when something changed, and takes the place of the one before', async () => {
    const { db, path, copy, close } = filled()
    expect([await copy(day), await copy(day)]).toEqual([true, false])
    const [first] = copiesWhileOpen(path)
    insert(db, 'setting', { id: 'more', value: '1' })
    expect(await copy(day)).toBe(true)
    const after = copiesWhileOpen(path)
    expect([after.length, after[0] === first]).toEqual([1, false])
    close({ at: day })
  })

  it('goes when the workspace is closed, and takes no place among the three of its closings', async () => {
    const { db, path, copy, close } = filled()
    insert(db, 'setting', { id: 'more', value: '1' })
    await copy(day)
    close({ at: day })
    expect(copies(path).map((name) => name.slice(25))).toEqual(['closed.kansli'])
  })

  it('takes away what a program that was killed left of one', async () => {
    const { db, path, copy, close } = filled()
    insert(db, 'setting', { id: 'more', value: '1' })
    await copy(day)
    for (const rest of ['.part', '.part-journal'])
      writeFileSync(join(copiesFolder(path), `000009-2030-05-05T080000-open.kansli${rest}`), 'Qvintilia')
    close({ at: day })
    expect(readdirSync(copiesFolder(path)).map((name) => name.slice(25))).toEqual(['closed.kansli'])
  })

  it('leaves nothing when it is stopped or the workspace is closed under it', async () => {
    for (const end of ['stop', 'close'] as const) {
      const { db, path, close } = filled()
      const copying = copyWhileOpen(db, path, day)
      await turn()
      await turn()
      expect(await copyWhileOpen(db, path, day)).toBe(null)
      if (end === 'stop') stopCopying(db)
      else close({ at: day })
      expect(await copying).toBe(null)
      const left = existsSync(copiesFolder(path)) ? readdirSync(copiesFolder(path)) : []
      expect(left.filter((name) => !name.endsWith('closed.kansli'))).toEqual([])
      if (end === 'stop') close({ at: day })
    }
  })
})
