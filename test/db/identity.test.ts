import { describe, expect, it } from 'vitest'
import type { EntityKind } from '#contract/register.ts'
import { all, raw, tables, type WritableDb } from '#db/connection.ts'
import { openWorkspace } from '#db/open.ts'
import { referenceColumns } from '#db/queries/identity.ts'
import { newApp, type TestApp } from '../helpers/app.ts'
import { someDay } from '../helpers/workspace.ts'
import { attend, entry, everyReference, meeting, put, tenure } from './identity-register.ts'

/** Fills the closed workspace of an application, and opens it again. */
async function filled<T>(app: TestApp, fill: (db: WritableDb) => T): Promise<T> {
  await app.call('workspace.close', {})
  const open = openWorkspace(app.path, someDay)
  const made = raw(open.db).transaction(() => fill(open.db))()
  await open.close({ at: someDay })
  app.openWorkspace(app.path)
  return made
}

/** Every stored row, by table; not the answers themselves. */
async function stored(app: TestApp): Promise<Record<string, unknown[]>> {
  return filled(app, (db) =>
    Object.fromEntries(
      tables
        .filter((table) => !table.startsWith('identity_'))
        .map((table) => [table, all(db, `SELECT * FROM ${table} ORDER BY id`)]),
    ),
  )
}

const asked = async (app: TestApp, kind?: EntityKind) => {
  const { clusters } = await app.call('identity.proposals', kind === undefined ? {} : { kind })
  return clusters
    .map(({ members, verdict }) => [verdict, ...members.map(({ name }) => name).toSorted()].join(' | '))
    .toSorted()
}

describe('what is asked about', () => {
  it('is each spelling of a name beside the others, with the words where each is written', async () => {
    const app = newApp()
    await filled(app, (db) => {
      const group = entry(db, 'body', 'Provrådet')
      const day = meeting(db, '2031-03-03', group)
      attend(db, day, entry(db, 'person', 'Elisabeth Provberg'), 'Elisabeth Provberg, ledamot')
      const other = entry(db, 'person', 'Elisabet Provberg')
      const firm = entry(db, 'organisation', 'Prov Zeneka')
      const held = tenure(db, { person_id: other, organisation_id: firm, title: 'Vice VD' })
      put(db, 'evidence', { tenure_id: held, quote: 'Champion: Elisabet Provberg, Vice VD Prov Zeneka.' })
      entry(db, 'organisation', 'ProvZeneka')
      entry(db, 'organisation', 'ProwZeneka')
      entry(db, 'person', 'Helena, Provgård')
    })
    const { total, clusters, repairs } = await app.call('identity.proposals', {})
    expect(total).toBe(2)
    expect(clusters.map(({ kind, members }) => [kind, members.length])).toEqual([
      ['person', 2],
      ['organisation', 3],
    ])
    const [person, organisation] = clusters
    expect(person).toMatchObject({ verdict: 'same', reasons: ['sound'], distance: 1 })
    expect(person?.members.map(({ evidence }) => evidence[0]?.quote).toSorted()).toEqual([
      'Champion: Elisabet Provberg, Vice VD Prov Zeneka.',
      'Elisabeth Provberg, ledamot',
    ])
    expect(organisation?.reasons.toSorted()).toEqual(['sound', 'spacing'])
    expect(repairs).toMatchObject([{ written: 'Helena, Provgård', suggestion: 'Helena Provgård', state: 'open' }])
  })

  it('leaves two people of one name and two places undecided, and merges nobody', async () => {
    const app = newApp()
    await filled(app, (db) => {
      for (const name of ['Provkansliet', 'Hittepådepartementet'])
        tenure(db, {
          person_id: entry(db, 'person', 'Lisa Provsson'),
          organisation_id: entry(db, 'organisation', name),
        })
    })
    expect(await asked(app)).toEqual(['undecided | Lisa Provsson | Lisa Provsson'])
    const { clusters } = await app.call('identity.proposals', {})
    expect(clusters[0]?.reasons).toEqual(['equal', 'other-organisation'])
    expect((await app.call('register.list', { kind: 'person' })).total).toBe(2)
  })

  it('tells a group from a programme and an area of the same words', async () => {
    const app = newApp()
    await filled(app, (db) => {
      entry(db, 'body', 'Provförsörjning', { type: 'arbetsgrupp' })
      entry(db, 'body', 'Provförsörjning', { type: 'program' })
      entry(db, 'body', 'Provförsörjning och livslångt lärande', { type: 'program' })
      put(db, 'theme', {
        type: 'area',
        title: 'Provförsörjning',
        sort_key: 'p',
        match_key: 'provförsörjning',
        fold_key: 'p',
      })
    })
    expect(await asked(app)).toEqual([])
  })

  it('knows abbreviations, and the type of thing they are for', async () => {
    const app = newApp()
    await filled(app, (db) => {
      entry(db, 'organisation', 'Västra Götalandsregionen', { type: 'region' })
      entry(db, 'organisation', 'VGR', { type: 'region' })
      entry(db, 'organisation', 'Karolinska Institutet')
      entry(db, 'organisation', 'KI')
      entry(db, 'organisation', 'Läkemedelsindustriföreningen')
      entry(db, 'organisation', 'LIF')
      entry(db, 'organisation', 'Kungliga Tekniska högskolan', { type: 'lärosäte' })
      entry(db, 'organisation', 'KTH', { type: 'företag' })
      entry(db, 'organisation', 'Region Uppsala')
      entry(db, 'organisation', 'Uppsala universitet')
    })
    expect(await asked(app)).toEqual([
      'same | KI | Karolinska Institutet',
      'same | LIF | Läkemedelsindustriföreningen',
      'same | VGR | Västra Götalandsregionen',
    ])
  })

  it('takes two rows of one list for two people unless somebody says otherwise', async () => {
    const app = newApp()
    await filled(app, (db) => {
      const day = meeting(db)
      for (const name of ['Sara Provkvist', 'Sara Provqvist']) attend(db, day, entry(db, 'person', name), name)
    })
    const { clusters } = await app.call('identity.proposals', {})
    expect(clusters).toMatchObject([{ verdict: 'undecided', reasons: ['sound', 'same-meeting'] }])
  })

  it('knows a former name of a person and of an organisation', async () => {
    const app = newApp()
    await filled(app, (db) => {
      entry(db, 'person', 'Anna Nygift', { names: ['Anna Hittepå'], nameKind: 'former' })
      entry(db, 'person', 'Anna Hittepå')
      entry(db, 'organisation', 'Nya Provverket', { names: ['Provstyrelsen'], nameKind: 'former' })
      entry(db, 'organisation', 'Provstyrelsen')
    })
    const { clusters } = await app.call('identity.proposals', {})
    expect(clusters.map(({ reasons }) => reasons[0])).toEqual(['former-name', 'former-name'])
  })

  it('leaves out who is restricted', async () => {
    const app = newApp()
    const id = await filled(app, (db) => {
      entry(db, 'person', 'Sara Provkvist')
      return entry(db, 'person', 'Sara Provqvist')
    })
    expect(await asked(app)).toHaveLength(1)
    await filled(app, (db) => raw(db).prepare(`UPDATE person SET status = 'restricted' WHERE id = ?`).run(id))
    expect(await asked(app)).toEqual([])
  })
})

