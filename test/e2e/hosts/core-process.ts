/** The core's own process behind a loopback host, found as the system lists processes: to be killed, stopped and starved. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import type { RunningHost } from './loopback.ts'

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    // The process ended meanwhile.
    return ''
  }
}

/** Process ids by their parents'. The second field of a stat is a name in brackets, which may hold anything. */
function parents(): Map<number, number> {
  return new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => {
        const stat = read(`/proc/${name}/stat`)
        return [Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])]
      }),
  )
}

/** Why a host's core cannot be reached here; null when it can. */
export const noCore = process.platform === 'linux' ? null : 'processes are found through /proc, which only Linux has'
/** Why no process can be kept from writing here; null when one can. */
export const noLimit = spawnSync('prlimit', ['--version']).status === 0 ? null : 'prlimit (util-linux) is not installed'

/** The core of a host now: another one after a crash. Undefined while there is none. */
export function coreOf(host: RunningHost): number | undefined {
  const known = parents()
  const under = (pid: number): boolean => {
    const parent = known.get(pid)
    return parent !== undefined && (parent === host.process.pid || under(parent))
  }
  return [...known.keys()].find((pid) => read(`/proc/${pid}/cmdline`).includes('core-process/main.ts') && under(pid))
}

/** Bytes that a process may write to one file from now on; null: as many as it likes. */
export function limitFiles(pid: number, bytes: number | null): void {
  const limit = `--fsize=${bytes ?? 'unlimited'}:unlimited`
  const { status, stderr } = spawnSync('prlimit', ['--pid', String(pid), limit], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`prlimit: ${stderr}`)
}
