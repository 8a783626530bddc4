/** What blocks approval: everything is listed at once, and refuses it. */
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { newApp, type TestApp } from '../../helpers/app.ts'
import { minutes as someMinutes } from '../../helpers/world.ts'
import { add, minutes, on } from './made.ts'

const codes = async (app: TestApp, meetingId: string) =>
  (await app.call('approval.get', { meetingId })).blocking.map(({ code }) => code)

describe('what blocks approval', () => {
  it('lists everything that is missing in empty formal minutes, and refuses to approve them', async () => {
    const app = newApp()
    const { id } = await app.call('meetings.create', { title: 'Möte', kind: 'protokoll', date: null, body: null })
    expect(await codes(app, id)).toEqual([
      'date',
      'start',
      'end',
      'form',
      'place',
      'chair',
      'secretary',
      'adjuster',
      'nobody-present',
      'item-title',
      'not-circulated',
    ])
    expect(await app.refused('approval.approve', { meetingId: id, on })).toBe('approval.blocked')
    expect((await app.call('approval.get', { meetingId: id })).versions).toEqual([])
  })

  it('asks no place of a meeting on screens alone, and neither approver nor round of mere notes', async () => {
    const app = newApp()
    const { id } = await app.call('meetings.create', {
      title: 'M',
      kind: 'minnesanteckningar',
      date: '2026-11-20',
      body: null,
    })
    await app.call('meetings.setHead', { id, change: { form: 'distans', start: '10:00', end: '11:00' } })
    expect(await codes(app, id)).toEqual(['chair', 'secretary', 'item-title'])
  })

  it('waits for each who was asked and for each open comment', async () => {
    const app = newApp()
    const { id, itemId } = await minutes(app)
    await app.call('approval.circulate', { meetingId: id, on, approveBy: null })
    const comment = await app.call('comments.add', { meetingId: id, itemId, author: 'Ada', text: 'Stavfel' })
    const { asked, blocking } = await app.call('approval.get', { meetingId: id })
    expect(asked.map(({ name, role }) => [name, role])).toEqual([
      ['Ove Testman', 'chair'],
      ['Ada Påhitt', 'adjuster'],
    ])
    expect(blocking.map(({ code, about }) => [code, about])).toEqual([
      ['comment-open', 'Stavfel'],
      ['answer-missing', 'Ove Testman'],
      ['answer-missing', 'Ada Påhitt'],
    ])
    expect((await app.call('approval.due', {})).meetings).toMatchObject([
      { id, state: 'circulated', waitingFor: ['Ove Testman', 'Ada Påhitt'] },
    ])
    await app.call('comments.resolve', { id: comment.id, resolved: true })
    await app.call('approval.answer', { id: asked[0]?.id ?? '', outcome: 'changes', on })
    expect(await codes(app, id)).toEqual(['answer-changes', 'answer-missing'])
    await app.call('history.undo', {})
    expect(await codes(app, id)).toEqual(['answer-missing', 'answer-missing'])
  })

  it('keeps a comment whose item is removed, on the whole minutes and with the name of the item', async () => {
    const app = newApp()
    const { id, itemId } = await minutes(app)
    const { id: second } = await app.call('items.add', { meetingId: id, after: itemId, title: 'Lokaler', number: '2' })
    await app.call('approval.circulate', { meetingId: id, on, approveBy: null })
    await app.call('comments.add', { meetingId: id, itemId: second, author: 'Ada', text: 'Fel sal' })
    await app.call('approval.withdraw', { meetingId: id })
    await app.call('items.remove', { id: second })
    const kept = async () => {
      const { comments, blocking } = await app.call('approval.get', { meetingId: id })
      return [comments.map((one) => [one.itemId, one.itemTitle, one.text]), blocking.map(({ about }) => about)[0]]
    }
    expect(await kept()).toEqual([[[null, '§ 2 Lokaler', 'Fel sal']], '§ 2 Lokaler: Fel sal'])
    expect(await codes(app, id)).toEqual(['comment-open', 'not-circulated'])
    await app.call('history.undo', {})
    expect(await kept()).toEqual([[[second, null, 'Fel sal']], 'Fel sal'])
    await app.call('history.redo', {})
    expect(await kept()).toEqual([[[null, '§ 2 Lokaler', 'Fel sal']], '§ 2 Lokaler: Fel sal'])
    // It goes with the meeting, and comes back with it.
    await app.call('meetings.remove', { id })
    await app.call('history.undo', {})
    expect(await kept()).toEqual([[[null, '§ 2 Lokaler', 'Fel sal']], '§ 2 Lokaler: Fel sal'])
  })

  it('wants each number once', async () => {
    const app = newApp()
    const { id } = await minutes(app)
    const made = await app.call('items.add', { meetingId: id, after: null, title: 'Val', number: '2' })
    expect(await codes(app, id)).not.toContain('number-twice')
    const { items } = await app.call('meetings.get', { id })
    const number = items.find((item) => item.id !== made.id)?.number ?? ''
    await app.call('items.set', { id: made.id, number })
    const { blocking } = await app.call('approval.get', { meetingId: id })
    const twice = blocking.filter(({ code }) => code === 'number-twice')
    expect(twice).toMatchObject([{ about: `§ ${number}` }])
    await app.call('history.undo', {})
    expect(await codes(app, id)).not.toContain('number-twice')
  })

  it('takes no comment that says nothing', async () => {
    const app = newApp()
    const { id } = await minutes(app)
    const empty = { meetingId: id, itemId: null, author: 'Bo Låtsman', text: ' \n ' }
    expect(await app.refused('comments.add', empty)).toBe('call.bad-input')
  })

  it('wants a decision of an item for decision, unless something else became of it', async () => {
    const app = newApp()
    const { id, itemId } = await minutes(app)
    await app.call('items.prepare', { id: itemId, change: { type: 'decision' } })
    const made = await app.call('items.add', { meetingId: id, after: null, title: 'Val', number: '2' })
    expect(await codes(app, id)).not.toContain('item-undecided')
    await app.call('items.prepare', { id: made.id, change: { type: 'decision' } })
    const undecided = async () =>
      (await app.call('approval.get', { meetingId: id })).blocking.filter(({ code }) => code === 'item-undecided')
    expect(await undecided()).toEqual([{ code: 'item-undecided', itemId: made.id, attendanceId: null, about: 'Val' }])
    await app.call('items.prepare', { id: made.id, change: { outcome: 'handled' } })
    expect(await undecided()).toHaveLength(1)
    await app.call('items.prepare', { id: made.id, change: { outcome: 'deferred' } })
    expect(await undecided()).toEqual([])
  })

  it('takes no approval of a text that became another afterwards, until it is asked for and given anew', async () => {
    const app = newApp()
    const { id, itemId, paragraphs } = await minutes(app)
    await app.call('approval.circulate', { meetingId: id, on, approveBy: null })
    const round = () => app.call('approval.get', { meetingId: id })
    const blocking = async () => (await round()).blocking.map(({ code, about }) => [code, about])
    const outdated = async () => (await round()).asked.map((one) => one.outdated)
    for (const one of (await round()).asked) await app.call('approval.answer', { id: one.id, outcome: 'approved', on })
    // What stands beside the text is none of it.
    const comment = await app.call('comments.add', { meetingId: id, itemId, author: 'Ada', text: 'Bra' })
    await app.call('comments.resolve', { id: comment.id, resolved: true })
    expect([await blocking(), await outdated()]).toEqual([[], [false, false]])

    const [paragraphId = ''] = paragraphs.slice(1)
    const decide = (text: string, base: string) => {
      const put = { op: 'put' as const, paragraphId, kind: 'decision' as const, text, base }
      return app.call('items.saveText', { id: itemId, operations: [put], order: paragraphs })
    }
    await decide('att avslå budgeten', 'att anta budgeten')
    const both = [
      ['answer-outdated', 'Ove Testman'],
      ['answer-outdated', 'Ada Påhitt'],
    ]
    expect([await blocking(), await outdated()]).toEqual([both, [true, true]])
    expect(await app.refused('approval.approve', { meetingId: id, on })).toBe('approval.blocked')

    const [chair, adjuster] = (await round()).asked.map((one) => one.id)
    await app.call('approval.answer', { id: chair ?? '', outcome: 'approved', on })
    expect(await blocking()).toEqual(both.slice(1))
    // As it was when the adjuster answered, it is what she answered for, and no longer what the chair did.
    await decide('att anta budgeten', 'att avslå budgeten')
    expect(await blocking()).toEqual(both.slice(0, 1))
    await app.call('approval.answer', { id: chair ?? '', outcome: null, on })
    expect(await blocking()).toEqual([['answer-missing', 'Ove Testman']])
    await app.call('meetings.setHead', { id, change: { end: '13:00' } })
    await app.call('approval.answer', { id: chair ?? '', outcome: 'approved', on })
    expect(await blocking()).toEqual(both.slice(1))
    await app.call('approval.answer', { id: adjuster ?? '', outcome: 'approved', on })
    expect((await app.call('approval.approve', { meetingId: id, on })).version).toBe(1)
    expect(await outdated()).toEqual([false, false])
  })

  it('takes answers from before hashes were kept with them as they are', async () => {
    const app = newApp()
    const { id, itemId } = await minutes(app)
    await app.call('approval.circulate', { meetingId: id, on, approveBy: null })
    for (const one of (await app.call('approval.get', { meetingId: id })).asked)
      await app.call('approval.answer', { id: one.id, outcome: 'approved', on })
    app.close()
    const driver = new Database(app.path)
    driver.prepare('UPDATE approval SET answered_sha256 = NULL').run()
    driver.close()
    app.openWorkspace(app.path)
    await app.call('items.set', { id: itemId, title: 'Annat' })
    expect(await codes(app, id)).toEqual([])
  })
})

