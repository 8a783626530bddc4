/** When a program started from a terminal has to end: a signal, to it or to its whole group, or the end of whoever started it. */

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
  // A starter that is killed tells nobody; its children are given to another parent.
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid !== parent) tell('orphaned')
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
