/** A document that is no minutes: a title, facts, and tables, in the look and structure of every other document. */
import { createNumbering } from './numbering.ts'
import { sanitise } from './sanitise.ts'
import { skeletonFor } from './skeleton.ts'
import type { SlotName } from './skeleton.ts'
import { documentTexts } from './texts.ts'
import { typeset } from './typography.ts'
import type { Language } from './typography.ts'
import { addMetadata, addParagraph, addTable, printed } from './writer.ts'
import type { Writing } from './writer.ts'
import { joinParts, packPart } from './zip-writer.ts'

export type ReportBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'facts'; rows: readonly (readonly [label: string, value: string])[] }
  | {
      kind: 'table'
      caption: string
      description: string
      /** Widths in twips; a page holds 9070. */
      columns: readonly { title: string; width: number }[]
      rows: readonly (readonly string[])[]
    }

export type Report = {
  language: Language
  office: string
  /** What kind of document it is: "Registerutdrag". */
  kind: string
  title: string
  /** "Utskrivet den …": stands in the footer. */
  status: string
  blocks: readonly ReportBlock[]
  madeAt: Date
}

/** Builds the .docx. Any string gives a valid file; the same report gives the same bytes. */
export async function buildReport(report: Report): Promise<Uint8Array> {
  const { language } = report
  const skeleton = await skeletonFor(language)
  const texts = documentTexts(language)
  const replaced = { count: 0 }
  const print = (text: string) => typeset(sanitise(text, replaced), language)
  const writing: Writing = {
    texts,
    foreign: { language, names: new Set(), titles: [] },
    numbering: createNumbering('', []),
    replaced,
    out: [],
  }
  addParagraph(writing, printed(writing, report.title) || texts.unknown, { style: 'Heading1' })
  for (const block of report.blocks) addBlock(writing, block)
  const values: Record<SlotName, string> = {
    office: print(report.office) || texts.unknown,
    headLine: print(report.kind),
    runningHead: print(`${report.kind} · ${report.title}`),
    status: print(report.status),
    title: print(`${report.kind} – ${report.title}`),
    dnr: texts.unknown,
    statusProperty: print(report.status),
    meetingId: texts.unknown,
    date: report.madeAt.toISOString().replace(/\.\d+Z$/, 'Z'),
  }
  return joinParts([
    ...skeleton.fixed,
    ...skeleton.filled.map((part) => packPart(part.name, part.fill(values))),
    packPart(skeleton.numbering.name, skeleton.numbering.head + writing.numbering.xml() + skeleton.numbering.tail),
    packPart(skeleton.document.name, skeleton.document.head + writing.out.join('') + skeleton.document.tail),
  ])
}

function addBlock(writing: Writing, block: ReportBlock): void {
  if (block.kind === 'heading') addParagraph(writing, printed(writing, block.text), { style: 'Rubrik2Onumrerad' })
  else if (block.kind === 'text') addParagraph(writing, printed(writing, block.text))
  else if (block.kind === 'facts')
    for (const [label, value] of block.rows)
      addMetadata(writing, printed(writing, label), printed(writing, value) || writing.texts.unknown)
  else
    addTable(writing, {
      ...block,
      rows: block.rows.map((cells) => cells.map((cell) => printed(writing, cell) || writing.texts.unknown)),
    })
}
