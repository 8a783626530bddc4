/** What the text of minutes says that cannot be so stands in the way of their approval. */
import { describe, expect, it } from 'vitest'
import type { BlockFields } from '#contract/blocks.ts'
import { newApp } from '../../helpers/app.ts'
import { last, scene, type Scene } from '../core/attendance/scene.ts'
import { minutes, on } from './made.ts'

async function withBlock(kind: 'vote' | 'adjournment', start = '10:00') {
  const app = newApp()
  const { id, itemId, paragraphs } = await minutes(app)
  await app.call('meetings.setHead', { id, change: { kind: 'minnesanteckningar', start } })
  const paragraphId = crypto.randomUUID()
  let base: string | null = null
  /** Saves the block with these fields; gives what blocks then. */
  const blocking = async (fields: Partial<BlockFields>, ballots: ('yes' | 'no' | 'abstain')[] = []) => {
    const people = ballots.map((choice, at) => ({
      id: crypto.randomUUID(),
      role: 'voter' as const,
      personId: null,
      name: `Röst ${at}`,
      choice,
    }))
    const put = { op: 'put' as const, paragraphId, kind, text: 'Ord.', base, fields, people }
    await app.call('items.saveText', { id: itemId, operations: [put], order: [...paragraphs, paragraphId] })
    base = 'Ord.'
    const { blocking: found } = await app.call('approval.get', { meetingId: id })
    return found.map(({ code, about, itemId: item }) => [code, about, item === itemId])
  }
  return { app, id, blocking }
}

describe('a vote', () => {
  it('whose counts say another outcome blocks, with its item and its counts', async () => {
    const { app, id, blocking } = await withBlock('vote')
    const contradicts = (counts: string) => [['vote-outcome', `Budget, ${counts}`, true]]
    expect(await blocking({ yes: 1, no: 9, outcome: 'yes' })).toEqual(contradicts('1–9'))
    expect(await app.refused('approval.approve', { meetingId: id, on })).toBe('approval.blocked')
    expect(await blocking({ yes: 9, no: 1, outcome: 'no' })).toEqual(contradicts('9–1'))
    expect(await blocking({ yes: 5, no: 4, outcome: 'tied' })).toEqual(contradicts('5–4'))
    expect(await blocking({ no: 9, outcome: 'yes' })).toEqual(contradicts('0–9'))
    // Ballots count themselves, whatever the numbers beside them.
    expect(await blocking({ yes: 9, no: 1, outcome: 'yes' }, ['yes', 'no', 'no'])).toEqual(contradicts('1–2'))
  })

  it('stands with the outcome of its counts, with the deciding vote of the chair, and with either left open', async () => {
    const { app, id, blocking } = await withBlock('vote')
    for (const fields of [
      { yes: 9, no: 1, outcome: 'yes' },
      { yes: 1, no: 9, outcome: 'no' },
      { yes: 5, no: 5, outcome: 'tied' },
      { yes: 5, no: 5, outcome: 'yes' },
      { yes: 5, no: 5, outcome: 'no' },
      { yes: 1, no: 9 },
      { outcome: 'yes' },
    ] as const)
      expect([fields, await blocking(fields)]).toEqual([fields, []])
    expect((await app.call('approval.approve', { meetingId: id, on })).version).toBe(1)
  })
})

