import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { build } from 'vite'
import { forkCore } from '#hosts/core-process/forked.ts'
import { ensureBuilt } from '#hosts/launch/build.ts'
import { startLoopback } from '#hosts/loopback/server.ts'
import { readPageFiles } from '#hosts/page-files.ts'
import { wordsIn } from '#hosts/words.ts'
import { wholeMeetings } from '../../../renderer/features/start/amounts.ts'
import { systemChromium } from '../../run/chromium.ts'
import { openingTime, pressInto, typeKeys } from '../keys.ts'
import { pages, storeMeeting } from '../long-meeting.ts'
import { median, same, type Bench } from '../measure.ts'
import { subject } from '../subject.ts'

const [long, short] = [200, 3]
/**
 * A frame comes as soon as it is asked for. At the pace of a display, half of what is measured is the wait for its next
 * frame, the same on both sides: it hides what a long text costs, and pulls every ratio towards one.
 */
const withoutDisplay = ['--disable-frame-rate-limit', '--disable-gpu-vsync']
/** Of one run's medians there are as many as steady their own median: one alone lies a tenth off. */
const rounds = 9
const keys = 60

type Stage = {
  /** A page of the program at the list of meetings, and the links there. */
  program: () => Promise<Page>
  links: { long: string; short: string }
  /** The peer's page, before its document is made. */
  peer: () => Promise<Page>
}

/** TipTap's page, built as the program's own is, with the minutes as one document. */
async function servePeer(folder: string): Promise<{ address: string; close: () => void }> {
  const out = join(folder, 'peer')
  await build({
    configFile: false,
    root: fileURLToPath(new URL('../peer', import.meta.url)),
    logLevel: 'warn',
    mode: 'production',
    build: { outDir: out, emptyOutDir: true },
  })
  const content = pages(long).flatMap(({ title, blocks }) => [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: title }] },
    ...blocks.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  ])
  const document = JSON.stringify({ type: 'doc', content })
  const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname
    try {
      const bytes = path === '/document.json' ? document : readFileSync(join(out, path === '/' ? 'index.html' : path))
      response.setHeader('content-type', types[extname(path) || '.html'] ?? 'application/json')
      response.end(bytes)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // listen() on a port gives an address object, never a pipe's name.
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() }
}

