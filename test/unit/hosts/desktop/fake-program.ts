/** The rest of the stand-in: everything a whole run of the desktop program touches. */
import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions, MenuItemConstructorOptions } from 'electron'
import type { Electron } from '#hosts/desktop/electron.ts'
import { FakeCore } from '../fake-core.ts'
import { FakeContents, fakeIpc } from './fake-electron.ts'

type Handler = (...args: never[]) => unknown

/** A session that keeps the handlers it is given. */
export class FakeSession extends EventEmitter {
  readonly handlers: Record<string, Handler> = {}
  spelling = true
  setPermissionRequestHandler = (handler: Handler) => void (this.handlers['request'] = handler)
  setPermissionCheckHandler = (handler: Handler) => void (this.handlers['check'] = handler)
  setDevicePermissionHandler = (handler: Handler) => void (this.handlers['device'] = handler)
  setBluetoothPairingHandler = (handler: Handler) => void (this.handlers['bluetooth'] = handler)
  setUSBProtectedClassesHandler = (handler: Handler) => void (this.handlers['usb'] = handler)
  setDisplayMediaRequestHandler = (handler: Handler) => void (this.handlers['display'] = handler)
  setSpellCheckerEnabled = (on: boolean) => void (this.spelling = on)
  webRequest = { onBeforeRequest: (handler: Handler) => void (this.handlers['before'] = handler) }
}

class FakeApp extends EventEmitter {
  isPackaged = true
  readonly switches: string[] = []
  sandboxed = false
  quits = 0
  exits: number[] = []
  first = true
  lockData: unknown
  languages = ['sv-SE']
  commandLine = {
    appendSwitch: (name: string, value?: string) => this.switches.push(value === undefined ? name : `${name}=${value}`),
  }
  enableSandbox = () => void (this.sandboxed = true)
  getPath = () => '/documents'
  getPreferredSystemLanguages = () => this.languages
  whenReady = () => Promise.resolve()
  requestSingleInstanceLock = (data: unknown) => {
    this.lockData = data
    return this.first
  }
  exit = (code: number) => void this.exits.push(code)
  /** Whether the windows let themselves be closed. */
  windowsClose: () => boolean = () => true
  /** As Electron does: asks the program, closes the windows, asks once more; what prevents any of it keeps the program. */
  quit = () => {
    let prevented = false
    const event = { preventDefault: () => (prevented = true) }
    this.emit('before-quit', event)
    if (prevented || !this.windowsClose()) return
    this.emit('will-quit', event)
    if (!prevented) this.quits += 1
  }
}

export class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents()
  readonly loaded: string[] = []
  readonly options: BrowserWindowConstructorOptions
  shown = false
  focused = false
  minimized = false
  destroyed = false
  constructor(options: BrowserWindowConstructorOptions) {
    super()
    this.options = options
  }
  loadURL(url: string): Promise<void> {
    this.loaded.push(url)
    return Promise.resolve()
  }
  show = () => void (this.shown = true)
  focus = () => void (this.focused = true)
  restore = () => void (this.minimized = false)
  isMinimized = () => this.minimized
  isDestroyed = () => this.destroyed
}

export type Choice = { canceled: boolean; filePath?: string; filePaths?: string[] }

export function fakeElectron() {
  const app = new FakeApp()
  const session = new FakeSession()
  const ipc = fakeIpc()
  const windows: FakeWindow[] = []
  const cores: FakeCore[] = []
  const forks: { file: string; options: unknown }[] = []
  const schemes: unknown[] = []
  const served = new Map<string, (request: Request) => Response | Promise<Response>>()
  const boxes: { message: string; detail: string }[] = []
  const asked: Record<string, unknown>[] = []
  let menu: MenuItemConstructorOptions[] = []
  let choice: Choice = { canceled: true, filePath: '', filePaths: [] }
  let button = 0

  const choose = (...args: Record<string, unknown>[]) => {
    asked.push(args.at(-1) ?? {})
    return Promise.resolve(choice)
  }
  const electron = {
    app,
    BrowserWindow: class extends FakeWindow {
      constructor(options: BrowserWindowConstructorOptions) {
        super(options)
        windows.push(this)
        app.emit('web-contents-created', {}, this.webContents)
      }
    },
    dialog: {
      showSaveDialog: choose,
      showOpenDialog: choose,
      showMessageBox: (box: { message: string; detail: string }) => {
        boxes.push(box)
        return Promise.resolve({ response: 0 })
      },
      showMessageBoxSync: (_window: unknown, box: { message: string; detail: string }) => {
        boxes.push(box)
        return button
      },
    },
    ipcMain: ipc.ipcMain,
    Menu: {
      buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
      setApplicationMenu: (built: MenuItemConstructorOptions[]) => void (menu = built),
    },
    nativeTheme: { shouldUseDarkColors: true },
    protocol: {
      registerSchemesAsPrivileged: (list: unknown[]) => void schemes.push(...list),
      handle: (name: string, handler: (request: Request) => Response) => void served.set(name, handler),
    },
    session: { defaultSession: session },
    utilityProcess: {
      fork: (file: string, _args: string[], options: unknown) => {
        forks.push({ file, options })
        const core = new FakeCore()
        cores.push(core)
        const child = new EventEmitter()
        core.onMessage((message) => child.emit('message', message))
        core.onExit(() => child.emit('exit', 0))
        return Object.assign(child, {
          pid: undefined,
          postMessage: (message: Parameters<FakeCore['send']>[0]) => core.send(message),
        })
      },
    },
    // Only what the program uses is there; the compiler checks the program against the real module.
  } as unknown as Electron

  return {
    electron,
    app,
    session,
    ipc,
    windows,
    cores,
    forks,
    schemes,
    served,
    boxes,
    asked,
    menu: () => menu,
    willPress: (next: number) => void (button = next),
    willChoose: (next: Choice) => void (choice = next),
  }
}
