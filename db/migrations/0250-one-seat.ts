/** The seat somebody serves for now: of the last of their times of service that has not ended. */
const seat = (row: string) => `(
  SELECT d.seat_id FROM deputyship d JOIN attendance s ON s.id = d.seat_id
  WHERE d.attendance_id = ${row} AND d.ended IS NULL ORDER BY d.position DESC, d.id DESC LIMIT 1)`
const follow = (row: string) =>
  `UPDATE attendance SET deputy_for_id = ${seat(row)} WHERE id = ${row} AND deputy_for_id IS NOT ${seat(row)};`

const openOf = (seatId: string) => `SELECT attendance_id FROM deputyship WHERE seat_id = ${seatId} AND ended IS NULL`

const told = (row: string) => `json_extract(${row}, '$.deputy_for_id')`
const image = (seatId: string) => `CASE WHEN ${seatId} IS NOT NULL THEN json_object(
  'id', id, 'attendance_id', id, 'seat_id', ${seatId}, 'position', 0, 'from_time', NULL, 'to_time', NULL,
  'from_item_id', NULL, 'to_item_id', NULL, 'from_paragraph_id', NULL, 'to_paragraph_id', NULL,
  'began', CASE state WHEN 'planned' THEN 'start' ELSE 'arrived' END, 'ended', NULL) END`

/**
 * Whose seat a deputy takes now follows from their times of service, whichever of the two is written: the times are
 * the truth, and attendance.deputy_for_id says the same for whoever reads the file. Approved minutes stay as they are.
 */
export const oneSeat0250 = `
-- Steps of undo from before there were times of service take those along that they were kept as since.
INSERT INTO undo_change (step, tbl, id, before, after)
SELECT step, 'deputyship', id, ${image('was')}, CASE WHEN undone = 1 THEN ${image('became')} END
FROM (
  SELECT c.step, c.id, s.undone, ${told('c.before')} AS was,
    CASE WHEN s.undone = 1 THEN ${told('c.after')}
      WHEN n.step IS NOT NULL THEN ${told('n.before')}
      ELSE (SELECT a.deputy_for_id FROM attendance a WHERE a.id = c.id) END AS became,
    (SELECT m.state FROM meeting m WHERE m.id = json_extract(coalesce(c.before, c.after, n.before), '$.meeting_id')) AS state
  FROM undo_change c JOIN undo_step s ON s.step = c.step
  LEFT JOIN undo_change n ON n.tbl = 'attendance' AND n.id = c.id AND n.step = (
    SELECT min(x.step) FROM undo_change x WHERE x.tbl = 'attendance' AND x.id = c.id AND x.step > c.step)
  WHERE c.tbl = 'attendance'
    AND NOT EXISTS (SELECT 1 FROM undo_change d WHERE d.step = c.step AND d.tbl = 'deputyship'))
WHERE was IS NOT became;

UPDATE attendance AS a SET deputy_for_id = ${seat('a.id')}
WHERE a.deputy_for_id IS NOT ${seat('a.id')}
  AND (SELECT state FROM meeting m WHERE m.id = a.meeting_id) NOT IN ('approved', 'archived');

CREATE TRIGGER seat_of_deputyship_insert AFTER INSERT ON deputyship BEGIN ${follow('NEW.attendance_id')} END;
CREATE TRIGGER seat_of_deputyship_update AFTER UPDATE OF attendance_id, seat_id, position, ended ON deputyship
BEGIN ${follow('NEW.attendance_id')} ${follow('OLD.attendance_id')} END;
CREATE TRIGGER seat_of_deputyship_delete AFTER DELETE ON deputyship BEGIN ${follow('OLD.attendance_id')} END;
CREATE TRIGGER seat_of_attendance_insert AFTER INSERT ON attendance
BEGIN
  ${follow('NEW.id')}
  -- Undo may bring a time of service back before its seat.
  UPDATE attendance SET deputy_for_id = NEW.id WHERE id IN (${openOf('NEW.id')}) AND deputy_for_id IS NOT NEW.id;
END;
CREATE TRIGGER seat_of_attendance_update AFTER UPDATE OF deputy_for_id ON attendance
WHEN NEW.deputy_for_id IS NOT ${seat('NEW.id')}
BEGIN ${follow('NEW.id')} END;
`
