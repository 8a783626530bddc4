import { median, same, timed, type Bench } from '../measure.ts'
import { subject } from '../subject.ts'
import { fillPeople, inventedNames } from './names.ts'

const people = 20_000
/** Milliseconds: the budget the row is held to. */
const budget = 5
const limit = 12
/** So many of them are people at least, where there are: no kind keeps the others out. */
const share = 4
const kinds = ['person', 'organisation', 'body'] as const

/** Every letter that somebody may begin a name with, each after a write that forgot what stands beside the names. */
export const completeLetter: Bench = {
  name: 'complete-letter',
  what: `the slowest first letter of a name behind @ among ${people} people, through dispatch`,
  against: 'the budget',
  target: 1,
  async run() {
    const { app, call, path, end } = subject()
    try {
      const names = inventedNames(people)
      await call('workspace.close', {})
      fillPeople(path, names)
      app.openWorkspace(path)
      while ((await call('search.prepare', {})).pending > 0);
      const letters = [...'abcdefghijklmnopqrstuvwxyzåäö']
      const ask = (query: string) => call('complete.names', { query, kinds: [...kinds], limit })
      for (const query of letters) {
        const begin = names.filter((name) => name.toLowerCase().startsWith(query))
        const found = (await ask(query)).hits.filter(({ kind }) => kind === 'person')
        same(found.length >= Math.min(share, begin.length), true, `enough people for ${query}`)
        const others = found.filter(({ name }) => !name.toLowerCase().startsWith(query))
        if (begin.length >= limit) same(others, [], `names that do not begin with ${query}`)
      }
      const times = letters.map((): number[] => [])
      // A slow moment of the machine hits several letters, none of them more than once.
      for (let round = 0; round < 15; round += 1)
        for (const [place, query] of letters.entries()) {
          await call('settings.set', { office: `Kontoret ${query} ${round}` })
          times[place]?.push(await timed(() => ask(query)))
        }
      return { ours: Math.max(...times.map(median)), reference: budget }
    } finally {
      end()
    }
  },
}
