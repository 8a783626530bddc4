/** `kansli meetings` and `kansli show`. */
import type { MeetingRow } from '#contract/meetings.ts'
import type { Output } from '#contract/methods.ts'
import type { MeetingJson } from '#contract/minutes.ts'
import { blockLines, listNumbers } from './block-lines.ts'
import type { Exit, Session } from './session.ts'

/** Rows asked for at a time: the most the method gives. */
const page = 500

export async function meetings(session: Session): Promise<Exit> {
  session.open(false)
  const { t } = session.words
  const rows: MeetingRow[] = []
  let total = 0
  do {
    const part: Output<'meetings.list'> = await session.call('meetings.list', { limit: page, offset: rows.length })
    rows.push(...part.meetings)
    ;({ total } = part)
    if (part.meetings.length === 0) break
  } while (rows.length < total)
  if (session.options.json) {
    session.print(JSON.stringify(rows, null, 2))
    return 0
  }
  for (const row of rows) {
    session.print([row.date ?? '–', row.title, row.body ?? '', row.id].filter((part) => part !== '').join('  '))
  }
  session.print(rows.length === 0 ? t('meetings.none') : t('meetings.total', { count: rows.length }))
  return 0
}

function participantLine({ words: { t } }: Session, one: MeetingJson['participants'][number]): string {
  const { status } = one
  const state = status === 'absent' || status === 'excused' || status === 'expected' ? t(`show.${status}`) : null
  const mode = one.mode === 'remote' || one.mode === 'phone' ? t(`show.${one.mode}`) : null
  const parts = [one.name, one.capacity, one.organisation, one.items === null ? null : `§ ${one.items}`, mode, state]
  const number = one.listNumber === null ? '' : `${one.listNumber}. `
  return `  ${number}${parts.filter((part) => part !== null).join(', ')}`
}

function* lines(session: Session, meeting: MeetingJson): Generator<string> {
  const { t } = session.words
  const unknown = t('import.missing')
  const time = meeting.start === null ? null : [meeting.start, meeting.end?.replace('T', ' ')].filter(Boolean).join('–')
  yield meeting.title
  const head: [string, string | null][] = [
    [t('import.kind'), t(`kind.${meeting.kind}`)],
    [t('import.body'), meeting.body],
    [t('import.sender'), meeting.sender],
    [t('import.date'), meeting.date],
    [t('import.time'), time],
    [t('import.place'), meeting.place],
    [t('import.form'), meeting.form === null ? null : t(`form.${meeting.form}`)],
    [t('import.dnr'), meeting.dnr],
    [t('import.chair'), meeting.chair],
    [t('import.secretary'), meeting.secretary],
    [t('import.adjuster'), meeting.adjusters.length === 0 ? null : meeting.adjusters.join(', ')],
  ]
  for (const [what, value] of head) yield `${what}: ${value ?? unknown}`
  for (const item of meeting.items) {
    yield ''
    yield [item.number, item.title].filter((part) => part !== null).join(' ')
    if (item.dnr !== undefined) yield `  ${t('import.dnr')}: ${item.dnr}`
    const numbers = listNumbers(item.blocks)
    for (const [at, block] of item.blocks.entries())
      for (const line of blockLines(session.words, block, numbers[at] ?? 0)) yield `  ${line}`
  }
  yield ''
  yield `${t('show.people')} (${meeting.participants.length})`
  for (const one of meeting.participants) yield participantLine(session, one)
  if (meeting.nextMeeting !== null) {
    yield ''
    yield `${t('import.next')}: ${meeting.nextMeeting.date} (${t(`import.${meeting.nextMeeting.basis}`)})`
  }
  if (meeting.warnings.length > 0) yield `\n${t('show.warnings')}`
  for (const { code, line, quote } of meeting.warnings) yield `  ${line ?? '–'}  ${code}: ${quote}`
  if (meeting.unplaced.length > 0) yield `\n${t('show.unplaced')}`
  for (const { line, text } of meeting.unplaced) yield `  ${line}  ${text}`
}

export async function show(session: Session, [which = '']: readonly string[]): Promise<Exit> {
  session.open(false)
  const meeting = await session.call('meetings.show', { which })
  if (session.options.json) session.print(JSON.stringify(meeting, null, 2))
  else for (const line of lines(session, meeting)) session.print(line)
  return 0
}
