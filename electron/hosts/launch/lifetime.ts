/** When a program started from a terminal has to end: a signal, to it or to its whole group, or the end of whoever started it. */
import { readFileSync } from 'node:fs'

/** Parent of our parent, where the system tells it: npm stands behind the shell that it runs scripts in. */
function grandparent(): string {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'latin1')
    // The second field is a name in brackets, which may hold anything.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? ''
  } catch {
    return ''
  }
}

/** Calls `end` once, however many of the reasons come. Returns the way to stop watching. */
export function whenToEnd(end: (reason: NodeJS.Signals | 'orphaned') => void): () => void {
  let told = false
  const tell = (reason: NodeJS.Signals | 'orphaned') => {
    if (told) return
    told = true
    end(reason)
  }
  const signals: NodeJS.Signals[] =
    process.platform === 'win32' ? ['SIGINT', 'SIGTERM', 'SIGBREAK'] : ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, tell)
  // npm that is killed tells nobody; what it started is given to another parent. Somebody who starts
  // this without npm and leaves wants it to go on.
  const starters = () => `${process.ppid} ${grandparent()}`
  const started = starters()
  const byNpm = process.env['npm_lifecycle_event'] !== undefined
  const watch = setInterval(() => {
    if (byNpm && starters() !== started) tell('orphaned')
  }, 500)
  watch.unref()
  return () => {
    clearInterval(watch)
    for (const signal of signals) process.off(signal, tell)
  }
}

/** A terminal that has gone must not end the program in the middle of closing. */
export function outliveTerminal(): void {
  process.stdout.on('error', () => undefined)
  process.stderr.on('error', () => undefined)
}
