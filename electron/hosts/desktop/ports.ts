/** Dialogs as the core's ports: a path only ever comes from a person's choice, never from the page. */
import { realpathSync, statSync } from 'node:fs'
import { basename, extname, join, resolve } from 'node:path'
import type { BrowserWindow } from 'electron'
import { safeFileName } from '../file-names.ts'
import { writeDocument } from '../node-files.ts'
import type { Question } from '../core-process/protocol.ts'
import type { Electron } from './electron.ts'
import type { NativeWords } from './words.ts'

/** The workspace file among a program's arguments: an existing, regular file of our ending, links followed. Null for anything else. */
export function workspaceAmong(args: readonly unknown[], folder: string): string | null {
  for (const given of args) {
    if (typeof given !== 'string' || given.startsWith('-') || extname(given).toLowerCase() !== '.kansli') continue
    try {
      const path = realpathSync(resolve(folder, given))
      if (statSync(path).isFile()) return path
    } catch {
      // Nothing of that name: another argument may be one.
    }
  }
  return null
}

export type DialogOptions = {
  electron: Pick<Electron, 'dialog' | 'app'>
  window: () => BrowserWindow | null
  words: NativeWords
  /** A file the program was given from outside, to be opened in place of asking; null when there is none. Taken once. */
  takeGiven: () => string | null
  dataFolder: string
}

export function dialogPorts({ electron, window, words, takeGiven, dataFolder }: DialogOptions) {
  /** A sheet of the window, or a dialog of its own while there is none. */
  const parent = () => window() ?? undefined

  async function saveFile(name: string, bytes: Uint8Array): Promise<string | null> {
    const safe = safeFileName(name)
    const ending = extname(safe).slice(1)
    const options = {
      title: words.saveTitle,
      buttonLabel: words.saveButton,
      defaultPath: join(electron.app.getPath('documents'), safe),
      filters: ending === '' ? [] : [{ name: words.documents, extensions: [ending] }],
    }
    const over = parent()
    const { canceled, filePath } =
      over === undefined
        ? await electron.dialog.showSaveDialog(options)
        : await electron.dialog.showSaveDialog(over, options)
    if (canceled || filePath === '') return null
    writeDocument(filePath, bytes)
    return basename(filePath)
  }

  async function pickWorkspace(): Promise<string | null> {
    const given = takeGiven()
    if (given !== null) return given
    const options = {
      title: words.openTitle,
      buttonLabel: words.openButton,
      defaultPath: dataFolder,
      properties: ['openFile' as const],
      filters: [{ name: words.workspaces, extensions: ['kansli'] }],
    }
    const over = parent()
    const { canceled, filePaths } =
      over === undefined
        ? await electron.dialog.showOpenDialog(options)
        : await electron.dialog.showOpenDialog(over, options)
    return canceled ? null : (filePaths[0] ?? null)
  }

  return (question: Question): Promise<string | null> =>
    question.port === 'saveFile' ? saveFile(question.name, question.bytes) : pickWorkspace()
}
