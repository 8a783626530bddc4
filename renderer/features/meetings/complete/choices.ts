/** What is offered for a query: those present, those expected, others of the list, the register, and whoever or whatever is new. Pure. */
import type { Output } from '#contract/methods.ts'
import type { View } from '../text/savers.ts'
import { hasInitials, nameFit } from './fit.ts'
import { introduced, themeIntroduced, type Query } from './query.ts'

export type Hit = Output<'complete.names'>['hits'][number]
export type Standing = 'present' | 'expected' | 'listed' | 'register' | 'new'
export type Choice = {
  key: string
  kind: Hit['kind']
  id: string
  name: string
  detail: string | null
  standing: Standing
  /** Goes on the meeting's list too, and as what; without it somebody known is only named. */
  joins?: 'guest' | 'staff'
}

/** Rows the list shows. */
export const mostChoices = 8
const standings: readonly Standing[] = ['present', 'expected', 'listed', 'register', 'new']

type People = Pick<View, 'attendance' | 'head'>

/** People of the meeting and those they speak for, and its body. */
function known({ attendance, head }: People): Choice[] {
  const people = attendance.map(({ personId, name, organisation, capacity, status }): Choice => ({
    key: personId,
    kind: 'person',
    id: personId,
    name,
    detail: organisation ?? capacity,
    standing: status === 'present' ? 'present' : status === 'expected' ? 'expected' : 'listed',
  }))
  const spokenFor = attendance.flatMap(({ organisationId, organisation, status }): Choice[] =>
    organisationId === null || organisation === null
      ? []
      : [
          {
            key: organisationId,
            kind: 'organisation',
            id: organisationId,
            name: organisation,
            detail: null,
            standing: status === 'present' ? 'present' : 'listed',
          },
        ],
  )
  const body: Choice[] =
    head.bodyId === null || head.body === null
      ? []
      : [{ key: head.bodyId, kind: 'body', id: head.bodyId, name: head.body, detail: null, standing: 'listed' }]
  return [...people, ...spokenFor, ...body]
}

function once(choices: readonly Choice[]): Choice[] {
  const found = new Map<string, Choice>()
  for (const choice of choices) {
    const before = found.get(choice.key)
    if (before === undefined || standings.indexOf(choice.standing) < standings.indexOf(before.standing))
      found.set(choice.key, choice)
  }
  return [...found.values()]
}

/** Kinds of a sign. */
export const kindsOf: Readonly<Record<Query['sign'], readonly Hit['kind'][]>> = {
  '@': ['person', 'organisation', 'body'],
  '#': ['theme'],
}

/** Words to ask the register for: what stands before a comma. */
export const nameAsked = ({ text }: Query) => (text.split(',')[0] ?? '').trim()

/**
 * The rows for a query. `hits` are what the register gave, maybe for an earlier query: those that do not fit are left
 * out. `settled`: they are the answer to this one.
 */
export function choicesFor(people: People, query: Query, hits: readonly Hit[], settled: boolean): Choice[] {
  const asked = nameAsked(query)
  const own = query.sign === '@' ? known(people) : []
  // A theme answers by its code too, which stands beside its name.
  const fits = ({ name, detail, kind }: Choice) =>
    nameFit(name, asked) ?? (kind === 'theme' && detail !== null ? nameFit(detail, asked) : null)
  const found = hits
    .map((hit): Choice => ({ ...hit, key: hit.id, standing: 'register' }))
    .filter(({ kind }) => kindsOf[query.sign].includes(kind))
    .map((choice) => ({ choice, fit: settled ? (fits(choice) ?? 6) : fits(choice) }))
  // A name's second word is as good as the first of what somebody speaks for.
  const rank = ({ choice, fit }: { choice: Choice; fit: number | null }) =>
    (fit ?? 0) + (choice.kind === 'person' || choice.kind === 'theme' ? 0 : 1)
  const ranked = once([...own, ...found.filter(({ fit }) => fit !== null).map(({ choice }) => choice)])
    .map((choice, index) => ({ choice, index, fit: fits(choice) ?? (choice.standing === 'register' ? 6 : null) }))
    .filter((one) => one.fit !== null)
    .toSorted(
      (a, b) =>
        standings.indexOf(a.choice.standing) - standings.indexOf(b.choice.standing) ||
        rank(a) - rank(b) ||
        a.index - b.index,
    )
    .map(({ choice }) => choice)
  const rows = asked === '' && query.sign === '@' ? ranked.filter(({ kind }) => kind === 'person') : ranked
  return query.sign === '@' ? withNew(rows, query) : withNewTheme(rows, query)
}

/** Offers a new theme behind those known, unless one of them has that very title. */
function withNewTheme(rows: readonly Choice[], query: Query): Choice[] {
  const name = themeIntroduced(query.text)
  const lower = (title: string) => title.toLocaleLowerCase('sv')
  if (name === null || rows.some((row) => lower(row.name) === lower(name))) return rows.slice(0, mostChoices)
  const made: Choice = { key: 'new', kind: 'theme', id: '', name, detail: null, standing: 'new' }
  return [...rows.slice(0, mostChoices - 1), made]
}

/** Offers somebody new behind those known. Words after a comma leave only those of that very name. */
function withNew(rows: readonly Choice[], query: Query): Choice[] {
  const person = introduced(query.text)
  if (person === null) return query.text.includes(',') ? [] : rows.slice(0, mostChoices)
  const made: Choice = {
    key: 'new',
    kind: 'person',
    id: '',
    name: person.name,
    detail: person.organisation,
    standing: 'new',
  }
  if (!query.text.includes(',')) return [...rows.slice(0, mostChoices - 1), made]
  const same = rows.filter(({ kind, name }) => kind === 'person' && name === person.name)
  const meant = ({ detail }: Choice) =>
    person.organisation === null || nameFit(detail ?? '', person.organisation) !== null
  return [...same.filter(meant), made, ...same.filter((one) => !meant(one))].slice(0, mostChoices)
}

/**
 * Below somebody who is not on the list: the ways onto it, as long as there is room. To be named is not to be there, so
 * nobody is put there by being chosen; somebody new is a guest, and may be staff instead.
 */
export function withJoining(choices: readonly Choice[]): Choice[] {
  let room = mostChoices - choices.length
  return choices.flatMap((choice): Choice[] => {
    if (choice.kind !== 'person' || (choice.standing !== 'register' && choice.standing !== 'new')) return [choice]
    const ways = choice.standing === 'new' ? (['staff'] as const) : (['guest', 'staff'] as const)
    if (room < ways.length) return [choice]
    room -= ways.length
    return [choice, ...ways.map((joins) => ({ ...choice, key: `${choice.key} ${joins}`, joins }))]
  })
}

const holders = ({ attendance }: Pick<View, 'attendance'>, typed: string) =>
  attendance.filter(({ name, status }) => status === 'present' && hasInitials(name, typed))

/** What is said of initials that name nobody by themselves. */
export const initialsSaid = (people: Pick<View, 'attendance'>, typed: string) =>
  holders(people, typed).length === 0 ? 'writing:complete.nobody' : 'writing:complete.several'

/** The only one present with these initials. */
export function presentByInitials(people: Pick<View, 'attendance'>, typed: string): Hit | null {
  const found = holders(people, typed)
  const [only] = found
  return found.length === 1 && only !== undefined
    ? { kind: 'person', id: only.personId, name: only.name, detail: only.organisation }
    : null
}
