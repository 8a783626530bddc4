/** Settings, and the steps that undo walks. */
export const workspace0010 = `
CREATE TABLE setting (
  id TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- One row. Grows with every write, also with undo, so that two windows can tell what they have seen.
CREATE TABLE revision (
  only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
  number INTEGER NOT NULL
) STRICT;
INSERT INTO revision VALUES (1, 0);

CREATE TABLE undo_step (
  step INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  method TEXT NOT NULL,
  -- Writes of the same method and key shortly after each other are one step: typing.
  key TEXT,
  at TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;

-- Row images as JSON: before is null for a new row, after for a removed one.
CREATE TABLE undo_change (
  seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  step INTEGER NOT NULL REFERENCES undo_step (step) ON DELETE CASCADE,
  tbl TEXT NOT NULL,
  id TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX undo_change_step ON undo_change (step);
`
