/**
 * The index that searching reads. It follows from the other tables and can be made anew from them.
 *
 * `search_doc.id` is the day of the text times 2^20, less a count within the day: newest first is
 * descending order, and texts of one day keep the order of the record. `part` is the table that `ref`
 * points into; `line` counts from 1 in a source. Saving only notes what changed in `search_dirty`;
 * the index is brought up to date before the next search. `record` stands for a whole meeting.
 */
const entities = ['person', 'organisation', 'body', 'theme', 'post', 'event', 'assignment'] as const

/** A row that was added, removed or changed in one of `columns` is noted as `part`. */
export function noted(table: string, part: string, columns: string, owner = 'id'): string {
  const put = (side: 'NEW' | 'OLD') =>
    `INSERT OR IGNORE INTO search_dirty (part, id) SELECT '${part}', ${side}.${owner} WHERE ${side}.${owner} IS NOT NULL;`
  return `
CREATE TRIGGER search_${table}_insert AFTER INSERT ON ${table} BEGIN ${put('NEW')} END;
CREATE TRIGGER search_${table}_delete AFTER DELETE ON ${table} BEGIN ${put('OLD')} END;
CREATE TRIGGER search_${table}_update AFTER UPDATE OF ${columns} ON ${table} BEGIN ${put('NEW')} ${
    owner === 'id' ? '' : put('OLD')
  } END;
`
}

export const search0060 = `
CREATE VIRTUAL TABLE search USING fts5(
  text, content = '', contentless_delete = 1,
  -- å, ä and ö are letters of their own.
  tokenize = 'unicode61 remove_diacritics 0',
  prefix = '2 3 4 5 6'
);
CREATE VIRTUAL TABLE search_word USING fts5vocab(search, row);

CREATE TABLE search_doc (
  id INTEGER NOT NULL PRIMARY KEY,
  part TEXT NOT NULL CHECK (part IN ('meeting', 'item', 'paragraph', 'decision', 'action', 'source')),
  ref TEXT NOT NULL,
  line INTEGER
) STRICT;
CREATE INDEX search_doc_ref ON search_doc (ref);

CREATE TABLE search_dirty (
  part TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (part, id)
) STRICT, WITHOUT ROWID;
${noted('meeting', 'meeting', 'title, date, body_id, created_at')}
CREATE TRIGGER search_record AFTER UPDATE OF date, body_id ON meeting
WHEN OLD.date IS NOT NEW.date OR OLD.body_id IS NOT NEW.body_id
BEGIN INSERT OR IGNORE INTO search_dirty (part, id) VALUES ('record', NEW.id); END;
${noted('agenda_item', 'item', 'title, meeting_id')}
${noted('paragraph', 'paragraph', 'text, kind, item_id')}
${noted('decision', 'decision', 'text, inline, paragraph_id')}
${noted('action', 'action', 'text, inline, paragraph_id')}
${noted('source', 'source', 'text, kind, name, published_from, published_to, withdrawn_at')}
${noted('person', 'person', 'name, sort_key, status')}
${noted('person_name', 'person', 'text, person_id', 'person_id')}
${noted('organisation', 'organisation', 'name, sort_key')}
${noted('organisation_name', 'organisation', 'text, organisation_id', 'organisation_id')}
${noted('body', 'body', 'name, sort_key')}
${noted('body_name', 'body', 'text, body_id', 'body_id')}
${noted('theme', 'theme', 'title, code, sort_key')}
${noted('post', 'post', 'title, sort_key, organisation_id')}
${noted('event', 'event', 'title, sort_key')}
${noted('assignment', 'assignment', 'title, sort_key')}
INSERT INTO search_dirty (part, id) SELECT 'record', id FROM meeting;
INSERT INTO search_dirty (part, id) SELECT 'source', id FROM source WHERE kind <> 'minutes';
${entities.map((table) => `INSERT INTO search_dirty (part, id) SELECT '${table}', id FROM ${table};`).join('\n')}
`
