/** Storing what a text says: the source, each meeting, and the entities its names stand for. One transaction. */
import { KansliError } from '#contract/errors.ts'
import type { Match } from '#contract/imports.ts'
import type { Output, Parsed } from '#contract/methods.ts'
import type { ProposedMeeting } from '#contract/proposal.ts'
import { insert } from '#db/connection.ts'
import { addOrganisationName, addPersonName, meetingsFromText } from '#db/queries/entities.ts'
import { linkEvents } from '#db/queries/facts.ts'
import { entityName } from '#db/queries/register.ts'
import type { WriteContext } from '#core/context.ts'
import { parseMinutes } from '#core/import/parse.ts'
import { matchesFor, namedPeople, registerNames, type RegisterNames } from '#core/imports/matches.ts'
import { storeMeeting, type Links } from '#core/imports/store.ts'
import { normalLines, overrideMap } from '#core/imports/text.ts'
import { keysOf, newBody, newOrganisation, newPerson } from '#core/meetings/entities.ts'
import { resolveWarning } from '#core/meetings/warnings.ts'
import { matchKey } from '#core/register/names.ts'

type Choice = Parsed<'imports.commit'>['links'][number]

/**
 * Organisations and bodies that the text brings, by kind and name: one name is one entry throughout the text, also
 * where it was parted from a namesake in the register.
 */
type Brought = Map<string, string>

function bring(context: WriteContext, brought: Brought, kind: 'organisation' | 'body', name: string): string {
  const key = `${kind} ${matchKey(name)}`
  const known = brought.get(key)
  if (known !== undefined) return known
  const id = kind === 'organisation' ? newOrganisation(context, name) : newBody(context, name)
  brought.set(key, id)
  return id
}

/** Whom every name of one meeting stands for: the person's choice first, then the one exact match, else somebody new. */
function resolveNames(
  context: WriteContext,
  names: RegisterNames,
  proposal: ProposedMeeting,
  choices: readonly Choice[],
  brought: Brought,
): Links {
  const matches = matchesFor(names, proposal)
  const { db, ports } = context
  /** Null: somebody new. */
  const standsFor = (kind: Choice['kind'], match: Match): string | null => {
    const choice = choices.find((one) => one.kind === kind && one.name === match.name)
    if (choice !== undefined) return choice.to
    return match.verdict === 'exact' ? (match.candidates[0]?.id ?? null) : null
  }

  const organisations = new Map<string, string>()
  for (const match of matches.organisations) {
    const id = standsFor('organisation', match) ?? bring(context, brought, 'organisation', match.name)
    addOrganisationName(db, ports.newId(), id, match.name, keysOf(match.name))
    organisations.set(match.name, id)
  }
  const people = new Map<string, string>()
  for (const [index, { key }] of namedPeople(proposal).entries()) {
    const match = matches.people[index]
    if (match === undefined) throw new Error('a person was not matched')
    const id = standsFor('person', match) ?? newPerson(context, match.name)
    addPersonName(db, ports.newId(), id, match.name, keysOf(match.name))
    people.set(key, id)
  }
  const body =
    matches.body === null
      ? null
      : (standsFor('body', matches.body) ?? bring(context, brought, 'body', matches.body.name))
  return { people, organisations, body }
}

/**
 * Reads the text again, so that what is stored is what the text says, and stores it.
 * @throws KansliError import.not-minutes, import.already-there, import.changed
 */
export function commitImport(context: WriteContext, input: Parsed<'imports.commit'>): Output<'imports.commit'> {
  const { db, ports } = context
  const text = normalLines(input.text)
  const sha256 = ports.sha256(text)
  const [known] = meetingsFromText(db, sha256)
  if (known !== undefined && !input.again)
    throw new KansliError('import.already-there', { title: known.title, id: known.meetingId })
  const now = ports.clock()
  const proposals = parseMinutes(text, {
    overrides: overrideMap(input.overrides),
    today: now.toISOString().slice(0, 10),
  })
  const wanted = proposals
    .map((proposal, index) => ({ proposal, index }))
    .filter(({ index }) => !input.skip.includes(index))
  // Nothing chosen, or choices for meetings that the text does not hold: the preview was of another text.
  const chosen = new Set([...input.links, ...input.accept].map(({ meeting }) => meeting))
  if (wanted.length === 0 || [...chosen].some((meeting) => proposals[meeting] === undefined))
    throw new KansliError('import.changed')
  for (const { kind, to } of input.links)
    if (to !== null && entityName(db, kind, to) === null) throw new KansliError('entity.not-found')

  const sourceId = ports.newId()
  insert(db, 'source', {
    id: sourceId,
    name: input.name,
    kind: 'minutes',
    text,
    encoding: input.encoding,
    sha256,
    added_at: now.toISOString(),
  })
  const brought: Brought = new Map()
  const meetings = wanted.map(({ proposal, index }) => {
    const links = resolveNames(
      context,
      registerNames(db),
      proposal,
      input.links.filter((link) => link.meeting === index),
      brought,
    )
    const stored = storeMeeting(context, sourceId, proposal, links)
    for (const { meeting, finding } of input.accept) {
      if (meeting !== index) continue
      const warning = stored.warnings[finding]
      if (warning === undefined) throw new KansliError('import.changed')
      resolveWarning(context, warning, 'accepted')
    }
    return { id: stored.id, title: proposal.title }
  })
  linkEvents(db)
  return { meetings }
}
