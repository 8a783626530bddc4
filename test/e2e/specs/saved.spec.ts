/** Saved means saved: what is there after a page, the core or the disk has gone in the middle of a word. */
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { raw, run } from '#db/connection.ts'
import { createWorkspace } from '#db/open.ts'
import { meeting } from '../../db/identity-register.ts'
import { coreOf, limitFiles, noCore, noLimit } from '../hosts/core-process.ts'
import type { RunningHost } from '../hosts/loopback.ts'
import { expect, expectAccessible, test, type Kansli } from '../kansli.ts'
import { ownFolder } from '../own-folder.ts'
import { ask } from '../pages/ask.ts'
import { anotherWindowOn, crash } from '../pages/windows.ts'

const path = join(ownFolder(), 'Sparat.kansli')
let meetingId = ''

type Item = { id: string; first: string; second: string }
let position = 0
/** An item of its own for each test, with two paragraphs. */
const [closed, killed, core, windows, waits, full] = await makeWorkspace()

async function makeWorkspace(): Promise<[Item, Item, Item, Item, Item, Item]> {
  const { db, close } = createWorkspace(path, new Date(0))
  const item = (title: string): Item => {
    const made = { id: crypto.randomUUID(), first: crypto.randomUUID(), second: crypto.randomUUID() }
    run(
      db,
      `INSERT INTO agenda_item (id, meeting_id, position, number, number_style, title) VALUES (?, ?, ?, ?, 'paragraph', ?)`,
      [made.id, meetingId, position, String((position += 1)), title],
    )
    const paragraph = (id: string, at: number, text: string) =>
      run(db, `INSERT INTO paragraph (id, item_id, position, kind, text) VALUES (?, ?, ?, 'paragraph', ?)`, [
        id,
        made.id,
        at,
        text,
      ])
    paragraph(made.first, 0, 'Provrådet')
    paragraph(made.second, 1, 'Testrådet')
    return made
  }
  const items = raw(db).transaction((): [Item, Item, Item, Item, Item, Item] => {
    meetingId = meeting(db, '2031-03-03')
    return [item('Stängd'), item('Dödad'), item('Kärnan'), item('Två fönster'), item('Väntar'), item('Full disk')]
  })()
  await close({ at: new Date(0) })
  return items
}

test.use({ open: path })
// Processes start and are found several times over; a busy machine takes its time.
test.describe.configure({ timeout: 120_000 })
const starting = { timeout: 30_000 }

const hostOf = ({ host }: Kansli): RunningHost => {
  if (host === null) throw new Error('only behind the loopback host')
  return host
}
const loopbackOnly = () =>
  test.skip(test.info().project.name !== 'loopback', 'windows share a pass, and processes are found, only there')

const textOf = (page: Page, item: Item) => page.locator(`#item-${item.id} .record-text`)
const status = (page: Page) => page.locator('.text-saved')
const banner = (page: Page) => page.locator('.meeting-messages .message[data-tone="danger"]')
const question = (page: Page) => page.locator('.meeting-messages .message[data-tone="warn"]')

async function show(page: Page): Promise<void> {
  await page.evaluate((id) => (location.hash = `/moten/${id}`), meetingId)
  await expect(page.locator('.meeting-head h1')).toBeVisible()
}

const anotherWindow = (from: Page, first?: () => void) => anotherWindowOn(from, meetingId, first)

/** The caret at the end of an item's paragraph. */
async function writeIn(page: Page, item: Item, paragraph: 0 | 1 = 0): Promise<void> {
  await textOf(page, item).locator('p').nth(paragraph).click()
  await expect(textOf(page, item)).toBeFocused()
  await page.keyboard.press('End')
}

/** The paragraphs of an item as the core holds them. */
async function stored(page: Page, item: Item): Promise<string[]> {
  const view = await ask<{ items: { id: string; paragraphs: { text: string }[] }[] }>(page, 'meetings.get', {
    id: meetingId,
  })
  return view.items.find(({ id }) => id === item.id)?.paragraphs.map(({ text }) => text) ?? []
}

/** A paragraph as the file holds it; nobody may have it open. */
function inFile(id: string): string {
  const db = new Database(path, { readonly: true })
  try {
    return String(db.prepare('SELECT text FROM paragraph WHERE id = ?').pluck().get(id))
  } finally {
    db.close()
  }
}

