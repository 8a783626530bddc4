/** The extract of one person as a Word document that can be handed over. */
import en from '#assets/locales/en/extract.json' with { type: 'json' }
import sv from '#assets/locales/sv/extract.json' with { type: 'json' }
import type { Extract } from '#contract/privacy.ts'
import { spellDate } from '#core/word/dates.ts'
import { buildReport, type ReportBlock } from '#core/word/report.ts'
import { fill } from '#core/word/texts.ts'

type Lists = 'tables' | 'columns' | 'whys' | 'statuses'
export type ExtractTexts = Omit<typeof sv, Lists> & Record<Lists, Readonly<Record<string, string>>>
const texts: Readonly<Record<'sv' | 'en', ExtractTexts>> = { sv, en }
/** Columns that say nothing to a reader: they tie rows together. */
export const isTechnical = (column: string) => /^id$|_id$|_key$|^row_id$|^tbl$|^col$|^sha256$/u.test(column)

export function extractTexts(language: 'sv' | 'en'): ExtractTexts {
  return texts[language]
}

function section(block: Extract['sections'][number], words: ExtractTexts): ReportBlock[] {
  const title = words.tables[block.table] ?? block.table
  const rows = block.rows.flatMap(({ why, fields }) => {
    const told = fields.filter(({ name }) => !isTechnical(name))
    const content = told.map(({ name, value }) => `${words.columns[name] ?? name}: ${value}`).join(' · ')
    return content === '' ? [] : [[words.whys[why] ?? why, content]]
  })
  if (rows.length === 0) return []
  return [
    { kind: 'heading', text: title },
    {
      kind: 'table',
      caption: title,
      description: fill(words.tableDescription, { table: title, count: String(rows.length) }),
      columns: [
        { title: words.why, width: 1900 },
        { title: words.content, width: 7170 },
      ],
      rows,
    },
  ]
}

/** Files that name the person, and those that nobody can say it of. */
function attachedFiles(extract: Extract, words: ExtractTexts): ReportBlock[] {
  const blocks = ([true, false] as const).flatMap((names): ReportBlock[] => {
    const found = extract.files.filter((file) => file.names === names)
    if (found.length === 0) return []
    return [
      { kind: 'text', text: names ? words.filesNaming : words.filesUnread },
      {
        kind: 'table',
        caption: words.files,
        description: fill(words.tableDescription, { table: words.files, count: String(found.length) }),
        columns: [
          { title: words.file, width: 4070 },
          { title: words.meeting, width: 5000 },
        ],
        rows: found.map(({ fileName, meeting, date }) => [fileName, date === null ? meeting : `${meeting}, ${date}`]),
      },
    ]
  })
  return blocks.length === 0 ? [] : [{ kind: 'heading', text: words.files }, ...blocks]
}

/** @param office sender of the document */
export function extractDocument(
  extract: Extract,
  { language, office, madeAt }: { language: 'sv' | 'en'; office: string; madeAt: Date },
): Promise<Uint8Array> {
  const words = texts[language]
  const day = spellDate(extract.madeAt.slice(0, 10), language)
  const records: ReportBlock[] =
    extract.records.length === 0
      ? []
      : [
          { kind: 'heading', text: words.records },
          { kind: 'text', text: words.recordsStay },
          {
            kind: 'table',
            caption: words.records,
            description: fill(words.tableDescription, { table: words.records, count: String(extract.records.length) }),
            columns: [
              { title: words.date, width: 1900 },
              { title: words.title, width: 7170 },
            ],
            rows: extract.records.map(({ date, title }) => [date ?? '', title]),
          },
        ]
  return buildReport({
    language,
    office,
    kind: words.kind,
    title: fill(words.heading, { name: extract.name }),
    status: fill(words.printed, { date: day }),
    blocks: [
      { kind: 'text', text: words.intro },
      {
        kind: 'facts',
        rows: [
          [words.names, extract.names.join('; ')],
          [words.status, words.statuses[extract.status] ?? extract.status],
          [words.printedOn, day],
        ],
      },
      ...(extract.sections.length === 0 && extract.files.length === 0
        ? [{ kind: 'text' as const, text: words.nothing }]
        : []),
      ...extract.sections.flatMap((block) => section(block, words)),
      ...records,
      ...attachedFiles(extract, words),
      ...(extract.undoSteps === 0
        ? []
        : [{ kind: 'text' as const, text: fill(words.undo, { count: String(extract.undoSteps) }) }]),
    ],
    madeAt,
  })
}
