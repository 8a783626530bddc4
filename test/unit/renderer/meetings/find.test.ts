import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findIn, matchesIn } from '../../../../renderer/features/meetings/find/match.ts'
import { replacedBeside, replacedFields, replacedIn } from '../../../../renderer/features/meetings/find/replace.ts'
import { plainBlock, type Block, type TextSpan } from '../../../../renderer/features/meetings/text/blocks.ts'

const ways = { matchCase: false, wholeWord: false }
const places = (text: string, query: string, more = {}, forgiving = false) =>
  findIn(text, query, { ...ways, ...more }, forgiving).map(({ from }) => from)
const ref = '11111111-1111-4111-8111-111111111111'
const span = (from: number, to: number, kind: TextSpan['kind'] = 'person'): TextSpan => ({
  from,
  to,
  kind,
  ref: kind === 'foreign' ? null : ref,
})
const block = (text: string, ...spans: TextSpan[]): Block => ({ ...plainBlock('a', 'paragraph', text), spans })

describe('finding', () => {
  test('case and whole words count when asked for, kinds of space never do', () => {
    expect(places('Rådet och rådet', 'rådet')).toEqual([0, 10])
    expect(places('Rådet och rådet', 'rådet', { matchCase: true })).toEqual([10])
    expect(places('råd och rådet', 'råd', { wholeWord: true })).toEqual([0])
    expect(places('den 10\u00a0november', '10 november')).toEqual([4])
    expect(places('aaaa', 'aa')).toEqual([0, 2])
  })

  test('marks are forgiven only where no text has the very letters, and a typed å is just å', () => {
    const items = (...texts: string[]) => [
      {
        id: 'i',
        title: '',
        prepared: null,
        proposal: null,
        blocks: texts.map((text, index) => ({ id: String(index), text })),
      },
    ]
    expect(matchesIn(items('Åsa', 'asa'), 'asa', ways)).toMatchObject({ forgiven: false, matches: [{ blockId: '1' }] })
    expect(matchesIn(items('Åsa', 'Ada'), 'asa', ways)).toMatchObject({ forgiven: true, matches: [{ blockId: '0' }] })
    expect(matchesIn(items('Asa'), 'åsa', ways).matches).toEqual([])
  })

  test('headings, prepared texts and proposals are looked through before the text of their item', () => {
    const one = {
      id: 'a',
      title: 'Om rådet',
      prepared: null,
      proposal: 'Rådet antar',
      blocks: [{ id: 'x', text: 'rådet' }],
    }
    const two = { id: 'b', title: 'Övrigt', prepared: 'PM från rådet', proposal: null, blocks: [] }
    const { matches } = matchesIn([one, two], 'rådet', ways)
    expect(matches.map(({ itemId, part, blockId, from }) => [itemId, part ?? blockId, from])).toEqual([
      ['a', 'title', 3],
      ['a', 'proposal', 0],
      ['a', 'x', 0],
      ['b', 'prepared', 8],
    ])
    expect(matchesIn([one], 'RADET', ways)).toMatchObject({ forgiven: true, matches: [{}, {}, {}] })
  })

  test('the order of a vote and what was shown are looked through behind the words of their block', () => {
    const vote = { id: 'v', text: 'Rådet röstade', fields: { order: 'Rådet mot Rådhuset' } }
    const shown = { id: 's', text: '', fields: { work: 'Karta över rådet' } }
    const item = { id: 'a', title: '', prepared: null, proposal: null, blocks: [vote, shown] }
    const { matches } = matchesIn([item], 'råd', ways)
    expect(matches.map(({ blockId, field, from }) => [blockId, field, from])).toEqual([
      ['v', null, 0],
      ['v', 'order', 0],
      ['v', 'order', 10],
      ['s', 'work', 11],
    ])
  })

  test('every place is the query, as far as letters go', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1, maxLength: 3 }), (text, query) => {
        for (const { from, to } of findIn(text, query, { matchCase: true, wholeWord: false }, false))
          expect(text.slice(from, to).replaceAll('\u00a0', ' ')).toBe(query.replaceAll('\u00a0', ' '))
      }),
    )
  })
})

