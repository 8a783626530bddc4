import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { newApp, root, type TestApp } from '../../helpers/app.ts'

const twin = readFileSync(new URL('test/fixtures/minutes/twin.txt', root), 'utf8')

/** A second meeting of the same people: some names equal, one respelt. */
const second = (first: string, other: string) =>
  `Protokoll\nSammanträde med Provrådet den 6 maj 2030\n\nNärvarande\n\n${first}\n${other}\n\n§ 1 Öppnande\n\nOrdföranden öppnade mötet.\n\n§ 2 Plan\n\nBeslut\n\natt anta planen.\n`

async function read(app: TestApp, text: string, name = 'anteckningar.txt') {
  const preview = await app.call('imports.preview', { text })
  return app.call('imports.commit', { name, text: preview.text, encoding: preview.encoding })
}

describe('reading minutes in', () => {
  it('stores everything in one step, and one undo leaves nothing of it', async () => {
    const app = newApp()
    await read(app, twin)
    const counts = async () => (await app.call('workspace.status', {})).counts
    expect((await counts())?.people).toBeGreaterThanOrEqual(31)
    await app.call('history.undo', {})
    expect(await counts()).toEqual({ meetings: 0, people: 0, organisations: 0, bodies: 0 })
    await app.call('history.redo', {})
    expect((await app.call('meetings.show', { which: 'latest' })).participants).toHaveLength(31)
  })

  it('recognises the same text, and reads it a second time only when told to', async () => {
    const app = newApp()
    await read(app, twin)
    const preview = await app.call('imports.preview', { text: twin.replaceAll('\n', '\r\n') })
    expect(preview.known).toHaveLength(1)
    const commit = { name: 'igen', text: preview.text, encoding: preview.encoding }
    expect(await app.refused('imports.commit', commit)).toBe('import.already-there')
    await app.call('imports.commit', { ...commit, again: true })
    expect((await app.call('meetings.list', {})).total).toBe(2)
  })

  it('links a name that is exactly known, and asks about one that is nearly', async () => {
    const app = newApp()
    await read(app, second('Prov Provsson, ledamot, Provverket', 'Ellinor Testlund, ledamot, Testverket'))
    const again = second('Prov Provsson, ledamot, Provverket', 'Elinor Testlund, ledamot, Testverket').replace(
      '6 maj',
      '7 maj',
    )
    const preview = await app.call('imports.preview', { text: again })
    expect(preview.meetings[0]?.people.map((one) => [one.name, one.verdict])).toEqual([
      ['Prov Provsson', 'exact'],
      ['Elinor Testlund', 'near'],
    ])
    expect(preview.meetings[0]?.organisations.map((one) => one.verdict)).toEqual(['exact', 'exact'])
    await app.call('imports.commit', { name: 'två', text: preview.text, encoding: preview.encoding })
    expect((await app.call('workspace.status', {})).counts).toEqual({
      meetings: 2,
      people: 3,
      organisations: 2,
      bodies: 1,
    })
  })

  it('links what a person chose, and keeps the spelling of the text as a further name', async () => {
    const app = newApp()
    await read(app, second('Prov Provsson, ledamot', 'Ellinor Testlund, ledamot'))
    const again = second('Prov Provsson, ledamot', 'Elinor Testlund, ledamot').replace('6 maj', '7 maj')
    const preview = await app.call('imports.preview', { text: again })
    const near = preview.meetings[0]?.people.find((one) => one.verdict === 'near')
    const to = near?.candidates[0]?.id ?? null
    await app.call('imports.commit', {
      name: 'två',
      text: preview.text,
      encoding: preview.encoding,
      links: [{ meeting: 0, kind: 'person', name: 'Elinor Testlund', to }],
    })
    const person = await app.call('people.get', { id: to ?? '' })
    expect(person.names.map((one) => one.text).toSorted()).toEqual(['Elinor Testlund', 'Ellinor Testlund'])
    expect(person.meetings).toHaveLength(2)
  })

  it('keeps apart two people of one name who stand for different organisations', async () => {
    const app = newApp()
    await read(app, second('Prov Provsson, Provverket', 'Ellinor Testlund, Testverket'))
    const again = second('Prov Provsson, Universitetet i Prov', 'Ellinor Testlund, Testverket').replace(
      '6 maj',
      '7 maj',
    )
    await read(app, again)
    const { rows } = await app.call('register.list', { kind: 'person' })
    expect(rows.map((row) => row.name)).toEqual(['Ellinor Testlund', 'Prov Provsson', 'Prov Provsson'])
  })

  it('parts an organisation and a body from namesakes in the register when told to, each once in the text', async () => {
    const app = newApp()
    const text = second('1. Anna Provdotter, Provverket', '2. Karl Provkvist, Provverket')
    await read(app, text)
    const preview = await app.call('imports.preview', { text: text.replace('6 maj', '7 maj') })
    const [meeting] = preview.meetings
    expect([meeting?.organisations[0]?.verdict, meeting?.body?.verdict]).toEqual(['exact', 'exact'])
    const links = [
      { meeting: 0, kind: 'organisation' as const, name: 'Provverket', to: null },
      { meeting: 0, kind: 'body' as const, name: meeting?.body?.name ?? '', to: null },
    ]
    await app.call('imports.commit', { name: 'b.txt', text: preview.text, encoding: preview.encoding, links })
    expect((await app.call('register.list', { kind: 'organisation' })).total).toBe(2)
    expect((await app.call('register.list', { kind: 'body' })).total).toBe(2)
    // Two bear the name now: which of them a third text means is asked, and unanswered it is neither.
    const third = await app.call('imports.preview', { text: text.replace('6 maj', '8 maj') })
    expect(third.meetings[0]?.organisations[0]?.verdict).toBe('near')
  })

  it('makes two people of one name two when one list has them for different organisations', async () => {
    const app = newApp()
    await read(app, second('Prov Provsson, Provverket', 'Prov Provsson, Testverket'))
    const { rows } = await app.call('register.list', { kind: 'person' })
    expect(rows.map((row) => `${row.name}, ${row.detail}`).toSorted()).toEqual([
      'Prov Provsson, Provverket',
      'Prov Provsson, Testverket',
    ])
  })

  it('carries a finding out only when it was accepted, and then in the words it concerns', async () => {
    const app = newApp()
    const preview = await app.call('imports.preview', { text: twin })
    const findings = preview.meetings[0]?.proposal.findings ?? []
    const finding = findings.findIndex((one) => one.code === 'page-number-in-text')
    const leaked = findings[finding]
    const words = async () => JSON.stringify((await app.call('meetings.show', { which: 'latest' })).items)
    const commit = { name: 'tvilling', text: preview.text, encoding: preview.encoding }
    await app.call('imports.commit', commit)
    expect(await words()).toContain(leaked?.quote)
    await app.call('history.undo', {})
    await app.call('imports.commit', { ...commit, accept: [{ meeting: 0, finding }] })
    expect(await words()).not.toContain(leaked?.quote)
    expect(await words()).toContain(leaked?.suggestion)
  })

  it('adds somebody who acts in the text as a guest with what the text says, and undo takes the guest away', async () => {
    const app = newApp()
    const { meetings } = await read(app, twin)
    const id = meetings[0]?.id ?? ''
    const guests = async () => (await app.call('meetings.get', { id })).attendance.slice(31)
    const stranger = (await app.call('meetings.get', { id })).warnings.find((one) => one.code === 'actor-not-listed')
    await app.call('warnings.resolve', { id: stranger?.id ?? '', state: 'accepted' })
    expect(
      (await guests()).map((one) => [one.name, one.organisation, one.group, one.capacity, one.listNumber]),
    ).toEqual([[stranger?.name, stranger?.organisation, 5, 'gäst', null]])
    await app.call('history.undo', {})
    expect(await guests()).toEqual([])
  })

  it('refuses what is no text and what is no minutes, by code, and stores nothing', async () => {
    const app = newApp()
    const bytes = (text: string) => ({ base64: Buffer.from(text, 'latin1').toString('base64') })
    expect(await app.refused('imports.preview', bytes('\u0000\u0001\u0002PK\u0003\u0004\u0000\u0000'.repeat(50)))).toBe(
      'import.not-text',
    )
    expect(await app.refused('imports.preview', { text: 'Mjölk, ägg och bröd.\n' })).toBe('import.not-minutes')
    expect(await app.refused('imports.commit', { name: 'x', text: 'Mjölk.', encoding: 'pasted' })).toBe(
      'import.not-minutes',
    )
    expect((await app.call('workspace.status', {})).counts?.meetings).toBe(0)
  })
})
