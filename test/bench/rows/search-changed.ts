import { median, timed, type Bench } from '../measure.ts'
import { subject } from '../subject.ts'
import { fillPeople, inventedNames } from './names.ts'

const people = 20_000
/** Milliseconds. */
const budget = 20

/** While somebody is restricted, whom a text names depends on what everybody is called. */
export const searchChanged: Bench = {
  name: 'search-changed',
  what: 'the first search after a name has changed among 20,000 people, one of them restricted',
  against: 'the budget',
  target: 1,
  async run() {
    const { app, path, call, end } = subject()
    try {
      const names = inventedNames(people)
      await call('workspace.close', {})
      fillPeople(path, names)
      app.openWorkspace(path)
      await call('sources.add', {
        name: 'Nytt',
        text: names
          .slice(0, 500)
          .map((name) => `Provvatten enligt ${name}.`)
          .join('\n'),
        format: 'paste',
        encoding: 'pasted',
      })
      while ((await call('search.prepare', {})).pending > 0);
      const find = () => call('search.find', { query: 'provvatten' })
      const before = await find()
      const idOf = async (name = '') => (await call('register.list', { kind: 'person', query: name })).rows[0]?.id ?? ''
      const other = { kind: 'person' as const, id: await idOf(names[7]) }
      await call('privacy.restrict', { id: await idOf(names[3]), restricted: true })
      const times: number[] = []
      for (let round = 0; round < 12; round += 1) {
        await find()
        await call('names.add', { owner: other, text: `Prov Namnsson ${round}` })
        while ((await call('search.prepare', {})).pending > 0);
        times.push(await timed(find))
      }
      const { hits } = await find()
      if (before.hits.length === 0 || hits.some(({ snippet }) => snippet.includes(names[3] ?? '')))
        throw new Error('somebody restricted is named')
      return { ours: median(times.slice(2)), reference: budget }
    } finally {
      end()
    }
  },
}
