/** The network in small, as the map shows it first: shapes and ties without names, and the way to the map. */
import { Link } from 'wouter'
import type { Output } from '#contract/methods.ts'
import { useT } from '../../i18n/i18n.ts'
import { useRead } from '../../transport/hooks.ts'
import { buildModel, filterModel, hiddenKinds } from '../network/model.ts'

type Network = Output<'network.get'>
type Node = Network['nodes'][number]

const width = 312
const height = 208
const margin = 12

/** Model coordinates to the picture's, same scale both ways, centred. */
function fitted(nodes: readonly Pick<Node, 'x' | 'y'>[]): (node: Pick<Node, 'x' | 'y'>) => readonly [number, number] {
  const xs = nodes.map((node) => node.x)
  const ys = nodes.map((node) => node.y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const scale = Math.min(
    (width - 2 * margin) / Math.max(right - left, 1),
    (height - 2 * margin) / Math.max(bottom - top, 1),
    1,
  )
  return ({ x, y }) => [width / 2 + (x - (left + right) / 2) * scale, height / 2 + (y - (top + bottom) / 2) * scale]
}

function Shape({ node, at }: { node: Node; at: readonly [number, number] }) {
  const [x, y] = at
  const place = `translate(${x.toFixed(1)} ${y.toFixed(1)})`
  const kind = `mini-node kind-${node.kind}`
  switch (node.kind) {
    case 'person':
      return <circle className={kind} transform={place} r="3" />
    case 'organisation':
      return <rect className={kind} transform={place} x="-3.2" y="-3.2" width="6.4" height="6.4" />
    case 'body':
      return <path className={kind} transform={place} d="M0-4.4 3.8-2.2v4.4L0 4.400-3.800 2.200v-4.400z" />
    case 'theme':
      return <path className={kind} transform={place} d="M0-4.400 4.400 0 0 4.400-4.400 0z" />
    case 'meeting':
      return <rect className={kind} transform={place} x="-7" y="-3" width="14" height="6" rx="3" />
  }
}

/** What the map leaves out until it is asked for takes no room here either. */
function shown(network: Network): { nodes: Node[]; ties: Network['ties'] } {
  const whole = buildModel(network)
  const { nodes, ties } = filterModel(whole, { hidden: hiddenKinds(whole, null), datedOnly: false, lone: false })
  return { nodes: [...nodes.values()], ties: [...ties.values()] }
}

export function MiniMap() {
  const t = useT()
  const { data } = useRead('network.get', {})
  if (data === undefined) return null
  const { nodes, ties } = shown(data)
  if (nodes.length < 2) return null
  const place = fitted(nodes)
  const at = new Map(nodes.map((node) => [node.id, place(node)]))
  return (
    <section aria-labelledby="start-map">
      <h2 className="heading" id="start-map">
        {t('start:map')}
        <Link className="link more" href="/karta">
          {t('start:openMap')}
        </Link>
      </h2>
      <svg
        className="mini-map"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('start:mapPicture', { nodes: nodes.length, ties: ties.length })}
      >
        {ties.map((tie) => {
          const [from, to] = [at.get(tie.from), at.get(tie.to)]
          if (from === undefined || to === undefined) return null
          return (
            <line
              key={tie.id}
              x1={from[0]}
              y1={from[1]}
              x2={to[0]}
              y2={to[1]}
              strokeDasharray={tie.dated ? undefined : '2 2'}
            />
          )
        })}
        {nodes.map((node) => (
          <Shape key={node.id} node={node} at={at.get(node.id) ?? [0, 0]} />
        ))}
      </svg>
    </section>
  )
}
