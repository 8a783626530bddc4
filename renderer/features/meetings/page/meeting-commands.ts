/** The keys of a meeting's page. The palette, the help list and the foot read the same list. */
import { usePageCommands, type Command } from '../../../commands/registry.ts'
import type { BlockFields, BlockKind } from '../text/blocks.ts'
import type { View } from '../text/savers.ts'
import { enterChips } from '../item/chip-row.tsx'
import { reviewCommands } from '../../review/commands.ts'
import { reviewPath } from '../../review/review-tab.tsx'
import type { Finding } from '../../review/state.ts'
import { useLocked } from '../inline/locked.ts'
import { addItem, moveItem, removeItem, writeNext } from '../item/item-changes.ts'
import { showHistory } from '../history/show.ts'
import { exportWord } from '../word/word.ts'
import { goToPane, revealPane } from '../../../ui/drawer.ts'
import { focusPane } from './panes-focus.ts'
import { openEditorNow, pageState, setPageState, usePageState } from './state.ts'

const here = () => pageState().here

function textCommands(writing: boolean): Command[] {
  const kind = (to: BlockKind, shortcut: string, labelKey: Command['labelKey'], fields?: BlockFields): Command => ({
    id: `meeting.block.${fields === undefined ? to : 'numbered'}`,
    labelKey,
    group: 'page',
    icon: 'text',
    shortcut,
    inText: true,
    when: () => writing,
    run: () => {
      openEditorNow()?.api.turnInto(to, fields)
      openEditorNow()?.focus()
    },
  })
  return [
    kind('paragraph', 'Mod+Alt+1', 'meetings:command.paragraph'),
    kind('list', 'Mod+Alt+2', 'meetings:command.list'),
    kind('decision', 'Mod+Alt+3', 'meetings:command.decision'),
    kind('action', 'Mod+Alt+4', 'meetings:command.action'),
    kind('heading', 'Mod+Alt+5', 'blocks:command.heading'),
    kind('quotation', 'Mod+Alt+6', 'blocks:command.quotation'),
    kind('list', 'Mod+Alt+7', 'blocks:command.numbered', { ordered: true }),
    kind('table', 'Mod+Alt+8', 'blocks:command.table'),
    {
      id: 'meeting.block.fields',
      labelKey: 'blocks:command.fields',
      hintKey: 'blocks:hint.fields',
      group: 'page',
      icon: 'text',
      shortcut: 'F2',
      inText: true,
      when: () => writing,
      run: () => {
        const block = openEditorNow()?.api.caret()?.blockId
        if (block !== undefined) enterChips(block)
      },
    },
    {
      id: 'meeting.block.foreign',
      labelKey: 'blocks:command.foreign',
      group: 'page',
      icon: 'text',
      shortcut: 'Mod+Alt+9',
      inText: true,
      when: () => writing,
      run: () => openEditorNow()?.api.toggleForeign(),
    },
  ]
}

function itemCommands(view: View, locked: boolean): Command[] {
  const command = (
    id: string,
    labelKey: Command['labelKey'],
    run: () => void,
    more: Partial<Command> = {},
  ): Command => ({
    id: `meeting.item.${id}`,
    labelKey,
    group: 'page',
    run,
    ...more,
  })
  const withHere = (run: (id: string) => void) => () => {
    const id = here()
    if (id !== null) run(id)
  }
  const may: Partial<Command> = { when: () => !locked }
  return [
    command('next', 'meetings:command.nextItem', () => writeNext(view, 1), {
      shortcut: 'Mod+Enter',
      inText: true,
      icon: 'down',
      hintKey: 'meetings:hint.nextItem',
    }),
    command('previous', 'meetings:command.previousItem', () => writeNext(view, -1), {
      shortcut: 'Mod+Alt+Enter',
      inText: true,
      icon: 'up',
    }),
    command('add', 'meetings:item.addAfter', () => void addItem(view, here()), {
      ...may,
      shortcut: 'Mod+Shift+Enter',
      inText: true,
      icon: 'plus',
    }),
    command(
      'up',
      'meetings:item.up',
      withHere((id) => void moveItem(view, id, -1)),
      { ...may, shortcut: 'Alt+Shift+ArrowUp', inText: true, icon: 'up' },
    ),
    command(
      'down',
      'meetings:item.down',
      withHere((id) => void moveItem(view, id, 1)),
      { ...may, shortcut: 'Alt+Shift+ArrowDown', inText: true, icon: 'down' },
    ),
    command(
      'remove',
      'meetings:item.remove',
      withHere((id) => void removeItem(view, id)),
      { ...may, icon: 'trash' },
    ),
  ]
}

/** A step brings the list of findings into view first, wherever it is. */
function findingCommands(
  view: View,
  findings: readonly Finding[],
  standing: { shown: boolean; locked: boolean },
): Command[] {
  const commands = reviewCommands(view.id, findings, standing).map((command): Command => {
    if (command.id !== 'review.next' && command.id !== 'review.previous') return command
    return {
      ...command,
      run: (context) => {
        setPageState({ tab: 'findings' })
        revealPane('right')
        return command.run(context)
      },
    }
  })
  return [
    ...commands,
    {
      id: 'meeting.review',
      labelKey: 'review:command.open',
      group: 'page',
      icon: 'check',
      run: (context) => context.navigate(reviewPath(view.id)),
    },
  ]
}

export function useMeetingCommands(view: View, findings: readonly Finding[]): void {
  const { writing, tab } = usePageState()
  const locked = useLocked()
  const commands = (): Command[] => [
    {
      id: 'meeting.word',
      labelKey: 'meetings:command.word',
      group: 'page',
      icon: 'word',
      shortcut: 'Mod+Shift+E',
      inText: true,
      run: () => exportWord(view.id),
    },
    {
      id: 'meeting.approval',
      labelKey: 'meetings:bar.approval',
      group: 'page',
      icon: 'check',
      run: (context) => context.navigate(`/moten/${view.id}/justering`),
    },
    ...itemCommands(view, locked),
    ...textCommands(writing !== null),
    ...findingCommands(view, findings, { shown: tab === 'findings', locked }),
    {
      id: 'meeting.pane',
      labelKey: 'meetings:command.pane',
      group: 'page',
      shortcut: 'F6',
      inText: true,
      hidden: true,
      hintKey: 'meetings:hint.pane',
      run: () => focusPane(1),
    },
    {
      id: 'meeting.pane.back',
      labelKey: 'meetings:command.paneBack',
      group: 'page',
      shortcut: 'Shift+F6',
      inText: true,
      hidden: true,
      run: () => focusPane(-1),
    },
    {
      id: 'meeting.side',
      labelKey: 'meetings:side.label',
      group: 'page',
      icon: 'person',
      shortcut: 'F8',
      inText: true,
      run: () => goToPane('right'),
    },
    {
      id: 'meeting.history',
      labelKey: 'past:open',
      group: 'page',
      icon: 'undo',
      shortcut: 'Mod+Shift+H',
      inText: true,
      run: () => showHistory(here()),
    },
    {
      id: 'meeting.agenda',
      labelKey: 'meetings:agenda.label',
      group: 'page',
      icon: 'text',
      shortcut: 'Shift+F8',
      inText: true,
      run: () => goToPane('left'),
    },
    {
      id: 'meeting.map',
      labelKey: 'meetings:bar.network',
      group: 'page',
      icon: 'map',
      run: (context) => context.navigate('/karta'),
    },
  ]
  usePageCommands(commands, [view.id, locked, writing !== null, tab === 'findings', findings.length > 0])
}
