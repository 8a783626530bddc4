/** A restriction is somebody's right: it does not hang on the text that first named them. */
import { describe, expect, it } from 'vitest'
import { newApp, type TestApp } from '../../helpers/app.ts'

const name = 'Zoraya Qvistbergh'
const text = `Påhittsgruppen\n\nLedamöter\n\n${name}, ledamot, Provverket\nTilda Övning, ordförande, Provverket\n`
const second = `Övningsrådet\n\nLedamöter\n\n${name}, ledamot, Provinstitutet\n`

async function accepted(app: TestApp, words: string): Promise<string> {
  const { id } = await app.call('sources.add', { name: 'Text', text: words, format: 'txt', encoding: 'utf-8' })
  await app.call('sources.accept', { source: id })
  return id
}
const people = async (app: TestApp) => (await app.call('register.list', { kind: 'person' })).rows.map((row) => row.name)
const hidden = async (app: TestApp) => (await app.call('privacy.restricted', {})).people

/** The text is accepted and the person in it restricted. */
async function restricted() {
  const app = newApp()
  const source = await accepted(app, text)
  const { rows } = await app.call('register.list', { kind: 'person' })
  const id = rows.find((row) => row.name === name)?.id ?? ''
  await app.call('privacy.restrict', { id, restricted: true })
  return { app, source, id }
}

describe('a restriction', () => {
  it('outlives the withdrawal of the only text, its return and a second text', async () => {
    const { app, source, id } = await restricted()
    await app.call('sources.withdraw', { id: source })
    expect(await hidden(app)).toMatchObject([{ id, name }])
    expect(await people(app)).toEqual([])
    await app.call('sources.restore', { id: source })
    await app.call('sources.accept', { source })
    expect(await hidden(app)).toMatchObject([{ id, name }])
    expect(await people(app)).toEqual(['Tilda Övning'])
    await app.call('sources.withdraw', { id: source })
    await accepted(app, second)
    expect(await hidden(app)).toMatchObject([{ id, name }])
    expect(await people(app)).toEqual([])
    const told = (await app.call('people.get', { id })).roles.flatMap((role) => role.organisation ?? [])
    expect(told).toEqual(['Provinstitutet'])
  })

  it('outlives that the proposals are opened again, and a name that was linked by hand', async () => {
    const { app, source, id } = await restricted()
    const other = await app.call('sources.add', {
      name: 'Annan',
      text: second.replace(name, 'Zora Berghqvist'),
      format: 'txt',
      encoding: 'utf-8',
    })
    await app.call('sources.link', { source: other.id, kind: 'person', name: 'Zora Berghqvist', to: id })
    await app.call('sources.accept', { source: other.id })
    await app.call('sources.reopen', { source })
    await app.call('sources.withdraw', { id: other.id })
    await app.call('sources.restore', { id: other.id })
    await app.call('sources.accept', { source: other.id })
    expect(await hidden(app)).toMatchObject([{ id }])
    expect(await people(app)).toEqual([])
  })

  it('leaves nobody in the register when it is lifted after the words have gone, and keeps who is named again', async () => {
    const { app, source, id } = await restricted()
    await app.call('sources.withdraw', { id: source })
    await app.call('privacy.restrict', { id, restricted: false })
    expect(await hidden(app)).toEqual([])
    expect(await people(app)).toEqual([])
    expect(await app.refused('people.get', { id })).toBe('entity.not-found')
    await app.call('history.undo', {})
    expect(await hidden(app)).toMatchObject([{ id }])
    const again = await accepted(app, second)
    await app.call('privacy.restrict', { id, restricted: false })
    expect(await people(app)).toEqual([name])
    // The second text holds the entry now, and takes it along.
    await app.call('sources.withdraw', { id: again })
    expect(await people(app)).toEqual([])
  })

  it('keeps the name out of what a text yields, of what its withdrawal takes, and of what is due', async () => {
    const { app, source, id } = await restricted()
    await app.call('retention.setRule', { kind: 'person-idle', months: 1 })
    const told = async () => {
      const view = await app.call('sources.get', { id: source })
      const withdrawal = await app.call('sources.withdrawal', { id: source })
      const { due } = await app.call('retention.due', { on: '2039-01-01' })
      const findings = view.found.map(({ finding }) => ({ ...finding, places: [] }))
      return [findings, view.names, withdrawal, due].map((part) => JSON.stringify(part))
    }
    for (const part of await told()) {
      expect(part).not.toContain(name)
      expect(part).toContain('Tilda Övning')
    }
    await app.call('privacy.restrict', { id, restricted: false })
    for (const part of await told()) expect(part).toContain(name)
  })
})