describe('an answer', () => {
  const three = (app: TestApp) =>
    filled(app, (db) => ['Karl Provkvist', 'Carl Provkvist', 'Karl Provqvist'].map((name) => entry(db, 'person', name)))

  it('is not asked for again, and can be taken back', async () => {
    const app = newApp()
    const [a = '', b = '', c = ''] = await three(app)
    expect(await asked(app)).toHaveLength(1)
    const different = await app.call('identity.decide', { kind: 'person', ids: [a, b], verdict: 'different' })
    expect(await asked(app)).toEqual([
      'same | Carl Provkvist | Karl Provqvist',
      'same | Karl Provkvist | Karl Provqvist',
    ])
    await app.call('identity.decide', { kind: 'person', ids: [a, c], verdict: 'undecided' })
    expect(await asked(app)).toEqual(['same | Carl Provkvist | Karl Provqvist'])
    expect((await app.call('identity.decisions', { verdict: 'undecided' })).decisions).toMatchObject([
      { a: { id: a, name: 'Karl Provkvist' }, b: { id: c } },
    ])
    await app.call('identity.reverse', { id: different.decisions[0] ?? '' })
    expect(await asked(app)).toEqual([
      'same | Carl Provkvist | Karl Provkvist',
      'same | Carl Provkvist | Karl Provqvist',
    ])
    expect(await app.refused('identity.reverse', { id: different.decisions[0] ?? '' })).toBe('identity.not-found')
  })

  it('that another forbids is refused with the names and the day of the other, also through merges', async () => {
    const app = newApp()
    const [a = '', b = '', c = ''] = await three(app)
    await app.call('identity.decide', { kind: 'person', ids: [b, c], verdict: 'different' })
    await app.call('identity.decide', { kind: 'person', ids: [a, b], verdict: 'same', keep: a })
    const refused = await app.dispatch('identity.decide', { kind: 'person', ids: [a, c], verdict: 'same' })
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'identity.conflict', params: { a: 'Carl Provkvist', b: 'Karl Provqvist', date: '2030-05-06' } },
    })
    expect(await app.dispatch('identity.decide', { kind: 'person', ids: [a, b], verdict: 'different' })).toMatchObject({
      ok: false,
      error: { code: 'identity.merged', params: { b: 'Carl Provkvist' } },
    })
    expect((await app.call('register.list', { kind: 'person' })).total).toBe(2)
  })

  it('of not knowing gives way to a surer one', async () => {
    const app = newApp()
    const [a = '', b = ''] = await three(app)
    await app.call('identity.decide', { kind: 'person', ids: [a, b], verdict: 'undecided' })
    await app.call('identity.decide', { kind: 'person', ids: [a, b], verdict: 'same', keep: a })
    expect((await app.call('identity.decisions', { verdict: 'undecided' })).total).toBe(0)
    expect(await app.call('identity.resolve', { kind: 'person', id: b })).toMatchObject({ id: a })
  })

  it('about what is not there, or about one alone, is refused', async () => {
    const app = newApp()
    const [a = ''] = await three(app)
    const stranger = crypto.randomUUID()
    const ids = [a, stranger]
    expect(await app.refused('identity.compare', { kind: 'person', ids })).toBe('entity.not-found')
    expect(await app.refused('identity.decide', { kind: 'person', ids, verdict: 'same' })).toBe('entity.not-found')
    expect(await app.refused('identity.resolve', { kind: 'person', id: stranger })).toBe('entity.not-found')
    expect(await app.refused('identity.preview', { id: stranger })).toBe('identity.not-found')
  })
})

