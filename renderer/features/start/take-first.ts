/** Gives the first answers to the pages, which read them as if they had asked themselves. */
import type { MethodName } from '#contract/methods.ts'
import { queryClient, readKey } from '../../transport/hooks.ts'
import { actions, history, latest, meetings, series, status, type Asked } from './ask-first.ts'

/** What does not come is asked again by the page that needs it, and told there. */
async function take<K extends MethodName>({ name, input, answer }: Asked<K>): Promise<void> {
  await queryClient.prefetchQuery({ queryKey: readKey(name, input), queryFn: () => answer })
}

/** Resolves when it is known whether a workspace is open and what it holds; the rest follows on its own. */
export async function takeFirst(): Promise<void> {
  void latest.then((asked) => asked.forEach((each) => void take(each)))
  await Promise.all([take(status), take(history), take(meetings), take(series), take(actions)])
}
