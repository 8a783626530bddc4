/** The map: drawn anew from the rows at every look, standing where it stood. */
import { KansliError } from '#contract/errors.ts'
import type { Network } from '#contract/network.ts'
import { forgetPositions, isNode, positions, putPosition, type PositionRow } from '#db/queries/network.ts'
import type { HandlersOf, TaskContext } from '#core/context.ts'
import { palettes } from './palette.ts'
import { describeNetwork, pictureTexts } from './picture.ts'
import { placeNetwork } from './place.ts'
import { networkSvg } from './svg.ts'
import { networkOf, tieEvidence } from './ties.ts'

const seed = 1

/** The network with a place for every node; new places are kept, those that were known stay. */
function placedNetwork(context: TaskContext): Network {
  const { nodes, ties, known } = context.read((db) => ({ ...networkOf(db), known: placesById(positions(db)) }))
  const waiting = nodes.map((node) => ({ ...node, position: known.get(node.id) ?? null }))
  const found = placeNetwork(waiting, ties, { seed })
  if (found.size > 0) context.keep((db) => found.forEach(({ x, y }, id) => putPosition(db, id, x, y, false)))
  const degrees = new Map<string, number>()
  for (const { from, to } of ties) {
    for (const end of from === to ? [from] : [from, to]) degrees.set(end, (degrees.get(end) ?? 0) + 1)
  }
  return {
    nodes: waiting.map(({ id, kind, label, position }) => {
      const { x, y } = position ?? found.get(id) ?? { x: 0, y: 0 }
      return { id, kind, label, x, y, pinned: position?.pinned === 1, degree: degrees.get(id) ?? 0 }
    }),
    ties,
  }
}

const placesById = (rows: readonly PositionRow[]) => new Map(rows.map((row) => [row.id, row]))

export const networkHandlers: HandlersOf<'network'> = {
  'network.get': (context) => placedNetwork(context),
  'network.evidence': ({ db }, { tieId }) => ({ evidence: tieEvidence(db, tieId) }),
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
  'network.svg': async (context, { language, theme }) => {
    const network = placedNetwork(context)
    const texts = pictureTexts(language)
    const svg = networkSvg(network, {
      texts,
      palette: palettes[theme],
      title: texts.title,
      description: describeNetwork(network, language),
      language,
    })
    return { saved: await context.ports.saveFile(texts.file, new TextEncoder().encode(svg)) }
  },
}
