import { describe, expect, test } from 'vitest'
import { newApp, type TestApp } from '../../helpers/app.ts'

const names = async (app: TestApp) => (await app.call('phrases.list', {})).phrases.map(({ name }) => name)

describe('standard phrases', () => {
  test('keep the order they are put in', async () => {
    const app = newApp()
    const ids: string[] = []
    for (const name of ['Ett', 'Två', 'Tre']) ids.push((await app.call('phrases.add', { name, text: `${name}.` })).id)
    const [one = '', , three = ''] = ids
    await app.call('phrases.move', { id: three, after: null })
    expect(await names(app)).toEqual(['Tre', 'Ett', 'Två'])
    await app.call('phrases.move', { id: three, after: one })
    expect(await names(app)).toEqual(['Ett', 'Tre', 'Två'])
    await app.call('phrases.remove', { id: one })
    await app.call('phrases.add', { name: 'Fyra', text: 'Fyra.' })
    expect(await names(app)).toEqual(['Tre', 'Två', 'Fyra'])
  })

  test('change word by word, and each change is a step of its own', async () => {
    const app = newApp()
    const { id } = await app.call('phrases.add', { name: 'Ett', text: 'Ett.' })
    await app.call('phrases.set', { id, text: '{ordförande} sade ett.' })
    expect((await app.call('phrases.list', {})).phrases).toEqual([
      { id, name: 'Ett', text: '{ordförande} sade ett.', kind: 'paragraph' },
    ])
    await app.call('history.undo', {})
    expect((await app.call('phrases.list', {})).phrases).toMatchObject([{ text: 'Ett.' }])
  })

  test('that come with the program are there only once asked for, and once each', async () => {
    const app = newApp()
    expect(await names(app)).toEqual([])
    const { added } = await app.call('phrases.addStarters', { language: 'sv' })
    expect(added).toBeGreaterThan(5)
    expect(await app.call('phrases.addStarters', { language: 'sv' })).toEqual({ added: 0 })
    expect((await app.call('phrases.addStarters', { language: 'en' })).added).toBe(added)
    await app.call('history.undo', {})
    expect(await names(app)).toHaveLength(added)
  })

  test('without words, or with a name for nothing, are refused', async () => {
    const app = newApp()
    expect(await app.refused('phrases.add', { name: ' ', text: 'a' })).toBe('call.bad-input')
    expect(await app.refused('phrases.add', { name: 'a', text: ' \n' })).toBe('call.bad-input')
    const id = '11111111-1111-4111-8111-111111111111'
    for (const name of ['phrases.set', 'phrases.remove', 'phrases.move'])
      expect(await app.refused(name, name === 'phrases.move' ? { id, after: null } : { id })).toBe('entity.not-found')
  })
})
