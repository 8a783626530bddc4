/** `kansli import FILE`: the report of what the text holds, then one transaction. */
import { basename } from 'node:path'
import type { ImportPreview } from '#contract/imports.ts'
import type { Input } from '#contract/methods.ts'
import { KansliError } from '#contract/errors.ts'
import { safeFileName } from '../file-names.ts'
import { reportLines } from './report.ts'
import type { Exit, Session } from './session.ts'

/** Bytes whose base64 form the method takes. */
const mostBytes = 20_900_000

/**
 * Findings that --yes accepts: what they are about is structure or a name's spelling, never a sentence or who was
 * there. A mended name is stored mended without it too, beside the source's spelling.
 */
const acceptable = new Set(['name-repaired', 'heading-uncertain'])

type Commit = Input<'imports.commit'>

/** Without --yes every person of the text is kept apart from those already known. Organisations and bodies of equal name are one. */
function keptApart(preview: ImportPreview): NonNullable<Commit['links']> {
  return preview.meetings.flatMap(({ people }, meeting) =>
    people
      .filter((match) => match.verdict === 'exact')
      .map(({ name }) => ({ meeting, kind: 'person' as const, name, to: null })),
  )
}

function accepted(preview: ImportPreview): NonNullable<Commit['accept']> {
  return preview.meetings.flatMap(({ proposal }, meeting) =>
    proposal.findings.flatMap(({ code }, finding) => (acceptable.has(code) ? [{ meeting, finding }] : [])),
  )
}

/** @throws KansliError of what was refused; the report has been printed by then */
async function readIn(session: Session, file: string, bytes: Uint8Array, created: boolean): Promise<void> {
  const { options, words } = session
  const { t } = words
  const preview = await session.call('imports.preview', { base64: Buffer.from(bytes).toString('base64') })
  const name = safeFileName(file === '-' ? 'stdin.txt' : basename(file))
  if (!options.json) for (const line of reportLines(words, name, preview, options.yes)) session.print(line)
  const [known] = preview.known
  if (known !== undefined && !options.again) {
    if (!options.json) session.remark(t('import.known'))
    throw new KansliError('import.already-there', { title: known.title, id: known.meetingId })
  }
  const { meetings } = await session.call('imports.commit', {
    name,
    text: preview.text,
    encoding: preview.encoding,
    links: options.yes ? [] : keptApart(preview),
    accept: options.yes ? accepted(preview) : [],
    again: options.again,
  })
  if (options.json) session.print(JSON.stringify({ workspace: options.workspace, created, meetings, preview }, null, 2))
  else {
    if (created) session.print(t('import.created', { file: options.workspace }))
    session.print(t('import.done', { count: meetings.length, file: options.workspace }))
  }
}

export async function importMinutes(session: Session, [file = '']: readonly string[]): Promise<Exit> {
  const bytes = await session.read(file)
  if (bytes.length > mostBytes) throw new KansliError('import.too-large', { limit: mostBytes })
  const created = session.open(true)
  try {
    await readIn(session, file, bytes, created)
  } catch (error) {
    // A text that was refused leaves no empty workspace behind.
    if (created) session.discard()
    throw error
  }
  return 0
}
