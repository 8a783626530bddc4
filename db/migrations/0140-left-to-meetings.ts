/**
 * What earlier meetings have left to a meeting, once: whoever takes it off the agenda again is not given it anew, and
 * what a meeting planned long ago still lacks can be told from what somebody did not want there.
 *
 * Rows point by plain ids: an action that is gone is left to nobody, and undo brings it back as it was.
 */
export const leftToMeetings0140 = `
CREATE TABLE meeting_left (
  id TEXT NOT NULL PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  -- previous: the item about the minutes of the meeting before. promise: in a paragraph, or in all of a meeting.
  kind TEXT NOT NULL CHECK (kind IN ('action', 'item', 'promise', 'previous')),
  -- An action, an agenda item, a paragraph or a meeting.
  left_id TEXT NOT NULL,
  -- Which promise of its paragraph; 1 for the rest.
  nth INTEGER NOT NULL DEFAULT 1,
  UNIQUE (meeting_id, kind, left_id, nth)
) STRICT;
CREATE INDEX meeting_left_of ON meeting_left (kind, left_id);

INSERT INTO meeting_left (id, meeting_id, kind, left_id)
  SELECT lower(hex(randomblob(16))), c.meeting_id, 'action', c.action_id
  FROM action_carry c JOIN meeting m ON m.id = c.meeting_id WHERE m.state = 'planned';
INSERT INTO meeting_left (id, meeting_id, kind, left_id)
  SELECT lower(hex(randomblob(16))), i.meeting_id, 'item', i.carried_from_id
  FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id
  WHERE m.state = 'planned' AND i.carried_from_id IS NOT NULL
  GROUP BY i.meeting_id, i.carried_from_id;
INSERT INTO meeting_left (id, meeting_id, kind, left_id)
  SELECT lower(hex(randomblob(16))), id, 'previous', previous_id FROM meeting
  WHERE state = 'planned' AND previous_id IS NOT NULL;
-- What was promised before a meeting that has been held is over: nobody wants it back from years ago.
INSERT INTO meeting_left (id, meeting_id, kind, left_id)
  SELECT lower(hex(randomblob(16))), id, 'promise', previous_id FROM meeting
  WHERE state <> 'planned' AND previous_id IS NOT NULL;
`
