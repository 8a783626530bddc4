/** Settings, and the steps that undo walks. */
export const workspace0010 = `
CREATE TABLE setting (
  id TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE undo_step (
  step INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  method TEXT NOT NULL,
  -- Writes of the same method and key shortly after each other are one step: typing.
  key TEXT,
  at TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;

-- What one step did to one row, as JSON images: before is null for a new row, after for a removed one.
CREATE TABLE undo_change (
  step INTEGER NOT NULL REFERENCES undo_step (step) ON DELETE CASCADE,
  tbl TEXT NOT NULL,
  id TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (step, tbl, id)
) STRICT, WITHOUT ROWID;
`
