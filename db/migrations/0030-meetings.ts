/** Meetings with everything their minutes say. Lines count from 1 in the source's text. */
export const meetings0030 = `
CREATE TABLE meeting (
  id TEXT NOT NULL PRIMARY KEY,
  source_id TEXT REFERENCES source (id),
  source_from INTEGER,
  source_to INTEGER,
  body_id TEXT REFERENCES body (id),
  kind TEXT NOT NULL CHECK (kind IN ('minnesanteckningar', 'protokoll', 'minutes')),
  language TEXT NOT NULL CHECK (language IN ('sv', 'en')),
  title TEXT NOT NULL,
  sender TEXT,
  date TEXT,
  start_time TEXT,
  end_time TEXT,
  place TEXT,
  form TEXT CHECK (form IN ('fysiskt', 'distans', 'hybrid')),
  dnr TEXT,
  next_date TEXT,
  next_basis TEXT CHECK (next_basis IN ('stated', 'inferred')),
  next_line INTEGER,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX meeting_date ON meeting (date DESC, created_at DESC);
CREATE INDEX meeting_body ON meeting (body_id);
CREATE INDEX meeting_source ON meeting (source_id);

CREATE TABLE officer (
  id TEXT NOT NULL PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('chair', 'secretary', 'adjuster')),
  position INTEGER NOT NULL,
  person_id TEXT REFERENCES person (id),
  name TEXT NOT NULL,
  line INTEGER
) STRICT;
CREATE INDEX officer_meeting ON officer (meeting_id);
CREATE INDEX officer_person ON officer (person_id);

CREATE TABLE agenda_item (
  id TEXT NOT NULL PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  number TEXT,
  number_style TEXT NOT NULL CHECK (number_style IN ('paragraph', 'plain', 'none')),
  title TEXT NOT NULL,
  line INTEGER
) STRICT;
CREATE INDEX agenda_item_meeting ON agenda_item (meeting_id, position);

CREATE TABLE paragraph (
  id TEXT NOT NULL PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES agenda_item (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('paragraph', 'list', 'decision', 'action')),
  text TEXT NOT NULL,
  line_from INTEGER,
  line_to INTEGER
) STRICT;
CREATE INDEX paragraph_item ON paragraph (item_id, position);

CREATE TABLE decision (
  id TEXT NOT NULL PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES agenda_item (id) ON DELETE CASCADE,
  paragraph_id TEXT NOT NULL REFERENCES paragraph (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  inline INTEGER NOT NULL CHECK (inline IN (0, 1))
) STRICT;
CREATE INDEX decision_item ON decision (item_id);
CREATE INDEX decision_paragraph ON decision (paragraph_id);

CREATE TABLE action (
  id TEXT NOT NULL PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES agenda_item (id) ON DELETE CASCADE,
  paragraph_id TEXT NOT NULL REFERENCES paragraph (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  owner TEXT,
  due TEXT,
  inline INTEGER NOT NULL CHECK (inline IN (0, 1))
) STRICT;
CREATE INDEX action_item ON action (item_id);
CREATE INDEX action_paragraph ON action (paragraph_id);

CREATE TABLE attendance (
  id TEXT NOT NULL PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  list_no INTEGER,
  list_group INTEGER NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  organisation_id TEXT REFERENCES organisation (id),
  name TEXT NOT NULL,
  as_written TEXT NOT NULL,
  capacity TEXT,
  status TEXT NOT NULL CHECK (status IN ('present', 'absent', 'excused', 'unknown')),
  mode TEXT NOT NULL CHECK (mode IN ('room', 'remote', 'phone', 'unknown')),
  items TEXT,
  line INTEGER
) STRICT;
CREATE INDEX attendance_meeting ON attendance (meeting_id, position);
CREATE INDEX attendance_person ON attendance (person_id);
CREATE INDEX attendance_organisation ON attendance (organisation_id);

CREATE TABLE warning (
  id TEXT NOT NULL PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  line INTEGER,
  quote TEXT NOT NULL,
  item_id TEXT REFERENCES agenda_item (id) ON DELETE SET NULL,
  name TEXT,
  capacity TEXT,
  organisation TEXT,
  suggestion TEXT,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'dismissed'))
) STRICT;
CREATE INDEX warning_meeting ON warning (meeting_id, position);

-- Where every source line went, as JSON in the shape of contract/proposal.ts; its id is the meeting's.
CREATE TABLE import_report (
  id TEXT NOT NULL PRIMARY KEY REFERENCES meeting (id) ON DELETE CASCADE,
  placements TEXT NOT NULL
) STRICT;
`
