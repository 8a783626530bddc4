/** Numbers of items follow the agenda and the day of a meeting until its minutes are sent out. */
import { describe, expect, it } from 'vitest'
import { newApp, type TestApp } from '../../helpers/app.ts'

const body = 'Testrådet för havsvind'
const on = '2026-12-20'

/** A series of two items a meeting, with a meeting on each day. */
async function series(days: readonly string[], more: object = {}) {
  const app = newApp()
  const { id } = await app.call('series.create', { body, year: 2026, kind: 'protokoll', ...more })
  const item = { type: null, presenter: null, minutes: null, prepared: null, proposal: null }
  const items = ['Ett', 'Två'].map((title) => ({ ...item, title }))
  await app.call('series.setItems', { id, items })
  const meetings: string[] = []
  for (const date of days) {
    const { id: meeting } = await app.call('meetings.plan', { seriesId: id, date })
    // What the plan adds of its own is no matter here.
    for (const one of (await app.call('meetings.get', { id: meeting })).items)
      if (!['Ett', 'Två'].includes(one.title)) await app.call('items.remove', { id: one.id })
    meetings.push(meeting)
  }
  const view = async (at: number) => app.call('meetings.get', { id: meetings[at] ?? '' })
  return {
    app,
    id,
    meetings,
    view,
    numbers: async (at: number) => (await view(at)).items.map(({ number }) => number),
    item: async (at: number, place: number) => (await view(at)).items[place]?.id ?? '',
    begin: (at: number) => app.call('meetings.begin', { id: meetings[at] ?? '', time: '10:00' }),
    end: (at: number) => app.call('meetings.end', { id: meetings[at] ?? '', time: '12:00' }),
    add: (at: number, after: string | null, title = 'Ny') =>
      app.call('items.add', { meetingId: meetings[at] ?? '', after, title }),
  }
}

type Series = Awaited<ReturnType<typeof series>>

/** Sends the minutes out to an invented chair. */
async function circulate({ app, meetings }: Series, at: number): Promise<void> {
  const id = meetings[at] ?? ''
  await app.call('meetings.setOfficers', { id, role: 'chair', names: ['Ove Testman'] })
  await app.call('approval.circulate', { meetingId: id, on, approveBy: null })
}

/** Fills in what approval asks for, and approves. */
async function approve(made: Series, at: number): Promise<void> {
  const { app, meetings } = made
  const id = meetings[at] ?? ''
  await app.call('meetings.setHead', { id, change: { place: 'Sal 1', form: 'hybrid' } })
  for (const [role, name] of [
    ['secretary', 'Siv Prov'],
    ['adjuster', 'Ada Påhitt'],
  ] as const)
    await app.call('meetings.setOfficers', { id, role, names: [name] })
  const own = { capacity: 'ledamot', organisation: null, group: 1, mode: 'room' as const, items: null }
  await app.call('attendance.add', { meetingId: id, name: 'Siv Prov', status: 'present', ...own })
  await circulate(made, at)
  for (const one of (await app.call('approval.get', { meetingId: id })).asked)
    await app.call('approval.answer', { id: one.id, outcome: 'approved', on })
  await app.call('approval.approve', { meetingId: id, on })
}

/** Two meetings that were held; the second is approved, and the first has grown since. */
async function secondApproved() {
  const made = await series(['2026-02-04', '2026-03-04'])
  for (const at of [0, 1]) {
    await made.begin(at)
    await made.end(at)
  }
  await approve(made, 1)
  await made.add(0, null)
  return made
}

