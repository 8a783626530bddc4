/** All that the page gets of Electron: two functions, frozen. No channel names, no events, no senders. */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { Reply } from '#contract/envelope.ts'
import type { KansliEvent } from '#contract/events.ts'

const bridge = Object.freeze({
  /** Runs a method; the reply carries its value or its coded error. */
  // The main process answers with a Reply and nothing else.
  call: (name: string, input: unknown): Promise<Reply> =>
    ipcRenderer.invoke('kansli:call', name, input) as Promise<Reply>,
  /** Hears pushed events until the returned function is called. */
  on: (listener: (event: KansliEvent) => void): (() => void) => {
    const hear = (_event: IpcRendererEvent, event: KansliEvent) => listener(event)
    ipcRenderer.on('kansli:event', hear)
    return () => {
      ipcRenderer.off('kansli:event', hear)
    }
  },
})

contextBridge.exposeInMainWorld('kansli', bridge)
