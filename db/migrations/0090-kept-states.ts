/**
 * The kept states of a paragraph know since when it was there, so that it shows at no moment before, and which of their
 * words stood for somebody or something, so that putting one back brings its mentions back. A state is kept while its
 * mentions still stand: before they go with the paragraph, and on a change of the words before they are written anew.
 */
const mentions = `(SELECT json_group_array(json_object('from', from_offset, 'to', to_offset, 'kind', kind,
    'ref', coalesce(person_id, organisation_id, body_id, theme_id)))
  FROM text_span WHERE paragraph_id = OLD.id)`
const columns = 'paragraph_id, item_id, position, kind, text, fields, created_at, until, removed, spans'
const kept = `OLD.id, OLD.item_id, OLD.position, OLD.kind, OLD.text, OLD.fields, OLD.created_at,
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`

export const keptStates0090 = `
-- Of the paragraph itself: before that there was no state at all. Null for what was there from the beginning.
ALTER TABLE paragraph_version ADD COLUMN created_at TEXT;
-- JSON in the shape of contract/blocks.ts; null where it is not known.
ALTER TABLE paragraph_version ADD COLUMN spans TEXT;
DROP TRIGGER paragraph_version_update;
DROP TRIGGER paragraph_version_delete;
CREATE TRIGGER paragraph_version_update AFTER UPDATE OF text, kind, fields ON paragraph
WHEN (OLD.text IS NOT NEW.text OR OLD.kind IS NOT NEW.kind OR OLD.fields IS NOT NEW.fields)
  AND NOT EXISTS (SELECT 1 FROM paragraph_version v WHERE v.paragraph_id = OLD.id AND v.removed = 0
    AND v.until > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-5 seconds')
    AND v.until <= strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
BEGIN
  INSERT INTO paragraph_version (${columns}) VALUES (${kept}, 0, ${mentions});
END;
CREATE TRIGGER paragraph_version_delete BEFORE DELETE ON paragraph
WHEN OLD.text <> ''
BEGIN
  INSERT INTO paragraph_version (${columns}) VALUES (${kept}, 1, ${mentions});
END;
`