describe('numbers of a meeting that runs, or is a draft', () => {
  it('follow what is added, moved and removed, with those of the meetings behind it, each in one step', async () => {
    const made = await series(['2026-02-04', '2026-03-04', '2026-04-01'])
    const { app, numbers, item, add } = made
    await made.begin(0)
    await made.end(0)
    await made.begin(1)
    const all = async () => [await numbers(0), await numbers(1), await numbers(2)]
    const before = [
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]
    expect(await all()).toEqual(before)
    const added = await add(1, await item(1, 0))
    const longer = [
      ['1', '2'],
      ['3', '4', '5'],
      ['6', '7'],
    ]
    expect(await all()).toEqual(longer)
    await app.call('history.undo', {})
    expect(await all()).toEqual(before)
    await app.call('history.redo', {})
    expect(await all()).toEqual(longer)
    await app.call('items.move', { id: added.id, after: null })
    expect((await made.view(1)).items.map(({ title, number }) => [title, number])).toEqual([
      ['Ny', '3'],
      ['Ett', '4'],
      ['Två', '5'],
    ])
    await app.call('items.remove', { id: await item(0, 0) })
    expect(await all()).toEqual([['1'], ['2', '3', '4'], ['5', '6']])
  })

  it('begin at 1 again where the series says so, and follow in their own meeting alone', async () => {
    const made = await series(['2026-02-04', '2026-03-04'], { numberRule: 'restart' })
    await made.begin(0)
    await made.add(0, null)
    expect([await made.numbers(0), await made.numbers(1)]).toEqual([
      ['1', '2', '3'],
      ['1', '2'],
    ])
  })

  it('leave what somebody set by hand, what is lettered and what has no number', async () => {
    const made = await series(['2026-02-04'])
    const { app, numbers, item, add } = made
    await made.begin(0)
    await add(0, await item(0, 1))
    await add(0, await item(0, 2))
    await app.call('items.set', { id: await item(0, 1), number: '9' })
    expect(await numbers(0)).toEqual(['1', '9', '3', '4'])
    await app.call('items.set', { id: await item(0, 2), number: '9 a' })
    expect(await numbers(0)).toEqual(['1', '9', '9 a', '3'])
    await app.call('items.set', { id: await item(0, 0), number: null })
    expect(await numbers(0)).toEqual([null, '9', '9 a', '2'])
    await add(0, await item(0, 3))
    expect(await numbers(0)).toEqual([null, '9', '9 a', '2', '3'])
    // What the series would give there is the series'.
    await app.call('items.set', { id: await item(0, 1), number: '1' })
    await app.call('items.remove', { id: await item(0, 0) })
    await add(0, null)
    expect(await numbers(0)).toEqual(['1', '2', '9 a', '3', '4'])
  })

  it('close up where a meeting is removed', async () => {
    const made = await series(['2026-02-04', '2026-03-04'])
    await made.app.call('meetings.remove', { id: made.meetings[0] ?? '' })
    expect(await made.numbers(1)).toEqual(['1', '2'])
    await made.app.call('history.undo', {})
    expect(await made.numbers(1)).toEqual(['3', '4'])
  })
})

describe('numbers that are out', () => {
  it('stay while the minutes are out for approval, and follow when those are taken back', async () => {
    const made = await series(['2026-02-04', '2026-03-04', '2026-04-01'])
    for (const at of [0, 1]) {
      await made.begin(at)
      await made.end(at)
    }
    await circulate(made, 1)
    await made.add(0, null)
    expect([await made.numbers(0), await made.numbers(1), await made.numbers(2)]).toEqual([
      ['1', '2', '3'],
      ['3', '4'],
      ['5', '6'],
    ])
    await made.app.call('approval.withdraw', { meetingId: made.meetings[1] ?? '' })
    expect([await made.numbers(1), await made.numbers(2)]).toEqual([
      ['4', '5'],
      ['6', '7'],
    ])
  })

  it('stay in approved minutes, also when those are opened again', async () => {
    const made = await secondApproved()
    expect(await made.numbers(1)).toEqual(['3', '4'])
    await made.app.call('approval.unlock', { meetingId: made.meetings[1] ?? '', reason: 'Fel namn' })
    await made.add(0, null)
    expect([await made.numbers(0), await made.numbers(1)]).toEqual([
      ['1', '2', '3', '4'],
      ['3', '4'],
    ])
    // An item that is left out of what was approved gets no number that stands for another.
    await made.add(1, null)
    expect(await made.numbers(1)).toEqual([null, '3', '4'])
  })
})

