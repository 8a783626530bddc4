/**
 * Since when the register has held an entry, its names, its words and its parts: what was known at a moment leaves out
 * what came later. What stood here before gets the earliest moment that anything tells; '' is since always, where
 * nothing does.
 */
const entries = ['person', 'organisation', 'body', 'theme', 'post', 'event', 'assignment'] as const
const parts = ['person_name', 'organisation_name', 'body_name', 'contact_point', 'party', 'evidence'] as const

const met = (kind: 'person' | 'organisation') =>
  `SELECT min(m.created_at) AS at FROM attendance a JOIN meeting m ON m.id = a.meeting_id WHERE a.${kind}_id = e.id`
const held = (column: string) => `SELECT min(t.recorded_at) FROM tenure t WHERE t.${column} = e.id`
const tied = (kind: string, side: 'from' | 'to') =>
  `SELECT min(r.recorded_at) FROM relation r WHERE r.${side}_${kind}_id = e.id`
const proven = (kind: string) =>
  `SELECT min(coalesce(s.added_at, '')) FROM evidence x LEFT JOIN source s ON s.id = x.source_id WHERE x.${kind}_id = e.id`

const told: Readonly<Record<(typeof entries)[number], readonly string[]>> = {
  person: [
    met('person'),
    'SELECT min(m.created_at) FROM officer f JOIN meeting m ON m.id = f.meeting_id WHERE f.person_id = e.id',
    held('person_id'),
    tied('person', 'from'),
    tied('person', 'to'),
    proven('person'),
  ],
  organisation: [
    met('organisation'),
    held('organisation_id'),
    held('represents_id'),
    tied('organisation', 'from'),
    tied('organisation', 'to'),
    proven('organisation'),
  ],
  body: [
    'SELECT min(m.created_at) AS at FROM meeting m WHERE m.body_id = e.id',
    held('body_id'),
    tied('body', 'from'),
    tied('body', 'to'),
    proven('body'),
  ],
  theme: [tied('theme', 'to'), proven('theme')],
  post: [held('post_id')],
  event: [proven('event')],
  assignment: [proven('assignment')],
}

const earliest = (kind: (typeof entries)[number]) =>
  `UPDATE ${kind} AS e SET recorded_at = coalesce((SELECT min(one.column1) FROM (
    SELECT NULL AS column1 UNION ALL ${told[kind].join(' UNION ALL ')}) one), '');`

export const sinceWhen0230 = `
${[...entries, ...parts].map((table) => `ALTER TABLE ${table} ADD COLUMN recorded_at TEXT NOT NULL DEFAULT '';`).join('\n')}
-- Words and parts of a text are as old as it is, also where nothing is written here.
${entries.map(earliest).join('\n')}
-- 1: the row did not fall, it was changed at this moment, and these columns held this until then.
ALTER TABLE fallen_row ADD COLUMN stands INTEGER NOT NULL DEFAULT 0 CHECK (stands IN (0, 1));
`
