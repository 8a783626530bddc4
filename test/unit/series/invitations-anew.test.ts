/** An invitation that comes anew, and one to two people of the same name. */
import { describe, expect, it } from 'vitest'
import { newApp, type TestApp } from '../../helpers/app.ts'

const uid = '040000008200E00074C5B7101A82E008'
const base64 = (lines: readonly string[]) => Buffer.from(lines.join('\r\n'), 'utf8').toString('base64')
const outlook = (more: readonly string[]) => [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'METHOD:REQUEST',
  'BEGIN:VEVENT',
  `UID:${uid}`,
  'SUMMARY:Rådet\\, höstmöte',
  'ORGANIZER;CN="Provström, Vera":mailto:vera@example.test',
  ...more,
  'END:VEVENT',
  'END:VCALENDAR',
  '',
]
const when = [
  'DTSTART;TZID=Europe/Stockholm:20261125T130000',
  'DTEND;TZID=Europe/Stockholm:20261125T143000',
  'SEQUENCE:2',
]

/** A meeting with one person on its list, whom the register knows by it. */
async function listing(app: TestApp, name: string): Promise<string> {
  const { id } = await app.call('meetings.create', { title: 'Prov', kind: 'protokoll', date: '2026-03-25', body: null })
  const own = { capacity: 'ledamot', organisation: null, group: 1, mode: 'unknown' as const, items: null }
  await app.call('attendance.add', { meetingId: id, name, status: 'expected', ...own })
  return id
}

describe('an invitation', () => {
  it('that comes anew without an end leaves none from before, and one taken again as it was keeps what was added by hand', async () => {
    const app = newApp()
    const take = (lines: readonly string[]) => app.call('invitations.take', { base64: base64(outlook(lines)), uid })
    const { id } = await take(when)
    const times = async () => {
      const { head } = await app.call('meetings.get', { id: id ?? '' })
      return [head.date, head.start, head.end]
    }
    const moved = ['DTSTART;TZID=Europe/Stockholm:20261125T150000', 'SEQUENCE:3']
    await take(moved)
    expect(await times()).toEqual(['2026-11-25', '15:00', null])
    await app.call('meetings.setHead', { id: id ?? '', change: { end: '16:15' } })
    await take(moved)
    expect(await times()).toEqual(['2026-11-25', '15:00', '16:15'])
    await take(['DTSTART;VALUE=DATE:20261126', 'SEQUENCE:4'])
    expect(await times()).toEqual(['2026-11-26', null, null])
    await app.call('history.undo', {})
    expect(await times()).toEqual(['2026-11-25', '15:00', '16:15'])
  })

  it('asks who is meant where two are invited by one name, unless the address says it', async () => {
    const app = newApp()
    const meeting = await listing(app, 'Vera Provström')
    const twice = base64(outlook([...when, 'ATTENDEE;CN=vera provström:mailto:vera.tva@example.test']))
    const namesakes = async () => {
      const [event] = (await app.call('invitations.read', { base64: twice })).events
      return event?.people.filter(({ email }) => email.startsWith('vera')).map(({ match }) => match.verdict)
    }
    const listed = async () => {
      const { id } = await app.call('invitations.take', { base64: twice, uid })
      return (await app.call('meetings.get', { id: id ?? '' })).attendance.map(({ name }) => name)
    }
    expect(await namesakes()).toEqual(['near', 'near'])
    expect(await listed()).toEqual([])
    const [vera] = (await app.call('meetings.get', { id: meeting })).attendance
    const owner = { kind: 'person' as const, id: vera?.personId ?? '' }
    await app.call('contacts.add', { owner, kind: 'email', value: 'vera@example.test' })
    expect(await namesakes()).toEqual(['exact', 'near'])
    expect(await listed()).toEqual(['Vera Provström'])
  })
})
