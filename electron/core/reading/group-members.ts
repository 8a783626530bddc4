/** Members of a body: lists under its heading, and sentences that name them. */
import type { Named } from '#contract/reading.ts'
import { readAffiliations } from './affiliations.ts'
import { loneName } from './annotate.ts'
import type { Passage } from './passage.ts'
import { bodyKey, bodyTypeOf } from './body-names.ts'
import { addTenure } from './context.ts'
import type { Context } from './context.ts'
import { namedOf } from './named.ts'
import { roleOf } from './roles.ts'
import { readSpan } from './spans.ts'
import { pieceLabel, bodyAt } from './group-headings.ts'

/** True when at least two lines under the heading are people. */
function inList(context: Context, passage: Passage, known: Map<Passage, boolean>): boolean {
  const { heading } = passage
  if (heading === null) return false
  const answer = known.get(heading)
  if (answer !== undefined) return answer
  const lines = (context.under.get(heading) ?? []).filter(
    (one) => (one.people[0]?.start ?? 99) <= 25 && one.text.length <= 170,
  )
  known.set(heading, lines.length >= 2)
  return lines.length >= 2
}

/** "NN (sammankallande), NN och NN" on one line under a body's heading. */
function readMemberRun(context: Context, passage: Passage, body: Named): void {
  passage.people.forEach((person, at) => {
    const end = passage.people[at + 1]?.start ?? passage.text.length
    const [own] = readAffiliations(passage, person.end, end, true)
    const seat = own?.title === null || own === undefined ? null : roleOf(own.title)
    const role = seat !== null && seatRole.test(seat) ? seat : 'ledamot'
    addTenure(
      context,
      { person: namedOf(person), role, title: seat === role ? (own?.title ?? null) : null, body },
      passage.place(),
    )
  })
}

const memberSentence =
  /^(?:(?:Övriga )?(?:Ledamöter|Medlemmar)(?: i \p{L}+)? är|I (?<body>\p{L}+) (?:sitter|ingår)|(?:Other )?[Mm]embers (?:are|include))(?![\p{L}])/u

/** "Members are NN (X), NN (Y) and NN." in the text of a body. */
export function readMemberSentences(context: Context, byHeading: ReadonlyMap<Passage, Named>): void {
  for (const passage of context.passages) {
    for (const sentence of passage.sentences) {
      const match = memberSentence.exec(sentence.text)
      if (match === null) continue
      const called = match.groups?.['body']
      const heading = passage.heading === null ? undefined : byHeading.get(passage.heading)
      const known = called === undefined ? undefined : context.bodyNames.get(bodyKey(called, bodyTypeOf(called)))
      const body = known === undefined ? heading : { name: known, asWritten: called ?? known }
      if (body === undefined) continue
      const people = passage.people.filter((one) => one.start >= sentence.start && one.end <= sentence.end)
      const place = passage.place(sentence.start, sentence.end)
      people.forEach((person, at) => {
        addTenure(context, { person: namedOf(person), role: 'ledamot', body }, place)
        for (const one of readAffiliations(passage, person.end, people[at + 1]?.start ?? sentence.end, true))
          if (one.organisation !== null || one.title !== null)
            addTenure(context, { person: namedOf(person), ...one }, place)
      })
    }
  }
}

const seatRole = /ordförande|ledamot|ersättare|kassör|sekreterare|sammankallande|revisor/u

/** Lines "Namn, titel, organisation" under the heading of a board, a council or a group. */
export function readMemberLines(context: Context, byHeading: ReadonlyMap<Passage, Named>, seated: Set<Passage>): void {
  const lists = new Map<Passage, boolean>()
  for (const passage of context.passages) {
    const [person] = passage.people
    if (seated.has(passage) || passage.kind === 'heading' || person === undefined || person.start > 25) continue
    if (passage.people.length > 1) {
      const run = passage.heading === null ? undefined : byHeading.get(passage.heading)
      const outside = passage.people.reduce((left, one) => left - (one.end - one.start), passage.text.length)
      if (
        run !== undefined &&
        pieceLabel(passage) === null &&
        outside < passage.text.length * 0.6 &&
        bodyTypeOf(run.name) !== 'kontor'
      )
        readMemberRun(context, passage, run)
      continue
    }
    if (
      passage.text.length > 170 ||
      pieceLabel(passage) !== null ||
      (loneName(passage) === false && !/^(?:,| –| -| \(|:| \||\.?$)/u.test(passage.text.slice(person.end)))
    )
      continue
    const body = bodyAt(passage, byHeading, context)
    if (body === null || bodyTypeOf(body.name) === 'kontor' || passage.heading === null) continue
    if (!inList(context, passage, lists)) continue
    const affiliations = readAffiliations(passage, person.end, passage.text.length, true)
    const seat = affiliations
      .map((one) => (one.seat === undefined ? one : { ...one, title: one.seat }))
      .map((one) => (one.title === null ? null : { role: roleOf(one.title), one }))
      .find(
        (one) =>
          one !== null &&
          one.role !== null &&
          /ordförande|ledamot|ersättare|kassör|sekreterare|sammankallande|revisor/u.test(one.role),
      )
    const headed = /suppleant|ersättare|alternates/iu.test(passage.heading.text) ? 'ersättare' : 'ledamot'
    const who = namedOf(person)
    const days = readSpan(passage.text, context.publication)
    seated.add(passage)
    addTenure(
      context,
      {
        person: who,
        role: seat?.role ?? headed,
        title: seat?.one.title ?? null,
        body,
        ...(days === null ? {} : { span: days }),
      },
      passage.place(),
    )
  }
}
