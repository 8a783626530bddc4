/** The one window: a page without Node, in a sandbox, with two functions from the preload script. */
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import type { Electron } from './electron.ts'
import { pageAddress } from './scheme.ts'

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