describe('presence, and approval', () => {
  const missing = async (app: TestApp, meetingId: string) =>
    (await app.call('approval.get', { meetingId })).blocking.map(({ code, about }) => [code, about])

  it('waits for each whom nobody marked, also when the meeting is ended and they are no longer expected', async () => {
    const app = newApp()
    const { id } = await minutes(app)
    const bo = await add(app, id, 'Bo Låtsman', 'expected')
    await app.call('meetings.begin', { id, time: '10:00' })
    await app.call('meetings.end', { id, time: '12:00' })
    const { attendance } = await app.call('meetings.get', { id })
    expect(attendance.map(({ status }) => status)).toEqual(['present', 'unknown'])
    expect((await app.call('approval.get', { meetingId: id })).blocking).toEqual([
      { code: 'person-expected', itemId: null, attendanceId: bo.id, about: 'Bo Låtsman' },
      { code: 'not-circulated', itemId: null, attendanceId: null, about: '' },
    ])
    expect(await app.refused('approval.approve', { meetingId: id, on })).toBe('approval.blocked')
    await app.call('attendance.set', { id: bo.id, status: 'absent' })
    expect(await missing(app, id)).toEqual([['not-circulated', '']])
  })

  it('wants somebody to have come to what has formal minutes, and nobody to what has notes', async () => {
    const app = newApp()
    const { id } = await minutes(app)
    const [siv] = (await app.call('meetings.get', { id })).attendance
    await app.call('attendance.set', { id: siv?.id ?? '', status: 'absent' })
    expect(await codes(app, id)).toEqual(['nobody-present', 'not-circulated'])
    await app.call('meetings.setHead', { id, change: { kind: 'minnesanteckningar' } })
    expect(await codes(app, id)).toEqual([])
  })

  it('leaves open what an imported text leaves open of its people', async () => {
    const app = newApp()
    const { meetings } = await app.call('imports.commit', { name: 'prov.txt', text: someMinutes, encoding: 'utf-8' })
    const id = meetings[0]?.id ?? ''
    await add(app, id, 'Bo Låtsman', 'unknown')
    const { attendance } = await app.call('meetings.get', { id })
    for (const one of attendance) await app.call('attendance.set', { id: one.id, status: 'unknown' })
    await app.call('meetings.setHead', { id, change: { kind: 'protokoll' } })
    const found = await codes(app, id)
    expect(found).not.toContain('person-expected')
    expect(found).not.toContain('nobody-present')
  })
})

