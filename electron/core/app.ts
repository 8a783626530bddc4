/**
 * The application without a screen. Every host calls dispatch and nothing else: it looks the method
 * up, checks the input, runs it by its kind and turns errors into codes. One place, so that all
 * hosts behave alike.
 */
import { momentEnd } from '#contract/calendar.ts'
import type { KansliEvent } from '#contract/events.ts'
import type { Reply } from '#contract/envelope.ts'
import { KansliError } from '#contract/errors.ts'
import { methods, type MethodName } from '#contract/methods.ts'
import { raw, reading, revision, run, setRevision, type ReadableDb, type WritableDb } from '#db/connection.ts'
import { isBroken, translated } from '#db/faults.ts'
import { layBack } from '#db/queries/fallen.ts'
import { setBack } from '#db/queries/set-back.ts'
import { recordStep, watchChanges } from '#db/undo.ts'
import type { Opened, TaskContext } from '#core/context.ts'
import { wholeIn } from '#core/exchange/whole.ts'
import { handlers, openedFirst } from '#core/handlers.ts'
import type { Ports } from '#core/ports.ts'
import { WorkspaceKeeper } from '#core/workspace/keeper.ts'

export type App = {
  /** Runs a method. Never throws: every fault is a reply with a code. */
  dispatch(name: string, input: unknown): Promise<Reply>
  /** Hears what changed; returns the way to stop hearing. */
  onEvent(listener: (event: KansliEvent) => void): () => void
  /** Opens the workspace a host was started with, made first when `create`. @throws KansliError */
  openWorkspace(path: string, options?: { create: boolean }): void
  /** Makes a workspace at `path` of a JSON document, or leaves nothing. @throws KansliError as wholeIn */
  makeWorkspace(path: string, json: Uint8Array): void
  /** Copies the open workspace, when anything in it changed, while calls go on. Never rejects. */
  copy(): Promise<void>
  /** Closes the workspace properly. */
  close(): void
}

/** Slower than this is worth a line in the log, in milliseconds. */
const slow = 40

// Undo and redo move between steps, and what waits for a choice is not in the minutes yet: they are none.
const unrecorded = new Set<MethodName>(['history.undo', 'history.redo', 'setAside.set'])
// Shown by the page that asks alone: no other has anything to read again.
const unseen = new Set<MethodName>(['setAside.set'])

/** Writes that join into one undo step while the same thing is being typed. */
function stepKey(name: MethodName, input: unknown): string | null {
  if (name !== 'items.saveText' && name !== 'meetings.setHead' && name !== 'notes.set') return null
  // Both inputs were just parsed: they have an id, and a head's change names its fields.
  const { id, change, group } = input as { id: string; change?: object; group?: number }
  return [id, ...Object.keys(change ?? {}).toSorted(), ...(group === undefined ? [] : [group])].join(' ')
}

/** Keys that JavaScript gives a meaning of its own, which strict schemas do not see. */
function hasMagicKey(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (depth > 64) return true
  if (Array.isArray(value)) return value.some((inner) => typeof inner === 'object' && hasMagicKey(inner, depth + 1))
  return Object.entries(value).some(
    ([key, inner]) =>
      key === '__proto__' || key === 'constructor' || key === 'prototype' || hasMagicKey(inner, depth + 1),
  )
}

/** The moment whose knowledge a call asks for, as a part of its input that `clock` of the contract gives; null: now. */
function knowledgeOf(input: unknown): Knowledge | null {
  if (typeof input !== 'object' || input === null || !('knownAt' in input)) return null
  if (typeof input.knownAt !== 'string') return null
  return { at: momentEnd(input.knownAt), asked: 'id' in input && typeof input.id === 'string' ? input.id : null }
}
/** A moment, and the entry that a call asks for by its id. */
type Knowledge = { at: string; asked: string | null }

function parse(name: string, input: unknown): { name: MethodName; value: unknown } {
  if (!Object.hasOwn(methods, name))
    throw new KansliError('call.unknown-method', { method: name.toWellFormed().slice(0, 80) })
  // Just found in the table.
  const known = name as MethodName
  if (hasMagicKey(input)) throw new KansliError('call.bad-input', { method: known, where: '' })
  const result = methods[known].input.safeParse(input)
  if (result.success) return { name: known, value: result.data }
  const issue = result.error.issues[0]
  const where = (issue?.path ?? []).join('.')
  if (issue?.code === 'too_big') throw new KansliError('call.too-large', { method: known, where })
  throw new KansliError('call.bad-input', { method: known, where })
}

