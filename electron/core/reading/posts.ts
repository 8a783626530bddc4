/**
 * Posts with their days: "Mellan den 21 januari 2019 och den 30 november 2021 var hon …", which names no holder,
 * "Sedan den 5 maj 2020 är NN …", and lists of holders with their days under the post.
 */
import type { Finding } from '#contract/reading.ts'
import { readAffiliations } from './affiliations.ts'
import { isRoleLine } from './annotate.ts'
import type { Passage, Sentence } from './passage.ts'
import { addTenure } from './context.ts'
import type { Context } from './context.ts'
import { findDays } from './days.ts'
import { namedOf } from './named.ts'
import { hasTitle } from './roles.ts'
import { endsFirst, readSpan } from './spans.ts'

const dated =
  /(?<![\p{L}])(?:mellan|från och med|från|between|from) (?:den |the )?(?<first>.{6,30}?) (?:och|till och med|till|and|to|until) (?:den |the )?(?<last>.{4,30}?),? (?:var|är|was|is|served as) ?(?<pronoun>hon|han|she|he)?,? (?<post>[^.;:!?()]{3,120})/iu
const english =
  /(?<![\p{L}])(?<pronoun>she|he) (?:was|served as) (?<post>[^.;:!?()]{3,90}?) (?:from|between) (?:the )?(?<first>.{4,24}?) (?:to|until|and) (?:the )?(?<last>.{4,24}?)(?=[.;,]|$)/iu
const since =
  /(?<![\p{L}])(?:(?:sedan|since) (?:den |the )?(?<first>.{4,24}?),? (?:är|har|is|has been)? ?|(?:från och med|från) (?:den )?(?<from>.{4,24}?),? (?:är|blir) )(?<pronoun>hon|han|she|he)(?: (?:varit|has been|is))? (?<post>[^.;:!?()]{3,90})/iu

const limit = 400

/** True for a line that tells such days and nothing else: no part of the text around it. */
export function isDatedPost(text: string): boolean {
  return text.length <= limit && dated.test(text) && findDays(text).length >= 2
}

export function readDatedPosts(context: Context): void {
  let post: Passage | null = null
  for (const passage of context.passages) {
    const holder = holderLine(passage)
    if (holder === null) post = passage.people.length === 0 && isRoleLine(passage.text) ? passage : null
    else if (post !== null) addHolder(context, passage, holder, post.text.replace(/:$/u, ''))
    for (const sentence of passage.sentences) {
      const finding = readSentence(context, passage, sentence)
      if (finding !== null) context.collector.add(finding)
      readInverted(context, passage, sentence)
    }
  }
}

/** "Sedan den 5 maj 2020 är NN generaldirektör för …": days first, then the one holder, then the post. */
function readInverted(context: Context, passage: Passage, sentence: Sentence): void {
  const inside = passage.people.filter((one) => one.start >= sentence.start && one.end <= sentence.end)
  const [person] = inside
  if (person === undefined || inside.length > 1) return
  const left = passage.text.slice(sentence.start, person.start)
  if (!/^(?:Mellan|Från(?: och med)?|Sedan|Under(?: åren| perioden)?) .{4,70} (?:är|var|blev|blir) $/u.test(left))
    return
  const span = readSpan(sentence.text, context.publication)
  const [post] = readAffiliations(passage, person.end, sentence.end, false)
  if (span === null || post?.title === undefined || post.title === null || !hasTitle(post.title)) return
  addTenure(context, { person: namedOf(person), ...post, span }, passage.place(sentence.start, sentence.end))
}

interface Holder {
  from: string | null
  to: string | null
  open: boolean
}

/** The days of "3 oktober 2014 – 12 mars 2016: NN", a line with one name, its days and nothing else. */
function holderLine(passage: Passage): Holder | null {
  const [person] = passage.people
  if (person === undefined || passage.people.length > 1 || passage.text.length > 120) return null
  const beside = `${passage.text.slice(0, person.start)}\n${passage.text.slice(person.end)}`
  const days = findDays(beside, true).filter((day) => day.iso !== null)
  const [one, two] = days
  if (one === undefined || days.length > 2) return null
  const words = days.reduce((left, day) => left.replace(day.text, ' '), beside.replaceAll(/\([^()\d]{1,30}\)/gu, ''))
  if (!/^(?:[\s:,.()–—-]|den|från|och|med|till|t\.o\.m|fr\.o\.m|sedan|mellan)*$/iu.test(words)) return null
  if (two !== undefined) return endsFirst(one.iso, two.iso) ? null : { from: one.iso, to: two.iso, open: false }
  const [before, after] = [beside.slice(0, one.start), beside.slice(one.end)]
  if (/(?:till|t\.o\.m\.|[–—-])\s*(?:och med )?(?:den )?$/iu.test(before))
    return { from: null, to: one.iso, open: false }
  const open = /sedan|från/iu.test(before) || /^\s*[–—-]\s*(?:$|[:,)\n])/u.test(after)
  return open ? { from: one.iso, to: null, open } : null
}

/** Such a line under the name of a post: one of its holders. */
function addHolder(context: Context, passage: Passage, holder: Holder, title: string): void {
  const [person] = passage.people
  if (person === undefined) return
  const span = {
    from: holder.from,
    fromAfter: null,
    to: holder.to,
    toKind: holder.open ? ('open' as const) : ('known' as const),
    basis: 'stated' as const,
    seenFrom: context.publication.from,
    seenTo: context.publication.to,
    writtenAfter: null,
  }
  addTenure(context, { person: namedOf(person), title, span }, passage.place())
}

/** The day that words give, null where they give none: "den 31 november" is no day, and its year alone no answer. */
function dayOf(words: string | undefined): string | null {
  const [day, ...more] = findDays(words ?? '', true)
  if (day === undefined || more.length > 0) return null
  return day.iso?.length === 4 && /\d\s/u.test((words ?? '').slice(0, day.start)) ? null : day.iso
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
  const open = match.groups?.['last'] === undefined
  const days = { from: dayOf(match.groups?.['first'] ?? match.groups?.['from']), to: dayOf(match.groups?.['last']) }
  if (days.from === null && days.to === null) return null
  // An end before the beginning: one of the two is a slip, and nobody can say which.
  const turned = endsFirst(days.from, days.to)
  const [from, to] = turned ? [null, null] : [days.from, days.to]
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
      from,
      fromAfter: null,
      to,
      toKind: open ? 'open' : to === null ? 'unknown' : 'known',
      basis: turned ? 'unknown' : 'stated',
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
