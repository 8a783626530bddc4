/**
 * Private notes whose item was removed while they were written: what outlives the page that held them. As set-aside text
 * they are nobody's record and no step of undo, and as private notes they leave the machine only when asked for.
 */
export const noteAside0200 = `
CREATE TABLE note_aside (
  item_id TEXT NOT NULL PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  item_title TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX note_aside_meeting ON note_aside (meeting_id);
`
