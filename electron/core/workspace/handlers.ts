/** Opening, making and leaving workspaces; settings; history. */
import { KansliError } from '#contract/errors.ts'
import type { Settings, WorkspaceStatus } from '#contract/workspace.ts'
import { get, writtenAt } from '#db/connection.ts'
import { readSettings, writeSettings } from '#db/queries/settings.ts'
import { historyState, moveHistory } from '#db/undo.ts'
import type { HandlersOf, TaskContext } from '#core/context.ts'
import { fillExample } from '#core/workspace/example.ts'
import { extension } from '#core/workspace/keeper.ts'

/** Names no file system takes, or that mean something else to one of them. */
const unusable = /[\\/:*?"<>|\u0000-\u001f]|^\.|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
const exampleName = 'Exempel'

function status(context: TaskContext): WorkspaceStatus {
  const { workspace } = context
  const { path } = workspace
  if (path === null) return { open: null, example: false, savedAt: null, uncopiedSince: null, counts: null }
  const counts = get<{ meetings: number; people: number; organisations: number; bodies: number }>(
    workspace.db,
    `SELECT (SELECT count(*) FROM meeting) AS meetings, (SELECT count(*) FROM person WHERE status <> 'restricted') AS people,
            (SELECT count(*) FROM organisation) AS organisations, (SELECT count(*) FROM body) AS bodies`,
  )
  const stored = readSettings(workspace.db)
  return {
    open: workspace.info(path),
    example: stored.example === true,
    savedAt: workspace.savedAt,
    uncopiedSince: stored.uncopiedSince ?? null,
    counts: counts ?? null,
  }
}

/** Leaves one workspace for another and tells every window. */
export function moved(context: TaskContext, move: () => void): WorkspaceStatus {
  move()
  context.emit({ type: 'workspace' })
  return status(context)
}

/** Path of a workspace by its name. @throws KansliError workspace.name-unusable */
export function pathFor(context: TaskContext, name: string): string {
  if (unusable.test(name)) throw new KansliError('workspace.name-unusable', { name })
  const file = name.toLowerCase().endsWith(extension) ? name : name + extension
  return context.ports.files.join(context.ports.dataFolder, file)
}

/** The way to and from JSON is a feature of its own. */
type OwnHandlers = Omit<HandlersOf<'workspace'>, 'workspace.exportJson' | 'workspace.importJson'>

export const workspaceHandlers: OwnHandlers = {
  'workspace.status': (context) => status(context),
  'workspace.list': (context) => ({ folder: context.ports.dataFolder, workspaces: context.workspace.known() }),
  'workspace.create': (context, { name }) => moved(context, () => context.workspace.create(pathFor(context, name))),
  'workspace.open': (context, { handle }) =>
    moved(context, () => context.workspace.open(context.workspace.pathOf(handle))),
  'workspace.pick': async (context) => {
    const path = await context.ports.pickWorkspace()
    return path === null ? null : moved(context, () => context.workspace.open(path))
  },
  'workspace.add': (context, { name, base64 }) => {
    const { files } = context.ports
    const path = pathFor(context, name)
    if (files.info(path) !== null) throw new KansliError('workspace.exists', { file: files.split(path).name })
    files.write(path, Buffer.from(base64, 'base64'))
    try {
      return moved(context, () => context.workspace.open(path))
    } catch (error) {
      // What could not be opened is not left behind as if it were a workspace.
      if (context.workspace.path !== path) files.remove(path)
      throw error
    }
  },
  'workspace.example': (context) =>
    moved(context, () => {
      const path = pathFor(context, exampleName)
      if (context.ports.files.info(path) === null) context.workspace.create(path)
      else context.workspace.open(path)
      // One that was made and never filled, by a crash between the two, is filled now. A workspace of that name is left alone.
      const { db: opened } = context.workspace
      const used = get(
        opened,
        'SELECT 1 FROM setting UNION ALL SELECT 1 FROM meeting UNION ALL SELECT 1 FROM undo_step',
      )
      if (used !== undefined) return
      context.keep((db) => {
        writtenAt(db, context.ports.clock().toISOString(), () => fillExample({ db, ports: context.ports }))
        writeSettings(db, { example: true })
      })
    }),
  'workspace.close': (context) => moved(context, () => context.workspace.close()),
}

function publicSettings(stored: Partial<Settings>): Settings {
  return {
    office: stored.office ?? '',
    sender: stored.sender ?? '',
    secretary: stored.secretary ?? '',
    documentLanguage: stored.documentLanguage ?? 'sv',
  }
}

export const settingsHandlers: HandlersOf<'settings'> = {
  'settings.get': ({ db }) => publicSettings(readSettings(db)),
  'settings.set': ({ db }, change) => {
    writeSettings(db, change)
    return publicSettings(readSettings(db))
  },
}

function history(db: Parameters<typeof historyState>[0]) {
  const { undo, redo } = historyState(db)
  const shown = (step: typeof undo) => (step === null ? null : { step: step.step, method: step.method, at: step.at })
  return { undo: shown(undo), redo: shown(redo) }
}

export const historyHandlers: HandlersOf<'history'> = {
  'history.state': ({ db }) => history(db),
  'history.undo': ({ db }) => {
    moveHistory(db, 'undo')
    return history(db)
  },
  'history.redo': ({ db }) => {
    moveHistory(db, 'redo')
    return history(db)
  },
}
