/** What the check of a Word document found, in words. */
import { isKey, translate } from './i18n.ts'

/** The sentence of a finding, from word.json: `loadWords('word')` comes first. */
export function wordSentence({ code, where }: { code: string; where: string }): string {
  const key = `word:${code}`
  return isKey(key) ? translate()(key, { where }) : `${code}: ${where}`
}
