/** Adding a text: looked at first, then kept as it stands with what it proposes. */
import { KansliError } from '#contract/errors.ts'
import type { Output, Parsed } from '#contract/methods.ts'
import { insert } from '#db/connection.ts'
import { textByHash } from '#db/queries/sources.ts'
import type { TaskContext, WriteContext } from '#core/context.ts'
import { parseMinutes } from '#core/import/parse.ts'
import { normalLines } from '#core/imports/text.ts'
import { givenText } from './decode-file.ts'
import { readText } from '#core/reading/read.ts'

/** A name for a text that has no file: its first line that says something. */
function nameFor(title: string | null, file: string | undefined, text: string): string {
  const plain = (given: string) =>
    given
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, 200)
      .toWellFormed()
      .trim()
  const fromFile = plain((file ?? '').replace(/^.*[\\/]/u, ''))
  if (fromFile !== '') return fromFile
  const fromTitle = plain(title ?? '')
  return fromTitle !== '' ? fromTitle : plain(text.split('\n').find((line) => line.trim() !== '') ?? '') || '–'
}

function readsAsMinutes(text: string, today: string): boolean {
  try {
    return parseMinutes(text, { today }).length > 0
  } catch (error) {
    if (error instanceof KansliError) return false
    throw error
  }
}

export async function previewSource(
  context: TaskContext,
  input: Parsed<'sources.preview'>,
): Promise<Output<'sources.preview'>> {
  const given = 'text' in input ? givenText(input) : await context.ports.reader.open('source', input)
  const reading = readText(given.text, given.published)
  const kinds = new Map<(typeof reading.findings)[number]['kind'], number>()
  for (const { kind } of reading.findings) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  const { text, format, encoding, notes, title } = given
  return {
    name: nameFor(title, 'name' in input ? input.name : undefined, text),
    format,
    text,
    encoding,
    notes,
    publishedFrom: reading.publishedFrom,
    publishedTo: reading.publishedTo,
    kinds: [...kinds].map(([kind, count]) => ({ kind, count })),
    minutes: readsAsMinutes(text, context.ports.clock().toISOString().slice(0, 10)),
    known: context.read((db) => textByHash(db, context.ports.sha256(text)) ?? null),
  }
}

/** @throws KansliError source.already-there, source.empty */
export function addSource({ db, ports }: WriteContext, input: Parsed<'sources.add'>): Output<'sources.add'> {
  const text = normalLines(input.text)
  if (text.trim() === '') throw new KansliError('source.empty')
  const sha256 = ports.sha256(text)
  const known = textByHash(db, sha256)
  if (known !== undefined && !input.again)
    throw new KansliError('source.already-there', { name: known.name, id: known.id })
  const reading = readText(text, input.published ?? null)
  const id = ports.newId()
  insert(db, 'source', {
    id,
    name: input.name,
    kind: 'text',
    format: input.format,
    text,
    encoding: input.encoding,
    sha256,
    added_at: ports.clock().toISOString(),
    published_from: reading.publishedFrom,
    published_to: reading.publishedTo,
    report: input.notes.length === 0 ? null : JSON.stringify(input.notes),
  })
  reading.findings.forEach((finding, position) =>
    insert(db, 'proposal', {
      id: ports.newId(),
      source_id: id,
      position,
      kind: finding.kind,
      finding: JSON.stringify(finding),
    }),
  )
  return { id }
}
