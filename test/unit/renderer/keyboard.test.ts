import { describe, expect, test } from 'vitest'
import { commandFor, shortcutOf, type Press } from '../../../renderer/commands/keyboard.ts'
import { available, keepPage, type Command, type CommandContext } from '../../../renderer/commands/registry.ts'

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})
const context: CommandContext = { path: '/', navigate: () => undefined, open: true }
const command = (id: string, shortcut: string, more: Partial<Command> = {}): Command => ({
  id,
  labelKey: 'close',
  group: 'edit',
  shortcut,
  run: () => undefined,
  ...more,
})

describe('what a key press spells', () => {
  test('Ctrl is the modifier of commands, and ⌘ on a Mac', () => {
    expect(shortcutOf(press('z', { ctrlKey: true }), false)).toBe('Mod+Z')
    expect(shortcutOf(press('z', { metaKey: true }), true)).toBe('Mod+Z')
    expect(shortcutOf(press('z', { ctrlKey: true }), true)).toBe('Z')
  })

  test('Shift counts with letters and named keys, not with signs that some keyboards need it for', () => {
    expect(shortcutOf(press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe('Mod+Shift+Z')
    expect(shortcutOf(press('?', { shiftKey: true }), false)).toBe('?')
    expect(shortcutOf(press('F6', { shiftKey: true }), false)).toBe('Shift+F6')
  })
})

describe('which command a press means', () => {
  const commands = [
    command('undo', 'Mod+Z'),
    command('palette', 'Mod+K', { inText: true }),
    command('new', 'N'),
    command('closed', 'Mod+O', { when: ({ open }) => !open }),
  ]
  const find = (pressed: Press, typing = false, singles = true) =>
    commandFor(pressed, typing, commands, context, singles)?.id ?? null

  test('a single letter is a command only when nobody types', () => {
    expect(find(press('n'))).toBe('new')
    expect(find(press('n'), true)).toBeNull()
  })

  test('single letters can be turned off, and the others stay', () => {
    expect(find(press('n'), false, false)).toBeNull()
    expect(find(press('z', { ctrlKey: true }), false, false)).toBe('undo')
  })

  test('in a text field Ctrl+Z is left to the field, and the palette still opens', () => {
    expect(find(press('z', { ctrlKey: true }), true)).toBeNull()
    expect(find(press('k', { ctrlKey: true }), true)).toBe('palette')
  })

  test('a command that cannot run here does not answer its key', () => {
    expect(find(press('o', { ctrlKey: true }))).toBeNull()
  })

  test('the command added last wins a shortcut', () => {
    const page = command('page', 'N')
    expect(commandFor(press('n'), false, [...commands, page], context)?.id).toBe('page')
  })

  test('on a page that is kept no letter makes something new or leaves; it does elsewhere in the list, and again afterwards', () => {
    const all = [
      ...commands,
      command('make', 'N', { group: 'create', hintKey: 'newMeeting.hint' }),
      command('away', 'G', { group: 'go' }),
      command('row', 'P', { group: 'page' }),
      command('start', 'Mod+1', { group: 'go' }),
    ]
    const ids = (...pressed: Press[]) => pressed.map((one) => commandFor(one, false, all, context)?.id ?? null)
    const presses = [press('g'), press('p'), press('1', { ctrlKey: true })] as const
    expect(ids(...presses)).toEqual(['away', 'row', 'start'])
    const release = keepPage()
    expect(ids(...presses)).toEqual([null, 'row', 'start'])
    // Still to be chosen, and no key is promised that does nothing.
    const made = available(all, context).find(({ id }) => id === 'make')
    expect([made?.shortcut, made?.hintKey]).toEqual([undefined, undefined])
    expect(made).toBeDefined()
    release()
    expect(ids(...presses)).toEqual(['away', 'row', 'start'])
    expect(ids(press('n'))).toEqual(['make'])
  })
})
