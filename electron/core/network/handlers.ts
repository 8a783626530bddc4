/** The map: drawn anew from the rows at every look, standing where it stood. */
import { KansliError } from '#contract/errors.ts'
import type { Network } from '#contract/network.ts'
import type { Clock } from '#contract/register.ts'
import { forgetPositions, isNode, positions, putPosition, type PositionRow } from '#db/queries/network.ts'
import type { HandlersOf, TaskContext } from '#core/context.ts'
import { healthFlags, withoutHealth } from '#core/privacy/flags.ts'
import { log } from '#core/privacy/log.ts'
import { viewOf } from '#core/register/clock.ts'
import { palettes } from './palette.ts'
import { describeNetwork, pictureTexts } from './picture.ts'
import { placeNetwork } from './place.ts'
import { networkSvg } from './svg.ts'
import { tieEvidence } from './tie-evidence.ts'
import { networkOf } from './ties.ts'

const seed = 1

/**
 * The network of a day with a place for every node. New places are found in the picture of all days, so that another
 * day moves nobody, and are kept; those that were known stay.
 */
function placedNetwork(context: TaskContext, clock: Clock): Network {
  const { nodes, ties, whole, known } = context.read((db) => {
    const shown = networkOf(db, viewOf(clock, context.ports))
    const places = placesById(positions(db))
    const placeless = shown.nodes.some(({ id }) => !places.has(id))
    const everything = placeless ? networkOf(db, viewOf({}, context.ports)) : shown
    return { ...shown, known: places, whole: placeless ? joined(everything, shown) : shown }
  })
  const waiting = whole.nodes.map((node) => ({ ...node, position: known.get(node.id) ?? null }))
  const found = placeNetwork(waiting, whole.ties, { seed })
  if (found.size > 0) context.keep((db) => found.forEach(({ x, y }, id) => putPosition(db, id, x, y, false)))
  const degrees = new Map<string, number>()
  for (const { from, to } of ties) {
    for (const end of from === to ? [from] : [from, to]) degrees.set(end, (degrees.get(end) ?? 0) + 1)
  }
  return {
    nodes: nodes.map(({ id, kind, label }) => {
      const position = known.get(id)
      const { x, y } = position ?? found.get(id) ?? { x: 0, y: 0 }
      return { id, kind, label, x, y, pinned: position?.pinned === 1, degree: degrees.get(id) ?? 0 }
    }),
    ties,
  }
}

type Bare = ReturnType<typeof networkOf>

/** Two pictures as one: what only the second has comes after. */
function joined(first: Bare, second: Bare): Bare {
  const byId = <T extends { id: string }>(a: readonly T[], b: readonly T[]) => {
    const known = new Set(a.map(({ id }) => id))
    return [...a, ...b.filter(({ id }) => !known.has(id))]
  }
  return { nodes: byId(first.nodes, second.nodes), ties: byId(first.ties, second.ties) }
}

const placesById = (rows: readonly PositionRow[]) => new Map(rows.map((row) => [row.id, row]))

export const networkHandlers: HandlersOf<'network'> = {
  'network.get': (context, clock) => placedNetwork(context, clock),
  'network.evidence': ({ db, ports }, { tieId, ...clock }) => ({
    evidence: tieEvidence(db, tieId, viewOf(clock, ports).past),
  }),
  'network.move': ({ db }, input) => {
    for (const { id, x, y } of input.positions) {
      if (!isNode(db, id)) throw new KansliError('entity.not-found')
      putPosition(db, id, x, y, true)
    }
    return {}
  },
  'network.relayout': ({ db }) => {
    forgetPositions(db)
    return {}
  },
  'network.svg': async (context, { language, theme, leaveHealth, ...clock }) => {
    const placed = placedNetwork(context, clock)
    const network = leaveHealth ? { ...placed, ties: withoutHealth(placed.ties, context.read(healthFlags)) } : placed
    const texts = pictureTexts(language)
    const svg = networkSvg(network, {
      texts,
      palette: palettes[theme],
      title: texts.title,
      description: describeNetwork(network, language),
      language,
    })
    const saved = await context.ports.saveFile(texts.file, new TextEncoder().encode(svg))
    if (saved !== null)
      context.keep((db) => log(db, context.ports, { act: 'export', kind: 'map', subject: null, detail: 'svg' }))
    return { saved }
  },
}
