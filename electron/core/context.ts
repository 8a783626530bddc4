/** What a handler gets, by the kind of its method. */
import type { KansliEvent } from '#contract/events.ts'
import type { MethodName, methods, Output, Parsed } from '#contract/methods.ts'
import type { ReadableDb, WritableDb } from '#db/connection.ts'
import type { Reading } from '#core/exchange/read.ts'
import type { Ports } from '#core/ports.ts'
import type { WorkspaceKeeper } from '#core/workspace/keeper.ts'

/** Files from outside that a write works on: a transaction never waits for them. */
export type Opened = { contacts: Reading }

export type ReadContext = { db: ReadableDb; ports: Ports }
export type WriteContext = {
  db: WritableDb
  ports: Ports
  /** What `openedFirst` says of the method, opened before its transaction began. */
  opened?: Opened
}
export type TaskContext = {
  ports: Ports
  workspace: WorkspaceKeeper
  /** Reads from the open workspace; throws workspace.none-open. */
  read<T>(run: (db: ReadableDb) => T): T
  /** Writes what is no act of the person (a first layout): a transaction, but no undo step. */
  keep<T>(run: (db: WritableDb) => T): T
  emit(event: KansliEvent): void
}

type ContextOf = { read: ReadContext; write: WriteContext; task: TaskContext }

/** read and write are synchronous by type: a transaction never waits. */
export type Handler<K extends MethodName> = (typeof methods)[K]['kind'] extends 'task'
  ? (context: TaskContext, input: Parsed<K>) => Promise<Output<K>> | Output<K>
  : (context: ContextOf[(typeof methods)[K]['kind']], input: Parsed<K>) => Output<K>

export type Handlers = { [K in MethodName]: Handler<K> }
/** The handlers of one feature, by the prefix of their names. */
export type HandlersOf<Prefix extends string> = {
  [K in Extract<MethodName, `${Prefix}.${string}`>]: Handler<K>
}
