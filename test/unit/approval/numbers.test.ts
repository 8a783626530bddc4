/** Numbers of decisions over time: minutes are opened again, dated otherwise and given to another body. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newApp, type TestApp } from '../../helpers/app.ts'

/** Notes with decisions, each parted from the next by running text, ready to be approved. */
async function notes(app: TestApp, date: string, body: string, texts: readonly string[]) {
  const { id } = await app.call('meetings.create', { title: `Möte ${date}`, kind: 'minnesanteckningar', date, body })
  await app.call('meetings.setHead', { id, change: { start: '10:00', end: '12:00', place: 'Sal 1', form: 'hybrid' } })
  for (const [role, name] of [
    ['chair', 'Ove Testman'],
    ['secretary', 'Siv Prov'],
  ] as const)
    await app.call('meetings.setOfficers', { id, role, names: [name] })
  const itemId = (await app.call('meetings.get', { id })).items[0]?.id ?? ''
  await app.call('items.set', { id: itemId, title: 'Ärende' })
  const operations = texts.flatMap((text, at) =>
    [...(at === 0 ? [] : [{ kind: 'paragraph' as const, text: 'Därpå.' }]), { kind: 'decision' as const, text }].map(
      (block) => ({ op: 'put' as const, paragraphId: crypto.randomUUID(), ...block, base: null }),
    ),
  )
  const order = operations.map(({ paragraphId }) => paragraphId)
  await app.call('items.saveText', { id: itemId, operations, order })
  return { id, itemId, order }
}

type Notes = Awaited<ReturnType<typeof notes>>

const approve = (app: TestApp, meetingId: string) => app.call('approval.approve', { meetingId, on: '2035-01-01' })
const unlock = (app: TestApp, meetingId: string) => app.call('approval.unlock', { meetingId, reason: 'Fel i huvudet' })
const rowsOf = async (app: TestApp) => (await app.call('decisions.list', {})).decisions
const numbers = async (app: TestApp, of: string) =>
  (await rowsOf(app)).filter(({ meetingId }) => meetingId === of).map(({ number }) => number)

/** Takes the last decision out of notes that are open, as long as another is left. */
async function drop(app: TestApp, { id, itemId, order }: Notes) {
  const paragraphId = order.at(-1) ?? ''
  const said = (await app.call('meetings.get', { id })).items[0]?.paragraphs.find((one) => one.id === paragraphId)
  if (order.length < 2 || said === undefined) return
  order.pop()
  const operations = [{ op: 'remove' as const, paragraphId, base: said.text }]
  await app.call('items.saveText', { id: itemId, operations, order: [...order] })
}

