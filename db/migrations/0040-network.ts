/** Roles with the words that prove them, and where the map's nodes stand. */
export const network0040 = `
-- A role somebody holds somewhere: in an organisation, in a body, or both. No row without evidence.
CREATE TABLE tenure (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  organisation_id TEXT REFERENCES organisation (id),
  body_id TEXT REFERENCES body (id),
  role TEXT,
  CHECK (organisation_id IS NOT NULL OR body_id IS NOT NULL)
) STRICT;
CREATE INDEX tenure_person ON tenure (person_id);
CREATE INDEX tenure_organisation ON tenure (organisation_id);
CREATE INDEX tenure_body ON tenure (body_id);

CREATE TABLE evidence (
  id TEXT NOT NULL PRIMARY KEY,
  tenure_id TEXT REFERENCES tenure (id) ON DELETE CASCADE,
  -- A body's place under its parent.
  body_id TEXT REFERENCES body (id) ON DELETE CASCADE,
  source_id TEXT REFERENCES source (id),
  line INTEGER,
  quote TEXT NOT NULL,
  CHECK ((tenure_id IS NULL) <> (body_id IS NULL))
) STRICT;
CREATE INDEX evidence_tenure ON evidence (tenure_id);
CREATE INDEX evidence_body ON evidence (body_id);
CREATE INDEX evidence_source ON evidence (source_id);

-- The id is the entity's or the meeting's own.
CREATE TABLE node_position (
  id TEXT NOT NULL PRIMARY KEY,
  x REAL NOT NULL,
  y REAL NOT NULL,
  pinned INTEGER NOT NULL CHECK (pinned IN (0, 1))
) STRICT;
`