describe('numbers that were approved once, in minutes that are opened again', () => {
  const opened = async () => {
    const made = await secondApproved()
    await made.app.call('approval.unlock', { meetingId: made.meetings[1] ?? '', reason: 'Fel dag' })
    return made
  }
  const taken = async ({ app, meetings }: Series, at: number) =>
    (await app.call('approval.get', { meetingId: meetings[at] ?? '' })).blocking.filter(
      ({ code }) => code === 'number-taken',
    )

  it('stay whatever the rule of their series becomes', async () => {
    const made = await opened()
    await made.app.call('series.set', { id: made.id, change: { numberRule: 'restart' } })
    expect([await made.numbers(0), await made.numbers(1)]).toEqual([
      ['1', '2', '3'],
      ['3', '4'],
    ])
  })

  it('stay where the meeting turns out to be of another year, and those behind it there go on from them', async () => {
    const made = await opened()
    await made.app.call('meetings.setHead', { id: made.meetings[1] ?? '', change: { date: '2027-01-13' } })
    const { head } = await made.view(1)
    expect(head.seriesId).not.toBe(made.id)
    const { id: behind } = await made.app.call('meetings.plan', { seriesId: head.seriesId ?? '', date: '2027-02-10' })
    expect(await made.numbers(1)).toEqual(['3', '4'])
    expect((await made.app.call('meetings.get', { id: behind })).items[0]?.number).toBe('5')
  })

  it('are as any others in another series: one that stands there already blocks', async () => {
    const made = await opened()
    const { app, meetings } = made
    await app.call('meetings.setHead', { id: meetings[1] ?? '', change: { date: '2027-01-13' } })
    const { seriesId } = (await made.view(1)).head
    const { id: other } = await app.call('meetings.plan', { seriesId: seriesId ?? '', date: '2027-02-10' })
    for (const { id } of (await app.call('meetings.get', { id: other })).items)
      await app.call('items.set', { id, number: '3' })
    expect(await taken(made, 1)).toMatchObject([{ about: '§ 3', also: { meetingId: other } }])
    // Back in their own they stand.
    await app.call('meetings.setHead', { id: meetings[1] ?? '', change: { date: '2026-03-04' } })
    expect([await made.numbers(1), await taken(made, 1)]).toEqual([['3', '4'], []])
  })
})

describe('a number that two meetings of a series have', () => {
  const taken = async ({ app, meetings }: Series, at: number) =>
    (await app.call('approval.get', { meetingId: meetings[at] ?? '' })).blocking
      .filter(({ code }) => code === 'number-taken')
      .map(({ itemId, about, also }) => ({ itemId, about, also }))
  const out = async (more: object = {}) => {
    const made = await series(['2026-02-04', '2026-03-04'], more)
    for (const at of [0, 1]) {
      await made.begin(at)
      await made.end(at)
    }
    await circulate(made, 1)
    return made
  }

  it('blocks the approval of both, naming the other, until one of them has another', async () => {
    const made = await out()
    const { app, item, meetings } = made
    expect(await taken(made, 1)).toEqual([])
    await made.add(0, null)
    const named = async (at: number) => {
      const { id: meetingId, head } = await made.view(at)
      return { meetingId, title: head.title, date: head.date }
    }
    expect(await taken(made, 1)).toEqual([{ itemId: await item(1, 0), about: '§ 3', also: await named(0) }])
    expect(await taken(made, 0)).toEqual([{ itemId: await item(0, 2), about: '§ 3', also: await named(1) }])
    expect(await app.refused('approval.approve', { meetingId: meetings[1] ?? '', on })).toBe('approval.blocked')
    await app.call('items.set', { id: await item(0, 2), number: '2 a' })
    expect([await taken(made, 0), await taken(made, 1)]).toEqual([[], []])
    await app.call('history.undo', {})
    expect(await taken(made, 1)).toHaveLength(1)
    await app.call('approval.withdraw', { meetingId: meetings[1] ?? '' })
    expect([await made.numbers(0), await made.numbers(1)]).toEqual([
      ['1', '2', '3'],
      ['4', '5'],
    ])
    expect([await taken(made, 0), await taken(made, 1)]).toEqual([[], []])
  })

  it('is no matter where every meeting begins at 1, or where it is but a letter', async () => {
    const anew = await out({ numberRule: 'restart' })
    await anew.add(0, null)
    expect(await taken(anew, 1)).toEqual([])
    const made = await out()
    for (const at of [0, 1]) await made.app.call('items.set', { id: await made.item(at, 0), number: 'A' })
    expect(await taken(made, 1)).toEqual([])
  })

  it('stands in minutes that were approved with it, and blocks the other alone', async () => {
    const made = await secondApproved()
    await made.app.call('approval.unlock', { meetingId: made.meetings[1] ?? '', reason: 'Fel namn' })
    expect(await taken(made, 1)).toEqual([])
    expect(await taken(made, 0)).toMatchObject([{ about: '§ 3' }])
  })
})

