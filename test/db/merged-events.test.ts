/** Two events that are one: merged, found by either name, taken apart at any time. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newApp, type TestApp } from '../helpers/app.ts'
import { buildWorld, type World } from '../helpers/world.ts'

async function world(): Promise<TestApp & { is: World; two: { keep: string; gone: string } }> {
  const app = newApp()
  app.clock.now = new Date('2032-06-01T10:00:00Z')
  const is = await buildWorld(app)
  const party = (name: string) => ({ kind: 'organisation' as const, who: { name }, role: 'organiser' as const })
  const keep = await app.call('events.add', {
    title: 'Låtsasdagarna',
    from: '2032-05-03',
    parties: [party('Skenverket')],
    statement: 'första texten',
  })
  const gone = await app.call('events.add', {
    title: 'Sagokonferensen',
    from: '2032-05',
    venue: 'Ingenstans',
    body: { id: is.council },
    parties: [party('Skenverket'), party('Arrangörsbolaget')],
    statement: 'andra texten',
  })
  return { ...app, is, two: { keep: keep.id, gone: gone.id } }
}
const page = (app: TestApp, id: string) => app.call('events.get', { id })
const said = (view: { evidence: readonly { quote: string }[] }) => view.evidence.map(({ quote }) => quote)

describe('two events that are one', () => {
  it('have the words and parts of both, each once, and fill in what one of them leaves open', async () => {
    const app = await world()
    await app.call('events.merge', app.two)
    const view = await page(app, app.two.keep)
    expect(view).toMatchObject({
      title: 'Låtsasdagarna',
      from: '2032-05-03',
      venue: 'Ingenstans',
      bodyId: app.is.council,
      merged: [{ id: app.two.gone, title: 'Sagokonferensen', from: '2032-05', to: null }],
    })
    expect(said(view)).toEqual(['första texten', 'andra texten'])
    expect(view.parties.map(({ name }) => name).toSorted()).toEqual(['Arrangörsbolaget', 'Skenverket'])
    const listed = await app.call('register.list', { kind: 'event', query: '' })
    expect(listed.rows.map(({ id }) => id)).not.toContain(app.two.gone)
    expect((await app.call('bodies.get', { id: app.is.council })).events.map(({ id }) => id)).toContain(app.two.keep)
  })

  it('are reached by the address and the name of either', async () => {
    const app = await world()
    await app.call('events.merge', app.two)
    expect(await page(app, app.two.gone)).toEqual(await page(app, app.two.keep))
    const found = async () => JSON.stringify(await app.call('search.find', { query: 'sagokonf' }))
    expect(await found()).toContain(app.two.keep)
    await app.call('events.separate', { id: app.two.gone })
    expect(await found()).not.toContain(app.two.keep)
  })

  it('are merged in one step, and taken back by one', async () => {
    const app = await world()
    const before = [await page(app, app.two.keep), await page(app, app.two.gone)]
    await app.call('events.merge', app.two)
    const after = await page(app, app.two.keep)
    await app.call('history.undo', {})
    expect([await page(app, app.two.keep), await page(app, app.two.gone)]).toEqual(before)
    await app.call('history.redo', {})
    expect(await page(app, app.two.keep)).toEqual(after)
  })

  it('come apart as they were, with what came later left where it came', async () => {
    const app = await world()
    const before = [await page(app, app.two.keep), await page(app, app.two.gone)]
    await app.call('events.merge', app.two)
    await app.call('events.separate', { id: app.two.gone })
    expect([await page(app, app.two.keep), await page(app, app.two.gone)]).toEqual(before)
    await app.call('events.merge', app.two)
    const { title, from, to } = await page(app, app.two.keep)
    await app.call('events.set', { id: app.two.gone, title, from, to, venue: 'Nånstans', statement: 'rättat' })
    await app.call('events.separate', { id: app.two.gone })
    expect(await page(app, app.two.keep)).toMatchObject({ venue: 'Nånstans', bodyId: null, merged: [] })
    expect(said(await page(app, app.two.keep))).toEqual(['första texten', 'rättat'])
    expect(said(await page(app, app.two.gone))).toEqual(['andra texten'])
  })

  it('lose a part they both had by one removal', async () => {
    const app = await world()
    await app.call('events.merge', app.two)
    const part = (await page(app, app.two.keep)).parties.find(({ name }) => name === 'Skenverket')
    await app.call('parties.remove', { id: part?.partyId ?? '' })
    expect((await page(app, app.two.keep)).parties.map(({ name }) => name)).toEqual(['Arrangörsbolaget'])
  })

  it('are refused when they are the same already or not there, and nothing changes', async () => {
    const app = await world()
    const nobody = '00000000-0000-4000-8000-000000000000'
    const before = await page(app, app.two.keep)
    expect(await app.refused('events.merge', { keep: app.two.keep, gone: app.two.keep })).toBe('event.same')
    expect(await app.refused('events.merge', { keep: app.two.keep, gone: nobody })).toBe('entity.not-found')
    expect(await app.refused('events.separate', { id: app.two.keep })).toBe('entity.not-found')
    expect(await page(app, app.two.keep)).toEqual(before)
    await app.call('events.merge', app.two)
    expect(await app.refused('events.merge', app.two)).toBe('event.same')
  })

  it('come back as they were from any merges among four, taken apart in any order', async () => {
    const four = fc.record({
      merges: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
      keeps: fc.array(fc.nat(2), { minLength: 3, maxLength: 3 }),
      apart: fc.array(fc.nat(20), { minLength: 3, maxLength: 3 }),
    })
    const app = newApp()
    await fc.assert(
      fc.asyncProperty(four, async ({ merges, keeps, apart }) => {
        const ids: string[] = []
        for (const at of [0, 1, 2, 3]) {
          const venue = at % 2 === 0 ? `Sal ${at}` : null
          const made = await app.call('events.add', {
            title: `Prov ${at}`,
            from: at > 1 ? `203${at}` : null,
            venue,
            statement: `ord ${at}`,
          })
          ids.push(made.id)
        }
        const before = await Promise.all(ids.map((id) => page(app, id)))
        const left = merges.map((at) => ids[at] ?? '')
        for (const keep of keeps) {
          const gone = left.pop() ?? ''
          await app.call('events.merge', { keep: left[keep % left.length] ?? '', gone })
        }
        const one = await page(app, ids[0] ?? '')
        expect(said(one).toSorted()).toEqual(['ord 0', 'ord 1', 'ord 2', 'ord 3'])
        const gone = one.merged.map(({ id }) => id)
        for (const at of apart) await app.call('events.separate', { id: gone.splice(at % gone.length, 1)[0] ?? '' })
        const after = await Promise.all(ids.map((id) => page(app, id)))
        const plain = (view: (typeof after)[number]) => ({ ...view, evidence: said(view).toSorted() })
        expect(after.map(plain)).toEqual(before.map(plain))
      }),
      { numRuns: 40 },
    )
  })
})