/** Makes the application. It opens nothing until it is asked to. */
export function createApp(ports: Ports): App {
  const listeners = new Set<(event: KansliEvent) => void>()
  const emit = (event: KansliEvent) => listeners.forEach((listener) => listener(event))
  const workspace = new WorkspaceKeeper(ports, () => emit({ type: 'reopened' }))

  const readingOpen = <T>(read: (db: ReadableDb) => T): T => reading(workspace.db, read)
  /**
   * Reads the register as it was at the moment: what has fallen since is laid back, what came since is out, and what was
   * changed since is as it was. Whoever asks what was known then need not know of it.
   */
  const readingAs = (known: Knowledge | null) =>
    known === null
      ? readingOpen
      : <T>(read: (db: ReadableDb) => T): T =>
          reading(workspace.db, read, (db) => {
            layBack(db, known.at)
            setBack(db, known.at, known.asked)
            return true
          })
  function inTransaction<T>(write: (db: WritableDb) => T): T {
    const { db } = workspace
    const driver = raw(db)
    run(db, 'BEGIN IMMEDIATE')
    try {
      const value = write(db)
      // Only what lies under its name is said to be saved, and nothing else is written.
      workspace.assertInPlace()
      run(db, 'COMMIT')
      setRevision(db, revision(db) + 1)
      workspace.savedAt = ports.clock().toISOString()
      return value
    } catch (error) {
      if (driver.inTransaction) run(db, 'ROLLBACK')
      throw error
    }
  }
  const context: TaskContext = { ports, workspace, read: readingOpen, keep: inTransaction, emit }

  async function perform(name: MethodName, input: unknown): Promise<unknown> {
    const { kind } = methods[name]
    // The table gives each name its own input; here, after parsing, the name is known only as one of them.
    const handler = handlers[name] as (context: unknown, input: unknown) => unknown
    const read = readingAs(knowledgeOf(input))
    if (kind === 'read') return read((db) => handler({ db, ports }, input))
    if (kind === 'task') return handler({ ...context, read }, input)
    // As above: the table gives each name its own input.
    const open = openedFirst[name] as ((ports: Ports, input: unknown) => Promise<Opened>) | undefined
    const opened = open === undefined ? {} : { opened: await open(ports, input) }
    watchChanges(workspace.db)
    const value = inTransaction((db) =>
      unrecorded.has(name)
        ? handler({ db, ports }, input)
        : recordStep(db, { method: name, key: stepKey(name, input), at: ports.clock() }, () =>
            handler({ db, ports, ...opened }, input),
          ),
    )
    const savedAt = workspace.savedAt ?? ports.clock().toISOString()
    if (!unseen.has(name)) emit({ type: 'changed', method: name, savedAt })
    // One write has one time: the answer says that of the commit, as everybody else is told.
    return typeof value === 'object' && value !== null && 'savedAt' in value ? { ...value, savedAt } : value
  }

  /** After a fault of the disk only the file itself is believed: it is closed, read whole and opened again. */
  function recover(method: string): void {
    ports.log('error', `${method}: the disk failed`)
    workspace.letGo()
    try {
      workspace.reopen()
    } catch {
      // Every call until then tries again, and says by its code what stands in the way.
    }
  }
  function coded(error: unknown, method: string): Reply {
    if (isBroken(error)) recover(method)
    const found = translated(error, workspace.path ?? '')
    if (found instanceof KansliError) return { ok: false, error: { code: found.code, params: found.params } }
    // A bug: the log gets the place, never the words that were being worked on.
    ports.log(
      'error',
      `${method}: ${error instanceof Error ? `${error.name} ${error.stack?.split('\n').slice(1, 4).join(' ') ?? ''}` : typeof error}`,
    )
    return { ok: false, error: { code: 'call.internal', params: { method } } }
  }

  return {
    async dispatch(name, input) {
      const started = performance.now()
      try {
        const call = parse(name, input)
        return { ok: true, value: await perform(call.name, call.value) }
      } catch (error) {
        return coded(error, name.toWellFormed().slice(0, 80))
      } finally {
        const took = performance.now() - started
        if (took > slow && Object.hasOwn(methods, name)) ports.log('info', `${name} took ${took.toFixed(0)} ms`)
      }
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    openWorkspace(path, options = { create: false }) {
      if (options.create) workspace.create(path)
      else workspace.open(path)
    },
    copy: () => workspace.copy(),
    makeWorkspace: (path, json) => wholeIn(json, path),
    close() {
      workspace.close()
      listeners.clear()
    },
  }
}
