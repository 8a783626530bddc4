/** Makes a workspace with one invented hybrid meeting of 31 invited people. `node hybrid-meeting.ts FILE` prints its id. */
import { call, told } from './workspace.ts'

const first = ['Ada', 'Bo', 'Cia', 'Dan', 'Eva', 'Fia', 'Gun', 'Hugo', 'Ida', 'Jon', 'Kaj', 'Lo', 'Mia', 'Nils', 'Oda']
const last = ['Alpåhitt', 'Björkprov', 'Dalexempel', 'Ekdikt']

const { id } = await call('meetings.create', {
  title: 'Hybridmöte med Testrådet för havsvind',
  kind: 'protokoll',
  date: '2030-05-06',
  body: 'Testrådet för havsvind',
})
await call('meetings.setHead', { id, change: { form: 'hybrid' } })
const [opening] = (await call('meetings.get', { id })).items
if (opening !== undefined) await call('items.set', { id: opening.id, title: 'Mötets öppnande' })
let after = opening?.id ?? null
for (const [index, title] of ['Vindkartan', 'Kabelvägen', 'Fyrens framtid', 'Avslutning'].entries())
  after = (await call('items.add', { meetingId: id, after, title, number: String(index + 2) })).id
for (let at = 0; at < 31; at += 1) {
  const name = `${first[at % first.length]} ${last[Math.floor(at / first.length)]}`
  await call('attendance.add', {
    meetingId: id,
    name,
    capacity: at < 17 ? 'ledamot' : 'ersättare',
    organisation: null,
    group: at < 17 ? 1 : 2,
    status: 'expected',
    mode: 'unknown',
    items: null,
  })
}
told(id)
