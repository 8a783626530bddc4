import { describe, expect, it } from 'vitest'
import { newApp, type TestApp } from '../../helpers/app.ts'

const body = 'Testrådet för havsvind'
const kinds = [
  ['protokoll', 'sv', 'Stadgarna ska ses över.', 'Utan svar från förra mötet:'],
  ['minnesanteckningar', 'sv', 'Stadgarna ska ses över.', 'Utan svar från förra mötet:'],
  ['minutes', 'en', 'The statutes should be reviewed.', 'Unanswered at the last meeting:'],
] as const
const [[, , promise, heading]] = kinds

/** A spring planned ahead. */
async function planned(app: TestApp, more: object = {}) {
  const { id: series } = await app.call('series.create', { body, year: 2030, kind: 'protokoll', ...more })
  const plan = async (date: string) => (await app.call('meetings.plan', { seriesId: series, date })).id
  return {
    series,
    plan,
    may: await plan('2030-05-08'),
    june: await plan('2030-06-12'),
    july: await plan('2030-07-10'),
  }
}

const viewOf = (app: TestApp, id: string) => app.call('meetings.get', { id })
const titles = async (app: TestApp, id: string) => (await viewOf(app, id)).items.map(({ title }) => title)
const carried = async (app: TestApp, id: string) =>
  (await app.call('meetings.carried', { id })).actions.map(({ text }) => text)
const prepared = async (app: TestApp, id: string) =>
  (await viewOf(app, id)).items.flatMap((item) => (item.prepared === null ? [] : item.prepared.split('\n')))
const takeOver = async (app: TestApp, id: string) => {
  const { version: _version, ...taken } = await app.call('meetings.takeOver', { id })
  return taken
}

/** Another paragraph of an item. Returns its id. */
async function say(app: TestApp, meetingId: string, kind: 'action' | 'paragraph', text: string) {
  const item = (await viewOf(app, meetingId)).items[0]
  const paragraphId = crypto.randomUUID()
  await app.call('items.saveText', {
    id: item?.id ?? '',
    operations: [{ op: 'put', paragraphId, kind, text, base: null }],
    order: [...(item?.paragraphs ?? []).map(({ id }) => id), paragraphId],
  })
  return paragraphId
}

async function defer(app: TestApp, meetingId: string, title: string) {
  const { id } = await app.call('items.add', { meetingId, after: null, title, number: '1' })
  await app.call('items.prepare', { id, change: { outcome: 'deferred', proposal: 'att välja norra vägen' } })
}

/** A meeting that leaves one of each. */
async function hold(app: TestApp, id: string, text: string = promise) {
  await app.call('meetings.begin', { id, time: '10:00' })
  await say(app, id, 'action', 'Skriva utkastet')
  await say(app, id, 'paragraph', text)
  await defer(app, id, 'Kabelns väg')
  await app.call('meetings.end', { id, time: '11:00' })
}

