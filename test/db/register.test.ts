import { describe, expect, it } from 'vitest'
import type { Input } from '#contract/methods.ts'
import { unheld } from '#db/queries/register.ts'
import { references } from '#db/queries/whole.ts'
import { newApp, type TestApp } from '../helpers/app.ts'
import { newWorkspace } from '../helpers/workspace.ts'

const minutes = `Påhittsrådet

Minnesanteckningar från Påhittsrådet den 3 mars 2031

1 Öppnande

Anna Dittelin öppnade mötet. Per-Arne Hittepå presenterade budgeten. Anna Dittelins förslag togs upp.

2 Avslutning

Ordföranden tackade alla.

Deltagare

1. Anna Dittelin, ordförande
2. Per-Arne Hittepå, Påhittbolaget AB
3. Åsa Öhman, 100%_firman
4. Zeta Ahl, ledamot
`

async function imported(app: TestApp, text = minutes, name = 'mars.txt') {
  const { meetings } = await app.call('imports.commit', { name, text, encoding: 'utf-8' })
  return meetings[0]?.id ?? ''
}
async function find(app: TestApp, kind: 'person' | 'organisation' | 'body', name: string) {
  const { rows } = await app.call('register.list', { kind })
  return rows.find((row) => row.name === name)?.id ?? ''
}
const names = async (app: TestApp, input: Input<'register.list'>) =>
  (await app.call('register.list', input)).rows.map((row) => row.name)

async function attend(app: TestApp, date: string, person: Partial<Input<'attendance.add'>> & { name: string }) {
  const { id } = await app.call('meetings.create', { title: `Möte ${date}`, kind: 'protokoll', date, body: null })
  const given = {
    capacity: null,
    organisation: null,
    group: null,
    status: 'present',
    mode: 'unknown',
    items: null,
  } as const
  await app.call('attendance.add', { meetingId: id, ...given, ...person })
  return id
}

describe('the register list', () => {
  it('sorts by Swedish rules', async () => {
    const app = newApp()
    for (const name of ['Öberg', 'Wall', 'Ärla', 'Åberg', 'Vall', 'Zorn', 'ahl'])
      await attend(app, '2030-01-01', { name: `${name} Påhitt` })
    const firsts = (await names(app, { kind: 'person' })).map((name) => name.split(' ')[0])
    expect(firsts).toEqual(['ahl', 'Vall', 'Wall', 'Zorn', 'Åberg', 'Ärla', 'Öberg'])
  })

  it('finds any part of any name, marks forgiven, and takes signs of patterns as they are', async () => {
    const app = newApp()
    await imported(app)
    expect(await names(app, { kind: 'person', query: 'ohm' })).toEqual(['Åsa Öhman'])
    expect(await names(app, { kind: 'person', query: 'ASA' })).toEqual(['Åsa Öhman'])
    expect(await names(app, { kind: 'person', query: 'per arne' })).toEqual(['Per-Arne Hittepå'])
    expect(await names(app, { kind: 'organisation', query: '%' })).toEqual(['100%_firman'])
    expect(await names(app, { kind: 'organisation', query: '_f' })).toEqual(['100%_firman'])
    expect(await names(app, { kind: 'organisation', query: '\\' })).toEqual([])
    expect(await names(app, { kind: 'body', query: 'pahitt' })).toEqual(['Påhittsrådet'])
  })

  it('says how many there are beyond the limit', async () => {
    const app = newApp()
    await imported(app)
    const list = await app.call('register.list', { kind: 'person', limit: 2 })
    expect([list.total, list.rows.length]).toEqual([4, 2])
  })

  it('shows the latest organisation, else the latest capacity, and counts the meetings somebody was at', async () => {
    const app = newApp()
    await attend(app, '2030-01-01', { name: 'Anna Dittelin', organisation: 'Gamla firman' })
    await attend(app, '2030-03-01', { name: 'Anna Dittelin', capacity: 'ledamot' })
    await attend(app, '2030-02-01', { name: 'Karl Dikt', capacity: 'gäst', status: 'absent' })
    const { rows } = await app.call('register.list', { kind: 'person' })
    expect(rows.map(({ name, detail, meetings }) => [name, detail, meetings])).toEqual([
      ['Anna Dittelin', 'Gamla firman', 2],
      ['Karl Dikt', 'gäst', 0],
    ])
  })
})

