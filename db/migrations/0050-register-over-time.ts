/**
 * The register over time: every fact with its days, its words, and when it was learnt.
 *
 * Days are as precise as the text (`YYYY[-MM[-DD]]`) and inclusive as written. `to_kind` keeps an open
 * end apart from an unknown one; `from_after` is the day after which an unknown beginning lies;
 * `seen_from`/`seen_to` are days on which a text shows the fact to hold. `recorded_at`/`retired_at`
 * say when the register held it: what is corrected is retired and never overwritten, so that "what
 * did we know then" has an answer. Rows with `retired_at` null are what is known now.
 */
const spanColumns = `
  from_date TEXT,
  from_after TEXT,
  to_date TEXT,
  to_kind TEXT NOT NULL DEFAULT 'unknown' CHECK (to_kind IN ('open', 'known', 'unknown')),
  basis TEXT NOT NULL DEFAULT 'unknown' CHECK (basis IN ('stated', 'inferred', 'unknown')),
  seen_from TEXT,
  seen_to TEXT,
  state TEXT NOT NULL DEFAULT 'asserted' CHECK (state IN ('asserted', 'proposed', 'disputed')),
  recorded_at TEXT NOT NULL,
  retired_at TEXT,
  CHECK ((to_date IS NOT NULL) = (to_kind = 'known'))`