describe.each(['person', 'organisation', 'body'] as const)('merging two entries: %s', (kind) => {
  it.each(['draft', 'approved'])(
    'moves every column of every table that can point to one, and takes all of it back: %s minutes',
    async (state) => {
      const app = newApp()
      const [a, b] = await filled(app, (db) => {
        const made = ['Provnamn Ett', 'Provnamn Två'].map((name) => entry(db, kind, name))
        for (const id of made) everyReference(db, kind, id)
        const [one = '', two = ''] = made
        const columns = referenceColumns(db, kind)
        // A table that is added later and points here must be added to everyReference too.
        for (const { table, column } of columns)
          expect(all(db, `SELECT 1 FROM ${table} WHERE ${column} = ?`, [two]), `${table}.${column}`).not.toEqual([])
        raw(db).prepare('INSERT INTO node_position (id, x, y, pinned) VALUES (?, 1, 2, 1)').run(two)
        raw(db).prepare('UPDATE meeting SET state = ?').run(state)
        return [one, two]
      })
      const before = await stored(app)
      const { kept, decisions } = await app.call('identity.decide', {
        kind,
        ids: [a, b],
        verdict: 'same',
        keep: a,
        name: 'Provnamn Två',
      })
      expect(kept).toBe(a)
      const merged = await stored(app)
      expect(Object.keys(merged).filter((table) => JSON.stringify(merged[table]).includes(b))).toEqual([])
      expect(merged['node_position']).toMatchObject([{ id: a, x: 1, y: 2 }])
      for (const [table, rows] of Object.entries(merged))
        if (table !== kind && table !== 'node_position' && table !== `${kind}_name`)
          expect(rows, table).toHaveLength(before[table]?.length ?? 0)
      await app.call('identity.reverse', { id: decisions[0] ?? '' })
      expect(await stored(app)).toEqual(before)
      await app.call('history.undo', {})
      expect(await stored(app)).toEqual(merged)
      await app.call('history.undo', {})
      expect(await stored(app)).toEqual(before)
    },
  )

  it('is one step of undo, and so is taking it back', async () => {
    const app = newApp()
    const [a = '', b = ''] = await filled(app, (db) => ['Ett Prov', 'Två Prov'].map((name) => entry(db, kind, name)))
    const before = await stored(app)
    const { decisions } = await app.call('identity.decide', { kind, ids: [a, b], verdict: 'same' })
    const merged = await stored(app)
    await app.call('identity.reverse', { id: decisions[0] ?? '' })
    await app.call('history.undo', {})
    expect(await stored(app)).toEqual(merged)
    await app.call('history.undo', {})
    expect(await stored(app)).toEqual(before)
  })
})

