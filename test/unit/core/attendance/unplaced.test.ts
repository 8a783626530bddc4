/** Decisions of a strict body whose absences the minutes do not place any more: the sentence is gone, moved, or none. */
import { describe, expect, it } from 'vitest'
import { blockingDecisions } from '#core/attendance/blocking.ts'
import { newApp } from '../../../helpers/app.ts'

type Edge = { item: number | null; write?: boolean }

/**
 * A strict body of two seats that decides with both; an item each with a decision before, while and after somebody of
 * the two is away, who goes in the one item and comes in the other.
 */
async function scene(went: Edge = { item: 1 }, came: Edge = { item: 1 }, event: 'lost' | 'left' | 'recused' = 'lost') {
  const app = newApp()
  const { id } = await app.call('meetings.create', {
    title: 'Prov',
    kind: 'protokoll',
    date: '2030-05-06',
    body: 'Testrådet för havsvind',
  })
  const view = () => app.call('meetings.get', { id })
  for (const number of ['2', '3', '4']) {
    const after = (await view()).items.at(-1)?.id ?? null
    await app.call('items.add', { meetingId: id, after, title: `Punkt ${number}`, number })
  }
  const { head } = await view()
  const rules = { ruleProfile: 'strict', quorumRule: 'count', quorumCount: 2 } as const
  await app.call('bodies.setRules', { id: head.bodyId ?? '', ...rules })
  for (const name of ['Ada Påhitt', 'Bo Exempel']) {
    const own = { capacity: 'ledamot', organisation: null, group: 1, mode: 'remote' as const, items: null }
    await app.call('attendance.add', { meetingId: id, name, status: 'present', ...own })
  }
  const { attendance, items } = await view()
  const ids = attendance.map((one) => one.id)
  const bo = ids[1] ?? ''
  await app.call('attendance.setVoting', { ids, voting: true })
  await app.call('meetings.begin', { id, time: '10:00' })
  const paragraphs = async (item: number) => (await view()).items[item]?.paragraphs ?? []
  const order = async (item: number) => (await paragraphs(item)).map((one) => one.id)
  const write = async (item: number, text: string) => {
    const paragraphId = crypto.randomUUID()
    await app.call('items.saveText', {
      id: items[item]?.id ?? '',
      operations: [{ op: 'put', paragraphId, kind: 'decision', text, base: null }],
      order: [...(await order(item)), paragraphId],
    })
    return paragraphId
  }
  const act = async (named: 'lost' | 'left' | 'recused' | 'back', time: string, { item, write: says = true }: Edge) => {
    const itemId = item === null ? null : (items[item]?.id ?? null)
    const after = item === null || !says ? null : ((await order(item)).at(-1) ?? null)
    return (await app.call('attendance.event', { id: bo, event: named, time, itemId, after, write: says })).paragraphId
  }
  for (const item of [0, 1, 2, 3]) await write(item, `före ${item + 1}`)
  const sentence = await act(event, '10:10', went)
  const decision = await write(1, 'under 2')
  const other = await act('back', '10:20', came)
  for (const item of [1, 2]) await write(item, `efter ${item + 1}`)
  return {
    app,
    item: items[1]?.id ?? '',
    bo,
    decision,
    sentence: sentence ?? '',
    other: other ?? '',
    order: () => order(1),
    intervals: async () => (await view()).attendance[1]?.intervals ?? [],
    remove: async (...gone: string[]) => {
      for (const item of (await view()).items)
        for (const paragraph of item.paragraphs.filter((one) => gone.includes(one.id)))
          await app.call('items.saveText', {
            id: item.id,
            operations: [{ op: 'remove', paragraphId: paragraph.id, base: paragraph.text }],
          })
    },
    move: (ids: string[]) => app.call('items.saveText', { id: items[1]?.id ?? '', operations: [], order: ids }),
    blocked: async (reason: 'lost' | 'quorum') =>
      blockingDecisions(await view())
        .filter((one) => one.reason === reason)
        .map(({ text }) => text),
  }
}

type Scene = Awaited<ReturnType<typeof scene>>

const both = async (s: Scene) => {
  const lost = await s.blocked('lost')
  expect(await s.blocked('quorum')).toEqual(lost)
  return lost
}

