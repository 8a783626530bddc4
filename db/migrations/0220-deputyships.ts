import { keepingTriggers, kept, type KeptBeside } from './0100-kept-beside.ts'

/** What a kept state knows since then. */
export const keptWithDeputies: KeptBeside = {
  ...kept,
  deputyship: {
    columns: 'id, from_paragraph_id, to_paragraph_id',
    from: 'deputyship WHERE from_paragraph_id = OLD.id OR to_paragraph_id = OLD.id',
  },
}

const locked = (side: 'NEW' | 'OLD') => `(
  SELECT m.state FROM attendance a JOIN meeting m ON m.id = a.meeting_id WHERE a.id = ${side}.attendance_id
) IN ('approved', 'archived')`
const differs = ['attendance_id', 'seat_id', 'position', 'from_time', 'to_time', 'from_item_id', 'to_item_id']
  .concat('began', 'ended')
  .map((name) => `OLD.${name} IS NOT NEW.${name}`)
  .join(' OR ')

/**
 * From when to when a deputy serves for a seat: what was decided before is decided without them. Of those known until
 * now nobody wrote down when they began: in a meeting to come, and in minutes that are approved, they hold for all of
 * it; elsewhere for nothing, until somebody says where they began.
 */
export const deputyships0220 = `
CREATE TABLE deputyship (
  id TEXT NOT NULL PRIMARY KEY,
  attendance_id TEXT NOT NULL REFERENCES attendance (id) ON DELETE CASCADE,
  seat_id TEXT NOT NULL REFERENCES attendance (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  from_time TEXT,
  to_time TEXT,
  from_item_id TEXT REFERENCES agenda_item (id) ON DELETE SET NULL,
  to_item_id TEXT REFERENCES agenda_item (id) ON DELETE SET NULL,
  -- The sentences that say so: they place the edges among the decisions of an item.
  from_paragraph_id TEXT REFERENCES paragraph (id) ON DELETE SET NULL,
  to_paragraph_id TEXT REFERENCES paragraph (id) ON DELETE SET NULL,
  began TEXT NOT NULL CHECK (began IN ('start', 'arrived')),
  ended TEXT CHECK (ended IN ('left'))
) STRICT;
CREATE INDEX deputyship_owner ON deputyship (attendance_id, position);
CREATE INDEX deputyship_seat ON deputyship (seat_id);
CREATE INDEX deputyship_from_item ON deputyship (from_item_id);
CREATE INDEX deputyship_to_item ON deputyship (to_item_id);
CREATE INDEX deputyship_from_paragraph ON deputyship (from_paragraph_id);
CREATE INDEX deputyship_to_paragraph ON deputyship (to_paragraph_id);

INSERT INTO deputyship (id, attendance_id, seat_id, position, began)
  SELECT a.id, a.id, a.deputy_for_id, 0,
    CASE WHEN m.state IN ('planned', 'approved', 'archived') THEN 'start' ELSE 'arrived' END
  FROM attendance a JOIN meeting m ON m.id = a.meeting_id WHERE a.deputy_for_id IS NOT NULL;

CREATE TRIGGER locked_deputyship_insert BEFORE INSERT ON deputyship WHEN ${locked('NEW')}
BEGIN SELECT RAISE(ABORT, 'meeting.locked'); END;
CREATE TRIGGER locked_deputyship_delete BEFORE DELETE ON deputyship WHEN ${locked('OLD')}
BEGIN SELECT RAISE(ABORT, 'meeting.locked'); END;
CREATE TRIGGER locked_deputyship_update BEFORE UPDATE ON deputyship
WHEN (${differs}) AND (${locked('OLD')} OR ${locked('NEW')})
BEGIN SELECT RAISE(ABORT, 'meeting.locked'); END;
-- The sentence that begins or ends one brings it back with itself.
${keepingTriggers(keptWithDeputies)}`
