/** Findings in a few words, as a list shows them. What the text does not say is left out. */
import type { Finding, Span } from '#contract/reading.ts'
import { shortDate } from '../../i18n/dates.ts'
import type { Language } from '../../i18n/languages.ts'
import type { T } from '../../i18n/resources.ts'
import { typeWords } from '../../i18n/type-words.ts'
import type { Kind } from '../../ui/marks.tsx'

/** `9 jul – 30 nov 2021`, or that no text says. */
export function spanWords(t: T, language: Language, from: string | null, to: string | null): string {
  if (from === null && to === null) return t('sources:page.unpublished')
  const ends = [from, to].map((one) => (one === null ? '' : shortDate(one, language)))
  return t('sources:page.published', { span: from === to ? (ends[0] ?? '') : ends.join(' – ') })
}

function days(language: Language, { from, fromAfter, to }: Pick<Span, 'from' | 'fromAfter' | 'to'>): string | null {
  const begins = from ?? fromAfter
  if (begins === null && to === null) return null
  const start = begins === null ? '' : `${from === null ? '> ' : ''}${shortDate(begins, language)}`
  return from !== null && from === to ? start : `${start}–${to === null ? '' : shortDate(to, language)}`
}

const joined = (...parts: (string | null | undefined)[]) =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(', ')

export type FindingWords = { title: string; detail: string }

/** What a finding is about, and what it says of it. */
export function findingWords(finding: Finding, t: T, language: Language): FindingWords {
  switch (finding.kind) {
    case 'person':
      return { title: finding.who.name, detail: '' }
    case 'organisation':
      return { title: finding.who.name, detail: finding.type === null ? '' : typeWords(t, finding.type) }
    case 'body':
      return {
        title: finding.who.name,
        detail: joined(
          finding.type === null ? null : typeWords(t, finding.type),
          finding.parent?.name,
          finding.organisation?.name,
          finding.targetSize,
        ),
      }
    case 'theme':
      return {
        title: joined(finding.code === null ? null : `${finding.code} ${finding.title}`) || finding.title,
        detail: joined(t(`sources:themeType.${finding.type}`), finding.body?.name ?? finding.parent?.title),
      }
    case 'focus':
      return {
        title: finding.body.name,
        detail: [finding.theme.code, finding.theme.title].filter((part) => part !== null).join(' '),
      }
    case 'tenure': {
      const role = finding.post ?? finding.role ?? finding.title
      return {
        title: finding.person?.name ?? joined(finding.post, finding.pronoun) ?? '',
        detail: joined(
          finding.person === null ? null : role,
          finding.title?.toLowerCase() === role?.toLowerCase() ? null : finding.title,
          finding.body?.name,
          finding.organisation?.name,
          days(language, finding.span),
        ),
      }
    }
    case 'event':
      return {
        title: finding.title,
        detail: joined(
          finding.from === null ? finding.asWritten : days(language, { ...finding, fromAfter: null }),
          finding.body?.name,
          finding.venue,
          ...finding.parties.map((party) => party.who.name),
        ),
      }
    case 'assignment':
      return {
        title: finding.title,
        detail: joined(
          finding.type,
          finding.theme?.code,
          ...finding.parties.map((party) => party.who.name),
          ...finding.amounts.map((amount) => amount.text),
          finding.due === null ? null : `→ ${shortDate(finding.due, language)}`,
        ),
      }
  }
}

/** The shape that stands for what a finding is about. */
export const shapeOf: Readonly<Record<Finding['kind'], Kind>> = {
  person: 'person',
  organisation: 'organisation',
  body: 'body',
  theme: 'theme',
  focus: 'theme',
  tenure: 'person',
  event: 'meeting',
  assignment: 'assignment',
}
