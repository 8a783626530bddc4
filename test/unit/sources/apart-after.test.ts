/** A merge keeps what a withdrawn text brought; taken apart, what no text holds any more is gone. */
import { describe, expect, it } from 'vitest'
import { newApp, type TestApp } from '../../helpers/app.ts'

const first = 'Zoraya Qvistbergh'
const second = 'Zoraya Qvistberg'

async function accepted(app: TestApp, name: string, text: string): Promise<string> {
  const { id } = await app.call('sources.add', { name, text, format: 'txt', encoding: 'utf-8' })
  await app.call('sources.accept', { source: id })
  return id
}
const names = async (app: TestApp, kind: 'person' | 'event' | 'organisation' = 'person') =>
  (await app.call('register.list', { kind })).rows.map(({ name }) => name)

/** Two texts with a spelling each, and the two people merged. */
async function merged(roles = ['', '']) {
  const app = newApp()
  const sources = [
    await accepted(app, 'Ett', `Påhittsgruppen\n\nLedamöter\n\n${first}${roles[0]}\n`),
    await accepted(app, 'Två', `Övningsrådet\n\nLedamöter\n\n${second}${roles[1]}\n`),
  ] as const
  const { rows } = await app.call('register.list', { kind: 'person', query: 'Zoraya' })
  const idOf = (name: string) => rows.find((row) => row.name === name)?.id ?? ''
  const ids = [idOf(first), idOf(second)] as const
  const { decisions } = await app.call('identity.decide', {
    kind: 'person',
    ids: [...ids],
    keep: ids[0],
    name: first,
    verdict: 'same',
  })
  return { app, sources, ids, decision: decisions[0] ?? '' }
}

describe('taking apart what was one, after a text was withdrawn', () => {
  it.each([
    ['', ''],
    [', ledamot, Provverket', ', sekreterare, Provinstitutet'],
  ])('lets the one fall whose only text it was, with %j and %j, whichever of them it is', async (...roles) => {
    for (const [gone, left] of [
      [1, 0],
      [0, 1],
    ] as const) {
      const { app, sources, ids, decision } = await merged(roles)
      await app.call('sources.withdraw', { id: sources[gone] })
      expect(await names(app)).toEqual([first])
      await app.call('identity.reverse', { id: decision })
      expect(await names(app)).toEqual([[first, second][left]])
      expect(await app.refused('people.get', { id: ids[gone] })).toBe('entity.not-found')
      // The rights over what fell stay.
      expect((await app.call('privacy.erasurePreview', { id: ids[gone] })).names).toContain([first, second][gone])
      await app.call('history.undo', {})
      expect(await names(app)).toEqual([first])
      await app.call('history.redo', {})
      await app.call('sources.restore', { id: sources[gone] })
      await app.call('sources.accept', { source: sources[gone] })
      expect((await names(app)).toSorted()).toEqual([second, first])
    }
  })

  it('keeps both as long as both have words, and whoever something else holds', async () => {
    const { app, sources, ids, decision } = await merged()
    await app.call('identity.reverse', { id: decision })
    expect((await names(app)).toSorted()).toEqual([second, first])
    const again = await app.call('identity.decide', {
      kind: 'person',
      ids: [...ids],
      keep: ids[0],
      name: first,
      verdict: 'same',
    })
    await app.call('contacts.commit', { name: 'k.csv', text: `Namn;E-post\n${first};z@prov.example\n` })
    await app.call('sources.withdraw', { id: sources[0] })
    await app.call('identity.reverse', { id: again.decisions[0] ?? '' })
    expect((await names(app)).toSorted()).toEqual([second, first])
  })

  it('keeps the restriction of whoever falls', async () => {
    const { app, sources, ids, decision } = await merged()
    await app.call('privacy.restrict', { id: ids[0], restricted: true })
    await app.call('sources.withdraw', { id: sources[0] })
    await app.call('identity.reverse', { id: decision })
    expect((await app.call('privacy.restricted', {})).people.map(({ id }) => id)).toContain(ids[0])
    await app.call('sources.restore', { id: sources[0] })
    await app.call('sources.accept', { source: sources[0] })
    expect(await names(app)).not.toContain(first)
  })
})
