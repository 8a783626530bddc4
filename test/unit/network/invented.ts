/** An invented network with the traits of a real one: meetings, many people, some of them with an organisation. */
import type { Network, NetworkNode, NetworkTie } from '#contract/network.ts'
import { seededRandom } from '#core/network/random.ts'

const first = 'Asta Bodil Cajsa Dag Egil Frej Gerda Hedda Idun Jarl Kajsa Ludde Märta Nanna Orvar Ylva Åke Ölvir'.split(
  ' ',
)
const last = 'Påhittsson Testberg Exempelqvist Provlund Låtsasdotter Modellström Skissgren Utkast-Fiktiv'.split(' ')
const organisations = [
  'Provverket',
  'Universitetet i Exempelstad',
  'Låtsasbolagens branschorganisation för prov',
  'Region Påhitt',
  'Stiftelsen Skiss',
  'Testkliniken AB',
  'Modellmyndigheten',
  'Utkastföreningen',
]
const bodies = ['Samrådsgruppen', 'Programmet för prov', 'Data och mått', 'Lärande', 'Beredskap', 'Exempelkansliet']

/** One meeting with 33 people, 8 organisations and 6 bodies; each further meeting shares most of the people. */
export function inventedNetwork(meetings = 1, people = 33): Network {
  const random = seededRandom(7)
  const nodes: NetworkNode[] = []
  const ties: NetworkTie[] = []
  const add = (kind: NetworkNode['kind'], label: string): string => {
    const id = `${kind}-${nodes.length}`
    nodes.push({ id, kind, label, x: 0, y: 0, pinned: false, degree: 0 })
    return id
  }
  const tie = (kind: NetworkTie['kind'], from: string, to: string, dated: boolean, label: string | null = null) => {
    ties.push({ id: `tie-${ties.length}`, kind, from, to, label, dated })
  }
  const organisationIds = organisations.map((name) => add('organisation', name))
  const bodyIds = bodies.map((name) => add('body', name))
  const personIds = Array.from({ length: people }, (_, index) => {
    const name = `${first[index % first.length]} ${last[(index * 5) % last.length]}`
    const id = add('person', name)
    if (index >= people * 0.55) {
      const organisation = organisationIds[Math.floor(random() ** 1.5 * organisationIds.length)]
      if (organisation) tie('represents', id, organisation, true)
    }
    if (index % 3 === 0) {
      const body = bodyIds[2 + (index % 4)]
      if (body) tie('role', id, body, false, 'ledamot')
    }
    return id
  })
  bodyIds.slice(1).forEach((body, index) => {
    const parent = bodyIds[index === 0 ? 0 : 1]
    if (parent) tie('under', body, parent, false)
  })
  for (let number = 0; number < meetings; number++) {
    const meeting = add('meeting', `Möte ${10 + number} nov 2031`)
    const holder = bodyIds[0]
    if (holder) tie('held', holder, meeting, true)
    for (const person of personIds) if (number === 0 || random() < 0.6) tie('attended', person, meeting, true)
  }
  for (const node of nodes) node.degree = ties.filter(({ from, to }) => from === node.id || to === node.id).length
  return { nodes, ties }
}
