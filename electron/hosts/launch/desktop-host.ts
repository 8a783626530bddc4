/** Starts the desktop program and stays until it has ended. */
import { spawn } from 'node:child_process'
import type { OpenFirst } from '../core-process/protocol.ts'
import { outliveTerminal, whenToEnd } from './lifetime.ts'
import { root } from './root.ts'

/** A program that fails sooner than this never showed its window, in milliseconds. */
const tooSoon = 4000

/** False when it ended at once with a fault: no window was seen, and the browser is the way in. */
export async function runDesktopHost(binary: string, open: OpenFirst | null): Promise<boolean> {
  outliveTerminal()
  const env = { ...process.env }
  // Set by editors built on Electron for their own terminals: the program would run as plain Node.
  delete env['ELECTRON_RUN_AS_NODE']
  const started = performance.now()
  const app = spawn(binary, [root, ...(open === null ? [] : [open.path])], { cwd: root, stdio: 'inherit', env })
  let told = false
  const stop = whenToEnd(() => {
    told = true
    app.kill('SIGTERM')
  })
  const code = await new Promise<number | null>((resolve) => {
    app.on('error', () => resolve(1))
    app.on('exit', resolve)
  })
  stop()
  return told || code === 0 || performance.now() - started > tooSoon
}
