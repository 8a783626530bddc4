import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const root = import.meta.dirname

/**
 * react-aria carries its few hidden words in some thirty languages. Those of other languages than the
 * interface's own are replaced by nothing; it then falls back to English.
 */
const ownLanguagesOnly: Plugin = {
  name: 'own-languages-only',
  enforce: 'pre',
  load(id) {
    const locale = /\/react-(?:aria|stately)\/.*\/([a-z]{2}-[A-Z]{2})\.(?:mjs|js)$/.exec(id)?.[1]
    return locale === undefined || locale === 'sv-SE' || locale === 'en-US' ? null : 'export default {}'
  },
}

const firstFaces = /(ibm-plex-sans-latin-(400|500|600)-normal|source-serif-4-latin-wght-normal)-[^/]+\.woff2$/

/** Asks for the faces of the first screen beside its scripts, not after them: no text waits for its letters. */
const facesEarly: Plugin = {
  name: 'faces-early',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => firstFaces.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `./${file}`, crossorigin: true },
          injectTo: 'head',
        })),
  },
}

/**
 * Lets the script of the first questions run as soon as it is there, and starts the page by one script: module
 * scripts wait for each other otherwise, and each is run as one more task.
 */
const asksEarly: Plugin = {
  name: 'asks-early',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      const early = html.replace(
        /<script type="module" crossorigin src="([^"]+\/(\w+)-[^"]+)"><\/script>/g,
        (tag, file: string, name: string) =>
          name === 'ask'
            ? tag.replace(' crossorigin', ' async crossorigin')
            : name === 'first'
              ? tag
              : `<link rel="modulepreload" crossorigin href="${file}">`,
      )
      if (!/<script [^>]* async [^>]*\/ask-/.test(early)) throw new Error('the page does not load the first questions')
      return early
    },
  },
}

const firstScripts = new Set(['ask', 'react', 'first'])

/**
 * Lets the first scripts be compiled whole on the threads that read them. The page's own thread, which all waits for,
 * would otherwise read every function of theirs again at its first call.
 */
const compiledWhole: Plugin = {
  name: 'compiled-whole',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        // The browser looks for it before the first function only.
        if (chunk.type === 'chunk' && firstScripts.has(chunk.name))
          chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`
      }
    },
  },
}

export default defineConfig({
  root,
  base: './',
  publicDir: false,
  plugins: [react(), ownLanguagesOnly, facesEarly, asksEarly, compiledWhole],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'es2024',
    // A data: address is no 'self' to the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    sourcemap: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Asks while the rest is still read.
            { name: 'ask', test: /[\\/]start[\\/]ask-first\.ts$/, priority: 2 },
            // React's half is as big as the rest: two files are read and compiled beside each other.
            { name: 'react', test: /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 1 },
            // All else that the first screen needs comes in one file: fewer questions before it can be used.
            { name: 'first', test: /[\\/]renderer[\\/]main\.tsx$/ },
          ],
        },
      },
    },
  },
})
