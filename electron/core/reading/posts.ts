/** "Mellan den 21 januari 2019 och den 30 november 2021 var hon …": posts with their days and no holder. */
import type { Finding } from '#contract/reading.ts'
import type { Passage } from './passage.ts'
import type { Context } from './context.ts'
import { findDays } from './days.ts'

const dated =
  /(?<![\p{L}])(?:mellan|från och med|från|between|from) (?:den |the )?.{6,30}? (?:och|till och med|till|and|to|until) (?:den |the )?.{4,30}?,? (?:var|är|was|is|served as) ?(?<pronoun>hon|han|she|he)?,? (?<post>[^.;:!?()]{3,120})/iu
const english =
  /(?<![\p{L}])(?<pronoun>she|he) (?:was|served as) (?<post>[^.;:!?()]{3,90}?) (?:from|between) (?:the )?.{4,24}? (?:to|until|and) (?:the )?.{4,24}?(?=[.;,]|$)/iu
const since =
  /(?<![\p{L}])(?:sedan|since) (?:den |the )?.{4,24}?,? (?:är|har|is|has been)? ?(?<pronoun>hon|han|she|he)(?: (?:varit|has been|is))? (?<post>[^.;:!?()]{3,90})/iu

const limit = 400

/** True for a line that tells such days and nothing else: no part of the text around it. */
export function isDatedPost(text: string): boolean {
  return text.length <= limit && dated.test(text) && findDays(text).length >= 2
}

export function readDatedPosts(context: Context): void {
  for (const passage of context.passages) {
    for (const sentence of passage.sentences) {
      const finding = readSentence(context, passage, sentence)
      if (finding !== null) context.collector.add(finding)
    }
  }
}

function readSentence(
  context: Context,
  passage: Passage,
  sentence: { start: number; end: number; text: string },
): Finding | null {
  if (sentence.text.length > limit) return null
  if (passage.people.some((one) => one.start >= sentence.start && one.end <= sentence.end)) return null
  const match = dated.exec(sentence.text) ?? english.exec(sentence.text) ?? since.exec(sentence.text)
  const pronoun = pronounOf(match?.groups?.['pronoun'])
  const post = match?.groups?.['post']?.replace(/^(?:the|a|an) /iu, '').trim() ?? ''
  if (match === null || pronoun === null || post === '' || /\d/u.test(post)) return null
  const days = findDays(match[0], true).filter((day) => day.iso !== null)
  const open = /^(?:sedan|since)/iu.test(match[0])
  const [from, to] = days
  if (from === undefined || (to === undefined && !open)) return null
  return {
    kind: 'tenure',
    person: null,
    pronoun,
    role: /minister|statsråd/iu.test(post) ? 'statsråd' : null,
    title: post,
    organisation: null,
    body: null,
    post: post.charAt(0).toLocaleLowerCase('sv') + post.slice(1),
    span: {
      from: from.iso,
      fromAfter: null,
      to: open ? null : (to?.iso ?? null),
      toKind: open ? 'open' : 'known',
      basis: 'stated',
      seenFrom: context.publication.from,
      seenTo: context.publication.to,
      writtenAfter: null,
    },
    sensitive: false,
    places: [passage.place(sentence.start, sentence.end)],
  }
}

function pronounOf(word: string | undefined): 'hon' | 'han' | null {
  const lower = word?.toLowerCase()
  if (lower === 'hon' || lower === 'she') return 'hon'
  return lower === 'han' || lower === 'he' ? 'han' : null
}
