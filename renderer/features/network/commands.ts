/** The map's commands: keys, palette, help and foot read them. */
import { usePageCommands, type Command } from '../../commands/registry.ts'
import { errorText } from '../../i18n/error-text.ts'
import { currentLanguage, translate } from '../../i18n/i18n.ts'
import { clockInput, clockState } from '../../shell/clock/clock.ts'
import { announce } from '../../shell/announce.ts'
import { call } from '../../transport/client.ts'
import { write } from '../../transport/hooks.ts'
import { askBeforeLeaving } from '../privacy/leaving.ts'
import { type Model, neighbours, type Step, tiesBetween, walk } from './model.ts'
import { change, mapState, turnFocus } from './state.ts'
import { nodeWords } from './words.ts'
import type { ToolbarActions } from './toolbar.tsx'

/** Says what the walk came to: "Asta, person, 3 band. 2 av 33." */
function sayWhere(model: Model, trail: readonly string[]): void {
  const t = translate()
  const [before, here] = [trail.at(-2), model.nodes.get(trail.at(-1) ?? '')]
  if (here === undefined) return
  const words = nodeWords(here, model.tiesOf.get(here.id)?.length ?? 0, t)
  const ring = before === undefined ? [] : neighbours(model, before)
  const place = ring.findIndex(({ id }) => id === here.id)
  announce(place < 0 ? words : t('network:said.place', { words, place: place + 1, all: ring.length }))
}

function take(model: Model, step: Step): void {
  const trail = walk(model, mapState.get().trail, step)
  if (trail === null) {
    announce(translate()('network:said.noWay'))
    return
  }
  change({ trail, tie: null })
  sayWhere(model, trail)
}

/** Opens the words of the tie just walked; of the only tie when the node has no other. */
function openWords(model: Model): void {
  const { trail } = mapState.get()
  const [before, here] = [trail.at(-2), trail.at(-1)]
  if (here === undefined) return
  const walked = before === undefined ? (model.tiesOf.get(here) ?? []) : tiesBetween(model, before, here)
  const first = walked[0]
  if (first === undefined || (before === undefined && walked.length > 1))
    announce(translate()('network:said.walkFirst'))
  else change({ tie: first.id })
}

export async function exportSvg(theme: 'light' | 'dark'): Promise<void> {
  try {
    const leaving = await askBeforeLeaving('map')
    if (leaving === null) return
    const leaveHealth = leaving === 'without'
    const { saved } = await call('network.svg', {
      language: currentLanguage(),
      theme,
      leaveHealth,
      ...clockInput(clockState()),
    })
    if (saved !== null) announce(translate()('network:said.svg', { file: saved }))
  } catch (error) {
    announce(errorText(error))
  }
}

export async function relayout(): Promise<void> {
  try {
    await write('network.relayout', {})
    announce(translate()('network:said.relayout'))
  } catch (error) {
    announce(errorText(error))
  }
}

type Scope = { model: Model; shown: Model; focused: boolean; actions: ToolbarActions }

export function useMapCommands({ model, shown, focused, actions }: Scope): void {
  const { view, trail } = mapState.use()
  const onMap = () => view === 'map' && model.nodes.size > 0
  const walking = () => onMap() && focused
  const step = (id: string, key: string, way: Step): Command => ({
    id: `network.${id}`,
    labelKey: `network:commands.${way}`,
    group: 'page',
    shortcut: key,
    hidden: true,
    when: walking,
    run: () => take(shown, way),
  })
  usePageCommands(
    () => [
      { ...step('next', 'ArrowRight', 'next'), hintKey: 'network:keys.neighbour' },
      step('previous', 'ArrowLeft', 'previous'),
      { ...step('further', 'ArrowDown', 'further'), hintKey: 'network:keys.further' },
      step('back', 'ArrowUp', 'back'),
      {
        id: 'network.words',
        labelKey: 'network:commands.words',
        hintKey: 'network:keys.words',
        group: 'page',
        shortcut: 'Enter',
        hidden: true,
        when: walking,
        run: () => openWords(shown),
      },
      {
        id: 'network.focus',
        labelKey: 'network:commands.focus',
        hintKey: 'network:keys.focus',
        group: 'page',
        icon: 'eye',
        shortcut: 'F',
        when: () => onMap() && trail.length > 0,
        run: turnFocus,
      },
      {
        id: 'network.table',
        labelKey: view === 'map' ? 'network:commands.table' : 'network:commands.map',
        hintKey: view === 'map' ? 'network:keys.table' : 'network:keys.map',
        group: 'page',
        icon: view === 'map' ? 'table' : 'map',
        shortcut: 'T',
        when: () => model.nodes.size > 0,
        run: () => change({ view: view === 'map' ? 'table' : 'map' }),
      },
      {
        id: 'network.fit',
        labelKey: 'network:commands.fit',
        group: 'page',
        icon: 'map',
        shortcut: '0',
        when: onMap,
        run: actions.fit,
      },
      {
        id: 'network.relayout',
        labelKey: 'network:commands.relayout',
        group: 'page',
        icon: 'redo',
        when: () => model.nodes.size > 0,
        run: actions.relayout,
      },
      {
        id: 'network.svg',
        labelKey: 'network:commands.svg',
        group: 'page',
        icon: 'export',
        when: () => model.nodes.size > 0,
        run: actions.exportSvg,
      },
    ],
    [view, focused, trail.length > 0, model.nodes.size > 0],
  )
}
