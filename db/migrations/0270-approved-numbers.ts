/**
 * Decision numbers that an approved version bears. Such a number is used up, also when its decision is removed from
 * the next version or moves to another year: the version, and whatever left of it, says it of that decision for ever.
 *
 * They stand by the paragraph, whose id outlives a decision that is made plain text and a decision again. Rows are
 * added, never changed; undo leaves them be. No reference to the body, as for decision_series.
 */
export const approvedNumbers0270 = `
CREATE TABLE approved_number (
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  paragraph_id TEXT NOT NULL,
  body_id TEXT,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX approved_number_once ON approved_number (paragraph_id, year, number, coalesce(body_id, ''));
CREATE INDEX approved_number_meeting ON approved_number (meeting_id);
CREATE INDEX approved_number_year ON approved_number (year);
-- What is approved today.
INSERT OR IGNORE INTO approved_number (meeting_id, paragraph_id, body_id, year, number)
  SELECT m.id, d.paragraph_id, g.body_id, g.year, d.number
  FROM decision d JOIN decision_series g ON g.decision_id = d.id AND g.number = d.number
  JOIN agenda_item i ON i.id = d.item_id JOIN meeting m ON m.id = i.meeting_id
  WHERE EXISTS (SELECT 1 FROM minutes_version v WHERE v.meeting_id = m.id);
-- What only an older version says: of which paragraph is not told any more, of which body by its name of then.
INSERT OR IGNORE INTO approved_number (meeting_id, paragraph_id, body_id, year, number)
  SELECT v.meeting_id, '', CASE WHEN v.content ->> '$.meeting.body' IS NULL THEN NULL
      ELSE coalesce((SELECT b.id FROM body b WHERE b.name = v.content ->> '$.meeting.body'), m.body_id) END,
    CAST(substr(d.value ->> '$.number', 1, 4) AS INTEGER) AS year, CAST(substr(d.value ->> '$.number', 6) AS INTEGER) AS number
  FROM minutes_version v JOIN meeting m ON m.id = v.meeting_id
  JOIN json_each(v.content, '$.meeting.items') i JOIN json_each(i.value, '$.decisions') d
  WHERE json_valid(v.content) AND d.value ->> '$.number' IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM approved_number a WHERE a.meeting_id = v.meeting_id
      AND a.year = CAST(substr(d.value ->> '$.number', 1, 4) AS INTEGER)
      AND a.number = CAST(substr(d.value ->> '$.number', 6) AS INTEGER));
`
