/** From when to when a deputy served is corrected as somebody's presence is: with its sentence, in one step. */
import { describe, expect, it } from 'vitest'
import type { Input } from '#contract/methods.ts'
import { boardOf } from '#core/attendance/board.ts'
import { blockingDecisions } from '#core/attendance/blocking.ts'
import { decide, last, scene } from './scene.ts'

const bo: string = 'Bo Exempel'
const dan: string = 'Dan Prov'
const eva: string = 'Eva Test'
const cameIn = (time: string) => `Dan Prov trädde in som tjänstgörande ersättare för Bo Exempel${time}, §\u00a03.`
const wentOut = (time: string) =>
  `Dan Prov lämnade platsen som tjänstgörande ersättare för Bo Exempel${time}, §\u00a04.`

/** Bo is away from 10.20; Dan serves for Bo from 10.25 to 10.40, when Bo is back. */
async function served() {
  const s = await scene()
  const [third, fourth] = [s.items[2] ?? null, s.items[3] ?? null]
  await s.act(bo, 'lost', { time: '10:20', write: false })
  const deputise = async (name: string, more: Partial<Input<'attendance.setDeputy'>> = {}) => {
    const place = { time: '10:25', itemId: third, after: null, write: true }
    await s.app.call('attendance.setDeputy', {
      id: (await s.row(name)).id,
      forId: (await s.row(bo)).id,
      ...place,
      ...more,
    })
  }
  await deputise(dan)
  await s.act(bo, 'back', { time: '10:40', itemId: fourth })
  const stretch = async (name = dan) => (await s.row(name)).deputyships.at(-1)
  const input = async (change: Omit<Input<'attendance.setDeputyship'>, 'id'>, name = dan) => ({
    id: (await stretch(name))?.id ?? '',
    ...change,
  })
  return {
    ...s,
    deputise,
    stretch,
    correct: async (...args: Parameters<typeof input>) => s.app.call('attendance.setDeputyship', await input(...args)),
    refused: async (...args: Parameters<typeof input>) =>
      s.app.refused('attendance.setDeputyship', await input(...args)),
  }
}

