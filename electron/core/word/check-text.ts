/** Checks 3, 4, 5, 9, 10 and 12: language, properties, spaces, typography, characters. */
import { intervalTokens } from '#contract/intervals.ts'
import type { CheckView } from './check-view.ts'
import { foreignSpans } from './foreign.ts'
import type { ForeignSpan } from './foreign.ts'
import type { Paragraph } from './parts.ts'

export function checkText(view: CheckView): void {
  checkLanguage(view)
  checkProperties(view)
  checkSpaces(view)
  checkTypography(view)
  checkPageNumbers(view)
}

function checkLanguage({ parts, language, expected, report }: CheckView): void {
  const fallback = parts.defaultLanguage
  if (fallback === null || fallback === '') report('language-missing', 'word/styles.xml')
  else if (!/^(?:sv(?:-SE|-FI)?|en-(?:GB|IE|US))$/i.test(fallback)) report('language-unsuited', fallback)
  for (const { part, tags } of parts.languages) {
    if ([...tags].some((tag) => /^en-us$/i.test(tag))) report('language-american', part)
  }
  const names = new Set(expected?.participants.flatMap(({ name, organisation }) => [name, organisation ?? name]))
  for (const paragraph of parts.body.paragraphs) {
    for (const span of untagged(paragraph, foreignSpans(paragraph.text, { language, names, titles: [] }))) {
      report('language-foreign', paragraph.text.slice(span.start, span.end))
    }
  }
}

/** Spans with a run that lacks their language. Both spans and runs are in order, so one walk finds them. */
function untagged(paragraph: Paragraph, spans: readonly ForeignSpan[]): ForeignSpan[] {
  const missing = new Set<ForeignSpan>()
  let next = 0
  let at = 0
  for (const run of paragraph.runs) {
    const end = at + run.text.length
    while (next < spans.length && (spans[next]?.end ?? 0) <= at) next++
    for (let index = next; index < spans.length; index++) {
      const span = spans[index]
      if (span === undefined || span.start >= end) break
      if (run.language?.startsWith(span.tag.slice(0, 2)) !== true) missing.add(span)
    }
    at = end
  }
  return [...missing]
}

function checkProperties({ parts: { core, custom }, report }: CheckView): void {
  const unnamed = (name: string) => /^\s*(?:un-?named|unknown|okänd)\s*$/i.test(name)
  if (core.title.trim() === '') report('title-empty', 'docProps/core.xml')
  if (core.creator.trim() === '') report('author-missing', 'docProps/core.xml')
  else if (unnamed(core.creator)) report('author-unnamed', core.creator.trim())
  if (core.lastModifiedBy.trim() === '') report('saver-missing', 'docProps/core.xml')
  else if (unnamed(core.lastModifiedBy)) report('saver-unnamed', core.lastModifiedBy.trim())
  if ((custom.get('Dokumentstatus') ?? '').trim() === '') report('status-missing', 'docProps/custom.xml')
}

function checkSpaces({ parts, report }: CheckView): void {
  let before = ''
  for (const paragraph of parts.body.paragraphs) {
    const { text, drawings, fields, inTable, breaks, tabs, style } = paragraph
    if (text.trim() === '' && drawings === 0 && fields.length === 0 && !inTable && !breaks)
      report('paragraph-empty', before)
    if (/[ \u00a0]{2,}/.test(text)) report('spaces-double', text)
    if (tabs > 0 && style !== 'Metadata') report('tab-stray', text)
    if (text.trim() !== '') before = text
  }
}

function checkTypography({ parts, language, report }: CheckView): void {
  const wrong = language === 'sv' ? /["\u201c\u201e]/ : /["\u201e]/
  for (const { text, bareLine } of parts.body.paragraphs) {
    if (wrong.test(text)) report('quote-wrong', text)
    for (const { quote } of intervalTokens(text)) report('interval-hyphen', quote)
    if (bareLine) report('line-rule', text)
  }
  for (const style of parts.styles.values()) if (style.bareLine) report('line-rule', style.name)
  const margins = [...parts.margins.values()].flatMap(({ story }) => story.paragraphs)
  for (const { text } of [...parts.body.paragraphs, ...margins]) {
    if (text !== text.normalize('NFC')) report('not-nfc', text)
  }
}

// A figure 1 before a plural, after a small word: what is left when a printed page's number ran into the text.
const leaked =
  /(?<!\p{L})(?:och|eller|samt|att|som|med|om|för|av|på|i|till|and|or|the|of|to|with|for) 1 (?!\p{L}*(?:meter|liter|tember|vember|cember|tober|eller|under|över|efter)(?!\p{L}))\p{Ll}{2,}(?:or|ar|er|s)(?!\p{L})/u
const bareNumber =
  /^(?:[-\u2013]\s*)?(?:(?:sida|sid\.?|page)\s*)?\d{1,4}(?:\s*(?:\(\d+\)|av \d+|of \d+))?(?:\s*[-\u2013])?$/iu
const monthsAfter = /^ 1 (?:januari|februari|mars|april|maj|juni|juli|augusti)(?!\p{L})/iu

/** A paragraph that is a page number, and a page number inside a sentence: the reader's findings, and what looks like one. */
function checkPageNumbers({ parts, expected, report }: CheckView): void {
  const plain = (text: string) => text.replace(/\s+/gu, ' ')
  const quotes = (expected?.warnings ?? [])
    .filter(({ code }) => code === 'page-number-in-text')
    .map(({ quote }) => plain(quote))
  for (const paragraph of parts.body.paragraphs) {
    if (paragraph.inTable) continue
    const text = plain(paragraph.text)
    const quoted = quotes.find((quote) => quote !== '' && text.includes(quote))
    const found = text.includes(' 1 ') ? leaked.exec(text) : null
    if (quoted !== undefined) report('page-number-in-text', quoted)
    else if (found !== null && !monthsAfter.test(found[0].replace(/^\S+/, ''))) report('page-number-in-text', found[0])
    else if (paragraph.numbering === null && bareNumber.test(text.trim())) report('page-number-in-text', text)
  }
}
