/** Who is asked to approve minutes, and the order of a round's days. */
import { describe, expect, it } from 'vitest'
import { newApp, type TestApp } from '../../helpers/app.ts'
import { add, minutes, on } from './made.ts'

const blocking = async (app: TestApp, meetingId: string) =>
  (await app.call('approval.get', { meetingId })).blocking.map(({ code, about }) => [code, about])

async function answerAll(app: TestApp, meetingId: string, day = on) {
  for (const { id } of (await app.call('approval.get', { meetingId })).asked)
    await app.call('approval.answer', { id, outcome: 'approved', on: day })
}

describe('who is asked', () => {
  it.each([
    ['adjuster', 'adjuster-unasked'],
    ['chair', 'chair-unasked'],
  ] as const)(
    'is whoever is the %s: one who became it while the minutes are out blocks by name',
    async (role, code) => {
      const app = newApp()
      const { id } = await minutes(app)
      await app.call('approval.circulate', { meetingId: id, on, approveBy: null })
      await app.call('meetings.setOfficers', { id, role, names: ['Cia Låtsdal'] })
      await answerAll(app, id)
      expect(await blocking(app, id)).toEqual([[code, 'Cia Låtsdal']])
      expect(await app.refused('approval.approve', { meetingId: id, on })).toBe('approval.blocked')
      // Taken back and sent again, it asks her.
      await app.call('approval.withdraw', { meetingId: id })
      await app.call('approval.circulate', { meetingId: id, on, approveBy: null })
      const { asked } = await app.call('approval.get', { meetingId: id })
      expect(asked.map(({ name }) => name)).toContain('Cia Låtsdal')
      await answerAll(app, id)
      expect(await blocking(app, id)).toEqual([])
    },
  )

  it('is somebody besides the chair in formal minutes, whatever the letters of the name', async () => {
    const app = newApp()
    const { id } = await minutes(app)
    const adjusted = async (...names: string[]) => {
      await app.call('meetings.setOfficers', { id, role: 'adjuster', names })
      return blocking(app, id)
    }
    expect(await adjusted('ove  testman')).toEqual([
      ['adjuster', ''],
      ['not-circulated', ''],
    ])
    expect(await adjusted('Ove Testman', 'Ada Påhitt')).toEqual([['not-circulated', '']])
    await app.call('approval.circulate', { meetingId: id, on, approveBy: null })
    const { asked } = await app.call('approval.get', { meetingId: id })
    expect(asked.map(({ name, role }) => [name, role])).toEqual([
      ['Ove Testman', 'chair'],
      ['Ada Påhitt', 'adjuster'],
    ])
    await answerAll(app, id)
    expect(await blocking(app, id)).toEqual([])
  })

  it.each(['erase', 'pseudonymise'] as const)(
    'is nobody by the name that stands for who was erased: it blocks until another is named and asked (%s)',
    async (mode) => {
      const app = newApp()
      const { id } = await minutes(app)
      await add(app, id, 'Ada Påhitt', 'present')
      await app.call('meetings.setOfficers', { id, role: 'adjuster', names: ['Ada Påhitt'] })
      await app.call('approval.circulate', { meetingId: id, on, approveBy: null })
      const { officers } = await app.call('meetings.get', { id })
      const ada = officers.find(({ role }) => role === 'adjuster')?.personId ?? ''
      await app.call('privacy.erase', { id: ada, mode, reason: 'request', language: 'sv' })
      await answerAll(app, id)
      expect(await blocking(app, id)).toEqual([['adjuster', '']])
      expect(await app.refused('approval.approve', { meetingId: id, on })).toBe('approval.blocked')
      await app.call('meetings.setOfficers', { id, role: 'adjuster', names: ['Cia Låtsdal'] })
      expect((await blocking(app, id)).at(0)).toEqual(['adjuster-unasked', 'Cia Låtsdal'])
      await app.call('approval.withdraw', { meetingId: id })
      await app.call('approval.circulate', { meetingId: id, on, approveBy: null })
      await answerAll(app, id)
      expect(await blocking(app, id)).toEqual([])
    },
  )

  it('is nobody twice: a name given again for the same office is taken once', async () => {
    const app = newApp()
    const { id } = await minutes(app)
    const names = ['Nån Annan', 'nån  annan', 'NÅN ANNAN ', 'Bo Låtsman']
    await app.call('meetings.setOfficers', { id, role: 'adjuster', names })
    const { officers } = await app.call('meetings.get', { id })
    expect(officers.filter(({ role }) => role === 'adjuster').map(({ name }) => name)).toEqual([
      'Nån Annan',
      'Bo Låtsman',
    ])
  })
})

describe('the days of a round', () => {
  it('follow each other: nothing is sent before the meeting, answered before it was sent, nor approved before the last answer', async () => {
    const app = newApp()
    const { id } = await minutes(app)
    const send = { meetingId: id, approveBy: null }
    expect(await app.refused('approval.circulate', { ...send, on: '2026-11-19' })).toBe('approval.too-early')
    expect((await app.call('approval.get', { meetingId: id })).state).toBe('draft')
    await app.call('approval.circulate', { ...send, on: '2026-11-22' })
    const { asked } = await app.call('approval.get', { meetingId: id })
    const first = asked[0]?.id ?? ''
    const answer = { id: first, outcome: 'approved' } as const
    const before = await app.call('approval.get', { meetingId: id })
    expect(await app.dispatch('approval.answer', { ...answer, on: '2026-11-21' })).toEqual({
      ok: false,
      error: { code: 'approval.before-asked', params: { date: '2026-11-22' } },
    })
    expect(await app.call('approval.get', { meetingId: id })).toEqual(before)
    await answerAll(app, id, '2026-11-22')
    await app.call('approval.answer', { ...answer, on: '2026-11-25' })
    const early = await app.dispatch('approval.approve', { meetingId: id, on: '2026-11-24' })
    expect(early).toEqual({
      ok: false,
      error: { code: 'approval.before-answers', params: { date: '2026-11-25' } },
    })
    expect((await app.call('approval.get', { meetingId: id })).versions).toEqual([])
    expect((await app.call('approval.approve', { meetingId: id, on: '2026-11-25' })).version).toBe(1)
  })
})
