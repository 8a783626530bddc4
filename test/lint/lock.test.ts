import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Locked = { version?: string; optionalDependencies?: Record<string, string> }

const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Record<string, Locked>
}

describe('the lock file', () => {
  it('has every platform’s variant of every package: a clean install fails on any machine otherwise', () => {
    const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).filter(
        (name) => !(`${path}/node_modules/${name}` in lock.packages) && !(`node_modules/${name}` in lock.packages),
      ),
    )
    expect(Object.keys(lock.packages).length).toBeGreaterThan(300)
    expect(missing).toEqual([])
  })
})
