/** What can be said only when the whole text has been read: who belongs to what, and which findings say the same. */
import type { Finding, FindingOf, Named } from '#contract/reading.ts'
import { matchKey } from '#core/register/names.ts'
import { bodyName } from './context.ts'
import type { Context } from './context.ts'
import { namedOf } from './named.ts'

export function settle(context: Context): Finding[] {
  placeBodies(context)
  joinTitles(context)
  dropShadows(context)
  return context.collector.all()
}

/** The programme above its advisory group, the office within its organisation with whoever takes part. */
function placeBodies(context: Context): void {
  const bodies = context.collector.ofKind('body')
  const byName = new Map(bodies.map((one) => [one.who.name, one]))
  for (const group of bodies.filter((one) => one.type === 'samverkansgrupp')) {
    const core = matchKey(group.who.name.replace(/^samverkansgruppen (?:för |inom )?/iu, ''))
    const program = bodies.find((one) => one.type === 'program' && matchKey(one.who.name).endsWith(core))
    if (program !== undefined) group.parent ??= program.who
  }
  for (const passage of context.passages) {
    for (const body of passage.bodies) {
      const finding = byName.get(bodyName(context, body).name)
      if (finding === undefined) continue
      const right = passage.text.slice(body.end, body.end + 30)
      const inside = /^\)? (?:i|vid|på|hos|at|within|of|in) (?:the )?/u.exec(right)
      const owner =
        inside === null ? undefined : passage.organisations.find((one) => one.start === body.end + inside[0].length)
      if (owner !== undefined) finding.organisation ??= namedOf(owner)
    }
    const [office, ...others] = passage.bodies.filter((one) => one.type === 'kontor')
    const within = /(?:i|vid) (?<owner>Regeringskansliet)[^.]{0,60}\((?<office>[\p{L} -]+kontoret)\)/u.exec(
      passage.text,
    )
    if (within !== null && office !== undefined && others.length === 0) {
      const owner = within.groups?.['owner'] ?? ''
      const finding = byName.get(bodyName(context, office).name)
      if (finding !== undefined) finding.organisation ??= { name: owner, asWritten: owner }
    }
    readMembers(context, byName, passage)
  }
}

/** "… handläggare från A, B och C ingår": the organisations in the one office or group spoken of. */
function readMembers(
  context: Context,
  byName: ReadonlyMap<string, FindingOf<'body'>>,
  passage: Context['passages'][number],
): void {
  for (const sentence of passage.sentences) {
    const verb =
      /(?<![\p{L}])(?:ingår|är representerade|är företrädda|are represented|take part|består av (?:representanter|företrädare|handläggare) (?:från|för)|consists of representatives (?:from|of))(?![\p{L}])/u.exec(
        sentence.text,
      )
    if (verb === null) continue
    const inside = passage.organisations.filter((one) => one.start >= sentence.start && one.end <= sentence.end)
    const list = inside.filter((one) => {
      const left = passage.text.slice(sentence.start, one.start)
      return /(?:från|för|from|of)(?: (?:\p{Lu}[\p{L}\d&-]*(?: \p{Lu}?[\p{L}-]+)*(?:, | och | and |, och )?)*)?\s*$/u.test(
        left,
      )
    })
    if (list.length < 2) continue
    const near =
      passage.bodies.find((one) => one.end <= sentence.end) ??
      passage.heading?.bodies[0] ??
      context.passages
        .slice(Math.max(0, passage.index - 8), passage.index)
        .flatMap((one) => one.bodies)
        .filter((one) => one.type === 'kontor')
        .at(-1)
    const finding = near === undefined ? undefined : byName.get(bodyName(context, near).name)
    if (finding === undefined) continue
    for (const one of list)
      if (!finding.members.some(({ name }) => name === one.name)) finding.members.push(namedOf(one))
    const place = passage.place(sentence.start, sentence.end)
    if (!finding.places.some((one) => one.quote === place.quote && one.from === place.from)) finding.places.push(place)
  }
}

const words = (title: string): Set<string> =>
  new Set(
    matchKey(title)
      .split(' ')
      .filter((word) => !/^(?:för|av|the|of|for|regeringens|vår|our)$/u.test(word)),
  )