describe('a meeting that was planned before the one before it was held', () => {
  it.each(kinds)('has what that one left once it has ended: %s', async (kind, language, text, words) => {
    const app = newApp()
    const { may, june, july } = await planned(app, { kind, language })
    const before = await titles(app, june)
    await hold(app, may, text)
    expect(await carried(app, june)).toEqual(['Skriva utkastet'])
    expect(await prepared(app, june)).toEqual([words, `– ${text.slice(0, -1)}`])
    const { items } = await viewOf(app, june)
    expect(items.map(({ title }) => title).filter((title) => !before.includes(title))).toEqual(['Kabelns väg'])
    expect(items.find(({ title }) => title === 'Kabelns väg')).toMatchObject({
      proposal: 'att välja norra vägen',
      outcome: null,
      type: null,
    })
    expect(items.find(({ carriedFromId }) => carriedFromId !== null)?.title).toBe('Kabelns väg')
    // § go on without a gap, and the meeting after it has nothing yet.
    const numbers = items.map(({ number }) => Number(number))
    expect(numbers).toEqual(numbers.map((_, at) => (numbers[0] ?? 0) + at))
    expect([await carried(app, july), await prepared(app, july), await titles(app, july)]).toEqual([[], [], before])
  })

  it('is given nothing twice, however often it is asked', async () => {
    const app = newApp()
    const { may, june } = await planned(app)
    await hold(app, may)
    const before = await viewOf(app, june)
    for (let time = 0; time < 2; time += 1)
      expect(await takeOver(app, june)).toEqual({ actions: 0, items: 0, promises: 0 })
    expect(await viewOf(app, june)).toMatchObject({ items: before.items, head: { previousId: may } })
    expect(await carried(app, june)).toHaveLength(1)
  })

  it('is as it was when the end of the other meeting is undone, and has it again when that is redone', async () => {
    const app = newApp()
    const { may, june } = await planned(app)
    const before = (await viewOf(app, june)).items.map(({ title, prepared: ready }) => [title, ready])
    await hold(app, may)
    const after = (await viewOf(app, june)).items
    await app.call('history.undo', {})
    expect((await viewOf(app, may)).head.state).toBe('running')
    expect((await viewOf(app, june)).items.map(({ title, prepared: ready }) => [title, ready])).toEqual(before)
    expect(await carried(app, june)).toEqual([])
    await app.call('history.redo', {})
    expect((await viewOf(app, june)).items).toEqual(after)
    expect(await carried(app, june)).toEqual(['Skriva utkastet'])
  })

  it('does not get back what was taken away there: an action, an item, a promise', async () => {
    const app = newApp()
    const { may, june, july } = await planned(app)
    await hold(app, may)
    const { items } = await viewOf(app, june)
    const { actions } = await app.call('meetings.carried', { id: june })
    await app.call('actions.uncarry', { id: actions[0]?.id ?? '' })
    await app.call('items.remove', { id: items.find(({ title }) => title === 'Kabelns väg')?.id ?? '' })
    await app.call('items.remove', { id: items.find(({ title }) => title === 'Föregående mötes protokoll')?.id ?? '' })
    const follow = items.find((item) => item.prepared !== null)
    await app.call('items.prepare', { id: follow?.id ?? '', change: { prepared: 'Eget' } })
    const left = await titles(app, june)
    expect(await takeOver(app, june)).toEqual({ actions: 0, items: 0, promises: 0 })
    await app.call('meetings.begin', { id: june, time: '10:00' })
    expect([await titles(app, june), await carried(app, june), await prepared(app, june)]).toEqual([left, [], ['Eget']])
    // Nothing is done yet: what is still open goes on to the next, a promise does not.
    await app.call('meetings.end', { id: june, time: '11:00' })
    expect(await carried(app, july)).toEqual(['Skriva utkastet'])
    expect(await titles(app, july)).toContain('Kabelns väg')
    expect(await prepared(app, july)).toEqual([])
  })

  it('does not get by itself what was skipped when it was planned', async () => {
    const app = newApp()
    const { plan, may, series } = await planned(app)
    await hold(app, may)
    const next = await app.call('series.planNext', { id: series, date: '2030-06-05' })
    expect(next.actions).toHaveLength(1)
    const skip = next.actions.map(({ id }) => id)
    const { id } = await app.call('meetings.plan', { seriesId: series, date: '2030-06-05', skip })
    expect(await takeOver(app, id)).toEqual({ actions: 0, items: 0, promises: 0 })
    expect(await carried(app, await plan('2030-06-06'))).toEqual(['Skriva utkastet'])
  })

  it('has what was written up after the end when it begins, and no promise that was answered meanwhile', async () => {
    const app = newApp()
    const { may, june } = await planned(app)
    await hold(app, may)
    await say(app, may, 'action', 'Boka salen')
    await say(app, may, 'paragraph', 'Taxan ska ses över.')
    const { findings } = await app.call('review.list', { meetingId: may })
    const asked = findings.find(({ code, words }) => code === 'loose-promise' && words.startsWith('Stadgarna'))
    await app.call('review.answer', { meetingId: may, key: asked?.key ?? '', answer: 'dismiss' })
    await app.call('meetings.begin', { id: june, time: '10:00' })
    expect((await carried(app, june)).toSorted()).toEqual(['Boka salen', 'Skriva utkastet'])
    expect(await prepared(app, june)).toEqual([heading, '– Taxan ska ses över'])
    await app.call('history.undo', {})
    expect((await viewOf(app, june)).head.state).toBe('planned')
    expect(await prepared(app, june)).toEqual([heading, '– Stadgarna ska ses över'])
  })

  it('is not given a promise anew because its words were mended', async () => {
    const app = newApp()
    const { may, june } = await planned(app)
    await hold(app, may)
    const item = (await viewOf(app, may)).items.find(({ paragraphs }) =>
      paragraphs.some(({ text }) => text === promise),
    )
    const paragraph = item?.paragraphs.find(({ text }) => text === promise)
    await app.call('items.saveText', {
      id: item?.id ?? '',
      operations: [
        {
          op: 'put',
          paragraphId: paragraph?.id ?? '',
          kind: 'paragraph',
          text: 'Rådets stadgar ska ses över.',
          base: promise,
        },
      ],
      order: item?.paragraphs.map(({ id }) => id) ?? [],
    })
    expect(await takeOver(app, june)).toEqual({ actions: 0, items: 0, promises: 0 })
  })

  it('goes on with its own item of the same title, and gets an item about the last minutes where it has none', async () => {
    const app = newApp()
    const { id: series } = await app.call('series.create', { body, year: 2030, kind: 'protokoll' })
    await app.call('series.setItems', { id: series, items: [] })
    const plan = async (date: string) => (await app.call('meetings.plan', { seriesId: series, date })).id
    const june = await plan('2030-06-12')
    await app.call('items.add', { meetingId: june, after: null, title: 'kabelns väg', number: '1' })
    const may = await plan('2030-05-08')
    await app.call('items.add', { meetingId: may, after: null, title: 'Läget', number: '1' })
    await hold(app, may)
    const { head, items } = await viewOf(app, june)
    expect(head.previousId).toBe(may)
    expect(items.map(({ title, proposal }) => [title, proposal])).toEqual([
      ['Föregående mötes protokoll', null],
      ['Uppföljning av uppdrag', null],
      ['kabelns väg', 'att välja norra vägen'],
    ])
  })
})

