/**
 * What falls with a text that is withdrawn. It is out of the register whole, so that nothing has to ask whether an
 * entry still counts; the rows stand here as they were, so that what was known until then still has an answer.
 */
export const fallen0190 = `
CREATE TABLE fallen_row (
  id TEXT NOT NULL PRIMARY KEY,
  -- Its columns as JSON.
  row TEXT NOT NULL,
  of_table TEXT NOT NULL,
  row_id TEXT NOT NULL,
  fell_at TEXT NOT NULL
) STRICT;
CREATE INDEX fallen_row_fell ON fallen_row (fell_at);
CREATE INDEX fallen_row_of ON fallen_row (row_id);
`
