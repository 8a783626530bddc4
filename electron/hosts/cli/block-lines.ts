/** One block of a meeting's text as the terminal shows it: its words, and what stands beside them. */
import type { MeetingJson } from '#contract/minutes.ts'
import type { Words } from '../words.ts'

type Block = MeetingJson['items'][number]['blocks'][number]

/** The word before a block; null where the text stands by itself. */
function label({ t }: Words, { kind, fields }: Block): string | null {
  if (kind === 'paragraph' || kind === 'heading' || kind === 'list' || kind === 'quotation' || kind === 'table')
    return null
  if (kind === 'discussion' && fields?.group !== undefined) return fields.group
  if (kind === 'dissent') return t(`show.${fields?.dissent ?? 'dissent'}`)
  return t(`show.${kind}`)
}

/** Cells under each other, a table's header told from its rows by a line. */
function* tableLines(text: string): Generator<string> {
  const rows = text.split('\n').map((row) => row.split('\t'))
  const widths = rows.reduce<number[]>((widest, row) => {
    row.forEach((cell, at) => (widest[at] = Math.max(widest[at] ?? 0, cell.length)))
    return widest
  }, [])
  for (const [at, row] of rows.entries()) {
    yield row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
    if (at === 0) yield widths.map((width) => '-'.repeat(width)).join('  ')
  }
}

/** What the fields and the people of a block say: a part each. */
function details({ t }: Words, { fields = {}, people = [] }: Block): string[] {
  const named = (chosen: typeof people) => chosen.map(({ name }) => name).join(', ')
  const others = people.filter(({ role }) => role !== 'voter')
  const votes = (['yes', 'no', 'abstain'] as const).flatMap((choice) => {
    const names = named(people.filter((one) => one.choice === choice))
    const count = fields[choice]
    if (names === '' && count === undefined) return []
    const counted = count === undefined ? t(`show.${choice}`) : `${t(`show.${choice}`)} ${count}`
    return [names === '' ? counted : `${counted}: ${names}`]
  })
  const time = fields.from === undefined && fields.to === undefined ? '' : `${fields.from ?? ''}–${fields.to ?? ''}`
  return [
    fields.work ?? '',
    named(others),
    fields.method === undefined ? '' : t(`show.${fields.method}`),
    fields.order ?? '',
    ...votes,
    fields.outcome === undefined ? '' : `${t('show.outcome')}: ${t(`show.${fields.outcome}`)}`,
    time,
  ].filter((part) => part !== '')
}

/**
 * The lines of one block, without the indentation of the item.
 * @param number of an entry in its numbered list, from 1
 */
export function* blockLines(words: Words, block: Block, number: number): Generator<string> {
  const { kind, fields, text } = block
  if (kind === 'table') {
    yield* tableLines(text)
    return
  }
  const level = '  '.repeat(fields?.level ?? 0)
  const before = label(words, block)
  const mark =
    kind === 'list'
      ? `${level}${fields?.ordered === true ? `${number}.` : '–'} `
      : kind === 'quotation'
        ? '> '
        : before === null
          ? ''
          : `${before}: `
  const [first = '', ...rest] = text.split('\n')
  yield `${mark}${first}`
  for (const line of rest) yield kind === 'quotation' ? `> ${line}` : line
  const beside = details(words, block)
  if (beside.length > 0) yield `  (${beside.join('; ')})`
}

/** The number of each block within its numbered list: a list ends where another kind or a shallower entry comes. */
export function listNumbers(blocks: readonly Block[]): number[] {
  let counts: number[] = []
  return blocks.map(({ kind, fields }) => {
    if (kind !== 'list') counts = []
    const level = fields?.level ?? 0
    counts = counts.slice(0, level + 1)
    counts[level] = fields?.ordered === true ? (counts[level] ?? 0) + 1 : 0
    return counts[level] ?? 0
  })
}
