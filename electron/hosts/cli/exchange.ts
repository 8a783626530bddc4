/** `kansli contacts`, `kansli export-all` and `kansli import-all`. */
import { basename } from 'node:path'
import type { ContactsPreview } from '#contract/exchange.ts'
import { KansliError } from '#contract/errors.ts'
import { safeFileName } from '../file-names.ts'
import type { Words } from '../words.ts'
import { sayFlags } from './flags.ts'
import { fromHere, type Exit, type Session } from './session.ts'

/** Bytes whose base64 form the method takes. */
const mostBytes = 20_900_000

function* rowLines({ t }: Words, { rows }: ContactsPreview, link: boolean): Generator<string> {
  for (const { line, contact, usable, problems, same, match } of rows) {
    const [place] = contact.places
    const parts = [contact.name, place?.title, place?.organisation, ...contact.emails, ...contact.phones]
    yield `  ${line}  ${parts.filter((part) => part !== null && part !== undefined).join(', ')}`
    for (const { code, words } of problems)
      yield `     ! ${t(`contacts.problem.${code}`)}${words === '' ? '' : `: ${words}`}`
    const [first] = match.candidates
    if (!usable) yield `     ${t('contacts.skipped')}`
    else if (same !== null) yield `     ${t('contacts.same', { line: rows[same]?.line ?? 0 })}`
    else if (first !== undefined)
      yield `     ${t(match.verdict === 'exact' && link ? 'contacts.linked' : 'contacts.near', { known: first.name })}`
  }
}

/** Without --yes nothing is stored: the report is all. */
export async function contacts(session: Session, [file = '']: readonly string[]): Promise<Exit> {
  const { options, words, print } = session
  const { t } = words
  const bytes = await session.read(file)
  if (bytes.length > mostBytes) throw new KansliError('import.too-large', { limit: mostBytes })
  session.open(false)
  const base64 = Buffer.from(bytes).toString('base64')
  const name = safeFileName(file === '-' ? 'stdin.txt' : basename(file))
  const preview = await session.call('contacts.preview', { base64 })
  const done = options.yes ? await session.call('contacts.commit', { base64, name }) : null
  if (options.json) {
    print(JSON.stringify({ preview, done }, null, 2))
    return 0
  }
  print(t('contacts.read', { name, count: preview.rows.length, format: preview.format, encoding: preview.encoding }))
  for (const line of rowLines(words, preview, options.yes)) print(line)
  if (preview.known !== null) print(t('contacts.known', { name: preview.known.name }))
  print(done === null ? t('contacts.asIs') : t('contacts.done', done))
  return 0
}

export async function exportAll(session: Session): Promise<Exit> {
  session.open(false)
  const withNotes = session.options['with-notes'] === true
  await sayFlags(session, 'workspace.exportJson')
  const { saved, rows, notesLeft } = await session.call('workspace.exportJson', { withNotes })
  if (session.options.json) session.print(JSON.stringify({ saved, rows, notesLeft }, null, 2))
  else {
    session.print(session.words.t('export.written', { file: saved }))
    if (notesLeft > 0) session.print(session.words.t('export.notesLeft', { count: notesLeft }))
  }
  return 0
}

export async function importAll(session: Session, [file = '']: readonly string[]): Promise<Exit> {
  const { options, words } = session
  const path = fromHere(options.workspace ?? '')
  session.make(path, await session.read(file))
  if (options.json) session.print(JSON.stringify({ workspace: options.workspace }, null, 2))
  else session.print(words.t('import.created', { file: options.workspace }))
  return 0
}
