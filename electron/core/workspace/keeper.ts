/** Holds the one open workspace, and knows the others by opaque handles. */
import { KansliError } from '#contract/errors.ts'
import type { WorkspaceInfo } from '#contract/workspace.ts'
import { revision, setRevision, type WritableDb } from '#db/connection.ts'
import { finishErasure } from '#db/rewrite.ts'
import { createWorkspace, openWorkspace, type OpenWorkspace } from '#db/open.ts'
import type { Ports } from '#core/ports.ts'

export const extension = '.kansli'
const recentFile = 'recent.json'
const keptRecent = 12

/** The system's own word for what went wrong, such as ENOSPC. */
function faultCode(error: unknown): string {
  const cause = error instanceof KansliError ? error.cause : error
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'unknown'
}

export class WorkspaceKeeper {
  readonly #ports: Ports
  readonly #reopened: () => void
  readonly #handles = new Map<string, string>()
  #open: OpenWorkspace | null = null
  /** What was let go after a fault of its disk and is not back yet; `refused` when the file itself was found unsound. */
  #lost: { path: string; revision: number; refused: KansliError | null } | null = null
  savedAt: string | null = null

  /** @param reopened hears that the workspace was taken up again after a fault */
  constructor(ports: Ports, reopened: () => void) {
    this.#ports = ports
    this.#reopened = reopened
  }

  get path(): string | null {
    return this.#open?.path ?? this.#lost?.path ?? null
  }

  /**
   * @throws KansliError workspace.none-open; after a fault of the disk, when the workspace cannot be
   * opened again yet, what openWorkspace throws
   */
  get db(): WritableDb {
    if (this.#lost !== null) this.reopen()
    if (this.#open === null) throw new KansliError('workspace.none-open')
    return this.#open.db
  }

  /** Lets go of the workspace after a fault of its disk: nothing is read or written until the file was found sound. */
  letGo(): void {
    if (this.#open === null) return
    const { db, path, abandon } = this.#open
    this.#lost = { path, revision: revision(db), refused: null }
    this.#open = null
    abandon()
  }

  /** Takes up again what letGo() left, after reading the whole file. @throws KansliError as openWorkspace */
  reopen(): void {
    const lost = this.#lost
    if (lost === null) return
    if (lost.refused !== null) throw lost.refused
    try {
      this.#open = openWorkspace(lost.path, this.#ports.clock(), { check: true })
    } catch (error) {
      // Reading it again would find the same; a disk that does not answer is asked again.
      if (error instanceof KansliError && error.code === 'workspace.damaged') lost.refused = error
      throw error
    }
    setRevision(this.#open.db, Math.max(revision(this.#open.db), lost.revision + 1))
    this.#lost = null
    this.#ports.log('warn', 'the workspace was checked and opened again after a fault of its disk')
    this.#reopened()
  }

  /** @throws KansliError workspace.gone when what is written would no longer be found under its name */
  assertInPlace(): void {
    this.#open?.assertInPlace()
  }

  /** Opens another workspace; the one that was open stays if the new one can't be opened. */
  open(path: string): void {
    if (this.#open?.path === path) return
    const check = this.#lost?.path === path
    this.#take(() => openWorkspace(path, this.#ports.clock(), { check }))
  }

  create(path: string): void {
    this.#take(() => createWorkspace(path, this.#ports.clock()))
  }

  /** Copies the open workspace as it is now, while work in it goes on. What fails is said in the log. */
  async copy(): Promise<void> {
    try {
      await this.#open?.copy(this.#ports.clock())
    } catch (error) {
      this.#ports.log('warn', `no copy was made while the workspace is open: ${faultCode(error)}`)
    }
  }

  close(): void {
    const open = this.#open
    this.#open = null
    this.#lost = null
    this.savedAt = null
    const failed = open?.close({ at: this.#ports.clock() }) ?? null
    // It is closed all the same: what was saved is in it, or in the log beside it.
    if (failed !== null) this.#ports.log('error', `no copy was made at close: ${faultCode(failed)}`)
  }

  /** Writes the file anew with one fresh copy, after somebody was erased. */
  finishErasure(): void {
    const { db, path } = this
    if (path !== null) finishErasure(db, path, this.#ports.clock())
  }

  #take(make: () => OpenWorkspace): void {
    const next = make()
    this.close()
    this.#open = next
    this.#remember(next.path)
  }

  info(path: string): WorkspaceInfo {
    const { files } = this.#ports
    let handle = [...this.#handles].find(([, known]) => known === path)?.[0]
    if (handle === undefined) this.#handles.set((handle = this.#ports.newId()), path)
    const name = files.split(path).name
    return {
      handle,
      path,
      name: name.endsWith(extension) ? name.slice(0, -extension.length) : name,
      changedAt: files.info(path)?.changedAt ?? null,
    }
  }

  /** @throws KansliError workspace.not-found */
  pathOf(handle: string): string {
    const path = this.#handles.get(handle)
    if (path === undefined) throw new KansliError('workspace.not-found', { file: '' })
    return path
  }

  /** Lately opened workspaces and those of the data folder that still exist, newest change first. */
  known(): WorkspaceInfo[] {
    const { files, dataFolder } = this.#ports
    const paths = new Set([...this.#recent(), ...files.list(dataFolder, extension).map((file) => file.path)])
    return [...paths]
      .map((path) => this.info(path))
      .filter((info) => info.changedAt !== null)
      .toSorted((a, b) => (b.changedAt ?? '').localeCompare(a.changedAt ?? ''))
  }

  #recent(): string[] {
    const { files, dataFolder } = this.#ports
    try {
      const list: unknown = JSON.parse(new TextDecoder().decode(files.read(files.join(dataFolder, recentFile))))
      return Array.isArray(list) ? list.filter((path): path is string => typeof path === 'string') : []
    } catch {
      // A missing or spoilt list costs nothing but the memory of it.
      return []
    }
  }

  #remember(path: string): void {
    const { files, dataFolder } = this.#ports
    const before = this.#recent()
    if (before[0] === path) return
    const list = [path, ...before.filter((known) => known !== path)].slice(0, keptRecent)
    try {
      files.write(files.join(dataFolder, recentFile), new TextEncoder().encode(JSON.stringify(list)))
    } catch {
      this.#ports.log('warn', 'the list of recent workspaces could not be written')
    }
  }
}
