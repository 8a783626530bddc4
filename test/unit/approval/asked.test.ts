/** Who still owes an answer, by when, and what approved minutes say of themselves afterwards. */
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openZip } from '#core/word/zip.ts'
import { newApp, type TestApp } from '../../helpers/app.ts'
import { block, minutes, on } from './made.ts'

async function approve(app: TestApp, meetingId: string): Promise<void> {
  await app.call('approval.circulate', { meetingId, on, approveBy: null })
  for (const { id } of (await app.call('approval.get', { meetingId })).asked)
    await app.call('approval.answer', { id, outcome: 'approved', on })
  await app.call('approval.approve', { meetingId, on })
}

describe('minutes that are out for approval', () => {
  it('wait again for whoever answered for a text that has changed since', async () => {
    const app = newApp()
    const { id, itemId } = await minutes(app)
    await app.call('approval.circulate', { meetingId: id, on, approveBy: null })
    const waitingFor = async () => (await app.call('approval.due', {})).meetings[0]?.waitingFor
    const { asked } = await app.call('approval.get', { meetingId: id })
    await app.call('approval.answer', { id: asked[0]?.id ?? '', outcome: 'approved', on })
    expect(await waitingFor()).toEqual(['Ada Påhitt'])
    await app.call('items.set', { id: itemId, title: 'Budgeten' })
    expect(await waitingFor()).toEqual(['Ove Testman', 'Ada Påhitt'])
    await app.call('approval.answer', { id: asked[0]?.id ?? '', outcome: 'approved', on })
    expect(await waitingFor()).toEqual(['Ada Påhitt'])
  })

  it('wait, too, for whoever became the chair or an approver after they were sent out, and for nobody twice', async () => {
    const app = newApp()
    const { id } = await minutes(app)
    await app.call('approval.circulate', { meetingId: id, on, approveBy: '2026-12-24' })
    const waitingFor = async () => (await app.call('approval.due', {})).meetings[0]?.waitingFor
    const { asked } = await app.call('approval.get', { meetingId: id })
    for (const { id: row } of asked) await app.call('approval.answer', { id: row, outcome: 'approved', on })
    expect(await waitingFor()).toEqual([])
    await app.call('meetings.setOfficers', { id, role: 'adjuster', names: ['Ada Påhitt', 'Cia Låtsdal', 'Bo Låtsman'] })
    await app.call('meetings.setOfficers', { id, role: 'chair', names: ['Cia Låtsdal'] })
    // Those who answered did so for other officers.
    expect(await waitingFor()).toEqual(['Ove Testman', 'Ada Påhitt', 'Cia Låtsdal', 'Bo Låtsman'])
    // Taken back it waits for nobody but the secretary.
    await app.call('approval.withdraw', { meetingId: id })
    expect(await waitingFor()).toEqual([])
  })

  it('wait again after any change to who was there, who answers for them or what their head says', async () => {
    const app = newApp()
    const { id, itemId } = await minutes(app)
    const second = await app.call('items.add', { meetingId: id, after: itemId, title: 'Lokaler', number: '2' })
    await app.call('meetings.setHead', { id, change: { sender: 'Provkontoret', dnr: 'T 2026/1' } })
    await app.call('approval.circulate', { meetingId: id, on, approveBy: null })
    const [ove] = (await app.call('approval.get', { meetingId: id })).asked
    const answer = () => app.call('approval.answer', { id: ove?.id ?? '', outcome: 'approved', on })
    const outdated = async () => (await app.call('approval.get', { meetingId: id })).asked[0]?.outdated
    await answer()
    const { attendance } = await app.call('meetings.get', { id })
    const siv = attendance[0]?.id ?? ''
    const own = { capacity: null, organisation: null, group: 1, status: 'present' as const, mode: 'room' as const }
    const acts: Record<string, () => Promise<unknown>> = {
      absent: () => app.call('attendance.set', { id: siv, status: 'absent' }),
      'on a screen': () => app.call('attendance.set', { id: siv, mode: 'remote' }),
      'of another organisation': () => app.call('attendance.set', { id: siv, organisation: 'Provverket' }),
      'in another capacity': () => app.call('attendance.set', { id: siv, capacity: 'sekreterare' }),
      'at some items': () => app.call('attendance.set', { id: siv, items: '1' }),
      'one more': () => app.call('attendance.add', { meetingId: id, name: 'Bo Låtsman', items: null, ...own }),
      'one less': () => app.call('attendance.remove', { id: siv }),
      'another adjuster': () => app.call('meetings.setOfficers', { id, role: 'adjuster', names: ['Bo Låtsman'] }),
      'another secretary': () => app.call('meetings.setOfficers', { id, role: 'secretary', names: ['Bo Låtsman'] }),
      'another chair': () => app.call('meetings.setOfficers', { id, role: 'chair', names: ['Bo Låtsman'] }),
      'another order': () => app.call('items.move', { id: second.id, after: null }),
      'another number': () => app.call('items.set', { id: itemId, number: '7' }),
      ...Object.fromEntries(
        Object.entries({
          title: 'Annat',
          body: 'Provnämnden',
          sender: 'Annat kontor',
          date: '2026-11-21',
          kind: 'minnesanteckningar',
          form: 'fysiskt',
          place: 'Sal 2',
          start: '10:05',
          end: '12:05',
          dnr: 'T 2026/2',
          nextDate: '2026-12-20',
        } as const).map(([field, value]) => [
          `head: ${field}`,
          () => app.call('meetings.setHead', { id, change: { [field]: value } }),
        ]),
      ),
    }
    for (const [name, act] of Object.entries(acts)) {
      await act()
      expect([name, await outdated()]).toEqual([name, true])
      await app.call('history.undo', {})
      expect([name, await outdated()]).toEqual([name, false])
    }
  })

  it('are not sent out to be approved on an earlier day than that', async () => {
    const app = newApp()
    const { id } = await minutes(app)
    const send = { meetingId: id, on }
    expect(await app.refused('approval.circulate', { ...send, approveBy: '2026-11-29' })).toBe('approval.by-too-early')
    expect(await app.call('approval.get', { meetingId: id })).toMatchObject({ state: 'draft', asked: [] })
    await app.call('approval.circulate', { ...send, approveBy: on })
    expect(await app.call('approval.get', { meetingId: id })).toMatchObject({ state: 'circulated', approveBy: on })
  })
})

