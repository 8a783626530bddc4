/** Deputies (ersättare) serve from the time they begin until the seat's own holder is back, one for each seat. */
import { describe, expect, it } from 'vitest'
import type { Input } from '#contract/methods.ts'
import { boardOf } from '#core/attendance/board.ts'
import { blockingDecisions } from '#core/attendance/blocking.ts'
import { showMeeting } from '#core/meetings/show.ts'
import { decide, last, scene } from './scene.ts'

const [ada, bo, cia, dan, eva] = ['Ada Påhitt', 'Bo Exempel', 'Cia Låtsas', 'Dan Prov', 'Eva Test'] as const

/** A body of strict rules in which Ada, Bo and Cia vote. */
async function strict(options: Parameters<typeof scene>[0] = {}) {
  const s = await scene(options)
  const { head, attendance } = await s.view()
  await s.app.call('bodies.setRules', { id: head.bodyId ?? '', ruleProfile: 'strict' })
  const voters: readonly string[] = [ada, bo, cia]
  const ids = attendance.filter(({ name }) => voters.includes(name)).map(({ id }) => id)
  await s.app.call('attendance.setVoting', { ids, voting: true })
  const input = async (name: string, seat: string | null, more: Partial<Input<'attendance.setDeputy'>> = {}) => ({
    id: (await s.row(name)).id,
    forId: seat === null ? null : (await s.row(seat)).id,
    time: '10:50',
    itemId: s.items[4] ?? null,
    after: null,
    write: true,
    ...more,
  })
  return {
    ...s,
    deputise: async (...args: Parameters<typeof input>) => s.app.call('attendance.setDeputy', await input(...args)),
    refused: async (...args: Parameters<typeof input>) => s.app.refused('attendance.setDeputy', await input(...args)),
    blocking: async () => blockingDecisions(await s.view()).map(({ text, names }) => [text, ...names]),
  }
}