describe('a meeting that is planned after several were held', () => {
  it('takes the promises of each that no meeting has taken, and none twice', async () => {
    const app = newApp()
    const { id: series } = await app.call('series.create', { body, year: 2030, kind: 'protokoll' })
    const plan = async (date: string) => (await app.call('meetings.plan', { seriesId: series, date })).id
    const april = await plan('2030-04-10')
    const may = await plan('2030-05-08')
    await app.call('meetings.begin', { id: may, time: '10:00' })
    await say(app, may, 'paragraph', 'Taxan ska ses över.')
    // Written up after the other had begun.
    await hold(app, april)
    await plan('2030-06-01').then((id) => app.call('meetings.remove', { id }))
    const june = await plan('2030-06-12')
    expect(await prepared(app, june)).toEqual([heading, '– Stadgarna ska ses över', '– Taxan ska ses över'])
    expect(await prepared(app, await plan('2030-06-13'))).toEqual([])
  })
})

describe('a meeting that is no longer planned', () => {
  it('takes nothing over', async () => {
    const app = newApp()
    const { may, june } = await planned(app)
    await app.call('meetings.begin', { id: june, time: '10:00' })
    await hold(app, may)
    expect(await takeOver(app, june)).toEqual({ actions: 0, items: 0, promises: 0 })
    expect(await carried(app, june)).toEqual([])
  })
})
