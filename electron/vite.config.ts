import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * The desktop program: main, the core's process and the one that opens files as modules, and the preload script as one CommonJS
 * file, which is all a sandboxed page can load. Everything is bundled but Electron and the native driver.
 */
export default defineConfig(({ mode }) => ({
  root: here('..'),
  publicDir: false,
  logLevel: 'warn',
  // Its other build calls a package as a function that is none.
  resolve: { alias: { 'hunspell-asm': here('../node_modules/hunspell-asm/dist/cjs/index.js') } },
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
  build: {
    ssr: true,
    outDir: here('../dist/desktop'),
    emptyOutDir: mode === 'desktop',
    target: 'node24',
    minify: false,
    sourcemap: false,
    rolldownOptions:
      mode === 'preload'
        ? { input: here('preload/preload.ts'), output: { format: 'cjs', entryFileNames: 'preload.cjs' } }
        : {
            input: {
              main: here('hosts/desktop/main.ts'),
              'core-process': here('hosts/core-process/main.ts'),
              'spelling-worker': here('hosts/spelling/worker.ts'),
              'reader-process': here('hosts/core-process/reader-main.ts'),
            },
            output: {
              format: 'es',
              entryFileNames: '[name].js',
              chunkFileNames: '[name].js',
              // Hunspell was written for modules that know their folder.
              banner: ({ name }) => (name === 'spelling-worker' ? 'const __dirname = import.meta.dirname' : ''),
            },
          },
  },
}))
