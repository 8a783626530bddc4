/** Workspaces: one file `*.kansli` each. The screen holds opaque handles, never paths it made up. */
import { z } from 'zod'
import { label, line, nothing, read, task, write } from '#contract/method.ts'

export const workspaceInfo = z.strictObject({
  /** Opaque handle, valid for this run of the program. */
  handle: z.string(),
  name: z.string(),
  /** Folder and file as the person knows them; to be shown, not sent back. */
  path: z.string(),
  /** ISO instant of the file's last change; null when the file is gone. */
  changedAt: z.string().nullable(),
})
export type WorkspaceInfo = z.infer<typeof workspaceInfo>

export const workspaceStatus = z.strictObject({
  open: workspaceInfo.nullable(),
  /** This workspace is the example. */
  example: z.boolean(),
  /** ISO instant of the last commit that reached the disk in this run; null before the first. */
  savedAt: z.string().nullable(),
  /** ISO instant of a close at which no safety copy could be made, and since when none has been; null otherwise. */
  uncopiedSince: z.string().nullable(),
  counts: z.strictObject({ meetings: z.int(), people: z.int(), organisations: z.int(), bodies: z.int() }).nullable(),
})
export type WorkspaceStatus = z.infer<typeof workspaceStatus>

const handle = z.strictObject({ handle: z.string().max(100) })

export const workspaceMethods = {
  'workspace.status': task(nothing, workspaceStatus),
  /** Known workspaces: lately opened ones and those in the data folder, newest first. */
  'workspace.list': task(nothing, z.strictObject({ folder: z.string(), workspaces: z.array(workspaceInfo) })),
  /** Makes `<name>.kansli` in the data folder (or where the host's dialog says) and opens it. */
  'workspace.create': task(z.strictObject({ name: label(120) }), workspaceStatus),
  'workspace.open': task(handle, workspaceStatus),
  /** Lets the person choose a file. `picker.unavailable` where the host has no dialog: then `workspace.add`. */
  'workspace.pick': task(nothing, workspaceStatus.nullable()),
  /** A workspace file chosen in a browser: kept as a copy in the data folder, checked, opened. */
  'workspace.add': task(z.strictObject({ name: label(200), base64: z.string().max(400_000_000) }), workspaceStatus),
  /** Opens the example, made fresh when it is not there. */
  'workspace.example': task(nothing, workspaceStatus),
  'workspace.close': task(nothing, workspaceStatus),
} as const

export const settings = z.strictObject({
  /** The office: header of documents, `dc:creator`. */
  office: z.string(),
  /** Sender put on a new meeting. */
  sender: z.string(),
  /** Secretary put on a new meeting. */
  secretary: z.string(),
  documentLanguage: z.enum(['sv', 'en']),
})
export type Settings = z.infer<typeof settings>

const settingsChange = settings.extend({ office: line(), sender: line(), secretary: line() })

export const settingsMethods = {
  'settings.get': read(nothing, settings),
  'settings.set': write(settingsChange.partial(), settings),
} as const

export const historyState = z.strictObject({
  /** The step that undo would take back; method name, so that the screen can word it. */
  undo: z.strictObject({ step: z.int(), method: z.string(), at: z.string() }).nullable(),
  redo: z.strictObject({ step: z.int(), method: z.string(), at: z.string() }).nullable(),
})
export type HistoryState = z.infer<typeof historyState>

export const historyMethods = {
  'history.state': read(nothing, historyState),
  /** Not undo steps themselves: dispatch runs them in a transaction without recording. */
  'history.undo': write(nothing, historyState),
  'history.redo': write(nothing, historyState),
} as const