describe('a deputy', () => {
  it('does not unblock what was decided before they began, and does what is decided from then on', async () => {
    const s = await strict()
    await s.act(bo, 'lost', { time: '10:20' })
    await decide(s, 2, 'Rådet beslutade det tredje.')
    await decide(s, 4, 'Rådet beslutade det femte.')
    await s.act(eva, 'arrived', { mode: 'room', time: '10:48', itemId: s.items[4] ?? null, after: await last(s, 4) })
    await s.deputise(eva, bo, { after: await last(s, 4) })
    await decide(s, 4, 'Rådet beslutade det sista.')
    expect(await s.blocking()).toEqual([
      ['Rådet beslutade det tredje.', bo],
      ['Rådet beslutade det femte.', bo],
    ])
  })

  it('serves for the whole of a meeting that was planned so', async () => {
    const s = await strict({ begin: false })
    await s.app.call('attendance.set', { id: (await s.row(bo)).id, status: 'excused' })
    await s.deputise(dan, bo, { time: null, itemId: null, write: false })
    await s.app.call('meetings.begin', { id: s.id, time: '10:00' })
    expect(boardOf(await s.view()).quorum).toMatchObject({ seats: 3, filled: 3 })
    await decide(s, 0, 'Rådet beslutade det första.')
    expect(await s.blocking()).toEqual([])
  })

  it('stands down when the holder is back, with a sentence, in one step', async () => {
    const s = await strict()
    await s.act(bo, 'lost', { time: '10:20' })
    await s.deputise(dan, bo, { time: '10:25', itemId: s.items[2] ?? null })
    await decide(s, 2, 'Rådet beslutade det tredje.')
    const place = { itemId: s.items[3] ?? null }
    await s.act(bo, 'back', { time: '10:40', mode: 'remote', ...place })
    expect(await s.texts(3)).toEqual([
      'Bo Exempel var åter på distans kl.\u00a010.40, §\u00a04.',
      'Dan Prov lämnade platsen som tjänstgörande ersättare för Bo Exempel kl.\u00a010.40, §\u00a04.',
    ])
    expect(await s.row(dan)).toMatchObject({ deputyForId: null, deputyships: [{ toTime: '10:40', ended: 'left' }] })
    await s.act(bo, 'lost', { time: '10:45', ...place, after: await last(s, 3) })
    await decide(s, 3, 'Rådet beslutade det fjärde.')
    expect(await s.blocking()).toEqual([['Rådet beslutade det fjärde.', bo]])
    const listed = showMeeting(await s.view()).participants.find(({ name }) => name === dan)
    expect(listed?.deputyFor).toBe(bo)
    await s.app.call('history.undo', {})
    await s.app.call('history.undo', {})
    await s.app.call('history.undo', {})
    expect(await s.texts(3)).toEqual([])
    expect(await s.row(dan)).toMatchObject({ deputyForId: (await s.row(bo)).id, deputyships: [{ ended: null }] })
  })

  it('steps in again after that, and each time counts for itself', async () => {
    const s = await strict()
    const [third, fourth] = [s.items[2] ?? null, s.items[3] ?? null]
    await s.act(bo, 'lost', { time: '10:20', itemId: third })
    await s.deputise(dan, bo, { time: '10:21', itemId: third })
    await decide(s, 2, 'Rådet beslutade det tredje.')
    await s.act(bo, 'back', { time: '10:30', itemId: fourth })
    await s.act(bo, 'lost', { time: '10:31', itemId: fourth, after: await last(s, 3) })
    await s.deputise(dan, bo, { time: '10:32', itemId: fourth, after: await last(s, 3) })
    await decide(s, 3, 'Rådet beslutade det fjärde.')
    expect(await s.blocking()).toEqual([])
    expect((await s.row(dan)).deputyships).toHaveLength(2)
  })

  it('keeps what was decided with them when they are said to serve for nobody from here on', async () => {
    const s = await strict()
    await s.act(bo, 'lost', { time: '10:20' })
    await s.deputise(dan, bo, { time: '10:25', itemId: s.items[2] ?? null })
    await decide(s, 2, 'Rådet beslutade det tredje.')
    await s.deputise(dan, null)
    await decide(s, 4, 'Rådet beslutade det femte.')
    expect((await s.texts(4))[0]).toBe(
      'Dan Prov lämnade platsen som tjänstgörande ersättare för Bo Exempel kl.\u00a010.50, §\u00a05.',
    )
    expect(await s.blocking()).toEqual([['Rådet beslutade det femte.', bo]])
  })

  it('does not serve for certain once the sentence that says since when is gone, or a decision is moved behind it', async () => {
    const s = await strict()
    await s.act(bo, 'lost', { time: '10:20', itemId: s.items[1] ?? null })
    const decision = await decide(s, 2, 'Rådet beslutade det tredje.')
    await s.deputise(dan, bo, { time: '10:25', itemId: s.items[2] ?? null, after: decision })
    const [, sentence] = (await s.view()).items[2]?.paragraphs ?? []
    await s.app.call('items.saveText', {
      id: s.items[2] ?? '',
      operations: [],
      order: [sentence?.id ?? '', decision],
    })
    expect(await s.blocking()).toEqual([['Rådet beslutade det tredje.', bo]])
  })

  it('is refused for somebody who is there, by somebody who is not, and beside another one', async () => {
    const s = await strict()
    expect(await s.refused(dan, bo)).toBe('attendance.seat-present')
    await s.act(bo, 'lost', { time: '10:20' })
    expect(await s.refused(eva, bo)).toBe('attendance.deputy-away')
    await s.deputise(dan, bo)
    await s.act(eva, 'arrived', { mode: 'room', time: '10:51', itemId: s.items[4] ?? null })
    const before = await s.view()
    expect(await s.refused(eva, bo, { time: '10:52' })).toBe('attendance.seat-taken')
    expect(await s.view()).toEqual(before)
    await s.act(dan, 'left', { time: '10:53', itemId: s.items[4] ?? null })
    await s.deputise(eva, bo, { time: '10:54' })
    expect((await s.row(dan)).deputyForId).toBeNull()
    expect(boardOf(await s.view()).quorum).toMatchObject({ seats: 3, filled: 3 })
  })

  it('never served for somebody who is marked as there from the start after all', async () => {
    const s = await strict({ begin: false })
    const { id } = await s.row(bo)
    await s.app.call('attendance.set', { id, status: 'expected' })
    await s.deputise(dan, bo, { time: null, itemId: null, write: false })
    await s.app.call('attendance.set', { id, status: 'present' })
    expect(await s.row(dan)).toMatchObject({ deputyForId: null, deputyships: [] })
  })
})
