/** What a review asks of the workspace, and its answers. */
import { all, insert, run, type ReadableDb, type WritableDb } from '../connection.ts'

/** Names and titles of what the register holds beside people. */
export function registerTerms(db: ReadableDb): { things: string[]; terms: string[] } {
  const texts = (sql: string) => all<{ text: string }>(db, sql).map(({ text }) => text)
  const things = texts(
    'SELECT text FROM organisation_name UNION SELECT name FROM body UNION SELECT text FROM body_name',
  )
  const terms = texts(
    'SELECT title AS text FROM theme UNION SELECT title FROM post UNION SELECT title FROM event UNION SELECT title FROM assignment',
  )
  return { things, terms: [...things, ...terms] }
}

/** Shown names of those listed at a meeting and of its officers. */
export function shownNames(db: ReadableDb, meetingId: string): { id: string; name: string }[] {
  return all(
    db,
    `SELECT p.id, p.name FROM person p WHERE p.status = 'active' AND p.id IN (
       SELECT person_id FROM attendance WHERE meeting_id = @id
       UNION SELECT person_id FROM officer WHERE meeting_id = @id AND person_id IS NOT NULL)`,
    { id: meetingId },
  )
}

export type Answer = {
  id: string
  key: string
  answer: 'accepted' | 'changed' | 'dismissed'
  actionId: string | null
  /** The words it put in the text in the place of those it is about, or the name of the guest it put on the list. */
  put: string | null
}

export function answersAt(db: ReadableDb, meetingId: string): Answer[] {
  return all(
    db,
    'SELECT id, key, answer, action_id AS actionId, put FROM review_answer WHERE meeting_id = ? ORDER BY rowid',
    [meetingId],
  )
}

/** One answer for each key: a new one takes the place of the old. */
export function setAnswer(db: WritableDb, meetingId: string, answer: Answer): void {
  removeAnswer(db, meetingId, answer.key)
  insert(db, 'review_answer', {
    id: answer.id,
    meeting_id: meetingId,
    key: answer.key,
    answer: answer.answer,
    action_id: answer.actionId,
    put: answer.put,
  })
}

export function removeAnswer(db: WritableDb, meetingId: string, key: string): void {
  run(db, 'DELETE FROM review_answer WHERE meeting_id = ? AND key = ?', [meetingId, key])
}

/** Other texts in which any of the words stand. */
export function textsWith(
  db: ReadableDb,
  except: string | null,
  words: readonly string[],
): { id: string; name: string; text: string }[] {
  return all(
    db,
    `SELECT s.id, s.name, s.text FROM source s WHERE s.id IS NOT @except AND s.withdrawn_at IS NULL
       AND EXISTS (SELECT 1 FROM json_each(@words) w WHERE instr(s.text, w.value) > 0) LIMIT 20`,
    { except, words: JSON.stringify(words) },
  )
}
