/** Comparison of texts that ignores what typography and line breaks change. */
import { alternatives } from './expected.ts'
import type { Accepted } from './expected.ts'

/** Dashes, quotes, spaces and case made equal; marks at the ends that belong to the sentence, not the name, removed. */
export function normal(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\u00ad/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[“”„»«]/g, '"')
    .replace(/[’‘‚´`]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-•*"]+/, '')
    .replace(/[\s.,;:"]+$/, '')
    .toLowerCase()
}

/** A decision or action: `normal`, and the conjunction that ties it to the next is no part of it. */
export function normalClause(text: string): string {
  return normal(normal(text).replace(/,? (och|samt|and)$/, ''))
}

/** Letters and digits only: what has to survive when lines are joined and marks are read. */
export function squeezed(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** True when `actual` is one of the accepted values. */
export function accepts(expected: Accepted, actual: string | null): boolean {
  return alternatives(expected).some((one) =>
    one === null || actual === null ? one === actual : normal(one) === normal(actual),
  )
}

/** As `accepts`, but a longer or shorter wording of the same is right too. */
export function acceptsLoosely(expected: Accepted, actual: string | null): boolean {
  return alternatives(expected).some((one) => {
    if (one === null || actual === null) return one === actual
    const wanted = normal(one)
    const got = normal(actual)
    return wanted.includes(got) || got.includes(wanted)
  })
}

/** Numbers of items: spaces, § and brackets do not matter; a letter alone may be led by its parent's number. */
export function acceptsNumber(expected: Accepted, actual: string | null): boolean {
  const bare = (number: string): string => normal(number).replace(/[\s§()]|\.$/g, '')
  return alternatives(expected).some((one) => {
    if (one === null || actual === null) return one === actual
    const wanted = bare(one)
    const got = bare(actual)
    return wanted === got || (/^[a-zåäö]$/.test(wanted) && /^[\divx/]+$/.test(got.slice(0, -1)) && got.endsWith(wanted))
  })
}

/** A decision's words: the clause itself, or for one inside running text the sentence around it. */
export function acceptsDecision(expected: Accepted, inline: boolean, actual: string): boolean {
  const got = normalClause(actual)
  return alternatives(expected).some((one) => {
    if (one === null) return false
    const wanted = normalClause(one)
    if (wanted === got) return true
    return inline && got.includes(wanted) && got.length <= wanted.length + 160
  })
}

/** An action's words: the core of the label is in the text, or most of the label is what was taken. */
export function acceptsAction(expected: Accepted, actual: string): boolean {
  const got = normalClause(actual).replace(/^att /, '')
  return alternatives(expected).some((one) => {
    if (one === null) return false
    const wanted = normalClause(one).replace(/^att /, '')
    return got.includes(wanted) || (wanted.includes(got) && got.length >= wanted.length * 0.6)
  })
}

/** What a label says, for a report. */
export function shown(value: Accepted): string {
  return alternatives(value)
    .map((one) => one ?? 'null')
    .join(' | ')
}
