/** Entry of the desktop program; built to dist/desktop/main.js. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as electron from 'electron'
import { runProgram } from './program.ts'

const here = dirname(fileURLToPath(import.meta.url))

runProgram(electron, {
  page: join(here, '..', 'renderer'),
  preload: join(here, 'preload.cjs'),
  core: join(here, 'core-process.js'),
  reader: join(here, 'reader-process.js'),
}).catch((error: unknown) => {
  console.error(error)
  electron.app.exit(1)
})