describe('sentences of presence', () => {
  const arrive = async (app: TestApp, meetingId: string, itemId: string) => {
    const own = { capacity: 'ledamot', organisation: null, group: 1, mode: 'unknown' as const, items: null }
    const { id } = await app.call('attendance.add', { meetingId, name: 'Bo Exempel', status: 'expected', ...own })
    const act = { itemId, after: null, mode: 'room' as const, write: true }
    await app.call('attendance.event', { id, event: 'arrived', time: '10:42', ...act })
    return app.call('attendance.event', { id, event: 'left', time: '11:10', ...act, mode: undefined })
  }

  it('follow the number of their item, those that somebody worded otherwise do not, and one undo takes all back', async () => {
    const made = await series(['2026-02-04', '2026-03-04'])
    const { app, item, meetings } = made
    await made.begin(0)
    await made.end(0)
    await made.begin(1)
    const itemId = await item(1, 1)
    const { paragraphId } = await arrive(app, meetings[1] ?? '', itemId)
    const texts = async () =>
      (await made.view(1)).items.find(({ id }) => id === itemId)?.paragraphs.map(({ text }) => text)
    const written = [
      'Bo Exempel anslöt på plats kl.\u00a010.42, §\u00a04.',
      'Bo Exempel lämnade mötet kl.\u00a011.10, §\u00a04.',
    ]
    expect((await texts())?.toSorted()).toEqual(written)
    await made.add(0, null)
    expect((await texts())?.toSorted()).toEqual(written.map((text) => text.replace('§\u00a04', '§\u00a05')))
    expect((await made.view(1)).attendance[0]?.items).toBe('5')
    await app.call('history.undo', {})
    expect((await texts())?.toSorted()).toEqual(written)
    expect((await made.view(1)).attendance[0]?.items).toBe('4')
    const own = 'Bo Exempel lämnade oss kl. 11.10, § 4.'
    const put = { op: 'put' as const, paragraphId: paragraphId ?? '', kind: 'paragraph' as const }
    const rewrite = (base: string, text: string) =>
      app.call('items.saveText', { id: itemId, operations: [{ ...put, base, text }] })
    // As sentences were kept before: with spaces that break.
    const broken = written[1]?.replaceAll('\u00a0', ' ') ?? ''
    await rewrite(written[1] ?? '', broken)
    await app.call('items.set', { id: itemId, number: '6' })
    expect((await texts())?.toSorted()[1]).toBe(written[1]?.replace('4.', '6.'))
    await app.call('history.undo', {})
    await rewrite(broken, own)
    await app.call('items.set', { id: itemId, number: '7' })
    expect((await texts())?.toSorted()).toEqual(['Bo Exempel anslöt på plats kl.\u00a010.42, §\u00a07.', own])
    await app.call('items.set', { id: itemId, number: null })
    expect((await texts())?.toSorted()).toEqual(['Bo Exempel anslöt på plats kl.\u00a010.42.', own])
  })
})

describe('a meeting whose day moves to another year', () => {
  it('is one of the series of that year, which is made where there is none, and both are numbered anew, in one step', async () => {
    const made = await series(['2026-02-04', '2026-11-04', '2026-12-09'])
    const { app, meetings, view, numbers } = made
    for (const at of [0, 1]) await made.begin(at)
    await app.call('meetings.setHead', { id: meetings[1] ?? '', change: { date: '2027-01-13' } })
    const { head } = await view(1)
    expect([head.seriesId === made.id, head.number]).toEqual([false, 1])
    expect(await app.call('series.get', { id: head.seriesId ?? '' })).toMatchObject({ year: 2027, body })
    expect([await numbers(1), await numbers(2)]).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
    await app.call('history.undo', {})
    expect((await view(1)).head).toMatchObject({ seriesId: made.id, number: 2, date: '2026-11-04' })
    expect((await app.call('series.list', {})).series).toHaveLength(1)
    expect([await numbers(1), await numbers(2)]).toEqual([
      ['3', '4'],
      ['5', '6'],
    ])
  })

  it('goes behind those that are there already', async () => {
    const made = await series(['2026-12-09'])
    const { id: next } = await made.app.call('meetings.plan', { seriesId: made.id, date: '2027-01-13' })
    const before = (await made.app.call('meetings.get', { id: next })).items.length
    await made.app.call('meetings.setHead', { id: made.meetings[0] ?? '', change: { date: '2027-01-20' } })
    expect((await made.view(0)).head.number).toBe(2)
    expect(await made.numbers(0)).toEqual([String(before + 1), String(before + 2)])
  })
})

