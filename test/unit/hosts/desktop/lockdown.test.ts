/** What pages may not do, and who may speak to the main process. */
import { describe, expect, it } from 'vitest'
import { serveCalls } from '#hosts/desktop/ipc.ts'
import { lockContents, lockSession, mayRequest, sealNetwork } from '#hosts/desktop/lockdown.ts'
import { menuTemplate } from '#hosts/desktop/menu.ts'
import { answerPage, registerScheme } from '#hosts/desktop/scheme.ts'
import { windowOptions } from '#hosts/desktop/window.ts'
import { nativeWords } from '#hosts/desktop/words.ts'
import { contentSecurityPolicy } from '#hosts/policy.ts'
import { createCoreClient } from '#hosts/core-process/client.ts'
import { noReader } from '../fake-core.ts'
import { FakeCore } from '../fake-core.ts'
import { FakeContents, fakeIpc } from './fake-electron.ts'
import { fakeElectron, FakeSession } from './fake-program.ts'

const page = { type: 'text/html; charset=utf-8', bytes: Uint8Array.from(Buffer.from('page')) }
const files = new Map([
  ['/', page],
  ['/a.js', { type: 'text/javascript; charset=utf-8', bytes: Uint8Array.from(Buffer.from('1')) }],
])

describe('every window', () => {
  it('is isolated, in a sandbox, without Node, webviews, insecure content, experiments or spelling', () => {
    const { webPreferences } = windowOptions('/preload.cjs', false)
    expect(webPreferences).toEqual({
      preload: '/preload.cjs',
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
    })
  })

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('refuses %s', (event) => {
    const contents = new FakeContents()
    lockContents(contents.asElectron)
    let prevented = false
    contents.emit(event, { preventDefault: () => (prevented = true), url: 'https://attacker.example' })
    expect(prevented).toBe(true)
  })

  it('opens no further window, wherever it leads', () => {
    const contents = new FakeContents()
    lockContents(contents.asElectron)
    for (const url of ['https://x.example', 'app://kansli/', 'file:///etc/passwd', 'smb://x', 'about:blank'])
      expect(contents.openHandler?.({ url })).toEqual({ action: 'deny' })
  })
})

describe('the session', () => {
  const locked = (developing = false) => {
    const session = new FakeSession()
    // The part of Session in use.
    lockSession(session as never, developing)
    return session
  }

  it.each([
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'fileSystem',
    'display-capture',
    'midi',
    'hid',
    'usb',
    'serial',
    'unknown',
    'fullscreen',
    'local-fonts',
    'idle-detection',
  ])('refuses %s, asked or checked', (permission) => {
    const session = locked()
    let given: boolean | undefined
    session.handlers['request']?.(...([null, permission, (granted: boolean) => (given = granted)] as never[]))
    expect(given).toBe(false)
    expect(session.handlers['check']?.(...([null, permission] as never[]))).toBe(false)
  })

  it('lets the page copy, and nothing else', () => {
    const session = locked()
    expect(session.handlers['check']?.(...([null, 'clipboard-sanitized-write'] as never[]))).toBe(true)
  })

  it('gives no device, pairs none, shares no screen', () => {
    const session = locked()
    expect(session.handlers['device']?.()).toBe(false)
    let paired: unknown
    session.handlers['bluetooth']?.(...([{}, (response: unknown) => (paired = response)] as never[]))
    expect(paired).toEqual({ confirmed: false })
    let streams: unknown
    session.handlers['display']?.(...([{}, (given: unknown) => (streams = given)] as never[]))
    expect(streams).toEqual({})
    expect(session.handlers['usb']?.(...([{ protectedClasses: ['audio'] }] as never[]))).toEqual(['audio'])
  })

  it.each([
    ['select-hid-device', 2],
    ['select-usb-device', 2],
    ['select-serial-port', 3],
  ] as const)('chooses nothing at %s', (event, at) => {
    const session = locked()
    let [prevented, chosen] = [false, 'untouched' as string | undefined]
    const args: unknown[] = [{ preventDefault: () => (prevented = true) }, {}, {}, {}]
    args[at] = (id?: string) => (chosen = id)
    session.emit(event, ...args)
    expect(prevented).toBe(true)
    expect(chosen === undefined || chosen === '').toBe(true)
  })

  it('starts no download and checks no spelling', () => {
    const session = locked()
    let prevented = false
    session.emit('will-download', { preventDefault: () => (prevented = true) })
    expect(prevented).toBe(true)
    expect(session.spelling).toBe(false)
  })

  it.each([
    'https://x.example/',
    'http://127.0.0.1/',
    'file:///etc/passwd',
    'ws://x',
    'app://other/',
    'app://kansli.attacker/',
    'devtools://x',
    'blob:https://x/1',
    'ftp://x',
    'not a url',
    'chrome://gpu',
  ])('cancels a request for %s', (url) => {
    const session = locked()
    let answer: unknown
    session.handlers['before']?.(...([{ url }, (given: unknown) => (answer = given)] as never[]))
    expect(answer).toEqual({ cancel: true })
  })

  it('lets its own page load, and the developer tools where the program is not packaged', () => {
    expect(mayRequest('app://kansli/a.js', false)).toBe(true)
    expect(mayRequest('blob:app://kansli/1', false)).toBe(true)
    expect(mayRequest('devtools://devtools/x', true)).toBe(true)
  })

  it('is cut off from names and background services before it starts', () => {
    const { electron, app } = fakeElectron()
    sealNetwork(electron)
    expect(app.sandboxed).toBe(true)
    expect(app.switches).toContain('host-resolver-rules=MAP * ~NOTFOUND')
    expect(app.switches).toContain('disable-component-update')
    expect(app.switches.join()).not.toContain('no-sandbox')
  })
})

