import fc from 'fast-check'
import { EditorState, TextSelection, type Command, type Transaction } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import {
  indent,
  joinBack,
  joinOn,
  moveBlock,
  split,
  turnInto,
} from '../../../../renderer/features/meetings/editor/edits.ts'
import { blockKinds } from '#contract/block-kinds.ts'
import { flatText, offsetAt, positionAt } from '../../../../renderer/features/meetings/editor/flat.ts'
import { uniqueIds } from '../../../../renderer/features/meetings/editor/ids.ts'
import { insertText, mostBlocks, pastedBlocks } from '../../../../renderer/features/meetings/editor/paste.ts'
import { caretAtChange, refresh } from '../../../../renderer/features/meetings/editor/refresh.ts'
import { blocksOfDoc, idOf, makeDoc, writtenBlocks } from '../../../../renderer/features/meetings/editor/schema.ts'
import { apply, diff, plainBlock, type Block } from '../../../../renderer/features/meetings/text/blocks.ts'
import { changes, edited, texts } from './edits.ts'

const block = (id: string, text: string, kind: Block['kind'] = 'paragraph'): Block => plainBlock(id, kind, text)

function start(blocks: readonly Block[], caret?: { id: string; offset: number }): EditorState {
  let made = 0
  const state = EditorState.create({ doc: makeDoc(blocks), plugins: [uniqueIds(() => `new${(made += 1)}`)] })
  return caret === undefined ? state : at(state, caret.id, caret.offset)
}

function at(state: EditorState, id: string, offset: number): EditorState {
  let position = 1
  state.doc.forEach((node, before) => {
    if (idOf(node) === id) position = before + 1 + offset
  })
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, position)))
}

function run(state: EditorState, command: Command): EditorState {
  let next = state
  command(state, (change: Transaction) => (next = state.apply(change)))
  return next
}

/** The state after blocks came from elsewhere. */
function refreshed(state: EditorState, blocks: readonly Block[]): EditorState {
  const change = refresh(state, blocks)
  return change === null ? state : state.apply(change)
}

const caretOf = ({ selection: { $head } }: EditorState) => ({ id: idOf($head.parent), offset: $head.parentOffset })

describe('the keys', () => {
  test('Enter splits: the words before keep the id, the rest gets one of its own', () => {
    const state = run(start([block('a', 'one two')], { id: 'a', offset: 3 }), split)
    expect(blocksOfDoc(state.doc)).toEqual([block('a', 'one'), block('new1', ' two')])
    expect(caretOf(state)).toEqual({ id: 'new1', offset: 0 })
  })

  test('Enter at the start puts an empty block before, and the words keep their id', () => {
    expect(blocksOfDoc(run(start([block('a', 'one')], { id: 'a', offset: 0 }), split).doc)).toEqual([
      block('new1', ''),
      block('a', 'one'),
    ])
  })

  test('Enter goes on with a list, and with clauses; in an entry without words it ends them', () => {
    const list = run(start([block('a', 'one', 'list')], { id: 'a', offset: 3 }), split)
    expect(blocksOfDoc(list.doc)[1]).toEqual(block('new1', '', 'list'))
    expect(blocksOfDoc(run(list, split).doc)[1]).toEqual(block('new1', ''))
    const decision = run(start([block('a', 'att one', 'decision')], { id: 'a', offset: 7 }), split)
    expect(blocksOfDoc(decision.doc)[1]).toEqual(block('new1', 'att ', 'decision'))
    expect(caretOf(decision)).toEqual({ id: 'new1', offset: 4 })
    expect(blocksOfDoc(run(decision, split).doc)[1]).toEqual(block('new1', ''))
  })

  test('Enter after what one person says goes on with text; in the middle the rest is text', () => {
    for (const kind of ['heading', 'motion', 'vote', 'dissent', 'recusal', 'adjournment', 'presentation'] as const) {
      const mover = { id: 'c', role: 'mover' as const, personId: null, name: 'Anna Test', choice: null }
      const one = { ...block('a', 'one two', kind), people: [mover] }
      expect(blocksOfDoc(run(start([one], { id: 'a', offset: 7 }), split).doc)).toEqual([one, block('new1', '')])
      expect(blocksOfDoc(run(start([one], { id: 'a', offset: 3 }), split).doc)).toEqual([
        { ...one, text: 'one' },
        block('new1', ' two'),
      ])
    }
  })

  test('Tab takes a list entry a level in, three at most, Shift and Tab out; Enter keeps number and level', () => {
    const numbered = { ...block('a', 'one', 'list'), fields: { ordered: true } }
    let state = start([numbered], { id: 'a', offset: 3 })
    for (const level of [1, 2, 2]) {
      state = run(state, indent(1))
      expect(blocksOfDoc(state.doc)[0]?.fields).toEqual({ ordered: true, level })
    }
    state = run(state, split)
    expect(blocksOfDoc(state.doc)[1]?.fields).toEqual({ ordered: true, level: 2 })
    state = run(state, split)
    expect(blocksOfDoc(state.doc)[1]?.fields).toEqual({ ordered: true, level: 1 })
    for (const _ of [1, 2]) state = run(state, indent(-1))
    expect(blocksOfDoc(state.doc)[1]?.fields).toEqual({ ordered: true })
    expect(indent(1)(start([block('a', 'one')], { id: 'a', offset: 0 }))).toBe(false)
  })

  test('Backspace at the start takes the kind first, then joins with the block before', () => {
    const two = start([block('a', 'one'), block('b', 'two', 'list')], { id: 'b', offset: 0 })
    const plain = run(two, joinBack)
    expect(blocksOfDoc(plain.doc)).toEqual([block('a', 'one'), block('b', 'two')])
    const joined = run(plain, joinBack)
    expect(blocksOfDoc(joined.doc)).toEqual([block('a', 'onetwo')])
    expect(caretOf(joined)).toEqual({ id: 'a', offset: 3 })
  })

  test('an empty block gives way on either side, so that words keep their id', () => {
    const before = start([block('a', ''), block('b', 'two')], { id: 'b', offset: 0 })
    expect(blocksOfDoc(run(before, joinBack).doc)).toEqual([block('b', 'two')])
    const after = start([block('a', ''), block('b', 'two')], { id: 'a', offset: 0 })
    expect(blocksOfDoc(run(after, joinOn).doc)).toEqual([block('b', 'two')])
  })

  test('a block moves past its neighbour with the caret in it', () => {
    const moved = run(start([block('a', 'one'), block('b', 'two', 'action')], { id: 'b', offset: 2 }), moveBlock(-1))
    expect(blocksOfDoc(moved.doc)).toEqual([block('b', 'two', 'action'), block('a', 'one')])
    expect(caretOf(moved)).toEqual({ id: 'b', offset: 2 })
  })

  test('a block becomes any kind and keeps id and words', () => {
    for (const kind of blockKinds)
      expect(blocksOfDoc(run(start([block('a', 'one')]), turnInto(kind)).doc)).toEqual([
        block('a', kind === 'table' ? 'one\t\n\t' : 'one', kind),
      ])
  })

  test('whoever presented moves, dissents or steps aside when the kind becomes another; elsewhere nobody does', () => {
    const presenter = { id: 'c', role: 'presenter' as const, personId: null, name: 'Anna Test', choice: null }
    const one = { ...block('a', 'one', 'presentation'), people: [presenter] }
    const people = (kind: Block['kind']) => blocksOfDoc(run(start([one]), turnInto(kind)).doc)[0]?.people
    expect(people('motion')).toEqual([{ ...presenter, role: 'mover' }])
    expect(people('dissent')).toEqual([{ ...presenter, role: 'dissenter' }])
    expect(people('recusal')).toEqual([{ ...presenter, role: 'recused' }])
    expect(people('paragraph')).toEqual([])
  })
})

