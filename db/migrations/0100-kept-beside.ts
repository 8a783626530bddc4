/**
 * The kept states of a paragraph know what stood beside their words: whom the block concerned, what it decided and
 * charged, the sentences of presence that it is, and the lines of the source it came from. Putting one back brings
 * that back with the words, as undo does.
 *
 * The rows are kept as JSON and not in tables with references: a state that is past must neither hold an entry of the
 * register in place nor lose it when the entry goes and comes back. As with mentions, an id is followed to whoever it
 * stands for at the moment of putting back.
 */
export type KeptBeside = Readonly<Record<string, { columns: string; from: string }>>

export const kept: KeptBeside = {
  contribution: {
    columns: 'id, paragraph_id, position, role, person_id, name, choice',
    from: 'contribution WHERE paragraph_id = OLD.id',
  },
  decision: {
    columns: 'id, item_id, paragraph_id, position, text, inline, number',
    from: 'decision WHERE paragraph_id = OLD.id',
  },
  action: {
    columns: `id, item_id, paragraph_id, position, text, owner, due, inline, owner_person_id, owner_organisation_id,
      owner_body_id, due_date, status, closed_on`,
    from: 'action WHERE paragraph_id = OLD.id',
  },
  action_carry: {
    columns: 'id, action_id, meeting_id, item_id',
    from: 'action_carry WHERE action_id IN (SELECT id FROM action WHERE paragraph_id = OLD.id)',
  },
  action_change: {
    columns: 'id, action_id, at, field, old, new',
    from: 'action_change WHERE action_id IN (SELECT id FROM action WHERE paragraph_id = OLD.id)',
  },
  // Of these the tie alone: the rows themselves outlive the paragraph.
  review_answer: {
    columns: 'id, action_id',
    from: 'review_answer WHERE action_id IN (SELECT id FROM action WHERE paragraph_id = OLD.id)',
  },
  attendance_interval: {
    columns: 'id, from_paragraph_id, to_paragraph_id',
    from: 'attendance_interval WHERE from_paragraph_id = OLD.id OR to_paragraph_id = OLD.id',
  },
}

const image = (columns: string) =>
  `json_object(${columns
    .split(/,\s*/u)
    .map((name) => `'${name}', "${name}"`)
    .join(', ')})`
const mentions = `(SELECT json_group_array(json_object('from', from_offset, 'to', to_offset, 'kind', kind,
    'ref', coalesce(person_id, organisation_id, body_id, theme_id)))
  FROM text_span WHERE paragraph_id = OLD.id)`

/** The triggers that keep a state, with these rows beside it, in the place of those there are. */
export function keepingTriggers(beside: KeptBeside): string {
  const lists = Object.entries(beside).map(
    ([table, { columns, from }]) =>
      `SELECT '${table}' AS name, json_group_array(${image(columns)} ORDER BY rowid) AS list FROM ${from}`,
  )
  const rows = `(SELECT json_group_object(name, json(list)) FROM (${lists.join(' UNION ALL ')}) WHERE list <> '[]')`
  /** One kept state, `removed` or changed. */
  const keep = (removed: 0 | 1) => `
  INSERT INTO paragraph_version (paragraph_id, item_id, position, kind, text, fields, line_from, line_to, created_at,
    until, removed, spans, beside)
  VALUES (OLD.id, OLD.item_id, OLD.position, OLD.kind, OLD.text, OLD.fields, OLD.line_from, OLD.line_to, OLD.created_at,
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), ${removed}, ${mentions}, ${rows});`
  return `DROP TRIGGER paragraph_version_update;
DROP TRIGGER paragraph_version_delete;
CREATE TRIGGER paragraph_version_update AFTER UPDATE OF text, kind, fields ON paragraph
WHEN (OLD.text IS NOT NEW.text OR OLD.kind IS NOT NEW.kind OR OLD.fields IS NOT NEW.fields)
  AND NOT EXISTS (SELECT 1 FROM paragraph_version v WHERE v.paragraph_id = OLD.id AND v.removed = 0
    AND v.until > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-5 seconds')
    AND v.until <= strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
BEGIN${keep(0)}
END;
-- A block that has no words yet may have people.
CREATE TRIGGER paragraph_version_delete BEFORE DELETE ON paragraph
WHEN OLD.text <> '' OR EXISTS (SELECT 1 FROM contribution WHERE paragraph_id = OLD.id)
BEGIN${keep(1)}
END;
`
}

export const keptBeside0100 = `
-- Rows of other tables by the table's name, as JSON; a table that had none is left out. Null where they are not known.
ALTER TABLE paragraph_version ADD COLUMN beside TEXT CHECK (json_valid(beside));
ALTER TABLE paragraph_version ADD COLUMN line_from INTEGER;
ALTER TABLE paragraph_version ADD COLUMN line_to INTEGER;
${keepingTriggers(kept)}-- What goes with an item goes in an order of SQLite's own: its paragraphs first, while all stands beside them.
CREATE TRIGGER paragraph_version_item BEFORE DELETE ON agenda_item
BEGIN
  DELETE FROM paragraph WHERE item_id = OLD.id;
END;
`
