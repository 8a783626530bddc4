/** No change that a reader of the document could see passes for no change. */
import { describe, expect, it } from 'vitest'
import { blockKinds } from '#contract/block-kinds.ts'
import { meetingJson, type MeetingJson } from '#contract/minutes.ts'
import { answeredText } from '#core/approval/answers.ts'
import { compareMinutes } from '#core/approval/compare.ts'
import type { ComparedMinutes } from '#core/approval/compared-lines.ts'
import { build, emptyMeeting, fixture, item, partText, person } from '../word/helpers.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Words that some field takes: of each the schema says which. The first is one that only free text takes. */
const words = [
  'Något helt annat',
  ...blockKinds,
  ...(
    'minnesanteckningar protokoll minutes fysiskt distans hybrid 11:11 2031-02-03 expected present absent excused ' +
    'unknown room remote phone stated inferred acclamation hands roll-call secret yes no tied abstain group plenary ' +
    'reservation statement note presenter mover voter dissenter recused foreign person 2031:9'
  ).split(' '),
]

/** Other values in place of one. */
function others(value: Json): Json[] {
  if (typeof value === 'boolean') return [!value]
  if (typeof value === 'number') return [value + 1, null]
  if (typeof value === 'string' || value === null) return [...words, 7, true, null, ''].filter((one) => one !== value)
  if (Array.isArray(value))
    return value.flatMap((_, at) => [
      value.toSpliced(at, 1),
      value.toSpliced(at, 2, ...value.slice(at, at + 2).toReversed()),
    ])
  return [null]
}

/** The value with one change somewhere in it, each with where that is. */
function* changed(value: Json, at = ''): Generator<{ at: string; value: Json }> {
  for (const other of others(value)) yield { at: `${at} → ${JSON.stringify(other)}`, value: other }
  if (Array.isArray(value)) {
    for (const [index, part] of value.entries())
      for (const one of changed(part, `${at}.${index}`)) yield { ...one, value: value.with(index, one.value) }
  } else if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) {
      const { [key]: _gone, ...rest } = value
      yield { at: `${at}.${key} left out`, value: rest }
      for (const one of changed(part, `${at}.${key}`)) yield { ...one, value: { ...value, [key]: one.value } }
    }
}

/** Every meeting that is one change away; free text changes once, what the schema lists to each of its words. */
function neighbours(meeting: MeetingJson): { at: string; meeting: MeetingJson }[] {
  const free = new Set<string>()
  return [...changed(JSON.parse(JSON.stringify(meeting)) as Json)].flatMap(({ at, value }) => {
    const [where = '', to = ''] = at.split(' → ')
    if (free.has(where) && words.some((word) => to === JSON.stringify(word))) return []
    const { success, data } = meetingJson.safeParse(value)
    if (!success) return []
    if (to === JSON.stringify(words[0])) free.add(where)
    return [{ at, meeting: data }]
  })
}

const minutes = (meeting: MeetingJson): ComparedMinutes => ({
  meeting,
  office: meeting.sender ?? '',
  language: 'sv',
  numberStyle: 'paragraph',
})

async function printed(meeting: MeetingJson): Promise<string> {
  const { office, language, numberStyle } = minutes(meeting)
  const { bytes } = await build(meeting, { office, language, numberStyle })
  return ['word/document.xml', 'word/header1.xml', 'word/header2.xml'].map((part) => partText(bytes, part)).join('')
}

/** One of everything that minutes can say. */
const rich: MeetingJson = {
  ...emptyMeeting,
  title: 'Påhittsrådets sammanträde',
  body: 'Påhittsrådet',
  sender: 'Provkontoret',
  date: '2030-05-06',
  kind: 'protokoll',
  form: 'hybrid',
  place: 'Provsalen',
  start: '10:00',
  end: '12:00',
  dnr: 'P 2030/1',
  chair: 'Ada Prov',
  secretary: 'Bo Prov',
  adjusters: ['Cia Prov', 'Dan Prov'],
  presence: 'Två i rummet.',
  nextMeeting: { date: '2030-06-07', basis: 'stated' },
  participants: [
    person('Ada Prov', { listNumber: 1, capacity: 'ordförande', organisation: 'Provverket', alsoFor: ['Låtsasverket'] }),
    person('Bo Prov', { listNumber: 2, personal: true, deputyFor: 'Eva Prov', mode: 'remote', items: '1–2' }),
    person('Cia Prov', { asWritten: 'Cia Prov (Provbolaget)', organisation: 'Provbolaget', group: 2 }),
    person('Dan Prov', { capacity: 'gäst', modes: [{ mode: 'remote', items: '1' }, { mode: 'room', items: '2' }] }),
    person('Eva Prov', { status: 'excused' }),
  ],
  attachments: [
    { number: 1, title: 'Underlag', file: 'a.pdf', item: '1' },
    { number: 2, title: '', file: 'b.pdf', item: null },
  ],
  items: [
    {
      ...item('1', 'Budget'),
      dnr: 'P 2030/2',
      actions: [
        { text: 'Räkna om', owner: 'Ada Prov', due: '2030-06-01' },
        { text: 'Skriva', owner: null, due: null },
      ],
      blocks: [
        { kind: 'heading', text: 'Det som var' },
        { kind: 'paragraph', text: 'Rådet beslutade' },
        { kind: 'decision', text: 'att bifalla', number: '2030:4' },
        { kind: 'decision', text: 'att sprida', number: '2030:4' },
        { kind: 'paragraph', text: 'Alla talade om the common good.', spans: [{ from: 18, to: 33, kind: 'foreign', ref: null }] },
        { kind: 'action', text: 'Ada Prov räknar om.' },
        { kind: 'action', text: 'Räkna om', charge: { owner: 'Ada Prov', due: '2030-06-01' } },
        { kind: 'table', text: 'Ort\tTal\nProvby\t3' },
        { kind: 'list', text: '- ett' },
        { kind: 'list', text: '- två' },
        { kind: 'quotation', text: 'Så sade någon.' },
        { kind: 'list', text: 'första', fields: { ordered: true, level: 0 } },
        { kind: 'list', text: 'under', fields: { ordered: false, level: 1 } },
      ],
    },
    {
      ...item('2', 'Övrigt'),
      blocks: [
        { kind: 'discussion', text: 'Gruppen talade.', fields: { voice: 'group', group: 'Grupp A' } },
        { kind: 'discussion', text: 'Alla talade.', fields: { voice: 'plenary' } },
        { kind: 'presentation', text: 'Kartan visades.', fields: { work: 'Kartan' }, people: [{ role: 'presenter', name: 'Dan Prov', choice: null }] },
        { kind: 'motion', text: 'Avslag yrkades.', people: [{ role: 'mover', name: 'Ada Prov', choice: null }, { role: 'mover', name: 'Bo Prov', choice: null }] },
        { kind: 'vote', text: 'Omröstning begärdes.', fields: { method: 'hands', order: 'Ja för bifall', yes: 12, no: 3, abstain: 0, outcome: 'yes' } },
        { kind: 'vote', text: 'Än en.', people: [{ role: 'voter', name: 'Ada Prov', choice: 'yes' }, { role: 'voter', name: 'Bo Prov', choice: 'no' }] },
        { kind: 'dissent', text: 'Mot beslutet.', fields: { dissent: 'reservation' }, people: [{ role: 'dissenter', name: 'Bo Prov', choice: null }] },
        { kind: 'recusal', text: 'Gick ut.', people: [{ role: 'recused', name: 'Cia Prov', choice: null }] },
        { kind: 'adjournment', text: 'Mötet ajournerades.', fields: { from: '10:30', to: '10:40' } },
        { kind: 'paragraph', text: 'Rådet beslutade att vila.', number: '2030:5' },
      ],
    },
  ],
} // prettier-ignore

