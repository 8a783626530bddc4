import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { handlers } from '#core/handlers.ts'
import { nodePorts } from '#hosts/node-ports.ts'
import { raw, run } from '#db/connection.ts'
import { openWorkspace } from '#db/open.ts'
import { copiesWhileOpen } from '#db/snapshots.ts'
import { recordStep, watchChanges } from '#db/undo.ts'
import { plainBlock, told, type Batch, type Block } from '../../../renderer/features/meetings/text/blocks.ts'
import { Saver } from '../../../renderer/features/meetings/text/saver.ts'
import { readerHere } from '../../helpers/reader.ts'
import { storeMeeting } from '../long-meeting.ts'
import { same, type Bench } from '../measure.ts'
import { subject } from '../subject.ts'

/** Milliseconds: the budget the row is held to. */
const budget = 500
const keys = 300
/** Milliseconds between two keys: constant typing, the longest wait there is. */
const pace = 60
const megabytes = 100

/** The slowest of a hundred, by rank. */
function slowest(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN
}

/** Keys through the saver into a large workspace while the program copies it again and again, as it does all day long. */
export const saveBackup: Bench = {
  name: 'save-backup',
  what: `the slowest of a hundred keys until it is acknowledged, while ${megabytes} MB are copied`,
  against: 'the budget',
  target: 1,
  async run() {
    const { call, folder, path, end } = subject()
    try {
      const { items } = await storeMeeting(call, 'Möte', 20)
      await call('workspace.close', {})
      const { db, close, copy } = openWorkspace(path, new Date())
      const ports = nodePorts({
        reader: readerHere,
        dataFolder: folder,
        log: () => undefined,
        saveFile: (name) => Promise.resolve(name),
        pickWorkspace: () => Promise.resolve(null),
      })
      for (let megabyte = 0; megabyte < megabytes; megabyte += 1)
        run(db, 'INSERT INTO stored_file (id, bytes) VALUES (?, ?)', [`bench${megabyte}`, randomBytes(1 << 20)])
      raw(db).pragma('wal_checkpoint(TRUNCATE)')
      same(statSync(path).size >= megabytes << 20, true, 'the size of the workspace')
      watchChanges(db)

      const item = items[10]
      if (item === undefined) throw new Error('the minutes have no tenth page')
      const read = () => {
        const found = raw(db).prepare('SELECT id, text FROM paragraph WHERE item_id = ? ORDER BY position').all(item.id)
        // Two columns, by name.
        return (found as { id: string; text: string }[]).map(({ id, text }) => plainBlock(id, 'paragraph', text))
      }
      // As the core writes: one transaction, one step to take back.
      const send = async (batch: Batch) => {
        await new Promise((resolve) => setImmediate(resolve))
        run(db, 'BEGIN IMMEDIATE')
        const reply = recordStep(db, { method: 'items.saveText', key: item.id, at: new Date() }, () =>
          handlers['items.saveText']({ db, ports }, { id: item.id, ...told(batch) }),
        )
        run(db, 'COMMIT')
        acknowledged(batch.operations.length)
        return reply
      }

      const times: number[] = []
      let waiting: number[] = []
      let sent: number[] = []
      const acknowledged = (count: number) => {
        if (count > 0) times.push(...sent.map((since) => performance.now() - since))
      }
      const start = read()
      let blocks: readonly Block[] = start
      const saver = new Saver(
        { blocks, version: 0 },
        {
          send: (batch) => {
            sent = waiting
            waiting = []
            return send(batch)
          },
          read: () => Promise.resolve({ blocks: read(), version: 0 }),
          codeOf: String,
          timers: {
            now: () => performance.now(),
            set: (work, wait) => setTimeout(work, wait),
            // Given out by `set` alone.
            clear: (handle) => clearTimeout(handle as NodeJS.Timeout),
          },
          replaced: () => undefined,
          changed: () => undefined,
        },
      )

      let typing = true
      let copies = 0
      const copying = (async () => {
        while (typing) {
          if (await copy(new Date())) copies += 1
          await new Promise((resolve) => setImmediate(resolve))
        }
      })()
      for (let key = 0; key < keys; key += 1) {
        const due = performance.now() + pace
        blocks = blocks.map((block, index) => (index === 4 ? { ...block, text: `${block.text}a` } : block))
        waiting.push(performance.now())
        saver.edit(blocks)
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())))
      }
      await saver.flush()
      typing = false
      await copying
      same(copies > 0, true, 'a copy was made while keys were typed')
      same([times.length, read()[4]?.text], [keys, `${start[4]?.text}${'a'.repeat(keys)}`], 'the stored letters')
      const everything = (of: typeof db) =>
        raw(of).prepare('SELECT id, position, text FROM paragraph ORDER BY id').raw().all()
      await copy(new Date())
      const whole = openWorkspace(copiesWhileOpen(path)[0] ?? '', new Date())
      same(everything(whole.db), everything(db), 'the text in the copy')
      whole.close({ at: new Date() })
      close({ at: new Date() })
      return { ours: slowest(times), reference: budget }
    } finally {
      end()
    }
  },
}
