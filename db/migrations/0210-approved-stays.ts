/**
 * What was approved stays on record after the minutes are opened again: the steps that led to it are not taken back, and
 * the meeting is not removed. A comment on an item that is removed stays with the minutes.
 */
export const approvedStays0210 = `
-- The last step of undo that a meeting's last approval covers: up to it, undo and redo leave what the locks guard alone.
CREATE TABLE undo_floor (
  meeting_id TEXT NOT NULL PRIMARY KEY REFERENCES meeting (id) ON DELETE CASCADE,
  step INTEGER NOT NULL
) STRICT;
INSERT INTO undo_floor (meeting_id, step)
SELECT v.meeting_id, max(s.step) FROM minutes_version v JOIN undo_step s ON s.at <= v.made_at GROUP BY v.meeting_id;

CREATE TRIGGER approved_meeting_delete BEFORE DELETE ON meeting
WHEN OLD.state NOT IN ('approved', 'archived')
  AND EXISTS (SELECT 1 FROM minutes_version v WHERE v.meeting_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'meeting.was-approved'); END;

-- What the item was called, with its number as it is written: only where the item is gone.
ALTER TABLE review_comment ADD COLUMN item_title TEXT;
CREATE TRIGGER review_comment_stays BEFORE DELETE ON agenda_item
BEGIN
  UPDATE review_comment SET item_id = NULL, item_title = trim(
    coalesce(CASE OLD.number_style WHEN 'paragraph' THEN '§ ' ELSE '' END || OLD.number || ' ', '') || OLD.title)
  WHERE item_id = OLD.id;
END;
`