export const registerOverTime0050 = `
ALTER TABLE source ADD COLUMN format TEXT NOT NULL DEFAULT 'txt' CHECK (format IN ('txt', 'docx', 'html', 'paste'));
ALTER TABLE source ADD COLUMN published_from TEXT;
ALTER TABLE source ADD COLUMN published_to TEXT;
ALTER TABLE source ADD COLUMN withdrawn_at TEXT;
-- What a document held that is not in its text, or came from beside it, as JSON in the shape of contract/sources.ts.
ALTER TABLE source ADD COLUMN report TEXT;

-- The day the minutes were approved (justerade); approved minutes are never rewritten.
ALTER TABLE meeting ADD COLUMN approved_on TEXT;
-- The order of the list: what waits to be dated first, then the newest.
CREATE INDEX meeting_listed ON meeting (date IS NOT NULL, date DESC, created_at DESC);

-- restricted: kept, but in no search, list, map or export. pseudonymised: the name is gone for good.
ALTER TABLE person ADD COLUMN status TEXT NOT NULL DEFAULT 'active'
  CHECK (status IN ('active', 'restricted', 'pseudonymised'));
-- The day to look at the entry again.
ALTER TABLE person ADD COLUMN review_on TEXT;
ALTER TABLE person_name ADD COLUMN kind TEXT NOT NULL DEFAULT 'variant'
  CHECK (kind IN ('official', 'variant', 'misspelt', 'former', 'short'));
ALTER TABLE organisation ADD COLUMN dissolved_on TEXT;
ALTER TABLE organisation_name ADD COLUMN kind TEXT NOT NULL DEFAULT 'variant'
  CHECK (kind IN ('official', 'variant', 'abbreviation', 'former', 'misspelt'));
ALTER TABLE organisation_name ADD COLUMN from_date TEXT;
ALTER TABLE organisation_name ADD COLUMN to_date TEXT;
ALTER TABLE body ADD COLUMN organisation_id TEXT REFERENCES organisation (id);
ALTER TABLE body ADD COLUMN mandate TEXT;
ALTER TABLE body ADD COLUMN target_size TEXT;
CREATE INDEX body_organisation ON body (organisation_id);

-- Further names of a body; the shown one stands in body itself.
CREATE TABLE body_name (
  id TEXT NOT NULL PRIMARY KEY,
  body_id TEXT NOT NULL REFERENCES body (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT 'variant' CHECK (kind IN ('official', 'variant', 'abbreviation', 'former', 'misspelt')),
  match_key TEXT NOT NULL,
  fold_key TEXT NOT NULL
) STRICT;
CREATE INDEX body_name_match ON body_name (match_key);
CREATE INDEX body_name_owner ON body_name (body_id);

CREATE TABLE contact_point (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT REFERENCES person (id) ON DELETE CASCADE,
  organisation_id TEXT REFERENCES organisation (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('email', 'phone', 'address', 'url')),
  value TEXT NOT NULL,
  CHECK ((person_id IS NULL) <> (organisation_id IS NULL))
) STRICT;
CREATE INDEX contact_point_person ON contact_point (person_id);
CREATE INDEX contact_point_organisation ON contact_point (organisation_id);

CREATE TABLE theme (
  id TEXT NOT NULL PRIMARY KEY,
  type TEXT NOT NULL CHECK (type IN ('area', 'objective', 'challenge')),
  code TEXT,
  title TEXT NOT NULL,
  parent_id TEXT REFERENCES theme (id),
  -- The programme whose area it is, or the group whose challenge.
  body_id TEXT REFERENCES body (id),
  sort_key TEXT NOT NULL,
  match_key TEXT NOT NULL,
  fold_key TEXT NOT NULL
) STRICT;
CREATE INDEX theme_match ON theme (match_key);
CREATE INDEX theme_code ON theme (code);
CREATE INDEX theme_parent ON theme (parent_id);
CREATE INDEX theme_body ON theme (body_id);

-- A seat that outlives its holders: näringsminister (minister for enterprise).
CREATE TABLE post (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  organisation_id TEXT REFERENCES organisation (id),
  sort_key TEXT NOT NULL,
  match_key TEXT NOT NULL,
  fold_key TEXT NOT NULL
) STRICT;
CREATE INDEX post_match ON post (match_key);
CREATE INDEX post_organisation ON post (organisation_id);

-- Made anew: a holder may be unknown, and a post may be held.
CREATE TABLE evidence_before AS SELECT * FROM evidence;
DROP TABLE evidence;
CREATE TABLE tenure_0050 (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT REFERENCES person (id),
  organisation_id TEXT REFERENCES organisation (id),
  body_id TEXT REFERENCES body (id),
  post_id TEXT REFERENCES post (id),
  represents_id TEXT REFERENCES organisation (id),
  role TEXT,
  title TEXT,
  -- The word a text has for a holder it does not name: hon (she), han (he).
  pronoun TEXT CHECK (pronoun IN ('hon', 'han')),
  -- The title tells of health.
  sensitive INTEGER NOT NULL DEFAULT 0 CHECK (sensitive IN (0, 1)),
  replaces_id TEXT,${spanColumns},
  CHECK (organisation_id IS NOT NULL OR body_id IS NOT NULL OR post_id IS NOT NULL OR title IS NOT NULL)
) STRICT;
INSERT INTO tenure_0050 (id, person_id, organisation_id, body_id, role, recorded_at)
  SELECT id, person_id, organisation_id, body_id, role, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM tenure;
DROP TABLE tenure;
ALTER TABLE tenure_0050 RENAME TO tenure;
CREATE INDEX tenure_person ON tenure (person_id);
CREATE INDEX tenure_organisation ON tenure (organisation_id);
CREATE INDEX tenure_body ON tenure (body_id);
CREATE INDEX tenure_post ON tenure (post_id);
CREATE INDEX tenure_represents ON tenure (represents_id);

-- Who may hold a tenure that no text names a holder for: a proposal with its reasons, as a JSON list of codes.
CREATE TABLE holder_proposal (
  id TEXT NOT NULL PRIMARY KEY,
  tenure_id TEXT NOT NULL REFERENCES tenure (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id),
  reasons TEXT NOT NULL,
  -- rejected: somebody said that it is another; it is not proposed again.
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'rejected'))
) STRICT;
CREATE INDEX holder_proposal_tenure ON holder_proposal (tenure_id);
CREATE INDEX holder_proposal_person ON holder_proposal (person_id);

CREATE TABLE event (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  from_date TEXT,
  to_date TEXT,
  basis TEXT NOT NULL CHECK (basis IN ('stated', 'inferred', 'unknown')),
  as_written TEXT,
  venue TEXT,
  body_id TEXT REFERENCES body (id),
  -- The meeting in this workspace that the event is.
  meeting_id TEXT REFERENCES meeting (id) ON DELETE SET NULL,
  sort_key TEXT NOT NULL,
  match_key TEXT NOT NULL
) STRICT;
CREATE INDEX event_date ON event (from_date);
CREATE INDEX event_body ON event (body_id);
CREATE INDEX event_meeting ON event (meeting_id);

-- Uppdrag (a charge), satsning (money), utredning (an inquiry), insats (any other measure).
CREATE TABLE assignment (
  id TEXT NOT NULL PRIMARY KEY,
  type TEXT NOT NULL CHECK (type IN ('uppdrag', 'satsning', 'utredning', 'insats')),
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  theme_id TEXT REFERENCES theme (id),
  issued TEXT,
  due TEXT,
  sort_key TEXT NOT NULL,
  match_key TEXT NOT NULL
) STRICT;
CREATE INDEX assignment_theme ON assignment (theme_id);

-- Whole kronor where the words can be reckoned.
CREATE TABLE amount (
  id TEXT NOT NULL PRIMARY KEY,
  assignment_id TEXT NOT NULL REFERENCES assignment (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  sek INTEGER,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX amount_assignment ON amount (assignment_id);

-- Somebody's part in an event or an assignment.
CREATE TABLE party (
  id TEXT NOT NULL PRIMARY KEY,
  event_id TEXT REFERENCES event (id) ON DELETE CASCADE,
  assignment_id TEXT REFERENCES assignment (id) ON DELETE CASCADE,
  person_id TEXT REFERENCES person (id),
  organisation_id TEXT REFERENCES organisation (id),
  body_id TEXT REFERENCES body (id),
  role TEXT NOT NULL CHECK (role IN ('charged', 'coordinating', 'issuer', 'funder', 'recipient', 'partner',
    'organiser', 'participant', 'guest')),
  CHECK ((event_id IS NULL) <> (assignment_id IS NULL)),
  CHECK ((person_id IS NOT NULL) + (organisation_id IS NOT NULL) + (body_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX party_event ON party (event_id);
CREATE INDEX party_assignment ON party (assignment_id);
CREATE INDEX party_person ON party (person_id);
CREATE INDEX party_organisation ON party (organisation_id);
CREATE INDEX party_body ON party (body_id);

-- A tie that a text states, or that a person drew; what follows from meetings and roles is never stored here.
CREATE TABLE relation (
  id TEXT NOT NULL PRIMARY KEY,
  from_person_id TEXT REFERENCES person (id),
  from_organisation_id TEXT REFERENCES organisation (id),
  from_body_id TEXT REFERENCES body (id),
  to_person_id TEXT REFERENCES person (id),
  to_organisation_id TEXT REFERENCES organisation (id),
  to_body_id TEXT REFERENCES body (id),
  to_theme_id TEXT REFERENCES theme (id),
  -- focus: works on a theme; part-of: belongs to; partner: works with; member: is a member of; other: see label.
  type TEXT NOT NULL CHECK (type IN ('focus', 'part-of', 'partner', 'member', 'other')),
  label TEXT,
  directed INTEGER NOT NULL CHECK (directed IN (0, 1)),
  replaces_id TEXT,${spanColumns},
  CHECK ((from_person_id IS NOT NULL) + (from_organisation_id IS NOT NULL) + (from_body_id IS NOT NULL) = 1),
  CHECK ((to_person_id IS NOT NULL) + (to_organisation_id IS NOT NULL) + (to_body_id IS NOT NULL)
    + (to_theme_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX relation_from_person ON relation (from_person_id);
CREATE INDEX relation_from_organisation ON relation (from_organisation_id);
CREATE INDEX relation_from_body ON relation (from_body_id);
CREATE INDEX relation_to_person ON relation (to_person_id);
CREATE INDEX relation_to_organisation ON relation (to_organisation_id);
CREATE INDEX relation_to_body ON relation (to_body_id);
CREATE INDEX relation_to_theme ON relation (to_theme_id);

-- What a reading of a text proposes, in the shape of contract/reading.ts, and what became of it.
CREATE TABLE proposal (
  id TEXT NOT NULL PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  finding TEXT NOT NULL,
  -- The finding as somebody put it right; null as long as it stands as read.
  edited TEXT,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'rejected'))
) STRICT;
CREATE INDEX proposal_source ON proposal (source_id, position);

-- Whom a name of a text stands for. linked, apart: a person said so; found: settled when a proposal was accepted.
CREATE TABLE source_name (
  id TEXT NOT NULL PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'body')),
  name TEXT NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('linked', 'apart', 'found')),
  -- The entry it stands for; null while a new one is still to be made.
  entity_id TEXT,
  -- The spelling that the text brought to that entry.
  name_id TEXT
) STRICT;
CREATE INDEX source_name_source ON source_name (source_id, kind, name);
CREATE INDEX source_name_entity ON source_name (entity_id);

-- The words of a source that prove one fact. Source null: somebody's own statement ("egen uppgift").
CREATE TABLE evidence (
  id TEXT NOT NULL PRIMARY KEY,
  tenure_id TEXT REFERENCES tenure (id) ON DELETE CASCADE,
  -- A body's own being, and its place under its parent.
  body_id TEXT REFERENCES body (id) ON DELETE CASCADE,
  person_id TEXT REFERENCES person (id) ON DELETE CASCADE,
  organisation_id TEXT REFERENCES organisation (id) ON DELETE CASCADE,
  theme_id TEXT REFERENCES theme (id) ON DELETE CASCADE,
  event_id TEXT REFERENCES event (id) ON DELETE CASCADE,
  assignment_id TEXT REFERENCES assignment (id) ON DELETE CASCADE,
  relation_id TEXT REFERENCES relation (id) ON DELETE CASCADE,
  holder_proposal_id TEXT REFERENCES holder_proposal (id) ON DELETE CASCADE,
  source_id TEXT REFERENCES source (id),
  proposal_id TEXT REFERENCES proposal (id) ON DELETE SET NULL,
  line INTEGER,
  line_to INTEGER,
  quote TEXT NOT NULL,
  -- These words brought the entry into the register: it goes when no words and nothing else hold it.
  founding INTEGER NOT NULL DEFAULT 0 CHECK (founding IN (0, 1)),
  CHECK ((tenure_id IS NOT NULL) + (body_id IS NOT NULL) + (person_id IS NOT NULL) + (organisation_id IS NOT NULL)
    + (theme_id IS NOT NULL) + (event_id IS NOT NULL) + (assignment_id IS NOT NULL) + (relation_id IS NOT NULL)
    + (holder_proposal_id IS NOT NULL) = 1)
) STRICT;
INSERT INTO evidence (id, tenure_id, body_id, source_id, line, quote)
  SELECT id, tenure_id, body_id, source_id, line, quote FROM evidence_before;
DROP TABLE evidence_before;
CREATE INDEX evidence_tenure ON evidence (tenure_id);
CREATE INDEX evidence_body ON evidence (body_id);
CREATE INDEX evidence_person ON evidence (person_id);
CREATE INDEX evidence_organisation ON evidence (organisation_id);
CREATE INDEX evidence_theme ON evidence (theme_id);
CREATE INDEX evidence_event ON evidence (event_id);
CREATE INDEX evidence_assignment ON evidence (assignment_id);
CREATE INDEX evidence_relation ON evidence (relation_id);
CREATE INDEX evidence_holder ON evidence (holder_proposal_id);
CREATE INDEX evidence_source ON evidence (source_id);
CREATE INDEX evidence_proposal ON evidence (proposal_id);

-- How an interested party is judged, with its day and author. Rows are added, never changed.
CREATE TABLE assessment (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT REFERENCES person (id) ON DELETE CASCADE,
  organisation_id TEXT REFERENCES organisation (id) ON DELETE CASCADE,
  issue TEXT NOT NULL,
  power INTEGER CHECK (power BETWEEN 1 AND 5),
  interest INTEGER CHECK (interest BETWEEN 1 AND 5),
  position INTEGER CHECK (position BETWEEN 1 AND 5),
  legitimacy INTEGER CHECK (legitimacy BETWEEN 1 AND 5),
  urgency INTEGER CHECK (urgency BETWEEN 1 AND 5),
  rationale TEXT NOT NULL,
  as_of TEXT NOT NULL,
  author TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  CHECK ((person_id IS NULL) <> (organisation_id IS NULL))
) STRICT;
CREATE INDEX assessment_person ON assessment (person_id);
CREATE INDEX assessment_organisation ON assessment (organisation_id);

-- Contacts taken: a call, a letter, a visit.
CREATE TABLE interaction (
  id TEXT NOT NULL PRIMARY KEY,
  date TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('meeting', 'call', 'mail', 'letter', 'visit', 'other')),
  summary TEXT NOT NULL,
  follow_up TEXT,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX interaction_date ON interaction (date);
CREATE TABLE interaction_party (
  id TEXT NOT NULL PRIMARY KEY,
  interaction_id TEXT NOT NULL REFERENCES interaction (id) ON DELETE CASCADE,
  person_id TEXT REFERENCES person (id),
  organisation_id TEXT REFERENCES organisation (id),
  CHECK ((person_id IS NULL) <> (organisation_id IS NULL))
) STRICT;
CREATE INDEX interaction_party_interaction ON interaction_party (interaction_id);
CREATE INDEX interaction_party_person ON interaction_party (person_id);
CREATE INDEX interaction_party_organisation ON interaction_party (organisation_id);

-- Whether two entries are one. A merge removes b, whose row and names the snapshot keeps as JSON.
CREATE TABLE identity_decision (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'body')),
  a_id TEXT NOT NULL,
  b_id TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'undecided')),
  reasons TEXT NOT NULL,
  snapshot TEXT,
  decided_at TEXT NOT NULL,
  reversed_at TEXT
) STRICT;
CREATE INDEX identity_decision_a ON identity_decision (a_id);
CREATE INDEX identity_decision_b ON identity_decision (b_id);
-- Each reference that a merge moved from b to a, so that it can be moved back.
CREATE TABLE identity_move (
  id TEXT NOT NULL PRIMARY KEY,
  decision_id TEXT NOT NULL REFERENCES identity_decision (id) ON DELETE CASCADE,
  tbl TEXT NOT NULL,
  row_id TEXT NOT NULL,
  col TEXT NOT NULL
) STRICT;
CREATE INDEX identity_move_decision ON identity_move (decision_id);

-- When entries of a kind are due for review; nothing is ever removed by a rule alone.
CREATE TABLE retention_rule (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('person-idle', 'assessment', 'interaction', 'contact', 'source')),
  months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 1200)
) STRICT;

-- What was reviewed and is kept until a day.
CREATE TABLE retention_keep (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  until TEXT NOT NULL
) STRICT;
CREATE INDEX retention_keep_subject ON retention_keep (subject_id);

-- Who was looked up, sent out, restricted or erased, and when; never what was said. Undo leaves it be.
CREATE TABLE audit_log (
  id TEXT NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('access', 'export', 'rectify', 'restrict', 'unrestrict', 'erase', 'pseudonymise',
    'review')),
  subject_kind TEXT NOT NULL,
  subject_id TEXT,
  -- A code and numbers, never a name or a text.
  detail TEXT
) STRICT;
CREATE INDEX audit_log_subject ON audit_log (subject_id, at);
`
