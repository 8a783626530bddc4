import fc from 'fast-check'
import { EditorState, TextSelection, type Command } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { positionAt } from '../../../../renderer/features/meetings/editor/flat.ts'
import { uniqueIds } from '../../../../renderer/features/meetings/editor/ids.ts'
import { offsetAt } from '../../../../renderer/features/meetings/editor/flat.ts'
import { blocksOfDoc, makeDoc } from '../../../../renderer/features/meetings/editor/schema.ts'
import {
  addColumn,
  deleteColumn,
  deleteRow,
  dissolve,
  leaveTable,
  newRow,
  nextCell,
  previousCell,
} from '../../../../renderer/features/meetings/editor/table.ts'
import { plainBlock } from '../../../../renderer/features/meetings/text/blocks.ts'

function start(text: string, offset: number): EditorState {
  let made = 0
  const doc = makeDoc([plainBlock('t', 'table', text)])
  const state = EditorState.create({ doc, plugins: [uniqueIds(() => `new${(made += 1)}`)] })
  return state.apply(state.tr.setSelection(TextSelection.create(doc, positionAt(doc.child(0), 0, offset))))
}

function run(state: EditorState, ...commands: Command[]): EditorState {
  return commands.reduce((now, command) => {
    let next = now
    command(now, (change) => (next = now.apply(change)))
    return next
  }, state)
}

const textOf = (state: EditorState) => blocksOfDoc(state.doc).map(({ text }) => text)
const caretOf = ({ selection }: EditorState) => [offsetAt(selection.$from), offsetAt(selection.$to)]

describe('keys in a table', () => {
  test('Tab goes to the next cell and selects its words; behind the last it makes a row', () => {
    const state = run(start('ab\tcd\nef\tgh', 0), nextCell)
    expect(caretOf(state)).toEqual([3, 5])
    const last = run(state, nextCell, nextCell)
    expect(caretOf(last)).toEqual([9, 11])
    const grown = run(last, nextCell)
    expect(textOf(grown)).toEqual(['ab\tcd\nef\tgh\n\t'])
    expect(caretOf(grown)).toEqual([12, 12])
    expect(caretOf(run(grown, previousCell))).toEqual([9, 11])
  })

  test('Enter makes a row under this one; in an empty last row it ends the table', () => {
    const state = run(start('ab\tcd\nef\tgh', 0), newRow)
    expect(textOf(state)).toEqual(['ab\tcd\n\t\nef\tgh'])
    expect(caretOf(state)).toEqual([6, 6])
    const ended = run(start('ab\tcd\nef\tgh\n\t', 12), newRow)
    expect(textOf(ended)).toEqual(['ab\tcd\nef\tgh', ''])
    expect(ended.selection.$from.node(1).attrs['id']).toBe('new1')
  })

  test('rows and columns come and go; the last one leaves an empty paragraph with the id of the table', () => {
    expect(textOf(run(start('a\tb\nc\td', 0), addColumn))).toEqual(['a\t\tb\nc\t\td'])
    expect(textOf(run(start('a\tb\nc\td', 0), deleteColumn))).toEqual(['b\nd'])
    expect(textOf(run(start('a\tb\nc\td', 0), deleteRow))).toEqual(['c\td'])
    const gone = run(start('a\tb\nc\td', 0), deleteRow, deleteRow)
    expect(blocksOfDoc(gone.doc)).toEqual([plainBlock('t', 'paragraph', '')])
  })

  test('Backspace takes away a table without words, and never one with words', () => {
    expect(blocksOfDoc(run(start('\t\n\t', 0), dissolve).doc)).toEqual([plainBlock('t', 'paragraph', '')])
    expect(textOf(run(start('\t\nx\t', 0), dissolve))).toEqual(['\t\nx\t'])
  })

  test('one gets below a table that ends the text', () => {
    expect(textOf(run(start('a\tb', 0), leaveTable))).toEqual(['a\tb', ''])
  })

  test('rows of unlike length are kept as they are until the grid is changed', () => {
    expect(textOf(start('a\tb\tc\nd', 0))).toEqual(['a\tb\tc\nd'])
    expect(textOf(run(start('a\tb\tc\nd', 0), newRow))).toEqual(['a\tb\tc\n\t\t\nd\t\t'])
  })

  test('whatever keys are pressed, no word is lost but those of a row or column taken away', () => {
    const grid = fc.array(fc.array(fc.constantFrom('x', 'yy', ''), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 3,
    })
    const keys = fc.array(fc.constantFrom(nextCell, previousCell, newRow, addColumn, leaveTable, dissolve), {
      maxLength: 15,
    })
    const words = (state: EditorState) =>
      textOf(state)
        .join('\n')
        .split(/\s+/)
        .filter((word) => word !== '')
    fc.assert(
      fc.property(grid, keys, fc.nat({ max: 30 }), (rows, commands, at) => {
        const text = rows.map((row) => row.join('\t')).join('\n')
        const state = start(text, at % (text.length + 1))
        expect(words(run(state, ...commands))).toEqual(words(state))
      }),
      { numRuns: 300 },
    )
  })
})
