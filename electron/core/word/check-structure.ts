/** Checks 1, 2, 6, 7 and 8: headings, tables, pictures, page. */
import { bare } from './check-view.ts'
import type { CheckView } from './check-view.ts'
import { styleChain } from './numbering-labels.ts'
import type { Story } from './parts.ts'

export function checkStructure(view: CheckView): void {
  checkHeadings(view)
  checkItems(view)
  checkHeadingStyles(view)
  checkTables(view)
  checkPictures(view)
  checkSections(view)
}

function checkHeadings({ headings, report }: CheckView): void {
  const first = headings.filter(({ level }) => level === 1)
  if (first.length !== 1) report('heading1-count', first.map(({ paragraph }) => paragraph.text).join(' / ') || '0')
  let before = 0
  for (const { level, paragraph } of headings) {
    if (level > before + 1) report('heading-level-skipped', paragraph.text)
    before = level
  }
}

/** Every agenda item has its heading, in order, with its own number. */
function checkItems({ headings, expected, report }: CheckView): void {
  let at = 0
  for (const item of expected?.items ?? []) {
    const title = bare(item.title)
    if (title === '') continue
    const found = headings.findIndex(
      ({ level, paragraph }, index) => index >= at && level === 2 && bare(paragraph.text) === title,
    )
    const heading = headings[found]
    if (heading === undefined) {
      report('item-heading-missing', item.title)
      continue
    }
    at = found + 1
    const shown = bare((heading.label ?? '').replace(/[§.)]/gu, ''))
    if (shown !== bare((item.number ?? '').replace(/[.)]/g, ''))) {
      report('item-number-wrong', `${heading.label ?? ''} ${item.title}`)
    }
  }
}

// "§ 4 Title", "4 § Title", "4. Title", "4) Title", "4.1 Title", "4 Title"; not "2022 års budget", "20 år av …".
const typedNumber = /^(?:§+\s*\d|\d{1,3}\s*§|\d{1,3}(?:\.\d{1,2})*[.)]\s|\d{1,2}\.\d{1,2}\s|\d{1,3}\s+\p{Lu})/u

function checkHeadingStyles({ parts, headings, expected, report }: CheckView): void {
  const titles = new Set(expected?.items.map((item) => bare(item.title)))
  const seen = new Set<string>()
  for (const { paragraph, level } of headings) {
    if (typedNumber.test(paragraph.text) && !titles.has(bare(paragraph.text)))
      report('heading-typed-number', paragraph.text)
    const chain = styleChain(parts, paragraph.style)
    const style = chain.find(({ name }) => /^heading [1-9]$/i.test(name)) ?? chain[0]
    if (style === undefined || seen.has(style.id)) continue
    seen.add(style.id)
    const outline = chain.find(({ outlineLevel }) => outlineLevel !== null)?.outlineLevel
    if (outline !== level - 1) report('style-outline', style.name)
    if (/^heading 2$/i.test(style.name) && !styleChain(parts, style.id).some(({ numbering }) => numbering !== null)) {
      report('style-numbering', style.name)
    }
  }
}

function checkTables({ parts, report }: CheckView): void {
  for (const [index, table] of parts.body.tables.entries()) {
    const first = table.rows[0]?.cells
      .map(({ text }) => text)
      .join(' | ')
      .trim()
    const where = first === undefined || first === '' ? `${index + 1}` : first
    if (table.rows[0]?.header !== true) report('table-header', where)
    if (!table.firstRow) report('table-look', where)
    if (table.style === null || !parts.styles.has(table.style)) report('table-style', where)
    const cells = table.rows.flatMap((row) => row.cells)
    if (cells.some(({ merged }) => merged)) report('table-merged', where)
    if (cells.some(({ text, hasContent }) => text.trim() === '' && !hasContent)) report('table-cell-empty', where)
  }
}

function checkPictures({ parts, report }: CheckView): void {
  const stories: Story[] = [parts.body, ...[...parts.margins.values()].map(({ story }) => story)]
  for (const { drawings } of stories) {
    for (const { name, description, decorative, inline } of drawings) {
      if (!decorative && (description ?? '').trim() === '') report('picture-alt', name)
      if (!inline) report('picture-floating', name)
    }
  }
}

const literalPage = /(?:sida|sidan|sid\.?|page|p\.)\s*\d+|^\s*\d+\s*(?:$|\(|\/)|\d+\s*(?:av|of)\s*\d+/iu

/** A section without headers of its own has those of the section before it. */
function checkSections({ parts, report }: CheckView): void {
  const known = new Map<string, string>()
  if (parts.body.sections.length === 0) report('first-page-missing', '0')
  for (const [index, section] of parts.body.sections.entries()) {
    const where = `${index + 1}`
    if (!section.titlePage) report('first-page-missing', where)
    for (const { type, id } of section.references) {
      const margin = parts.margins.get(id)
      if (margin !== undefined) known.set(`${margin.kind} ${type}`, id)
    }
    for (const type of section.titlePage ? ['first', 'default'] : ['default']) {
      if (!known.has(`header ${type}`)) report('header-missing', `${where} (${type})`)
      const footer = known.get(`footer ${type}`)
      if (footer === undefined) report('footer-missing', `${where} (${type})`)
    }
  }
  for (const [slot, id] of known) {
    const margin = parts.margins.get(id)
    if (margin === undefined || !slot.startsWith('footer')) continue
    const fields = margin.story.paragraphs.flatMap((paragraph) =>
      paragraph.fields.map((field) => field.trim().split(/\s+/)[0]),
    )
    if (!fields.includes('PAGE') || !fields.includes('NUMPAGES')) report('page-field-missing', margin.part)
    const text = margin.story.paragraphs.map((paragraph) => paragraph.text).join('\n')
    if (literalPage.test(text)) report('page-number-literal', text)
  }
}
