/** A small stand-in for Electron's main-process module: it remembers what it was told, and can be made to ask. */
import { EventEmitter } from 'node:events'
import type { IpcMainInvokeEvent, WebContents } from 'electron'
import type { Reply } from '#contract/envelope.ts'
import type { Electron } from '#hosts/desktop/electron.ts'

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown

export type FakeFrame = { origin: string; parent: FakeFrame | null }

/** A page with one frame at the given origin. */
export class FakeContents extends EventEmitter {
  mainFrame: FakeFrame
  readonly sent: unknown[][] = []
  openHandler: ((details: { url: string }) => { action: string }) | null = null
  destroyed = false
  constructor(origin = 'app://kansli') {
    super()
    this.mainFrame = { origin, parent: null }
  }
  send(...args: unknown[]): void {
    this.sent.push(args)
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler
  }
  /** The part of WebContents in use is there; the compiler wants the other hundreds. */
  get asElectron(): WebContents {
    return this as unknown as WebContents
  }
}

/** ipcMain with one known page, and a way for that page to ask. */
export function fakeIpc() {
  const handlers = new Map<string, Handler>()
  const contents = new FakeContents()
  const known = new Set<WebContents>([contents.asElectron])
  const ipcMain = {
    handle: (channel: string, handler: Handler) => void handlers.set(channel, handler),
    removeHandler: (channel: string) => void handlers.delete(channel),
    // Only these two of ipcMain are in use.
  } as unknown as Electron['ipcMain']

  /** Asks as a page would; `frame` is the frame that asks. What crosses is cloned, as Electron clones it. */
  async function invokeFrom(sender: FakeContents, frame: FakeFrame | null, ...args: unknown[]): Promise<unknown> {
    const handler = handlers.get('kansli:call')
    if (handler === undefined) throw new Error('no handler')
    // The part of the event in use.
    const event = { sender, senderFrame: frame } as unknown as IpcMainInvokeEvent
    return handler(event, ...args.map((one) => structuredClone(one)))
  }
  return {
    ipcMain,
    contents,
    known,
    channels: () => [...handlers.keys()],
    invokeFrom,
    invoke: (name: unknown, input: unknown): Promise<Reply> =>
      // A handler of ours gives a Reply.
      invokeFrom(contents, contents.mainFrame, name, input) as Promise<Reply>,
  }
}
