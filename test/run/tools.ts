/** Running one tool under this very Node, its words kept until somebody needs them. */
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
export const results = join(root, 'test-results')

export type Ran = { ok: boolean; output: string; timedOut: boolean }
export type RunOptions = { seconds?: number; env?: Record<string, string>; onLine?: (line: string) => void }

const running = new Set<() => void>()

/** Ends what is running, for Ctrl+C. */
export function endAll(): void {
  for (const end of running) end()
}

/** Runs a program in the project's folder. Never rejects. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: {
        ...process.env,
        // The project's own tools and its own Node come first, whoever started this.
        PATH: `${join(root, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env['PATH'] ?? ''}`,
        NO_COLOR: '1',
        FORCE_COLOR: '0',
        ...options.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    })
    let output = ''
    let timedOut = false
    const end = () => {
      try {
        // A tool has children of its own; they end with it.
        if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL')
        else child.kill('SIGKILL')
      } catch {
        // It has just ended by itself.
      }
    }
    running.add(end)
    const timer =
      options.seconds === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true
            end()
          }, options.seconds * 1000)
    const take = (chunk: Buffer) => {
      output += chunk.toString()
      for (const line of chunk.toString().split('\n')) if (line.trim() !== '') options.onLine?.(line)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    const done = (ok: boolean) => {
      clearTimeout(timer)
      running.delete(end)
      resolve({ ok, output, timedOut })
    }
    child.on('error', (error) => {
      output += error.message
      done(false)
    })
    child.on('close', (code) => done(code === 0))
  })
}

/** A tool of the project by the file that is its program. */
export function tool(file: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return run(process.execPath, [join(root, 'node_modules', file), ...args], options)
}
