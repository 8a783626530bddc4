/**
 * Minutes while they are made: series of meetings, what is prepared for an item, blocks of the text with fields of
 * their own, who was there from when to when, and actions and decisions that outlive their meeting.
 *
 * Clock times are `HH:MM` where the meeting is held; instants are ISO. What a paragraph's kind asks for beside its
 * words is JSON in `fields`, in the shape of contract/blocks.ts; whom it concerns are rows of `contribution`.
 */
import { noted } from './0060-search.ts'

const paragraphKinds = [
  'paragraph',
  'heading',
  'list',
  'quotation',
  // Cells are parted by tabs, rows by line feeds; the first row is the header.
  'table',
  // What a group said, or what was gathered from all groups.
  'discussion',
  'presentation',
  // Yrkande: a motion put at the meeting.
  'motion',
  // Omröstning: a vote, with its method, its order of putting the question, and its result.
  'vote',
  'decision',
  'action',
  // Reservation, särskilt yttrande (separate statement), protokollsanteckning (note to the minutes).
  'dissent',
  // Jäv: a conflict of interest.
  'recusal',
  // Ajournering.
  'adjournment',
]

export const liveMinutes0070 = `
-- strict: a lost link is absence, as the Swedish Local Government Act has it; free: an advisory group decides itself.
ALTER TABLE body ADD COLUMN rule_profile TEXT NOT NULL DEFAULT 'free' CHECK (rule_profile IN ('strict', 'free'));
-- half: more than half of the members; count: at least quorum_count of them.
ALTER TABLE body ADD COLUMN quorum_rule TEXT NOT NULL DEFAULT 'none' CHECK (quorum_rule IN ('none', 'half', 'count'));
ALTER TABLE body ADD COLUMN quorum_count INTEGER CHECK (quorum_count BETWEEN 1 AND 1000);

-- The meetings of one body in one calendar year. Its standing members are the tenures of the body.
CREATE TABLE meeting_series (
  id TEXT NOT NULL PRIMARY KEY,
  body_id TEXT NOT NULL REFERENCES body (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  kind TEXT NOT NULL CHECK (kind IN ('minnesanteckningar', 'protokoll', 'minutes')),
  language TEXT NOT NULL CHECK (language IN ('sv', 'en')),
  title TEXT NOT NULL,
  -- running: numbers of items go on through the year; restart: each meeting begins at 1.
  number_rule TEXT NOT NULL CHECK (number_rule IN ('running', 'restart')),
  -- The first number of the year, where an earlier system had begun it.
  first_number INTEGER NOT NULL DEFAULT 1 CHECK (first_number BETWEEN 1 AND 100000),
  start_time TEXT,
  end_time TEXT,
  place TEXT,
  form TEXT CHECK (form IN ('fysiskt', 'distans', 'hybrid')),
  remote_tool TEXT,
  -- The next meeting: so many weeks or months later, on the same weekday of its month or on the same date.
  next_unit TEXT CHECK (next_unit IN ('week', 'month')),
  next_step INTEGER CHECK (next_step BETWEEN 1 AND 52),
  next_on TEXT CHECK (next_on IN ('weekday', 'date')),
  -- Days from the meeting until its minutes should be approved.
  approval_days INTEGER CHECK (approval_days BETWEEN 1 AND 365),
  created_at TEXT NOT NULL
) STRICT;
-- One for a body and year, but two where two entries of the register turned out to be one body.
CREATE INDEX meeting_series_body ON meeting_series (body_id, year);

-- The agenda that every new meeting of a series begins with.
CREATE TABLE series_item (
  id TEXT NOT NULL PRIMARY KEY,
  series_id TEXT NOT NULL REFERENCES meeting_series (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  type TEXT CHECK (type IN ('opening', 'information', 'discussion', 'decision', 'election', 'other', 'closing')),
  presenter TEXT,
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
  prepared TEXT,
  proposal TEXT
) STRICT;
CREATE INDEX series_item_series ON series_item (series_id, position);

ALTER TABLE meeting ADD COLUMN series_id TEXT REFERENCES meeting_series (id) ON DELETE SET NULL;
-- Counted within the series.
ALTER TABLE meeting ADD COLUMN number INTEGER;
ALTER TABLE meeting ADD COLUMN state TEXT NOT NULL DEFAULT 'draft'
  CHECK (state IN ('planned', 'running', 'draft', 'circulated', 'approved', 'archived'));
ALTER TABLE meeting ADD COLUMN remote_tool TEXT;
-- The meeting whose minutes this one approves or lays to the records.
ALTER TABLE meeting ADD COLUMN previous_id TEXT REFERENCES meeting (id) ON DELETE SET NULL;
-- The day by which the minutes should be approved.
ALTER TABLE meeting ADD COLUMN approve_by TEXT;
-- Identifier of the calendar entry, so that a changed invitation is known again.
ALTER TABLE meeting ADD COLUMN calendar_uid TEXT;
-- Of the newest form of the entry that was given out or taken in (RFC 5545).
ALTER TABLE meeting ADD COLUMN calendar_sequence INTEGER;
CREATE INDEX meeting_series_id ON meeting (series_id);
CREATE INDEX meeting_previous ON meeting (previous_id);
CREATE INDEX meeting_state ON meeting (state);
CREATE INDEX meeting_calendar ON meeting (calendar_uid);
UPDATE meeting SET state = 'approved' WHERE approved_on IS NOT NULL;

ALTER TABLE agenda_item ADD COLUMN type TEXT
  CHECK (type IN ('opening', 'information', 'discussion', 'decision', 'election', 'other', 'closing'));
ALTER TABLE agenda_item ADD COLUMN presenter TEXT;
ALTER TABLE agenda_item ADD COLUMN presenter_id TEXT REFERENCES person (id);
ALTER TABLE agenda_item ADD COLUMN minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440);
-- What members get to read beforehand, and the decision proposed to them.
ALTER TABLE agenda_item ADD COLUMN prepared TEXT;
ALTER TABLE agenda_item ADD COLUMN proposal TEXT;
-- Diarienummer: the number of the matter in the office's register.
ALTER TABLE agenda_item ADD COLUMN dnr TEXT;
-- Behandlad, bordlagd (deferred), återremitterad (referred back), utgår (dropped).
ALTER TABLE agenda_item ADD COLUMN outcome TEXT CHECK (outcome IN ('handled', 'deferred', 'returned', 'dropped'));
-- The item of an earlier meeting that this one goes on with.
ALTER TABLE agenda_item ADD COLUMN carried_from_id TEXT REFERENCES agenda_item (id) ON DELETE SET NULL;
CREATE INDEX agenda_item_presenter ON agenda_item (presenter_id);
CREATE INDEX agenda_item_carried ON agenda_item (carried_from_id);

-- Bytes of an attachment, once for all that hold the same ones; the id is their SHA-256.
CREATE TABLE stored_file (
  id TEXT NOT NULL PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;
CREATE TABLE attachment (
  id TEXT NOT NULL PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  item_id TEXT REFERENCES agenda_item (id) ON DELETE SET NULL,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  file_name TEXT NOT NULL,
  size INTEGER NOT NULL,
  -- A stored_file.
  sha256 TEXT NOT NULL
) STRICT;
CREATE INDEX attachment_meeting ON attachment (meeting_id, position);
CREATE INDEX attachment_item ON attachment (item_id);
CREATE INDEX attachment_file ON attachment (sha256);
-- Bytes stay as long as an attachment holds them, or a step of undo can bring one back, and no longer.
CREATE TRIGGER stored_file_unused AFTER DELETE ON undo_change WHEN OLD.tbl = 'attachment'
BEGIN
  DELETE FROM stored_file WHERE NOT EXISTS (SELECT 1 FROM attachment a WHERE a.sha256 = stored_file.id)
    AND NOT EXISTS (SELECT 1 FROM undo_change c WHERE c.tbl = 'attachment'
      AND (instr(c.before, stored_file.id) > 0 OR instr(c.after, stored_file.id) > 0));
END;

-- Made anew: kinds are added, and a decision and an action go on living after their meeting.
CREATE TABLE decision_before AS SELECT * FROM decision;
CREATE TABLE action_before AS SELECT * FROM action;
DROP TABLE decision;
DROP TABLE action;
CREATE TABLE paragraph_0070 (
  id TEXT NOT NULL PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES agenda_item (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN (${paragraphKinds.map((kind) => `'${kind}'`).join(', ')})),
  text TEXT NOT NULL,
  line_from INTEGER,
  line_to INTEGER,
  fields TEXT,
  -- Null for what was there from the beginning.
  created_at TEXT
) STRICT;
INSERT INTO paragraph_0070 (id, item_id, position, kind, text, line_from, line_to)
  SELECT id, item_id, position, kind, text, line_from, line_to FROM paragraph;
DROP TABLE paragraph;
ALTER TABLE paragraph_0070 RENAME TO paragraph;
CREATE INDEX paragraph_item ON paragraph (item_id, position);

CREATE TABLE decision (
  id TEXT NOT NULL PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES agenda_item (id) ON DELETE CASCADE,
  paragraph_id TEXT NOT NULL REFERENCES paragraph (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  inline INTEGER NOT NULL CHECK (inline IN (0, 1)),
  -- In the series of decisions of the body and year, given when the minutes are approved; att-satser (clauses) of one
  -- decision share it.
  number INTEGER
) STRICT;
INSERT INTO decision (id, item_id, paragraph_id, position, text, inline)
  SELECT id, item_id, paragraph_id, position, text, inline FROM decision_before;
DROP TABLE decision_before;
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
  inline INTEGER NOT NULL CHECK (inline IN (0, 1)),
  -- Whom the owner's words stand for, as far as it is known.
  owner_person_id TEXT REFERENCES person (id),
  owner_organisation_id TEXT REFERENCES organisation (id),
  owner_body_id TEXT REFERENCES body (id),
  -- The day that the words of due come to.
  due_date TEXT,
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'done', 'dropped')),
  closed_on TEXT
) STRICT;
INSERT INTO action (id, item_id, paragraph_id, position, text, owner, due, inline)
  SELECT id, item_id, paragraph_id, position, text, owner, due, inline FROM action_before;
DROP TABLE action_before;
CREATE INDEX action_item ON action (item_id);
CREATE INDEX action_paragraph ON action (paragraph_id);
CREATE INDEX action_person ON action (owner_person_id);
CREATE INDEX action_organisation ON action (owner_organisation_id);
CREATE INDEX action_body ON action (owner_body_id);
CREATE INDEX action_open ON action (status, due_date);
${noted('paragraph', 'paragraph', 'text, kind, item_id')}
${noted('decision', 'decision', 'text, inline, paragraph_id')}
${noted('action', 'action', 'text, inline, paragraph_id')}

-- A meeting that an action was carried on to, and where it stands there.
CREATE TABLE action_carry (
  id TEXT NOT NULL PRIMARY KEY,
  action_id TEXT NOT NULL REFERENCES action (id) ON DELETE CASCADE,
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  item_id TEXT REFERENCES agenda_item (id) ON DELETE SET NULL,
  UNIQUE (action_id, meeting_id)
) STRICT;
CREATE INDEX action_carry_meeting ON action_carry (meeting_id);
CREATE INDEX action_carry_item ON action_carry (item_id);
-- What became of an action: one row for each change.
CREATE TABLE action_change (
  id TEXT NOT NULL PRIMARY KEY,
  action_id TEXT NOT NULL REFERENCES action (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  field TEXT NOT NULL CHECK (field IN ('owner', 'due', 'status', 'text', 'note')),
  old TEXT,
  new TEXT
) STRICT;
CREATE INDEX action_change_action ON action_change (action_id, at);

-- Words of a paragraph that stand for somebody or something, or that are another language. Offsets in UTF-16 units.
CREATE TABLE text_span (
  id TEXT NOT NULL PRIMARY KEY,
  paragraph_id TEXT NOT NULL REFERENCES paragraph (id) ON DELETE CASCADE,
  from_offset INTEGER NOT NULL,
  to_offset INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'body', 'theme', 'foreign')),
  person_id TEXT REFERENCES person (id),
  organisation_id TEXT REFERENCES organisation (id),
  body_id TEXT REFERENCES body (id),
  theme_id TEXT REFERENCES theme (id),
  CHECK (from_offset >= 0 AND to_offset > from_offset),
  CHECK ((person_id IS NOT NULL) + (organisation_id IS NOT NULL) + (body_id IS NOT NULL) + (theme_id IS NOT NULL)
    = (kind <> 'foreign'))
) STRICT;
CREATE INDEX text_span_paragraph ON text_span (paragraph_id, from_offset);
CREATE INDEX text_span_person ON text_span (person_id);
CREATE INDEX text_span_organisation ON text_span (organisation_id);
CREATE INDEX text_span_body ON text_span (body_id);
CREATE INDEX text_span_theme ON text_span (theme_id);

-- Whom a block concerns: who presented, moved, voted and how, dissented, stepped aside.
CREATE TABLE contribution (
  id TEXT NOT NULL PRIMARY KEY,
  paragraph_id TEXT NOT NULL REFERENCES paragraph (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('presenter', 'mover', 'voter', 'dissenter', 'recused')),
  person_id TEXT REFERENCES person (id),
  name TEXT NOT NULL,
  choice TEXT CHECK (choice IN ('yes', 'no', 'abstain')),
  CHECK ((role = 'voter') = (choice IS NOT NULL))
) STRICT;
CREATE INDEX contribution_paragraph ON contribution (paragraph_id, position);
CREATE INDEX contribution_person ON contribution (person_id);

-- Made anew: invited and not yet there is a standing of its own.
CREATE TABLE attendance_0070 (
  id TEXT NOT NULL PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  list_no INTEGER,
  list_group INTEGER NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  -- The organisation spoken for; further ones stand in attendance_for.
  organisation_id TEXT REFERENCES organisation (id),
  name TEXT NOT NULL,
  as_written TEXT NOT NULL,
  capacity TEXT,
  status TEXT NOT NULL CHECK (status IN ('expected', 'present', 'absent', 'excused', 'unknown')),
  mode TEXT NOT NULL CHECK (mode IN ('room', 'remote', 'phone', 'unknown')),
  items TEXT,
  line INTEGER,
  -- Present for nobody but oneself, as the text or the person says; else an organisation that is missing is unknown.
  personal INTEGER NOT NULL DEFAULT 0 CHECK (personal IN (0, 1)),
  -- Whose seat a deputy (ersättare) takes.
  deputy_for_id TEXT REFERENCES attendance (id) ON DELETE SET NULL,
  -- Counts towards the quorum and votes.
  voting INTEGER NOT NULL DEFAULT 0 CHECK (voting IN (0, 1))
) STRICT;
INSERT INTO attendance_0070 (id, meeting_id, position, list_no, list_group, person_id, organisation_id, name, as_written,
    capacity, status, mode, items, line)
  SELECT id, meeting_id, position, list_no, list_group, person_id, organisation_id, name, as_written,
    capacity, status, mode, items, line FROM attendance;
DROP TABLE attendance;
ALTER TABLE attendance_0070 RENAME TO attendance;
CREATE INDEX attendance_meeting ON attendance (meeting_id, position);
CREATE INDEX attendance_person ON attendance (person_id);
CREATE INDEX attendance_organisation ON attendance (organisation_id);
CREATE INDEX attendance_deputy ON attendance (deputy_for_id);

-- A further organisation somebody speaks for.
CREATE TABLE attendance_for (
  id TEXT NOT NULL PRIMARY KEY,
  attendance_id TEXT NOT NULL REFERENCES attendance (id) ON DELETE CASCADE,
  organisation_id TEXT NOT NULL REFERENCES organisation (id)
) STRICT;
CREATE INDEX attendance_for_owner ON attendance_for (attendance_id);
CREATE INDEX attendance_for_organisation ON attendance_for (organisation_id);

-- From when to when somebody was there, and how. An end that is null is the meeting's own.
CREATE TABLE attendance_interval (
  id TEXT NOT NULL PRIMARY KEY,
  attendance_id TEXT NOT NULL REFERENCES attendance (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('room', 'remote', 'phone', 'unknown')),
  from_time TEXT,
  to_time TEXT,
  from_item_id TEXT REFERENCES agenda_item (id) ON DELETE SET NULL,
  to_item_id TEXT REFERENCES agenda_item (id) ON DELETE SET NULL,
  -- The sentences that say so: they place the edges among the decisions of an item.
  from_paragraph_id TEXT REFERENCES paragraph (id) ON DELETE SET NULL,
  to_paragraph_id TEXT REFERENCES paragraph (id) ON DELETE SET NULL,
  began TEXT NOT NULL CHECK (began IN ('start', 'arrived', 'moved', 'back', 'cleared')),
  ended TEXT CHECK (ended IN ('left', 'lost', 'moved', 'recused'))
) STRICT;
CREATE INDEX attendance_interval_owner ON attendance_interval (attendance_id, position);
CREATE INDEX attendance_interval_from_item ON attendance_interval (from_item_id);
CREATE INDEX attendance_interval_to_item ON attendance_interval (to_item_id);
CREATE INDEX attendance_interval_from_paragraph ON attendance_interval (from_paragraph_id);
CREATE INDEX attendance_interval_to_paragraph ON attendance_interval (to_paragraph_id);

-- The secretary's own notes on an item. In no document, no export, and in no list that leaves the machine.
CREATE TABLE private_note (
  id TEXT NOT NULL PRIMARY KEY REFERENCES agenda_item (id) ON DELETE CASCADE,
  text TEXT NOT NULL
) STRICT;

-- The office's standard sentences; {words in braces} are filled in where they are used.
CREATE TABLE phrase (
  id TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT 'paragraph' CHECK (kind IN ('paragraph', 'decision', 'action', 'list'))
) STRICT;
-- Words that the spelling lets pass.
CREATE TABLE known_word (
  id TEXT NOT NULL PRIMARY KEY,
  word TEXT NOT NULL UNIQUE
) STRICT;

-- How a paragraph was before it was changed or removed; its present text stands in paragraph. Changes within five
-- seconds of each other are one. Undo leaves it be.
CREATE TABLE paragraph_version (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  paragraph_id TEXT NOT NULL,
  item_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  fields TEXT,
  -- Until when it was so.
  until TEXT NOT NULL,
  -- It was removed then, not changed.
  removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX paragraph_version_paragraph ON paragraph_version (paragraph_id, until);
CREATE INDEX paragraph_version_item ON paragraph_version (item_id, until);
CREATE TRIGGER paragraph_version_update AFTER UPDATE OF text, kind, fields ON paragraph
WHEN (OLD.text IS NOT NEW.text OR OLD.kind IS NOT NEW.kind OR OLD.fields IS NOT NEW.fields)
  AND NOT EXISTS (SELECT 1 FROM paragraph_version v WHERE v.paragraph_id = OLD.id AND v.removed = 0
    AND v.until > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-5 seconds')
    AND v.until <= strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
BEGIN
  INSERT INTO paragraph_version (paragraph_id, item_id, position, kind, text, fields, until, removed)
  VALUES (OLD.id, OLD.item_id, OLD.position, OLD.kind, OLD.text, OLD.fields,
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 0);
END;
CREATE TRIGGER paragraph_version_delete AFTER DELETE ON paragraph
WHEN OLD.text <> ''
BEGIN
  INSERT INTO paragraph_version (paragraph_id, item_id, position, kind, text, fields, until, removed)
  VALUES (OLD.id, OLD.item_id, OLD.position, OLD.kind, OLD.text, OLD.fields,
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 1);
END;

-- What was answered to something the text raised. key: the rule, the place and the words, so that the same words
-- elsewhere are another question.
CREATE TABLE review_answer (
  id TEXT NOT NULL PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('accepted', 'changed', 'dismissed')),
  -- The action that the answer made.
  action_id TEXT REFERENCES action (id) ON DELETE SET NULL,
  -- The words that it put in the place of those it is about; null when it put none.
  put TEXT,
  UNIQUE (meeting_id, key)
) STRICT;
CREATE INDEX review_answer_action ON review_answer (action_id);
`
