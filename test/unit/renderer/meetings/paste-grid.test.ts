/** A table pasted into a cell of another. */
import fc from 'fast-check'
import { history, undo } from 'prosemirror-history'
import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { offsetAt, positionAt } from '../../../../renderer/features/meetings/editor/flat.ts'
import { insertBlocksPasted, insertText } from '../../../../renderer/features/meetings/editor/paste.ts'
import { blocksFromHtml } from '../../../../renderer/features/meetings/editor/paste-html.ts'
import { blocksOfDoc, makeDoc } from '../../../../renderer/features/meetings/editor/schema.ts'
import { plainBlock, type Block } from '../../../../renderer/features/meetings/text/blocks.ts'

/** A table with the words from one offset to another selected. */
function start(text: string, from: number, to = from): EditorState {
  const doc = makeDoc([plainBlock('t', 'table', text)])
  const state = EditorState.create({ doc, plugins: [history()] })
  const at = (offset: number) => positionAt(doc.child(0), 0, offset)
  return state.apply(state.tr.setSelection(TextSelection.create(doc, at(from), at(to))))
}

const table = (text: string): Block => plainBlock('', 'table', text)

function pasted(state: EditorState, blocks: readonly Block[]): EditorState {
  const change = insertBlocksPasted(state.tr, blocks)
  return change === null ? state : state.apply(change)
}

const textOf = (state: EditorState) => blocksOfDoc(state.doc).map(({ text }) => text)
const back = (state: EditorState) => {
  let before = state
  undo(state, (change) => (before = state.apply(change)))
  return before
}

describe('a table pasted into a cell', () => {
  test('fills the cells from there on, and the table grows as far as it reaches', () => {
    expect(textOf(pasted(start('a\t\t\nb\t\t', 2), [table('1\t2\n3\t4')]))).toEqual(['a\t1\t2\nb\t3\t4'])
    const grown = pasted(start('a\tb\nc\t', 6), [table('1\t2\n3\t4')])
    expect(textOf(grown)).toEqual(['a\tb\t\nc\t1\t2\n\t3\t4'])
    // The caret stands behind what was pasted last.
    expect(offsetAt(grown.selection.$head)).toBe('a\tb\t\nc\t1\t2\n\t3\t4'.length)
    expect(blocksOfDoc(grown.doc).map(({ id, kind }) => [id, kind])).toEqual([['t', 'table']])
  })

  test('writes over nothing: where a cell is taken it comes as rows under the one of the caret', () => {
    expect(textOf(pasted(start('a\tb\nc\td', 0), [table('1\t2\n3\t4')]))).toEqual(['a\tb\n1\t2\n3\t4\nc\td'])
    expect(textOf(pasted(start('a\tb', 2), [table('1\t2')]))).toEqual(['a\tb\t\n\t1\t2'])
  })

  test('takes the place of what is selected', () => {
    expect(textOf(pasted(start('aa\tb\nc\td', 0, 4), [table('1\t2')]))).toEqual(['1\t2\nc\td'])
  })

  test('of one cell, or with text beside it, goes into the cell as words do', () => {
    expect(textOf(pasted(start('a\tb', 1), [table('1')]))).toEqual(['a1\tb'])
    expect(textOf(pasted(start('a\tb', 1), [plainBlock('', 'paragraph', ' x'), table('1\t2')]))).toEqual(['a x 1 2\tb'])
  })

  test('comes from HTML as from the plain text of a spreadsheet; other lines with tabs stay one line', () => {
    const html = '<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>'
    expect(textOf(pasted(start('\t\n\t', 0), blocksFromHtml(html)))).toEqual(['1\t2\n3\t4'])
    const plain = (text: string) => {
      const state = start('\t\n\t', 0)
      const change = insertText(state.tr, text)
      return change === null ? [] : textOf(state.apply(change))
    }
    expect(plain('1\t2\r\n3\t4\r\n')).toEqual(['1\t2\n3\t4'])
    expect(plain('1\t2\n3')).toEqual(['1 2 3\t\n\t'])
    expect(plain('ett\ntvå')).toEqual(['ett två\t\n\t'])
  })

  test('keeps its names, and is taken back as one step', () => {
    const ref = '00000000-0000-4000-8000-000000000001'
    const spans = [{ from: 2, to: 10, kind: 'person' as const, ref }]
    const before = start('a\tb\n\t', 4)
    const after = pasted(before, [{ ...table('x\tAnna Alm'), spans }])
    expect(blocksOfDoc(after.doc)[0]?.spans).toEqual([{ from: 6, to: 14, kind: 'person', ref }])
    expect(textOf(back(after))).toEqual(textOf(before))
  })

  test('loses no word, pasted or there before, whatever is pasted wherever', () => {
    const line = fc.array(fc.constantFrom('x', 'yy', ''), { minLength: 1, maxLength: 3 })
    const grid = fc
      .array(line, { minLength: 1, maxLength: 3 })
      .map((rows) => rows.map((row) => row.join('\t')).join('\n'))
    const letters = (texts: readonly string[]) => [...texts.join('').replace(/\s/gu, '')].toSorted().join('')
    fc.assert(
      fc.property(grid, grid, fc.nat({ max: 30 }), (here, there, at) => {
        const state = start(here, at % (here.length + 1))
        const after = pasted(state, [table(there)])
        expect(letters(textOf(after))).toBe(letters([here, there]))
        expect(blocksOfDoc(after.doc)).toHaveLength(1)
        if (!after.doc.eq(state.doc)) expect(textOf(back(after))).toEqual([here])
      }),
      { numRuns: 500 },
    )
  })
})