/** Closing the window asks first; the answer is to stay. */
async function expectAsked(page: Page): Promise<void> {
  const asking = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asking
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
}

/** Ctrl+R in the very turn in which the page takes the letter `last`. */
function reloadAt(page: Page, last: string): Promise<void> {
  return page.evaluate((letter) => {
    addEventListener('keydown', ({ key }) => {
      if (key === letter) setTimeout(() => location.reload())
    })
  }, last)
}

test('a tab closed or loaded again at the last letter has it all, and asks nothing', async ({ kansli }) => {
  loopbackOnly()
  test.skip(noCore !== null, noCore ?? '')
  const { page } = kansli
  await show(page)
  const writer = await anotherWindow(page)
  const asked: string[] = []
  writer.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  await writeIn(writer, closed)
  await reloadAt(writer, '!')
  const loaded = writer.waitForEvent('load')
  await writer.keyboard.type(' laddas om!')
  await loaded
  await expect(textOf(writer, closed)).toContainText('Provrådet laddas om!')
  await writeIn(writer, closed)
  await writer.keyboard.type(' Och stängs')
  await writer.close({ runBeforeUnload: true })

  // Closed without a question while the core holds still: one call is under way, and more was written since.
  const next = await anotherWindow(page)
  await expect(textOf(next, closed)).toContainText('Provrådet laddas om! Och stängs')
  await next.getByRole('heading', { name: /Stängd/ }).click()
  await next.keyboard.press('Control+Alt+N')
  await expect(next.getByRole('textbox', { name: 'Privat anteckning: Stängd' })).toBeFocused()
  const pid = coreOf(hostOf(kansli)) ?? Number.NaN
  process.kill(pid, 'SIGSTOP')
  try {
    const sent = (method: string) => next.waitForRequest((request) => request.postData()?.includes(method) === true)
    const note = sent('notes.set')
    await next.keyboard.type('till')
    await note
    await next.keyboard.type(' mig')
    const text = sent('items.saveText')
    await writeIn(next, closed)
    await next.keyboard.type(' tvärt,')
    await text
    await next.keyboard.type(' mitt i allt')
    await next.close()
  } finally {
    process.kill(pid, 'SIGCONT')
  }
  await expect
    .poll(() => stored(page, closed))
    .toEqual(['Provrådet laddas om! Och stängs tvärt, mitt i allt', 'Testrådet'])
  const noted = () => ask<{ notes: { text: string }[] }>(page, 'notes.list', { meetingId })
  await expect.poll(() => noted().then(({ notes }) => notes[0]?.text)).toBe('till mig')
  expect(asked).toEqual([])
  // What is saved when its field is left cannot go by itself: the page asks.
  await page.getByRole('button', { name: 'Mötets titel' }).click()
  await page.keyboard.type('Ett annat möte')
  await expectAsked(page)
  // Who stays goes on where the question came; a Chromium that is ended while a page still asks may crash.
  await page.keyboard.type(', trots allt')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Mötets titel' })).toContainText('Ett annat möte, trots allt')
  await expect(status(page)).toHaveText(/^Sparat/)
})

type Sample = {
  /** Milliseconds of the page's clock. */
  at: number
  text: string
  /** What the status gives as the last acknowledgement, and whether it calls all saved. */
  time: string | null
  clean: boolean
  acknowledged: string | null
  /** Milliseconds that the page had to wait for a turn, at most, since the sample before. */
  late: number
}

