/** Who is erased may stand in the register twice: spellings of the name that are entries of their own are shown first. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newApp, type TestApp } from '../../helpers/app.ts'

const table = (names: readonly string[]) =>
  `Namn;Organisation;E-post\n${names.map((name, at) => `${name};Provverket;p${at}@prov.example`).join('\n')}\n`

async function withPeople(names: readonly string[]): Promise<{ app: TestApp; idOf: (name: string) => string }> {
  const app = newApp()
  const choices = names.map((_, row) => ({ row, as: 'new' as const }))
  await app.call('contacts.commit', { name: 'lista.csv', text: table(names), choices })
  const { rows } = await app.call('register.list', { kind: 'person' })
  return { app, idOf: (name) => rows.find((row) => row.name === name)?.id ?? '' }
}

const bytesOf = (app: TestApp) =>
  readdirSync(app.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
const has = (app: TestApp, words: string) => bytesOf(app).some((bytes) => bytes.includes(Buffer.from(words)))

const reason = { mode: 'erase', reason: 'request', language: 'sv' } as const

describe('before an erasure', () => {
  it('entries with a name like it are shown with what makes them so, and nobody else is', async () => {
    const names = ['Kerstin Qvistbergh', 'Kjerstin Qvistberg', 'K. Qvistbergh', 'Qvistbergh Kerstin', 'Tilda Övning']
    const { app, idOf } = await withPeople(names)
    const { alike } = await app.call('privacy.erasurePreview', { id: idOf('Kerstin Qvistbergh') })
    expect(alike.map(({ name }) => name).toSorted()).toEqual(
      ['K. Qvistbergh', 'Kjerstin Qvistberg', 'Qvistbergh Kerstin'].toSorted(),
    )
    const twin = alike.find(({ name }) => name === 'Kjerstin Qvistberg')
    expect(twin).toMatchObject({ spelling: null, detail: 'Provverket', standing: true, different: false })
    expect(twin?.reasons.length).toBeGreaterThan(0)
    expect(alike.find(({ name }) => name === 'Qvistbergh Kerstin')?.reasons).toContain('order')
  })

  it('a namesake is shown, somebody restricted too, and one who is known to be another says so', async () => {
    const { app, idOf } = await withPeople(['Kerstin Qvistbergh', 'Kerstin Qvistberg', 'Kerstin Qvistberj'])
    const [id, hidden, other] = ['Kerstin Qvistbergh', 'Kerstin Qvistberg', 'Kerstin Qvistberj'].map(idOf)
    await app.call('privacy.restrict', { id: hidden ?? '', restricted: true })
    await app.call('identity.decide', { kind: 'person', ids: [id ?? '', other ?? ''], verdict: 'different' })
    const text = 'Namn;E-post\nKerstin Qvistbergh;namne@prov.example\n'
    await app.call('contacts.commit', { name: 'namne.csv', text, choices: [{ row: 0, as: 'new' }] })
    const { alike } = await app.call('privacy.erasurePreview', { id: id ?? '' })
    expect(alike.map(({ name, different }) => [name, different])).toEqual([
      ['Kerstin Qvistbergh', false],
      ['Kerstin Qvistberg', false],
      ['Kerstin Qvistberj', true],
    ])
    expect(alike[0]?.reasons).toContain('equal')
  })

  it('somebody who fell with a withdrawn text is shown, and can go along', async () => {
    const { app, idOf } = await withPeople(['Zoraya Qvistbergh'])
    const text = 'Påhittsgruppen\n\nLedamöter\n\nZoraja Qvistbergh, ledamot, Provverket\n'
    const { id: source } = await app.call('sources.add', { name: 'Text', text, format: 'txt', encoding: 'utf-8' })
    await app.call('sources.accept', { source })
    await app.call('sources.withdraw', { id: source })
    const id = idOf('Zoraya Qvistbergh')
    const { alike } = await app.call('privacy.erasurePreview', { id })
    expect(alike.map(({ name, standing }) => [name, standing])).toEqual([['Zoraja Qvistbergh', false]])
    await app.call('privacy.erase', { id, ...reason, alsoPeople: alike.map((one) => one.id) })
    expect([has(app, 'Zoraja'), has(app, 'Zoraya'), has(app, 'Qvistbergh')]).toEqual([false, false, false])
  })

  it('what goes with those taken along is told before, and the family name is theirs alone then', async () => {
    const { app, idOf } = await withPeople(['Kerstin Qvistbergh', 'Kjerstin Qvistbergh'])
    const [id, twin] = [idOf('Kerstin Qvistbergh'), idOf('Kjerstin Qvistbergh')]
    const alone = await app.call('privacy.erasurePreview', { id })
    const both = await app.call('privacy.erasurePreview', { id, alsoPeople: [twin, id] })
    expect(alone.names).toEqual(['Kerstin Qvistbergh'])
    expect(alone.parts).not.toContain('Qvistbergh')
    expect(both.names).toEqual(['Kerstin Qvistbergh', 'Kjerstin Qvistbergh'])
    expect(both.parts).toContain('Qvistbergh')
    // Who is taken along stays in the list, to be left again.
    expect(both.alike.map((one) => one.id)).toEqual([twin])
    const rows = (plan: typeof both, table: string) => plan.tables.find((one) => one.table === table)?.rows ?? 0
    expect([rows(alone, 'person'), rows(both, 'person')]).toEqual([1, 2])
    expect(await app.refused('privacy.erasurePreview', { id, alsoPeople: [crypto.randomUUID()] })).toBe(
      'entity.not-found',
    )
  })
})

describe('an erasure', () => {
  it('leaves minutes that have no more of the name than a word of it, and tells them before and after', async () => {
    const { app, idOf } = await withPeople(['Kerstin Qvistbergh'])
    const text =
      'Provkontoret\n\nMinnesanteckningar möte med provgruppen den 3 maj 2030\n\n1 Öppnande\n\nQvistbergh hade ringt.\n\nDeltagare\n\n1. Tilda Övning, ledamot\n'
    const { meetings } = await app.call('imports.commit', { name: 'maj.txt', text, encoding: 'pasted' })
    const id = idOf('Kerstin Qvistbergh')
    const { records } = await app.call('privacy.erasurePreview', { id })
    expect(records.map(({ meetingId }) => meetingId)).toEqual(meetings.map((one) => one.id))
    const kept = await app.call('privacy.erase', { id, ...reason })
    expect(kept.records).toEqual(records)
    const [meeting] = meetings
    const shown = await app.call('meetings.show', { which: meeting?.id ?? '' })
    expect(JSON.stringify(shown)).toContain('Qvistbergh hade ringt.')
  })

  const draft = 'Qvistbergh ringde. Kerstin Qvistbergh och Kjerstin Qvistbergh är en och samma.'

  async function both(): Promise<{ app: TestApp; id: string; twin: string }> {
    const { app, idOf } = await withPeople(['Kerstin Qvistbergh', 'Kjerstin Qvistbergh', 'Tilda Övning'])
    await app.call('sources.add', {
      name: 'Brev',
      text: `${draft}\nTilda Övning skrev.\n`,
      format: 'txt',
      encoding: 'utf-8',
    })
    return { app, id: idOf('Kerstin Qvistbergh'), twin: idOf('Kjerstin Qvistbergh') }
  }

  it('takes those who were chosen along: no byte of either spelling is left, and each is logged', async () => {
    const { app, id, twin } = await both()
    await app.call('privacy.erase', { id, ...reason, alsoPeople: [twin] })
    for (const words of ['Kerstin', 'Kjerstin', 'Qvistbergh', 'qvistbergh'])
      expect([words, has(app, words)]).toEqual([words, false])
    expect((await app.call('register.list', { kind: 'person' })).rows.map(({ name }) => name)).toEqual(['Tilda Övning'])
    const { entries } = await app.call('privacy.log', { limit: 10 })
    const logged = entries.flatMap(({ act, subjectId }) => (act === 'erase' ? [subjectId] : []))
    expect(new Set(logged)).toEqual(new Set([id, twin]))
  })

  it('leaves those who were not, with their entry and their name in texts', async () => {
    const { app, id, twin } = await both()
    await app.call('privacy.erase', { id, ...reason })
    expect((await app.call('people.get', { id: twin })).name).toBe('Kjerstin Qvistbergh')
    const sources = await app.call('sources.list', {})
    const letter = sources.sources.find(({ name }) => name === 'Brev')
    const { text } = await app.call('sources.get', { id: letter?.id ?? '' })
    expect(text).toContain('och Kjerstin Qvistbergh är en')
    expect(text).not.toContain(' Kerstin ')
  })

  it('gives one made-up name to all of them', async () => {
    const { app, id, twin } = await both()
    const { replacement } = await app.call('privacy.erase', { id, ...reason, mode: 'pseudonymise', alsoPeople: [twin] })
    const { sources } = await app.call('sources.list', {})
    const { text } = await app.call('sources.get', { id: sources.find(({ name }) => name === 'Brev')?.id ?? '' })
    expect(text.split('\n')[0]).toBe(`${replacement} ringde. ${replacement} och ${replacement} är en och samma.`)
  })

  it('changes nothing when one of them is nobody', async () => {
    const { app, id, twin } = await both()
    const input = { id, ...reason, alsoPeople: [twin, crypto.randomUUID()] }
    expect(await app.refused('privacy.erase', input)).toBe('entity.not-found')
    expect((await app.call('register.list', { kind: 'person' })).total).toBe(3)
  })
})
