/**
 * Numbers that somebody set by hand on items of a meeting in a series: the series does not give them anew.
 *
 * In meetings that had begun, numbers stood as they were written until now. Those that do not follow the first of
 * their meeting one by one were not given by the series; planned meetings have had none of the kind.
 */
export const ownNumbers0150 = `
ALTER TABLE agenda_item ADD COLUMN own_number INTEGER NOT NULL DEFAULT 0 CHECK (own_number IN (0, 1));

WITH placed AS (
  SELECT i.id, i.number,
    CAST(first_value(i.number) OVER listed AS INTEGER)
      + sum(i.number NOT GLOB '*[^0-9]*') OVER (listed ROWS UNBOUNDED PRECEDING) - 1 AS following
  FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id
  WHERE m.series_id IS NOT NULL AND m.state IN ('running', 'draft', 'circulated') AND i.number IS NOT NULL
  WINDOW listed AS (PARTITION BY i.meeting_id ORDER BY i.position)
)
UPDATE agenda_item SET own_number = 1
WHERE id IN (SELECT id FROM placed WHERE number <> CAST(following AS TEXT));

CREATE TRIGGER locked_agenda_item_own_number BEFORE UPDATE OF own_number ON agenda_item
WHEN OLD.own_number IS NOT NEW.own_number
  AND (SELECT state FROM meeting WHERE id = OLD.meeting_id) IN ('approved', 'archived')
BEGIN SELECT RAISE(ABORT, 'meeting.locked'); END;
`