describe('a lost link', () => {
  it('blocks what was decided between its two sentences, and nothing else, as long as these stand', async () => {
    expect(await both(await scene())).toEqual(['under 2'])
  })

  it('blocks on when the sentence that says so is removed: then everything of the item up to the return', async () => {
    const s = await scene()
    await s.remove(s.sentence)
    expect(await both(s)).toEqual(['före 2', 'under 2'])
    await s.app.call('history.undo', {})
    expect(await both(s)).toEqual(['under 2'])
  })

  it('blocks on when the sentence about the return is removed, and when both are', async () => {
    const s = await scene()
    await s.remove(s.other)
    expect(await both(s)).toEqual(['under 2', 'efter 2'])
    await s.remove(s.sentence)
    expect(await both(s)).toEqual(['före 2', 'under 2', 'efter 2'])
  })

  it('blocks the items from the one to the other whole when both sentences are removed', async () => {
    const s = await scene({ item: 1 }, { item: 2 })
    expect(await both(s)).toEqual(['under 2', 'efter 2', 'före 3'])
    await s.remove(s.sentence, s.other)
    expect(await both(s)).toEqual(['före 2', 'under 2', 'efter 2', 'före 3', 'efter 3'])
  })

  it('blocks on when its sentence is moved below the decision, or the decision above it', async () => {
    const s = await scene()
    const [before = '', , , , after = ''] = await s.order()
    await s.move([before, s.decision, s.sentence, s.other, after])
    expect(await both(s)).toEqual(['före 2', 'under 2'])
    await s.app.call('history.undo', {})
    expect(await both(s)).toEqual(['under 2'])
    await s.move([before, s.sentence, s.other, s.decision, after])
    expect(await both(s)).toEqual(['under 2', 'efter 2'])
  })

  it('keeps its place when its sentence is moved so that more lies in it, and when text is written around it', async () => {
    const s = await scene()
    const [before = '', , , , after = ''] = await s.order()
    const paragraphId = crypto.randomUUID()
    await s.app.call('items.saveText', {
      id: s.item,
      operations: [{ op: 'put', paragraphId, kind: 'decision', text: 'senare skrivet', base: null }],
      order: [before, paragraphId, s.sentence, s.decision, s.other, after],
    })
    expect(await both(s)).toEqual(['under 2'])
    await s.move([before, s.sentence, paragraphId, s.decision, s.other, after])
    expect(await both(s)).toEqual(['senare skrivet', 'under 2'])
  })

  it('blocks every decision that may lie in it when no item is known, until one is said', async () => {
    const s = await scene({ item: null }, { item: null })
    const all = ['före 1', 'före 2', 'under 2', 'efter 2', 'före 3', 'efter 3', 'före 4']
    expect(await both(s)).toEqual(all)
    const [first, second] = await s.intervals()
    await s.app.call('attendance.setInterval', { id: first?.id ?? '', toItemId: s.item })
    expect(await both(s)).toEqual(all.slice(1))
    await s.app.call('attendance.setInterval', { id: second?.id ?? '', fromItemId: s.item })
    expect(await both(s)).toEqual(['före 2', 'under 2', 'efter 2'])
  })

  it('reaches from the beginning to the return where only that has its place', async () => {
    expect(await both(await scene({ item: null }))).toEqual(['före 1', 'före 2', 'under 2'])
  })
})

describe('whoever went for another reason', () => {
  it('does not count for a decision they may have missed, and no link was lost', async () => {
    const s = await scene({ item: 1 }, { item: 1 }, 'left')
    await s.remove(s.sentence)
    expect([await s.blocked('lost'), await s.blocked('quorum')]).toEqual([[], ['före 2', 'under 2']])
    const nowhere = await scene({ item: null }, { item: 2 }, 'recused')
    expect(await nowhere.blocked('quorum')).toEqual(['före 1', 'före 2', 'under 2', 'efter 2', 'före 3'])
  })

  it('takes the item of the recusal alone, and whole, when its sentence is gone', async () => {
    const s = await scene({ item: 1 }, { item: 2, write: false }, 'recused')
    await s.remove(s.sentence)
    expect(await s.blocked('quorum')).toEqual(['före 2', 'under 2', 'efter 2'])
  })
})
