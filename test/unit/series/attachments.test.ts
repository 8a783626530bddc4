import fc from 'fast-check'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { safeFileName } from '#core/attachments/file-names.ts'
import { newApp, type TestApp } from '../../helpers/app.ts'

const encoded = (words: string | Buffer) => Buffer.from(words).toString('base64')

async function newMeeting(app: TestApp): Promise<{ id: string; item: string }> {
  const { id } = await app.call('meetings.create', { title: 'Prov', kind: 'protokoll', date: '2030-05-06', body: null })
  const { items } = await app.call('meetings.get', { id })
  return { id, item: items[0]?.id ?? '' }
}
const add = (app: TestApp, meetingId: string, fileName: string, words: string | Buffer, itemId: string | null = null) =>
  app.call('attachments.add', { meetingId, itemId, fileName, base64: encoded(words) })
const titles = async (app: TestApp, meetingId: string) =>
  (await app.call('attachments.list', { meetingId })).attachments.map(({ number, title }) => `${number} ${title}`)

/** Files whose bytes are in the workspace, read beside the application once it is closed. */
function storedFiles(app: TestApp): number {
  app.close()
  const file = new Database(app.path, { readonly: true })
  try {
    // The query counts.
    return (file.prepare('SELECT count(*) AS n FROM stored_file').get() as { n: number }).n
  } finally {
    file.close()
  }
}

describe('the files of a meeting', () => {
  it('are numbered through the meeting in their order, and can be moved, named and saved as they were', async () => {
    const app = newApp()
    const { id, item } = await newMeeting(app)
    const first = await add(app, id, 'C:\\fakepath\\Utredning_1.pdf', 'ett', item)
    const second = await add(app, id, '../../etc/Budget.xlsx', 'två')
    expect(await titles(app, id)).toEqual(['1 Utredning 1', '2 Budget'])
    await app.call('attachments.move', { id: second.id, after: null })
    await app.call('attachments.set', { id: first.id, title: 'Utredningen', itemId: null })
    expect(await titles(app, id)).toEqual(['1 Budget', '2 Utredningen'])
    expect(await app.call('attachments.save', { id: second.id })).toEqual({
      saved: 'Budget.xlsx',
      fileName: 'Budget.xlsx',
    })
    expect(Buffer.from(app.saved.get('Budget.xlsx') ?? []).toString()).toBe('två')
    await app.call('attachments.remove', { id: second.id })
    expect(await titles(app, id)).toEqual(['1 Utredningen'])
  })

  it('are kept once when they are the same, and come back when their removal is undone', async () => {
    const app = newApp()
    const { id } = await newMeeting(app)
    const [a, b] = [await add(app, id, 'a.txt', 'samma'), await add(app, id, 'b.txt', 'samma')]
    await app.call('attachments.remove', { id: a.id })
    await app.call('attachments.remove', { id: b.id })
    await app.call('history.undo', {})
    await app.call('attachments.save', { id: b.id })
    expect(Buffer.from(app.saved.get('b.txt') ?? []).toString()).toBe('samma')
    expect(storedFiles(app)).toBe(1)
  })

  it('leave no bytes behind once no step can bring them back', async () => {
    const app = newApp()
    const { id } = await newMeeting(app)
    await add(app, id, 'kvar.txt', 'kvar')
    const gone = await add(app, id, 'borta.txt', 'borta')
    await app.call('attachments.remove', { id: gone.id })
    // An act that was taken back and then left for another cannot be done again.
    await add(app, id, 'ångrad.txt', 'ångrad')
    await app.call('history.undo', {})
    for (let step = 0; step <= 500; step += 1)
      await app.call('meetings.setHead', { id, change: { [step % 2 === 0 ? 'place' : 'sender']: `Sal ${step}` } })
    expect(storedFiles(app)).toBe(1)
  }, 120_000)

  it('go with their meeting, and come back with it', async () => {
    const app = newApp()
    const { id } = await newMeeting(app)
    const file = await add(app, id, 'a.txt', 'med')
    await app.call('meetings.remove', { id })
    await app.call('history.undo', {})
    expect(await titles(app, id)).toEqual(['1 a'])
    await app.call('attachments.save', { id: file.id })
    expect(Buffer.from(app.saved.get('a.txt') ?? []).toString()).toBe('med')
  })

  it('of an item that is removed stay with the meeting', async () => {
    const app = newApp()
    const { id, item } = await newMeeting(app)
    await add(app, id, 'a.txt', 'x', item)
    await app.call('items.remove', { id: item })
    expect((await app.call('attachments.list', { meetingId: id })).attachments).toMatchObject([{ itemId: null }])
  })

  it('are refused when they are empty, too large, of another meeting’s item or no base64', async () => {
    const app = newApp()
    const [{ id }, other] = [await newMeeting(app), await newMeeting(app)]
    const refused = (more: object) =>
      app.refused('attachments.add', { meetingId: id, itemId: null, fileName: 'a.bin', base64: encoded('x'), ...more })
    expect(await refused({ base64: '' })).toBe('attachment.empty')
    expect(await refused({ base64: encoded(Buffer.alloc(20_000_001)) })).toBe('attachment.too-large')
    expect(await refused({ itemId: other.item })).toBe('item.not-found')
    expect(await refused({ base64: 'å!' })).toBe('call.bad-input')
    for (let n = 0; n < 5; n += 1) await add(app, id, `${n}.bin`, Buffer.alloc(20_000_000, n))
    expect(await refused({})).toBe('attachment.too-many')
    expect(await app.refused('attachments.save', { id })).toBe('attachment.not-found')
  }, 120_000)
})

describe('the name of a file', () => {
  it('is one that every system takes, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (given) => {
        const name = safeFileName(given)
        expect(name).not.toMatch(/[<>:"/\\|?*\u0000-\u001f\u202e]|^[. ]|[. ]$/)
        expect(name.length > 0 && name.length <= 121 && name.isWellFormed()).toBe(true)
        expect(safeFileName(name)).toBe(name)
      }),
    )
    expect(
      ['Möte 3.pdf', 'C:\\a\\b.docx', 'x/../..', 'con.txt', 'fil\u202efdp.exe', '', ' . '].map(safeFileName),
    ).toEqual(['Möte 3.pdf', 'b.docx', 'bilaga', '_con.txt', 'fil fdp.exe', 'bilaga', 'bilaga'])
  })
})
