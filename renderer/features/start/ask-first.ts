/**
 * What the first screen will ask. This file and what it needs are a script of their own, small enough to
 * ask while the rest of the page is still on its way; the answers lie ready when it is drawn.
 */
import type { Input, MethodName, Output } from '#contract/methods.ts'
import { call } from '../../transport/client.ts'
import { today } from '../../i18n/today.ts'
import { actionsShown, meetingsShown, wholeMeetings } from './amounts.ts'

/** A question on its way, and the name and input its answer is kept under. */
export type Asked<K extends MethodName = MethodName> = { name: K; input: Input<K>; answer: Promise<Output<K>> }

function ask<K extends MethodName>(name: K, input: Input<K>): Asked<K> {
  const answer = call(name, input)
  // Whoever takes the answer hears of the error.
  answer.catch(() => undefined)
  return { name, input, answer }
}

export const status = ask('workspace.status', {})
export const history = ask('history.state', {})
export const meetings = ask('meetings.list', { limit: meetingsShown })
export const series = ask('series.list', {})
export const actions = ask('actions.list', { today: today(), limit: actionsShown })

/** The latest meetings, asked for as soon as it is known which they are; none when that could not be told. */
export const latest: Promise<Asked<'meetings.get'>[]> = meetings.answer.then(
  (list) => list.meetings.slice(0, wholeMeetings).map(({ id }) => ask('meetings.get', { id })),
  () => [],
)
