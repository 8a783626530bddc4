import { existsSync, readdirSync, readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { newApp, root, type TestApp } from '../../helpers/app.ts'

const seeds = new URL('../shared/seeds/', root)
const originals = existsSync(seeds) ? readdirSync(seeds).toSorted() : []
if (originals.length < 5) console.info('skipped: the original texts are not beside the project')

/** Adds a file as the window does; gives the source's id. */
async function add(app: TestApp, file: URL, name: string): Promise<string> {
  const preview = await app.call('sources.preview', { base64: readFileSync(file).toString('base64'), name })
  const { text, format, encoding, notes } = preview
  return (await app.call('sources.add', { name, text, format, encoding, notes })).id
}
async function addAndAccept(app: TestApp, file: URL, name: string): Promise<string> {
  const id = await add(app, file, name)
  await app.call('sources.accept', { source: id })
  return id
}
async function readMinutes(app: TestApp, file: URL): Promise<string> {
  const { text, encoding } = await app.call('imports.preview', { base64: readFileSync(file).toString('base64') })
  const { meetings } = await app.call('imports.commit', { name: 'möte', text, encoding })
  return meetings[0]?.id ?? ''
}

/** What the workspace holds, asked of its file; until `close` the application is away from it. */
function asked(app: TestApp) {
  app.close()
  const db = new Database(app.path, { readonly: true })
  const rows = (sql: string): unknown[][] => db.prepare(sql).raw().all() as unknown[][] // rows as lists of columns
  const held = (role: string) =>
    rows(
      `SELECT b.name, p.name FROM tenure t JOIN person p ON p.id = t.person_id JOIN body b ON b.id = t.body_id
       WHERE t.role = '${role}' AND t.retired_at IS NULL ORDER BY p.sort_key`,
    )
  return {
    rows,
    groups: () => rows(`SELECT name FROM body WHERE type = 'arbetsgrupp' ORDER BY sort_key`).flat(),
    challenges: () =>
      Object.fromEntries(
        rows(`SELECT b.name, count(t.id) FROM body b LEFT JOIN theme t ON t.body_id = b.id AND t.type = 'challenge'
              WHERE b.type = 'arbetsgrupp' GROUP BY b.id`).map(([name, count]) => [String(name), count]),
      ),
    held,
    themes: (type: string) => rows(`SELECT code, title FROM theme WHERE type = '${type}' ORDER BY sort_key`),
    nameless: () =>
      rows(`SELECT s.title, t.from_date, t.to_date, t.state, p.name,
              (SELECT count(*) FROM evidence e WHERE e.tenure_id = t.id)
            FROM tenure t JOIN post s ON s.id = t.post_id LEFT JOIN holder_proposal h ON h.tenure_id = t.id
            LEFT JOIN person p ON p.id = h.person_id
            WHERE t.person_id IS NULL AND t.retired_at IS NULL ORDER BY t.from_date, s.title`),
    start: (name: string) =>
      rows(`SELECT t.from_date, t.from_after, t.state FROM tenure t JOIN person p ON p.id = t.person_id
            WHERE p.name = '${name}' AND t.post_id IS NOT NULL`),
    close: () => {
      db.close()
      app.openWorkspace(app.path, { create: false })
    },
  }
}

describe('invented texts of the same make', () => {
  const twin = (name: string) => new URL(`test/fixtures/texts/twins/${name}.txt`, root)
  const all = async (app: TestApp) => {
    const ids: Record<string, string> = {}
    for (const name of ['program', 'year', 'later', 'news']) ids[name] = await addAndAccept(app, twin(name), name)
    return ids
  }

  it('give groups with challenges, champions, contacts, areas, aims and what a group works on', async () => {
    const app = newApp()
    await all(app)
    const told = asked(app)
    expect(told.groups()).toEqual(['Landning', 'Skaftvirke'])
    expect(told.challenges()).toEqual({ Landning: 0, Skaftvirke: 2 })
    expect(told.held('champion').map(([, name]) => name)).toEqual(['Bror Himmelmo', 'Malte Takås', 'Ottilia Rönnskaft'])
    expect(told.held('kontaktperson')).toHaveLength(2)
    expect(told.held('sammankallande')).toEqual([['Skaftvirke', 'Sigvarda Lindsko']])
    expect(told.themes('area').map(([, title]) => title)).toEqual([
      'Skaft och borst',
      'Trygga landningar på torg och tak',
    ])
    expect(told.themes('objective').map(([code]) => code)).toEqual(['1.1', '1.2', '2.1'])
    expect(
      told.rows(`SELECT b.name, t.code FROM relation r JOIN body b ON b.id = r.from_body_id
                 JOIN theme t ON t.id = r.to_theme_id WHERE r.type = 'focus'`),
    ).toEqual([['Skaftvirke', '1.2']])
    told.close()
  })

  it('give repeated nameless posts once each, with holders proposed and never asserted', async () => {
    const app = newApp()
    await all(app)
    const told = asked(app)
    expect(told.nameless()).toEqual([
      ['vindminister', '2014-05-05', '2017-03-03', 'proposed', 'Ragna Sopvind', 2],
      ['flygminister', '2017-03-03', '2020-11-12', 'proposed', 'Ragna Sopvind', 2],
    ])
    expect(told.start('Hilding Luftmark')).toEqual([[null, '2020-11-12', 'asserted']])
    told.close()
  })

  it('propose no holder any more when the text that named one is withdrawn, and again when that is undone', async () => {
    const app = newApp()
    const ids = await all(app)
    const holders = () => {
      const told = asked(app)
      const names = told.nameless().map(([, , , , name]) => name)
      told.close()
      return names
    }
    await app.call('sources.withdraw', { id: ids['later'] ?? '' })
    const told = asked(app)
    expect(told.start('Hilding Luftmark')).toEqual([])
    told.close()
    expect(holders()).toEqual(['Ragna Sopvind', 'Ragna Sopvind'])
    await app.call('sources.withdraw', { id: ids['year'] ?? '' })
    expect(holders()).toEqual([])
    await app.call('history.undo', {})
    await app.call('history.undo', {})
    expect(holders()).toEqual(['Ragna Sopvind', 'Ragna Sopvind'])
  })

  it('lay the news beside the minutes of the same meeting', async () => {
    const app = newApp()
    const { news = '' } = await all(app)
    const meeting = await readMinutes(app, new URL('test/fixtures/minutes/twin.txt', root))
    const { accounts } = await app.call('sources.get', { id: news })
    expect(accounts).toMatchObject([{ kind: 'meeting', id: meeting, date: '2019-10-09' }])
    const { facts } = await app.call('sources.compare', {
      a: { kind: 'source', id: news },
      b: { kind: 'meeting', id: meeting },
    })
    const standing = (about: string) => facts.find((one) => one.about === about)?.standing
    expect(facts.find((one) => one.kind === 'meeting')?.standing).toBe('both')
    expect([standing('Tuvalina Kvastborg'), standing('Borstverket'), standing('Sigvarda Lindsko')]).toEqual([
      'both',
      'a',
      'b',
    ])
    const told = asked(app)
    expect(told.rows(`SELECT meeting_id FROM event WHERE from_date = '2019-10-09'`)).toEqual([[meeting]])
    told.close()
  })
})

describe.skipIf(originals.length < 5)('the five original texts', () => {
  const original = (index: number) => new URL(originals[index] ?? '', seeds)
  const all = async (app: TestApp) => {
    const ids: string[] = []
    for (const index of [0, 1, 2, 3]) ids.push(await addAndAccept(app, original(index), String(index)))
    return ids
  }

  it('give, once all is accepted, what they are known to hold', { timeout: 120_000 }, async () => {
    const app = newApp()
    const ids = await all(app)
    const told = asked(app)
    expect(told.challenges()).toEqual({
      Precisionsmedicin: 7,
      Hälsodata: 0,
      'Krisberedskap och resiliens': 5,
      Kompetensförsörjning: 3,
    })
    expect(told.held('champion')).toHaveLength(11)
    expect(told.held('kontaktperson')).toHaveLength(4)
    expect(told.held('sammankallande')).toHaveLength(2)
    expect(told.themes('area')).toHaveLength(8)
    expect(told.themes('objective')).toHaveLength(30)
    expect(told.nameless().map((row) => row.slice(0, 5))).toEqual([
      ['energiminister', '2014-10-03', '2016-05-25', 'proposed', 'Ibrahim Baylan'],
      ['samordnings- och energiminister', '2016-05-25', '2019-01-21', 'proposed', 'Ibrahim Baylan'],
      ['barn-, äldre- och jämställdhetsminister', '2018-03-08', '2019-01-21', 'proposed', 'Lena Hallengren'],
      ['minister för högre utbildning och forskning', '2019-01-21', '2021-11-30', 'proposed', 'Matilda Ernkrans'],
      ['näringsminister', '2019-01-21', '2021-11-30', 'proposed', 'Ibrahim Baylan'],
      ['socialminister', '2019-01-22', '2022-10-06', 'proposed', 'Lena Hallengren'],
    ])
    expect(told.nameless().reduce((sum, row) => sum + Number(row[5]), 0)).toBe(40)
    expect(told.start('Karl-Petter Thorwaldsson')).toEqual([[null, '2021-11-30', 'asserted']])
    expect(
      told
        .rows(
          `SELECT DISTINCT o.name FROM relation r JOIN theme t ON t.id = r.to_theme_id
           JOIN tenure n ON n.body_id = r.from_body_id JOIN tenure h ON h.person_id = n.person_id
           JOIN organisation o ON o.id = h.organisation_id WHERE t.code = '2.2' AND r.type = 'focus' ORDER BY o.sort_key`,
        )
        .flat(),
    ).toEqual(['Astra Zeneca', 'AstraZeneca', 'Region Östergötland', 'Uppsala Universitet'])
    told.close()

    const falls = await app.call('sources.withdrawal', { id: ids[2] ?? '' })
    expect(falls.falls.map(({ words }) => words)).toContain('NorthXBiologics')
    expect(falls.falls.map(({ words }) => words)).toContain('Möte, 2021-11-10')
    // The dated posts stand in another text too.
    expect(falls.falls.filter(({ words }) => words.includes('minister'))).toEqual([])
    expect(falls.stays.filter(({ kind, words }) => kind === 'tenure' && words.includes('minister'))).toHaveLength(4)

    const meeting = await readMinutes(app, original(4))
    const { facts } = await app.call('sources.compare', {
      a: { kind: 'source', id: ids[2] ?? '' },
      b: { kind: 'meeting', id: meeting },
    })
    const standing = (about: string) => facts.find((one) => one.about === about)?.standing
    expect([standing('NorthXBiologics'), standing('Almi Invest'), standing('Business Sweden')]).toEqual([
      'a',
      'b',
      'both',
    ])
    expect(facts.filter((one) => one.notes.includes('year-only-a'))).toHaveLength(2)
  })

  it(
    'answer, with the minutes, who held a post, who was away and who works on an aim',
    { timeout: 120_000 },
    async () => {
      const app = newApp()
      await all(app)
      const meeting = await readMinutes(app, original(4))

      const { holders } = await app.call('posts.holders', { title: 'näringsminister', on: '2021-11-10' })
      expect(
        holders.map(({ person, standing, state, proposed }) => [person, standing, state, proposed.length]),
      ).toEqual([
        [null, 'holds', 'proposed', 1],
        // A text names him for the post, and none says that he had it on that day.
        ['Ibrahim Baylan', 'possible', 'asserted', 0],
      ])
      expect(holders[0]?.span).toMatchObject({ from: '2019-01-21', to: '2021-11-30', basis: 'stated' })
      expect(holders[0]?.proposed.map(({ person }) => person)).toEqual(['Ibrahim Baylan'])
      expect(holders[0]?.proposed[0]?.evidence.length).toBeGreaterThan(0)

      const away = async () => (await app.call('meetings.representation', { id: meeting })).champions
      // Until somebody says who is who, a name written otherwise is another's.
      expect(await away()).toMatchObject({ present: 7, all: 11 })
      const { clusters } = await app.call('identity.proposals', { kind: 'person' })
      for (const { kind, verdict, members } of clusters)
        if (verdict === 'same') await app.call('identity.decide', { kind, ids: members.map(({ id }) => id), verdict })
      const { absent, ...figures } = await away()
      expect(figures).toEqual({ present: 10, all: 11 })
      expect(absent.map(({ person, role, presence }) => [person, role, presence])).toEqual([
        ['Anna Lefevre Skjöldebrand', 'champion', 'not-listed'],
      ])

      const { rows } = await app.call('register.list', { kind: 'theme', query: '2.2' })
      expect(rows).toHaveLength(1)
      const { organisations } = await app.call('themes.get', { id: rows[0]?.id ?? '', asOf: '2021-11-10' })
      const through = (one: (typeof organisations)[number]) => one.through.flatMap(({ people }) => people.length)
      expect(organisations.map((one) => [one.name, one.parts.map(({ role }) => role), through(one)])).toEqual([
        ['Astra Zeneca', [], [1]],
        ['AstraZeneca', [], [1]],
        ['Region Östergötland', [], [1]],
        ['Uppsala Universitet', [], [1]],
        ['Vetenskapsrådet', ['recipient'], []],
      ])
      expect(new Set(organisations.flatMap((one) => one.through.map(({ body }) => body)))).toEqual(
        new Set(['Hälsodata']),
      )
    },
  )
})
