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
              ? // While it is read no empty page is drawn: that would take from the machine what the scripts need.
                tag.replace(' crossorigin', ' blocking="render" crossorigin')
              : // The helpers are inside, see below.
                name === 'rolldown'
                ? ''
                : `<link rel="modulepreload" crossorigin href="${file}">`,
      )
      if (!/<script [^>]* async [^>]*\/ask-/.test(early)) throw new Error('the page does not load the first questions')
      return early
    },
  },
}

/**
 * Lets the page's own first scripts be compiled whole on the threads that read them. The page's own thread, which all
 * waits for, would otherwise read every function of theirs again at its first call. Not so React: more than half of
 * it is not called before the first screen.
 */
const compiledWhole: Plugin = {
  name: 'compiled-whole',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || (chunk.name !== 'ask' && chunk.name !== 'first')) continue
        // The browser looks for it before the first function only.
        chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`
      }
    },
  },
}

const helperImport = /import\{([^}]*)\}from"\.\/rolldown-runtime-[^"]+";?/
/** `a as b,c` of an import or export as the members of an object pattern or literal. */
const members = (list: string, turned: boolean) =>
  list
    .split(',')
    .map((part) => part.trim().split(' as '))
    .map(([own = '', other = own]) => (turned ? `${other}:${own}` : `${own}:${other}`))
    .join(',')

/**
 * Gives the first scripts the bundler's few helper lines each, instead of one more file that all of them wait for.
 * Where the helpers look otherwise they stay a file of their own, which pages fetched later use in any case.
 */
const helpersInside: Plugin = {
  name: 'helpers-inside',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const helpers = chunks.find(({ name }) => name === 'rolldown-runtime')?.code
      const given = helpers === undefined ? null : /^([^]*)export\{([^}]*)\};?\s*$/.exec(helpers)
      if (given === null) return
      const [, body = '', list = ''] = given
      for (const chunk of chunks) {
        if (chunk.name !== 'react' && chunk.name !== 'first') continue
        chunk.code = chunk.code.replace(
          helperImport,
          (_import, wanted: string) =>
            `const{${members(wanted, false)}}=(()=>{${body}return{${members(list, true)}}})();`,
        )
      }
    },
  },
}

export default defineConfig({
  root,
  base: './',
  publicDir: false,
  plugins: [react(), ownLanguagesOnly, facesEarly, asksEarly, helpersInside, compiledWhole],
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
