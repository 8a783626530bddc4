/** Where the project lies: the launchers run from its sources only. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')
export const distFolder = join(root, 'dist')
