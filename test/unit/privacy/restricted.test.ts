/** Whoever is restricted is named nowhere but where the record itself names them, and where they are found again. */
import { describe, expect, it } from 'vitest'
import { methods, type MethodName } from '#contract/methods.ts'
import { insert } from '#db/connection.ts'
import { openWorkspace } from '#db/open.ts'
import { newApp, type TestApp } from '../../helpers/app.ts'
import { someDay } from '../../helpers/workspace.ts'

const name = 'Qvintilia Påhittadotter'
const near = 'Qvintilia Påhittadoter'
const nearer = 'Qvintilia Påhittaddotter'

const minutes = (who: string, day: string) =>
  `Provkontoret\n\nMinnesanteckningar möte med provgruppen den ${day}\n\n1 Öppnande\n\nMötet öppnades.\n\nDeltagare\n\n1. ${who}, Provverket\n2. Tilda Övning, ledamot\n`

const spoken = minutes(name, '3 maj 2030').replace('Mötet öppnades.', `${name} öppnade mötet.`)

/** Everything that can point at a person points at this one. */
async function known(): Promise<{ app: TestApp; ids: Record<string, string> }> {
  const app = newApp()
  await app.call('imports.commit', { name: 'maj.txt', text: minutes(name, '3 maj 2030'), encoding: 'pasted' })
  const { rows } = await app.call('register.list', { kind: 'person' })
  const idOf = (who: string) => rows.find((row) => row.name === who)?.id ?? ''
  const { meetings } = await app.call('meetings.list', {})
  app.close()
  const { db, close } = openWorkspace(app.path, someDay)
  const ids: Record<string, string> = {
    person: idOf(name),
    other: idOf('Tilda Övning'),
    meeting: meetings[0]?.id ?? '',
  }
  const at = '2030-01-01T00:00:00.000Z'
  const keys = { sort_key: 'prov', match_key: 'prov', fold_key: 'prov' }
  const put = (table: Parameters<typeof insert>[1], row: Parameters<typeof insert>[2]): string => {
    const id = crypto.randomUUID()
    insert(db, table, { id, ...row })
    return id
  }
  const person_id = ids['person'] ?? ''
  ids['organisation'] = put('organisation', { name: 'Provmyndigheten', sort_key: 'prov' })
  put('organisation_name', {
    organisation_id: ids['organisation'],
    text: 'Provmyndigheten',
    match_key: 'p',
    fold_key: 'p',
  })
  ids['body'] = put('body', { name: 'Provrådet', ...keys })
  ids['theme'] = put('theme', { type: 'area', title: 'Provområdet', ...keys })
  ids['post'] = put('post', { title: 'provminister', ...keys })
  ids['event'] = put('event', {
    title: 'Provdagen',
    basis: 'stated',
    from_date: '2030-05-03',
    sort_key: 'p',
    match_key: 'p',
  })
  ids['assignment'] = put('assignment', {
    type: 'uppdrag',
    title: 'Provuppdraget',
    text: 'x',
    theme_id: ids['theme'],
    sort_key: 'p',
    match_key: 'p',
  })
  const { organisation = '', body = '', theme = '', post = '', event = '', assignment = '', other = '' } = ids
  for (const where of [{ organisation_id: organisation }, { body_id: body }, { post_id: post }])
    put('tenure', {
      person_id,
      ...where,
      role: 'ledamot',
      recorded_at: at,
      from_date: '2029',
      to_kind: 'open',
      basis: 'stated',
    })
  const open = put('tenure', {
    post_id: post,
    title: 'provminister',
    recorded_at: at,
    from_date: '2030',
    to_kind: 'open',
    basis: 'stated',
  })
  put('holder_proposal', { tenure_id: open, person_id, reasons: '[]' })
  for (const to of [
    { to_person_id: other },
    { to_organisation_id: organisation },
    { to_body_id: body },
    { to_theme_id: theme },
  ])
    put('relation', { from_person_id: person_id, ...to, type: 'other', label: 'prov', directed: 0, recorded_at: at })
  put('party', { event_id: event, person_id, role: 'guest' })
  put('party', { assignment_id: assignment, person_id, role: 'coordinating' })
  put('contact_point', { person_id, kind: 'email', value: 'q@example.se' })
  put('assessment', { person_id, issue: 'prov', rationale: 'x', as_of: '2030-01-01', author: 'x', recorded_at: at })
  const talk = put('interaction', { date: '2030-05-04', channel: 'call', summary: 'prov', recorded_at: at })
  put('interaction_party', { interaction_id: talk, person_id })
  put('interaction_party', { interaction_id: talk, organisation_id: organisation })
  // Somebody of a name that is nearly the same.
  const like = put('person', { name: near, sort_key: 'qvintilia påhittadoter' })
  put('person_name', {
    person_id: like,
    text: near,
    match_key: 'qvintilia påhittadoter',
    fold_key: 'qvintilia pahittadoter',
  })
  close({ at: someDay })
  app.openWorkspace(app.path)
  await app.call('identity.decide', { kind: 'person', ids: [person_id, other], verdict: 'different' })
  return { app, ids }
}

