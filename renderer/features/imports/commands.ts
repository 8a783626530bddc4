/** Keys of the preview. The same list feeds palette, help and the foot. */
import { usePageCommands, type Command } from '../../commands/registry.ts'
import { translate, useLanguage } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { linesFocused } from './lines-focus.ts'
import { choosable, keyOfPart } from './parts.ts'
import { setPart, takeBack, takeForward, useSession } from './session.ts'

export type PreviewActions = {
  step: (by: number, extend?: boolean) => void
  nextUnplaced: () => void
  openParts: () => void
  commit: () => void
  leave: () => void
}

export function usePreviewCommands(actions: PreviewActions): void {
  const { draft } = useSession()
  const language = useLanguage()
  const open = draft !== null
  const chosen = open && draft.selection !== null
  const steps = { back: (draft?.past.length ?? 0) > 0, forward: (draft?.future.length ?? 0) > 0 }
  const said = (done: boolean, key: 'imports:said.back' | 'imports:said.forward' | 'imports:said.noStep') =>
    announce(translate()(done ? key : 'imports:said.noStep'))
  usePageCommands(
    () =>
      open
        ? [
            {
              id: 'imports.next',
              labelKey: 'imports:commands.next',
              hintKey: 'imports:hints.next',
              group: 'page',
              shortcut: 'J',
              hidden: true,
              run: () => actions.step(1),
            },
            {
              id: 'imports.previous',
              labelKey: 'imports:commands.previous',
              hintKey: 'imports:hints.previous',
              group: 'page',
              shortcut: 'K',
              hidden: true,
              run: () => actions.step(-1),
            },
            ...choosable.map((part): Command => {
              const key = keyOfPart(part)
              return {
                id: `imports.part.${part}`,
                labelKey: 'imports:commands.as',
                labelValues: { part: translate()(`imports:as.${part}`) },
                group: 'page',
                icon: 'text',
                ...(key === null ? {} : { shortcut: key }),
                when: () => chosen,
                run: () => setPart(part),
              }
            }),
            {
              id: 'imports.part.own',
              labelKey: 'imports:as.own',
              group: 'page',
              icon: 'undo',
              shortcut: '0',
              when: () => chosen,
              run: () => setPart(null),
            },
            {
              id: 'imports.parts',
              labelKey: 'imports:commands.parts',
              hintKey: 'imports:hints.parts',
              group: 'page',
              icon: 'edit',
              shortcut: 'L',
              when: () => chosen,
              run: actions.openParts,
            },
            {
              id: 'imports.unplaced',
              labelKey: 'imports:commands.unplaced',
              hintKey: 'imports:hints.unplaced',
              group: 'page',
              icon: 'warning',
              shortcut: 'U',
              run: actions.nextUnplaced,
            },
            {
              id: 'imports.undo',
              labelKey: 'imports:commands.undo',
              hintKey: 'imports:hints.undo',
              group: 'page',
              icon: 'undo',
              shortcut: 'Mod+Z',
              when: () => steps.back,
              run: () => said(takeBack(), 'imports:said.back'),
            },
            {
              id: 'imports.redo',
              labelKey: 'imports:commands.redo',
              group: 'page',
              icon: 'redo',
              shortcut: 'Mod+Shift+Z',
              when: () => steps.forward,
              run: () => said(takeForward(), 'imports:said.forward'),
            },
            {
              id: 'imports.commit',
              labelKey: 'imports:commit',
              group: 'page',
              icon: 'check',
              shortcut: 'Mod+Enter',
              inText: true,
              run: actions.commit,
            },
            {
              id: 'imports.commit.enter',
              labelKey: 'imports:commit',
              hintKey: 'imports:hints.commit',
              group: 'page',
              shortcut: 'Enter',
              hidden: true,
              when: linesFocused,
              run: actions.commit,
            },
            { id: 'imports.leave', labelKey: 'imports:leave', group: 'page', icon: 'cross', run: actions.leave },
          ]
        : [],
    [open, chosen, steps.back, steps.forward, language],
  )
}
