/** Mentions of a state of a paragraph that is put back. */
import { z } from 'zod'
import { textSpan, type TextSpan } from '#contract/blocks.ts'
import type { ReadableDb } from '#db/connection.ts'
import { survivorOf } from '#db/queries/identity.ts'
import { presentParagraph, presentSpans, type KeptState } from '#db/queries/text-history.ts'

/** Where words stand; -1 when they stand nowhere or more than once. */
function onlyPlace(text: string, words: string): number {
  const at = text.indexOf(words)
  return text.indexOf(words, at + 1) < 0 ? at : -1
}

/** The present mentions whose words stand once now and once then. */
export function alike(db: ReadableDb, { paragraphId, text }: Pick<KeptState, 'paragraphId' | 'text'>): TextSpan[] {
  const now = presentParagraph(db, paragraphId)?.text ?? ''
  return presentSpans(db, paragraphId).flatMap((span) => {
    const words = now.slice(span.from, span.to)
    const at = onlyPlace(now, words) < 0 ? -1 : onlyPlace(text, words)
    return at < 0 ? [] : [{ ...span, from: at, to: at + words.length }]
  })
}

/** As they stood then, each of whom the register holds it for today; where that is not known, as far as the present tells. */
export function mentionsThen(db: ReadableDb, version: KeptState): TextSpan[] {
  if (version.spans === null) return alike(db, version)
  return z
    .array(textSpan)
    .parse(JSON.parse(version.spans))
    .flatMap((span) => {
      if (span.kind === 'foreign' || span.kind === 'theme') return [span]
      const ref = survivorOf(db, span.kind, span.ref ?? '')
      return ref === null ? [] : [{ ...span, ref }]
    })
}
