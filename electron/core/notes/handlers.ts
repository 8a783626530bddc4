/** Private notes. Nothing but these methods, and whoever erases somebody, reads them. */
import { KansliError } from '#contract/errors.ts'
import { all, get, insert, revision, run, update } from '#db/connection.ts'
import { meetingOfItem } from '#db/queries/meeting-edit.ts'
import type { HandlersOf } from '#core/context.ts'

export const noteHandlers: HandlersOf<'notes'> = {
  'notes.list': ({ db }, { meetingId }) => ({
    notes: all<{ itemId: string; text: string }>(
      db,
      `SELECT n.id AS itemId, n.text FROM private_note n JOIN agenda_item i ON i.id = n.id WHERE i.meeting_id = ?
       ORDER BY i.position`,
      [meetingId],
    ),
    aside: all(
      db,
      `SELECT item_id AS itemId, item_title AS title, text FROM note_aside WHERE meeting_id = ? ORDER BY rowid`,
      [meetingId],
    ),
  }),
  'notes.keepAside': ({ db }, { meetingId, itemId, title, text }) => {
    if (get(db, 'SELECT 1 FROM meeting WHERE id = ?', [meetingId]) === undefined)
      throw new KansliError('meeting.not-found')
    if (text.trim() === '') run(db, 'DELETE FROM note_aside WHERE item_id = ?', [itemId])
    else
      run(
        db,
        `INSERT INTO note_aside (item_id, meeting_id, item_title, text) VALUES (@itemId, @meetingId, @title, @text)
         ON CONFLICT (item_id) DO UPDATE SET item_title = @title, text = @text`,
        { itemId, meetingId, title, text },
      )
    return {}
  },
  'notes.set': ({ db, ports }, { id, text, base }) => {
    meetingOfItem(db, id)
    const stored = get<{ text: string }>(db, 'SELECT text FROM private_note WHERE id = ?', [id])
    // The same note again is a call sent twice, after an answer that was lost on the way.
    if ((stored?.text ?? '') !== base && stored?.text !== text)
      throw new KansliError('text.conflict', { paragraph: id })
    if (text.trim() === '') run(db, 'DELETE FROM private_note WHERE id = ?', [id])
    else if (stored === undefined) insert(db, 'private_note', { id, text })
    else update(db, 'private_note', id, { text })
    return { version: revision(db) + 1, savedAt: ports.clock().toISOString() }
  },
}
