import { existsSync, readdirSync } from 'node:fs'
import { expect, expectAccessible, goTo, test } from '../kansli.ts'

test('the first screen offers a new workspace, an existing one and the example, and nothing axe objects to', async ({
  kansli: { page },
}) => {
  await expect(page.getByRole('button', { name: /Skapa/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /exempl/i })).toBeVisible()
  await expectAccessible(page)
})

test('every place of the example opens, and axe finds nothing on any', async ({ kansli: { page } }) => {
  await page.getByRole('button', { name: /exempl/i }).click()
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Start' })).toBeVisible()
  for (const place of ['Start', 'Möten', 'Register', 'Karta', 'Inställningar']) {
    await goTo(page, place)
    await expect(page.locator('main h1').first()).toBeVisible()
    await expectAccessible(page)
  }
})

test('a new workspace is one file in the data folder, and a reload comes back to it', async ({
  kansli: { page, dataFolder },
}) => {
  await page.getByRole('textbox').first().fill('Provkansliet')
  await page.getByRole('button', { name: /Skapa/ }).click()
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Start' })).toBeVisible()
  expect(readdirSync(dataFolder).filter((name) => name.endsWith('.kansli'))).toEqual(['Provkansliet.kansli'])
  // The first screen is drawn once, from what the first script asked: nothing is asked for it a second time.
  const asked: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/call') asked.push(String(request.postDataJSON().name))
  })
  await page.reload()
  await expect(page.locator('main h1').first()).toBeVisible()
  expect(asked.slice(0, 5).toSorted()).toEqual([
    'actions.list',
    'history.state',
    'meetings.list',
    'series.list',
    'workspace.status',
  ])
  expect(asked.slice(5).filter((name) => asked.indexOf(name) < 5)).toEqual([])
  await expect(page.getByText('Provkansliet').first()).toBeVisible()
})

test('the palette goes to any place by keyboard alone, also when its keys come before it is there', async ({
  kansli: { page },
}) => {
  // What the palette is made of comes late: every key is pressed before there is a field for it.
  const { promise: late, resolve: arrive } = Promise.withResolvers<void>()
  await page.route('**/palette*.js', async (route) => {
    await late
    await route.continue()
  })
  await page.getByRole('button', { name: /exempl/i }).click()
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Start' })).toBeVisible()
  // Also when a field has the focus: nothing of it is meant for that.
  await page.keyboard.press('Alt+3')
  const field = page.getByRole('searchbox', { name: 'Hitta en person' })
  await field.focus()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('inställx')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('')
  arrive()
  await expect(page).toHaveURL(/#\/installningar/)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('Ctrl+C closes the workspace properly: a verified copy is there and no write-ahead log is left', async ({
  kansli,
}) => {
  test.skip(kansli.host === null, 'the desktop program has no terminal to be interrupted from')
  await kansli.page.getByRole('button', { name: /exempl/i }).click()
  await expect(kansli.page.getByRole('navigation').getByRole('link', { name: 'Start' })).toBeVisible()
  await kansli.host?.end()
  const names = readdirSync(kansli.dataFolder)
  const workspace = names.find((name) => name.endsWith('.kansli')) ?? ''
  expect(names.filter((name) => name.endsWith('-wal'))).toEqual([])
  expect(existsSync(`${kansli.dataFolder}/${workspace}-copies`)).toBe(true)
})
