/**
 * Approval (justering): who is asked, what they say, and versions that nobody can change any more.
 *
 * The locks stand in the file itself: as long as a meeting is approved or archived, what its minutes say can be
 * neither written nor removed, whichever way a write comes. What lives on after the minutes (the state of an action,
 * whom a name stands for, the number of a decision) stays open. Only a value that differs is a change: undo writes
 * whole rows.
 */
const locked = (meeting: string) => `(SELECT state FROM meeting WHERE id = ${meeting}) IN ('approved', 'archived')`
const meetingOfItem = (item: string) => `(SELECT meeting_id FROM agenda_item WHERE id = ${item})`
const meetingOfAttendance = (row: string) => `(SELECT meeting_id FROM attendance WHERE id = ${row})`

const differs = (columns: string) =>
  `(${columns
    .split(/,\s*/u)
    .map((name) => `OLD.${name} IS NOT NEW.${name}`)
    .join(' OR ')})`
/** A reference that comes or goes is said in the minutes; one that leads elsewhere says who is who. */
const comesOrGoes = (column: string) => `(OLD.${column} IS NULL) <> (NEW.${column} IS NULL)`

/**
 * Refuses writes to a table's rows of a locked meeting.
 * @param columns those whose change counts
 * @param references columns whose coming and going counts
 */
function lock(
  table: string,
  columns: string,
  meeting: (side: 'NEW' | 'OLD') => string,
  references: readonly string[] = [],
): string {
  const refuse = (event: string, name: string, condition: string) => `
CREATE TRIGGER locked_${table}_${name} BEFORE ${event} ON ${table}
WHEN ${condition}
BEGIN SELECT RAISE(ABORT, 'meeting.locked'); END;`
  const changed = [differs(columns), ...references.map(comesOrGoes)].join(' OR ')
  return (
    refuse('INSERT', 'insert', locked(meeting('NEW'))) +
    refuse('DELETE', 'delete', locked(meeting('OLD'))) +
    // A row is moved neither out of locked minutes nor into them.
    refuse(
      `UPDATE OF ${[columns, ...references].join(', ')}`,
      'update',
      `(${changed}) AND (${locked(meeting('OLD'))} OR ${locked(meeting('NEW'))})`,
    )
  )
}

const meetingHead = `kind, language, title, sender, date, start_time, end_time, place, form, dnr, next_date, next_basis,
  number, remote_tool`

const own = (side: string) => `${side}.meeting_id`
const ofItem = (side: string) => meetingOfItem(`${side}.item_id`)

export const approval0080 = `
-- One row for each who is asked to approve a version.
CREATE TABLE approval (
  id TEXT NOT NULL PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('chair', 'secretary', 'adjuster')),
  person_id TEXT REFERENCES person (id),
  name TEXT NOT NULL,
  asked_on TEXT NOT NULL,
  answered_on TEXT,
  outcome TEXT CHECK (outcome IN ('approved', 'changes')),
  CHECK ((answered_on IS NULL) = (outcome IS NULL))
) STRICT;
CREATE INDEX approval_meeting ON approval (meeting_id, version);
CREATE INDEX approval_person ON approval (person_id);

-- What somebody says about an item before it is approved.
CREATE TABLE review_comment (
  id TEXT NOT NULL PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  item_id TEXT REFERENCES agenda_item (id) ON DELETE CASCADE,
  author TEXT NOT NULL,
  text TEXT NOT NULL,
  made_at TEXT NOT NULL,
  resolved_at TEXT
) STRICT;
CREATE INDEX review_comment_meeting ON review_comment (meeting_id);
CREATE INDEX review_comment_item ON review_comment (item_id);

-- Approved minutes as they were approved. content: the meeting as JSON, from which every export of the version is
-- made; sha256 is of the document's main part. Rows are added, never changed; undo leaves them be.
CREATE TABLE minutes_version (
  id TEXT NOT NULL PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  approved_on TEXT NOT NULL,
  made_at TEXT NOT NULL,
  content TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  UNIQUE (meeting_id, version)
) STRICT;
-- Why an approved version was opened again.
CREATE TABLE minutes_unlock (
  id TEXT NOT NULL PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  at TEXT NOT NULL,
  UNIQUE (meeting_id, version)
) STRICT;

${lock('agenda_item', 'meeting_id, position, number, number_style, title, type, presenter, prepared, proposal, dnr, outcome', own)}
${lock('paragraph', 'item_id, position, kind, text, fields', ofItem)}
${lock('decision', 'item_id, paragraph_id, position, text, inline', ofItem)}
${lock('action', 'item_id, paragraph_id, position, text, inline', ofItem)}
${lock('officer', 'meeting_id, role, position, name', own)}
${lock(
  'attendance',
  'meeting_id, position, list_no, list_group, name, as_written, capacity, status, mode, items, personal, deputy_for_id, voting',
  own,
  ['organisation_id'],
)}
${lock('attendance_for', 'attendance_id', (side) => meetingOfAttendance(`${side}.attendance_id`))}
${lock(
  'attendance_interval',
  'attendance_id, position, mode, from_time, to_time, from_item_id, to_item_id, began, ended',
  (side) => meetingOfAttendance(`${side}.attendance_id`),
)}
${lock('contribution', 'paragraph_id, position, role, name, choice', (side) =>
  meetingOfItem(`(SELECT item_id FROM paragraph WHERE id = ${side}.paragraph_id)`),
)}
${lock('approval', 'meeting_id, version, role, name, asked_on, answered_on, outcome', own)}
${lock('attachment', 'meeting_id, item_id, position, title, file_name, size, sha256', own)}
CREATE TRIGGER locked_meeting_update BEFORE UPDATE OF body_id, ${meetingHead} ON meeting
WHEN OLD.state IN ('approved', 'archived') AND (${differs(meetingHead)} OR ${comesOrGoes('body_id')})
BEGIN SELECT RAISE(ABORT, 'meeting.locked'); END;
CREATE TRIGGER locked_meeting_delete BEFORE DELETE ON meeting
WHEN OLD.state IN ('approved', 'archived')
BEGIN SELECT RAISE(ABORT, 'meeting.locked'); END;
-- Back to a draft only with a reason on record, for the version that was approved last; 0 where the program keeps none.
CREATE TRIGGER locked_meeting_state BEFORE UPDATE OF state ON meeting
WHEN OLD.state IN ('approved', 'archived') AND NEW.state NOT IN ('approved', 'archived')
  AND NOT EXISTS (SELECT 1 FROM minutes_unlock u WHERE u.meeting_id = OLD.id
    AND u.version = (SELECT coalesce(max(version), 0) FROM minutes_version v
      WHERE v.meeting_id = OLD.id))
BEGIN SELECT RAISE(ABORT, 'meeting.locked'); END;
`
