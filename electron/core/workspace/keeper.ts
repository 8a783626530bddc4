/** Holds the one open workspace, and knows the others by opaque handles. */
import { KansliError } from '#contract/errors.ts'
import type { WorkspaceInfo } from '#contract/workspace.ts'
import type { WritableDb } from '#db/connection.ts'
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
  readonly #handles = new Map<string, string>()
  #open: OpenWorkspace | null = null
  savedAt: string | null = null

  constructor(ports: Ports) {
    this.#ports = ports
  }

  get path(): string | null {
    return this.#open?.path ?? null
  }

  /** @throws KansliError workspace.none-open */
  get db(): WritableDb {
    if (this.#open === null) throw new KansliError('workspace.none-open')
    return this.#open.db
  }

  /** @throws KansliError workspace.gone when what is written would no longer be found under its name */
  assertInPlace(): void {
    this.#open?.assertInPlace()
  }

  /** Opens another workspace; the one that was open stays if the new one can't be opened. */
  open(path: string): void {
    if (path === this.path) return
    this.#take(() => openWorkspace(path, this.#ports.clock()))
  }

  create(path: string): void {
    this.#take(() => createWorkspace(path, this.#ports.clock()))
  }

  close(): void {
    const open = this.#open
    this.#open = null
    this.savedAt = null
    const failed = open?.close({ at: this.#ports.clock() }) ?? null
    // It is closed all the same: what was saved is in it, or in the log beside it.
    if (failed !== null) this.#ports.log('error', `no copy was made at close: ${faultCode(failed)}`)
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