/** One browser, the program with minutes of 200 and of 3 pages, and the peer. All is gone afterwards. */
async function onStage<T>(work: (stage: Stage) => Promise<T>): Promise<T> {
  // Built from the very sources that are measured; said on the other stream, which no reader of rows reads.
  const files = readPageFiles(await ensureBuilt('renderer', wordsIn('en'), console.error))
  const { call, folder: filled, path, end } = subject()
  const folder = mkdtempSync(join(tmpdir(), 'kansli-bench-'))
  const closers: (() => unknown)[] = [() => end(), () => rmSync(folder, { recursive: true, force: true })]
  try {
    const { id: longId } = await storeMeeting(call, `Möte om ${long} sidor`, long)
    const { id: shortId } = await storeMeeting(call, `Möte om ${short} sidor`, short)
    // The start page reads the newest minutes ahead; the long ones are read when they are opened, as the peer's are.
    for (let newer = 0; newer < wholeMeetings; newer += 1)
      await call('meetings.create', { title: 'Nyare', kind: 'protokoll', date: '2026-02-15', body: null })
    await call('workspace.close', {})
    const peer = await servePeer(folder)
    closers.unshift(() => peer.close())
    const host = await startLoopback({
      files,
      spawn: forkCore,
      dataFolder: filled,
      open: { path, create: false },
      log: () => undefined,
    })
    closers.unshift(() => host.close())
    await host.ready
    const executablePath = systemChromium()
    const browser = await chromium.launch({
      ...(executablePath === null ? {} : { executablePath }),
      args: [...withoutDisplay, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    })
    closers.unshift(() => browser.close())
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    return await work({
      links: { long: `a[href*="${longId}"]`, short: `a[href*="${shortId}"]` },
      async program() {
        const page = await context.newPage()
        await page.goto(host.address())
        await page.locator('main h1').first().waitFor()
        const list = page.locator('a[href*="/moten"]').first()
        await list.click()
        // Its scripts are there, as the peer's are: other minutes have been written in before.
        await openingTime(page, `a[href*="${shortId}"]`)
        await list.click()
        await page.locator(`a[href*="${longId}"]`).first().waitFor()
        return page
      },
      async peer() {
        const page = await context.newPage()
        await page.goto(peer.address)
        return page
      },
    })
  } finally {
    for (const close of closers) await close()
  }
}

const middleOf = (count: number) => `Stycke ${Math.ceil(count / 2)}:5.`

/** The page with the caret in the middle of its text, and what stands there. */
async function written(
  page: Page,
  opener: string,
  count: number,
): Promise<{ page: Page; text: () => Promise<string> }> {
  await openingTime(page, opener)
  await pressInto(page, middleOf(count))
  const paragraph = page.locator('p', { hasText: middleOf(count) }).first()
  return { page, text: async () => (await paragraph.textContent()) ?? '' }
}

type Writing = Awaited<ReturnType<typeof written>>

/** Medians of keys in both, by turns. Stops unless the letters stand in both texts. */
async function typedInBoth(
  ours: Writing,
  reference: Writing,
): Promise<{ ours: number; reference: number; ratio: number }> {
  const mine: number[] = []
  const theirs: number[] = []
  for (let round = -1; round < rounds; round += 1) {
    const found: number[] = []
    for (const { page, text } of [ours, reference]) {
      const before = await text()
      const { times, text: typed } = await typeKeys(page, keys)
      // A browser may show a space at an edge as one that does not break.
      const now = (await text()).replaceAll('\u00a0', ' ')
      same([now.length, now.includes(typed)], [before.length + typed.length, true], 'the text with the typed letters')
      found.push(median(times))
    }
    if (round < 0) continue
    mine.push(found[0] ?? Number.NaN)
    theirs.push(found[1] ?? Number.NaN)
  }
  return {
    ours: median(mine),
    reference: median(theirs),
    ratio: median(mine.map((value, index) => value / (theirs[index] ?? Number.NaN))),
  }
}

/** A key in minutes of 200 pages against one in minutes of three. */
export const keyPaint: Bench = {
  name: 'key-paint',
  what: `a key until it is painted, minutes of ${long} pages`,
  against: `the same in minutes of ${short} pages`,
  target: 1.3,
  run: () =>
    onStage(async ({ program, links }) =>
      typedInBoth(await written(await program(), links.long, long), await written(await program(), links.short, short)),
    ),
}

/** A key in minutes of 200 pages against one in an editor that holds them as one document. */
export const keyPaintTiptap: Bench = {
  name: 'key-paint-tiptap',
  what: `a key until it is painted, minutes of ${long} pages`,
  against: 'stock TipTap with the same text as one document',
  target: 0.6,
  run: () =>
    onStage(async ({ program, links, peer }) =>
      typedInBoth(await written(await program(), links.long, long), await written(await peer(), '#open', long)),
    ),
}

/** Minutes of 200 pages opened until the caret stands in painted text, both sides with their scripts already there. */
export const openTiptap: Bench = {
  name: 'open-tiptap',
  what: `minutes of ${long} pages opened until the caret stands in their text`,
  against: 'stock TipTap given the same text as one document',
  target: 0.6,
  run: () =>
    onStage(async ({ program, links, peer }) => {
      const [ours, reference]: [number[], number[]] = [[], []]
      const expected = pages(long).flatMap(({ blocks }) => blocks).length
      for (let round = -1; round < 7; round += 1) {
        const mine = await program()
        const took = await openingTime(mine, links.long)
        const other = await peer()
        const theirs = await openingTime(other, '#open')
        // The same text stands in both in the end: what is out of view may come after the caret.
        const shown = async (page: Page) => {
          const words = page.locator('p', { hasText: /^Stycke \d/ })
          await words.nth(expected - 1).waitFor({ state: 'attached' })
          return words.count()
        }
        same([await shown(mine), await shown(other)], [expected, expected], 'the paragraphs on the page')
        await mine.close()
        await other.close()
        if (round < 0) continue
        ours.push(took)
        reference.push(theirs)
      }
      return {
        ours: median(ours),
        reference: median(reference),
        ratio: median(ours.map((value, index) => value / (reference[index] ?? Number.NaN))),
      }
    }),
}
