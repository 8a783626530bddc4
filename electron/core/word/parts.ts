/** The parts of a Word file as plain data: what checks and readers ask of them, nothing else. */

export type Run = {
  text: string
  /** Own language tag, as written; null when inherited. */
  language: string | null
}

export type Paragraph = {
  kind: 'paragraph'
  style: string | null
  runs: Run[]
  /** All text, tabs as \t and breaks as \n. Deleted text is left out. */
  text: string
  /** Own outline level, 0 for a first-level heading. */
  outlineLevel: number | null
  /** Own numbering; `instance` 0 takes it away. */
  numbering: { instance: string; level: number } | null
  /** Own spacing has a line height without a rule. */
  bareLine: boolean
  fields: string[]
  tabs: number
  drawings: number
  inTable: boolean
  /** It holds the end of a section or a page break: empty on purpose. */
  breaks: boolean
}

export type Cell = { text: string; merged: boolean; hasContent: boolean }
export type Table = {
  kind: 'table'
  style: string | null
  firstRow: boolean
  rows: { header: boolean; cells: Cell[] }[]
}
export type Drawing = { name: string; description: string | null; decorative: boolean; inline: boolean }
export type Section = {
  titlePage: boolean
  headers: string[]
  footers: string[]
  references: { type: string; id: string }[]
}

/** One story: the body, a header or a footer. Paragraphs of tables stand in `paragraphs` too. */
export type Story = { paragraphs: Paragraph[]; tables: Table[]; drawings: Drawing[]; sections: Section[] }

export type Style = {
  id: string
  name: string
  type: string
  basedOn: string | null
  outlineLevel: number | null
  numbering: { instance: string | null; level: number } | null
  language: string | null
  bareLine: boolean
}

export type NumberingLevel = { start: number; format: string; text: string }
export type NumberingInstance = {
  abstract: string
  levels: Map<number, NumberingLevel>
  overrides: Map<number, number>
}

export type DocumentParts = {
  body: Story
  /** Headers and footers by relation id. */
  margins: Map<string, { kind: 'header' | 'footer'; story: Story; part: string }>
  styles: Map<string, Style>
  defaultStyle: string | null
  defaultLanguage: string | null
  numbering: Map<string, NumberingInstance>
  core: { title: string; creator: string; lastModifiedBy: string; language: string }
  custom: Map<string, string>
  /** Parts that name a language, with every tag they use. */
  languages: { part: string; tags: Set<string> }[]
}
