/** `kansli read FILE`: a text is kept as a source and read for proposals; --accept takes them over. */
import { basename } from 'node:path'
import { findingKinds } from '#contract/findings.ts'
import type { Finding } from '#contract/reading.ts'
import type { Output } from '#contract/methods.ts'
import { KansliError } from '#contract/errors.ts'
import { safeFileName } from '../file-names.ts'
import type { Words } from '../words.ts'
import type { Exit, Session } from './session.ts'

/** Bytes whose base64 form the method takes. */
const mostBytes = 20_900_000

type View = Output<'sources.get'>

const joined = (...parts: (string | null | undefined)[]) =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(', ')

/** What a finding says, in the text's own names and words; types are the register's. */
function said(finding: Finding, words: Words): string {
  const typeOf = (type: string | null) => (type === null ? null : words.type(type))
  switch (finding.kind) {
    case 'person':
      return finding.who.name
    case 'organisation':
      return joined(finding.who.name, typeOf(finding.type))
    case 'body':
      return joined(finding.who.name, typeOf(finding.type), finding.parent?.name)
    case 'theme':
      return joined(finding.code, finding.title, finding.body?.name)
    case 'focus':
      return joined(finding.body.name, finding.theme.code, finding.theme.title)
    case 'tenure': {
      const { person, pronoun, role, title, post, body, organisation, span } = finding
      const days = span.from === null && span.to === null ? null : `${span.from ?? ''}–${span.to ?? ''}`
      return joined(person?.name ?? pronoun, post, role, title, body?.name, organisation?.name, days)
    }
    case 'event':
      return joined(finding.title, finding.from ?? finding.asWritten, finding.body?.name, finding.venue)
    case 'assignment':
      return joined(
        finding.title,
        finding.theme?.code,
        ...finding.parties.map(({ who }) => who.name),
        ...finding.amounts.map(({ text }) => text),
      )
  }
}

function* reportLines({ words }: Session, view: View): Generator<string> {
  const { t } = words
  yield t('read.kept', { name: view.name, lines: view.lines, encoding: view.encoding })
  if (view.publishedFrom !== null || view.publishedTo !== null)
    yield t('read.published', { from: view.publishedFrom ?? '–', to: view.publishedTo ?? '–' })
  for (const { code, count, kept } of view.notes)
    yield t(kept ? 'read.noteKept' : 'read.noteLeft', { what: t(`read.note.${code}`), count })
  for (const kind of findingKinds) {
    const rows = view.found.filter(({ finding }) => finding.kind === kind)
    if (rows.length > 0) yield t('read.kind', { kind: t(`read.kinds.${kind}`), count: rows.length })
    for (const { finding } of rows)
      yield t('read.proposal', { said: said(finding, words), lines: finding.places.map(({ from }) => from).join(', ') })
  }
  if (view.found.length === 0) yield t('read.nothing')
  for (const { name, verdict, standing, candidates } of view.names)
    if (verdict === 'near' && standing === null)
      yield t('read.near', { name, known: candidates.map((one) => one.name).join(' / ') })
}

function kindOf(accept: string): Finding['kind'] | undefined {
  return findingKinds.find((kind) => kind === accept)
}

export async function read(session: Session, [file = '']: readonly string[]): Promise<Exit> {
  const { options, words } = session
  const bytes = await session.read(file)
  if (bytes.length > mostBytes) throw new KansliError('import.too-large', { limit: mostBytes })
  const created = session.open(true)
  try {
    const called = safeFileName(file === '-' ? 'stdin.txt' : basename(file))
    const preview = await session.call('sources.preview', {
      base64: Buffer.from(bytes).toString('base64'),
      name: called,
    })
    const { name, text, format, encoding, notes, publishedFrom, publishedTo } = preview
    const published = { from: publishedFrom, to: publishedTo }
    const given = { name, text, format, encoding, notes, published, again: options.again }
    const { id } = await session.call('sources.add', given)
    const view = await session.call('sources.get', { id })
    if (!options.json) for (const line of reportLines(session, view)) session.print(line)
    const kind = options.accept === undefined ? undefined : kindOf(options.accept)
    const accepted =
      options.accept === undefined
        ? null
        : await session.call('sources.accept', { source: id, ...(kind === undefined ? {} : { kind }) })
    if (options.json)
      session.print(JSON.stringify({ workspace: options.workspace, created, source: view, accepted }, null, 2))
    else if (accepted === null) session.print(words.t('read.asIs'))
    else
      session.print(
        words.t('read.accepted', {
          count: accepted.proposals,
          made: accepted.made,
          strengthened: accepted.strengthened,
        }),
      )
  } catch (error) {
    // A text that was refused leaves no empty workspace behind.
    if (created) session.discard()
    throw error
  }
  return 0
}
