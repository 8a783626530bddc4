/** The command line in processes of its own, as a person or a script uses it. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

export const projectRoot = join(import.meta.dirname, '..', '..')

export type Ended = { code: number | null; out: string; err: string }

/** Runs one command from `folder`, as npm does: in the project, with the person's own folder beside. */
export function kansliIn(folder: string, args: readonly string[], stdin: string | Uint8Array = ''): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(projectRoot, 'electron/hosts/launch/kansli.mjs'), ...args], {
      cwd: projectRoot,
      env: { ...process.env, INIT_CWD: folder, KANSLI_DATA: join(folder, 'data'), LC_ALL: 'en_GB.UTF-8' },
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
    child.on('close', (code) => resolve({ code, out, err }))
    child.stdin.on('error', () => undefined)
    child.stdin.end(stdin)
  })
}
