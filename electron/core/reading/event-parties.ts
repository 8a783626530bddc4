/** Who holds an event, speaks there and came, the body that meets, and where. */
import type { Named, Party, PartyRole } from '#contract/reading.ts'
import { matchKey } from '#core/register/names.ts'
import type { Passage, Sentence } from './passage.ts'
import { bodyName } from './context.ts'
import type { Context } from './context.ts'
import { namedOf } from './named.ts'

export function partiesIn(context: Context, passage: Passage, sentence: Sentence): Party[] {
  const parties: Party[] = []
  const text = sentence.text
  const inside = (one: { start: number; end: number }): boolean =>
    one.start >= sentence.start && one.end <= sentence.end
  const add = (kind: Party['kind'], who: Named, role: PartyRole): void => {
    if (!parties.some((one) => one.who.name === who.name)) parties.push({ kind, who, role })
  }
  const by = [
    ...text.matchAll(
      /(?:arrangeras|arrangerades|anordnas|anordnades|ordnas|hålls|organiseras|arrangerat|arrangerad|arrangemang|organised|organized|hosted|arranged|co-hosted)(?: \p{Ll}+){0,3} (?:av|by)(?: (?:både|bland annat|the|both))? /giu,
    ),
  ]
  const active =
    /(?<![\p{L}])(?:bjuder|bjöd|inbjuder|arrangerar|arrangerade|anordnar|anordnade|ordnar|ordnade|håller|höll|organises|organizes|organised|organized|hosts|hosted|hosting|holds|invites|arranges|arranged|kallar|is hosting|will host)(?![\p{L}])/iu.exec(
      text,
    )
  for (const one of passage.organisations.filter(inside)) {
    const at = one.start - sentence.start
    const left = text.slice(0, at)
    const listed = (start: number): boolean =>
      start <= at &&
      !/(?<![\p{L}])(?:i|på|vid|där|som|in|at|where|for|den|on)(?![\p{L}])/u.test(text.slice(start, at)) &&
      text.slice(start, at).length < 160
    const passive = by.some((match) => listed(match.index + match[0].length))
    const after =
      active !== null &&
      at > active.index &&
      /(?:tillsammans med|i samarbete med|ihop med|together with|in cooperation with|in collaboration with|jointly with)/iu.test(
        text.slice(active.index, at),
      ) &&
      listed(active.index + active[0].length)
    const inverted =
      active !== null &&
      /^(?:bjuder|bjöd|inbjuder|arrangerar|arrangerade|anordnar|anordnade|håller|höll|ordnar|kallar)$/iu.test(
        active[0],
      ) &&
      at === active.index + active[0].length + 1
    const subject =
      active !== null &&
      at < active.index &&
      !/(?<![\p{L}])(?:som|där|på|i|vid|hos|at|in)(?![\p{L}])/u.test(
        text.slice(one.end - sentence.start, active.index),
      ) &&
      !/(?:på|i|vid|hos|at|in) $/u.test(left)
    if (passive || after || inverted || subject) add('organisation', namedOf(one), 'organiser')
    else if (/(?:inbjudna? gäst\p{L}*|gäst\p{L}*|guests?)/iu.test(text)) add('organisation', namedOf(one), 'guest')
  }
  for (const one of passage.bodies.filter(inside)) {
    const at = one.start - sentence.start
    const passive = by.some((match) => match.index + match[0].length <= at && at - match.index < 160)
    const subject = active !== null && at < active.index && active.index - at < 80
    const inverted = active !== null && at === active.index + active[0].length + 1
    if (passive || subject || inverted) add('body', bodyName(context, one), 'organiser')
  }
  if (/(?<![\p{L}])regeringens (?:årliga )?konferens/u.test(text))
    add('organisation', { name: 'Regeringen', asWritten: 'regeringens' }, 'organiser')
  for (const one of passage.people.filter(inside)) {
    const right = passage.text.slice(one.end, one.end + 90)
    if (
      /^(?:,[^,.]{2,70},)? (?:deltar|deltog|medverkar|medverkade|talar|talade|föreläser|inledningstalar|inleder|modererar|presenterar|will speak|speaks|spoke|participated|gave)/u.test(
        right,
      )
    )
      add('person', namedOf(one), 'participant')
  }
  return parties
}

const kindOf: readonly (readonly [RegExp, string])[] = [
  [/samverkansgruppen|samverkansgruppens/iu, 'samverkansgrupp'],
  [/arbetsgruppen/iu, 'arbetsgrupp'],
  [/(?<![\p{L}])rådets?(?![\p{L}])/iu, 'råd'],
]

/** The body that meets: named in the sentence, or meant by its short form. */
export function bodyOf(context: Context, passage: Passage, sentence: Sentence): Named | null {
  const inside = passage.bodies.filter((one) => one.start >= sentence.start && one.end <= sentence.end)
  const [near] = inside.filter((one) => one.type !== 'program' && one.type !== 'kontor')
  if (near !== undefined) return bodyName(context, near)
  for (const [pattern, type] of kindOf) {
    if (!pattern.test(sentence.text)) continue
    const all = new Map(
      context.passages
        .flatMap((one) => one.bodies)
        .filter((one) => one.type === type)
        .map((one) => [one.key, one]),
    )
    const [only] = all.values()
    if (only !== undefined && all.size === 1) return bodyName(context, only)
  }
  return null
}

const place =
  /(?<![\p{L}])(?:äger rum|hålls|hölls|genomförs|genomfördes|arrangeras|arrangerades|anordnas|held|takes place|took place|samlas|samlades|träffades|möttes|bjuder in|gathered|met|konferens\p{L}*|seminari\p{L}*|möte\p{L}*|meeting|conference|seminar|workshop)(?![\p{L}])[^.;]{0,90}?(?<![\p{L}])(?:i|på|vid|in|at) (?<venue>(?!Samverkan|Life|Regeringen|Januari|Februari|Mars|April|Maj|Juni|Juli|Augusti|September|Oktober|November|December|January|February|March|May|June|July|August|October)\p{Lu}[\p{L}’'-]*(?:(?: (?:och |i |of |the )?\p{Lu}[\p{L}’'-]*)){0,3}(?:, \p{Lu}\p{L}+)?)/u

export function venueIn(text: string): string | null {
  const venue = place.exec(text)?.groups?.['venue'] ?? null
  if (venue === null || matchKey(venue) === '') return null
  return /^(?:Sverige|Europa|EU|Norden)$/u.test(venue) ? null : venue
}