describe('a merge taken back long after', () => {
  it('needs no history: what was moved goes home, what came later stays and is listed first', async () => {
    const app = newApp()
    const [a, b] = await filled(app, (db) => {
      const [one, two] = [entry(db, 'person', 'Sara Provkvist'), entry(db, 'person', 'Sara Provqvist')]
      attend(db, meeting(db, '2031-01-01'), one, 'Sara Provkvist, ledamot')
      attend(db, meeting(db, '2031-02-01'), two, 'Sara Provqvist, gäst')
      return [one, two]
    })
    const { decisions } = await app.call('identity.decide', { kind: 'person', ids: [a, b], verdict: 'same', keep: a })
    await filled(app, (db) => {
      raw(db).exec('DELETE FROM undo_step')
      attend(db, meeting(db, '2031-04-01'), a, 'Sara Provkvist, senare')
    })
    await app.call('register.rename', { kind: 'person', id: a, name: 'Sara den Omdöpta' })
    expect(await app.call('identity.preview', { id: decisions[0] ?? '' })).toMatchObject({
      back: 2,
      stays: expect.arrayContaining([
        expect.objectContaining({ table: 'attendance', label: 'Sara Provkvist, senare', date: '2031-04-01' }),
      ]),
    })
    await app.call('identity.reverse', { id: decisions[0] ?? '' })
    const [one, two] = [await app.call('people.get', { id: a }), await app.call('people.get', { id: b })]
    expect([one.name, two.name]).toEqual(['Sara den Omdöpta', 'Sara Provqvist'])
    expect(one.meetings.map(({ date }) => date)).toEqual(['2031-04-01', '2031-01-01'])
    expect(two.meetings.map(({ date }) => date)).toEqual(['2031-02-01'])
  })
})

describe('what is remembered about names', () => {
  it('follows every change of a name: made, renamed, undone, refused halfway', async () => {
    const app = newApp()
    const [id] = await filled(app, (db) => [entry(db, 'person', 'Sara Provkvist'), entry(db, 'person', 'Karl Ek')])
    const like = async (name: string) =>
      (await app.call('identity.find', { kind: 'person', name })).found.map((one) => one.name)
    expect(await like('Sara Provqvist')).toEqual(['Sara Provkvist'])
    expect(await asked(app)).toEqual([])
    await app.call('register.rename', { kind: 'person', id, name: 'Carl Ek' })
    expect(await like('Karl Eck')).toEqual(['Karl Ek', 'Carl Ek'])
    expect(await asked(app)).toEqual(['same | Carl Ek | Karl Ek'])
    await app.call('history.undo', {})
    expect(await like('Karl Eck')).toEqual(['Karl Ek'])
    expect(await asked(app)).toEqual([])
    const text =
      'Provrådet\n\nMinnesanteckningar den 3 mars 2031\n\nDeltagare\n\n1. Karl Ekh, ledamot\n2. Eva Provdotter, ledamot\n'
    const refused = { name: 'a.txt', text, encoding: 'utf-8', accept: [{ meeting: 0, finding: 99 }] }
    expect(await app.refused('imports.commit', refused)).not.toBe('no error')
    expect(await like('Eva Provdotter')).toEqual([])
    await app.call('imports.commit', { name: 'a.txt', text, encoding: 'utf-8' })
    expect(await like('Eva Provdåtter')).toEqual(['Eva Provdotter'])
    expect(await asked(app)).toEqual(['same | Karl Ek | Karl Ekh'])
  })
})

describe('taking something out of an entry', () => {
  it('makes a new one of what was chosen, asks no more whether they are one, and is one step of undo', async () => {
    const app = newApp()
    const id = await filled(app, (db) => {
      const made = entry(db, 'person', 'Sara Provkvist', { names: ['S. Provkvist'] })
      attend(db, meeting(db, '2031-01-01'), made, 'Sara Provkvist, ledamot')
      attend(db, meeting(db, '2031-02-01'), made, 'S. Provkvist, gäst')
      return made
    })
    const before = await stored(app)
    const { references } = await app.call('identity.references', { kind: 'person', id })
    expect(references.map(({ table, label }) => [table, label])).toEqual([
      ['attendance', 'S. Provkvist, gäst'],
      ['attendance', 'Sara Provkvist, ledamot'],
    ])
    const [chosen] = references
    if (chosen === undefined) throw new Error('nothing to choose')
    const out = await app.call('identity.split', {
      kind: 'person',
      id,
      name: 'Sara Provkvist',
      names: ['S. Provkvist'],
      references: [{ table: chosen.table, column: chosen.column, row: chosen.row }],
    })
    const made = await app.call('people.get', { id: out.id })
    expect(made.names.map(({ text }) => text)).toEqual(['Sara Provkvist', 'S. Provkvist'])
    expect(made.meetings.map(({ date }) => date)).toEqual(['2031-02-01'])
    expect(await asked(app)).toEqual([])
    await app.call('history.undo', {})
    expect(await stored(app)).toEqual(before)
    const wrong = {
      kind: 'person',
      id,
      name: 'X Y',
      references: [{ table: 'setting', column: 'value', row: chosen.row }],
    }
    expect(await app.refused('identity.split', wrong)).toBe('entity.not-found')
    expect(await stored(app)).toEqual(before)
  })
})

