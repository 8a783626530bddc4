import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { forkCore } from '#hosts/core-process/forked.ts'
import { startLoopback } from '#hosts/loopback/server.ts'
import { ensureBuilt } from '#hosts/launch/build.ts'
import { readPageFiles } from '#hosts/page-files.ts'
import { wordsIn } from '#hosts/words.ts'
import { systemChromium } from '../../run/chromium.ts'
import { median, same, type Bench } from '../measure.ts'

const blank = '<!doctype html><html lang="sv"><title>Tom</title><main><h1>Tom</h1></main></html>'

/**
 * The driver's inspector wants the line of each error that is made, and React makes five while it loads: the browser
 * parses all of React once more for them. No reader's browser has an inspector. With the lines kept from the first
 * parsing, on both sides, that is not measured.
 */
const withoutInspectorsShare = '--js-flags=--no-enable-lazy-source-positions'

/** Milliseconds from starting a browser until the page can be used and has been painted, and the page's title. Closing is not counted. */
async function show(address: string): Promise<{ took: number; title: string }> {
  const started = performance.now()
  const executablePath = systemChromium()
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: [withoutInspectorsShare, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  })
  try {
    const tab = await browser.newPage()
    await tab.goto(address)
    await tab.locator('main h1').first().waitFor()
    await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    return { took: performance.now() - started, title: await tab.title() }
  } finally {
    await browser.close()
  }
}

/** One start alone lies a tenth off the next. */
const rounds = 21

/** Start until the first page of the app can be used, against a blank page in the same browser. */
export const startPage: Bench = {
  name: 'start-page',
  what: 'browser started, first page usable and painted',
  against: 'the same with a blank page',
  target: 1.4,
  async run() {
    // Built from the very sources that are measured; said on the other stream, which no reader of rows reads.
    const page = await ensureBuilt('renderer', wordsIn('en'), console.error)
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
      same((await show(`http://127.0.0.1:${port}/`)).title, 'Tom', 'the blank page')
      same((await show(host.address())).title.includes('Kansli'), true, 'the first page')
      const [ours, reference]: [number[], number[]] = [[], []]
      for (let round = 0; round < rounds; round += 1) {
        reference.push((await show(`http://127.0.0.1:${port}/`)).took)
        ours.push((await show(host.address())).took)
      }
      return {
        ours: median(ours),
        reference: median(reference),
        ratio: median(ours.map((value, index) => value / (reference[index] ?? Number.NaN))),
      }
    } finally {
      await host.close()
      server.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
