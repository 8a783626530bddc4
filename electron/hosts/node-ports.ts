/** The core's ports on Node: the same for the command line and for the core's own process under either host. */
import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LogLevel, Ports } from '#core/ports.ts'
import { threadSpeller } from './spelling/speller.ts'
import { nodeFiles } from './node-files.ts'

/** Beside the sources and beside the built files alike: both lie two folders below the root. */
export const assetsFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'assets')

/** Folder of documents as the freedesktop user directories name it; null when they do not. */
function documentsOfLinux(home: string): string | null {
  try {
    const config = process.env['XDG_CONFIG_HOME'] ?? join(home, '.config')
    const found = /^XDG_DOCUMENTS_DIR="(.+)"$/m.exec(readFileSync(join(config, 'user-dirs.dirs'), 'utf8'))?.[1]
    const folder = found?.replace(/^\$HOME/, home)
    // The home folder itself is how that file says "none".
    return folder === undefined || normalize(`${folder}/`) === normalize(`${home}/`) ? null : folder
  } catch {
    return null
  }
}

/** Where new workspaces go: KANSLI_DATA, else Kansli in the person's documents. */
export function defaultDataFolder(documents?: string): string {
  const chosen = process.env['KANSLI_DATA']
  if (chosen !== undefined && chosen !== '') return chosen
  const home = homedir()
  const linux = process.platform === 'linux' ? documentsOfLinux(home) : null
  return join(documents ?? linux ?? join(home, 'Documents'), 'Kansli')
}

/** Text of a file under assets/. Throws for a path that leaves it. */
function asset(name: string): string {
  const path = normalize(join(assetsFolder, name))
  if (!path.startsWith(assetsFolder + sep)) throw new Error(`not an asset: ${name}`)
  return readFileSync(path, 'utf8')
}

export type HostParts = Pick<Ports, 'saveFile' | 'pickWorkspace' | 'reader'> & {
  dataFolder: string
  log: (level: LogLevel, message: string) => void
}

export function nodePorts(parts: HostParts): Ports {
  return {
    ...parts,
    clock: () => new Date(),
    newId: () => randomUUID(),
    files: nodeFiles,
    asset,
    sha256: (data) => createHash('sha256').update(data).digest('hex'),
    speller: threadSpeller(),
  }
}