describe('the page’s own scheme', () => {
  it('is an origin of its own that bypasses nothing', () => {
    const { electron, schemes } = fakeElectron()
    registerScheme(electron)
    expect(schemes).toMatchObject([
      {
        scheme: 'app',
        privileges: { standard: true, secure: true, bypassCSP: false, allowServiceWorkers: false, corsEnabled: false },
      },
    ])
  })

  it('serves the page with its policy', async () => {
    const answer = answerPage(files, { method: 'GET', url: 'app://kansli/' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
    expect(await answer.text()).toBe('page')
  })

  it('has a policy without inline scripts, evaluation or other origins', () => {
    expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*|blob:/)
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "base-uri 'none'",
      "form-action 'none'",
    ])
      expect(contentSecurityPolicy.split('; ')).toContain(rule)
  })

  it.each([
    'app://kansli/../package.json',
    'app://kansli/%2e%2e/package.json',
    'app://kansli/..%2f..%2fetc/passwd',
    'app://kansli//etc/passwd',
    'app://kansli/a.js/',
    'app://kansli/a%2ejs',
    'app://other/',
    'app://user@kansli/',
    'app://kansli:1/',
    'http://kansli/',
    'nonsense',
  ])('serves nothing for %s', (url) => {
    const answer = answerPage(files, { method: 'GET', url })
    expect(answer.status).toBe(404)
    expect(answer.body).toBeNull()
  })

  it('takes nothing but GET and HEAD', () => {
    expect(answerPage(files, { method: 'POST', url: 'app://kansli/' }).status).toBe(405)
    expect(answerPage(files, { method: 'HEAD', url: 'app://kansli/' }).status).toBe(200)
  })
})

describe('calls of the page', () => {
  function served() {
    const core = new FakeCore()
    const client = createCoreClient({
      spawn: () => core,
      spawnReader: noReader,
      dataFolder: '/data',
      open: null,
      answer: () => Promise.resolve(null),
      log: () => undefined,
    })
    const ipc = fakeIpc()
    const stop = serveCalls({ ipcMain: ipc.ipcMain }, client, ipc.known)
    return { core, ipc, stop }
  }

  it('come over one channel', () => {
    expect(served().ipc.channels()).toEqual(['kansli:call'])
  })

  it('are answered for the main frame of a known page', async () => {
    const { ipc } = served()
    expect(await ipc.invoke('meetings.list', { limit: 1 })).toEqual({
      ok: true,
      value: { name: 'meetings.list', input: { limit: 1 } },
    })
  })

  it('are refused from an unknown page, a frame inside, a dead frame and another origin', async () => {
    const { core, ipc } = served()
    const stranger = new FakeContents()
    const inner = { origin: 'app://kansli', parent: ipc.contents.mainFrame }
    await expect(ipc.invokeFrom(stranger, stranger.mainFrame, 'a', {})).rejects.toThrow('refused')
    await expect(ipc.invokeFrom(ipc.contents, inner, 'a', {})).rejects.toThrow('refused')
    await expect(ipc.invokeFrom(ipc.contents, null, 'a', {})).rejects.toThrow('refused')
    for (const origin of ['https://attacker.example', 'null', 'app://kansli.attacker', 'file://']) {
      ipc.contents.mainFrame = { origin, parent: null }
      await expect(ipc.invokeFrom(ipc.contents, ipc.contents.mainFrame, 'a', {})).rejects.toThrow('refused')
    }
    expect(core.calls).toEqual([])
  })

  it.each([
    [undefined, {}],
    [5, {}],
    [{ name: 'a' }, {}],
    [['a'], {}],
  ])('are refused with a code when the name is %j', async (name, input) => {
    const { core, ipc } = served()
    expect(await ipc.invoke(name, input)).toMatchObject({ ok: false, error: { code: 'call.bad-input' } })
    expect(core.calls).toEqual([])
  })

  it('are refused with a code when they bring more than a name and an input', async () => {
    const { ipc } = served()
    expect(await ipc.invokeFrom(ipc.contents, ipc.contents.mainFrame, 'a', {}, 'more')).toMatchObject({ ok: false })
  })

  it('are told events, until the page is gone', () => {
    const { core, ipc } = served()
    core.tell({ kind: 'event', event: { type: 'workspace' } })
    expect(ipc.contents.sent).toEqual([['kansli:event', { type: 'workspace' }]])
    ipc.contents.destroyed = true
    core.tell({ kind: 'event', event: { type: 'workspace' } })
    expect(ipc.contents.sent).toHaveLength(1)
  })

  it('end with the host', () => {
    const { ipc, stop } = served()
    stop()
    expect(ipc.channels()).toEqual([])
  })
})

describe('the system’s menu', () => {
  const roles = (platform: NodeJS.Platform, developing: boolean) =>
    menuTemplate(nativeWords(['sv']), platform, developing).flatMap(({ submenu }) =>
      Array.isArray(submenu) ? submenu.map(({ role }) => role) : [],
    )

  it('has no reload, no undo of its own, and the developer tools only while developing', () => {
    for (const platform of ['win32', 'darwin', 'linux'] as const) {
      expect(roles(platform, false)).not.toContain('toggleDevTools')
      expect(roles(platform, true)).toContain('toggleDevTools')
      for (const role of ['reload', 'forceReload', 'undo', 'redo'] as const)
        expect(roles(platform, true)).not.toContain(role)
      expect(roles(platform, false)).toContain('quit')
    }
  })

  it('speaks English where the system prefers it, else Swedish', () => {
    expect(nativeWords(['en-GB', 'sv-SE']).file).toBe('File')
    expect(nativeWords(['sv-SE', 'en-GB']).file).toBe('Arkiv')
    expect(nativeWords(['de-DE']).file).toBe('Arkiv')
  })
})
