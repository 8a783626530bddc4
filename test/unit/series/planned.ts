/** A meeting of an invented council with a prepared agenda, over the application's own door. */
import type { TestApp } from '../../helpers/app.ts'

export const body = 'Testrådet för havsvind'

export async function planned(app: TestApp): Promise<string> {
  const { id } = await app.call('series.create', {
    body,
    year: 2026,
    kind: 'protokoll',
    start: '10:00',
    end: '12:00',
    place: 'Provsalen; plan 3, öster',
    form: 'hybrid',
    remoteTool: 'https://moten.example.test/prov',
  })
  await app.call('series.addMembers', {
    id,
    from: '2026-01-01',
    members: [
      { person: { name: 'Vera Provström' }, role: 'ordförande', organisation: 'Provverket' },
      { person: { name: 'Tage "Låt" Låtsman' }, role: 'ledamot', organisation: 'Låtsasbolaget' },
    ],
  })
  const { id: meeting } = await app.call('meetings.plan', { seriesId: id, date: '2026-03-25' })
  const { items } = await app.call('meetings.get', { id: meeting })
  const prepare = (at: number, change: object) => app.call('items.prepare', { id: items[at]?.id ?? '', change })
  await prepare(0, { minutes: 5 })
  await prepare(1, {
    type: 'decision',
    presenter: 'Tage "Låt" Låtsman',
    minutes: 20,
    dnr: 'T2026/12',
    prepared: 'Utskottet har berett frågan.\nTvå vägar återstår.',
    proposal: 'att välja norra vägen\natt pröva frågan igen 2027',
  })
  return meeting
}
export const attach = (app: TestApp, meetingId: string, itemId: string | null, fileName: string, words: string) =>
  app.call('attachments.add', { meetingId, itemId, fileName, base64: Buffer.from(words).toString('base64') })