const sub = (a: Set<string>, b: Set<string>): boolean => [...a].every((word) => b.has(word))
const same = (a: Named | null, b: Named | null): boolean =>
  (a === null ? '' : matchKey(a.name)) === (b === null ? '' : matchKey(b.name))

type Tenure = FindingOf<'tenure'>

/** One role told in shorter and longer words is one tenure, with the fullest title. */
function joinTitles(context: Context): void {
  const byPerson = new Map<string, Tenure[]>()
  for (const one of context.collector.ofKind('tenure')) {
    if (one.person === null) continue
    const key = matchKey(one.person.name)
    byPerson.set(key, [...(byPerson.get(key) ?? []), one].slice(-60))
  }
  const gone = new Set<Tenure>()
  for (const tenures of byPerson.values()) {
    for (const short of tenures) {
      const long = tenures.find((one) => !gone.has(one) && covers(one, short, tenures))
      if (long === undefined) continue
      for (const place of short.places)
        if (!long.places.some((one) => one.from === place.from && one.quote === place.quote)) long.places.push(place)
      gone.add(short)
    }
    // A bare belonging says nothing beside a title at the same place.
    for (const bare of tenures) {
      if (bare.title !== null || bare.role !== null || bare.organisation === null) continue
      if (tenures.some((one) => !gone.has(one) && one.title !== null && same(one.organisation, bare.organisation)))
        gone.add(bare)
    }
  }
  context.collector.drop(gone)
}

/** True when `one` says all that `short` says, and more, or the same and earlier. */
function covers(one: Tenure, short: Tenure, all: readonly Tenure[]): boolean {
  if (one === short || one.role !== short.role) return false
  if (one.span.from !== short.span.from || one.span.to !== short.span.to) return false
  if (short.span.basis === 'stated' || short.role === 'fotograf') return false
  if (short.organisation !== null && !same(one.organisation, short.organisation)) return false
  if (short.body !== null && !same(one.body, short.body)) return false
  if (
    short.title !== null &&
    short.organisation === null &&
    short.body === null &&
    one.title === null &&
    one.role !== null &&
    (one.body !== null || one.organisation !== null)
  )
    return sub(words(short.title), words(one.role))
  if (short.title === null && short.organisation === null && short.body === null)
    // "Utredare" over "NN, utredare": the label and the title of one line.
    return one.title !== null && short.places.every((place) => one.places.some((other) => other.from === place.from))
  if (short.title === null) return one.title !== null && (short.organisation !== null) !== (short.body !== null)
  if (one.title === null || /tidigare|former|f\.d\./iu.test(`${one.title}${short.title}`)) return false
  const [a, b] = [words(short.title), words(one.title)]
  return (
    sub(a, b) &&
    (a.size < b.size || all.indexOf(one) < all.indexOf(short) || !same(one.organisation, short.organisation))
  )
}

/** A heading that was a body and an organisation both, a person read out of a longer name. */
function dropShadows(context: Context): void {
  const people = new Set(context.collector.ofKind('person').map((one) => matchKey(one.who.name)))
  const bodies = new Set(context.collector.ofKind('body').map((one) => matchKey(one.who.name)))
  const organisations = context.collector.ofKind('organisation')
  const held = new Set(
    context.collector
      .all()
      .flatMap((one) =>
        one.kind === 'tenure'
          ? [one.organisation?.name]
          : one.kind === 'assignment' || one.kind === 'event'
            ? one.parties.map(({ who }) => who.name)
            : [],
      ),
  )
  // "Energibolaget Norrvind AB" read whole is not "Norrvind AB" as well.
  const partOfLonger = (one: FindingOf<'organisation'>): boolean =>
    !held.has(one.who.name) &&
    organisations.some(
      (longer) =>
        longer.who.name.endsWith(` ${one.who.name}`) &&
        one.places.every((place) => longer.places.some((other) => other.from <= place.from && other.to >= place.to)),
    )
  context.collector.drop(
    new Set(
      organisations.filter(
        (one) => people.has(matchKey(one.who.name)) || bodies.has(matchKey(one.who.name)) || partOfLonger(one),
      ),
    ),
  )
}
