/**
 * What an answer was given to: the hash of the minutes as they stood. Text that is changed afterwards was approved by
 * nobody. Answers from before the column are taken as they are.
 *
 * Like the answer itself it is locked with the minutes.
 */
export const answered0120 = `
ALTER TABLE approval ADD COLUMN answered_sha256 TEXT;
CREATE TRIGGER locked_approval_answered BEFORE UPDATE OF answered_sha256 ON approval
WHEN OLD.answered_sha256 IS NOT NEW.answered_sha256
  AND (SELECT state FROM meeting WHERE id = OLD.meeting_id) IN ('approved', 'archived')
BEGIN SELECT RAISE(ABORT, 'meeting.locked'); END;
`
