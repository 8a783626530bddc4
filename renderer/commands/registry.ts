/**
 * Everything a person can do is one object: label, shortcut, when, run. Keys, palette, help list and
 * the foot's hints all read this list, so that none of them can promise what another lacks.
 */
import { useEffect, useRef } from 'react'
import type { Key } from '../i18n/resources.ts'
import type { IconName } from '../ui/icon.tsx'
import { createStore } from '../ui/store.ts'

export const commandGroups = ['page', 'go', 'create', 'edit', 'workspace', 'view', 'help'] as const
export type CommandGroup = (typeof commandGroups)[number]

export type CommandContext = {
  /** Path of the page, without `#`. */
  path: string
  navigate: (to: string) => void
  /** A workspace is open. */
  open: boolean
}

export type Command = {
  id: string
  labelKey: Key
  /** Values for the label's sentence. */
  labelValues?: Readonly<Record<string, string | number>>
  group: CommandGroup
  icon?: IconName
  /** `Mod+K`, `Mod+Shift+Z`, `F6`, `N`, `?`. `Mod` is Ctrl, or ⌘ on a Mac. One letter alone waits until nobody types. */
  shortcut?: string
  /** Runs even while a text field has the focus. Never for one letter alone. */
  inText?: boolean
  /** Shown at the foot, with this word. */
  hintKey?: Key
  /** Left out of the palette: the key alone makes sense. */
  hidden?: boolean
  when?: (context: CommandContext) => boolean
  run: (context: CommandContext) => void | Promise<void>
}

const store = createStore<readonly Command[]>([])

export const useCommandList = store.use
export const commandList = store.get

/** Adds commands until the returned function is called. Those added last win a shortcut. */
export function addCommands(commands: readonly Command[]): () => void {
  store.set([...store.get(), ...commands])
  return () => store.set(store.get().filter((command) => !commands.includes(command)))
}

/**
 * A page's own commands, as long as it is shown. `build` is called again when `keys` change; what the
 * commands run is always the newest.
 */
export function usePageCommands(build: () => readonly Command[], keys: readonly unknown[]): void {
  const latest = useRef(build)
  useEffect(() => {
    latest.current = build
  })
  const stamp = JSON.stringify(keys)
  useEffect(() => {
    const commands = latest.current().map((command, index): Command => ({
      ...command,
      run: (context) => (latest.current()[index] ?? command).run(context),
    }))
    return addCommands(commands)
  }, [stamp])
}

let kept = 0

/** Keeps the page until the returned function is called: no letter alone leaves it or makes something new elsewhere. */
export function keepPage(): () => void {
  const count = (by: 1 | -1) => {
    kept += by
    // Whoever shows the list shows it anew.
    store.set([...store.get()])
  }
  count(1)
  return () => count(-1)
}

const leavesByLetter = ({ group, shortcut }: Command) =>
  (group === 'create' || group === 'go') && shortcut !== undefined && /^\p{L}$/u.test(shortcut)

function withoutKey({ shortcut: _shortcut, hintKey: _hint, ...command }: Command): Command {
  return command
}

/** Commands that can run here and now. On a page that is kept those that would leave it by a letter have no key. */
export function available(commands: readonly Command[], context: CommandContext): Command[] {
  return commands
    .filter((command) => command.when?.(context) ?? true)
    .map((command) => (kept > 0 && leavesByLetter(command) ? withoutKey(command) : command))
}
