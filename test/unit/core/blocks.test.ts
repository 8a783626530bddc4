/** What stands beside the words of a block: it comes back as it was given, or is refused whole. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockFields, blockKind, hasField, type BlockFields, type BlockKind } from '#contract/blocks.ts'
import { line as contractLine, text } from '#contract/method.ts'
import { newApp, type TestApp } from '../../helpers/app.ts'
import { list } from '../../helpers/listed.ts'

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
// As every text is kept: composed, and without signs that no file can hold.
const words = (maxLength: number) =>
  fc
    .string({ maxLength, unit: 'grapheme' })
    .map((given) => text().safeParse(given).data)
    .filter((given) => given !== undefined)
const line = words(20)
  .map((given) => contractLine().safeParse(given.trim()).data)
  .filter((given) => given !== undefined && given !== '')
  .map(String)
const votes = fc.integer({ min: 0, max: 500 })

const values: { [K in keyof BlockFields]-?: fc.Arbitrary<NonNullable<BlockFields[K]>> } = {
  ordered: fc.boolean(),
  level: fc.integer({ min: 0, max: 2 }),
  voice: fc.constantFrom('group', 'plenary'),
  group: line,
  work: line,
  method: fc.constantFrom('acclamation', 'hands', 'roll-call', 'secret'),
  order: line,
  outcome: fc.constantFrom('yes', 'no', 'tied'),
  yes: votes,
  no: votes,
  abstain: votes,
  dissent: fc.constantFrom('reservation', 'statement', 'note'),
  from: time,
  to: time,
}
const names = blockFields.keyof().options

/** Fields that a kind may have, each there or not. */
const fieldsOf = (kind: BlockKind) =>
  fc.record(Object.fromEntries(names.filter((name) => hasField(kind, name)).map((name) => [name, values[name]])), {
    requiredKeys: [],
  })

const contribution = (people: readonly string[]) =>
  fc
    .record({
      role: fc.constantFrom('presenter', 'mover', 'voter', 'dissenter', 'recused'),
      personId: fc.constantFrom(null, ...people),
      name: line,
      choice: fc.constantFrom('yes', 'no', 'abstain'),
    })
    .map((one) => ({ id: crypto.randomUUID(), ...one, choice: one.role === 'voter' ? one.choice : null }))

const span = (people: readonly string[]) =>
  fc
    .record({
      from: fc.nat(40),
      length: fc.integer({ min: 1, max: 40 }),
      ref: fc.constantFrom(null, ...people, '00000000-0000-4000-8000-000000000000'),
    })
    .map(({ from, length, ref }) => ({
      from,
      to: from + length,
      kind: ref === null ? ('foreign' as const) : ('person' as const),
      ref,
    }))

const block = (people: readonly string[]) =>
  fc.constantFrom(...blockKind.options).chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      said: words(30),
      fields: fieldsOf(kind),
      people: fc.array(contribution(people), { maxLength: 4 }),
      spans: fc.array(span(people), { maxLength: 4 }),
    }),
  )

async function meeting(app: TestApp) {
  const made = await app.call('meetings.create', { title: 'Prov', kind: 'protokoll', date: null, body: null })
  await list(app, made.id, 'Asta Prov', 'Bo Prov')
  const view = await app.call('meetings.get', { id: made.id })
  return { id: made.id, item: view.items[0]?.id ?? '', people: view.attendance.map(({ personId }) => personId) }
}

const paragraphs = async (app: TestApp, id: string) =>
  (await app.call('meetings.get', { id })).items[0]?.paragraphs ?? []

const put = (paragraphId: string, kind: BlockKind, text: string, base: string | null, more = {}) => ({
  op: 'put' as const,
  paragraphId,
  kind,
  text,
  base,
  ...more,
})

describe('a block', () => {
  it('comes back from the file as it was saved; marks past its words, or on entries that are gone, are none', async () => {
    const app = newApp()
    const { id, item, people } = await meeting(app)
    const known = new Set<string | null>([null, ...people])
    const paragraphId = crypto.randomUUID()
    let base: string | null = null
    await fc.assert(
      fc.asyncProperty(block(people), async ({ kind, said, fields, people: named, spans }) => {
        const operation = put(paragraphId, kind, said, base, { fields, people: named, spans })
        await app.call('items.saveText', { id: item, operations: [operation], order: [paragraphId] })
        base = said
        const [stored] = await paragraphs(app, id)
        const kept = spans.filter(({ to, ref }) => to <= said.length && known.has(ref))
        expect(stored).toEqual({
          id: paragraphId,
          kind,
          text: said,
          fields: Object.keys(fields).length === 0 ? null : fields,
          people: named,
          spans: expect.toSatisfy(
            (list: typeof kept) =>
              list.length === kept.length &&
              kept.every((one) => list.some((two) => JSON.stringify(one) === JSON.stringify(two))),
          ),
          lines: null,
        })
      }),
      { numRuns: 60 },
    )
  })

  it('that is given a field its kind does not have is refused, and nothing is changed', async () => {
    const app = newApp()
    const { id, item } = await meeting(app)
    const first = crypto.randomUUID()
    await app.call('items.saveText', { id: item, operations: [put(first, 'paragraph', 'Ett.', null)], order: [first] })
    const before = await paragraphs(app, id)
    for (const kind of blockKind.options)
      for (const name of names) {
        if (hasField(kind, name)) continue
        const [value] = fc.sample(values[name] as fc.Arbitrary<unknown>, 1)
        const wrong = put(crypto.randomUUID(), kind, 'Två.', null, { fields: { [name]: value } })
        const operations = [put(first, 'paragraph', 'Annat.', 'Ett.'), wrong]
        const order = [first, wrong.paragraphId]
        expect([kind, name, await app.refused('items.saveText', { id: item, operations, order })]).toEqual([
          kind,
          name,
          'call.bad-input',
        ])
      }
    const noChoice = { id: crypto.randomUUID(), role: 'voter', personId: null, name: 'Asta', choice: null }
    const bad = [
      { people: [noChoice] },
      { spans: [{ from: 2, to: 1, kind: 'foreign', ref: null }] },
      { fields: { yes: -1 } },
    ]
    for (const more of bad) {
      const operations = [put(first, 'vote', 'Annat.', 'Ett.', more)]
      expect(await app.refused('items.saveText', { id: item, operations, order: [first] })).toBe('call.bad-input')
    }
    expect(await paragraphs(app, id)).toEqual(before)
  })

  it('keeps what stands beside its words when only the words are saved, but no mark past their end', async () => {
    const app = newApp()
    const { id, item } = await meeting(app)
    const first = crypto.randomUUID()
    const spans = [
      { from: 0, to: 3, kind: 'foreign', ref: null },
      { from: 4, to: 12, kind: 'foreign', ref: null },
    ] as const
    const beside = { fields: { yes: 3 }, spans: [...spans] }
    const save = (...operations: ReturnType<typeof put>[]) =>
      app.call('items.saveText', { id: item, operations, order: [first] })
    await save(put(first, 'vote', 'Ett två tre.', null, beside))
    await save(put(first, 'vote', 'Ett.', 'Ett två tre.'))
    expect(await paragraphs(app, id)).toMatchObject([{ text: 'Ett.', fields: { yes: 3 }, spans: [spans[0]] }])
    // Fields belong to a kind.
    await save(put(first, 'paragraph', 'Ett.', 'Ett.'))
    expect(await paragraphs(app, id)).toMatchObject([{ kind: 'paragraph', fields: null }])
  })
})
