import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Input } from '#contract/methods.ts'
import { newApp, type TestApp } from '../../helpers/app.ts'

type Said = { title: string; text: string; kind?: 'paragraph' | 'list' | 'decision' | 'action' }

async function meeting(
  app: TestApp,
  head: { title: string; date: string | null; body?: string | null },
  items: readonly Said[],
): Promise<{ id: string; items: string[]; paragraphs: string[] }> {
  const { title, date, body = null } = head
  const { id } = await app.call('meetings.create', { title, kind: 'protokoll', date, body })
  for (const item of (await app.call('meetings.get', { id })).items) await app.call('items.remove', { id: item.id })
  const made: { items: string[]; paragraphs: string[] } = { items: [], paragraphs: [] }
  for (const [index, item] of items.entries()) {
    const { id: itemId } = await app.call('items.add', {
      meetingId: id,
      after: made.items.at(-1) ?? null,
      title: item.title,
      number: String(index + 1),
    })
    const paragraphId = crypto.randomUUID()
    await app.call('items.saveText', {
      id: itemId,
      operations: [{ op: 'put', paragraphId, kind: item.kind ?? 'paragraph', text: item.text, base: null }],
      order: [paragraphId],
    })
    made.items.push(itemId)
    made.paragraphs.push(paragraphId)
  }
  return { id, ...made }
}

const search = (app: TestApp, query: string, more: Partial<Input<'search.find'>> = {}) =>
  app.call('search.find', { query, ...more })
const found = async (app: TestApp, query: string, more: Partial<Input<'search.find'>> = {}) =>
  (await search(app, query, more)).hits.map((hit) => [hit.tier, hit.snippet])