describe('the JSON of approved minutes', () => {
  it('has the owner and the day of an action as they were approved, and those of now in a draft', async () => {
    const app = newApp()
    const { id, itemId, paragraphs } = await minutes(app)
    const action = { ...block('paragraph', 'Skriva utkastet'), kind: 'action' as const }
    const order = [...paragraphs, action.paragraphId]
    await app.call('items.saveText', { id: itemId, operations: [action], order })
    const { items } = await app.call('meetings.get', { id })
    const actionId = items[0]?.actions[0]?.id ?? ''
    await app.call('actions.set', { id: actionId, owner: 'Siv Prov', due: '2026-12-10' })
    const approvedAs = [{ text: 'Skriva utkastet', owner: 'Siv Prov', due: '2026-12-10' }]
    await approve(app, id)
    await app.call('actions.set', { id: actionId, owner: 'Ada Påhitt', due: '2027-01-10' })
    const shown = async () => (await app.call('meetings.show', { which: id })).items[0]?.actions
    expect(await shown()).toEqual(approvedAs)
    expect(await app.call('approval.version', { meetingId: id, version: 1 })).toEqual(
      await app.call('meetings.show', { which: id }),
    )
    expect((await app.call('word.export', { meetingId: id })).findings).toEqual([])
    await app.call('approval.unlock', { meetingId: id, reason: 'Fel dag' })
    expect(await shown()).toEqual([{ text: 'Skriva utkastet', owner: 'Ada Påhitt', due: '2027-01-10' }])
  })
})

describe('an extract of one decision', () => {
  it('leaves out other decisions that stand in running text, and keeps what is said around them', async () => {
    const app = newApp()
    const { id, itemId, paragraphs } = await minutes(app)
    const said = [
      block('paragraph', 'Lokalerna är trånga. Rådet beslutade att hyra sal 2. Frågan har väckts förut.'),
      block('paragraph', 'Rådet beslutade att köpa stolar.'),
    ]
    const order = [...paragraphs, ...said.map(({ paragraphId }) => paragraphId)]
    await app.call('items.saveText', { id: itemId, operations: said, order })
    app.close()
    // As minutes that are read in have them.
    const driver = new Database(app.path)
    const insert = driver.prepare(
      'INSERT INTO decision (id, item_id, paragraph_id, position, text, inline) VALUES (?, ?, ?, 0, ?, 1)',
    )
    const words = ['att hyra sal 2', 'att köpa stolar']
    words.forEach((text, at) => insert.run(crypto.randomUUID(), itemId, said[at]?.paragraphId, text))
    driver.close()
    app.openWorkspace(app.path)
    await approve(app, id)
    const extract = async (text: string) => {
      const { items } = await app.call('meetings.get', { id })
      const decisionId = items[0]?.decisions.find((one) => one.text === text)?.id ?? ''
      const { saved, findings } = await app.call('word.extract', { decisionId })
      expect(findings).toEqual([])
      const xml = openZip(app.saved.get(saved ?? '') ?? new Uint8Array())
        .read('word/document.xml')
        .toString('utf8')
        .replaceAll('\u00a0', ' ')
      const all = ['Lokalerna är trånga', 'Frågan har väckts', 'gick igenom', 'att anta budgeten', ...words]
      return all.filter((one) => xml.includes(one))
    }
    const around = ['Lokalerna är trånga', 'Frågan har väckts', 'gick igenom']
    expect(await extract('att anta budgeten')).toEqual([...around, 'att anta budgeten'])
    expect(await extract('att hyra sal 2')).toEqual([...around, 'att hyra sal 2'])
    expect(await extract('att köpa stolar')).toEqual([...around, 'att köpa stolar'])
  })
})
