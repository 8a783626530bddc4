import { describe, expect, test } from 'vitest'
import { nameKey, standings, toCommit, undecided } from '../../../../renderer/features/imports/decisions.ts'
import { newApp, type TestApp } from '../../../helpers/app.ts'

function minutes(day: string, people: readonly string[]): string {
  return [
    'Arbetsgruppen för påhitt',
    `Minnesanteckningar från möte den ${day}`,
    '',
    '1 Inledning',
    'Gruppen hälsades välkommen.',
    '',
    'Deltagare',
    ...people.map((line, index) => `${index + 1}. ${line}`),
    '',
  ].join('\n')
}

async function namesOf(app: TestApp, kind: 'person' | 'organisation' | 'body'): Promise<string[]> {
  return (await app.call('register.list', { kind, limit: 100 })).rows.map(({ name }) => name)
}

async function readIn(app: TestApp, text: string, decisions = undecided) {
  const preview = await app.call('imports.preview', { text })
  const shown = standings(preview, decisions)
  const before = (await namesOf(app, 'person')).length
  const done = await app.call('imports.commit', toCommit(preview, decisions, 'prov'))
  const made = (await namesOf(app, 'person')).length - before
  const people = shown.flatMap((one) => [...one].filter(([key]) => key.startsWith('person ')))
  const promised = people.filter(([, { kind }]) => kind === 'fresh' || kind === 'asks').length
  return { preview, done, made, promised }
}

describe('what is stored is what was shown', () => {
  const march = minutes('3 mars 2022', ['Asta Påhittsson, ordförande', 'Bror Låtsas, Verket för påhitt'])
  const april = minutes('7 april 2022', ['Asta Påhittsson, ordförande', 'Bror Låtsas, Bolaget Luft', 'Cilla Tänkt'])

  test('of several meetings in a text each new person is made as often as the preview says', async () => {
    const app = newApp()
    const { preview, made, promised } = await readIn(app, `${march}\n${april}`)
    expect(preview.meetings).toHaveLength(2)
    expect(made).toBe(promised)
    expect(made).toBe(4)
    expect(await namesOf(app, 'body')).toEqual(['Arbetsgruppen för påhitt'])
  })

  test('a name that is alike is kept apart unanswered, and linked when it is answered', async () => {
    const text = minutes('7 april 2022', ['Asta Påhitsson, ordförande', 'Bror Låtsas, Verket för påhitt'])
    const apart = newApp()
    await readIn(apart, march)
    const unanswered = await readIn(apart, text)
    expect(unanswered.made).toBe(1)
    expect(unanswered.promised).toBe(1)

    const linked = newApp()
    await readIn(linked, march)
    const { meetings } = await linked.call('imports.preview', { text })
    const asked = meetings[0]?.people.find(({ verdict }) => verdict === 'near')
    const choices = new Map([[nameKey('person', asked?.name ?? ''), asked?.candidates[0]?.id ?? null]])
    const answered = await readIn(linked, text, { ...undecided, choices })
    expect(answered.made).toBe(0)
  })

  test('somebody said to be another than their namesake becomes a new person', async () => {
    const app = newApp()
    await readIn(app, march)
    const choices = new Map([[nameKey('person', 'Asta Påhittsson'), null]])
    const { made, promised } = await readIn(app, april, { ...undecided, choices })
    expect(made).toBe(promised)
    expect((await namesOf(app, 'person')).filter((name) => name === 'Asta Påhittsson')).toHaveLength(2)
  })

  test('a meeting that is left out is not stored, and undo takes the whole reading back', async () => {
    const app = newApp()
    const { preview, done } = await readIn(app, `${march}\n${april}`, { ...undecided, skipped: new Set([1]) })
    expect(done.meetings.map(({ title }) => title)).toEqual([preview.meetings[1]?.proposal.title])
    await app.call('history.undo', {})
    expect(await namesOf(app, 'person')).toEqual([])
    expect((await app.call('meetings.list', { limit: 10 })).meetings).toEqual([])
  })
})
