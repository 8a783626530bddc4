/** Somebody who asks by a name is found by any name they go or went by. */
import { describe, expect, it } from 'vitest'
import { newApp } from '../../helpers/app.ts'

const name = 'Zoraya Qvistbergh'

async function withText() {
  const app = newApp()
  const text = `Påhittsgruppen\n\nLedamöter\n\n${name}, ledamot, Provverket\n`
  const { id: source } = await app.call('sources.add', { name: 'Text', text, format: 'txt', encoding: 'utf-8' })
  await app.call('sources.accept', { source })
  const { rows } = await app.call('register.list', { kind: 'person' })
  const id = rows.find((row) => row.name === name)?.id ?? ''
  const bearers = async (asked: string) => (await app.call('privacy.bearers', { name: asked })).people
  return { app, source, id, bearers }
}

describe('a name that somebody asks by', () => {
  it('leads to the entry by a former name too, in any case, and with the family name first', async () => {
    const { app, id, bearers } = await withText()
    await app.call('privacy.rectify', { id, name: 'Zoraya Nygift', oldWas: 'former' })
    for (const asked of ['Zoraya Nygift', name, 'zoraya  qvistbergh', 'Qvistbergh, Zoraya'])
      expect(await bearers(asked)).toEqual([{ id, name: 'Zoraya Nygift', standing: true }])
    await app.call('privacy.restrict', { id, restricted: true })
    expect(await bearers(name)).toMatchObject([{ id, standing: true }])
    expect(await bearers('Zoraya')).toEqual([])
  })

  it('leads to who fell with a text, and the erasure leaves nothing to be led to', async () => {
    const { app, source, id, bearers } = await withText()
    await app.call('sources.withdraw', { id: source })
    expect(await bearers(name)).toEqual([{ id, name, standing: false }])
    await app.call('sources.restore', { id: source })
    await app.call('sources.accept', { source })
    expect(await bearers(name)).toEqual([{ id, name, standing: true }])
    await app.call('sources.withdraw', { id: source })
    await app.call('privacy.erase', { id, mode: 'erase', reason: 'request', language: 'sv' })
    expect(await bearers(name)).toEqual([])
    expect((await app.call('privacy.extract', { name })).sections).toEqual([])
  })
})