describe('days of approval', () => {
  it('do not lie before the meeting: no answer, and no approval', async () => {
    const app = newApp()
    const { id } = await minutes(app)
    await app.call('approval.circulate', { meetingId: id, on: '2026-11-20', approveBy: null })
    const { asked } = await app.call('approval.get', { meetingId: id })
    for (const one of asked) {
      const early = { id: one.id, outcome: 'approved', on: '2026-11-19' }
      expect(await app.refused('approval.answer', early)).toBe('approval.too-early')
      await app.call('approval.answer', { id: one.id, outcome: 'approved', on: '2026-11-20' })
    }
    expect(await app.refused('approval.approve', { meetingId: id, on: '2026-11-19' })).toBe('approval.too-early')
    expect((await app.call('approval.get', { meetingId: id })).versions).toEqual([])
    await app.call('approval.approve', { meetingId: id, on: '2026-11-20' })
  })

  it('do not lie before the last day of a meeting that lasts for two', async () => {
    const app = newApp()
    const { id } = await minutes(app)
    await app.call('meetings.setHead', { id, change: { end: '2026-11-21T12:00' } })
    const circulate = (on: string) => ({ meetingId: id, on, approveBy: null })
    expect(await app.refused('approval.circulate', circulate('2026-11-20'))).toBe('approval.too-early')
    await app.call('approval.circulate', circulate('2026-11-21'))
    const [one] = (await app.call('approval.get', { meetingId: id })).asked
    const early = { id: one?.id ?? '', outcome: 'approved', on: '2026-11-20' }
    expect(await app.refused('approval.answer', early)).toBe('approval.too-early')
    expect(await app.refused('approval.approve', { meetingId: id, on: '2026-11-20' })).toBe('approval.too-early')
  })

  it('are held against what is known of the day, and again when that is put right', async () => {
    const app = newApp()
    const { id } = await minutes(app)
    await app.call('meetings.setHead', { id, change: { date: '2026-11' } })
    await app.call('approval.circulate', { meetingId: id, on: '2026-11-02', approveBy: null })
    const { asked } = await app.call('approval.get', { meetingId: id })
    for (const one of asked) {
      expect(await app.refused('approval.answer', { id: one.id, outcome: 'changes', on: '2026-10-31' })).toBe(
        'approval.too-early',
      )
      await app.call('approval.answer', { id: one.id, outcome: 'approved', on: '2026-11-02' })
    }
    await app.call('meetings.setHead', { id, change: { date: '2026-11-20' } })
    // The day is a part of what they answered for.
    const both = ['answer-outdated', 'answer-early']
    expect(await codes(app, id)).toEqual([...both, ...both])
  })
})
