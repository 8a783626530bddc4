import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { insert } from '#db/connection.ts'
import { openWorkspace } from '#db/open.ts'
import { monthsBefore } from '#core/privacy/retention.ts'
import { healthWords } from '#core/privacy/sensitive.ts'
import { readText } from '#core/reading/read.ts'
import { roleOf } from '#core/reading/roles.ts'
import { noDays } from '../../helpers/world.ts'
import { newApp } from '../../helpers/app.ts'
import { someDay } from '../../helpers/workspace.ts'

const minutes =
  'Provkontoret\n\nMinnesanteckningar möte med provgruppen den 3 maj 2030\n\n1 Öppnande\n\nMötet öppnades.\n\nDeltagare\n\n1. Tilda Övning, spetspatient\n2. Orvar Provsson, ledamot\n'

async function withPeople() {
  const app = newApp()
  await app.call('imports.commit', { name: 'maj.txt', text: minutes, encoding: 'pasted' })
  const { rows } = await app.call('register.list', { kind: 'person' })
  const id = (name: string) => rows.find((row) => row.name === name)?.id ?? ''
  return { app, id }
}

describe('a title that tells of health', () => {
  it.each([
    'Spetspatient',
    'Spetspatient och forskare',
    'patientföreträdare',
    'cancerpatient',
    'survivor',
    'transplanterad',
    'lever med MS',
    'Njursjuk',
    'cancerdrabbad',
    'brukarrepresentant',
    'anhörigrepresentant',
    'diabetiker',
    'rullstolsburen',
    'person med psykisk ohälsa',
    'egen erfarenhet av psykos',
    'Lead patient',
    'brukare',
    'Anhörig',
    'peer supporter',
    'Peersupporter',
    'dövblind',
  ])('is seen in %s, by whatever way it comes, and is no role', (title) => {
    expect(healthWords(title)).not.toBeNull()
    // Work named beside it is a role of its own.
    expect(roleOf(title)).toBe(title.endsWith(' och forskare') ? 'anställd' : null)
  })
  it.each([
    'Patientnämnden',
    'jurist, patientsäkerhet',
    'patientdatalagen',
    'ledamot',
    'VD Swedish Medtech',
    'Ordförande Njurförbundet',
    'Patientdirektör',
    'Patientombud',
    'patientombudsman',
    'Patientombudsmannen i Provlänet',
    'anhörigkonsulent',
    'Brukarombud',
    'professor i njursjukdomar',
    'chef för cancersjukvården',
    'Diabetikerförbundet',
    'nationell samordnare för psykisk ohälsa',
  ])('is not seen in %s', (title) => {
    expect(healthWords(title)).toBeNull()
  })
  it('is seen in a seat that says whose it is, which stays the role', () => {
    expect(healthWords('dövblind talesperson')).toBe('dövblind')
    expect(roleOf('dövblind talesperson')).toBe('talesperson')
  })
  it.each(['Spetspatient', 'Cancerpatient', 'Brukare', 'Anhörig'])(
    'is read before a name as the title, not as a name: %s',
    (title) => {
      const text = `Påhittsgruppen\n\nDeltagare\n\n${title} Ulla Brun, Föreningen Sjuk\nTilda Övning, Provverket\n`
      const tenures = readText(text).findings.flatMap((found) => (found.kind === 'tenure' ? [found] : []))
      expect(tenures[0]).toMatchObject({
        person: { name: 'Ulla Brun' },
        title,
        role: null,
        organisation: { name: 'Föreningen Sjuk' },
        sensitive: true,
      })
    },
  )
  it.each([
    ['Spetspatient Ulla Brun, Provverket', 'Spetspatient'],
    ['Brukare Ulla Brun, Provverket', 'Brukare'],
    ['Ulla Brun, anhörig, Provverket', 'anhörig'],
  ])('is read in the list of minutes, and marked: %s', async (line, capacity) => {
    const app = newApp()
    const text = minutes.replace('Tilda Övning, spetspatient', line)
    await app.call('imports.commit', { name: 'maj.txt', text, encoding: 'pasted' })
    const { flags } = await app.call('privacy.flags', { scope: 'map' })
    expect(flags).toMatchObject([{ name: 'Ulla Brun', why: 'health', words: capacity }])
  })
  it('is marked in a meeting before its document leaves', async () => {
    const { app, id } = await withPeople()
    const { meetings } = await app.call('meetings.list', {})
    const { flags } = await app.call('privacy.flags', { scope: 'meeting', meetingId: meetings[0]?.id ?? '' })
    expect(flags).toEqual([
      {
        personId: id('Tilda Övning'),
        organisationId: null,
        name: 'Tilda Övning',
        why: 'health',
        words: 'spetspatient',
      },
    ])
  })
})