describe('somebody with a vote', () => {
  const item = (s: Scene, at: number) => ({ itemId: s.items[at] ?? null })
  /** A roll call in an item, saved at the end of its text; gives what blocks approval then, of votes. */
  async function poll(s: Scene, at: number, votes: readonly (readonly [string, 'yes' | 'no' | 'abstain'])[]) {
    const attendance = (await s.view()).attendance
    const people = votes.map(([name, choice]) => {
      const personId = attendance.find((row) => row.name === name)?.personId ?? null
      return { id: crypto.randomUUID(), role: 'voter' as const, personId, name, choice }
    })
    const paragraphId = crypto.randomUUID()
    const order = [...((await s.view()).items[at]?.paragraphs ?? []).map(({ id }) => id), paragraphId]
    const put = { op: 'put' as const, paragraphId, kind: 'vote' as const, text: 'Ord.', base: null, people }
    await s.app.call('items.saveText', { id: s.items[at] ?? '', operations: [put], order })
    const { blocking } = await s.app.call('approval.get', { meetingId: s.id })
    return blocking.filter(({ code }) => code.startsWith('vote-')).map(({ code, about }) => [code, about])
  }

  it('has one: two of the same person block by name, known by the register or by name alone', async () => {
    const s = await scene()
    const ballots = [['Ada Påhitt', 'yes'] as const, ['Ada Påhitt', 'no'] as const, ['Bo Exempel', 'yes'] as const]
    expect(await poll(s, 1, ballots)).toEqual([['vote-twice', 'Punkt 2, Ada Påhitt']])
    const unlisted = [['Okänd Röst', 'yes'] as const, ['okänd  röst', 'abstain'] as const]
    expect((await poll(s, 3, unlisted)).at(-1)).toEqual(['vote-twice', 'Punkt 4, okänd  röst'])
  })

  it('was there: who is absent, had left before the item or stood aside for jäv blocks, whoever voted before that does not', async () => {
    const s = await scene()
    await s.app.call('attendance.set', { id: (await s.row('Eva Test')).id, status: 'excused' })
    expect(await poll(s, 2, [['Ada Påhitt', 'yes'] as const, ['Bo Exempel', 'no'] as const])).toEqual([])
    const at = (name: string) => ['vote-away', `Punkt 4, ${name}`]
    await s.act('Bo Exempel', 'left', { time: '10:30', ...item(s, 2), after: await last(s, 2) })
    await s.act('Ada Påhitt', 'recused', { time: '10:40', ...item(s, 3) })
    const votes = ['Ada Påhitt', 'Bo Exempel', 'Cia Låtsas', 'Eva Test'].map((name) => [name, 'yes'] as const)
    const away = ['Ada Påhitt', 'Bo Exempel', 'Eva Test'].map(at)
    expect(await poll(s, 3, votes)).toEqual(away)
    await s.act('Ada Påhitt', 'cleared', { time: '10:50', ...item(s, 3), after: await last(s, 3) })
    // Behind the return there is nothing to object to.
    expect(await poll(s, 3, [['Ada Påhitt', 'yes'] as const])).toEqual(away)
  })

  it('did not stand aside: a block above the vote in the same item says so, whether the list does or not', async () => {
    const s = await scene()
    const votes = [['Ada Påhitt', 'yes'] as const, ['Okänd Röst', 'no'] as const]
    expect(await poll(s, 3, votes)).toEqual([])
    const recused = { id: crypto.randomUUID(), role: 'recused' as const, personId: null, choice: null }
    const paragraphId = crypto.randomUUID()
    const put = { op: 'put' as const, paragraphId, kind: 'recusal' as const, text: 'Jäv anmäldes.', base: null }
    const people = ['Ada Påhitt', 'okänd röst'].map((name) => ({ ...recused, id: crypto.randomUUID(), name }))
    const order = [...((await s.view()).items[3]?.paragraphs ?? []).map(({ id }) => id), paragraphId]
    await s.app.call('items.saveText', { id: s.items[3] ?? '', operations: [{ ...put, people }], order })
    // Votes above it stand, and so do those of other items.
    expect(await poll(s, 2, votes)).toEqual([])
    expect(await poll(s, 3, votes)).toEqual(
      ['Ada Påhitt', 'Okänd Röst'].map((name) => ['vote-away', `Punkt 4, ${name}`]),
    )
  })
})

describe('an adjournment', () => {
  it('that ends before it begins blocks, with its times', async () => {
    const { blocking } = await withBlock('adjournment')
    const contradicts = (times: string) => [['adjournment-order', `Budget, ${times}`, true]]
    expect(await blocking({ from: '11:00', to: '10:30' })).toEqual(contradicts('11:00–10:30'))
    expect(await blocking({ from: '11:00', to: '09:30' })).toEqual(contradicts('11:00–09:30'))
    for (const fields of [{ from: '11:00', to: '11:10' }, { from: '11:00', to: '11:00' }, { from: '11:00' }, {}])
      expect([fields, await blocking(fields)]).toEqual([fields, []])
  })

  it('may pass midnight where the meeting does', async () => {
    const { blocking } = await withBlock('adjournment', '22:00')
    expect(await blocking({ from: '23:50', to: '00:10' })).toEqual([])
    expect(await blocking({ from: '00:10', to: '23:50' })).toHaveLength(1)
  })
})
