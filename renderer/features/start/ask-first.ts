/** What the first screen will ask, asked at once: the answers lie ready when it is drawn. */
import type { Input } from '#contract/methods.ts'
import { queryClient, readOptions, type ReadName, type TaskName } from '../../transport/hooks.ts'
import { meetingsShown, wholeMeetings } from './start-data.ts'

/** Shared with whoever asks the same while it is on its way. What does not come is asked again there, and told there. */
async function ask<K extends ReadName | TaskName>(name: K, input: Input<K>) {
  try {
    return await queryClient.fetchQuery(readOptions(name, input))
  } catch {
    return undefined
  }
}

/** Resolves when it is known whether a workspace is open; the rest follows on its own. */
export async function askFirst(): Promise<void> {
  const status = ask('workspace.status', {})
  const meetings = ask('meetings.list', { limit: meetingsShown })
  void ask('history.state', {})
  void meetings.then((list) =>
    list?.meetings.slice(0, wholeMeetings).forEach(({ id }) => void ask('meetings.get', { id })),
  )
  await Promise.all([status, meetings])
}
