/**
 * What an entry was said to be before stands in one place, whether a text or somebody's hand changed it: in the order
 * of the changes, so that going back through them meets each once.
 */

/** A change by hand as a kept row, from the columns of `entry_change` as `of` gives them. */
const kept = (of: (column: string) => string) => ({
  id: of('id'),
  row: `json_object('id', ${of('of_id')}, ${of('field')}, ${of('before')})`,
  of_table: `CASE ${of('field')} WHEN 'dissolved_on' THEN 'organisation'
    WHEN 'type' THEN coalesce((SELECT 'body' FROM body b WHERE b.id = ${of('of_id')}),
      (SELECT d.kind FROM identity_decision d WHERE d.b_id = ${of('of_id')} AND d.verdict = 'same' LIMIT 1), 'organisation')
    ELSE 'body' END`,
  row_id: of('of_id'),
  fell_at: of('changed_at'),
  stands: '1',
  told: `json_object(${of('field')}, coalesce(${of('words')}, ${of('before')}))`,
})

const changed = kept((column) => `c.${column}`)
/** As undo keeps rows. */
const imaged = (side: 'before' | 'after') => {
  const image = kept((column) => `json_extract(${side}, '$.${column}')`)
  // JSON within JSON is text there, as the column has it.
  return `iif(${side} IS NULL, NULL, json_object(${Object.entries(image)
    .map(([name, value]) => `'${name}', ${value.startsWith('json_object(') ? `${value} || ''` : value}`)
    .join(', ')}))`
}

export const onePast0260 = `
-- Of a change by hand, what the entry's page goes on telling: JSON, by column, entries pointed at by their name.
ALTER TABLE fallen_row ADD COLUMN told TEXT;
INSERT INTO fallen_row (${Object.keys(changed).join(', ')})
SELECT ${Object.values(changed).join(', ')} FROM entry_change c ORDER BY c.rowid;
UPDATE undo_change SET tbl = 'fallen_row', before = ${imaged('before')}, after = ${imaged('after')}
WHERE tbl = 'entry_change';
DROP TABLE entry_change;

-- A body that is an organisation is found as that one: both have to be found anew when they become one and when not.
CREATE TRIGGER search_same_update AFTER UPDATE OF same_organisation_id ON body BEGIN
  INSERT OR IGNORE INTO search_dirty (part, id) SELECT 'organisation', OLD.same_organisation_id
    WHERE OLD.same_organisation_id IS NOT NULL;
  INSERT OR IGNORE INTO search_dirty (part, id) VALUES ('body', NEW.id);
END;
CREATE TRIGGER search_same_delete AFTER DELETE ON body WHEN OLD.same_organisation_id IS NOT NULL BEGIN
  INSERT OR IGNORE INTO search_dirty (part, id) VALUES ('organisation', OLD.same_organisation_id);
END;
`
