/** "§ 3" in the text of minutes: what item of theirs is meant, and what it is numbered now. */
import type { NumberMeant } from '#db/queries/numbers-meant.ts'
import { raise, within, type Passage, type Raised, type Range, type ReviewInput } from './passages.ts'

export type Reference = Range & { number: string }

// A letter belongs to the number, "§ 5 a"; an "i" is the word.
const named =
  /(?:§[ \u00a0]?|(?<!\p{L})(?:punkt|ärende|item)[ \u00a0])(\d{1,6}(?:[ \u00a0][a-hj-z](?!\p{L}))?)(?![\p{L}\d])/giu
/** Of a list, a span, a year's series or a chapter: of something else than one item of these minutes. */
const moreAfter = /^(?:[/:]\d|[.,]\d|\s?[-–]\s?\d)/u
const elsewhereBefore =
  /(?:§|kap\.?|kapitlet|chapter|\p{L}*(?:lag|lagen|stadgar|stadgarna|stadgan|balken|förordningen|reglementet|avtalet|protokoll|protokollet|protokollets|möte|mötet|mötets|act|rules|statutes|minutes)|\d{4}-\d\d-\d\d|\d{4}|\b[A-ZÅÄÖ]{2,6})[ \u00a0,:]*$/u
const elsewhereAfter =
  /^[ \u00a0]*(?:(?:i|av|ur|enligt|of|in)[ \u00a0](?!(?:dag(?:ens)?|detta[ \u00a0]protokoll|dessa[ \u00a0]minnesanteckningar|these[ \u00a0]minutes)(?!\p{L}))|[A-ZÅÄÖ]{2,6}(?!\p{L})|\p{L}*(?:lagen|stadgarna|balken|förordningen|reglementet|avtalet)(?!\p{L})|(?:den[ \u00a0])?\d{1,2}[ \u00a0]\p{L}|\d{4})/u

/** Where a text names an item of its own meeting by number; what names a law, statutes or other minutes is left out. */
export function referencesIn(text: string): Reference[] {
  return [...text.matchAll(named)].flatMap((match): Reference[] => {
    const [words, number = ''] = match
    const to = match.index + words.length
    const [before, after] = [text.slice(Math.max(0, match.index - 40), match.index), text.slice(to, to + 40)]
    if (moreAfter.test(after) || elsewhereBefore.test(before) || elsewhereAfter.test(after)) return []
    return [{ from: match.index, to, number: number.replace('\u00a0', ' ') }]
  })
}

function movedIn(passage: Passage, { view }: ReviewInput, meant: readonly NumberMeant[]): Raised[] {
  const own = meant.filter(({ paragraphId }) => paragraphId === passage.paragraph.id)
  if (own.length === 0) return []
  return referencesIn(passage.text).flatMap(({ from, to, number }): Raised[] => {
    const itemId = own.find((one) => one.number === number)?.itemId
    const now = view.items.find(({ id }) => id === itemId)?.number ?? null
    if (now === null || now === number || within(passage.quoted, from)) return []
    const words = passage.paragraph.text.slice(from, to)
    const put = words.slice(0, words.length - number.length) + now
    return [raise('number-moved', passage, { from, to }, { kind: 'words', text: put })]
  })
}

/** References to items that have got another number since they were written. */
export function references(input: ReviewInput): Raised[] {
  const { meant } = input.known
  return meant.length === 0 ? [] : input.passages.flatMap((passage) => movedIn(passage, input, meant))
}
