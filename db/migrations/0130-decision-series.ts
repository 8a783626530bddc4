/**
 * For which body and year a decision was given its number. The body and the date of minutes that were opened again may
 * be corrected, and a number is one of the series it was given in: in another it may stand for another decision.
 *
 * It stands beside the decision and not in it: the number was given whatever undo does to the row, and is there when a
 * removed decision comes back with it. No reference to the body: a body that is merged into another is followed from
 * its id, and what was given holds no entry of the register in place.
 */
export const decisionSeries0130 = `
CREATE TABLE decision_series (
  decision_id TEXT NOT NULL PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  body_id TEXT,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL
) STRICT;
CREATE INDEX decision_series_meeting ON decision_series (meeting_id);
CREATE INDEX decision_series_year ON decision_series (year);
-- The day of the minutes that were approved last tells the year of the numbers they have.
INSERT INTO decision_series (decision_id, meeting_id, body_id, year, number)
  SELECT d.id, m.id, m.body_id, CAST(substr(coalesce(
    (SELECT json_extract(v.content, '$.meeting.date') FROM minutes_version v
      WHERE v.meeting_id = m.id AND json_valid(v.content) ORDER BY v.version DESC LIMIT 1), m.date), 1, 4) AS INTEGER), d.number
  FROM decision d JOIN agenda_item i ON i.id = d.item_id JOIN meeting m ON m.id = i.meeting_id
  WHERE d.number IS NOT NULL AND m.date IS NOT NULL;
`
