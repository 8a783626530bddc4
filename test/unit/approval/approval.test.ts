/** Approval over the application's own door: what blocks it, what it locks, what differs between two versions. */
import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openZip } from '#core/word/zip.ts'
import { newApp, type TestApp } from '../../helpers/app.ts'

const on = '2026-11-30'

/** Formal minutes of an invented council, with everything filled in, as a draft. */
async function minutes(app: TestApp) {
  const { id } = await app.call('meetings.create', {
    title: 'Testrådets sammanträde',
    kind: 'protokoll',
    date: '2026-11-20',
    body: 'Testrådet',
  })
  await app.call('meetings.setHead', { id, change: { start: '10:00', end: '12:00', place: 'Sal 1', form: 'hybrid' } })
  await app.call('meetings.setOfficers', { id, role: 'chair', names: ['Ove Testman'] })
  await app.call('meetings.setOfficers', { id, role: 'secretary', names: ['Siv Prov'] })
  await app.call('meetings.setOfficers', { id, role: 'adjuster', names: ['Ada Påhitt'] })
  const { items } = await app.call('meetings.get', { id })
  const itemId = items[0]?.id ?? ''
  await app.call('items.set', { id: itemId, title: 'Budget' })
  const block = (kind: 'paragraph' | 'decision', text: string) => ({
    op: 'put' as const,
    paragraphId: crypto.randomUUID(),
    kind,
    text,
    base: null,
  })
  const operations = [
    block('paragraph', 'Rådet gick igenom budgeten.'),
    block('decision', 'att anta budgeten'),
    block('decision', 'att uppdra åt kansliet att sprida den'),
  ]
  await app.call('items.saveText', { id: itemId, operations, order: operations.map(({ paragraphId }) => paragraphId) })
  return { id, itemId, paragraphs: operations.map(({ paragraphId }) => paragraphId) }
}

async function approved(app: TestApp) {
  const made = await minutes(app)
  await app.call('approval.circulate', { meetingId: made.id, on, approveBy: '2026-12-04' })
  for (const { id } of (await app.call('approval.get', { meetingId: made.id })).asked)
    await app.call('approval.answer', { id, outcome: 'approved', on })
  return { ...made, ...(await app.call('approval.approve', { meetingId: made.id, on })) }
}

const codes = async (app: TestApp, meetingId: string) =>
  (await app.call('approval.get', { meetingId })).blocking.map(({ code }) => code)

const mainPart = (bytes: Uint8Array | undefined) =>
  openZip(bytes ?? new Uint8Array())
    .read('word/document.xml')
    .toString('utf8')

describe('what blocks approval', () => {
  it('lists everything that is missing in empty formal minutes, and refuses to approve them', async () => {
    const app = newApp()
    const { id } = await app.call('meetings.create', { title: 'Möte', kind: 'protokoll', date: null, body: null })
    expect(await codes(app, id)).toEqual([
      'date',
      'start',
      'end',
      'form',
      'place',
      'chair',
      'secretary',
      'adjuster',
      'item-title',
      'not-circulated',
    ])
    expect(await app.refused('approval.approve', { meetingId: id, on })).toBe('approval.blocked')
    expect((await app.call('approval.get', { meetingId: id })).versions).toEqual([])
  })

  it('asks no place of a meeting on screens alone, and neither approver nor round of mere notes', async () => {
    const app = newApp()
    const { id } = await app.call('meetings.create', {
      title: 'M',
      kind: 'minnesanteckningar',
      date: '2026-11-20',
      body: null,
    })
    await app.call('meetings.setHead', { id, change: { form: 'distans', start: '10:00', end: '11:00' } })
    expect(await codes(app, id)).toEqual(['chair', 'secretary', 'item-title'])
  })

  it('waits for each who was asked and for each open comment', async () => {
    const app = newApp()
    const { id, itemId } = await minutes(app)
    await app.call('approval.circulate', { meetingId: id, on, approveBy: null })
    const comment = await app.call('comments.add', { meetingId: id, itemId, author: 'Ada', text: 'Stavfel' })
    const { asked, blocking } = await app.call('approval.get', { meetingId: id })
    expect(asked.map(({ name, role }) => [name, role])).toEqual([
      ['Ove Testman', 'chair'],
      ['Ada Påhitt', 'adjuster'],
    ])
    expect(blocking.map(({ code, about }) => [code, about])).toEqual([
      ['comment-open', 'Stavfel'],
      ['answer-missing', 'Ove Testman'],
      ['answer-missing', 'Ada Påhitt'],
    ])
    expect((await app.call('approval.due', {})).meetings).toMatchObject([
      { id, state: 'circulated', waitingFor: ['Ove Testman', 'Ada Påhitt'] },
    ])
    await app.call('comments.resolve', { id: comment.id, resolved: true })
    await app.call('approval.answer', { id: asked[0]?.id ?? '', outcome: 'changes', on })
    expect(await codes(app, id)).toEqual(['answer-changes', 'answer-missing'])
    await app.call('history.undo', {})
    expect(await codes(app, id)).toEqual(['answer-missing', 'answer-missing'])
  })

  it('wants a decision of an item for decision, unless something else became of it', async () => {
    const app = newApp()
    const { id, itemId } = await minutes(app)
    await app.call('items.prepare', { id: itemId, change: { type: 'decision' } })
    const made = await app.call('items.add', { meetingId: id, after: null, title: 'Val', number: '2' })
    expect(await codes(app, id)).not.toContain('item-undecided')
    await app.call('items.prepare', { id: made.id, change: { type: 'decision' } })
    const undecided = async () =>
      (await app.call('approval.get', { meetingId: id })).blocking.filter(({ code }) => code === 'item-undecided')
    expect(await undecided()).toEqual([{ code: 'item-undecided', itemId: made.id, attendanceId: null, about: 'Val' }])
    await app.call('items.prepare', { id: made.id, change: { outcome: 'handled' } })
    expect(await undecided()).toHaveLength(1)
    await app.call('items.prepare', { id: made.id, change: { outcome: 'deferred' } })
    expect(await undecided()).toEqual([])
  })
})

