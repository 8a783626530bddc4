/** Somebody on the list twice, in two capacities or for two organisations, is one person in the room. */
import { describe, expect, it } from 'vitest'
import { boardOf } from '#core/attendance/board.ts'
import { showMeeting } from '#core/meetings/show.ts'
import { scene } from './scene.ts'
import { presenceSummary } from '../../../../renderer/features/meetings/people/presence.ts'
import { loadWords, translate } from '../../../../renderer/i18n/i18n.ts'

const [ada, bo, eva] = ['Ada Påhitt', 'Bo Exempel', 'Eva Test'] as const

/** Ada stands on the list as a member and as an expert, too. */
async function twice(options: Parameters<typeof scene>[0] = {}) {
  const s = await scene({ ...options, begin: false })
  const own = { capacity: 'sakkunnig', organisation: 'Provbolaget', group: 1, items: null }
  const { id } = await s.app.call('attendance.add', {
    meetingId: s.id,
    name: ada,
    status: 'present',
    mode: 'room',
    ...own,
  })
  await s.app.call('meetings.begin', { id: s.id, time: '10:00' })
  const rows = async () => (await s.view()).attendance.filter(({ name }) => name === ada)
  return { ...s, second: id, rows, board: async () => boardOf(await s.view()) }
}

describe('somebody on the list twice', () => {
  it('is one in the counts of the panel and in the sentence of the Word document', async () => {
    const s = await twice()
    expect(new Set((await s.rows()).map(({ personId }) => personId)).size).toBe(1)
    expect(await s.board()).toMatchObject({ counts: { room: 4, expected: 1, gone: 0 }, summary: '4 på plats.' })
    await loadWords('meetings', 'attendance')
    const view = await s.view()
    expect(showMeeting(view).presence).toBe('4 på plats.')
    expect(presenceSummary(view.attendance, translate())).toMatch(/^4\u00a0på\u00a0plats/)
    await s.act(ada, 'left')
    expect(await s.board()).toMatchObject({
      counts: { room: 3, gone: 1 },
      summary: '4 på plats; Ada Påhitt deltog inte i §§ 4–5.',
    })
  })

  it('fills one seat, however many rows vote', async () => {
    const s = await twice()
    const { head } = await s.view()
    await s.app.call('bodies.setRules', {
      id: head.bodyId ?? '',
      ruleProfile: 'strict',
      quorumRule: 'count',
      quorumCount: 2,
    })
    const ids = [...(await s.rows()).map(({ id }) => id), (await s.row(eva)).id]
    await s.app.call('attendance.setVoting', { ids, voting: true })
    expect((await s.board()).quorum).toMatchObject({ seats: 2, filled: 1, met: false })
  })

  it('does not serve for another beside a vote of their own', async () => {
    const s = await twice()
    const [first] = await s.rows()
    await s.app.call('attendance.setVoting', { ids: [first?.id ?? '', (await s.row(bo)).id], voting: true })
    await s.act(bo, 'left')
    const place = { time: '10:50', itemId: s.items[4] ?? null, after: null, write: true }
    const forBo = { id: s.second, forId: (await s.row(bo)).id, ...place }
    expect(await s.app.refused('attendance.setDeputy', forBo)).toBe('attendance.deputy')
    const forThemselves = { ...forBo, forId: first?.id ?? '' }
    expect(await s.app.refused('attendance.setDeputy', forThemselves)).toBe('attendance.deputy')
  })

  it('leaves, comes back and moves in both rows with one sentence, and one step takes both back', async () => {
    const s = await twice()
    await s.app.call('attendance.event', {
      id: s.second,
      event: 'left',
      time: '10:42',
      itemId: s.items[2] ?? null,
      after: null,
      write: true,
    })
    expect(await s.texts(2)).toEqual(['Ada Påhitt lämnade mötet kl.\u00a010.42, §\u00a03.'])
    expect(await s.rows()).toMatchObject([
      { intervals: [{ ended: 'left', toTime: '10:42' }], items: 't.o.m. 3' },
      { intervals: [{ ended: 'left', toTime: '10:42' }], items: 't.o.m. 3' },
    ])
    await s.app.call('history.undo', {})
    expect(await s.rows()).toMatchObject([{ intervals: [{ ended: null }] }, { intervals: [{ ended: null }] }])
    expect(await s.texts(2)).toEqual([])
    await s.app.call('history.redo', {})
    await s.act(ada, 'arrived', { time: '10:50', mode: 'remote', itemId: s.items[3] ?? null })
    await s.act(ada, 'moved', { time: '10:55', mode: 'room', itemId: s.items[4] ?? null })
    expect((await s.rows()).map(({ mode, intervals }) => [mode, intervals.length])).toEqual([
      ['room', 3],
      ['room', 3],
    ])
    expect([...(await s.texts(3)), ...(await s.texts(4))]).toEqual([
      'Ada Påhitt var åter på distans kl.\u00a010.50, §\u00a04.',
      'Ada Påhitt deltog på plats från kl.\u00a010.55, §\u00a05.',
    ])
  })

  it('has a time corrected, or a stretch taken away, in both rows', async () => {
    const s = await twice()
    await s.act(ada, 'left')
    const stretch = async () => (await s.rows())[1]?.intervals.at(-1)?.id ?? ''
    await s.app.call('attendance.setInterval', { id: await stretch(), toTime: '10:25' })
    expect(await s.texts(2)).toEqual(['Ada Påhitt lämnade mötet kl.\u00a010.25, §\u00a03.'])
    expect((await s.rows()).map(({ intervals }) => intervals.at(-1)?.toTime)).toEqual(['10:25', '10:25'])
    await s.app.call('attendance.removeInterval', { id: await stretch() })
    expect((await s.rows()).map(({ status }) => status)).toEqual(['unknown', 'unknown'])
  })

  it('comes in a row that was still expected, too', async () => {
    const s = await twice()
    await s.app.call('attendance.set', { id: s.second, status: 'expected' })
    await s.act(ada, 'arrived', { time: '10:50', mode: 'room', itemId: s.items[4] ?? null })
    expect((await s.rows()).map(({ status }) => status)).toEqual(['present', 'present'])
    expect((await s.rows()).map(({ items }) => items)).toEqual(['5', '5'])
  })

  it('is excused, absent, present or elsewhere in both rows once it is said of one, and one step takes both back', async () => {
    const s = await twice()
    const standing = async () => (await s.rows()).map(({ status, mode, intervals }) => [status, mode, intervals.length])
    const before = await standing()
    for (const change of [{ status: 'excused' }, { status: 'absent' }, { mode: 'remote' }] as const) {
      await s.app.call('attendance.set', { id: s.second, ...change })
      const [one, other] = await standing()
      expect(one).toEqual(other)
      expect(one).not.toEqual(before[0])
      await s.app.call('history.undo', {})
      expect(await standing()).toEqual(before)
    }
    await s.app.call('attendance.set', { id: s.second, status: 'absent' })
    await s.app.call('attendance.set', { id: (await s.rows())[0]?.id ?? '', status: 'present', mode: 'phone' })
    expect(await standing()).toEqual([
      ['present', 'phone', 1],
      ['present', 'phone', 1],
    ])
    expect(await s.board()).toMatchObject({ counts: { room: 3, phone: 1, absent: 0 } })
  })

  it('has the items that are said by hand in both rows, and for whom and as what in one', async () => {
    const s = await twice({ begin: false })
    await s.app.call('attendance.removeInterval', { id: (await s.rows())[0]?.intervals[0]?.id ?? '' })
    await s.app.call('attendance.set', { id: s.second, status: 'excused', items: '3–5', capacity: 'expert' })
    expect(await s.rows()).toMatchObject([
      { items: '3–5', capacity: 'ledamot', organisation: null },
      { items: '3–5', capacity: 'expert', organisation: 'Provbolaget' },
    ])
  })

  it('is there in a further row from the moment it is added, or named so', async () => {
    const s = await twice()
    await s.act(ada, 'lost')
    const own = {
      capacity: null,
      organisation: null,
      group: 1,
      status: 'expected',
      mode: 'unknown',
      items: null,
    } as const
    await s.app.call('attendance.add', { meetingId: s.id, name: ada, ...own })
    const { id } = await s.app.call('attendance.add', { meetingId: s.id, name: 'Ada Påhit', ...own })
    await s.app.call('attendance.set', { id, name: ada })
    const rows = await s.rows()
    expect(rows).toHaveLength(4)
    for (const row of rows) expect(row).toMatchObject({ status: 'present', intervals: [{ ended: 'lost' }] })
    expect(await s.board()).toMatchObject({ counts: { room: 3, gone: 1, expected: 1 } })
  })

  it('is marked with all who wait, once', async () => {
    const s = await twice()
    await s.app.call('attendance.set', { id: s.second, status: 'expected' })
    const { marked } = await s.app.call('attendance.markAll', { meetingId: s.id, mode: 'room' })
    // Ada and Eva.
    expect(marked).toBe(2)
    expect((await s.rows()).map(({ status, intervals }) => [status, intervals.length])).toEqual([
      ['present', 1],
      ['present', 1],
    ])
  })

  it('has one deputy, whichever row is named, who stands down once when they are back', async () => {
    const s = await twice()
    const [first] = await s.rows()
    await s.app.call('attendance.setVoting', { ids: [first?.id ?? ''], voting: true })
    const { head } = await s.view()
    const rules = { ruleProfile: 'strict', quorumRule: 'count', quorumCount: 1 } as const
    await s.app.call('bodies.setRules', { id: head.bodyId ?? '', ...rules })
    await s.act(ada, 'left')
    const place = { time: '10:50', itemId: s.items[4] ?? null, after: null, write: true }
    await s.app.call('attendance.setDeputy', { id: (await s.row(bo)).id, forId: s.second, ...place })
    expect((await s.board()).quorum).toMatchObject({ seats: 1, filled: 1, met: true })
    await s.act(ada, 'back', { time: '10:55', itemId: s.items[4] ?? null })
    expect((await s.row(bo)).deputyForId).toBeNull()
    expect((await s.texts(4)).filter((text) => text.includes('lämnade platsen'))).toHaveLength(1)
  })

  it('ends to serve for another from whichever row', async () => {
    const s = await twice()
    await s.act(bo, 'left')
    const place = { time: '10:50', itemId: s.items[4] ?? null, after: null, write: true }
    const [first] = await s.rows()
    await s.app.call('attendance.setDeputy', { id: first?.id ?? '', forId: (await s.row(bo)).id, ...place })
    await s.app.call('attendance.setDeputy', { id: s.second, forId: null, ...place })
    const served = (await s.rows()).flatMap(({ deputyships }) => deputyships)
    expect(served).toMatchObject([{ ended: 'left', toTime: '10:50' }])
  })

  it('is asked about once after the meeting, and the answer stands in both rows', async () => {
    const s = await twice()
    await s.app.call('attendance.set', { id: s.second, status: 'expected' })
    await s.app.call('meetings.end', { id: s.id, time: '12:00' })
    const { findings } = await s.app.call('review.list', { meetingId: s.id })
    const asked = findings.filter(({ code, words }) => code === 'never-marked' && words === ada)
    expect(asked).toHaveLength(1)
    await s.app.call('review.answer', { meetingId: s.id, key: asked[0]?.key ?? '', answer: 'accept' })
    expect((await s.rows()).map(({ status }) => status)).toEqual(['absent', 'absent'])
  })
})
