/** Every kind of block is written, filled in, taken back and printed, by keyboard alone. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '../kansli.ts'
import { ask } from '../pages/ask.ts'
import { openSmallMeeting } from '../pages/small-meeting.ts'

const kansli = fileURLToPath(new URL('../../../electron/hosts/launch/kansli.mjs', import.meta.url))
const word = readFileSync(new URL('../../fixtures/clipboard/word.html', import.meta.url), 'utf8')

type View = {
  items: {
    paragraphs: {
      kind: string
      text: string
      fields: object | null
      people: { role: string; name: string; personId: string | null }[]
    }[]
    actions: { owner: string | null; due: string | null; dueDate: string | null }[]
    decisions: object[]
  }[]
}

/** A meeting of made-up people, with its first text open for writing. */
async function openMeeting(page: Page) {
  const meeting = await openSmallMeeting<View>(page, ['Anna Alm', 'Bo Blåklint', 'Cilla Ceder', 'David Dunge'])
  await page.getByRole('textbox', { name: /^Text:/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.ProseMirror')).toBeFocused()
  return meeting
}

const kinds = async (view: () => Promise<View>) =>
  (await view()).items[0]?.paragraphs.map(({ kind, text }) => `${kind}: ${text}`) ?? []

test('blocks of every kind are written and filled in by keyboard, and printed as sound Word', async ({
  kansli: { page },
}, info) => {
  // Some hundred keys, each answered by the page, and a whole walk of axe.
  test.slow()
  const { view } = await openMeeting(page)
  const keys = page.keyboard
  const press = async (...names: string[]) => {
    for (const name of names) await keys.press(name)
  }
  const begin = async (letters: string) => {
    await keys.type(`/${letters}`)
    await expect(page.getByRole('listbox', { name: 'Slag av stycke' })).toBeVisible()
    await press('Enter')
  }
  const back = () => expect(page.locator('.ProseMirror')).toBeFocused()

  await keys.type('Så här ser det ut:')
  await press('Enter')
  await begin('tab')
  for (const cell of ['Ort', 'Effekt', 'Gotland', '12']) {
    await keys.type(cell)
    await press('Tab')
  }
  await press('Enter')
  await keys.type('1. Ett')
  await press('Enter', 'Tab')
  await keys.type('Inre')
  await press('Enter', 'Enter', 'Enter')

  await begin('yrk')
  await keys.type('Avslag på förslaget.')
  await press('Tab')
  await keys.type('aa')
  await press('Tab')
  await back()
  await expect(page.getByRole('button', { name: 'Yrkar: Anna Alm' })).toBeVisible()
  await press('Enter')

  await begin('votering')
  await keys.type('Omröstning begärdes.')
  await press('F2')
  await keys.type('h')
  await press('Tab', 'Tab')
  await keys.type('2')
  await press('Tab')
  await keys.type('1')
  // However quick the next key: it finds the focus where the last one left it, before anything is drawn.
  const release = await page.evaluateHandle(() => {
    const frames = window.requestAnimationFrame
    window.requestAnimationFrame = () => 0
    return () => (window.requestAnimationFrame = frames)
  })
  await press('Enter', 'Escape')
  await back()
  await release.evaluate((letGo) => void letGo())
  await press('Enter')

  await begin('bes')
  await keys.type('att bifalla förslaget')
  await press('Enter')
  await keys.type('återkomma i frågan')
  await press('Enter', 'Enter')
  await begin('ytt')
  await keys.type('Beslutet borde ha väntat.')
  await press('Tab')
  await keys.type('dunge')
  await press('Tab')
  await back()
  await press('Enter')
  await begin('upp')
  await keys.type('Ta fram underlag')
  await press('Tab')
  await keys.type('cc')
  await press('Tab')
  await keys.type('senast den 4 mars')
  await press('Tab')
  await back()

  await expect
    .poll(async () => (await view()).items[0]?.actions)
    .toMatchObject([{ owner: 'Cilla Ceder', due: 'senast den 4 mars', dueDate: '2027-03-04' }])
  expect(await kinds(view)).toEqual([
    'paragraph: Så här ser det ut:',
    'table: Ort\tEffekt\nGotland\t12',
    'list: Ett',
    'list: Inre',
    'motion: Avslag på förslaget.',
    'vote: Omröstning begärdes.',
    'decision: att bifalla förslaget',
    'decision: att återkomma i frågan',
    'dissent: Beslutet borde ha väntat.',
    'action: Ta fram underlag',
  ])
  const [item] = (await view()).items
  expect(item?.paragraphs[3]?.fields).toEqual({ ordered: true, level: 1 })
  expect(item?.paragraphs[4]?.people).toMatchObject([{ role: 'mover', name: 'Anna Alm' }])
  expect(item?.paragraphs[4]?.people[0]?.personId).not.toBeNull()
  expect(item?.paragraphs[5]?.fields).toEqual({ method: 'hands', yes: 2, no: 1 })
  expect(item?.paragraphs[8]).toMatchObject({ fields: { dissent: 'statement' }, people: [{ name: 'David Dunge' }] })
  await expectAccessible(page)

  const download = page.waitForEvent('download')
  await press('Control+Shift+e')
  const path = info.outputPath('minutes.docx')
  await (await download).saveAs(path)
  const { stdout } = spawnSync(process.execPath, [kansli, 'check', path, '--json'])
  expect((JSON.parse(stdout.toString()) as { findings: object[] }).findings).toEqual([])
})

test('a table that was copied fills the cells of another from the caret on, and one undo takes it back', async ({
  kansli: { page },
}) => {
  const { view } = await openMeeting(page)
  const keys = page.keyboard
  await keys.type('/tabell')
  await keys.press('Enter')
  await keys.type('Vad')
  await keys.press('Tab')
  await expect.poll(async () => (await kinds(view))[0]).toMatch(/^table: Vad/)
  const before = (await kinds(view))[0]
  await page.locator('.ProseMirror').evaluate((editor) => {
    const data = new DataTransfer()
    data.setData('text/html', '<table><tr><td>När</td><td>Vem</td></tr><tr><td>maj</td><td>Anna</td></tr></table>')
    data.setData('text/plain', 'plain')
    editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect.poll(async () => (await kinds(view))[0]).toMatch(/^table: Vad\tNär\tVem\n\tmaj\tAnna/)
  if ((process.env['KANSLI_PICTURES'] ?? '') !== '')
    await page.screenshot({ path: `${process.env['KANSLI_PICTURES'] ?? ''}/paste-grid.png` })
  await keys.press('Control+z')
  await expect.poll(async () => (await kinds(view))[0]).toBe(before)
})

test('a file that is dropped on a text is attached to its item, also while the meeting runs', async ({
  kansli: { page },
}) => {
  const { id, view } = await openMeeting(page)
  const drop = (name: string) =>
    page.getByRole('textbox', { name: /^Text:/ }).evaluate((text, fileName) => {
      const data = new DataTransfer()
      data.items.add(new File(['vind'], fileName, { type: 'text/plain' }))
      text.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    }, name)
  const files = async () => {
    const { attachments, items } = await ask<{
      attachments: { fileName: string; itemId: string | null }[]
      items: { id: string }[]
    }>(page, 'meetings.get', { id })
    return attachments.map(({ fileName, itemId }) => `${fileName} ${itemId === items[0]?.id}`)
  }
  await drop('utkast.txt')
  await expect.poll(files).toEqual(['utkast.txt true'])
  await ask(page, 'meetings.begin', { id, time: '10:00' })
  await expect(page.locator('.people')).toContainText('Pågår sedan 10.00')
  await drop('pågående.txt')
  await expect.poll(files).toEqual(['utkast.txt true', 'pågående.txt true'])
  await expect(page.getByRole('list', { name: 'Bilagor' })).toContainText('pågående')
  expect(await kinds(view)).toEqual([])
})

test('what Word copied becomes blocks, and acts are taken back in their order from within the text', async ({
  kansli: { page },
}) => {
  const { id, view } = await openMeeting(page)
  const keys = page.keyboard
  await page.locator('.ProseMirror').evaluate((editor, html) => {
    const data = new DataTransfer()
    data.setData('text/html', html)
    data.setData('text/plain', 'plain')
    editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, word)
  await expect.poll(async () => (await kinds(view)).length).toBe(12)
  expect((await kinds(view)).slice(0, 3)).toEqual([
    'heading: Bakgrund till havsvinden',
    'paragraph: Testrådet har länge följt frågan om värmekraft och vind. Det är viktigt.',
    'list: Första punkten',
  ])
  const place = async () => (await ask<{ head: { place: string | null } }>(page, 'meetings.get', { id })).head.place
  const shown = async () => `${(await kinds(view)).join('|')} · ${(await place()) ?? '-'}`
  // As on a slow machine: the page is told late that its newest act is taken back, and its writer types on at once.
  let tell = () => {}
  const told = new Promise<void>((resolve) => (tell = resolve))
  await page.route('**/call', async (route) => {
    if (route.request().postData()?.includes('history.undo') !== true) return route.continue()
    const response = await route.fetch()
    await told
    return route.fulfill({ response })
  })
  await keys.press('Control+z')
  await keys.type('Förse')
  await keys.press('Backspace')
  await keys.press('Backspace')
  await keys.type('e.')
  tell()
  await expect.poll(shown).toBe('paragraph: Före. · -')
  await expect(page.locator('.ProseMirror')).toHaveText('Före.')
  await page.unrouteAll({ behavior: 'wait' })
  await page.getByRole('button', { name: /^Plats:/ }).click()
  await keys.type('Salen')
  await keys.press('Enter')
  await expect.poll(place).toBe('Salen')
  await page.getByText('Före.').click()
  await keys.press('End')
  await keys.type(' Efter.')
  const steps = ['paragraph: Före. Efter. · Salen', 'paragraph: Före. · Salen', 'paragraph: Före. · -', ' · -']
  await expect.poll(shown).toBe(steps[0])
  for (const step of steps.slice(1)) {
    await keys.press('Control+z')
    await expect.poll(shown).toBe(step)
  }
  for (const step of steps.toReversed().slice(1)) {
    await keys.press('Control+y')
    await expect.poll(shown).toBe(step)
  }
  await expect(page.locator('.ProseMirror')).toHaveText('Före. Efter.')
})

test('the order in which a vote was put is found, gone to, replaced and taken back like any words of the meeting', async ({
  kansli: { page },
}) => {
  await openMeeting(page)
  const keys = page.keyboard
  await keys.type('/votering')
  await expect(page.getByRole('listbox', { name: 'Slag av stycke' })).toBeVisible()
  await keys.press('Enter')
  await keys.type('Omröstning begärdes.')
  await keys.press('F2')
  await keys.press('Tab')
  await keys.type('Norra mot sydliga vägen')
  await keys.press('Enter')
  await keys.press('Escape')
  const order = page.locator('[data-words="order"]')
  await expect(order).toHaveText('Norra mot sydliga vägen')
  const find = page.getByRole('textbox', { name: 'Sök i mötet' })
  await keys.press('Control+f')
  await expect(find).toBeFocused()
  await keys.type('sydliga')
  await expect(page.getByRole('search')).toContainText('1 av 1')
  await keys.press('Escape')
  await expect(page.getByRole('textbox', { name: 'Propositionsordning' })).toBeFocused()
  const selected = () => page.evaluate(() => document.getSelection()?.toString() ?? '')
  await expect.poll(selected).toBe('sydliga')
  await keys.press('Escape')
  await keys.press('Control+h')
  await page.getByRole('textbox', { name: 'Ersätt med' }).fill('östra')
  await keys.press('Control+Enter')
  await expect(order).toHaveText('Norra mot östra vägen')
  await page.getByRole('search').getByRole('button', { name: 'Ångra' }).press('Enter')
  await expect(order).toHaveText('Norra mot sydliga vägen')
})