describe('names of the published texts', () => {
  it('give exactly three people, one firm of three spellings, two short forms, and one pair that nobody can decide', async () => {
    const app = newApp()
    await filled(app, (db) => {
      const firm = (name: string, type?: string) => entry(db, 'organisation', name, type === undefined ? {} : { type })
      const firms = new Map(
        [
          'Astra Zeneca',
          'AstraZeneca',
          'AztraZeneca',
          'LIF',
          'Karolinska Institutet',
          'KTH',
          'Region Östergötland',
          'KI',
        ]
          .concat([
            'Swedish Medtech',
            'Cytiva',
            'Forska!Sverige',
            'MOD - Mer Organdonation',
            'Vinnova',
            'Business Sweden',
          ])
          .concat([
            'Näringsdepartementet',
            'Utbildningsdepartementet',
            'Socialdepartementet',
            'Regeringskansliet',
            'LU',
          ])
          .concat(['Uppsala Universitet', 'Almi Invest', 'Health Innovation West', 'NorthXBiologics', 'Sahlgrenska'])
          .map((name) => [name, firm(name)]),
      )
      firm('Västra Götalandsregionen', 'region')
      firm('VGR', 'region')
      const listed = (
        'Anders Blanck|Anna Nergårdh|Anna Nilsson Vindefjärd|Ann-Sofi Lodin|Björn Eriksson|Björn Odlander|Britt Östlund|' +
        'Elisabeth Björk|Eva Tiensuu Janson|Hans Adolfsson|Helena Strigård|Lotta Ljungqvist|Marie Morell|Mats Björnemo|' +
        'Mats Ulfendahl|Ole-Petter Ottersen|Peter Carstedt|Sara Riggare|Jenni Nordborg|Jenny Carlsson Kraft|' +
        'Katarina Nordqvist|Pontus Holm|Marcus Hellquist|Nora Myrne Widfors|Eva-Karin Anderman|Emilia Eldh|Eva Nyman|' +
        'Karin Stenström|Anna Sandström|Frida Lundmark'
      ).split('|')
      const day = meeting(db, '2021-11-10', entry(db, 'body', 'Samverkansgruppen för hälsa och life science'))
      for (const name of listed) attend(db, day, entry(db, 'person', name), name)
      attend(db, day, entry(db, 'person', 'Linda Karlsson'), 'Linda Karlsson', firms.get('Näringsdepartementet'))
      const named = {
        'Elisabet Björk': 'Astra Zeneca',
        'Eva Tiensuu Jansson': 'Uppsala Universitet',
        'Ole Petter Ottersen': 'Karolinska Institutet',
        'Linda Karlsson': 'Regeringskansliet',
        'Anna Lefevre Skjöldebrand': 'Swedish Medtech',
        'Ia Magnusson': 'Swedish Medtech',
        'Krister Halldin': 'Uppsala Universitet',
        'Cecilia Leiram': 'Business Sweden',
        'Joakim Karlsson': 'Almi Invest',
      }
      for (const [name, where] of Object.entries(named))
        tenure(db, { person_id: entry(db, 'person', name), organisation_id: firms.get(where) ?? null, title: 'x' })
      for (const name of ['Karl-Petter Thorwaldsson', 'Ibrahim Baylan', 'Lena Hallengren', 'Mia Ekdahl', 'Erik Flyg'])
        entry(db, 'person', name)
      for (const type of ['arbetsgrupp', 'program']) entry(db, 'body', 'Kompetensförsörjning', { type })
      entry(db, 'body', 'Kompetensförsörjning och livslångt lärande', { type: 'program' })
      entry(db, 'body', 'Samverkansprogrammet Hälsa och life science', { type: 'program' })
    })
    expect(await asked(app)).toEqual([
      'same | Astra Zeneca | AstraZeneca | AztraZeneca',
      'same | Elisabet Björk | Elisabeth Björk',
      'same | Eva Tiensuu Janson | Eva Tiensuu Jansson',
      'same | KI | Karolinska Institutet',
      'same | Ole Petter Ottersen | Ole-Petter Ottersen',
      'same | VGR | Västra Götalandsregionen',
      'undecided | Linda Karlsson | Linda Karlsson',
    ])
  })
})
