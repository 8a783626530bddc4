/** The page's door: one channel in, one out. Who asks is checked before what is asked. */
import type { IpcMainInvokeEvent, WebContents } from 'electron'
import type { Reply } from '#contract/envelope.ts'
import type { CoreClient } from '../core-process/client.ts'
import type { Electron } from './electron.ts'
import { origin } from './scheme.ts'

export const callChannel = 'kansli:call'
export const eventChannel = 'kansli:event'

/** The main frame of a page we opened, at our own origin, and nobody else. */
export function isOurs(
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  known: ReadonlySet<WebContents>,
): boolean {
  const { sender, senderFrame } = event
  if (senderFrame === null || !known.has(sender)) return false
  return senderFrame === sender.mainFrame && senderFrame.parent === null && senderFrame.origin === origin
}

/** Serves calls of known pages and tells them events. Returns the way to stop. */
export function serveCalls(
  { ipcMain }: Pick<Electron, 'ipcMain'>,
  core: CoreClient,
  known: ReadonlySet<WebContents>,
): () => void {
  ipcMain.handle(callChannel, async (event, name: unknown, input: unknown, ...more: unknown[]): Promise<Reply> => {
    if (!isOurs(event, known)) throw new Error('refused')
    if (typeof name !== 'string' || more.length > 0)
      return { ok: false, error: { code: 'call.bad-input', params: { method: '', where: '' } } }
    return core.call(name, input)
  })
  const stop = core.onEvent((event) => {
    for (const contents of known) if (!contents.isDestroyed()) contents.send(eventChannel, event)
  })
  return () => {
    ipcMain.removeHandler(callChannel)
    stop()
  }
}
