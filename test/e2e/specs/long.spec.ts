/** Minutes of two hundred pages: only what one looks at is drawn at first, and nobody notices. */
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { raw, run } from '#db/connection.ts'
import { createWorkspace } from '#db/open.ts'
import { meeting } from '../../db/identity-register.ts'
import { expect, test } from '../kansli.ts'
import { ownFolder } from '../own-folder.ts'

const items = Array.from({ length: 150 }, () => crypto.randomUUID())
let meetingId = ''

/** Minutes of an invented council; no two items are of one length. */
async function workspace(): Promise<string> {
  const path = join(ownFolder(), 'Långt.kansli')
  const { db, close } = createWorkspace(path, new Date(0))
  raw(db).transaction(() => {
    meetingId = meeting(db, '2031-03-03')
    for (const [position, id] of items.entries()) {
      run(
        db,
        `INSERT INTO agenda_item (id, meeting_id, position, number, number_style, title) VALUES (?, ?, ?, ?, 'paragraph', ?)`,
        [id, meetingId, position, String(position + 1), `Punkt nummer ${position + 1}`],
      )
      for (let at = 0; at <= (position * 7) % 10; at += 1)
        run(db, `INSERT INTO paragraph (id, item_id, position, kind, text) VALUES (?, ?, ?, 'paragraph', ?)`, [
          crypto.randomUUID(),
          id,
          at,
          `Provrådet talade om sak ${position + 1}.${at + 1}. ${'Ingen sade emot. '.repeat((position * 13 + at * 5) % 40)}`,
        ])
    }
  })()
  await close({ at: new Date(0) })
  return path
}

test.use({ open: await workspace() })

const section = (page: Page, index: number) => page.locator(`#item-${items[index] ?? ''}`)
const drawn = (page: Page) => page.locator('.item .record-text').count()

/** Loads the page anew with idle moments that come when they are let, and goes to an item. */
async function openAt(page: Page, index: number): Promise<void> {
  await page.addInitScript(() => {
    const held = new Map<number, IdleRequestCallback>()
    let last = 0
    window.requestIdleCallback = (work) => {
      held.set((last += 1), work)
      return last
    }
    window.cancelIdleCallback = (handle) => void held.delete(handle)
    Object.assign(window, {
      letIdle: () => {
        const works = [...held.values()]
        held.clear()
        for (const work of works) work({ didTimeout: false, timeRemaining: () => 50 })
      },
    })
  })
  await page.reload()
  await page.evaluate((path) => (location.hash = path), `/moten/${meetingId}/${items[index] ?? ''}`)
  await expect(section(page, index).locator('h2')).toBeInViewport()
}

/** One idle moment, and what is drawn after it. */
const idle = (page: Page) =>
  page.evaluate(async () => {
    // Put there by openAt.
    ;(window as unknown as { letIdle: () => void }).letIdle()
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  })

test('long minutes open at the item that is asked for, and it stays where it is while the rest is drawn', async ({
  kansli: { page },
}) => {
  await openAt(page, 90)
  const top = () => section(page, 90).evaluate((element) => element.getBoundingClientRect().top)
  const before = await top()
  expect(await drawn(page)).toBeLessThan(12)
  const moved: number[] = []
  for (let moment = 0; moment < 40 && (await drawn(page)) < items.length; moment += 1) {
    await idle(page)
    moved.push(Math.abs((await top()) - before))
  }
  expect(await drawn(page)).toBe(items.length)
  expect(Math.max(...moved)).toBeLessThanOrEqual(1)
  await expect(section(page, 149)).toContainText('Provrådet talade om sak 150.1.')
})

test('printing has the minutes from their beginning to their end, also what was not drawn yet', async ({
  kansli: { page },
}) => {
  await openAt(page, 0)
  expect(await drawn(page)).toBeLessThan(12)
  const paper = await page.pdf({ path: test.info().outputPath('long.pdf') })
  expect(await drawn(page)).toBe(items.length)
  const pages = paper.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []
  expect(pages.length).toBeGreaterThan(40)
})

test('whoever clicks on an item that is not drawn yet writes in it', async ({ kansli: { page } }) => {
  await openAt(page, 90)
  const frame = section(page, 99)
  await frame.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  await expect(frame.locator('.record-text')).toHaveCount(0)
  await frame.click()
  await page.keyboard.type(' Det lades till handlingarna.')
  await expect(frame.locator('.ProseMirror')).toContainText(
    /Provrådet talade om sak 100\..* Det lades till handlingarna\.$/s,
  )
})