describe('before something leaves the machine', () => {
  it('titles that tell of health are known for the map too, and are left out of it when asked', async () => {
    const { app, id } = await withPeople()
    const { flags } = await app.call('privacy.flags', { scope: 'map' })
    expect(flags).toEqual([
      {
        personId: id('Tilda Övning'),
        organisationId: null,
        name: 'Tilda Övning',
        why: 'health',
        words: 'spetspatient',
      },
    ])
    const picture = async (leaveHealth: boolean) => {
      await app.call('network.svg', { language: 'sv', leaveHealth })
      return new TextDecoder().decode([...app.saved.values()].at(-1))
    }
    expect(await picture(false)).toContain('spetspatient')
    const without = await picture(true)
    expect(without).not.toContain('spetspatient')
    expect(without).toContain('Tilda Övning')
    expect(without).toContain('ledamot')
  })

  it('assessments of people and of organisations are known before a file of the register leaves', async () => {
    const { app, id } = await withPeople()
    const tenure = {
      person: { id: id('Tilda Övning') },
      organisation: { name: 'Provverket' },
      title: 'Provare',
      role: null,
    }
    await app.call('tenures.add', { ...tenure, span: noDays })
    const { rows } = await app.call('register.list', { kind: 'organisation', query: 'Provverket' })
    const organisation = rows[0]?.id ?? ''
    const judge = (owner: { kind: 'person' | 'organisation'; id: string }, issue: string) =>
      app.call('assessments.add', { owner, issue, power: 4, rationale: '', asOf: '2032-05-01', author: 'N. N.' })
    await judge({ kind: 'organisation', id: organisation }, 'Planen')
    await judge({ kind: 'person', id: id('Tilda Övning') }, 'Budgeten')
    const flags = async (scope: 'map' | 'register') =>
      (await app.call('privacy.flags', { scope })).flags.filter(({ why }) => why === 'assessment')
    expect(await flags('register')).toEqual([
      {
        personId: id('Tilda Övning'),
        organisationId: null,
        name: 'Tilda Övning',
        why: 'assessment',
        words: 'Budgeten',
      },
      {
        personId: null,
        organisationId: organisation,
        name: 'Provverket',
        why: 'assessment',
        words: 'Planen',
      },
    ])
    // A map holds no assessment.
    expect(await flags('map')).toEqual([])
  })

  it("a meeting's document says among its findings what tells of health, and leaves all the same", async () => {
    const { app } = await withPeople()
    const { meetings } = await app.call('meetings.list', {})
    const { saved, findings } = await app.call('word.export', { meetingId: meetings[0]?.id ?? '' })
    expect(saved).not.toBeNull()
    expect(findings).toContainEqual({ code: 'health-told', check: 14, where: 'Tilda Övning, spetspatient' })
  })

  it('each picture and document is in the log, without what it said', async () => {
    const { app } = await withPeople()
    const { meetings } = await app.call('meetings.list', {})
    await app.call('word.export', { meetingId: meetings[0]?.id ?? '' })
    await app.call('network.svg', { language: 'sv' })
    const { entries } = await app.call('privacy.log', {})
    expect(entries.map(({ act, subjectKind, detail }) => [act, subjectKind, detail])).toEqual([
      ['export', 'map', 'svg'],
      ['export', 'meeting', 'docx'],
    ])
  })
})

describe('restricting', () => {
  it('has one list of its own, from which it is lifted', async () => {
    const { app, id } = await withPeople()
    const person = id('Orvar Provsson')
    await app.call('privacy.restrict', { id: person, restricted: true })
    const { people } = await app.call('privacy.restricted', {})
    expect(people).toEqual([{ id: person, name: 'Orvar Provsson', since: '2030-05-06T07:08:09.000Z' }])
    expect((await app.call('people.get', { id: person })).status).toBe('restricted')
    await app.call('privacy.restrict', { id: person, restricted: false })
    expect((await app.call('privacy.restricted', {})).people).toEqual([])
    expect((await app.call('people.get', { id: person })).status).toBe('active')
  })
})

