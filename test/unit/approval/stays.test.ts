/** What was approved stays on record after its minutes are opened again: undo and removal leave it be. */
import { describe, expect, it } from 'vitest'
import { newApp, type TestApp } from '../../helpers/app.ts'
import { block, minutes, on } from './made.ts'

async function approve(app: TestApp, id: string) {
  await app.call('approval.circulate', { meetingId: id, on, approveBy: null })
  const { asked } = await app.call('approval.get', { meetingId: id })
  for (const one of asked) await app.call('approval.answer', { id: one.id, outcome: 'approved', on })
  await app.call('approval.approve', { meetingId: id, on })
  return asked.map((one) => one.id)
}

/** How a step back is refused, with what the sentence is told. */
async function refusal(app: TestApp, method: 'history.undo' | 'history.redo') {
  const reply = await app.dispatch(method, {})
  return reply.ok ? 'done' : [reply.error.code, reply.error.params]
}

const ofMeeting = ['undo.approved', { meeting: 'Testrådets sammanträde' }]

describe('minutes that were approved and opened again', () => {
  it('keep who was asked and what they answered: undo stops at the approval and says whose', async () => {
    const app = newApp()
    const { id, itemId } = await minutes(app)
    await approve(app, id)
    await app.call('approval.unlock', { meetingId: id, reason: 'Fel belopp' })
    const before = await app.call('approval.get', { meetingId: id })
    expect(before.asked.map(({ version, outcome }) => [version, outcome])).toEqual([
      [1, 'approved'],
      [1, 'approved'],
    ])
    expect(await refusal(app, 'history.undo')).toEqual(ofMeeting)
    // What is done to the draft since is taken back as ever, and no further.
    await app.call('items.set', { id: itemId, title: 'Annat' })
    expect(await refusal(app, 'history.undo')).toBe('done')
    expect(await refusal(app, 'history.undo')).toEqual(ofMeeting)
    expect(await app.call('approval.get', { meetingId: id })).toEqual(before)
  })

  it('keep the text that mere notes were approved with, also where typing went on at once', async () => {
    const app = newApp()
    const { id, itemId, paragraphs } = await minutes(app)
    await app.call('meetings.setHead', { id, change: { kind: 'minnesanteckningar' } })
    const added = block('paragraph', 'Ett.')
    const order = [...paragraphs, added.paragraphId]
    const type = (text: string, base: string | null) =>
      app.call('items.saveText', { id: itemId, operations: [{ ...added, text, base }], order, group: 1 })
    await type('Ett.', null)
    await app.call('approval.approve', { meetingId: id, on })
    await app.call('approval.unlock', { meetingId: id, reason: 'Mer' })
    await type('Ett. Två.', 'Ett.')
    const last = async () => (await app.call('meetings.get', { id })).items[0]?.paragraphs.at(-1)?.text
    expect(await refusal(app, 'history.undo')).toBe('done')
    expect(await last()).toBe('Ett.')
    expect(await refusal(app, 'history.undo')).toEqual(ofMeeting)
    expect(await last()).toBe('Ett.')
  })

  it('let nothing be done again either that was undone before they were approved', async () => {
    const app = newApp()
    const { id, itemId } = await minutes(app)
    await app.call('meetings.setHead', { id, change: { kind: 'minnesanteckningar' } })
    await app.call('items.set', { id: itemId, title: 'Annat' })
    await app.call('history.undo', {})
    await app.call('approval.approve', { meetingId: id, on })
    await app.call('approval.unlock', { meetingId: id, reason: 'Mer' })
    expect(await refusal(app, 'history.redo')).toEqual(ofMeeting)
    expect((await app.call('meetings.get', { id })).items[0]?.title).toBe('Budget')
  })

  it('leave the steps of other meetings to undo, and what lives on after minutes', async () => {
    const app = newApp()
    const { id } = await minutes(app)
    await app.call('approval.circulate', { meetingId: id, on, approveBy: null })
    for (const { id: row } of (await app.call('approval.get', { meetingId: id })).asked)
      await app.call('approval.answer', { id: row, outcome: 'approved', on })
    const other = await app.call('meetings.create', { title: 'Annat', kind: 'protokoll', date: null, body: null })
    const { personId = null } = (await app.call('meetings.get', { id })).attendance[0] ?? {}
    await app.call('register.rename', { kind: 'person', id: personId ?? '', name: 'Siv Provsson' })
    await app.call('approval.approve', { meetingId: id, on })
    await app.call('approval.unlock', { meetingId: id, reason: 'Fel belopp' })
    expect(await refusal(app, 'history.undo')).toBe('done')
    expect(await refusal(app, 'history.undo')).toBe('done')
    expect(await app.refused('meetings.get', { id: other.id })).toBe('meeting.not-found')
    expect(await refusal(app, 'history.undo')).toEqual(ofMeeting)
  })

  it('do not answer for a meeting that is locked itself: its own lock says so', async () => {
    const app = newApp()
    const first = await minutes(app)
    const second = await minutes(app)
    await approve(app, first.id)
    await approve(app, second.id)
    await app.call('approval.unlock', { meetingId: first.id, reason: 'Fel' })
    expect(await refusal(app, 'history.undo')).toEqual(['meeting.locked', {}])
  })

  it('take no other answer in the round of the version that stands while the next one is out', async () => {
    const app = newApp()
    const { id } = await minutes(app)
    const [first = ''] = await approve(app, id)
    await app.call('approval.unlock', { meetingId: id, reason: 'Fel belopp' })
    await app.call('approval.circulate', { meetingId: id, on, approveBy: null })
    expect(await app.refused('approval.answer', { id: first, outcome: null, on })).toBe('approval.state')
    expect(await app.refused('approval.answer', { id: first, outcome: 'changes', on })).toBe('approval.state')
  })

  it('are not removed with their version, and their numbers are given to nobody else', async () => {
    const app = newApp()
    const { id } = await minutes(app)
    await approve(app, id)
    await app.call('approval.unlock', { meetingId: id, reason: 'Fel belopp' })
    expect(await app.refused('meetings.remove', { id })).toBe('meeting.was-approved')
    expect((await app.call('approval.get', { meetingId: id })).versions).toHaveLength(1)
    const next = await minutes(app)
    await approve(app, next.id)
    const numbers = (await app.call('meetings.get', { id: next.id })).items.flatMap((item) =>
      item.decisions.map(({ number }) => number),
    )
    expect(numbers).toEqual([2, 2])
    // Minutes that never were approved go as ever.
    const draft = await minutes(app)
    await app.call('meetings.remove', { id: draft.id })
    expect(await app.refused('meetings.get', { id: draft.id })).toBe('meeting.not-found')
  })
})
