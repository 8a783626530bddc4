/**
 * Sources, and the people, organisations and bodies that they name. Names as written are kept for
 * ever in the *_name tables; `name` is the one that is shown. sort_key orders by Swedish rules,
 * match_key is equal for names that are equal, fold_key is for searching without marks.
 */
export const register0020 = `
CREATE TABLE source (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('minutes', 'text')),
  text TEXT NOT NULL,
  encoding TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;
CREATE INDEX source_sha256 ON source (sha256);

CREATE TABLE body (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  type TEXT,
  parent_id TEXT REFERENCES body (id),
  sort_key TEXT NOT NULL,
  match_key TEXT NOT NULL,
  fold_key TEXT NOT NULL
) STRICT;
CREATE INDEX body_match ON body (match_key);
CREATE INDEX body_parent ON body (parent_id);

CREATE TABLE organisation (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  type TEXT,
  sort_key TEXT NOT NULL
) STRICT;
CREATE INDEX organisation_sort ON organisation (sort_key);

CREATE TABLE organisation_name (
  id TEXT NOT NULL PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  match_key TEXT NOT NULL,
  fold_key TEXT NOT NULL
) STRICT;
CREATE INDEX organisation_name_match ON organisation_name (match_key);
CREATE INDEX organisation_name_owner ON organisation_name (organisation_id);

CREATE TABLE person (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  sort_key TEXT NOT NULL
) STRICT;
CREATE INDEX person_sort ON person (sort_key);

CREATE TABLE person_name (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  match_key TEXT NOT NULL,
  fold_key TEXT NOT NULL
) STRICT;
CREATE INDEX person_name_match ON person_name (match_key);
CREATE INDEX person_name_owner ON person_name (person_id);
`
