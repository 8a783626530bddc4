/** The keys of presence: one each on a row of the list, one chord from anywhere, beginning and end of the meeting. */
import { useEffect } from 'react'
import { keepPage, usePageCommands, type Command } from '../../../commands/registry.ts'
import { revealPane } from '../../../ui/drawer.ts'
import { useLocked } from '../inline/locked.ts'
import { setPageState, usePageState } from '../page/state.ts'
import type { View } from '../text/savers.ts'
import { beginMeeting, canBegin, endMeeting, markAllThere, waiting, type ActKey } from './acts.ts'
import { actFocused, stepFocused } from './people-changes.ts'
import { openWho } from './who.ts'

type Words = Pick<Command, 'labelKey'> & Partial<Pick<Command, 'hintKey'>>

const words: Record<ActKey, Words> = {
  p: { labelKey: 'meetings:command.room', hintKey: 'meetings:hint.room' },
  d: { labelKey: 'meetings:command.remote', hintKey: 'meetings:hint.remote' },
  t: { labelKey: 'attendance:command.phone' },
  l: { labelKey: 'attendance:command.left', hintKey: 'attendance:hint.left' },
  b: { labelKey: 'attendance:command.lost', hintKey: 'attendance:hint.lost' },
  m: { labelKey: 'attendance:command.moved' },
  j: { labelKey: 'attendance:command.recused' },
  e: { labelKey: 'attendance:command.excused', hintKey: 'attendance:hint.excused' },
  a: { labelKey: 'meetings:command.absent' },
  v: { labelKey: 'meetings:command.unknown' },
}

function rowCommands(view: View, onRow: boolean): Command[] {
  const running = view.head.state === 'running'
  const keys: ActKey[] = running ? ['p', 'd', 't', 'l', 'b', 'm', 'j', 'e', 'a', 'v'] : ['p', 'd', 't', 'e', 'a', 'v']
  // The foot has room for a few: who is ill is told before a meeting, who leaves while it runs.
  const hinted = ({ hintKey, ...rest }: Words, key: ActKey): Words =>
    hintKey === undefined || (running && key === 'e') ? rest : { ...rest, hintKey }
  return keys.map((key) => ({
    id: `meeting.person.${key}`,
    ...hinted(words[key], key),
    group: 'page',
    icon: 'person',
    shortcut: key.toUpperCase(),
    when: () => onRow,
    run: () => actFocused(view, key),
  }))
}

export function usePresenceCommands(view: View): void {
  const { person } = usePageState()
  const locked = useLocked()
  const onRow = person !== null && !locked
  const running = view.head.state === 'running'
  // What is typed in the middle of a meeting is meant for its minutes, wherever the focus has gone.
  useEffect(() => (running ? keepPage() : undefined), [running])
  const commands = (): Command[] => [
    ...rowCommands(view, onRow),
    {
      id: 'meeting.person.s',
      labelKey: 'attendance:command.deputy',
      group: 'page',
      icon: 'person',
      shortcut: 'S',
      when: () => onRow,
      run: () => stepFocused(view),
    },
    {
      id: 'meeting.who',
      labelKey: 'attendance:command.who',
      group: 'page',
      icon: 'person',
      shortcut: 'Mod+.',
      inText: true,
      hintKey: 'attendance:hint.who',
      when: () => view.attendance.length > 0,
      run: () => openWho(),
    },
    {
      id: 'meeting.begin',
      labelKey: 'attendance:command.begin',
      group: 'page',
      icon: 'clock',
      when: () => canBegin(view),
      run: () => beginMeeting(view),
    },
    {
      id: 'meeting.end',
      labelKey: 'attendance:command.end',
      group: 'page',
      icon: 'clock',
      when: () => running,
      run: () => endMeeting(view),
    },
    {
      id: 'meeting.person.all',
      labelKey: 'attendance:command.all',
      group: 'page',
      icon: 'person',
      shortcut: 'Shift+P',
      when: () => waiting(view).length > 0,
      run: () => markAllThere(view, 'room'),
    },
    {
      id: 'meeting.person.add',
      labelKey: 'meetings:people.add',
      group: 'page',
      icon: 'plus',
      when: () => !locked,
      run: () => {
        revealPane('right')
        setPageState({ tab: 'people', adding: true })
      },
    },
  ]
  usePageCommands(commands, [
    view.id,
    onRow,
    locked,
    view.head.state,
    canBegin(view),
    waiting(view).length > 0,
    view.attendance.length > 0,
  ])
}
