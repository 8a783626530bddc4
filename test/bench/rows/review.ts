import { readFileSync } from 'node:fs'
import { decodeText } from '#core/import/decode.ts'
import { median, same, timed, type Bench } from '../measure.ts'
import { minutesPath, subject } from '../subject.ts'

/** Milliseconds: the budget the row is held to. */
const budget = 50

/** Reviewing the real minutes through the core's door, with a workspace of their own. */
export const reviewReal: Bench = {
  name: 'review-real',
  what: 'all that the real minutes raise, found',
  against: 'the budget',
  target: 1,
  async run() {
    const { call, end } = subject()
    try {
      const { text, encoding } = decodeText(readFileSync(minutesPath))
      const { meetings } = await call('imports.commit', { name: 'minutes', text, encoding })
      const meetingId = meetings[0]?.id ?? ''
      const times: number[] = []
      for (let round = 0; round < 23; round += 1) {
        let found = 0
        const took = await timed(async () => {
          found = (await call('review.list', { meetingId })).findings.length
        })
        same(found, 15, 'number of findings')
        if (round >= 3) times.push(took)
      }
      return { ours: median(times), reference: budget }
    } finally {
      end()
    }
  },
}
