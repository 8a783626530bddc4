/** What the check of a Word document found, in words. */
import i18next from 'i18next'
import { translate } from './i18n.ts'
import type { Key } from './resources.ts'

/** The sentence of a finding, from word.json: `loadWords('word')` comes first. */
export function wordSentence({ code, where }: { code: string; where: string }): string {
  const key = `word:${code}`
  // Just seen to exist; word.json is another layer's file and not among the typed ones.
  return i18next.exists(key) ? translate()(key as Key, { where }) : `${code}: ${where}`
}
