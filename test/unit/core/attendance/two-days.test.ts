/** A meeting that lasts for two days: a time of the second carries its day. */
import { describe, expect, it } from 'vitest'
import type { Input } from '#contract/methods.ts'
import { documentTexts } from '#core/word/texts.ts'
import { participantText, printingOf } from '#core/word/people.ts'
import { timeText } from '#core/word/head.ts'
import { showMeeting } from '#core/meetings/show.ts'
import { decide, scene, type Scene } from './scene.ts'

const ada = 'Ada Påhitt'
const late = '2030-05-07T09:10'

async function correct(s: Scene, name: string, change: Omit<Input<'attendance.setInterval'>, 'id'>, at = -1) {
  const id = (await s.row(name)).intervals.at(at)?.id ?? ''
  await s.app.call('attendance.setInterval', { id, ...change })
}

/** The texts with plain spaces. */
const said = async (s: Scene, item: number) => (await s.texts(item)).map((text) => text.replaceAll('\u00a0', ' '))

const codes = async (s: Scene) =>
  (await s.app.call('review.list', { meetingId: s.id })).findings
    .filter(({ state }) => state === 'open')
    .map(({ code }) => code)

describe('a time of the second day', () => {
  it('is recorded behind those of the first, and the sentence says its day', async () => {
    const s = await scene()
    await s.act(ada, 'left', { time: '16:30' })
    await s.act(ada, 'back', { time: late, mode: 'remote', itemId: s.items[3] ?? null })
    expect(await said(s, 3)).toEqual(['Ada Påhitt var åter på distans kl. 09.10 den 7 maj 2030, § 4.'])
    expect(await s.row(ada)).toMatchObject({
      mode: 'remote',
      intervals: [{ toTime: '16:30' }, { fromTime: late, ended: null }],
    })
    // The sentence of our own raises no question of its own.
    expect((await codes(s)).filter((code) => /time|year|day|number/u.test(code))).toEqual([])
    await expect(s.act(ada, 'left', { time: '17:00' })).rejects.toThrow('attendance.order')
    await s.app.call('history.undo', {})
    expect(await said(s, 3)).toEqual([])
  })

  it('reads so in English, too', async () => {
    const s = await scene({ language: 'en' })
    await s.act(ada, 'lost', { time: late })
    expect(await said(s, 2)).toEqual(['Ada Påhitt lost the connection at 09:10 on 7 May 2030, § 3.'])
  })

  it('is corrected with its sentence, and follows the number of its item', async () => {
    const s = await scene()
    await s.act(ada, 'left', { time: '10:42' })
    await correct(s, ada, { toTime: late })
    expect(await said(s, 2)).toEqual(['Ada Påhitt lämnade mötet kl. 09.10 den 7 maj 2030, § 3.'])
    await s.app.call('items.set', { id: s.items[2] ?? '', number: '8' })
    expect(await said(s, 2)).toEqual(['Ada Påhitt lämnade mötet kl. 09.10 den 7 maj 2030, § 8.'])
    await correct(s, ada, { toTime: '10:50' })
    expect(await said(s, 2)).toEqual(['Ada Påhitt lämnade mötet kl. 10.50, § 8.'])
  })

  it('is refused before the meeting, weeks after it, as no day, and where the day of the meeting is not known', async () => {
    const s = await scene()
    for (const time of ['2030-05-05T09:10', '2030-05-06T09:10', '2030-05-30T09:10'])
      await expect(s.act(ada, 'left', { time })).rejects.toThrow('attendance.outside')
    for (const time of ['2030-02-30T09:10', '2030-05-07T24:10', '2030-05-07 09:10', '2030-05T09:10', 'T09:10'])
      await expect(s.act(ada, 'left', { time })).rejects.toThrow('call.bad-input')
    await s.app.call('meetings.setHead', { id: s.id, change: { date: '2030-05' } })
    await expect(s.act(ada, 'left', { time: late })).rejects.toThrow('attendance.outside')
    expect((await s.row(ada)).intervals).toMatchObject([{ ended: null }])
  })

  it('counts among items and decisions as every other does', async () => {
    const s = await scene()
    const { bodyId } = (await s.view()).head
    await s.app.call('bodies.setRules', { id: bodyId ?? '', ruleProfile: 'strict', quorumRule: 'half' })
    await s.app.call('attendance.setVoting', {
      ids: (await s.view()).attendance.slice(0, 4).map(({ id }) => id),
      voting: true,
    })
    await s.act(ada, 'lost', { time: '15:00', itemId: s.items[1] ?? null })
    await decide(s, 2, 'Rådet beslutar att anta planen.')
    await s.act(ada, 'back', { time: late, itemId: s.items[3] ?? null })
    await decide(s, 4, 'Rådet beslutar att godkänna budgeten.')
    const board = await s.app.call('attendance.board', { meetingId: s.id })
    expect(board.blocking).toMatchObject([{ itemId: s.items[2], reason: 'lost', names: [ada] }])
    expect(board.quorum).toMatchObject({ seats: 4, filled: 4, met: true })
    expect(await s.row(ada)).toMatchObject({ items: 'ej 3' })
    const meeting = showMeeting(await s.view())
    const printed = meeting.participants.map((one) =>
      participantText(one, documentTexts('sv'), printingOf(meeting, 'paragraph')),
    )
    expect(printed[0]).toBe('Ada Påhitt, ledamot, ej § 3')
  })

  it('is there when a deputy steps in and down', async () => {
    const s = await scene()
    const [eva, dan] = [await s.row('Eva Test'), await s.row('Dan Prov')]
    const place = { itemId: s.items[2] ?? null, after: null, write: true }
    await s.app.call('attendance.setDeputy', { id: dan.id, forId: eva.id, time: '16:00', ...place })
    await s.act('Eva Test', 'arrived', { time: late, mode: 'room' })
    expect((await s.row('Dan Prov')).deputyships).toMatchObject([{ fromTime: '16:00', toTime: late, ended: 'left' }])
    expect((await said(s, 2)).at(-1)).toMatch(/Dan Prov lämnade platsen .* kl. 09.10 den 7 maj 2030, § 3\.$/u)
  })
})

