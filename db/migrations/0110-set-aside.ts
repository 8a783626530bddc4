/**
 * Text that its writer was asked about and has not answered for: a paragraph that another window changed at the same
 * time, or an item that was removed there meanwhile. The page that asks holds it; this is what outlives the page.
 *
 * It is nobody's record: no step of undo, no state of a paragraph, and words alone, so that no entry of the register
 * is held in place by it. The item may be gone; the meeting takes its rows along.
 */
export const setAside0110 = `
CREATE TABLE set_aside (
  id INTEGER PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  item_id TEXT NOT NULL,
  item_title TEXT NOT NULL,
  paragraph_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  fields TEXT,
  UNIQUE (item_id, paragraph_id)
) STRICT;
CREATE INDEX set_aside_meeting ON set_aside (meeting_id);
`
