/** Sentences for a terminal: the command line's own and those of coded errors. */
import i18next, { type TOptions } from 'i18next'
import svCli from '#assets/locales/sv/cli.json' with { type: 'json' }
import svErrors from '#assets/locales/sv/errors.json' with { type: 'json' }
import svTypes from '#assets/locales/sv/types.json' with { type: 'json' }
import svWord from '#assets/locales/sv/word.json' with { type: 'json' }
import enCli from '#assets/locales/en/cli.json' with { type: 'json' }
import enErrors from '#assets/locales/en/errors.json' with { type: 'json' }
import enTypes from '#assets/locales/en/types.json' with { type: 'json' }
import enWord from '#assets/locales/en/word.json' with { type: 'json' }
import type { DocumentFinding } from '#contract/word.ts'
import type { CodedError } from './core-process/protocol.ts'

export type Language = 'sv' | 'en'

type PluralEnding = '_one' | '_other'
type WithoutPlural<K extends string> = K extends `${infer Stem}${PluralEnding}` ? Stem : K
/** Keys of a nested file with dots between, plural endings left off. */
type KeysOf<T> = {
  [K in keyof T & string]: T[K] extends string ? WithoutPlural<K> : `${K}.${KeysOf<T[K]>}`
}[keyof T & string]

export type CliKey = KeysOf<typeof svCli>

export type Words = {
  language: Language
  t(key: CliKey, values?: TOptions): string
  /** The word of an organisation's or a body's type; one that somebody made up is said as it is. */
  type(type: string): string
  /** The sentence of a finding in a Word document. */
  finding(finding: DocumentFinding): string
  /** The sentence of a coded error. */
  error(error: CodedError): string
}

/** Swedish where the system says so, else English. */
export function systemLanguage(): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  const set = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '')
  const locale = set ?? Intl.DateTimeFormat().resolvedOptions().locale
  return /^sv(?![a-z])/i.test(locale) ? 'sv' : 'en'
}

export function wordsIn(language: Language): Words {
  const instance = i18next.createInstance()
  // Resources are at hand, so that this is done when it returns.
  instance
    .init({
      lng: language,
      fallbackLng: false,
      initAsync: false,
      resources: {
        sv: { cli: svCli, errors: svErrors, types: svTypes, word: svWord },
        en: { cli: enCli, errors: enErrors, types: enTypes, word: enWord },
      },
      ns: ['cli', 'errors', 'types', 'word'],
      defaultNS: 'cli',
      interpolation: { escapeValue: false },
    })
    .catch(() => undefined)
  // Keys are checked by CliKey; the compiler knows i18next's own keys only as the screen's.
  const translate = instance.t as unknown as (key: string, values?: TOptions) => string
  return {
    language,
    t: (key, values) => translate(key, values ?? {}),
    type: (type) => translate(type, { ns: 'types', defaultValue: type, nsSeparator: false, keySeparator: false }),
    finding: ({ code, where }) => translate(code, { where, ns: 'word' }),
    error: ({ code, params }) => translate(code, { ...params, ns: 'errors' }),
  }
}
