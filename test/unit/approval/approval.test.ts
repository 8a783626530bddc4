/** Approval over the application's own door: what it locks, what differs between two versions. */
import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openZip } from '#core/word/zip.ts'
import { newApp, type TestApp } from '../../helpers/app.ts'
import { block, minutes, on } from './made.ts'

async function approved(app: TestApp) {
  const made = await minutes(app)
  await app.call('approval.circulate', { meetingId: made.id, on, approveBy: '2026-12-04' })
  for (const { id } of (await app.call('approval.get', { meetingId: made.id })).asked)
    await app.call('approval.answer', { id, outcome: 'approved', on })
  return { ...made, ...(await app.call('approval.approve', { meetingId: made.id, on })) }
}

const mainPart = (bytes: Uint8Array | undefined) =>
  openZip(bytes ?? new Uint8Array())
    .read('word/document.xml')
    .toString('utf8')

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
      [
        'texts.save',
        {
          meetingId: id,
          items: [{ id: itemId, operations: [], beside: { title: { text: 'Annat', base: 'Budget' } } }],
        },
      ],
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
    expect(told.map((line) => line.replaceAll('\u00a0', ' ')).slice(0, 13)).toEqual([
      'same: Testrådets sammanträde',
      'same: Handling: Protokoll',
      'same: Organ: Testrådet',
      'same: Datum: den 20 november 2026',
      'same: Tid: kl. 10.00–12.00',
      'same: Plats: Sal 1',
      'same: Form: hybridmöte',
      'same: Ordförande: Ove Testman',
      'same: Sekreterare: Siv Prov',
      'same: Justerare: Ada Påhitt',
      'same: Närvarande: Siv Prov, ledamot',
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

  it('has of the decisions of its item the asked one alone, with the running text and without the words that lead in another', async () => {
    const app = newApp()
    const { id, itemId } = await minutes(app)
    const { items } = await app.call('meetings.get', { id })
    const old = items[0]?.paragraphs ?? []
    const operations = [
      block('paragraph', 'Rådet talade om lokaler.'),
      block('paragraph', 'Vidare beslutade rådet'),
      block('decision', 'att hyra sal 2'),
      block('decision', 'att köpa stolar'),
    ]
    const order = [...old.map((one) => one.id), ...operations.map(({ paragraphId }) => paragraphId)]
    await app.call('items.saveText', { id: itemId, operations, order })
    await app.call('approval.circulate', { meetingId: id, on, approveBy: null })
    for (const one of (await app.call('approval.get', { meetingId: id })).asked)
      await app.call('approval.answer', { id: one.id, outcome: 'approved', on })
    await app.call('approval.approve', { meetingId: id, on })
    const { decisions } = await app.call('decisions.list', {})
    expect(decisions.map(({ number }) => number)).toEqual([1, 2])
    const texts = async (decisionId = '') => {
      const { saved, findings } = await app.call('word.extract', { decisionId })
      expect(findings).toEqual([])
      return mainPart(app.saved.get(saved ?? '')).replaceAll('\u00a0', ' ')
    }
    const all = [...operations.map(({ text }) => text), 'att anta budgeten', 'att uppdra åt kansliet att sprida den']
    const running = ['Rådet talade om lokaler.']
    for (const [which, own] of [
      [0, ['att anta budgeten', 'att uppdra åt kansliet att sprida den']],
      [1, ['Vidare beslutade rådet', 'att hyra sal 2', 'att köpa stolar']],
    ] as const)
      for (const decisionId of decisions[which]?.ids ?? []) {
        const xml = await texts(decisionId)
        expect(xml).toContain(`2026:${which + 1}`)
        expect(all.filter((text) => xml.includes(text)).toSorted()).toEqual([...running, ...own].toSorted())
      }
  })

  it('is refused as long as the minutes are a draft', async () => {
    const app = newApp()
    const { id } = await minutes(app)
    const { items } = await app.call('meetings.get', { id })
    const decisionId = items[0]?.decisions[0]?.id ?? ''
    expect(await app.refused('word.extract', { decisionId })).toBe('approval.not-approved')
  })
})
