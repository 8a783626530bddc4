import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['test/{unit,db,contract,lint}/**/*.test.{ts,tsx}'],
    // For what hangs: how quick the machine is judges no test.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // All cores: nobody watches beside it, and half of a small machine would rest.
    maxWorkers: '100%',
  },
})