describe('the end on the second day', () => {
  it('binds the times, is printed with its day, and stands in the calendar', async () => {
    const s = await scene()
    await s.act(ada, 'left', { time: late })
    await expect(s.app.call('meetings.end', { id: s.id, time: '16:00' })).rejects.toThrow('attendance.outside')
    for (const time of ['2030-05-06T09:00', '2030-07-07T16:00'])
      await expect(s.app.call('meetings.end', { id: s.id, time })).rejects.toThrow('meeting.end-day')
    await s.app.call('meetings.end', { id: s.id, time: '2030-05-07T16:00' })
    expect((await s.view()).head).toMatchObject({ state: 'draft', end: '2030-05-07T16:00' })
    await expect(correct(s, ada, { toTime: '2030-05-07T16:30' })).rejects.toThrow('attendance.outside')
    await correct(s, ada, { toTime: '2030-05-07T15:30' })
    const shown = showMeeting(await s.view())
    expect(timeText(shown, documentTexts('sv'), 'sv')).toBe('kl. 10.00–16.00 den 7 maj 2030')
    expect(shown.participants[0]?.intervals).toMatchObject([{ to: '2030-05-07T15:30' }])
    // Another day of the meeting would leave the time out.
    const change = { date: '2030-05-09' }
    expect(await s.app.refused('meetings.setHead', { id: s.id, change })).toBe('meeting.end-day')
  })

  it('leaves a meeting that runs past midnight as it is: its times need no day', async () => {
    const s = await scene({ begin: false })
    await s.app.call('meetings.begin', { id: s.id, time: '18:00' })
    await s.act(ada, 'left', { time: '23:50' })
    await s.act(ada, 'back', { time: '00:20', mode: 'room', itemId: s.items[3] ?? null })
    expect(await said(s, 3)).toEqual(['Ada Påhitt var åter på plats kl. 00.20, § 4.'])
    await s.app.call('meetings.end', { id: s.id, time: '01:00' })
    expect((await s.view()).head.end).toBe('01:00')
  })

  it('lets a pause last over the night', async () => {
    const s = await scene()
    const paragraphId = crypto.randomUUID()
    const fields = { from: '17:00', to: '09:00' }
    const put = { op: 'put' as const, paragraphId, kind: 'adjournment' as const, text: '', fields, base: null }
    await s.app.call('items.saveText', { id: s.items[2] ?? '', operations: [put], order: [paragraphId] })
    const blocking = async () =>
      (await s.app.call('approval.get', { meetingId: s.id })).blocking.map(({ code }) => code)
    await s.app.call('meetings.end', { id: s.id, time: '18:00' })
    expect(await blocking()).toContain('adjournment-order')
    await s.app.call('meetings.setHead', { id: s.id, change: { end: '2030-05-07T16:00' } })
    expect(await blocking()).not.toContain('adjournment-order')
  })
})
