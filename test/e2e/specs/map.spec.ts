import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, expectAccessible, test } from '../kansli.ts'
import { openMap } from '../pages/import-page.ts'

const kansli = fileURLToPath(new URL('../../../electron/hosts/launch/kansli.mjs', import.meta.url))

test.beforeEach(async ({ kansli: { page } }) => {
  await page.getByRole('button', { name: /exempl/i }).click()
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Start' })).toBeVisible()
  await openMap(page)
})

test('the table twin holds every tie of the map, and a row opens the words it came from', async ({
  kansli: { page },
}) => {
  const ties = Number(/(\d+) band/.exec((await page.getByText(/\d+ noder, \d+ band/).textContent()) ?? '')?.[1])
  await page.keyboard.press('t')
  await expect(page.getByRole('table').locator('tbody tr')).toHaveCount(ties)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Orden bakom bandet Frida Lundmark – LIF' }).click()
  await expect(page.locator('mark').filter({ hasText: 'LIF' }).first()).toBeVisible()
})

test('the picture on Start shows as many nodes and ties as the map does when it opens', async ({
  kansli: { page },
}) => {
  const [, nodes, ties] =
    /(\d+) noder, (\d+) band/.exec((await page.getByText(/\d+ noder, \d+ band/).textContent()) ?? '') ?? []
  expect(nodes).toBeDefined()
  await page.getByRole('navigation').getByRole('link', { name: 'Start' }).click()
  await expect(page.getByRole('img', { name: `Nätverket i smått: ${nodes} noder och ${ties} band` })).toBeVisible()
})

test('by keyboard alone: a person is found, a tie is followed, its words are read', async ({ kansli: { page } }) => {
  await page.getByRole('combobox', { name: 'Hitta på kartan' }).focus()
  await page.keyboard.type('Frida')
  await expect(page.getByRole('option', { name: /Frida Lundmark/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /Frida Lundmark/ })).toBeVisible()
  await page.getByRole('application').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.locator('mark').first()).toBeVisible()
})

test('a node stays where it was put, also after the program has ended', async ({ kansli }) => {
  const { page, host, dataFolder } = kansli
  test.skip(host === null, 'the desktop program holds the file that the command line would read')
  await page.getByRole('combobox', { name: 'Hitta på kartan' }).focus()
  await page.keyboard.type('Frida')
  await expect(page.getByRole('option', { name: /Frida Lundmark/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('application').focus()
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowLeft')
  await expect(page.getByRole('button', { name: /^Ångra/ })).toBeEnabled()
  await host?.end()
  const pinned = placesOf(dataFolder).filter((node) => node.pinned)
  expect(pinned.map((node) => node.label)).toEqual(['Frida Lundmark'])
})

function placesOf(folder: string): { label: string; pinned: boolean }[] {
  const workspace = readdirSync(folder).find((name) => name.endsWith('.kansli')) ?? ''
  const answer = execFileSync(process.execPath, [
    kansli,
    'call',
    'network.get',
    '{}',
    '--workspace',
    join(folder, workspace),
    '--json',
  ])
  const { nodes } = JSON.parse(answer.toString()) as { nodes: { label: string; pinned: boolean }[] }
  return nodes
}
