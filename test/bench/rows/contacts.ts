import { wordSimilarity, wordsOfKey, wordsSimilarity } from '#core/register/similarity.ts'
import { matchKey } from '#core/register/names.ts'
import { byTurns, same, type Bench } from '../measure.ts'
import { subject } from '../subject.ts'
import { fillPeople, inventedNames } from './names.ts'

const [people, rows] = [20_000, 5_000]
/** Rows that are weighed against everybody; what all of them would take is reckoned from these. */
const weighed = 20

/** A third of them known, a third spelt otherwise, a third new. */
function contacts(names: readonly string[], others: readonly string[]): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const known = names[(row * 331) % names.length] ?? ''
    const spelt = known.replace('qvist', 'kvist').replace('sson', 'son').replace('a', 'aa')
    const name = [known, spelt, others[row] ?? ''][row % 3] ?? ''
    return `${name};Provorganisation ${row % 120};p${row % 4500}@prov.example;08-${100_000 + row}`
  })
  return ['Namn;Organisation;E-post;Telefon', ...lines].join('\n')
}

/** What a file of contacts would do to a large register, through the core's door, after a name was changed. */
export const contactsPreview: Bench = {
  name: 'contacts-preview',
  what: `a preview of ${rows} contacts beside ${people} people`,
  against: `weighing each of their names against everybody's, reckoned from ${weighed} rows`,
  target: 0.05,
  async run() {
    const { app, call, path, end } = subject()
    try {
      const all = inventedNames(people + rows)
      await call('workspace.close', {})
      fillPeople(path, all.slice(0, people))
      app.openWorkspace(path)
      const text = contacts(all.slice(0, people), all.slice(people))
      const [person] = (await call('register.list', { kind: 'person', limit: 1 })).rows
      const words = all.map((name) => wordsOfKey(matchKey(name)))
      const weigh = () => {
        for (const one of words.slice(people, people + weighed))
          for (const other of words.slice(0, people)) wordsSimilarity(one, other, wordSimilarity, 0.82)
      }
      let round = 0
      const preview = async () => {
        // What was kept of the names does not hold any more.
        round += 1
        await call('register.rename', { kind: 'person', id: person?.id ?? '', name: `Asta Provnamn ${round}` })
        const verdicts = (await call('contacts.preview', { text })).rows.map(({ match }) => match.verdict)
        same([verdicts.length, new Set(verdicts).size], [rows, 3], 'the preview')
      }
      const { ours, reference, ratio } = await byTurns(preview, weigh, { rounds: 5, warm: 1 })
      const times = rows / weighed
      return { ours, reference: reference * times, ratio: ratio / times }
    } finally {
      end()
    }
  },
}