describe('blocks and the document', () => {
  test('every text comes out of the document as it went in: kinds, fields, spans, people, cells', () => {
    fc.assert(
      fc.property(texts, (blocks) => {
        expect(blocksOfDoc(makeDoc(blocks)).slice(0, blocks.length)).toEqual(blocks)
      }),
      { numRuns: 500 },
    )
  })

  test('a letter has one place, and a place one letter, in words and in cells', () => {
    fc.assert(
      fc.property(texts, fc.nat({ max: 30 }), (blocks, at) => {
        const { doc } = start(blocks)
        doc.forEach((node, position) => {
          const offset = at % (flatText(node).length + 1)
          expect(offsetAt(doc.resolve(positionAt(node, position, offset)))).toBe(offset)
        })
      }),
    )
  })
})

describe('any sequence of keys', () => {
  const press = fc.record({
    key: fc.constantFrom('type', 'enter', 'back', 'on', 'up', 'down', 'kind', 'cut', 'paste'),
    at: fc.nat({ max: 400 }),
    to: fc.nat({ max: 400 }),
    kind: fc.constantFrom(...blockKinds),
    text: fc.string({ maxLength: 8 }),
  })

  test('leaves unique ids, and operations that bring the store to the text on the screen', () => {
    fc.assert(
      fc.property(texts, fc.array(press, { maxLength: 25 }), (blocks, presses) => {
        let state = start(blocks)
        let stored: readonly Block[] = blocks
        for (const { key, at: from, to, kind, text } of presses) {
          const size = state.doc.content.size
          const place = (value: number) => TextSelection.near(state.doc.resolve(value % (size + 1))).from
          const wide = key === 'cut' || key === 'paste'
          state = state.apply(
            state.tr.setSelection(
              wide
                ? TextSelection.between(state.doc.resolve(place(from)), state.doc.resolve(place(to)))
                : TextSelection.near(state.doc.resolve(from % (size + 1))),
            ),
          )
          if (key === 'type') state = state.apply(state.tr.insertText(text))
          if (key === 'enter') state = run(state, split)
          if (key === 'back') state = run(state, joinBack)
          if (key === 'on') state = run(state, joinOn)
          if (key === 'up') state = run(state, moveBlock(-1))
          if (key === 'down') state = run(state, moveBlock(1))
          if (key === 'kind') state = run(state, turnInto(kind))
          if (key === 'cut') state = state.apply(state.tr.deleteSelection())
          if (key === 'paste') {
            const change = insertText(state.tr, `${text}\n- ${text}x\n\n${text}y`)
            if (change !== null) state = state.apply(change)
          }
          const shown = blocksOfDoc(state.doc)
          expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length)
          expect(shown.every(({ id }) => id !== '')).toBe(true)
          const written = writtenBlocks(state.doc, new Set(stored.map(({ id }) => id)))
          const batch = diff(stored, written)
          if (batch !== null) stored = apply(stored, batch)
          expect(stored).toEqual(written)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('blocks from elsewhere', () => {
  test('whatever they are, the document shows them, and lines still blank stay', () => {
    fc.assert(
      fc.property(texts, changes, (blocks, steps) => {
        const before = start(blocks)
        const wanted = edited(blocks, steps)
        const shown = blocksOfDoc(refreshed(before, wanted).doc)
        const ids = new Set(wanted.map(({ id }) => id))
        expect(shown.filter(({ id }) => ids.has(id))).toEqual(wanted)
        expect(shown.filter(({ id }) => !ids.has(id)).every(({ text }) => text.trim() === '')).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('the caret stays with its letter when the words before it change', () => {
    const state = start([block('a', 'one'), block('b', 'to be')], { id: 'b', offset: 4 })
    const next = refreshed(state, [block('a', 'one and more'), block('x', 'new'), block('b', 'not to be')])
    expect(caretOf(next)).toEqual({ id: 'b', offset: 8 })
  })

  test('the caret goes with its paragraph when paragraphs change places', () => {
    const state = start([block('a', 'one'), block('b', 'two')], { id: 'b', offset: 2 })
    expect(caretOf(refreshed(state, [block('b', 'two'), block('a', 'one')]))).toEqual({ id: 'b', offset: 2 })
  })

  test('what is taken back is looked at: the caret goes behind the words that changed', () => {
    const state = start([block('a', 'one'), block('b', 'to be'), block('c', 'three')], { id: 'a', offset: 0 })
    const change = refresh(state, [block('a', 'one'), block('b', 'not to be'), block('c', 'three')])
    expect(change === null ? null : caretOf(state.apply(caretAtChange(change)))).toEqual({ id: 'b', offset: 4 })
  })

  test('the same blocks change nothing', () => {
    expect(refresh(start([block('a', 'one')]), [block('a', 'one')])).toBeNull()
  })
})

describe('pasted text', () => {
  test('lines that count from one are entries of a list that counts; a day, a lone figure and a count from elsewhere are not', () => {
    const entry = (text: string): Block => ({ ...block('', text, 'list'), fields: { ordered: true } })
    expect(pastedBlocks('1. ett\n2. två')).toEqual([entry('ett'), entry('två')])
    expect(pastedBlocks('Vi tar:\n\n1) ett\n\n2) två\n 3) tre\nslut\n1. a\n2. b\n1. c\n2. d')).toEqual([
      block('', 'Vi tar:'),
      ...['ett', 'två', 'tre'].map(entry),
      block('', 'slut'),
      ...['a', 'b', 'c', 'd'].map(entry),
    ])
    for (const text of ['1. maj är det fest', '3. maj\n4. juni', '1. ett\n3. tre', '1.5 meter\n2.5 meter', '2031. ett'])
      expect(pastedBlocks(text)).toEqual(text.split('\n').map((line) => block('', line)))
  })

  test('is a block for each line; bullets make a list, empty lines and control characters fall away', () => {
    expect(pastedBlocks('one\r\n\r\n- two\n• three\u0007\nfour\u2028five')).toEqual([
      block('', 'one'),
      block('', 'two', 'list'),
      block('', 'three', 'list'),
      block('', 'four'),
      block('', 'five'),
    ])
  })

  test('of one line goes into the sentence; of many it begins in the block with the caret and ends in its rest', () => {
    const state = start([block('a', 'one four')], { id: 'a', offset: 4 })
    const line = insertText(state.tr, 'two three ')
    const many = insertText(state.tr, 'two\nthree')
    expect(line === null ? [] : blocksOfDoc(state.apply(line).doc)).toEqual([block('a', 'one two three four')])
    expect(many === null ? [] : blocksOfDoc(state.apply(many).doc).map(({ text }) => text)).toEqual([
      'one two',
      'threefour',
    ])
  })

  test('is refused when the item would hold more blocks than can be saved', () => {
    expect(insertText(start([block('a', '')]).tr, 'x\n'.repeat(mostBlocks))).toBeNull()
  })

  test('a line too long for a block is cut at a space, and no word is lost', () => {
    const line = 'word '.repeat(30_000).trim()
    const blocks = pastedBlocks(line)
    expect(blocks.length).toBeGreaterThan(1)
    expect(blocks.map(({ text }) => text).join(' ')).toBe(line)
  })
})