/** Tells the test of every change of text and status, of each acknowledgement before the page hears of it, and of its own clock. */
function observe(): void {
  // Put there by the test before the page is.
  const { report } = window as unknown as { report: (sample: Sample) => void }
  const sample = (acknowledged: string | null): Sample => {
    const place = document.querySelector('.text-saved')
    return {
      at: performance.now(),
      text: document.querySelector('.record-text.ProseMirror p')?.textContent ?? '',
      time: place?.querySelector('time')?.getAttribute('datetime') ?? null,
      clean: place?.querySelector('svg') !== null && place !== null,
      acknowledged,
      late: 0,
    }
  }
  const send = window.fetch.bind(window)
  window.fetch = async (target, init) => {
    const answer = await send(target, init)
    const said = typeof init?.body === 'string' ? init.body : ''
    if (!said.includes('items.saveText')) return answer
    const reply = (await answer.clone().json()) as { ok: boolean; value?: { savedAt: string } }
    const { input } = JSON.parse(said) as { input: { operations: { text?: string }[] } }
    if (reply.ok) report({ ...sample(input.operations[0]?.text ?? ''), time: reply.value?.savedAt ?? null })
    return answer
  }
  let last = ''
  let turn = performance.now()
  let late = 0
  setInterval(() => {
    const now = sample(null)
    late = Math.max(late, now.at - turn - 20)
    turn = now.at
    const key = JSON.stringify([now.text, now.time, now.clean])
    if (key === last) return
    report({ ...now, late })
    last = key
    late = 0
  }, 20)
}

test('a page killed while somebody types loses at most the last half second, and nothing that was acknowledged', async ({
  kansli,
}) => {
  loopbackOnly()
  const { page } = kansli
  await show(page)
  const samples: Sample[] = []
  await page.context().exposeFunction('report', (sample: Sample) => void samples.push(sample))
  const writer = await anotherWindow(page, observe)
  await writeIn(writer, killed)
  const typing = writer.keyboard.type(' skriver utan paus'.repeat(40), { delay: 12 }).catch(() => undefined)
  const acknowledged = () => samples.filter((one) => one.acknowledged !== null)
  await expect
    .poll(() => acknowledged().length > 3 && (samples.at(-1)?.text.length ?? 0) > 40, { intervals: [20], ...starting })
    .toBe(true)
  await crash(writer)
  await typing
  expect(await hostOf(kansli).end()).toBe(0)
  const left = inFile(killed.first)

  const seen = samples.filter((one) => one.acknowledged === null)
  const end = Math.max(...samples.map(({ at }) => at))
  // A page that gets no turn neither types nor sends: that time is not its own.
  const starved = Math.max(...seen.filter(({ at }) => at > end - 1000).map(({ late }) => late))
  const typed = (before: number) => seen.findLast(({ at, text }) => at <= before && text !== '')?.text ?? ''
  test.info().annotations.push({
    type: 'lost',
    description: `${typed(end).length - left.length} of ${typed(end).length} characters, ${Math.round(starved)} ms without a turn`,
  })
  expect(left.startsWith(typed(end - 500 - starved)), 'typed over half a second before').toBe(true)
  for (const one of acknowledged()) expect(left.startsWith(one.acknowledged ?? ' '), 'acknowledged').toBe(true)
  for (const { text } of seen.filter(({ clean }) => clean)) expect(left.startsWith(text), 'shown as saved').toBe(true)
  // Before the page's own first one it shows the workspace's last.
  const known = new Set<string | null>()
  for (const { time, acknowledged: text } of samples) {
    if (text !== null) known.add(time)
    else if (known.size > 1) expect(known.has(time), 'the time shown is that of an acknowledgement').toBe(true)
  }
})