describe('searching the record', () => {
  it('finds a word as it is typed, newest meeting first, with its place and the letters found', async () => {
    const app = newApp()
    await meeting(app, { title: 'Första', date: '2029-01-02' }, [
      { title: 'Budget', text: 'Provrådet fick en ny budget.' },
    ])
    const late = await meeting(app, { title: 'Andra', date: '2029-05-06', body: 'Provrådet' }, [
      { title: 'Inledning', text: 'Alla hälsades välkomna.' },
      { title: 'Pengar', text: 'Om den nya budgeten sades inget.' },
    ])
    const { hits } = await search(app, 'budg')
    expect(hits.map((hit) => [hit.kind, hit.title, hit.itemTitle, hit.snippet])).toEqual([
      ['paragraph', 'Andra', 'Pengar', 'Om den nya budgeten sades inget.'],
      ['item', 'Första', 'Budget', 'Budget'],
      ['paragraph', 'Första', 'Budget', 'Provrådet fick en ny budget.'],
    ])
    expect(hits[0]).toMatchObject({
      meetingId: late.id,
      date: '2029-05-06',
      body: 'Provrådet',
      itemId: late.items[1],
      paragraphId: late.paragraphs[1],
      ranges: [[11, 15]],
      marks: [[11, 15]],
    })
  })

  it('takes å, ä and ö as letters first and forgives marks after, and never a mark that was typed', async () => {
    const app = newApp()
    await meeting(app, { title: 'Möte', date: '2029-01-02' }, [
      { title: 'Ett', text: 'Vägen går så far fram.' },
      { title: 'Två', text: 'Ett får bräker.' },
    ])
    expect(await found(app, 'far', { typing: false })).toEqual([
      ['exact', 'Vägen går så far fram.'],
      ['folded', 'Ett får bräker.'],
    ])
    expect(await found(app, 'får', { typing: false })).toEqual([['exact', 'Ett får bräker.']])
  })

  it('finds parts of compounds after whole words, and misspelt words only when nothing else is found', async () => {
    const app = newApp()
    await meeting(app, { title: 'Möte', date: '2029-01-02' }, [
      { title: 'Ett', text: 'Provkommunens friluftsstrategi antogs.' },
      { title: 'Två', text: 'En strategi saknas.' },
      { title: 'Tre', text: 'Kompetensförsörjning är svårt.' },
    ])
    expect(await found(app, 'strategi')).toEqual([
      ['exact', 'En strategi saknas.'],
      ['compound', 'Provkommunens friluftsstrategi antogs.'],
    ])
    const [hit] = (await search(app, 'luft')).hits
    expect(hit?.ranges.map(([from, to]) => hit.snippet.slice(from, to))).toEqual(['friluftsstrategi'])
    expect(await found(app, 'kompetensförsörjnign')).toEqual([['similar', 'Kompetensförsörjning är svårt.']])
    expect(await found(app, 'strateig')).toEqual([['similar', 'En strategi saknas.']])
  })

  it('keeps the list while the first letter of the next word is typed, what has it as a word before the rest', async () => {
    const app = newApp()
    await meeting(app, { title: 'Möte', date: '2029-01-02' }, [
      { title: 'Ett', text: 'Vitamin citeras.' },
      { title: 'Två', text: 'Vitamin C saknas.' },
    ])
    const both = [
      ['exact', 'Vitamin C saknas.'],
      ['exact', 'Vitamin citeras.'],
    ]
    expect(await found(app, 'vitamin ')).toEqual(both.toReversed())
    expect(await found(app, 'vitamin c')).toEqual(both)
    expect(await found(app, 'vitamin x')).toEqual(both.toReversed())
    expect(await found(app, 'vitamin ci')).toEqual([['exact', 'Vitamin citeras.']])
    expect(await found(app, 'vitamin c', { typing: false })).toEqual([['exact', 'Vitamin C saknas.']])
    expect(await found(app, 'vitamin c ')).toEqual([['exact', 'Vitamin C saknas.']])
  })

  it('knows phrases, words to leave out, and words that all must be there', async () => {
    const app = newApp()
    await meeting(app, { title: 'Möte', date: '2029-01-02' }, [
      { title: 'Ett', text: 'God vård och hälsa för alla.' },
      { title: 'Två', text: 'God hälsa och vård för alla.' },
      { title: 'Tre', text: 'En e-tjänst för vård.' },
    ])
    expect(await found(app, '"vård och hälsa"')).toEqual([['exact', 'God vård och hälsa för alla.']])
    expect(await found(app, 'vård -tjänst -”och vård”')).toEqual([['exact', 'God vård och hälsa för alla.']])
    expect(await found(app, 'e-tj')).toEqual([['exact', 'En e-tjänst för vård.']])
    expect((await search(app, '"hälsa och vå')).hits.map(({ ranges }) => ranges)).toEqual([[[4, 16]]])
    expect(await found(app, 'god e-tjänst')).toEqual([])
  })

  it('narrows by kind, body, date and who was present', async () => {
    const app = newApp()
    const one = await meeting(app, { title: 'Ett', date: '2028-03-04', body: 'Provrådet' }, [
      { title: 'Punkt', text: 'Det beslutades om väg.', kind: 'decision' },
      { title: 'Punkt', text: 'Samtal om väg.' },
    ])
    const two = await meeting(app, { title: 'Två', date: '2029-03-04', body: 'Testnämnden' }, [
      { title: 'Punkt', text: 'Mera om väg.' },
    ])
    await meeting(app, { title: 'Odaterat', date: null }, [{ title: 'Punkt', text: 'Något om väg.' }])
    for (const [meetingId, status] of [
      [one.id, 'absent'],
      [two.id, 'present'],
    ] as const)
      await app.call('attendance.add', {
        meetingId,
        name: 'Prov Provsson',
        capacity: null,
        organisation: null,
        group: null,
        status,
        mode: 'room',
        items: null,
      })
    const texts = async (more: Partial<Input<'search.find'>>) => (await found(app, 'väg', more)).map(([, text]) => text)
    expect(await texts({ kinds: ['decision'] })).toEqual(['Det beslutades om väg.'])
    const bodies = (await app.call('search.filters', {})).bodies
    expect(bodies.map(({ name, meetings }) => [name, meetings])).toEqual([
      ['Provrådet', 1],
      ['Testnämnden', 1],
    ])
    expect(await texts({ bodyId: bodies[1]?.id ?? '' })).toEqual(['Mera om väg.'])
    expect(await texts({ from: '2028', to: '2028-03' })).toEqual(['Det beslutades om väg.', 'Samtal om väg.'])
    expect(await texts({ from: '2028-03-05' })).toEqual(['Mera om väg.'])
    expect(await texts({ to: '2028-03-03' })).toEqual([])
    const [person] = (await search(app, 'provsson')).names
    expect(await texts({ personId: person?.id ?? '' })).toEqual(['Mera om väg.'])
    // Without words, a filter lists what it lets through.
    expect(await found(app, '', { kinds: ['decision'] })).toEqual([['exact', 'Det beslutades om väg.']])
    expect((await search(app, '')).hits).toEqual([])
  })

  it('weighs words when asked to, among the newest hits', async () => {
    const app = newApp()
    await meeting(app, { title: 'Ett', date: '2028-03-04' }, [{ title: 'Punkt', text: 'Väg, väg och väg.' }])
    await meeting(app, { title: 'Två', date: '2029-03-04' }, [
      { title: 'Punkt', text: `Något om väg och ${'mycket annat '.repeat(20)}` },
    ])
    expect((await search(app, 'väg', { order: 'best' })).hits.map(({ title }) => title)).toEqual(['Ett', 'Två'])
    expect((await search(app, 'väg')).hits.map(({ title }) => title)).toEqual(['Två', 'Ett'])
  })

  it('follows every change: text, title, date, removal, undo and redo', async () => {
    const app = newApp()
    const { id, items, paragraphs } = await meeting(app, { title: 'Ett', date: '2028-03-04' }, [
      { title: 'Punkt', text: 'Ordet är kantarell.' },
    ])
    const [itemId = '', paragraphId = ''] = [items[0], paragraphs[0]]
    expect(await found(app, 'kantarell')).toHaveLength(1)
    // Writes that follow each other quickly would be one step to undo.
    app.clock.now = new Date(app.clock.now.getTime() + 60_000)
    await app.call('items.saveText', {
      id: itemId,
      operations: [
        { op: 'put', paragraphId, kind: 'paragraph', text: 'Ordet är murkla.', base: 'Ordet är kantarell.' },
      ],
      order: [paragraphId],
    })
    expect([await found(app, 'kantarell'), (await found(app, 'murkla')).length]).toEqual([[], 1])
    await app.call('history.undo', {})
    expect([(await found(app, 'kantarell')).length, await found(app, 'murkla')]).toEqual([1, []])
    await app.call('meetings.setHead', { id, change: { date: '2030-01-01' } })
    expect(await found(app, 'kantarell', { from: '2030' })).toHaveLength(1)
    expect(await found(app, 'kantarell', { to: '2029' })).toEqual([])
    await app.call('meetings.remove', { id })
    expect(await found(app, 'kantarell')).toEqual([])
    await app.call('history.undo', {})
    expect(await found(app, 'kantarell')).toHaveLength(1)
    app.close()
    app.openWorkspace(app.path)
    expect(await found(app, 'kantarell')).toHaveLength(1)
  })

  it('finds decisions said within a paragraph once, as decisions', async () => {
    const app = newApp()
    const text =
      'Protokoll\nSammanträde med Provrådet den 6 maj 2030\n\nNärvarande\n\n1. Prov Provsson, ordförande\n\n§ 1 Vägen\n\nFrågan bereddes. Rådet beslutade att bygga bryggan vid sjön. Sedan tog mötet slut.\n'
    await app.call('imports.commit', { name: 'prov.txt', text, encoding: 'utf-8' })
    const shown = await app.call('meetings.show', { which: 'latest' })
    const { hits } = await search(app, 'bryggan')
    expect(hits).toHaveLength(1)
    expect(hits[0]?.kind).toBe(shown.items[0]?.decisions.length === 0 ? 'paragraph' : 'decision')
  })

  it('answers anything that can be typed, and marks lie within the texts they are marks of', async () => {
    const app = newApp()
    await meeting(app, { title: 'Möte – "ett"', date: '2029-01-02' }, [
      { title: '§ (2) * NEAR', text: 'İstanbul, ǅ, ß och 𝔘nicode: å a\u030A é "AND" OR NOT ^x' },
    ])
    const signs = fc.constantFrom(
      ...'aåö é"”-*()^:§\u0000\u{E000}\uFEFFİßǅ𝔘+{}<>\'\\%_NEAR AND OR NOT'.split(''),
      '𝔘',
      'NEAR',
      'AND',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 40 }),
          fc.array(signs, { maxLength: 20 }).map((list) => list.join('')),
        ),
        fc.boolean(),
        async (typed, typing) => {
          const query = typed.toWellFormed()
          const { hits, names } = await search(app, query, { typing })
          for (const [text, ranges] of [
            ...hits.map((hit) => [hit.snippet, hit.ranges] as const),
            ...names.map((hit) => [hit.name, hit.ranges] as const),
          ]) {
            let end = 0
            for (const [from, to] of ranges) {
              expect(from).toBeGreaterThanOrEqual(end)
              expect(to).toBeGreaterThan(from)
              expect(to).toBeLessThanOrEqual(text.length)
              end = to
            }
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