describe('a meeting that is given another body', () => {
  const other = 'Provnämnden för tidvatten'
  const give = ({ app, meetings }: Series, at: number, name: string | null) =>
    app.call('meetings.setHead', { id: meetings[at] ?? '', change: { body: name } })
  const three = ['2026-02-04', '2026-03-04', '2026-04-01'] as const

  it('is one of that body’s series of the year, numbered among its meetings, and the one it left closes up, in one step', async () => {
    const made = await series(three)
    const { app, numbers, view, meetings } = made
    const theirs = await app.call('series.create', { body: other, year: 2026, kind: 'protokoll', firstNumber: 40 })
    const item = { type: null, presenter: null, minutes: null, prepared: null, proposal: null }
    await app.call('series.setItems', { id: theirs.id, items: [{ ...item, title: 'Deras' }] })
    const { id: before } = await app.call('meetings.plan', { seriesId: theirs.id, date: '2026-01-14' })
    const many = (await app.call('meetings.get', { id: before })).items.length
    await give(made, 1, other)
    expect((await view(1)).head).toMatchObject({ seriesId: theirs.id, number: 2, body: other })
    expect([await numbers(0), await numbers(1), await numbers(2)]).toEqual([
      ['1', '2'],
      [String(40 + many), String(41 + many)],
      ['3', '4'],
    ])
    expect((await app.call('series.get', { id: made.id })).meetings.map(({ id }) => id)).toEqual([
      meetings[0],
      meetings[2],
    ])
    await app.call('history.undo', {})
    expect((await view(1)).head).toMatchObject({ seriesId: made.id, number: 2, body })
    expect([await numbers(1), await numbers(2)]).toEqual([
      ['3', '4'],
      ['5', '6'],
    ])
    await app.call('history.redo', {})
    expect(await numbers(2)).toEqual(['3', '4'])
  })

  it('begins the series of a body that has none that year, going on with its own of another', async () => {
    const made = await series(three)
    const { app, view, numbers } = made
    await give(made, 0, other)
    const first = (await view(0)).head.seriesId ?? ''
    expect(await app.call('series.get', { id: first })).toMatchObject({ year: 2026, body: other, firstNumber: 1 })
    expect([await numbers(0), await numbers(1)]).toEqual([
      ['1', '2'],
      ['1', '2'],
    ])
    await app.call('series.set', { id: first, change: { place: 'Tidvattenhuset' } })
    await app.call('meetings.setHead', { id: made.meetings[1] ?? '', change: { date: '2027-02-03', body: other } })
    const { seriesId } = (await view(1)).head
    expect(await app.call('series.get', { id: seriesId ?? '' })).toMatchObject({
      year: 2027,
      body: other,
      place: 'Tidvattenhuset',
    })
    expect((await view(1)).head.number).toBe(1)
    for (const _ of [1, 2, 3]) await app.call('history.undo', {})
    expect((await app.call('series.list', {})).series.map(({ id }) => id)).toEqual([made.id])
  })

  it('without a body leaves the series with the numbers of its items, and the same body again moves nothing', async () => {
    const made = await series(three)
    const { view, numbers } = made
    await give(made, 1, body)
    expect((await view(1)).head).toMatchObject({ seriesId: made.id, number: 2 })
    await give(made, 1, null)
    expect((await view(1)).head).toMatchObject({ seriesId: null, number: null, body: null })
    expect([await numbers(1), await numbers(2)]).toEqual([
      ['3', '4'],
      ['3', '4'],
    ])
  })

  it('keeps the numbers that are out for approval', async () => {
    const made = await series(three)
    for (const at of [0, 1]) {
      await made.begin(at)
      await made.end(at)
    }
    await circulate(made, 1)
    await give(made, 1, other)
    expect((await made.view(1)).head.body).toBe(other)
    expect([await made.numbers(1), await made.numbers(2)]).toEqual([
      ['3', '4'],
      ['3', '4'],
    ])
  })
})