/** What a method is asked where it needs more than nothing. Pages of others are among them: they list people too. */
const asked = (ids: Readonly<Record<string, string>>): Partial<Record<MethodName, object[]>> => {
  const page = (kind: string) => [{ id: ids[kind] }]
  const kinds = ['person', 'organisation', 'body', 'theme', 'post', 'event', 'assignment']
  return {
    'register.list': kinds.flatMap((kind) => [{ kind }, { kind, query: 'qvint' }, { kind, query: 'prov' }]),
    'people.get': [{ id: ids['other'] }],
    'organisations.get': page('organisation'),
    'bodies.get': page('body'),
    'themes.get': page('theme'),
    'posts.get': page('post'),
    'events.get': page('event'),
    'assignments.get': page('assignment'),
    'posts.holders': [{ id: ids['post'], on: '2030-06-01' }],
    'meetings.representation': [{ id: ids['meeting'] }],
    'search.find': [{ query: 'Qvintilia' }, { query: 'Påhittadotter', typing: false }, { query: 'pahitadotter' }],
    'complete.names': ['Qvint', 'qp'].map((query) => ({ query, kinds: ['person'] })),
    'imports.preview': [{ text: minutes(nearer, '4 juni 2030') }],
    'identity.find': [{ kind: 'person', name: nearer }],
  }
}

/** Other workspaces, and where restricted people are found and reviewed. */
const passedOver = /^(?:workspace|privacy|retention)\./u

