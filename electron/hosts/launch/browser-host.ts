/** Kansli in a browser: serves on this machine until it is told to end. */
import { createInterface } from 'node:readline'
import { forkCore } from '../core-process/forked.ts'
import type { OpenFirst } from '../core-process/protocol.ts'
import { startLoopback } from '../loopback/server.ts'
import { defaultDataFolder } from '../node-ports.ts'
import { readPageFiles } from '../page-files.ts'
import type { Words } from '../words.ts'
import { hasDisplay, openBrowser } from './browser.ts'
import { outliveTerminal, whenToEnd } from './lifetime.ts'

/** Hours without a page after which it ends by itself. */
const idleHours = 12

export type BrowserHostOptions = {
  words: Words
  page: string
  open: OpenFirst | null
  /** False: the address is only shown. */
  openBrowser: boolean
}

/** Resolves when everything has ended: workspace closed, core gone, port free. */
export async function runBrowserHost({ words, page, open, openBrowser: mayOpen }: BrowserHostOptions): Promise<void> {
  outliveTerminal()
  const host = await startLoopback({
    files: readPageFiles(page),
    spawn: forkCore,
    dataFolder: defaultDataFolder(),
    open,
    log: (level, message) => {
      if (level === 'error') console.error(message)
    },
  })
  let forget: () => void = () => undefined
  await new Promise<void>((resolve) => {
    whenToEnd(() => resolve())
    const idle = setInterval(() => {
      if (host.idleFor() < idleHours * 3_600_000) return
      console.log(words.t('start.idle', { hours: idleHours }))
      resolve()
    }, 60_000)
    idle.unref()
    host.ready
      .then((failed) => {
        if (failed !== null)
          console.error(
            open === null
              ? words.error(failed)
              : `${words.t('start.openFailed', { file: open.path })} ${words.error(failed)}`,
          )
        const address = host.address()
        const opened = mayOpen && hasDisplay() ? openBrowser(address) : null
        if (opened !== null) forget = () => opened.forget()
        setTimeout(forget, 60_000).unref()
        console.log(
          words.t(opened?.started === true ? 'start.opening' : hasDisplay() ? 'start.address' : 'start.noDisplay'),
        )
        console.log(address)
        console.log(words.t(process.stdin.isTTY ? 'start.more' : 'start.stop'))
        if (process.stdin.isTTY)
          createInterface({ input: process.stdin })
            .on('line', () => console.log(host.address()))
            .on('SIGINT', () => process.kill(process.pid, 'SIGINT'))
      })
      .catch(resolve)
  })
  console.log(words.t('start.closing'))
  forget()
  await host.close()
  process.stdin.destroy()
  console.log(words.t('start.closed'))
}