describe('a person', () => {
  it('is shown with the line of the list that names them', async () => {
    const app = newApp()
    const meetingId = await imported(app)
    const view = await app.call('people.get', { id: await find(app, 'person', 'Per-Arne Hittepå') })
    const line = minutes.split('\n').findIndex((text) => text.startsWith('2. Per')) + 1
    const evidence = {
      quote: '2. Per-Arne Hittepå, Påhittbolaget AB',
      line,
      sourceName: 'mars.txt',
      meetingId,
      meetingDate: '2031-03-03',
    }
    expect(view.meetings).toHaveLength(1)
    expect(view.meetings[0]).toMatchObject({ organisation: 'Påhittbolaget AB', status: 'present', evidence })
    expect(view.roles).toHaveLength(1)
    expect(view.roles[0]).toMatchObject({ role: null, organisation: 'Påhittbolaget AB', evidence: [evidence] })
    expect(view.names).toMatchObject([{ text: 'Per-Arne Hittepå', count: 1, evidence: [evidence] }])
  })

  it('is shown with the sentences that name them, newest meeting first', async () => {
    const app = newApp()
    await imported(app)
    const later = minutes.replace('3 mars 2031', '7 april 2031').replace('presenterade budgeten', 'redovisade läget')
    await imported(app, later, 'april.txt')
    const id = await find(app, 'person', 'Per-Arne Hittepå')
    const { mentions } = await app.call('people.get', { id })
    expect(mentions.map(({ quote, meetingDate, itemNumber }) => [quote, meetingDate, itemNumber])).toEqual([
      ['Per-Arne Hittepå redovisade läget.', '2031-04-07', '1'],
      ['Per-Arne Hittepå presenterade budgeten.', '2031-03-03', '1'],
    ])
  })

  it('is one through two meetings, with one role for the same organisation and both lines behind it', async () => {
    const app = newApp()
    await imported(app)
    await imported(app, minutes.replace('3 mars', '7 april'), 'april.txt')
    const view = await app.call('people.get', { id: await find(app, 'person', 'Per-Arne Hittepå') })
    expect(view.roles.map((role) => role.evidence.map((one) => one.sourceName))).toEqual([['april.txt', 'mars.txt']])
    expect(view.meetings.map((meeting) => meeting.date)).toEqual(['2031-04-07', '2031-03-03'])
  })

  it('that nobody knows is refused', async () => {
    const app = newApp()
    const id = crypto.randomUUID()
    for (const name of ['people.get', 'organisations.get', 'bodies.get'])
      expect(await app.refused(name, { id })).toBe('entity.not-found')
  })
})

describe('an organisation and a body', () => {
  it('show their people, their meetings and how many were there', async () => {
    const app = newApp()
    await imported(app)
    const firm = await app.call('organisations.get', { id: await find(app, 'organisation', 'Påhittbolaget AB') })
    expect(firm.roles.map((role) => role.person)).toEqual(['Per-Arne Hittepå'])
    expect(firm.meetings.map((meeting) => meeting.people)).toEqual([1])
    const body = await app.call('bodies.get', { id: await find(app, 'body', 'Påhittsrådet') })
    expect(body.meetings.map((meeting) => [meeting.date, meeting.people])).toEqual([['2031-03-03', 4]])
  })
})