describe('replacing', () => {
  test('moves what stands for an entry along', () => {
    const before = block('a Alva Test b a', span(2, 11))
    expect(
      replacedIn(
        before,
        [
          { from: 0, to: 1 },
          { from: 14, to: 15 },
        ],
        'xyz',
      ),
    ).toMatchObject({
      text: 'xyz Alva Test b xyz',
      spans: [span(4, 13)],
    })
  })

  test('beside the text changes the parts that have a match, and says what it replaces', () => {
    const one = {
      id: 'a',
      title: 'Rådet och rådet',
      prepared: null,
      proposal: 'att anta',
      blocks: [{ id: 'x', text: 'rådet' }],
    }
    const { matches } = matchesIn([one], 'rådet', ways)
    expect(replacedBeside(one, matches, 'na\u0308mnden')).toEqual({
      title: { base: 'Rådet och rådet', text: 'nämnden och nämnden' },
    })
    expect(
      replacedBeside(
        one,
        matches.filter(({ part }) => part === null),
        'x',
      ),
    ).toBeNull()
    expect(replacedBeside(one, matchesIn([one], 'att anta', ways).matches, '')).toEqual({
      proposal: { base: 'att anta', text: '' },
    })
  })

  test('in the fields of a block leaves its words and other fields, and a field without words is unknown', () => {
    const vote: Block = { ...plainBlock('v', 'vote', 'A mot B'), fields: { order: 'A mot B', method: 'hands' } }
    const found = (from: number, to: number) => [
      { from, to, itemId: 'i', blockId: 'v', part: null, field: 'order' as const },
    ]
    expect(replacedFields(vote, found(6, 7), 'C')).toEqual({ ...vote, fields: { order: 'A mot C', method: 'hands' } })
    expect(replacedFields(vote, found(0, 7), '')).toEqual({ ...vote, fields: { method: 'hands' } })
    expect(replacedFields(vote, [], 'C')).toBe(vote)
  })

  test('within a name keeps whose it is, of the whole name does not', () => {
    expect(replacedIn(block('Alva Tset sade', span(0, 9)), [{ from: 5, to: 9 }], 'Testsson').spans).toEqual([
      span(0, 13),
    ])
    expect(replacedIn(block('Alva Test sade', span(0, 9)), [{ from: 0, to: 9 }], 'Bo Test').spans).toEqual([])
    expect(replacedIn(block('Alva Test sade', span(0, 9)), [{ from: 5, to: 14 }], 'x').spans).toEqual([])
  })

  test('words of another language stay such', () => {
    expect(replacedIn(block('om The Plan nu', span(3, 11, 'foreign')), [{ from: 7, to: 11 }], 'Way').spans).toEqual([
      span(3, 10, 'foreign'),
    ])
  })

  test('spans always stand within the text, and words outside the ranges stay', () => {
    const ranges = fc
      .uniqueArray(fc.nat({ max: 20 }), { maxLength: 6 })
      .map((cuts) => cuts.toSorted((a, b) => a - b))
      .map((cuts) =>
        cuts.flatMap((from, index) =>
          index % 2 === 0 && cuts[index + 1] !== undefined ? [{ from, to: cuts[index + 1] ?? from }] : [],
        ),
      )
    const spans = fc.array(fc.tuple(fc.nat({ max: 18 }), fc.integer({ min: 1, max: 4 })), { maxLength: 3 })
    fc.assert(
      fc.property(ranges, spans, fc.constantFrom('', 'x', 'längre ord'), (found, places, words) => {
        const text = 'abcdefghijklmnopqrstuvwxyz'
        const made = block(text, ...places.map(([from, length]) => span(from, from + length, 'foreign')))
        const after = replacedIn(made, found, words)
        for (const { from, to } of after.spans) {
          expect(from).toBeLessThan(to)
          expect(to).toBeLessThanOrEqual(after.text.length)
        }
        const kept = [...text].filter((_, at) => !found.some(({ from, to }) => from <= at && at < to)).join('')
        expect(words === '' ? after.text : after.text.replaceAll(words, '')).toBe(
          words === 'x' ? kept.replace('x', '') : kept,
        )
      }),
    )
  })
})
