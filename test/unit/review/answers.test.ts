import { describe, expect, it } from 'vitest'
import type { Input } from '#contract/methods.ts'
import type { ReviewFinding } from '#contract/review.ts'
import { openPromises } from '#core/review/open-promises.ts'
import { reading } from '#db/connection.ts'
import { openWorkspace } from '#db/open.ts'
import { newApp, type TestApp } from '../../helpers/app.ts'

const minutes = `Minnesanteckningar

Möte med Påhittsgruppen den 10 november 2031

1. Inledning
Asta Dittelin öppnade mötet och hälsade välkommen. Cilla Påhitt från Skenverket presenterade läget.

2. Nästa steg
Det påpekades att stadgarna ska ses över. Det tar 3-5 dagar. Bosse Hitepå berättade om "Sopan".

Nästa möte hålls den 4 februari.

Deltagare
1. Asta Dittelin, ordförande
2. Bosse Hittepå, Bluffbolaget
`

type Reviewed = { app: TestApp; id: string }

async function reviewed(text = minutes): Promise<Reviewed> {
  const app = newApp()
  const { meetings } = await app.call('imports.commit', { name: 'nov.txt', text, encoding: 'utf-8' })
  return { app, id: meetings[0]?.id ?? '' }
}

async function list({ app, id }: Reviewed): Promise<ReviewFinding[]> {
  return (await app.call('review.list', { meetingId: id })).findings
}

async function only(at: Reviewed, code: ReviewFinding['code']): Promise<ReviewFinding> {
  const found = (await list(at)).filter((one) => one.code === code)
  expect(found).toHaveLength(1)
  const [one] = found
  if (one === undefined) throw new Error(code)
  return one
}

const view = ({ app, id }: Reviewed) => app.call('meetings.get', { id })
const text = async (at: Reviewed) =>
  (await view(at)).items.flatMap(({ paragraphs }) => paragraphs.map((one) => one.text)).join('\n')

type Answer = Omit<Input<'review.answer'>, 'meetingId' | 'key'>
async function answer(at: Reviewed, code: ReviewFinding['code'], given: Answer): Promise<void> {
  const { key } = await only(at, code)
  await at.app.call('review.answer', { meetingId: at.id, key, ...given })
}

