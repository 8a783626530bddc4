/**
 * What is put right by hand: names with their days, what an organisation or a body was said to be before, events that
 * are one, and bodies that are organisations.
 */
import { noted } from './0060-search.ts'

const nameTables = ['person_name', 'organisation_name', 'body_name'] as const

export const byHand0180 = `
ALTER TABLE person_name ADD COLUMN from_date TEXT;
ALTER TABLE person_name ADD COLUMN to_date TEXT;
ALTER TABLE body_name ADD COLUMN from_date TEXT;
ALTER TABLE body_name ADD COLUMN to_date TEXT;
-- Somebody gave the name, no text did: it can be changed and taken away. Names as texts write them are kept for ever.
${nameTables.map((table) => `ALTER TABLE ${table} ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1));`).join('\n')}

-- A group that is itself an organisation: texts name an office as both. They are shown as one, and stay two rows.
ALTER TABLE body ADD COLUMN same_organisation_id TEXT REFERENCES organisation (id);
CREATE INDEX body_same_organisation ON body (same_organisation_id);

-- What an organisation or a body was said to be until somebody changed it: what was known then has an answer.
CREATE TABLE entry_change (
  id TEXT NOT NULL PRIMARY KEY,
  -- An organisation or a body, by plain id.
  of_id TEXT NOT NULL,
  field TEXT NOT NULL CHECK (field IN ('type', 'dissolved_on', 'parent_id', 'organisation_id', 'mandate', 'target_size',
    'same_organisation_id')),
  before TEXT,
  -- Of an entry that was pointed at, what it was called.
  words TEXT,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX entry_change_of ON entry_change (of_id, field, changed_at);

-- An event that turned out to be another one, as it was; its words and parts have gone to that one.
CREATE TABLE merged_event (
  id TEXT NOT NULL PRIMARY KEY,
  into_id TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  from_date TEXT,
  to_date TEXT,
  basis TEXT NOT NULL CHECK (basis IN ('stated', 'inferred', 'unknown')),
  as_written TEXT,
  venue TEXT,
  body_id TEXT REFERENCES body (id),
  meeting_id TEXT REFERENCES meeting (id) ON DELETE SET NULL,
  sort_key TEXT NOT NULL,
  match_key TEXT NOT NULL,
  -- JSON: ids of the rows that went along, by table, and the columns that the other one took over.
  moved TEXT NOT NULL,
  taken TEXT NOT NULL,
  merged_at TEXT NOT NULL
) STRICT;
CREATE INDEX merged_event_into ON merged_event (into_id);
CREATE INDEX merged_event_match ON merged_event (match_key);
CREATE INDEX merged_event_body ON merged_event (body_id, from_date);
CREATE INDEX merged_event_meeting ON merged_event (meeting_id);
${noted('merged_event', 'event', 'title, into_id', 'into_id')}
`
