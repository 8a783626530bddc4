/** What the checks share: the document's parts, its headings with levels and numbers, a way to report. */
import type { MeetingJson } from '#contract/minutes.ts'
import type { DocumentFinding } from '#contract/word.ts'
import { numberLabels, styleChain } from './numbering-labels.ts'
import type { DocumentParts, Paragraph } from './parts.ts'
import type { Language } from './typography.ts'

/** Each code with its check of the list in the style guide for documents; sentences stand in word.json under the code. */
export const findingChecks = {
  'heading1-count': 1,
  'heading-level-skipped': 1,
  'item-heading-missing': 1,
  'item-number-wrong': 1,
  'style-outline': 2,
  'style-numbering': 2,
  'heading-typed-number': 2,
  'language-missing': 3,
  'language-unsuited': 3,
  'language-american': 3,
  'language-foreign': 3,
  'title-empty': 4,
  'author-missing': 4,
  'author-unnamed': 4,
  'saver-missing': 4,
  'saver-unnamed': 4,
  'status-missing': 4,
  'paragraph-empty': 5,
  'spaces-double': 5,
  'tab-stray': 5,
  'table-header': 6,
  'table-look': 6,
  'table-merged': 6,
  'table-cell-empty': 6,
  'table-style': 6,
  'picture-alt': 7,
  'picture-floating': 7,
  'first-page-missing': 8,
  'header-missing': 8,
  'footer-missing': 8,
  'page-field-missing': 8,
  'page-number-literal': 8,
  'quote-wrong': 9,
  'interval-hyphen': 9,
  'not-nfc': 10,
  'line-rule': 10,
  'page-number-in-text': 12,
  'participant-missing': 13,
  'participant-order': 13,
  'participant-number': 13,
  'participant-count': 13,
  'text-missing': 13,
} as const
export type FindingCode = keyof typeof findingChecks

/** A document that breaks one rule everywhere is not told more often than this. */
const maxPerCode = 100

export type Heading = { paragraph: Paragraph; level: number; label: string | null }

export type CheckView = {
  parts: DocumentParts
  /** Language of the document, from its defaults. */
  language: Language
  /** Every paragraph of the body with the number Word shows before it. */
  labelled: { paragraph: Paragraph; label: string | null }[]
  headings: Heading[]
  expected: MeetingJson | null
  report(code: FindingCode, where: string): void
}

export function viewOf(
  parts: DocumentParts,
  expected: MeetingJson | null,
): { view: CheckView; findings: DocumentFinding[] } {
  const findings: DocumentFinding[] = []
  const counts = new Map<FindingCode, number>()
  const { paragraphs } = parts.body
  const labels = numberLabels(parts, paragraphs)
  const labelled = paragraphs.map((paragraph, index) => ({ paragraph, label: labels[index] ?? null }))
  const headings = labelled.flatMap(({ paragraph, label }) => {
    const level = paragraph.inTable ? null : headingLevel(parts, paragraph)
    return level === null ? [] : [{ paragraph, level, label }]
  })
  const view: CheckView = {
    parts,
    language: /^en/i.test(parts.defaultLanguage ?? '') ? 'en' : 'sv',
    labelled,
    headings,
    expected,
    report(code, where) {
      const before = counts.get(code) ?? 0
      counts.set(code, before + 1)
      if (before < maxPerCode) findings.push({ code, check: findingChecks[code], where: shorten(where) })
    },
  }
  return { view, findings }
}

/** 1 for a first-level heading, null for running text. Word's own heading styles count by name in any language of ids. */
export function headingLevel(parts: DocumentParts, paragraph: Paragraph): number | null {
  const chain = styleChain(parts, paragraph.style)
  for (const style of chain) {
    const named = /^heading ([1-9])$/i.exec(style.name)
    if (named !== null) return Number(named[1])
  }
  const outline = paragraph.outlineLevel ?? chain.find((style) => style.outlineLevel !== null)?.outlineLevel ?? 9
  return outline < 9 ? outline + 1 : null
}

function shorten(words: string): string {
  const line = words.slice(0, 2000).replace(/\s+/g, ' ').trim()
  return line.length <= 90 ? line : `${line.slice(0, 89).toWellFormed()}…`
}

/**
 * Text with its typography taken off: for comparing what is printed with what is stored. Two hyphens are one dash, and
 * without their spaces hyphens side by side are one too: what a document sets of them tells nothing about words.
 */
export function bare(text: string): string {
  return text
    .normalize('NFC')
    .replace(/["'\u2018-\u201f\u2033]/g, "'")
    .replaceAll('\uff05', '%')
    .replace(/[\s\u00a0]+/gu, '')
    .replace(/[-\u2010-\u2015]+/g, '-')
    .replace(/(?<=\d):(?=\d\d)/g, '.')
}
