/** The disk failing under an open workspace: syncs that report a fault, at the driver and in the system itself. */
import { spawnSync, fork } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { KansliError } from '#contract/errors.ts'
import { createWorkspace, openWorkspace } from '#db/open.ts'
import { all } from '#db/connection.ts'
import { createCoreClient, type CoreProcess } from '#hosts/core-process/client.ts'
import { forkReader } from '#hosts/core-process/forked.ts'
import type { FromCore } from '#hosts/core-process/protocol.ts'
import { newApp, type TestApp } from '../helpers/app.ts'
import { someDay, temporaryFolder } from '../helpers/workspace.ts'

type Failing = TestApp & { heard: string[]; logged: string[]; failNext(meanwhile?: () => void): void }

/** An application whose next commit ends as a failed sync does, after `meanwhile`. */
function failingApp(): Failing {
  let meanwhile: (() => void) | null = null
  // Borrowed and given back to the prototype it belongs to.
  const { prepare } = Database.prototype
  Database.prototype.prepare = function (this: Database.Database, sql: string) {
    const statement = prepare.call(this, sql)
    if (sql !== 'COMMIT') return statement
    // COMMIT takes no values, whatever the type of all statements says.
    const commit = statement.run.bind(statement) as () => Database.RunResult
    statement.run = () => {
      if (meanwhile === null) return commit()
      const now = meanwhile
      meanwhile = null
      this.exec('ROLLBACK')
      now()
      throw new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_FSYNC')
    }
    return statement
  } as typeof prepare
  onTestFinished(() => {
    Database.prototype.prepare = prepare
  })
  const [heard, logged]: [string[], string[]] = [[], []]
  const app = newApp({ open: true, onError: (message) => logged.push(message) })
  app.onEvent((event) => heard.push(event.type))
  return { ...app, heard, logged, failNext: (then = () => undefined) => (meanwhile = then) }
}

describe('after a sync that failed', () => {
  it('refuses the write, opens the file anew, tells the page, and goes on with all that was saved', async () => {
    const app = failingApp()
    const first = await app.call('meetings.create', { title: 'Första', kind: 'minutes', date: null, body: null })
    const before = (await app.call('meetings.get', { id: first.id })).version
    app.heard.length = 0
    app.failNext()
    expect(await app.refused('settings.set', { office: 'Osparat' })).toBe('workspace.disk')
    expect(app.heard).toEqual(['reopened'])
    expect(app.logged).toEqual(['settings.set: the disk failed'])
    expect((await app.call('settings.get', {})).office).toBe('')
    expect((await app.call('meetings.get', { id: first.id })).version).toBeGreaterThan(before)
    await app.call('settings.set', { office: 'Sparat' })
    await app.call('history.undo', {})
    await app.call('history.redo', {})
    expect((await app.call('settings.get', {})).office).toBe('Sparat')
  })

  it('answers nothing from memory while the file cannot be opened, and takes it up by itself when it can', async () => {
    const app = failingApp()
    await app.call('settings.set', { office: 'Sparat' })
    app.failNext(() => renameSync(app.path, `${app.path}.moved`))
    expect(await app.refused('settings.set', { office: 'Osparat' })).toBe('workspace.disk')
    expect(await app.refused('settings.set', { office: 'Osparat' })).toBe('workspace.not-found')
    expect(await app.refused('settings.get', {})).toBe('workspace.not-found')
    expect(app.heard).toEqual(['changed'])
    renameSync(`${app.path}.moved`, app.path)
    expect((await app.call('settings.get', {})).office).toBe('Sparat')
    expect(app.heard).toEqual(['changed', 'reopened'])
  })

  it('takes no more writes when the file turns out damaged, and says so until it is closed', async () => {
    const app = failingApp()
    await app.call('workspace.close', {})
    app.openWorkspace(app.path)
    app.failNext(() => {
      const file = openSync(app.path, 'r+')
      for (let page = 2; page < statSync(app.path).size / 4096; page += 1)
        writeSync(file, Buffer.alloc(2000, 0xa5), 0, 2000, page * 4096)
      closeSync(file)
    })
    expect(await app.refused('settings.set', { office: 'Osparat' })).toBe('workspace.disk')
    const sizes = statSync(app.path).size
    expect(await app.refused('settings.set', { office: 'Osparat' })).toBe('workspace.damaged')
    expect(await app.refused('settings.get', {})).toBe('workspace.damaged')
    expect(() => app.openWorkspace(app.path)).toThrow('workspace.damaged')
    expect((await app.call('workspace.close', {})).open).toBeNull()
    expect(statSync(app.path).size).toBe(sizes)
  })

  it('closes and opens another workspace when the one that failed cannot be had', async () => {
    const app = failingApp()
    app.failNext(() => rmSync(app.path))
    expect(await app.refused('settings.set', { office: 'Osparat' })).toBe('workspace.disk')
    expect((await app.call('workspace.create', { name: 'Annan' })).open?.name).toBe('Annan')
    await app.call('settings.set', { office: 'Sparat' })
  })
})

