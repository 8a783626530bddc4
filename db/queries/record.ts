/** Decisions and actions of minutes as a person's page tells them. */
import { all, type ReadableDb } from '../connection.ts'
import { attended } from './register-lists.ts'
import type { NamingParagraph } from './roles.ts'
import { metBy, type Then } from './past.ts'

export type SaidRow = NamingParagraph & { owner: string | null; due: string | null }

const place = `p.line_from AS line, i.id AS itemId, i.number, i.number_style AS numberStyle, m.id AS meetingId,
  m.date AS meetingDate, m.source_id AS sourceId, s.name AS sourceName`

/** What a person presented, moved or dissented with, newest meeting first, at most `limit`. */
export function contributionsOf(db: ReadableDb, personId: string, then: Then, limit: number): NamingParagraph[] {
  return all(
    db,
    `SELECT p.text, ${place}
     FROM contribution c JOIN paragraph p ON p.id = c.paragraph_id JOIN agenda_item i ON i.id = p.item_id
     JOIN meeting m ON m.id = i.meeting_id LEFT JOIN source s ON s.id = m.source_id
     WHERE c.person_id = @personId AND c.role IN ('presenter', 'mover', 'dissenter') AND p.text <> '' AND ${metBy('m')}
     GROUP BY p.id ORDER BY m.date DESC, m.created_at DESC, m.id, i.position, p.position LIMIT @limit`,
    { personId, limit, ...then },
  )
}

/** Decisions of the newest meetings that a person was at, at most `limit` of them from as many meetings, newest first. */
export function decisionsOf(db: ReadableDb, personId: string, then: Then, limit: number): SaidRow[] {
  return all(
    db,
    `SELECT d.text, NULL AS owner, NULL AS due, ${place}
     FROM (SELECT m.* FROM attendance a JOIN meeting m ON m.id = a.meeting_id
       WHERE a.person_id = @personId AND a.${attended} AND ${metBy('m')}
       GROUP BY m.id ORDER BY m.date DESC, m.created_at DESC, m.id LIMIT @limit) m
     JOIN agenda_item i ON i.meeting_id = m.id
     JOIN decision d ON d.item_id = i.id JOIN paragraph p ON p.id = d.paragraph_id
     LEFT JOIN source s ON s.id = m.source_id
     ORDER BY m.date DESC, m.created_at DESC, m.id, i.position, p.position, d.position LIMIT @limit`,
    { personId, limit, ...then },
  )
}

/** Actions in whose owner one of the names stands somewhere, newest meeting first. */
export function actionsNaming(db: ReadableDb, names: readonly string[], then: Then): SaidRow[] {
  return all(
    db,
    `SELECT c.text, c.owner, c.due, ${place}
     FROM action c JOIN agenda_item i ON i.id = c.item_id JOIN meeting m ON m.id = i.meeting_id
     JOIN paragraph p ON p.id = c.paragraph_id LEFT JOIN source s ON s.id = m.source_id
     WHERE c.owner IS NOT NULL AND ${metBy('m')}
       AND EXISTS (SELECT 1 FROM json_each(@names) n WHERE instr(c.owner, n.value) > 0)
     ORDER BY m.date DESC, m.created_at DESC, m.id, i.position, p.position, c.position`,
    { names: JSON.stringify(names), ...then },
  )
}
