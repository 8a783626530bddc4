/** Accepting people, organisations, bodies and themes. What a text leaves open stays open; what is known is not changed. */
import type { FindingOf } from '#contract/reading.ts'
import { get, insert, update } from '#db/connection.ts'
import { fellBefore } from '#db/queries/fallen.ts'
import { relationLike, themesTitled, themesWithCode, type RelationKey, type ThemeRow } from '#db/queries/facts.ts'
import { keysOf } from '#core/meetings/entities.ts'
import { keepBefore } from '#core/register/kept-before.ts'
import { matchKey } from '#core/register/names.ts'
import { entryFor, entryOrNull, foundTheme, prove, type Acceptance } from './accept-context.ts'

export function acceptPerson(acceptance: Acceptance<FindingOf<'person'>>): void {
  const { id, made } = acceptance.names.resolve('person', acceptance.finding.who)
  prove(acceptance, 'person', id, made)
}

export function acceptOrganisation(acceptance: Acceptance<FindingOf<'organisation'>>): void {
  const { db } = acceptance.context
  const { who, type } = acceptance.finding
  const { id, made } = acceptance.names.resolve('organisation', who)
  const known = get<{ type: string | null }>(db, 'SELECT type FROM organisation WHERE id = ?', [id])
  if (known?.type === null && type !== null) {
    if (!made) keepBefore(acceptance.context, 'organisation', id)
    update(db, 'organisation', id, { type })
  }
  prove(acceptance, 'organisation', id, made)
}

type BodyRow = {
  type: string | null
  parent_id: string | null
  organisation_id: string | null
  mandate: string | null
  target_size: string | null
}

/** A body under itself would be a circle: a parent that already lies below is left out. */
function fitsAbove(db: Acceptance['context']['db'], parentId: string, id: string): boolean {
  return (
    get(
      db,
      `WITH RECURSIVE above (id) AS (SELECT @parentId UNION SELECT b.parent_id FROM body b JOIN above a ON b.id = a.id
         WHERE b.parent_id IS NOT NULL)
       SELECT 1 FROM above WHERE id = @id`,
      { parentId, id },
    ) === undefined
  )
}

export function acceptBody(acceptance: Acceptance<FindingOf<'body'>>): void {
  const { db } = acceptance.context
  const { who, type, parent, organisation, mandate, targetSize, members } = acceptance.finding
  const { id, made } = acceptance.names.resolve('body', who)
  const known = get<BodyRow>(
    db,
    'SELECT type, parent_id, organisation_id, mandate, target_size FROM body WHERE id = ?',
    [id],
  )
  const parentId = entryOrNull(acceptance, 'body', parent)
  const fill = <T>(before: T | null | undefined, now: T | null) =>
    (before ?? null) === null && now !== null ? now : undefined
  const fields = {
    type: fill(known?.type, type),
    parent_id: fill(known?.parent_id, parentId !== null && fitsAbove(db, parentId, id) ? parentId : null),
    organisation_id: fill(known?.organisation_id, entryOrNull(acceptance, 'organisation', organisation)),
    mandate: fill(known?.mandate, mandate),
    target_size: fill(known?.target_size, targetSize),
  }
  if (!made && Object.values(fields).some((value) => value !== undefined)) keepBefore(acceptance.context, 'body', id)
  update(db, 'body', id, fields)
  prove(acceptance, 'body', id, made)
  for (const member of members)
    relate(acceptance, {
      from_organisation_id: entryFor(acceptance, 'organisation', member),
      from_body_id: null,
      to_body_id: id,
      to_theme_id: null,
      type: 'member',
    })
}

/** A tie that a text states, once. */
export function relate(acceptance: Acceptance, key: RelationKey): void {
  const { db, ports } = acceptance.context
  const known = relationLike(db, key)
  const id = known ?? ports.newId()
  if (known === null)
    insert(db, 'relation', {
      id,
      ...key,
      directed: 1,
      basis: 'stated',
      to_kind: 'unknown',
      recorded_at: ports.clock().toISOString(),
    })
  prove(acceptance, 'relation', id, known === null)
}