describe('the number of a decision', () => {
  it('is given anew at the end of the series when its minutes turn out to be of another year', async () => {
    const app = newApp()
    const first = await notes(app, '2030-03-01', 'Provrådet', ['att A', 'att B'])
    const second = await notes(app, '2031-03-01', 'Provrådet', ['att C'])
    for (const { id } of [first, second]) await approve(app, id)
    expect([await numbers(app, first.id), await numbers(app, second.id)]).toEqual([[1, 2], [1]])
    await unlock(app, second.id)
    await app.call('meetings.setHead', { id: second.id, change: { date: '2030-04-01' } })
    expect(await numbers(app, second.id)).toEqual([null])
    await approve(app, second.id)
    expect([await numbers(app, first.id), await numbers(app, second.id)]).toEqual([[1, 2], [3]])
  })

  it('is given anew also where it is free in the series of another body, and kept on the way back', async () => {
    const app = newApp()
    const own = await notes(app, '2030-03-01', 'Provrådet', ['att A'])
    const other = await notes(app, '2030-03-02', 'Annat råd', ['att B', 'att C', 'att D'])
    for (const { id } of [own, other]) await approve(app, id)
    await unlock(app, other.id)
    await app.call('meetings.setHead', { id: other.id, change: { body: 'Provrådet' } })
    await app.call('meetings.setHead', { id: other.id, change: { body: 'Annat råd' } })
    expect(await numbers(app, other.id)).toEqual([1, 2, 3])
    await app.call('meetings.setHead', { id: other.id, change: { body: 'Provrådet' } })
    await approve(app, other.id)
    expect(await numbers(app, other.id)).toEqual([2, 3, 4])
  })

  it('stays with the first of two decisions that a text between its clauses has made of one', async () => {
    const app = newApp()
    const { id, itemId, order } = await notes(app, '2030-03-01', 'Provrådet', ['att A', 'att B'])
    const between = order[1] ?? ''
    const remove = { op: 'remove' as const, paragraphId: between, base: 'Därpå.' }
    await app.call('items.saveText', {
      id: itemId,
      operations: [remove],
      order: order.filter((one) => one !== between),
    })
    await approve(app, id)
    expect(await numbers(app, id)).toEqual([1])
    await unlock(app, id)
    const put = { op: 'put' as const, paragraphId: between, kind: 'paragraph' as const, text: 'Sedan.', base: null }
    await app.call('items.saveText', { id: itemId, operations: [put], order })
    await approve(app, id)
    expect(await numbers(app, id)).toEqual([1, 2])
  })

  it('stays when the body it was given for was merged into the one of its minutes', async () => {
    const app = newApp()
    const { id } = await notes(app, '2030-03-01', 'Provrådet', ['att A'])
    const twin = await notes(app, '2030-03-02', 'Prov-rådet', ['att B', 'att C'])
    for (const one of [id, twin.id]) await approve(app, one)
    const bodyOf = async (meeting: string) => (await app.call('meetings.get', { id: meeting })).head.bodyId ?? ''
    const keep = await bodyOf(id)
    await app.call('identity.decide', { kind: 'body', ids: [keep, await bodyOf(twin.id)], verdict: 'same', keep })
    await unlock(app, twin.id)
    // One of the two is borne by the other body's decision; the other number is nobody else's.
    await approve(app, twin.id)
    expect([await numbers(app, id), await numbers(app, twin.id)]).toEqual([[1], [3, 2]])
  })

  it('is used up once it was approved, also when its decision is removed from the next version', async () => {
    const app = newApp()
    const first = await notes(app, '2030-03-01', 'Provrådet', ['att A', 'att B'])
    await approve(app, first.id)
    await unlock(app, first.id)
    await drop(app, first)
    await approve(app, first.id)
    const next = await notes(app, '2030-04-01', 'Provrådet', ['att C'])
    await approve(app, next.id)
    expect([await numbers(app, first.id), await numbers(app, next.id)]).toEqual([[1], [3]])
  })

  it('is used up also when its minutes turn out to be of another year, and theirs again when they are of it after all', async () => {
    const app = newApp()
    const moved = await notes(app, '2031-01-14', 'Provrådet', ['att A'])
    await approve(app, moved.id)
    const date = async (day: string) => {
      await unlock(app, moved.id)
      await app.call('meetings.setHead', { id: moved.id, change: { date: day } })
      await approve(app, moved.id)
    }
    await date('2030-12-15')
    const next = await notes(app, '2031-02-01', 'Provrådet', ['att B'])
    await approve(app, next.id)
    expect([await numbers(app, moved.id), await numbers(app, next.id)]).toEqual([[1], [2]])
    await date('2031-01-15')
    expect(await numbers(app, moved.id)).toEqual([1])
    const last = await notes(app, '2030-12-20', 'Provrådet', ['att C'])
    await approve(app, last.id)
    expect(await numbers(app, last.id)).toEqual([2])
  })

  it('is had again by a paragraph that was plain text meanwhile', async () => {
    const app = newApp()
    const { id, itemId, order } = await notes(app, '2030-03-01', 'Provrådet', ['att A', 'att B'])
    await approve(app, id)
    await unlock(app, id)
    for (const kind of ['paragraph', 'decision'] as const) {
      const put = { op: 'put' as const, paragraphId: order[0] ?? '', kind, text: 'att A', base: 'att A' }
      await app.call('items.saveText', { id: itemId, operations: [put], order })
    }
    await approve(app, id)
    expect(await numbers(app, id)).toEqual([1, 2])
  })

  it('is nobody else’s in the body and year for ever after any corrections, and none changes in minutes that stay approved', async () => {
    const step = fc.record({
      meeting: fc.nat(2),
      act: fc.oneof(
        fc.constant({ approve: true as const }),
        fc.constant({ unlock: true as const }),
        fc.constant({ drop: true as const }),
        fc.record({ date: fc.constantFrom('2030-03-01', '2030-09-01', '2031-03-01') }),
        fc.record({ body: fc.constantFrom('Provrådet', 'Annat råd') }),
      ),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 24 }), async (steps) => {
        const app = newApp()
        const meetings = [
          await notes(app, '2030-03-01', 'Provrådet', ['att A', 'att B']),
          await notes(app, '2031-03-01', 'Provrådet', ['att C']),
          await notes(app, '2030-03-01', 'Annat råd', ['att D', 'att E', 'att F']),
        ]
        const locked = new Map<string, (number | null)[]>()
        const approved = new Map<string, string>()
        for (const { meeting, act } of steps) {
          const of = meetings[meeting] ?? meetings[0]
          const id = of?.id ?? ''
          const open = !locked.has(id)
          if ('unlock' in act) {
            if (!open) await unlock(app, id)
            locked.delete(id)
          } else if (open && 'approve' in act) {
            await approve(app, id)
            locked.set(id, await numbers(app, id))
          } else if (open && 'drop' in act) {
            if (of !== undefined) await drop(app, of)
          } else if (open && !('approve' in act) && !('drop' in act))
            await app.call('meetings.setHead', { id, change: act })
          const rows = (await rowsOf(app)).filter(({ number }) => number !== null)
          const marks = rows.map(({ body, date, number }) => `${body} ${date?.slice(0, 4)}:${number}`)
          expect(marks.toSorted()).toEqual([...new Set(marks)].toSorted())
          for (const [at, { meetingId, clauses }] of rows.entries()) {
            const text = clauses.join(' ')
            const mark = marks[at] ?? ''
            if (!locked.has(meetingId)) continue
            expect(approved.get(mark) ?? text).toBe(text)
            approved.set(mark, text)
          }
          for (const [one, known] of locked) expect(await numbers(app, one)).toEqual(known)
        }
        app.close()
      }),
      { numRuns: 15 },
    )
  }, 60_000)
})