describe('an answer to a finding', () => {
  it('puts exactly the words proposed and keeps the place among the settled ones', async () => {
    const at = await reviewed()
    const before = await text(at)
    await answer(at, 'interval', { answer: 'accept' })
    expect(await text(at)).toBe(before.replace('3-5', '3–5'))
    expect(await only(at, 'interval')).toMatchObject({ state: 'accepted', words: '3-5', put: '3–5' })
  })

  it('puts other words when they are given', async () => {
    const at = await reviewed()
    await answer(at, 'interval', { answer: 'accept', change: { kind: 'words', text: 'tre till fem' } })
    expect(await text(at)).toContain('Det tar tre till fem dagar.')
    expect(await only(at, 'interval')).toMatchObject({ state: 'changed', put: 'tre till fem' })
  })

  it('changes nothing when it is no, and the same finding is not open again', async () => {
    const at = await reviewed()
    const before = await text(at)
    await answer(at, 'interval', { answer: 'dismiss' })
    await answer(at, 'loose-promise', { answer: 'dismiss' })
    expect(await text(at)).toBe(before)
    expect(await only(at, 'interval')).toMatchObject({ state: 'dismissed' })
    expect(await only(at, 'loose-promise')).toMatchObject({ state: 'dismissed' })
  })

  it('is taken back by undo in one step, and by opening the finding again', async () => {
    const at = await reviewed()
    const before = await text(at)
    await answer(at, 'interval', { answer: 'accept' })
    await at.app.call('history.undo', {})
    expect(await text(at)).toBe(before)
    expect(await only(at, 'interval')).toMatchObject({ state: 'open' })
    await answer(at, 'interval', { answer: 'accept' })
    await answer(at, 'interval', { answer: 'open' })
    expect(await text(at)).toBe(before)
    expect(await only(at, 'interval')).toMatchObject({ state: 'open' })
  })

  it('makes an action of a promise, with who and when, in one step; its words stay those of the text', async () => {
    const at = await reviewed()
    const before = await text(at)
    const change = { kind: 'action', owner: 'Asta Dittelin', due: 'den 1 mars 2032' } as const
    await answer(at, 'loose-promise', { answer: 'accept', change })
    const actions = async () => (await view(at)).items.flatMap((item) => item.actions)
    expect(await actions()).toMatchObject([
      {
        text: 'Det påpekades att stadgarna ska ses över.',
        owner: 'Asta Dittelin',
        due: 'den 1 mars 2032',
        dueDate: '2032-03-01',
        inline: true,
      },
    ])
    expect(await text(at)).toBe(before)
    expect(await only(at, 'loose-promise')).toMatchObject({ state: 'changed' })
    await answer(at, 'interval', { answer: 'accept' })
    expect(await actions()).toHaveLength(1)
    await answer(at, 'loose-promise', { answer: 'open' })
    expect(await actions()).toEqual([])
    await at.app.call('history.undo', {})
    expect(await actions()).toHaveLength(1)
  })

  it('adds whoever acts as a guest of the list, in a group of the guests, and as somebody else when so told', async () => {
    const at = await reviewed()
    await answer(at, 'actor-not-listed', { answer: 'accept' })
    expect((await view(at)).attendance.at(-1)).toMatchObject({
      name: 'Cilla Påhitt',
      organisation: 'Skenverket',
      asWritten: 'Cilla Påhitt från Skenverket',
      capacity: 'gäst',
      listNumber: null,
      items: '1',
      status: 'present',
    })
    const other = await reviewed()
    const change = { kind: 'guest', name: 'Cilla Sken-Påhitt', capacity: null, organisation: null } as const
    await answer(other, 'actor-not-listed', { answer: 'accept', change })
    expect((await view(other)).attendance.at(-1)).toMatchObject({ name: 'Cilla Sken-Påhitt', organisation: null })
  })

  it('takes the guest it added off the list again, unless somebody said more of them since', async () => {
    const at = await reviewed()
    const names = async () => (await view(at)).attendance.map(({ name }) => name)
    const known = async () => {
      const asked = { query: 'Cilla Påhitt', kinds: ['person' as const] }
      return (await at.app.call('complete.names', asked)).hits.map(({ name }) => name)
    }
    const before = await names()
    await answer(at, 'actor-not-listed', { answer: 'accept' })
    expect(await known()).toEqual(['Cilla Påhitt'])
    await answer(at, 'actor-not-listed', { answer: 'open' })
    expect(await names()).toEqual(before)
    expect(await known()).toEqual([])
    expect(await only(at, 'actor-not-listed')).toMatchObject({ state: 'open', put: null })
    const change = { kind: 'guest', name: 'Cilla Sken-Påhitt', capacity: null, organisation: null } as const
    await answer(at, 'actor-not-listed', { answer: 'accept', change })
    expect(await only(at, 'actor-not-listed')).toMatchObject({ state: 'changed', put: 'Cilla Sken-Påhitt' })
    await answer(at, 'actor-not-listed', { answer: 'open' })
    expect(await names()).toEqual(before)
    await answer(at, 'actor-not-listed', { answer: 'accept' })
    const row = (await view(at)).attendance.at(-1)?.id ?? ''
    await at.app.call('attendance.set', { id: row, mode: 'room' })
    await answer(at, 'actor-not-listed', { answer: 'open' })
    expect(await names()).toEqual([...before, 'Cilla Påhitt'])
  })

  it('takes a guest of the import off the list again', async () => {
    const at = await reviewed()
    const { warnings, attendance } = await view(at)
    const id = warnings.find(({ code }) => code === 'actor-not-listed')?.id ?? ''
    await at.app.call('warnings.resolve', { id, state: 'accepted' })
    expect((await view(at)).attendance).toHaveLength(attendance.length + 1)
    await answer(at, 'actor-not-listed', { answer: 'open' })
    expect((await view(at)).attendance).toEqual(attendance)
    expect(await only(at, 'actor-not-listed')).toMatchObject({ state: 'open' })
  })

  it('puts the spelling of the list, and the register keeps the one that stood there', async () => {
    const at = await reviewed()
    await answer(at, 'name-variant', { answer: 'accept' })
    expect(await text(at)).toContain('Bosse Hittepå berättade')
    const person = (await view(at)).attendance.find(({ name }) => name === 'Bosse Hittepå')?.personId ?? ''
    const { names } = await at.app.call('people.get', { id: person })
    expect(names.map((one) => one.text)).toContain('Bosse Hitepå')
  })

  it('writes the year out, and the next meeting is stated then', async () => {
    const at = await reviewed()
    expect((await view(at)).head).toMatchObject({ nextDate: '2032-02-04', nextDateBasis: 'inferred' })
    await answer(at, 'year-missing', { answer: 'accept' })
    expect(await text(at)).toContain('den 4 februari 2032.')
    expect((await view(at)).head).toMatchObject({ nextDate: '2032-02-04', nextDateBasis: 'stated' })
  })

  it('settles what the reading pointed out about the same words, and the other way round', async () => {
    const at = await reviewed()
    await answer(at, 'year-missing', { answer: 'dismiss' })
    const warning = async (code: string) => (await view(at)).warnings.find((one) => one.code === code)
    expect(await warning('year-inferred')).toMatchObject({ state: 'dismissed' })
    await answer(at, 'year-missing', { answer: 'open' })
    await answer(at, 'year-missing', { answer: 'accept' })
    expect(await warning('year-inferred')).toMatchObject({ state: 'accepted' })
    await answer(at, 'year-missing', { answer: 'open' })
    expect(await warning('year-inferred')).toMatchObject({ state: 'open' })
    expect(await only(at, 'year-missing')).toMatchObject({ state: 'open' })
    await at.app.call('warnings.resolve', { id: (await warning('actor-not-listed'))?.id ?? '', state: 'dismissed' })
    expect(await only(at, 'actor-not-listed')).toMatchObject({ state: 'dismissed' })
  })

  it('moves the mentions behind the words that it puts', async () => {
    const at = await reviewed()
    const item = (await view(at)).items[1]
    const paragraph = item?.paragraphs[0]
    const words = 'Sopan'
    const from = paragraph?.text.indexOf(words) ?? -1
    const base = paragraph?.text ?? ''
    const span = { from, to: from + words.length, kind: 'foreign', ref: null } as const
    await at.app.call('items.saveText', {
      id: item?.id ?? '',
      operations: [{ op: 'put', paragraphId: paragraph?.id ?? '', kind: 'paragraph', text: base, base, spans: [span] }],
      order: item?.paragraphs.map(({ id }) => id) ?? [],
    })
    await answer(at, 'interval', { answer: 'accept', change: { kind: 'words', text: 'tre till fem' } })
    const after = (await view(at)).items[1]?.paragraphs[0]
    const [moved] = after?.spans ?? []
    expect(after?.text.slice(moved?.from, moved?.to)).toBe(words)
  })

  it('is refused when the text does not say it any more, when it is settled, and when it is of another kind', async () => {
    const at = await reviewed()
    const { key } = await only(at, 'interval')
    const asked = { meetingId: at.id, key, answer: 'accept' } as const
    const odd = { kind: 'presence', status: 'present', mode: 'room' } as const
    expect(await at.app.refused('review.answer', { ...asked, change: odd })).toBe('call.bad-input')
    await answer(at, 'interval', { answer: 'accept' })
    expect(await at.app.refused('review.answer', asked)).toBe('review.settled')
    expect(await at.app.refused('review.answer', { ...asked, key: 'interval|x|9-9' })).toBe('review.gone')
  })
})

