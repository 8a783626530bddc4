/**
 * Words of the index that no text can hold by a likely accident: they begin with a private-use sign, and stand for
 * what hits are filtered by. A filter then costs no more than another word.
 */

const sign = { kind: '\u{E000}', body: '\u{E001}', meeting: '\u{E002}' }

/** First and last sign that begins a tag. */
export const tagSigns = [sign.kind, '\u{E003}'] as const

const plain = (id: string) => id.toLowerCase().replace(/[^0-9a-z]/gu, '')

export function tag(what: keyof typeof sign, id: string): string {
  return sign[what] + plain(id)
}

/** Text of any writing without the signs that begin tags. */
export function untagged(text: string): string {
  return text.replace(/[\u{E000}-\u{E003}]/gu, ' ')
}