test('a core killed while somebody types is another one at once: nothing typed is lost, and the page stays as it is', async ({
  kansli,
}) => {
  loopbackOnly()
  test.skip(noCore !== null, noCore ?? '')
  const { page } = kansli
  const host = hostOf(kansli)
  await show(page)
  await writeIn(page, core)
  const words = ' kärnan faller men texten står'.repeat(6)
  const typing = page.keyboard.type(words, { delay: 10 })
  await expect.poll(() => stored(page, core).then(([text]) => text?.length ?? 0)).toBeGreaterThan(30)
  const first = coreOf(host)
  process.kill(first ?? Number.NaN, 'SIGKILL')
  await typing
  await expect(textOf(page, core)).toBeFocused()
  await expect(status(page)).toHaveText(/^Sparat/, starting)
  await expect(banner(page)).toHaveCount(0)
  expect(coreOf(host)).not.toBe(first)
  await expect(textOf(page, core).locator('p').first()).toHaveText(`Provrådet${words}`)
  expect(await stored(page, core)).toEqual([`Provrådet${words}`, 'Testrådet'])

  // The next one dies too, and its successor does not answer for a while.
  const second = coreOf(host)
  process.kill(second ?? Number.NaN, 'SIGKILL')
  await expect.poll(() => coreOf(host) ?? second, { intervals: [5], ...starting }).not.toBe(second)
  const third = coreOf(host) ?? Number.NaN
  process.kill(third, 'SIGSTOP')
  const place = () => textOf(page, core).evaluate((one) => Math.round(one.getBoundingClientRect().top))
  const before = await place()
  await page.keyboard.type(' och väntar')
  await expect(banner(page)).toContainText('Kansli har inte svarat på över två sekunder')
  await expect(status(page)).toHaveText(/^Inte sparat sedan/)
  await expect(textOf(page, core)).toBeFocused()
  expect(await place(), 'the text stays under the eye').toBe(before)
  await page.screenshot({ path: test.info().outputPath('late.png') })
  await expectAsked(page)
  process.kill(third, 'SIGCONT')
  await expect(banner(page)).toHaveCount(0, starting)
  expect(await place()).toBe(before)
  await expect(status(page)).toHaveText(/^Sparat/)
  await page.keyboard.type(' länge')
  await expect(status(page)).toHaveText(/^Sparat/)
  await expect.poll(() => stored(page, core)).toEqual([`Provrådet${words} och väntar länge`, 'Testrådet'])
  expect(await host.end()).toBe(0)
  expect(inFile(core.first)).toBe(`Provrådet${words} och väntar länge`)
})

/** Both windows write while the core holds still, so that neither has seen the other's words; the first one's come first. */
async function writeAtOnce(
  host: RunningHost,
  [first, second]: readonly [Page, Page],
  words: readonly [string, string],
) {
  const pid = coreOf(host) ?? Number.NaN
  const turn = async (page: Page, text: string) => {
    const sent = page.waitForRequest((request) => request.postData()?.includes('items.saveText') === true)
    await page.keyboard.type(text)
    await sent
  }
  process.kill(pid, 'SIGSTOP')
  try {
    await turn(first, words[0])
    await turn(second, words[1])
  } finally {
    process.kill(pid, 'SIGCONT')
  }
}

test('two windows on one meeting keep both; a paragraph written in both shows both texts and asks, by keyboard', async ({
  kansli,
}) => {
  loopbackOnly()
  test.skip(noCore !== null, noCore ?? '')
  const { page } = kansli
  const host = hostOf(kansli)
  await show(page)
  const other = await anotherWindow(page)
  await writeIn(page, windows, 0)
  await writeIn(other, windows, 1)
  await Promise.all([
    page.keyboard.type(' i det ena', { delay: 20 }),
    other.keyboard.type(' i det andra', { delay: 20 }),
  ])
  const both = ['Provrådet i det ena', 'Testrådet i det andra']
  for (const window of [page, other]) {
    await expect(textOf(window, windows).locator('p')).toHaveText(both)
    await expect(question(window)).toHaveCount(0)
  }
  expect(await stored(page, windows)).toEqual(both)

  await writeIn(other, windows, 0)
  const answers = [
    { steps: 0, name: 'Behåll min', expected: ['Provrådet i det ena, min1'] },
    { steps: 1, name: 'Ta den sparade', expected: ['Provrådet i det ena, min1, sparad2'] },
    {
      steps: 2,
      name: 'Behåll båda',
      expected: ['Provrådet i det ena, min1, sparad2, sparad3', 'Provrådet i det ena, min1, sparad2, min3'],
    },
  ]
  for (const [index, { steps, name, expected }] of answers.entries()) {
    const [theirs, mine] = [`, sparad${index + 1}`, `, min${index + 1}`]
    const before = (await stored(page, windows))[0] ?? ''
    await writeAtOnce(host, [page, other], [theirs, mine])
    await expect(question(other).locator('dd')).toHaveText([before + mine, before + theirs])
    await expect(status(other)).toHaveText('Väntar på ditt val')
    await expect(other.locator('.foot')).toContainText('Väntar på ditt val')
    await expect(question(page)).toHaveCount(0)
    if (index === 0) {
      await expectAccessible(other)
      await expectAsked(other)
      await other.screenshot({ path: test.info().outputPath('question.png') })
    }
    await other.keyboard.press('F4')
    for (let step = 0; step < steps; step += 1) await other.keyboard.press('Tab')
    await expect(other.getByRole('button', { name })).toBeFocused()
    await other.keyboard.press('Enter')
    await expect(question(other)).toHaveCount(0)
    await expect(textOf(other, windows)).toBeFocused()
    const after = [...expected, 'Testrådet i det andra']
    for (const window of [page, other]) await expect(textOf(window, windows).locator('p')).toHaveText(after)
    await expect(status(other)).toHaveText(/^Sparat/)
    expect(await stored(page, windows)).toEqual(after)
    await other.keyboard.press('End')
  }
})

