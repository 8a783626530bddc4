/** Areas and numbered aims, from headings and lists. */
import type { FindingOf, Named } from '#contract/reading.ts'
import { countOf, severalWord } from '#core/import/count-words.ts'
import type { Passage } from './passage.ts'
import type { Context } from './context.ts'

export interface ThemeAt {
  code: string | null
  title: string
}

const after =
  /^(?<title>.{3,160}?) \((?:målsättning|mål|delmål|objective|goal|insatsområde|aim) (?<code>\d{1,2}(?:\.\d{1,2})?)\)$/iu
const before =
  /^(?:målsättning|delmål|objective|goal|strategic objective|mål|aim|strategiskt mål) (?<code>\d{1,2}(?:\.\d{1,2})?)(?:[.:]| [–—-])? (?<title>\p{Lu}.{2,160})$/iu
const area =
  /^(?:prioriterat område|prioritetsområde|insatsområde|fokusområde|område|utvecklingsområde|priority area|priority|focus area|area|theme|tema|pillar|målområde) (?<code>\d{1,2})(?:[.:]| [–—-])? (?<title>\p{Lu}.{2,160})$/iu
const coded = /^(?<code>\d{1,2}\.\d{1,2})\.? (?<title>\p{Lu}[^.]{2,160})$/u
const plain = /^(?<code>\d{1,2})\. (?<title>\p{Lu}[^.]{2,120})$/u
const areaList =
  /(?<![\p{L}])(?:prioriterade områden|prioriteringsområden|prioriterade områdena|prioriteringsområdena|fokusområden|fokusområdena|insatsområden|insatsområdena|utvecklingsområden|målområden|priority areas|focus areas|strategic areas|thematic areas|priorities)(?![\p{L}])/iu

const aimsHeading = /^(?:mål|målsättningar|delmål|etappmål|strategiska mål|aims|goals|objectives):?$/iu

/** Numbered lines right under "Målsättningar", by their indexes. */
function aimLists(passages: readonly Passage[]): Set<number> {
  const found = new Set<number>()
  let inside = false
  for (const one of passages) {
    if (aimsHeading.test(one.text)) inside = true
    else if (inside && coded.test(one.text)) found.add(one.index)
    else inside = false
  }
  return found
}

/** Each passage with the objective or area it stands under. */
export type ThemePlaces = ReadonlyMap<number, ThemeAt>

export function readThemes(context: Context): ThemePlaces {
  const places = new Map<number, ThemeAt>()
  const objectives = context.passages.some((one) => after.test(one.text) || before.test(one.text))
  const marked = context.passages.some((one) => area.test(one.text))
  const listed = aimLists(context.passages)
  const isCoded = (one: Passage): boolean => (one.kind !== 'text' || listed.has(one.index)) && coded.test(one.text)
  const numbered = context.passages.filter(isCoded).length >= 2
  const areas = new Map<string, string>()
  let current: ThemeAt | null = null
  for (const passage of context.passages) {
    const isLine = passage.text.length <= 190 && passage.people.length === 0
    const match = isLine
      ? (after.exec(passage.text) ??
        before.exec(passage.text) ??
        (numbered && !objectives && isCoded(passage) ? coded.exec(passage.text) : null))
      : null
    const code = match?.groups?.['code']
    const title = match?.groups?.['title']
    const top = isLine ? (area.exec(passage.text) ?? (objectives || numbered ? plain.exec(passage.text) : null)) : null
    if (code !== undefined && title !== undefined) {
      const [parentCode = ''] = code.split('.')
      const parent = code.includes('.') ? { code: parentCode, title: areas.get(parentCode) ?? null } : null
      current = { code, title }
      context.collector.add<'theme'>({
        kind: 'theme',
        type: 'objective',
        code,
        title,
        parent,
        body: null,
        places: [passage.place()],
      })
    } else if (top?.groups?.['code'] !== undefined && (objectives || numbered || marked)) {
      const found: ThemeAt = { code: top.groups['code'], title: top.groups['title'] ?? '' }
      areas.set(top.groups['code'], found.title)
      current = found
      context.collector.add<'theme'>({
        kind: 'theme',
        type: 'area',
        ...found,
        parent: null,
        body: null,
        places: [passage.place()],
      })
    }
    // A list of aims has no measures between its lines: what follows it stands under the area.
    else if (listed.has(passage.index - 1) && current !== null) {
      const areaCode: string = current.code?.split('.')[0] ?? ''
      const title = areas.get(areaCode)
      current = title === undefined ? null : { code: areaCode, title }
    }
    if (current !== null) places.set(passage.index, current)
  }
  if (areas.size === 0) readAreaLists(context)
  return places
}

const countedAreas = new RegExp(
  String.raw`(?<![\p{L}])(${severalWord}|\d{1,2}) (?:\p{L}+ )?(?:prioriter|fokusomr|insatsomr|utvecklingsomr|målomr|priorit|focus|strategic a|thematic)`,
  'iu',
)

/** "… åtta prioriteringsområden …" and the list under it. */
function readAreaLists(context: Context): void {
  const seen = new Set<string>()
  for (const passage of context.passages) {
    if (!areaList.test(passage.text)) continue
    const counted = countedAreas.exec(passage.text)
    const size = counted === null ? 0 : countOf(counted[1] ?? '')
    const list = nextList(context.passages, passage.index)
    if (list.length < 2 || (size > 0 && list.length !== size) || list.some((one) => one.text.length > 130)) continue
    if (seen.has(String(list[0]?.index))) continue
    seen.add(String(list[0]?.index))
    const owner = ownerOf(context, passage)
    for (const one of list) {
      const title = one.text.replace(/[.,;]$/u, '').replace(/^\d{1,2}[.)] /u, '')
      const theme: FindingOf<'theme'> = {
        kind: 'theme',
        type: 'area',
        code: /^(\d{1,2})[.)] /u.exec(one.text)?.[1] ?? null,
        title,
        parent: null,
        body: owner,
        places: [one.place()],
      }
      context.collector.add(theme)
    }
  }
}

/** The list that a sentence announces: right below, or after one or two short paragraphs that lead to it. */
function nextList(passages: readonly Passage[], index: number): Passage[] {
  let at = index + 1
  for (let step = 0; step < 3 && passages[at] !== undefined; step += 1, at += 1) {
    const one = passages[at]
    if (one?.kind === 'bullet' && !areaList.test(one.text)) break
    if (one?.kind === 'heading') return []
  }
  const list: Passage[] = []
  for (let one = passages[at]; one !== undefined && one.kind === 'bullet'; at += 1, one = passages[at]) list.push(one)
  return list
}

/** The programme whose areas they are: named in the sentence, the heading above or the text's first line. */
function ownerOf(context: Context, passage: Passage): Named | null {
  const near = [passage, passage.heading, context.passages[passage.index - 1], context.passages[0]]
  for (const one of near) {
    const body = one?.bodies.find(({ type }) => type === 'program')
    if (body !== undefined) return { name: context.bodyNames.get(body.key) ?? body.name, asWritten: body.asWritten }
  }
  return null
}