const system = (program: string, ...args: string[]) => spawnSync(program, args).status === 0

/** A closed workspace where nothing can be written: on a read-only disk, or in a closed folder where no disk may be mounted. */
function readOnlyWorkspace(): string {
  const folder = temporaryFolder()
  const path = join(folder, 'a.kansli')
  const mounted = process.getuid?.() === 0 && system('mount', '-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder)
  createWorkspace(path, someDay).close({ at: someDay })
  if (mounted) {
    onTestFinished(() => void system('umount', '-l', folder))
    system('mount', '-o', 'remount,ro', folder)
  } else {
    onTestFinished(() => chmodSync(folder, 0o700))
    chmodSync(folder, 0o500)
  }
  return path
}

describe('a disk that takes no writes', () => {
  it('is named as such when a workspace there is opened, and not a byte is tried', ({ skip }) => {
    if (process.platform === 'win32') return skip('closing a folder takes more than its mode here')
    const path = readOnlyWorkspace()
    let code = 'no error'
    try {
      openWorkspace(path, someDay)
    } catch (error) {
      code = error instanceof KansliError ? error.code : String(error)
    }
    expect(code).toBe('workspace.read-only')
    expect(readdirSync(join(path, '..'))).toEqual(['a.kansli'])
  })
})

const shim = `#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>
static int fails(void) { const char *flag = getenv("SYNC_FAULT"); return flag && access(flag, F_OK) == 0; }
int fsync(int fd) { if (fails()) { errno = EIO; return -1; } return ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(fd); }
int fdatasync(int fd) { if (fails()) { errno = EIO; return -1; } return ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(fd); }
`

/** A library that makes every sync fail while the file named by SYNC_FAULT exists; null where none can be made. */
function syncFault(folder: string): string | null {
  if (process.platform !== 'linux') return null
  const library = join(folder, 'fault.so')
  writeFileSync(join(folder, 'fault.c'), shim)
  return system('cc', '-shared', '-fPIC', '-o', library, join(folder, 'fault.c'), '-ldl') ? library : null
}

describe('a disk whose syncs fail in the system itself', () => {
  it('costs nothing acknowledged, is answered by code as long as it lasts, and is over when the disk is well', async ({
    skip,
  }) => {
    const folder = temporaryFolder()
    const library = syncFault(folder)
    if (library === null) return skip('no C compiler here to make syncs fail with')
    const path = join(folder, 'w.kansli')
    const flag = join(folder, 'fault')
    const spawn = (): CoreProcess => {
      const entry = new URL('../../electron/hosts/core-process/main.ts', import.meta.url)
      const child = fork(fileURLToPath(entry), [], {
        serialization: 'advanced',
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        execArgv: [],
        env: { ...process.env, LD_PRELOAD: library, SYNC_FAULT: flag },
      })
      return {
        send: (message) => void (child.connected && child.send(message, () => undefined)),
        // Written by the core's own main file, as protocol.ts types it.
        onMessage: (listener) => child.on('message', (message) => listener(message as FromCore)),
        onExit: (listener) => child.once('exit', listener),
        kill: () => child.kill('SIGKILL'),
      }
    }
    const core = createCoreClient({
      spawn,
      spawnReader: () => forkReader(),
      dataFolder: folder,
      open: { path, create: true },
      answer: () => Promise.resolve(null),
      log: () => undefined,
    })
    const heard: string[] = []
    core.onEvent((event) => heard.push(event.type))
    const set = async (office: string) => {
      const reply = await core.call('settings.set', { office })
      return reply.ok ? 'saved' : reply.error.code
    }
    try {
      expect(await core.ready).toBeNull()
      expect(await set('Ett')).toBe('saved')
      writeFileSync(flag, '')
      expect(await set('Två')).toBe('workspace.disk')
      expect(await set('Tre')).toBe('workspace.disk')
      expect(heard).not.toContain('reopened')
      rmSync(flag)
      expect(await set('Fyra')).toBe('saved')
      expect(heard).toContain('reopened')
    } finally {
      await core.close()
    }
    const open = openWorkspace(path, someDay)
    expect(all(open.db, "SELECT value FROM setting WHERE id = 'office'")).toEqual([{ value: '"Fyra"' }])
    open.close({ at: someDay })
  })
})
