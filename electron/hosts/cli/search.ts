/** `kansli search`: texts with their places, newest first, after the names that were found. */
import type { Output } from '#contract/methods.ts'
import type { Exit } from './main.ts'
import type { Session } from './session.ts'

/** Changes taken into the index at a time. */
const rows = 5000
const shown = 50

type Hit = Output<'search.find'>['hits'][number]

function placeOf({ words: { t } }: Session, hit: Hit): string {
  const where = hit.meetingId === null ? `${hit.title}, ${t('search.line', { line: hit.line ?? 1 })}` : hit.title
  return [hit.date ?? '–', hit.kind === 'meeting' ? hit.body : where, hit.itemNumber]
    .filter((part) => part !== null)
    .join('  ')
}

export async function search(session: Session, [query = '']: readonly string[]): Promise<Exit> {
  session.open(false)
  const { t } = session.words
  let { pending } = await session.call('search.prepare', { rows })
  while (pending > 0) ({ pending } = await session.call('search.prepare', { rows }))
  const found = await session.call('search.find', { query, typing: false, limit: shown })
  if (session.options.json) {
    session.print(JSON.stringify(found, null, 2))
    return 0
  }
  for (const { name, detail, kind } of found.names)
    session.print([name, detail, t(`search.${kind}`)].filter((part) => part !== null).join('  '))
  for (const hit of found.hits) {
    session.print(placeOf(session, hit))
    session.print(`    ${hit.snippet}`)
  }
  if (found.hits.length + found.names.length === 0) session.print(t('search.none'))
  else if (found.more) session.print(t('search.more', { count: shown }))
  return 0
}