describe('a restricted person', () => {
  it('is in no list, page, picker, map or name that is found, whatever points at them', async () => {
    const { app, ids } = await known()
    const inputs = asked(ids)
    // Keys of the table of methods.
    const names = Object.keys(methods) as MethodName[]
    const told = async (): Promise<string[]> => {
      const found: string[] = []
      for (const method of names) {
        if (methods[method].kind === 'write' || passedOver.test(method)) continue
        const tries = inputs[method] ?? (methods[method].input.safeParse({}).success ? [{}] : [])
        for (const input of tries) {
          const reply = await app.dispatch(method, input)
          if (!reply.ok) throw new Error(`${method}: ${reply.error.code}`)
          // Sentences and lists of minutes stay as they are: what a search finds in them is theirs.
          const value = method === 'search.find' ? { ...(reply.value as object), hits: [] } : reply.value
          if (JSON.stringify(value).includes(name)) found.push(`${method} ${JSON.stringify(input)}`)
        }
      }
      return found
    }
    // The test sees: before the restriction all of these name the person.
    const before = new Set((await told()).map((line) => line.split(' ')[0]))
    expect(Object.keys(inputs).filter((method) => !before.has(method))).toEqual(['meetings.representation'])
    for (const method of ['network.get', 'identity.proposals', 'identity.decisions']) expect(before).toContain(method)
    await app.call('privacy.restrict', { id: ids['person'] ?? '', restricted: true })
    expect(await told()).toEqual([])
    expect((await app.call('privacy.restricted', {})).people.map((one) => one.name)).toEqual([name])
  })

  it('is in no picture of the map, and is linked by the very name all the same when new minutes have it', async () => {
    const { app, ids } = await known()
    await app.call('privacy.restrict', { id: ids['person'] ?? '', restricted: true })
    await app.call('network.svg', { language: 'sv' })
    expect(new TextDecoder().decode([...app.saved.values()].at(-1))).not.toContain(name)
    await app.call('imports.commit', { name: 'juni.txt', text: minutes(name, '4 juni 2030'), encoding: 'pasted' })
    expect((await app.call('people.get', { id: ids['person'] ?? '' })).meetings).toHaveLength(2)
  })

  it('is counted nowhere among what a text proposes, neither on its page nor in the list of texts', async () => {
    const app = newApp()
    const text = `Provverket meddelar: ${name}, generaldirektör vid Provverket, talar. Tilda Övning, vd för Provbolaget, svarar.\n`
    const { id } = await app.call('sources.add', { name: 'Nytt', text, format: 'paste', encoding: 'pasted' })
    const told = async () => {
      const view = await app.call('sources.get', { id })
      const listed = (await app.call('sources.list', {})).sources.find((one) => one.id === id)
      return { found: view.found.length, counts: view.proposals, listed: listed?.proposals }
    }
    const before = await told()
    await app.call('sources.accept', { source: id })
    const person = (await app.call('register.list', { kind: 'person', query: 'Qvintilia' })).rows[0]?.id ?? ''
    await app.call('privacy.restrict', { id: person, restricted: true })
    const now = await told()
    expect(now.found).toBeLessThan(before.found)
    expect(now.found).toBeGreaterThan(0)
    const counts = { open: 0, accepted: now.found, rejected: 0 }
    expect(now).toEqual({ found: now.found, counts, listed: counts })
    await app.call('privacy.restrict', { id: person, restricted: false })
    expect((await told()).counts).toEqual({ open: 0, accepted: before.found, rejected: 0 })
  })

  it('makes room in a search for older texts, and stays hidden by a name or an address that comes later', async () => {
    const app = newApp()
    const news = (lines: string[], from: string) =>
      app.call('sources.add', {
        name: from,
        text: lines.join('\n'),
        format: 'paste',
        encoding: 'pasted',
        published: { from, to: null },
      })
    await news(
      Array.from({ length: 8 }, (_, at) => `Vatten ${at} rinner fritt.`),
      '2029-01-01',
    )
    await news(
      [...Array.from({ length: 300 }, (_, at) => `Vatten ${at} enligt ${name}.`), 'Vatten av Bofinken.'],
      '2030-01-01',
    )
    await app.call('tenures.add', {
      person: { name },
      organisation: { name: 'Provverket' },
      role: null,
      span: { from: null, to: null, toKind: 'unknown' },
    })
    const id = (await app.call('register.list', { kind: 'person', query: 'Qvintilia' })).rows[0]?.id ?? ''
    await app.call('privacy.restrict', { id, restricted: true })
    const found = async (order: 'newest' | 'best') => {
      const { hits, more } = await app.call('search.find', { query: 'vatten', order, limit: 20 })
      return { lines: hits.map(({ line, date }) => `${date} ${line}`).toSorted(), more }
    }
    const old = Array.from({ length: 8 }, (_, at) => `2029-01-01 ${at + 1}`)
    for (const order of ['newest', 'best'] as const)
      expect(await found(order)).toEqual({ lines: [...old, '2030-01-01 301'], more: false })
    await app.call('names.add', { owner: { kind: 'person', id }, text: 'Bofinken' })
    expect(await found('newest')).toEqual({ lines: old, more: false })
    await app.call('history.undo', {})
    expect((await found('newest')).lines).toHaveLength(9)
  })

  it('is found in no file of contacts, no other text and no note of a talk by name, address or number; minutes are searched as before', async () => {
    const app = newApp()
    const contacts = `Namn;E-post;Organisation;Telefon\n${name};q@prov.example;Provverket;070-555 01 02\nTilda Övning;tilda@prov.example;Provverket;070-555 03 04\n`
    await app.call('contacts.commit', { name: 'lista.csv', text: contacts })
    await app.call('imports.commit', { name: 'maj.txt', text: spoken, encoding: 'pasted' })
    const line = `Provverket meddelar att ${name} talar om vatten.\n${'Resten handlar om mark. '.repeat(40)}\n`
    await app.call('sources.add', { name: 'Nytt', text: line, format: 'paste', encoding: 'pasted' })
    const { rows } = await app.call('register.list', { kind: 'person' })
    const id = rows.find((row) => row.name === name)?.id ?? ''
    const office = (await app.call('register.list', { kind: 'organisation' })).rows.find(
      (row) => row.name === 'Provverket',
    )
    const organisation = { kind: 'organisation' as const, id: office?.id ?? '' }
    for (const summary of [`Talade med ${name} om vatten`, 'Talade om mark'])
      await app.call('interactions.add', { date: '2030-05-04', channel: 'call', summary, parties: [organisation] })
    const found = async (query: string) => (await app.call('search.find', { query })).hits.map((hit) => hit.kind)
    const notes = async () =>
      (await app.call('organisations.get', { id: organisation.id })).interactions.map(({ summary }) => summary)
    expect((await found(name)).filter((kind) => kind === 'source')).toHaveLength(2)
    expect(await notes()).toHaveLength(2)
    await app.call('privacy.restrict', { id, restricted: true })
    for (const query of [name, 'Qvintilia', 'påhittad', 'q@prov.example', '070-555 01 02', 'vatten', 'pahitadotter'])
      expect({ query, sources: (await found(query)).filter((kind) => kind === 'source') }).toEqual({
        query,
        sources: [],
      })
    expect(await found(name)).toContain('paragraph')
    expect(await found('mark')).toContain('source')
    expect(await found('tilda@prov.example')).toContain('source')
    expect(await notes()).toEqual(['Talade om mark'])
    await app.call('privacy.restrict', { id, restricted: false })
    expect((await found(name)).filter((kind) => kind === 'source')).toHaveLength(2)
    expect(await notes()).toHaveLength(2)
  })
})
