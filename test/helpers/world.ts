/**
 * An invented world with everything the register knows of: a post whose holders no text names, two groups
 * with those who speak for them, objectives with what has been ordered, and one meeting.
 */
import type { Input } from '#contract/methods.ts'
import type { TestApp } from './app.ts'

export const minutes = `Minnesanteckningar

Möte med Påhittsgruppen den 10 november 2031

1. Inledning
Asta Dittelin öppnade mötet och hälsade välkommen. Bosse Hittepå presenterade läget.

2. Nästa steg
Beslut: Gruppen beslutade att ta fram en plan.
Åtgärd: Asta Dittelin tar fram en plan till den 1 december 2031.

Deltagare
1. Asta Dittelin, ordförande
2. Bosse Hittepå, Bluffbolaget
3. Cilla Påhitt
`

export type World = Awaited<ReturnType<typeof buildWorld>>

type Span = Input<'tenures.add'>['span']
export const days = (from: string | null, to: string | null = null): Span => ({
  from,
  to,
  toKind: to === null ? 'open' : 'known',
})
export const noDays: Span = { from: null, to: null, toKind: 'unknown' }

export async function entry(app: TestApp, kind: Input<'register.list'>['kind'], name: string): Promise<string> {
  const { rows } = await app.call('register.list', { kind, query: name })
  const row = rows.find((one) => one.name === name)
  if (row === undefined) throw new Error(`the world has no ${kind} ${name}`)
  return row.id
}

/** Fills an open workspace by the same methods that anybody uses. */
export async function buildWorld(app: TestApp) {
  const { meetings } = await app.call('imports.commit', { name: 'nov.txt', text: minutes, encoding: 'utf-8' })
  const meeting = meetings[0]?.id ?? ''
  const held = (input: Partial<Input<'tenures.add'>>) =>
    app.call('tenures.add', { person: null, role: null, span: noDays, ...input })
  const person = (name: string) => entry(app, 'person', name)
  const asta = await person('Asta Dittelin')
  const bosse = await person('Bosse Hittepå')
  const cilla = await person('Cilla Påhitt')
  const council = await entry(app, 'body', 'Påhittsgruppen')

  // Two edges: one minister leaves the day the next one begins, and another begins the day after.
  const post = { name: 'påhittsminister' }
  const first = await held({ post, span: days('2028-10-03', '2029-01-21'), role: 'statsråd', statement: 'hon' })
  const second = await held({ post, span: days('2029-01-21', '2031-11-30'), role: 'statsråd' })
  await held({ post: { name: 'skenminister' }, span: days('2029-01-22', '2032-10-06'), role: 'statsråd' })
  await held({ person: { name: 'Dan Bluff' }, post, span: { ...noDays, from: null, fromAfter: '2031-11-30' } })
  const named = await held({ person: { name: 'Ebba Sken' }, post, span: days('2029-06-01', '2029-12-31') })

  for (const [group, who, role] of [
    ['Dataspåret', { id: asta }, 'champion'],
    ['Dataspåret', { name: 'Frans Frånvarande' }, 'champion'],
    ['Dataspåret', { id: bosse }, 'kontaktperson'],
    ['Krisspåret', { id: cilla }, 'champion'],
    ['Krisspåret', { name: 'Gunn Borta' }, 'kontaktperson'],
  ] as const)
    await held({ person: who, body: { name: group }, role, span: noDays })
  await held({ person: { id: cilla }, organisation: { name: 'Skenverket' }, title: 'Rektor', span: days('2030') })

  const area = await app.call('themes.add', { type: 'area', code: '2', title: 'Data', body: { id: council } })
  const objective = await app.call('themes.add', {
    type: 'objective',
    code: '2.2',
    title: 'Delning',
    parentId: area.id,
  })
  const other = await app.call('themes.add', { type: 'objective', code: '2.10', title: 'Lagring', parentId: area.id })
  const assignment = await app.call('assignments.add', {
    type: 'uppdrag',
    title: 'Uppdrag om delning',
    themeId: objective.id,
    issued: '2030-05',
    due: '2032-03-01',
    amounts: [{ sek: 3_700_000, text: '3,7 miljoner kr' }],
  })
  for (const [name, role] of [
    ['Skenverket', 'charged'],
    ['Bluffbolaget', 'partner'],
  ] as const)
    await app.call('parties.add', { of: 'assignment', ofId: assignment.id, kind: 'organisation', who: { name }, role })
  const data = await entry(app, 'body', 'Dataspåret')
  const focus = await app.call('relations.add', {
    from: { kind: 'body', id: data },
    to: { kind: 'theme', id: objective.id },
    type: 'focus',
    span: days('2030'),
  })
  const event = await app.call('events.add', { title: 'Påhittsdagen', from: '2031-01-17', body: { id: council } })
  return {
    meeting,
    asta,
    bosse,
    cilla,
    council,
    data,
    crisis: await entry(app, 'body', 'Krisspåret'),
    post: await entry(app, 'post', 'påhittsminister'),
    first: first.id,
    second: second.id,
    ebba: await entry(app, 'person', 'Ebba Sken'),
    named: named.id,
    area: area.id,
    objective: objective.id,
    other: other.id,
    assignment: assignment.id,
    focus: focus.id,
    event: event.id,
  }
}
