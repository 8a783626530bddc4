/** Counts what a run does, so that a test of growth needs no clock. */

/** What reads an array from end to end, or copies it. */
const walks = ['slice', 'indexOf', 'includes', 'toSorted', 'join', 'concat', 'lastIndexOf', 'toReversed'] as const
/** What asks a function about one entry after the other. */
const asks = [
  'map',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'findLastIndex',
  'some',
  'every',
  'flatMap',
  'forEach',
  'reduce',
] as const

export interface Work {
  /** Entries of arrays that were walked, copied or asked about. */
  walked: number
  /** Characters that patterns were matched against. */
  matched: number
}

type Method = (this: unknown, ...given: unknown[]) => unknown

/** What `run` does, whatever the machine is busy with. Each built-in is back in its place afterwards. */
export function workOf(run: () => unknown): Work {
  const work = { walked: 0, matched: 0 }
  const restore: (() => void)[] = []
  const patch = (owner: object, name: string, wrap: (own: Method) => Method): void => {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name)
    const own: unknown = descriptor?.value
    if (descriptor === undefined || typeof own !== 'function') throw new Error(`nothing to count: ${name}`)
    // Every built-in of the two lists is a function of its `this`.
    Object.defineProperty(owner, name, { ...descriptor, value: wrap(own as Method) })
    restore.push(() => Object.defineProperty(owner, name, descriptor))
  }
  for (const name of walks) {
    patch(
      Array.prototype,
      name,
      (own) =>
        function walk(...given) {
          const result = own.apply(this, given)
          work.walked += Array.isArray(result)
            ? result.length
            : typeof result === 'number' && result >= 0
              ? result
              : (this as unknown[]).length
          return result
        },
    )
  }
  for (const name of asks) {
    patch(
      Array.prototype,
      name,
      (own) =>
        function ask(first, ...given) {
          if (typeof first !== 'function') return own.call(this, first, ...given)
          const asked = first
          return own.call(
            this,
            function counted(this: unknown, ...entry: unknown[]): unknown {
              work.walked += 1
              return asked.apply(this, entry)
            },
            ...given,
          )
        },
    )
  }
  patch(
    RegExp.prototype,
    'exec',
    (own) =>
      function match(...given) {
        // Only patterns have this method.
        const pattern = this as RegExp
        const text = String(given[0])
        const from = pattern.global || pattern.sticky ? pattern.lastIndex : 0
        const found = own.apply(this, given)
        // A match ends where the next one goes on; a sticky pattern looks at one place only, as a split does at each.
        if (Array.isArray(found) && (pattern.global || pattern.sticky)) work.matched += pattern.lastIndex - from
        else work.matched += pattern.sticky ? 1 : text.length - from
        return found
      },
  )
  try {
    run()
  } finally {
    for (const back of restore) back()
  }
  return work
}
