/** One decision out of approved minutes (protokollsutdrag), as Word. */
import { KansliError } from '#contract/errors.ts'
import type { Parsed, Output } from '#contract/methods.ts'
import { get, type ReadableDb } from '#db/connection.ts'
import { lastVersion, standingOf, versionContent } from '#db/queries/approval.ts'
import type { TaskContext } from '#core/context.ts'
import { readContent, type ApprovedContent } from '#core/approval/version.ts'
import { buildMinutes } from '#core/word/build.ts'
import { checkDocument } from '#core/word/check.ts'
import { saveDocument } from '#core/word/save.ts'

type Found = { content: ApprovedContent; meetingId: string; number: string | null }

/** The item of the decision, alone, as it was approved. Locked rows stand in the order of what was approved. */
function itemOf(db: ReadableDb, decisionId: string): Found {
  const row = get<{ meetingId: string; position: number; number: number | null; date: string | null }>(
    db,
    `SELECT i.meeting_id AS meetingId, d.number, m.date,
       (SELECT count(*) FROM agenda_item x WHERE x.meeting_id = i.meeting_id AND x.position < i.position) AS position
     FROM decision d JOIN agenda_item i ON i.id = d.item_id JOIN meeting m ON m.id = i.meeting_id WHERE d.id = ?`,
    [decisionId],
  )
  if (row === undefined) throw new KansliError('entity.not-found')
  const { state } = standingOf(db, row.meetingId)
  const version = lastVersion(db, row.meetingId)
  if ((state !== 'approved' && state !== 'archived') || version === 0) throw new KansliError('approval.not-approved')
  const content = readContent(versionContent(db, row.meetingId, version).content)
  const item = content.meeting.items[row.position]
  if (item === undefined) throw new KansliError('entity.not-found')
  const number = row.number === null || row.date === null ? null : `${row.date.slice(0, 4)}:${row.number}`
  return { content: { ...content, meeting: { ...content.meeting, items: [item] } }, meetingId: row.meetingId, number }
}

export async function exportDecision(
  context: TaskContext,
  { decisionId }: Parsed<'word.extract'>,
): Promise<Output<'word.extract'>> {
  const { content, meetingId, number } = context.read((db) => itemOf(db, decisionId))
  const { meeting, office, language, numberStyle, approvedOn } = content
  const document = await buildMinutes(meeting, {
    language,
    office,
    numberStyle,
    status: 'approved',
    approvedOn,
    madeAt: context.ports.clock(),
    extract: { number },
  })
  // The list of participants is no part of an extract.
  const findings = checkDocument(document.bytes, { ...meeting, participants: [] })
  return saveDocument(context, { meetingId, document, findings, detail: 'docx extract' })
}
