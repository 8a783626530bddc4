import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { forkCore } from '#hosts/core-process/forked.ts'
import { startLoopback } from '#hosts/loopback/server.ts'
import { readPageFiles } from '#hosts/page-files.ts'
import { systemChromium } from '../../run/chromium.ts'
import { byTurns, same, type Bench } from '../measure.ts'

const page = fileURLToPath(new URL('../../../dist/renderer', import.meta.url))
const blank = '<!doctype html><html lang="sv"><title>Tom</title><main><h1>Tom</h1></main></html>'

/** From starting a browser until the page can be used and has been painted. */
async function show(address: string): Promise<string> {
  const executablePath = systemChromium()
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const tab = await browser.newPage()
    await tab.goto(address)
    await tab.locator('main h1').first().waitFor()
    await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    return await tab.title()
  } finally {
    await browser.close()
  }
}

/** Start until the first page of the app can be used, against a blank page in the same browser. */
export const startPage: Bench = {
  name: 'start-page',
  what: 'browser started, first page usable and painted',
  against: 'the same with a blank page',
  target: 1.4,
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'kansli-bench-'))
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(blank)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    // listen() on a port gives an address object, never a pipe's name.
    const { port } = server.address() as AddressInfo
    const host = await startLoopback({
      files: readPageFiles(page),
      spawn: forkCore,
      dataFolder: folder,
      open: { path: join(folder, 'bench.kansli'), create: true },
      log: () => undefined,
    })
    try {
      await host.ready
      same(await show(`http://127.0.0.1:${port}/`), 'Tom', 'the blank page')
      same((await show(host.address())).includes('Kansli'), true, 'the first page')
      return await byTurns(
        () => show(host.address()),
        () => show(`http://127.0.0.1:${port}/`),
        { rounds: 11, warm: 1 },
      )
    } finally {
      await host.close()
      server.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
