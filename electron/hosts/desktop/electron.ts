/** The part of Electron's main-process module in use, handed in so that tests can hand in a small fake. */
import type * as main from 'electron'

export type Electron = Pick<
  typeof main,
  'app' | 'BrowserWindow' | 'dialog' | 'ipcMain' | 'Menu' | 'nativeTheme' | 'protocol' | 'session' | 'utilityProcess'
>
