import { describe, expect, it } from 'vitest'
import { methods } from '#contract/methods.ts'
import { handlers } from '#core/handlers.ts'
import { newApp } from '../../helpers/app.ts'

describe('dispatch', () => {
  it('has a handler for every method of the table and no other', () => {
    expect(Object.keys(handlers).toSorted()).toEqual(Object.keys(methods).toSorted())
  })

  it('says that no workspace is open, by code, for every read and write', async () => {
    const app = newApp({ open: false })
    expect(await app.refused('meetings.list', {})).toBe('workspace.none-open')
    expect(await app.refused('settings.set', {})).toBe('workspace.none-open')
    expect(await app.refused('word.export', { meetingId: crypto.randomUUID() })).toBe('workspace.none-open')
  })

  it('tells listeners of a write after it is stored, and not of a read', async () => {
    const app = newApp()
    const heard: string[] = []
    app.onEvent((event) => heard.push(event.type === 'changed' ? event.method : event.type))
    await app.call('settings.get', {})
    await app.call('settings.set', { office: 'Kontoret' })
    expect(heard).toEqual(['settings.set'])
  })

  it('cannot write from a read, whatever its handler tries', async () => {
    const errors: string[] = []
    const app = newApp({ open: true, onError: (message) => errors.push(message) })
    const { raw } = await import('#db/connection.ts')
    const original = handlers['settings.get']
    handlers['settings.get'] = ({ db }) => {
      raw(db).exec("INSERT INTO setting VALUES ('office', '1')")
      return { office: '', sender: '', secretary: '', documentLanguage: 'sv' }
    }
    try {
      expect(await app.refused('settings.get', {})).toBe('call.internal')
      expect(errors).toHaveLength(1)
    } finally {
      handlers['settings.get'] = original
    }
    expect(await app.call('settings.get', {})).toMatchObject({ office: '' })
  })

  it('keeps nothing of a write that fails in the middle', async () => {
    const app = newApp()
    const { id } = await app.call('meetings.create', { title: 'Möte', kind: 'protokoll', date: null, body: null })
    const { items } = await app.call('meetings.get', { id })
    const item = items[0]?.id ?? ''
    const fresh = crypto.randomUUID()
    const code = await app.refused('items.saveText', {
      id: item,
      operations: [
        { op: 'put', paragraphId: fresh, kind: 'paragraph', text: 'Nytt', base: null },
        { op: 'remove', paragraphId: fresh, base: 'något annat' },
      ],
      order: [fresh],
    })
    expect(code).toBe('text.conflict')
    expect((await app.call('meetings.get', { id })).items[0]?.paragraphs).toEqual([])
  })
})

describe('workspaces', () => {
  it('are made, listed, left and opened again by handle', async () => {
    const app = newApp({ open: false })
    const made = await app.call('workspace.create', { name: 'Kansliet' })
    await app.call('settings.set', { office: 'Kontoret' })
    await app.call('workspace.close', {})
    expect((await app.call('workspace.status', {})).open).toBeNull()
    const { workspaces } = await app.call('workspace.list', {})
    expect(workspaces.map((one) => one.name)).toEqual(['Kansliet'])
    await app.call('workspace.open', { handle: made.open?.handle ?? '' })
    expect(await app.call('settings.get', {})).toMatchObject({ office: 'Kontoret' })
  })

  it('refuse names that some file system cannot hold, and names already taken', async () => {
    const app = newApp({ open: false })
    const names = ['a/b', '..', 'con', 'x:y', 'slut.', 'NUL.kansli']
    const codes = await Promise.all(names.map((name) => app.refused('workspace.create', { name })))
    expect(codes).toEqual(names.map(() => 'workspace.name-unusable'))
    await app.call('workspace.create', { name: 'Två' })
    expect(await app.refused('workspace.create', { name: 'Två' })).toBe('workspace.exists')
  })

  it('keep the open one open when another cannot be opened', async () => {
    const app = newApp({ open: false })
    await app.call('workspace.create', { name: 'Ett' })
    expect(await app.refused('workspace.open', { handle: 'okänt' })).toBe('workspace.not-found')
    expect(
      await app.refused('workspace.add', { name: 'Fel', base64: btoa('inget att öppna'.replaceAll('ö', 'o')) }),
    ).toBe('workspace.damaged')
    const { open } = await app.call('workspace.status', {})
    const { workspaces } = await app.call('workspace.list', {})
    expect([open?.name, workspaces.map((one) => one.name)]).toEqual(['Ett', ['Ett']])
  })
})