describe('approved minutes', () => {
  it('refuse every change, also undo, and export twice with the same main part as its hash says', async () => {
    const app = newApp()
    const { id, itemId, sha256, version, paragraphs } = await approved(app)
    expect(version).toBe(1)
    const put = {
      op: 'put',
      paragraphId: paragraphs[0],
      kind: 'paragraph',
      text: 'Annat',
      base: 'Rådet gick igenom budgeten.',
    }
    for (const [method, input] of [
      ['items.saveText', { id: itemId, operations: [put], order: paragraphs }],
      ['items.set', { id: itemId, title: 'Annat' }],
      ['items.remove', { id: itemId }],
      ['items.add', { meetingId: id, after: null, title: 'Ny', number: null }],
      ['meetings.setHead', { id, change: { place: 'Annan' } }],
      ['meetings.setOfficers', { id, role: 'chair', names: ['Annan'] }],
      ['meetings.remove', { id }],
      ['history.undo', {}],
      ['approval.circulate', { meetingId: id, on, approveBy: null }],
    ] as const)
      expect([method, await app.refused(method, input)]).toEqual([
        method,
        method === 'approval.circulate' ? 'approval.state' : 'meeting.locked',
      ])
    const first = await app.call('word.export', { meetingId: id })
    const one = mainPart(app.saved.get(first.saved ?? ''))
    app.clock.now = new Date(app.clock.now.getTime() + 86_400_000)
    const second = await app.call('word.export', { meetingId: id })
    const two = mainPart(app.saved.get(second.saved ?? ''))
    expect(two).toBe(one)
    expect(createHash('sha256').update(one).digest('hex')).toBe(sha256)
    expect(one).toContain('Justerat')
    expect([...first.findings, ...second.findings]).toEqual([])
  })

  it('say so when their document no longer comes out as it was approved', async () => {
    const app = newApp()
    const { id } = await approved(app)
    app.close()
    const driver = new Database(app.path)
    driver.prepare("UPDATE minutes_version SET sha256 = 'other'").run()
    driver.close()
    app.openWorkspace(app.path)
    const { findings } = await app.call('word.export', { meetingId: id })
    expect(findings).toEqual([{ code: 'approved-differs', check: 14, where: 'Testrådets sammanträde' }])
  })

  it('stand as they were approved whatever the register comes to say', async () => {
    const app = newApp()
    const { id, sha256 } = await approved(app)
    const { head } = await app.call('meetings.get', { id })
    await app.call('register.rename', { kind: 'body', id: head.bodyId ?? '', name: 'Det omdöpta rådet' })
    await app.call('settings.set', { office: 'Ett annat kontor' })
    const { saved } = await app.call('word.export', { meetingId: id })
    expect(
      createHash('sha256')
        .update(mainPart(app.saved.get(saved ?? '')))
        .digest('hex'),
    ).toBe(sha256)
  })

  it('number their decisions in one series of the body and year, clauses together, and keep the numbers', async () => {
    const app = newApp()
    const first = await approved(app)
    const second = await approved(app)
    const numbers = async (id: string) =>
      (await app.call('meetings.get', { id })).items.flatMap(({ decisions }) => decisions.map(({ number }) => number))
    expect(await numbers(first.id)).toEqual([1, 1])
    expect(await numbers(second.id)).toEqual([2, 2])
    await app.call('approval.unlock', { meetingId: first.id, reason: 'Fel belopp' })
    expect(await numbers(first.id)).toEqual([1, 1])
  })

  it('open again with a reason as the draft of a second version, and the first stays readable', async () => {
    const app = newApp()
    const { id, itemId, paragraphs } = await approved(app)
    expect(await app.refused('approval.unlock', { meetingId: id, reason: ' ' })).toBe('call.bad-input')
    await app.call('approval.unlock', { meetingId: id, reason: 'Fel belopp' })
    const base = 'Rådet gick igenom budgeten.'
    const text = 'Rådet gick noga igenom budgeten.'
    const put = { op: 'put' as const, paragraphId: paragraphs[0] ?? '', kind: 'paragraph' as const, text, base }
    await app.call('items.saveText', { id: itemId, operations: [put], order: paragraphs })
    const { rows } = await app.call('approval.compare', { meetingId: id, left: 1, right: 0 })
    const changed = rows.filter(({ change }) => change !== 'same')
    expect(changed).toEqual([
      {
        part: 'text',
        change: 'changed',
        left: [
          { text: 'Rådet gick ', differs: false },
          { text: 'igenom budgeten.', differs: false },
        ],
        right: [
          { text: 'Rådet gick ', differs: false },
          { text: 'noga ', differs: true },
          { text: 'igenom budgeten.', differs: false },
        ],
      },
    ])
    await app.call('approval.circulate', { meetingId: id, on, approveBy: null })
    const { asked } = await app.call('approval.get', { meetingId: id })
    expect(asked.every(({ outcome, version }) => outcome === null && version === 2)).toBe(true)
    for (const one of asked) await app.call('approval.answer', { id: one.id, outcome: 'approved', on })
    await app.call('approval.approve', { meetingId: id, on: '2026-12-01' })
    const { versions } = await app.call('approval.get', { meetingId: id })
    expect(versions.map(({ version, unlocked }) => [version, unlocked?.reason ?? null])).toEqual([
      [2, null],
      [1, 'Fel belopp'],
    ])
    const old = await app.call('approval.version', { meetingId: id, version: 1 })
    expect(old.items[0]?.paragraphs[0]).toBe(base)
    expect(await app.refused('approval.version', { meetingId: id, version: 3 })).toBe('approval.no-version')
  })

  it('are compared in the words of their documents, with labels, and no figure or code of the file', async () => {
    const app = newApp()
    const { id } = await approved(app)
    await app.call('approval.unlock', { meetingId: id, reason: 'Någon saknas' })
    await app.call('attendance.add', {
      meetingId: id,
      name: 'Bo Låtsman',
      organisation: 'Provverket',
      capacity: null,
      group: 1,
      status: 'present',
      mode: 'remote',
      items: '1',
    })
    const { rows } = await app.call('approval.compare', { meetingId: id, left: 1, right: 0 })
    const told = rows.map(({ change, right }) => `${change}: ${(right ?? []).map(({ text }) => text).join('')}`)
    expect(told.map((line) => line.replaceAll('\u00a0', ' ')).slice(0, 11)).toEqual([
      'same: Testrådets sammanträde',
      'same: Organ: Testrådet',
      'same: Datum: den 20 november 2026',
      'same: Tid: kl. 10.00–12.00',
      'same: Plats: Sal 1',
      'same: Form: hybridmöte',
      'same: Ordförande: Ove Testman',
      'same: Sekreterare: Siv Prov',
      'same: Justerare: Ada Påhitt',
      'added: Närvarande: Bo Låtsman, Provverket, på distans, § 1',
      'same: § 1 Budget',
    ])
  })

  it('go to the records and come back, locked all the while', async () => {
    const app = newApp()
    const { id, itemId } = await approved(app)
    await app.call('approval.archive', { meetingId: id, archived: true })
    expect(await app.refused('items.set', { id: itemId, title: 'Annat' })).toBe('meeting.locked')
    expect(await app.refused('approval.archive', { meetingId: id, archived: true })).toBe('approval.state')
    await app.call('approval.archive', { meetingId: id, archived: false })
    expect((await app.call('approval.get', { meetingId: id })).state).toBe('approved')
  })
})

describe('an extract of one decision', () => {
  it('is one item with its number, its approval and who certifies it, and passes the document checks', async () => {
    const app = newApp()
    const { id } = await approved(app)
    const { items } = await app.call('meetings.get', { id })
    const decisionId = items[0]?.decisions[0]?.id ?? ''
    const { saved, fileName, findings } = await app.call('word.extract', { decisionId })
    expect(fileName).toBe('protokollsutdrag-testradet-2026-11-20.docx')
    expect(findings).toEqual([])
    const xml = mainPart(app.saved.get(saved ?? ''))
    for (const words of [
      'Protokollsutdrag',
      '2026:1',
      'att anta budgeten',
      'Rätt utdraget intygas',
      'Siv Prov',
      'Justerat',
    ])
      expect(xml).toContain(words)
  })

  it('is refused as long as the minutes are a draft', async () => {
    const app = newApp()
    const { id } = await minutes(app)
    const { items } = await app.call('meetings.get', { id })
    const decisionId = items[0]?.decisions[0]?.id ?? ''
    expect(await app.refused('word.extract', { decisionId })).toBe('approval.not-approved')
  })
})