describe('correcting a name', () => {
  it('shows the new one, keeps the old as what it was, and is one step of undo', async () => {
    const { app, id } = await withPeople()
    await app.call('privacy.rectify', { id: id('Orvar Provsson'), name: 'Orvar Provson', oldWas: 'misspelt' })
    const person = await app.call('people.get', { id: id('Orvar Provsson') })
    expect(person.name).toBe('Orvar Provson')
    expect(person.names.map(({ text }) => text)).toContain('Orvar Provsson')
    await app.call('history.undo', {})
    expect((await app.call('people.get', { id: id('Orvar Provsson') })).name).toBe('Orvar Provsson')
  })
})

describe('the log', () => {
  it('notes an opened page once a day, and every restriction, and never a name', async () => {
    const { app, id } = await withPeople()
    const person = id('Orvar Provsson')
    for (let time = 0; time < 3; time++) await app.call('privacy.noteAccess', { id: person })
    app.clock.now = new Date('2030-05-07T07:08:09Z')
    await app.call('privacy.noteAccess', { id: person })
    await app.call('privacy.restrict', { id: person, restricted: true })
    await app.call('privacy.restrict', { id: person, restricted: false })
    const { entries } = await app.call('privacy.log', { id: person })
    expect(entries.map(({ act }) => act)).toEqual(['unrestrict', 'restrict', 'access', 'access'])
    expect(JSON.stringify(entries.map((entry) => ({ ...entry, subject: null })))).not.toContain('Orvar')
  })
})

describe('retention', () => {
  it('brings up who has not been heard of, removes nobody, and lets what is kept rest until its day', async () => {
    const { app, id } = await withPeople()
    await app.call('retention.setRule', { kind: 'person-idle', months: 12 })
    const due = async (on: string) => (await app.call('retention.due', { on })).due.map(({ name }) => name)
    expect(await due('2031-05-03')).toEqual([])
    expect(await due('2031-05-04')).toEqual(['Orvar Provsson', 'Tilda Övning'])
    await app.call('retention.keep', { kind: 'person-idle', id: id('Orvar Provsson'), until: '2033-01-01' })
    expect(await due('2031-06-01')).toEqual(['Tilda Övning'])
    expect(await due('2033-01-01')).toEqual(['Orvar Provsson', 'Tilda Övning'])
    expect((await app.call('register.list', { kind: 'person' })).total).toBe(2)
  })

  it('removes a reviewed assessment when told to, and undo brings it back', async () => {
    const { app, id } = await withPeople()
    app.close()
    const open = openWorkspace(app.path, someDay)
    const assessment = crypto.randomUUID()
    insert(open.db, 'assessment', {
      id: assessment,
      person_id: id('Orvar Provsson'),
      issue: 'prov',
      power: 3,
      rationale: 'x',
      as_of: '2020-01-01',
      author: 'x',
      recorded_at: '2020-01-01T00:00:00Z',
    })
    open.close({ at: someDay })
    app.openWorkspace(app.path)
    await app.call('retention.setRule', { kind: 'assessment', months: 24 })
    const due = async () => (await app.call('retention.due', { on: '2030-01-01' })).due.length
    expect(await due()).toBe(1)
    await app.call('retention.remove', { kind: 'assessment', id: assessment })
    expect(await due()).toBe(0)
    await app.call('history.undo', {})
    expect(await due()).toBe(1)
  })

  it('reckons months to a day that exists, never after the one it comes from', () => {
    expect(monthsBefore('2030-03-31', 1)).toBe('2030-02-28')
    expect(monthsBefore('2028-03-31', 1)).toBe('2028-02-29')
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 1200 }),
        (date, months) => {
          const on = date.toISOString().slice(0, 10)
          const before = monthsBefore(on, months)
          expect(new Date(before).toISOString().slice(0, 10)).toBe(before)
          expect(before < on).toBe(true)
        },
      ),
    )
  })
})