test('text that waits for a choice, or has lost its item, is asked about again when its page is killed', async ({
  kansli,
}) => {
  loopbackOnly()
  test.skip(noCore !== null, noCore ?? '')
  const { page } = kansli
  await show(page)
  const waiting = async () => {
    const { texts } = await ask<{ texts: { text: string }[] }>(page, 'setAside.list', { meetingId })
    return texts.map(({ text }) => text)
  }
  const writer = await anotherWindow(page)
  await writeIn(page, waits)
  await writeIn(writer, waits)
  await writeAtOnce(hostOf(kansli), [page, writer], [' deras', ' mina'])
  await expect(question(writer)).toBeVisible()
  await writer.keyboard.type(' ord, och många fler', { delay: 10 })
  const mine = 'Provrådet mina ord, och många fler'
  await expect.poll(waiting).toEqual([mine])
  await crash(writer)

  const next = await anotherWindow(page)
  await expect(question(next).locator('dd')).toHaveText([mine, 'Provrådet deras'])
  await expect(textOf(next, waits).locator('p').first()).toHaveText(mine)
  await expect(status(next)).toHaveText('Väntar på ditt val')
  await next.keyboard.press('F4')
  await next.keyboard.press('Enter')
  await expect(question(next)).toHaveCount(0)
  await expect(textOf(page, waits).locator('p').first()).toHaveText(mine)
  await expect.poll(waiting).toEqual([])

  await writeIn(next, waits, 1)
  await ask(page, 'items.remove', { id: waits.id })
  await next.keyboard.type(' utan punkt', { delay: 10 })
  await expect(question(next)).toBeVisible()
  await expect.poll(waiting).toEqual([mine, 'Testrådet utan punkt'])
  await crash(next)

  const last = await anotherWindow(page)
  await expect(question(last)).toContainText(`${mine} Testrådet utan punkt`)
  await last.getByRole('button', { name: 'Lägg den i en ny punkt' }).click()
  await expect(question(last)).toHaveCount(0)
  const rescued = last.locator('.record-text').last().locator('p')
  await expect(rescued).toHaveText([mine, 'Testrådet utan punkt'])
  await expect.poll(waiting).toEqual([])
})

test('a disk that takes no more is said in words while the text stays, and it is saved once there is room', async ({
  kansli,
}) => {
  loopbackOnly()
  test.skip(noCore !== null || noLimit !== null, `${noCore ?? ''} ${noLimit ?? ''}`)
  const { page } = kansli
  const pid = coreOf(hostOf(kansli)) ?? Number.NaN
  await show(page)
  await writeIn(page, full)
  limitFiles(pid, 1)
  await page.keyboard.type(' skriver på en full disk')
  await expect(banner(page)).toContainText(/Det gick inte att skriva till disken där .*Sparat\.kansli ligger/)
  await expect(banner(page)).toContainText('allt som du skrivit står kvar här')
  await expect(status(page)).toHaveText(/^Inte sparat/)
  await page.screenshot({ path: test.info().outputPath('full.png') })
  await page.keyboard.type(' och skriver vidare')
  await expect(textOf(page, full)).toBeFocused()
  limitFiles(pid, null)
  await expect(banner(page)).toHaveCount(0)
  await expect(status(page)).toHaveText(/^Sparat/)
  const text = 'Provrådet skriver på en full disk och skriver vidare'
  await expect(textOf(page, full).locator('p').first()).toHaveText(text)
  expect(await stored(page, full)).toEqual([text, 'Testrådet'])
})
