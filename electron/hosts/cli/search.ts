/** `kansli search`: texts with their places, newest first, after the names that were found. */
import type { Output } from '#contract/methods.ts'
import type { Exit, Session } from './session.ts'

/** Changes taken into the index at a time. */
const rows = 5000
const shown = 50

type Hit = Output<'search.find'>['hits'][number]

/** `2021-11-10  title of the meeting  § 2 title of the item`, or a text's name and line. */
function placeOf({ words: { t } }: Session, hit: Hit): string {
  const item = [hit.itemNumber, hit.kind === 'meeting' ? null : hit.itemTitle].filter((part) => part !== null).join(' ')
  const line = hit.meetingId === null ? t('search.line', { line: hit.line ?? 1 }) : ''
  return [hit.date ?? '–', hit.title, item, line].filter((part) => part !== '').join('  ')
}

export async function search(session: Session, [query = '']: readonly string[]): Promise<Exit> {
  session.open(false)
  const { t, type } = session.words
  let { pending } = await session.call('search.prepare', { rows })
  while (pending > 0) ({ pending } = await session.call('search.prepare', { rows }))
  const found = await session.call('search.find', { query, typing: false, limit: shown })
  if (session.options.json) {
    session.print(JSON.stringify(found, null, 2))
    return 0
  }
  for (const { name, detail, kind } of found.names) {
    const about = detail !== null && (kind === 'organisation' || kind === 'body') ? type(detail) : detail
    session.print([name, about, t(`search.${kind}`)].filter((part) => part !== null).join('  '))
  }
  for (const hit of found.hits) {
    session.print(placeOf(session, hit))
    session.print(`    ${hit.snippet}`)
  }
  if (found.hits.length + found.names.length === 0) session.print(t('search.none'))
  else if (found.more) session.print(t('search.more', { count: shown }))
  return 0
}
