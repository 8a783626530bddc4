/** What pages may not do, whatever they ask for: permissions, devices, other addresses, other windows, downloads. */
import type { Session, WebContents } from 'electron'
import type { Electron } from './electron.ts'
import { origin, scheme } from './scheme.ts'

/** Before Electron is ready: nothing of Chromium's own goes looking for a network. */
export function sealNetwork({ app }: Pick<Electron, 'app'>): void {
  app.enableSandbox()
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'no-pings',
    'disable-breakpad',
  ]) {
    app.commandLine.appendSwitch(name)
  }
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch(
    'disable-features',
    'MediaRouter,OptimizationHints,AutofillServerCommunication,SpareRendererForSitePerProcess',
  )
}

/** Whether a request may go out at all. @param developing the developer tools load their own pages */
export function mayRequest(url: string, developing: boolean): boolean {
  const protocol = URL.canParse(url) ? new URL(url).protocol : ''
  if (protocol === `${scheme}:`) return url.startsWith(`${origin}/`)
  if (protocol === 'blob:') return url.startsWith(`blob:${origin}/`)
  return developing && protocol === 'devtools:'
}

/** Writing to the clipboard is what "copy" is; everything else is refused. */
const granted = new Set(['clipboard-sanitized-write'])

export function lockSession(session: Session, developing: boolean): void {
  session.setPermissionRequestHandler((_contents, permission, callback) => callback(granted.has(permission)))
  session.setPermissionCheckHandler((_contents, permission) => granted.has(permission))
  session.setDevicePermissionHandler(() => false)
  session.setBluetoothPairingHandler((_details, callback) => callback({ confirmed: false }))
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses)
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}))
  session.on('select-hid-device', (choosing, _details, choose) => {
    choosing.preventDefault()
    choose()
  })
  session.on('select-usb-device', (choosing, _details, choose) => {
    choosing.preventDefault()
    choose()
  })
  session.on('select-serial-port', (choosing, _ports, _contents, choose) => {
    choosing.preventDefault()
    choose('')
  })
  session.on('will-download', (downloading) => downloading.preventDefault())
  // Chromium's own spelling fetches dictionaries, and stores the words it is taught.
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !mayRequest(details.url, developing) }))
}

/** One page, which stays where it is: no navigation, no redirect, no further window, no frame of another origin, no webview. */
export function lockContents(contents: WebContents): void {
  const stay = (event: { preventDefault(): void }) => event.preventDefault()
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', stay)
  contents.on('select-bluetooth-device', (event, _devices, callback) => {
    event.preventDefault()
    callback('')
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
