/** Groups with their people and challenges, read from headings, labels and lists. */
import type { Named } from '#contract/reading.ts'
import type { Passage } from './passage.ts'
import { bodyKey, bodyTypeOf } from './body-names.ts'
import { addBody, bodyName } from './context.ts'
import type { Context } from './context.ts'
import { pieceLabel, sectionsOf, underGroups, mandateOf } from './group-headings.ts'
import { readLabels } from './group-labels.ts'
import { readMemberSentences, readMemberLines } from './group-members.ts'
import { readSizes, readListedGroups } from './group-sizes.ts'

export function readGroups(context: Context): void {
  const sections = sectionsOf(context)
  const parent = groupParent(context)
  const byHeading = new Map<Passage, Named>()
  for (const { heading, body, pieces } of sections) {
    const own =
      pieces.some((one) => /^(?:Arbetsgruppen|The working group)/u.test(one.text)) || underGroups(context, heading)
    const type = bodyTypeOf(body.name) ?? (own ? 'arbetsgrupp' : null)
    if (!context.bodyNames.has(bodyKey(body.name, bodyTypeOf(body.name))))
      context.bodyNames.set(bodyKey(body.name, bodyTypeOf(body.name)), body.name)
    addBody(context, body, heading.place(), {
      type,
      mandate: mandateOf(pieces),
      parent: type === 'arbetsgrupp' ? parent : null,
    })
    byHeading.set(heading, body)
    const labelled = pieces.some((one) => pieceLabel(one) !== null)
    if (type === 'arbetsgrupp' && labelled) readChallenges(context, body, pieces)
    readFocus(context, body, pieces)
  }
  const { seated } = context
  readLabels(context, byHeading, seated)
  readMemberLines(context, byHeading, seated)
  readMemberSentences(context, byHeading)
  readSizes(context)
  readListedGroups(context, parent)
}

/** "I samverkansgrupperna formeras även arbetsgrupper": the advisory group above the working groups. */
function groupParent(context: Context): Named | null {
  for (const passage of context.passages) {
    const match =
      /(?:i|inom|under) (samverkansgrupp|samverkansprogram)(?:erna|en|met|men)?(?: \p{L}+){0,3} (?:formeras|finns|bildas|skapas)(?: även)? (?:\p{L}+ )?arbetsgrupper/iu.exec(
        passage.text,
      )
    if (match === null) continue
    const type = match[1]?.toLowerCase() === 'samverkansgrupp' ? 'samverkansgrupp' : 'program'
    const body = context.passages.flatMap((one) => one.bodies).find((one) => one.type === type)
    if (body !== undefined) return bodyName(context, body)
  }
  return null
}

/** The list under a group: what it has taken on. */
function readChallenges(context: Context, body: Named, pieces: readonly Passage[]): void {
  for (const piece of pieces) {
    if (piece.kind !== 'bullet' || piece.people.length > 0) continue
    context.collector.add<'theme'>({
      kind: 'theme',
      type: 'challenge',
      code: null,
      title: piece.text.replace(/[.;,]$/u, ''),
      parent: null,
      body,
      places: [piece.place()],
    })
  }
}

const focus =
  /(?:fokusera\p{L}*|inrikta\p{L}*|arbetar|arbete|focus\p{L}*|works)\s[^.;]{0,60}?(?<![\p{L}])(?:på|med|on|mot) (?:målsättning|mål|delmål|objective|goal) (?<code>\d+\.\d+)(?:[^:.]{0,50}: (?<title>[^.;]{3,120}))?/iu

function readFocus(context: Context, body: Named, pieces: readonly Passage[]): void {
  for (const piece of pieces) {
    for (const sentence of piece.sentences) {
      const match = focus.exec(sentence.text)
      if (match === null) continue
      const theme = { code: match.groups?.['code'] ?? null, title: match.groups?.['title']?.trim() ?? null }
      context.collector.add<'focus'>({
        kind: 'focus',
        body,
        theme,
        places: [piece.place(sentence.start, sentence.end)],
      })
    }
  }
}
