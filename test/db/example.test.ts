import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { matchKey } from '#core/register/names.ts'
import { newApp, root } from '../helpers/app.ts'

const folder = new URL('assets/example/', root)
const seeds = new URL('../shared/seeds/', root)
const seedless = existsSync(seeds) ? '' : ' (skipped: ../shared/seeds is not here)'

async function example() {
  const app = newApp({ open: false })
  await app.call('workspace.example', {})
  const list = async (kind: 'person' | 'organisation' | 'body') => (await app.call('register.list', { kind })).rows
  return { ...app, list }
}

describe('the example workspace', () => {
  it('holds the meeting with its 31 participants, in hybrid form, with nothing of the text left over', async () => {
    const app = await example()
    const meeting = await app.call('meetings.show', { which: '2021-11-10' })
    expect(meeting.participants).toHaveLength(31)
    expect(meeting).toMatchObject({ form: 'hybrid', chair: 'Jenni Nordborg', unplaced: [], place: null, start: null })
    expect(meeting.items.map((item) => item.number)).toEqual(['1', '2', '3', '4', '5'])
    expect(meeting.nextMeeting).toEqual({ date: '2022-02-04', basis: 'inferred' })
    const missing = meeting.warnings.filter((warning) => warning.code === 'actor-not-listed')
    expect(missing.map((warning) => warning.quote.split(' ').slice(0, 2).join(' '))).toEqual([
      'Cecilia Leiram',
      'Joakim Karlsson,',
    ])
  })

  it('has the four working groups under their group, and the group under its programme', async () => {
    const app = await example()
    const bodies = await app.list('body')
    expect(bodies.filter((body) => body.detail === 'arbetsgrupp')).toHaveLength(4)
    expect(bodies).toHaveLength(6)
    const group = bodies.find((body) => body.detail === 'samverkansgrupp')
    const view = await app.call('bodies.get', { id: group?.id ?? '' })
    expect(view.parent).toBe('Samverkansprogrammet Hälsa och life science')
    expect(view.children).toHaveLength(4)
    expect(view.meetings.map((meeting) => [meeting.date, meeting.people])).toEqual([['2021-11-10', 31]])
  })

  it('saw 10 of 11 champions and 2 of 4 contact persons at the meeting', async () => {
    const app = await example()
    const groups = (await app.list('body')).filter((body) => body.detail === 'arbetsgrupp')
    const roles = (await Promise.all(groups.map(({ id }) => app.call('bodies.get', { id })))).flatMap(
      (view) => view.roles,
    )
    const present = async (role: string) => {
      const people = roles.filter((one) => one.role?.startsWith(role)).map((one) => one.personId ?? '')
      const views = await Promise.all(people.map((id) => app.call('people.get', { id })))
      return {
        all: views.length,
        away: views
          .filter((view) => view.meetings.length === 0)
          .map((view) => view.name)
          .toSorted(),
      }
    }
    expect(await present('champion')).toEqual({ all: 11, away: ['Anna Lefevre Skjöldebrand'] })
    expect(await present('kontaktperson')).toEqual({ all: 4, away: ['Ia Magnusson', 'Krister Halldin'] })
  })

  it('keeps three people and one organisation by two spellings each, and nobody else', async () => {
    const app = await example()
    const people = await app.list('person')
    const views = await Promise.all(people.map(({ id }) => app.call('people.get', { id })))
    const several = views
      .filter((view) => view.names.length > 1)
      .map((view) => view.names.map((one) => one.text).toSorted())
    expect(several).toEqual([
      ['Elisabet Björk', 'Elisabeth Björk'],
      ['Eva Tiensuu Janson', 'Eva Tiensuu Jansson'],
      ['Ole Petter Ottersen', 'Ole-Petter Ottersen'],
    ])
    // 31 at the meeting and three of the working groups who were not.
    expect(people).toHaveLength(34)
    expect(new Set(people.map((person) => matchKey(person.name))).size).toBe(34)
    const organisations = await app.list('organisation')
    const firm = organisations.find((one) => one.name === 'AstraZeneca')
    expect((await app.call('organisations.get', { id: firm?.id ?? '' })).names.toSorted()).toEqual([
      'Astra Zeneca',
      'AstraZeneca',
    ])
    expect(organisations.filter((one) => matchKey(one.name).startsWith('astra'))).toHaveLength(1)
  })

  it('proves every role by the words of a line that names the person and is in its source', async () => {
    const app = await example()
    const people = await app.list('person')
    const views = await Promise.all(people.map(({ id }) => app.call('people.get', { id })))
    const groups = readFileSync(new URL('working-groups.txt', folder), 'utf8').split('\n')
    const minutes = readFileSync(new URL('minutes-2021-11-10.txt', folder), 'utf8').split('\n')
    const roles = views.flatMap((view) =>
      view.roles.map((role) => ({ ...role, names: view.names.map((one) => one.text) })),
    )
    expect(roles.length).toBeGreaterThan(30)
    for (const { names, evidence } of roles) {
      expect(evidence.length).toBeGreaterThan(0)
      for (const { sourceName, line, quote } of evidence) {
        const lines = sourceName === 'arbetsgrupper.txt' ? groups : minutes
        expect(lines[(line ?? 0) - 1]).toContain(quote)
        expect(names.some((name) => quote.includes(name))).toBe(true)
      }
    }
  })

  it('answers every tie of the map with words', async () => {
    const app = await example()
    const { nodes, ties } = await app.call('network.get', {})
    expect(nodes.filter((node) => node.kind === 'meeting').map((node) => node.label)).toEqual([
      '2021-11-10 Samverkansgruppen för hälsa och life science',
    ])
    for (const { id } of ties) {
      const { evidence } = await app.call('network.evidence', { tieId: id })
      expect(evidence.length, id).toBeGreaterThan(0)
      expect(
        evidence.every((one) => one.quote !== '' && one.line !== null && one.sourceName !== null),
        id,
      ).toBe(true)
    }
    expect(Object.entries(Object.groupBy(ties, (tie) => tie.kind)).map(([kind, list]) => [kind, list.length])).toEqual([
      ['attended', 31],
      ['represents', 25],
      ['role', 16],
      ['held', 1],
      ['under', 5],
    ])
  })

  it.skipIf(seedless !== '')(
    `copies no eight words in a row from the published texts, titles and names apart${seedless}`,
    () => {
      const words = (line: string) => line.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
      const runs = (line: string) =>
        words(line).flatMap((_, at, list) => (at + 8 <= list.length ? [list.slice(at, at + 8).join(' ')] : []))
      const published = new Set(
        readdirSync(seeds).flatMap((name) => readFileSync(new URL(name, seeds), 'utf8').split('\n').flatMap(runs)),
      )
      // A document's own heading is its name.
      const headings = /^(Minnesanteckningar möte med|\d+ \p{Lu})/u
      const lines = readdirSync(folder).flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'))
      const copied = lines
        .filter((line) => !headings.test(line))
        .flatMap(runs)
        .filter((run) => published.has(run))
      expect(copied).toEqual([])
    },
  )
})