describe('renaming', () => {
  it('changes the name shown, keeps the old one, finds both, and can be undone', async () => {
    const app = newApp()
    await imported(app)
    const id = await find(app, 'person', 'Zeta Ahl')
    await app.call('register.rename', { kind: 'person', id, name: 'Zäta Åhl' })
    const view = await app.call('people.get', { id })
    expect(view.name).toBe('Zäta Åhl')
    expect(view.names.map(({ text, count }) => [text, count])).toEqual([
      ['Zäta Åhl', 0],
      ['Zeta Ahl', 1],
    ])
    expect(await names(app, { kind: 'person', query: 'zeta' })).toEqual(['Zäta Åhl'])
    expect((await names(app, { kind: 'person' })).at(-2)).toBe('Zäta Åhl')
    await app.call('history.undo', {})
    expect((await app.call('people.get', { id })).names.map((one) => one.text)).toEqual(['Zeta Ahl'])
  })

  it('leaves the words of the minutes as they were written', async () => {
    const app = newApp()
    const meetingId = await imported(app)
    const id = await find(app, 'person', 'Zeta Ahl')
    await app.call('register.rename', { kind: 'person', id, name: 'Zäta Åhl' })
    const meeting = await app.call('meetings.show', { which: meetingId })
    expect(meeting.participants.map((one) => one.asWritten)).toContain('Zeta Ahl')
  })

  it('works for organisations and bodies, and refuses what is not there', async () => {
    const app = newApp()
    await imported(app)
    const firm = await find(app, 'organisation', 'Påhittbolaget AB')
    await app.call('register.rename', { kind: 'organisation', id: firm, name: 'Diktbolaget' })
    expect((await app.call('organisations.get', { id: firm })).names).toEqual(['Diktbolaget', 'Påhittbolaget AB'])
    const body = await find(app, 'body', 'Påhittsrådet')
    await app.call('register.rename', { kind: 'body', id: body, name: 'Diktrådet' })
    expect(await names(app, { kind: 'body' })).toEqual(['Diktrådet'])
    const missing = { kind: 'body', id: firm, name: 'Fel' }
    expect(await app.refused('register.rename', missing)).toBe('entity.not-found')
  })
})

describe('removing', () => {
  it('is refused while a meeting names the entity', async () => {
    const app = newApp()
    await imported(app)
    for (const [kind, name] of [
      ['person', 'Zeta Ahl'],
      ['organisation', 'Påhittbolaget AB'],
      ['body', 'Påhittsrådet'],
    ] as const) {
      const id = await find(app, kind, name)
      expect(await app.refused('register.remove', { kind, id })).toBe('entity.in-use')
      expect(await find(app, kind, name)).toBe(id)
    }
  })

  it('takes an entity that nothing holds, and brings it back', async () => {
    const app = newApp()
    const { id: meeting } = await app.call('meetings.create', {
      title: 'Mötet',
      kind: 'minutes',
      date: null,
      body: 'Gamla påhittsrådet',
    })
    await app.call('meetings.setHead', { id: meeting, change: { body: null } })
    const id = await find(app, 'body', 'Gamla påhittsrådet')
    await app.call('register.remove', { kind: 'body', id })
    expect(await names(app, { kind: 'body' })).toEqual([])
    expect(await app.refused('register.remove', { kind: 'body', id })).toBe('entity.not-found')
    await app.call('history.undo', {})
    expect(await names(app, { kind: 'body', query: 'gamla' })).toEqual(['Gamla påhittsrådet'])
  })
})

describe('an entry that something holds', () => {
  it.each(['person', 'organisation', 'body'] as const)(
    'is held by every column of the schema that points to it: %s',
    (kind) => {
      const { db } = newWorkspace()
      // An entry's own names, and what proves it, are parts of it.
      const own = new Set(['person_name', 'organisation_name', 'body_name', 'evidence'])
      const held = unheld(kind)
      const missing = references(db).filter(
        ({ table, column, target }) =>
          target === kind && !own.has(table) && !held.includes(`FROM ${table} x WHERE x.${column} = ${kind}.id`),
      )
      expect(missing).toEqual([])
    },
  )
})
