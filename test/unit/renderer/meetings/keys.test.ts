import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { initialsSaid } from '../../../../renderer/features/meetings/complete/choices.ts'
import { editorKeys } from '../../../../renderer/features/meetings/editor/keys.ts'
import { blocksOfDoc, makeDoc } from '../../../../renderer/features/meetings/editor/schema.ts'
import { plainBlock, type Block } from '../../../../renderer/features/meetings/text/blocks.ts'

type Press = { key: string; keyCode?: number; ctrlKey?: boolean; shiftKey?: boolean }

/** What a key does in a text with the caret at its end: whether it is taken, and what was asked for. */
function pressed(block: Block, press: Press, hasFields = false) {
  const told: string[] = []
  const keys = editorKeys({
    onLeave: (way) => told.push(`leave ${way}`),
    onBack: () => told.push('back'),
    onAgain: () => told.push('again'),
    onFields: () => hasFields,
    onStay: (typed) => told.push(`stay ${typed}`),
  })
  let state = EditorState.create({ doc: makeDoc([block]), plugins: [keys] })
  state = state.apply(state.tr.setSelection(TextSelection.atEnd(state.doc)))
  const view = {
    get state() {
      return state
    },
    dispatch: (change: typeof state.tr) => void (state = state.apply(change)),
  }
  const event = { ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, keyCode: 0, ...press }
  // The keymap reads no more of the view and the event than this.
  const taken = keys.props.handleKeyDown?.call(keys, view as never, event as never) === true
  return { taken, told, blocks: blocksOfDoc(state.doc) }
}

const words = (text: string) => plainBlock('a', 'paragraph', text)

describe('Tab in a text', () => {
  test('behind letters that may be initials stays there, changes nothing, and says so once', () => {
    for (const typed of ['xq', 'xqz']) {
      const { taken, told, blocks } = pressed(words(`Enligt ${typed}`), { key: 'Tab' })
      expect([taken, told, blocks]).toEqual([true, [`stay ${typed}`], [words(`Enligt ${typed}`)]])
    }
  })

  test('goes on from everywhere else, and backwards from there too', () => {
    for (const text of ['', 'Enligt', 'Enligt xq ', 'Enligt xq.', 'a@xq', 'Enligt x', 'Enligt 12'])
      expect([text, pressed(words(text), { key: 'Tab' }).taken]).toEqual([text, false])
    expect(pressed(words('Enligt xq'), { key: 'Tab', shiftKey: true }).taken).toBe(false)
  })

  test('goes into the fields of a block that has some, whatever word stands before', () => {
    const { taken, told } = pressed(plainBlock('a', 'action', 'Ringa om'), { key: 'Tab' }, true)
    expect([taken, told]).toEqual([true, []])
  })

  test('indents an entry of a list, whatever word stands before', () => {
    const { taken, told, blocks } = pressed(plainBlock('a', 'list', 'xq'), { key: 'Tab' })
    expect([taken, told, blocks[0]?.fields]).toEqual([true, [], { level: 1 }])
  })

  test('is no trap: Escape leaves behind initials as everywhere', () => {
    expect(pressed(words('Enligt xq'), { key: 'Escape' })).toMatchObject({ taken: true, told: ['leave out'] })
  })

  test('says whether nobody has the initials or several', () => {
    const row = (name: string, status: 'present' | 'absent') => ({ name, status }) as never
    const attendance = [row('Anna Test', 'present'), row('Arne Tall', 'present'), row('Bo Test', 'absent')]
    expect(initialsSaid({ attendance }, 'at')).toBe('writing:complete.several')
    expect(initialsSaid({ attendance }, 'bt')).toBe('writing:complete.nobody')
  })
})

describe('undo and redo in a text', () => {
  test.each([
    [{ key: 'z' }, 'back'],
    [{ key: 'Z', shiftKey: true }, 'again'],
    [{ key: 'y' }, 'again'],
    // Caps Lock turns the letter, not the act.
    [{ key: 'Z' }, 'back'],
    [{ key: 'z', shiftKey: true }, 'again'],
    [{ key: 'Y' }, 'again'],
  ])('are told apart by Shift and not by the letter: %o is %s', (press, what) => {
    expect(pressed(words('x'), { ...press, ctrlKey: true }).told).toEqual([what])
  })
})
