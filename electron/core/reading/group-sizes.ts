/** How large bodies are, and groups that a sentence counts before it lists them. */
import type { Named } from '#contract/reading.ts'
import { countOf, severalWord } from '#core/import/count-words.ts'
import type { Passage } from './passage.ts'
import { bodyKey, bodyTypeOf } from './body-names.ts'
import { addBody, bodyName, quoteAt } from './context.ts'
import type { Context } from './context.ts'

const sizes = new RegExp(
  String.raw`(?:varje |each )?(?<kind>samverkansgrupp\p{L}*|arbetsgrupp\p{L}*|rådet|råd|styrelsen|nämnden|gruppen|council|board|committee|group)(?: \p{L}+){0,3} (?:har|består av|består idag av|omfattar|has|consists of|is made up of) (?<size>(?:omkring |cirka |ca |runt |ungefär |about |around |some )?(?:\d{1,3}|${severalWord})) (?:ordinarie |externa )?(?:ledamöter|medlemmar|personer|members)`,
  'iu',
)

/** "Varje samverkansgrupp har omkring 20 ledamöter": how large such a body is. */
export function readSizes(context: Context): void {
  const bodies = context.collector.ofKind('body')
  for (const passage of context.passages) {
    const match = sizes.exec(passage.text)
    if (match === null) continue
    const kind = bodyTypeOf(match.groups?.['kind'] ?? '')
    const candidates = bodies.filter((one) => one.type === kind && kind !== null)
    const near = passage.bodies.find((one) => one.type === kind)
    const body =
      near === undefined
        ? candidates.length === 1
          ? candidates[0]
          : undefined
        : candidates.find((one) => one.who.name === bodyName(context, near).name)
    if (body === undefined) continue
    body.targetSize ??= match.groups?.['size'] ?? null
    const place = quoteAt(passage, match.index, match.index + match[0].length)
    if (!body.places.some((one) => one.from === place.from && one.quote === place.quote)) body.places.push(place)
  }
}

const countedGroups = new RegExp(
  String.raw`(?<![\p{L}\d])(?<count>${severalWord}|\d{1,2}) (?:\p{L}+ ){0,2}(?<what>arbetsgrupper|samverkansprogram(?:men)?|delgrupper|working groups|programmes)(?![\p{L}])`,
  'iu',
)

/** "… skapades fyra arbetsgrupper …" with a list, and lists of programmes. */
export function readListedGroups(context: Context, parent: Named | null): void {
  for (const passage of context.passages) {
    const match = countedGroups.exec(passage.text)
    if (match === null) continue
    const size = countOf(match.groups?.['count'] ?? '')
    const list: Passage[] = []
    for (const next of context.passages.slice(passage.index + 1, passage.index + 40)) {
      if (
        (next.kind !== 'bullet' && !(next.kind === 'heading' && list.length > 0 && next.indent === list[0]?.indent)) ||
        list.length >= size
      )
        break
      list.push(next)
    }
    if (list.length !== size || list.some((one) => one.text.length > 90)) continue
    const program = /program/iu.test(match.groups?.['what'] ?? '')
    const above = program
      ? null
      : (passage.bodies.find((one) => one.type === 'program' || one.type === 'samverkansgrupp') ??
        passage.heading?.bodies[0])
    for (const one of list) {
      const title = one.text.replace(/[.,;]$/u, '')
      const type = program ? 'program' : 'arbetsgrupp'
      const name = context.bodyNames.get(bodyKey(title, type)) ?? title
      addBody(context, { name, asWritten: title }, one.place(), {
        type,
        parent: program ? null : above === undefined || above === null ? parent : bodyName(context, above),
      })
    }
  }
}