describe('promises that nobody answered', () => {
  it('are given to the next meeting with their words and place; answered ones are not', async () => {
    const at = await reviewed()
    const open = () => {
      at.app.close()
      const workspace = openWorkspace(at.app.path, new Date('2031-12-01T10:00:00Z'))
      const found = reading(workspace.db, (db) => openPromises(db, at.id))
      void workspace.close({ at: new Date('2031-12-01T10:00:00Z') })
      at.app.openWorkspace(at.app.path, { create: false })
      return found
    }
    expect(open()).toMatchObject([{ words: 'stadgarna ska ses över', itemTitle: 'Nästa steg', itemNumber: '2' }])
    await answer(at, 'loose-promise', { answer: 'dismiss' })
    expect(open()).toEqual([])
  })

  it('stand ready under the follow-up when the next meeting of the body is planned', async () => {
    const planned = async (dismiss: boolean) => {
      const at = await reviewed()
      if (dismiss) await answer(at, 'loose-promise', { answer: 'dismiss' })
      const body = (await view(at)).head.body ?? ''
      const series = await at.app.call('series.create', { body, year: 2031, kind: 'minnesanteckningar' })
      const { id } = await at.app.call('meetings.plan', { seriesId: series.id, date: '2031-12-10' })
      const { items } = await at.app.call('meetings.get', { id })
      return items.find(({ title }) => title === 'Uppföljning av uppdrag')?.prepared ?? null
    }
    expect(await planned(false)).toBe('Utan svar från förra mötet:\n– stadgarna ska ses över')
    expect(await planned(true)).toBeNull()
  })
})
