/** The one window: a page without Node, in a sandbox, with two functions from the preload script. */
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import type { Electron } from './electron.ts'
import { pageAddress } from './scheme.ts'
import type { NativeWords } from './words.ts'

/** The page's own grounds, so that no flash of another colour comes before it. */
const grounds = { light: '#fbfaf7', dark: '#191a1c' }

export function windowOptions(preload: string, dark: boolean): BrowserWindowConstructorOptions {
  return {
    name: 'main',
    windowStatePersistence: true,
    width: 1440,
    height: 920,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Kansli',
    autoHideMenuBar: true,
    backgroundColor: dark ? grounds.dark : grounds.light,
    webPreferences: {
      preload,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      plugins: false,
    },
  }
}

/** Makes the window and loads the page. A page whose process ends is loaded again. */
export function openWindow(electron: Pick<Electron, 'BrowserWindow' | 'nativeTheme'>, preload: string): BrowserWindow {
  const window = new electron.BrowserWindow(windowOptions(preload, electron.nativeTheme.shouldUseDarkColors))
  const load = () => window.loadURL(pageAddress).catch(() => undefined)
  window.once('ready-to-show', () => window.show())
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit' && !window.isDestroyed()) void load()
  })
  void load()
  return window
}

/**
 * A page that holds something unsaved wants to stay. Electron would keep the window without a word, so that it seems
 * not to close at all: the person is asked.
 */
export function askBeforeLoss(
  dialog: Pick<Electron['dialog'], 'showMessageBoxSync'>,
  window: BrowserWindow,
  words: NativeWords,
): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const leave = dialog.showMessageBoxSync(window, {
      type: 'warning',
      title: words.unsaved,
      message: words.unsaved,
      detail: words.unsavedMore,
      buttons: [words.stay, words.leave],
      defaultId: 0,
      cancelId: 0,
    })
    if (leave === 1) event.preventDefault()
  })
}
