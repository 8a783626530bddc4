/** The desktop program from start to end, with Electron handed in. */
import type { BrowserWindow, WebContents } from 'electron'
import { createCoreClient, type CoreClient } from '../core-process/client.ts'
import { defaultDataFolder } from '../node-ports.ts'
import { readPageFiles } from '../page-files.ts'
import { wordsIn } from '../words.ts'
import { utilityCore, utilityReader } from './core.ts'
import type { Electron } from './electron.ts'
import { serveCalls } from './ipc.ts'
import { lockContents, lockSession, sealNetwork } from './lockdown.ts'
import { menuTemplate } from './menu.ts'
import { dialogPorts, workspaceAmong } from './ports.ts'
import { registerScheme, servePage } from './scheme.ts'
import { askBeforeLoss, openWindow } from './window.ts'
import { nativeWords } from './words.ts'

export type ProgramFiles = { page: string; preload: string; core: string; reader: string }

/** Arguments that are the person's: after the program, and after the project's folder when it runs from sources. */
function ownArguments(argv: readonly string[], packaged: boolean): string[] {
  return argv.slice(packaged ? 1 : 2)
}

/**
 * Runs until the person quits. Called before Electron is ready. Resolves once the window stands, or
 * at once in a second instance, which hands its file to the first and ends.
 */
export async function runProgram(
  electron: Electron,
  files: ProgramFiles,
  argv: readonly string[] = process.argv,
): Promise<void> {
  const { app } = electron
  const given = workspaceAmong(ownArguments(argv, app.isPackaged), process.env['INIT_CWD'] ?? process.cwd())
  // Every writer of a profile is this one program; the file to open is all another instance has to say.
  if (!app.requestSingleInstanceLock({ open: given })) {
    app.exit(0)
    return
  }
  sealNetwork(electron)
  registerScheme(electron)

  let waiting = given
  let core: CoreClient | null = null
  let window: BrowserWindow | null = null
  let quitting = false
  const known = new Set<WebContents>()

  /** Opens a file that came from outside, through the same door as a file the person picked. */
  async function openGiven(path: string): Promise<void> {
    waiting = path
    if (core === null) return
    const reply = await core.call('workspace.pick', {})
    waiting = null
    if (!reply.ok) complain(path, reply.error)
  }
  function complain(path: string, error: Parameters<ReturnType<typeof wordsIn>['error']>[0]): void {
    const native = nativeWords(app.getPreferredSystemLanguages())
    const sentence = wordsIn(native.file === 'File' ? 'en' : 'sv').error(error)
    electron.dialog
      .showMessageBox({
        type: 'warning',
        title: native.notOpened,
        message: native.notOpened,
        detail: `${path}\n\n${sentence}`,
        buttons: [native.ok],
      })
      .catch(() => undefined)
  }

  app.on('web-contents-created', (_event, contents) => lockContents(contents))
  app.on('open-file', (event, path) => {
    event.preventDefault()
    const found = workspaceAmong([path], '/')
    if (found !== null) void openGiven(found)
  })
  app.on('second-instance', (_event, _argv, folder, data) => {
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
    const asked = typeof data === 'object' && data !== null && 'open' in data ? data.open : null
    const found = workspaceAmong([asked], folder)
    if (found !== null) void openGiven(found)
  })
  app.on('window-all-closed', () => app.quit())
  // After the window: what its page says in leaving still finds the workspace open.
  app.on('will-quit', (event) => {
    if (quitting || core === null) return
    // The workspace is closed properly first; then it really ends.
    event.preventDefault()
    quitting = true
    core
      .close()
      .catch(() => undefined)
      .finally(() => app.quit())
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    if (process.platform !== 'win32' || signal !== 'SIGHUP') process.on(signal, () => app.quit())
  }

  await app.whenReady()
  const words = nativeWords(app.getPreferredSystemLanguages())
  const dataFolder = defaultDataFolder(app.getPath('documents'))
  lockSession(electron.session.defaultSession, !app.isPackaged)
  servePage(electron, readPageFiles(files.page))
  electron.Menu.setApplicationMenu(
    electron.Menu.buildFromTemplate(menuTemplate(words, process.platform, !app.isPackaged)),
  )

  const first = waiting
  waiting = null
  core = createCoreClient({
    spawn: () => utilityCore(electron, files.core),
    spawnReader: () => utilityReader(electron, files.reader),
    dataFolder,
    open: first === null ? null : { path: first, create: false },
    answer: dialogPorts({
      electron,
      window: () => window,
      words,
      takeGiven: () => {
        const path = waiting
        waiting = null
        return path
      },
      dataFolder,
    }),
    log: (level, message) => {
      if (level === 'error') console.error(message)
    },
  })
  serveCalls(electron, core, known)
  window = openWindow(electron, files.preload)
  askBeforeLoss(electron.dialog, window, words)
  const { webContents } = window
  known.add(webContents)
  window.on('closed', () => {
    known.delete(webContents)
    window = null
  })
  const failed = await core.ready
  if (failed !== null && first !== null) complain(first, failed)
}