export type ThemeKey = { code: string | null; title: string | null }

/** Writing a title apart or together makes no other theme: typing errors of that kind are common. */
const titleKey = (title: string) => matchKey(title).replaceAll(' ', '')

function themeLike(
  acceptance: Acceptance,
  { code, title }: ThemeKey,
  fits: (theme: ThemeRow) => boolean,
): ThemeRow | undefined {
  const { db } = acceptance.context
  const byCode = code === null ? [] : themesWithCode(db, code)
  const byTitle = title === null ? [] : themesTitled(db, titleKey(title))
  const agreeing = byTitle.filter((theme) => code === null || theme.code === null || theme.code === code)
  return [...byCode, ...agreeing].find(fits)
}

/** Objectives have a point in their number; areas have none. */
const typeOfCode = (code: string | null) => (code?.includes('.') === true ? 'objective' : 'area')

function newTheme(
  acceptance: Acceptance,
  theme: ThemeKey & { type: string; parentId: string | null; bodyId: string | null },
): string {
  const { db, ports } = acceptance.context
  const title = theme.title ?? theme.code ?? ''
  const id = fellBefore(db, 'theme', title, acceptance.sourceId) ?? ports.newId()
  const keys = keysOf(title)
  insert(db, 'theme', {
    id,
    type: theme.type,
    code: theme.code,
    title,
    parent_id: theme.parentId,
    body_id: theme.bodyId,
    sort_key: keysOf(theme.code === null ? title : `${theme.code} ${title}`).sort,
    match_key: keys.match,
    fold_key: keys.fold,
  })
  return id
}

/** The theme that a text speaks of by number or title; a new one where none is known. Null when it says neither. */
export function themeFor(acceptance: Acceptance, key: ThemeKey | null): string | null {
  if (key === null || (key.code === null && key.title === null)) return null
  const known = themeLike(acceptance, key, (theme) => theme.type !== 'challenge')
  if (known !== undefined) return known.id
  const id = newTheme(acceptance, { ...key, type: typeOfCode(key.code), parentId: null, bodyId: null })
  foundTheme(acceptance, id)
  return id
}

export function acceptTheme(acceptance: Acceptance<FindingOf<'theme'>>): void {
  const { db } = acceptance.context
  const { type, code, title, parent, body } = acceptance.finding
  const bodyId = entryOrNull(acceptance, 'body', body)
  const parentId = themeFor(acceptance, parent)
  const same = (a: string | null, b: string | null) => a === null || b === null || a === b
  const known = themeLike(
    acceptance,
    { code, title },
    (theme) =>
      theme.type === type &&
      same(theme.parentId, parentId) &&
      // The same words may be a challenge of two groups.
      (type === 'challenge' ? theme.bodyId === bodyId : same(theme.bodyId, bodyId)),
  )
  if (known === undefined) {
    prove(acceptance, 'theme', newTheme(acceptance, { code, title, type, parentId, bodyId }), true)
    return
  }
  // A theme known by its number alone is now called by its title.
  const named = known.title === known.code ? title : known.title
  const coded = known.code ?? code
  const keys = keysOf(named)
  keepBefore(acceptance.context, 'theme', known.id)
  update(db, 'theme', known.id, {
    code: coded,
    title: named,
    parent_id: known.parentId ?? parentId,
    body_id: known.bodyId ?? bodyId,
    sort_key: keysOf(coded === null ? named : `${coded} ${named}`).sort,
    match_key: keys.match,
    fold_key: keys.fold,
  })
  prove(acceptance, 'theme', known.id, false)
}

export function acceptFocus(acceptance: Acceptance<FindingOf<'focus'>>): void {
  const { body, theme } = acceptance.finding
  const themeId = themeFor(acceptance, theme)
  const bodyId = entryFor(acceptance, 'body', body)
  if (themeId === null) return
  relate(acceptance, {
    from_organisation_id: null,
    from_body_id: bodyId,
    to_body_id: null,
    to_theme_id: themeId,
    type: 'focus',
  })
}