describe("a deputy's time", () => {
  it('is corrected with its sentence, both edges by themselves, and one step takes each back and forth', async () => {
    const s = await served()
    expect(await s.texts(2)).toEqual([cameIn(' kl.\u00a010.25')])
    expect((await s.texts(3))[1]).toBe(wentOut(' kl.\u00a010.40'))
    await s.correct({ fromTime: '10:22' })
    await s.correct({ toTime: '10:38' })
    const after = async () => [
      (await s.stretch())?.fromTime,
      (await s.stretch())?.toTime,
      ...(await s.texts(2)),
      (await s.texts(3))[1],
    ]
    const corrected = ['10:22', '10:38', cameIn(' kl.\u00a010.22'), wentOut(' kl.\u00a010.38')]
    expect(await after()).toEqual(corrected)
    await s.app.call('history.undo', {})
    expect(await after()).toEqual(['10:22', '10:40', cameIn(' kl.\u00a010.22'), wentOut(' kl.\u00a010.40')])
    await s.app.call('history.undo', {})
    expect(await after()).toEqual(['10:25', '10:40', cameIn(' kl.\u00a010.25'), wentOut(' kl.\u00a010.40')])
    await s.app.call('history.redo', {})
    await s.app.call('history.redo', {})
    expect(await after()).toEqual(corrected)
  })

  it('ends when the holder is corrected to have come back, with its sentence, in one step', async () => {
    const s = await served()
    const back = (await s.row(bo)).intervals.at(-1)?.id ?? ''
    const ended = async () => {
      const { toTime, toItemId } = (await s.stretch()) ?? {}
      return [toTime, toItemId, (await s.texts(3))[1]]
    }
    const was = await ended()
    await s.app.call('attendance.setInterval', { id: back, fromTime: '10:44' })
    expect(await ended()).toEqual(['10:44', s.items[3], wentOut(' kl.\u00a010.44')])
    await s.app.call('history.undo', {})
    expect(await ended()).toEqual(was)
    const before = await s.view()
    // Whoever came back before the deputy stepped in never had one: that is said of the deputy first.
    expect(await s.app.refused('attendance.setInterval', { id: back, fromTime: '10:24' })).toBe('attendance.order')
    expect(await s.view()).toEqual(before)
    await s.app.call('attendance.setInterval', { id: back, fromItemId: s.items[4] ?? null })
    expect((await ended()).slice(0, 2)).toEqual(['10:40', s.items[4]])
  })

  it('stays where its end was corrected by itself, when the holder is corrected to have come back', async () => {
    const s = await served()
    await s.correct({ toTime: '10:38' })
    const back = (await s.row(bo)).intervals.at(-1)?.id ?? ''
    await s.app.call('attendance.setInterval', { id: back, fromTime: '10:44' })
    expect((await s.stretch())?.toTime).toBe('10:38')
  })

  it('goes from the sentence when it is not known, and the two names stay mentions', async () => {
    const s = await served()
    await s.correct({ fromTime: null })
    expect(await s.texts(2)).toEqual([cameIn('')])
    const [paragraph] = (await s.view()).items[2]?.paragraphs ?? []
    expect(paragraph?.spans.map(({ kind }) => kind)).toEqual(['person', 'person'])
  })

  it('leaves words of the secretary alone, and the review says that they differ', async () => {
    const s = await served()
    const [paragraph] = (await s.view()).items[2]?.paragraphs ?? []
    const [paragraphId, base] = [paragraph?.id ?? '', paragraph?.text ?? '']
    const text = 'Dan Prov gick in för Bo Exempel kl. 10.25.'
    await s.app.call('items.saveText', {
      id: s.items[2] ?? '',
      operations: [{ op: 'put', paragraphId, kind: 'paragraph', text, base }],
      order: [paragraphId],
    })
    await s.correct({ fromTime: '10:22' })
    expect(await s.texts(2)).toEqual([text])
    const { findings } = await s.app.call('review.list', { meetingId: s.id })
    expect(findings.filter(({ code }) => code === 'time-differs')).toMatchObject([
      { paragraphId, words: '10.25', proposal: { kind: 'words', text: '10.22' } },
    ])
  })

  it('is refused where it ends before it begins, lies outside the meeting, or in the time of another deputy', async () => {
    const s = await served()
    await s.act(bo, 'lost', { time: '10:45', itemId: s.items[3] ?? null, write: false })
    await s.act(eva, 'arrived', { time: '10:45', mode: 'room', itemId: s.items[3] ?? null, write: false })
    await s.deputise(eva, { time: '10:46', itemId: s.items[3] ?? null })
    const before = await s.view()
    expect(await s.refused({ toTime: '10:24' })).toBe('attendance.order')
    expect(await s.refused({ fromTime: '10:41' })).toBe('attendance.order')
    expect(await s.refused({ fromTime: '09:50' })).toBe('attendance.outside')
    expect(await s.refused({ fromTime: '10:39' }, eva)).toBe('attendance.deputies-overlap')
    expect(await s.refused({ toTime: '10:47' })).toBe('attendance.deputies-overlap')
    expect(await s.refused({ fromItemId: crypto.randomUUID() })).toBe('item.not-found')
    expect(await s.app.refused('attendance.setDeputyship', { id: crypto.randomUUID() })).toBe('entity.not-found')
    expect(await s.view()).toEqual(before)
    // One ends as the other begins.
    await s.correct({ fromTime: '10:40' }, eva)
    await s.correct({ toTime: '10:40' })
  })

  it('of one who serves twice keeps the order of the two', async () => {
    const s = await served()
    await s.act(bo, 'lost', { time: '10:45', itemId: s.items[3] ?? null })
    await s.deputise(dan, { time: '10:46', itemId: s.items[3] ?? null })
    expect(await s.refused({ fromTime: '10:39' })).toBe('attendance.order')
    await s.correct({ fromTime: '10:50' })
    expect((await s.row(dan)).deputyships.map(({ fromTime }) => fromTime)).toEqual(['10:25', '10:50'])
  })

  it('has no beginning or end to correct where it is the meeting’s own', async () => {
    const s = await scene({ begin: false })
    await s.app.call('attendance.set', { id: (await s.row(bo)).id, status: 'excused' })
    const place = { time: null, itemId: null, after: null, write: false }
    await s.app.call('attendance.setDeputy', { id: (await s.row(dan)).id, forId: (await s.row(bo)).id, ...place })
    await s.app.call('meetings.begin', { id: s.id, time: '10:00' })
    const before = await s.row(dan)
    const id = before.deputyships[0]?.id ?? ''
    await s.app.call('attendance.setDeputyship', { id, fromTime: '10:10', toTime: '10:20' })
    expect(await s.row(dan)).toEqual(before)
  })

  it('said for another item decides which decisions the deputy took part in', async () => {
    const s = await served()
    const { head } = await s.view()
    await s.app.call('bodies.setRules', { id: head.bodyId ?? '', ruleProfile: 'strict' })
    await s.app.call('attendance.setVoting', { ids: [(await s.row(bo)).id], voting: true })
    await decide(s, 2, 'Rådet beslutade det tredje.')
    const blocking = async () => blockingDecisions(await s.view()).map(({ text }) => text)
    expect(await blocking()).toEqual([])
    await s.correct({ fromItemId: s.items[3] ?? null })
    expect(await blocking()).toEqual(['Rådet beslutade det tredje.'])
  })

  it('is taken away whole: nobody serves, and one step brings it back', async () => {
    const s = await served()
    await s.act(bo, 'lost', { time: '10:45', itemId: s.items[3] ?? null, after: await last(s, 3) })
    await s.deputise(dan, { time: '10:46', itemId: s.items[3] ?? null })
    await s.app.call('attendance.setVoting', { ids: [(await s.row(bo)).id], voting: true })
    const id = (await s.stretch())?.id ?? ''
    await s.app.call('attendance.removeDeputyship', { id })
    expect(await s.row(dan)).toMatchObject({ deputyForId: null, deputyships: [{ toTime: '10:40' }] })
    expect(boardOf(await s.view()).quorum.filled).toBe(0)
    await s.app.call('history.undo', {})
    expect(await s.row(dan)).toMatchObject({ deputyForId: (await s.row(bo)).id, deputyships: [{}, { id }] })
    expect(await s.app.refused('attendance.removeDeputyship', { id: crypto.randomUUID() })).toBe('entity.not-found')
  })
})