// Parsed, so that fields stand in the order of the schema in both that are laid beside each other.
const answered = (meeting: MeetingJson) => answeredText({ ...minutes(meetingJson.parse(meeting)), approvedOn: '' })
/** Approval itself gives numbers to decisions; whose an action is stands in the actions of its item, too. */
const apart = /\.(?:blocks|decisions)\.(?:.*\.)?(?:number|charge)(?:\.|(?: left out)?(?: → |$))/u

type Unseen = {
  /** How many changes the document shows. */
  shown: number
  /** Those that the comparison does not show. */
  missed: string[]
  /** Those that leave an answer to the minutes what it was. */
  unasked: string[]
}

async function unseen(meeting: MeetingJson): Promise<Unseen> {
  const [before, left, given] = [await printed(meeting), minutes(meeting), answered(meeting)]
  const missed: string[] = []
  const unasked: string[] = []
  let shown = 0
  for (const one of neighbours(meeting)) {
    if ((await printed(one.meeting)) === before) continue
    shown += 1
    const rows = compareMinutes(left, minutes(one.meeting))
    if (rows.every(({ change }) => change === 'same')) missed.push(one.at)
    if (answered(one.meeting) === given) unasked.push(one.at)
  }
  return { shown, missed, unasked }
}

const notes = fixture('notes')
const some = { ...notes, items: notes.items.slice(0, 3), participants: notes.participants.slice(0, 4) }
/** Thousands of documents: made once. */
const found = { rich: unseen(rich), some: unseen(some) }

describe('two versions compared', () => {
  it('differ in a row for every single change that alters what their document prints', async () => {
    const { shown, missed } = await found.rich
    expect(missed).toEqual([])
    expect(shown).toBeGreaterThan(500)
  }, 120_000)

  it('differ so in narrative notes, too', async () => {
    const { shown, missed } = await found.some
    expect(missed).toEqual([])
    expect(shown).toBeGreaterThan(100)
  }, 120_000)

  it('say in the words of the document what became of a vote, and of what kind the minutes are', () => {
    const vote = (fields: object): MeetingJson =>
      meetingJson.parse({
        ...rich,
        items: [{ ...item('1', 'Val'), blocks: [{ kind: 'vote', text: 'Röster.', fields }] }],
      })
    const before = vote({ method: 'hands', yes: 12, no: 3, outcome: 'yes' })
    const after: MeetingJson = {
      ...vote({ method: 'secret', yes: 3, no: 12, outcome: 'no' }),
      kind: 'minnesanteckningar',
    }
    const rows = compareMinutes(minutes(before), minutes(after)).filter(({ change }) => change !== 'same')
    const side = (name: 'left' | 'right') => rows.map((row) => (row[name] ?? []).map(({ text }) => text).join(''))
    expect(side('left')).toEqual([
      'Handling: Protokoll',
      'Omröstning: Röster.\nOmröstningssätt: handuppräckning.\nResultat: 12 ja, 3 nej.\nUtfall: bifall.',
    ])
    expect(side('right')).toEqual([
      'Handling: Minnesanteckningar',
      'Omröstning: Röster.\nOmröstningssätt: sluten omröstning.\nResultat: 3 ja, 12 nej.\nUtfall: avslag.',
    ])
  })
})

describe('an answer to minutes that are out for approval', () => {
  it('is an old one after every single change that alters what their document prints, numbers of decisions apart', async () => {
    for (const { shown, unasked } of [await found.rich, await found.some]) {
      expect(shown).toBeGreaterThan(100)
      expect(unasked.filter((at) => !apart.test(at))).toEqual([])
    }
    expect((await found.rich).unasked).not.toEqual([])
  }, 120_000)
})
