/** Makes a workspace with one invented meeting of a few invented people, and somebody known besides. `node writing-meeting.ts FILE` prints its id. */
import { call, told } from './workspace.ts'

async function meeting(title: string, people: readonly string[]): Promise<string> {
  const { id } = await call('meetings.create', {
    title,
    kind: 'protokoll',
    date: '2030-05-06',
    body: 'Testrådet för havsvind',
  })
  const rest = { capacity: null, group: 1, mode: 'room', items: null } as const
  for (const name of people)
    await call('attendance.add', { meetingId: id, name, organisation: 'Påhittsbolaget', status: 'present', ...rest })
  return id
}

await meeting('Ett tidigare möte', ['Åsa Fjärrtest'])
const id = await meeting('Skrivmöte med Testrådet', ['Jonna Påhittsnord', 'Alva Provberg'])
await call('meetings.setOfficers', { id, role: 'chair', names: ['Alva Provberg'] })
const [item] = (await call('meetings.get', { id })).items
if (item !== undefined) {
  await call('items.set', { id: item.id, title: 'Vindkartan' })
  await call('items.add', { meetingId: id, after: item.id, title: 'Kabelvägen', number: '2' })
}
await call('phrases.addStarters', { language: 'sv' })
told(id)
