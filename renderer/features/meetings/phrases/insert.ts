/** Puts a phrase into the text, with what the meeting knows; the first place to fill in is selected. */
import type { Output } from '#contract/methods.ts'
import { clock, longDate } from '../../../i18n/dates.ts'
import type { EditorApi } from '../editor/api.ts'
import type { SlashEntry } from '../editor/slash.ts'
import { clockNow } from '../people/acts.ts'
import type { View } from '../text/savers.ts'
import { filled, placesIn } from './fields.ts'

export type Phrase = Output<'phrases.list'>['phrases'][number]

/** What places are filled with at once, under their names in both languages. `now` is the clock where one sits. */
export function knownPlaces({ head, officers }: Pick<View, 'head' | 'officers'>, now: Date): Map<string, string> {
  const known = new Map<string, string>()
  const put = (names: readonly string[], value: string | null) => {
    if (value !== null) for (const name of names) known.set(name, value)
  }
  const day = (iso: string | null) => (iso === null || iso.length < 10 ? null : longDate(iso, head.language))
  const officer = (role: string) => officers.find((one) => one.role === role)?.name ?? null
  put(['datum', 'date'], day(head.date))
  put(['tid', 'time'], clock(clockNow(now), head.language))
  put(['ordförande', 'chair'], officer('chair'))
  put(['sekreterare', 'secretary'], officer('secretary'))
  put(['nästa möte', 'next meeting'], day(head.nextDate))
  return known
}

export function insertPhrase(editor: EditorApi, phrase: Phrase, now = new Date()): void {
  const lines = filled(phrase.text, knownPlaces(editor.view(), now))
    .split('\n')
    .filter((line) => line.trim() !== '')
  const [first = ''] = lines
  const place = placesIn(first)[0]
  const caret = editor.caret()
  const into = phrase.kind === 'paragraph' && lines.length === 1
  if (!into || caret === null) {
    const blocks = lines.map((text) => ({ kind: phrase.kind, text }))
    editor.insertBlocks(blocks, 0, place === undefined ? undefined : { from: place.from, to: place.to })
    return
  }
  const space = /[\p{L}\p{N}.,;:!?]$/u.test(caret.before) ? ' ' : ''
  editor.insertText(space + first)
  const start = caret.offset + space.length
  if (place !== undefined) editor.select(caret.blockId, start + place.from, start + place.to)
}

/** The office's phrases as rows of the `/` menu. */
export function phraseEntries(phrases: readonly Phrase[]): SlashEntry[] {
  return phrases.map((phrase) => ({
    id: `phrase-${phrase.id}`,
    label: phrase.name,
    hint: phrase.text,
    run: (editor) => insertPhrase(editor, phrase),
  }))
}
