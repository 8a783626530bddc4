import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '../kansli.ts'
import { commitPreview, newWorkspace, previewText } from '../pages/import-page.ts'
import { holdCalls } from '../pages/late.ts'

const twin = readFileSync(new URL('../../fixtures/minutes/twin.txt', import.meta.url), 'utf8')
const minutes = `Protokoll
Sammanträde med Testnämnden den 6 maj 2030

Närvarande

1. Prov Provsson, ordförande
2. Åsa Testlund, sekreterare

§ 1 Friluftslivet

Nämnden talade om vägar. Friluftsstrategin ska vara klar före hösten. Sedan dracks kaffe.

§ 2 Kantareller

Nämnden beslutade att kantareller får plockas.
`

async function workspace(page: Page, then = '#/'): Promise<void> {
  await newWorkspace(page, 'Provkansliet')
  for (const text of [twin, minutes]) {
    await previewText(page, text)
    await commitPreview(page)
  }
  await page.evaluate((hash) => {
    location.hash = hash
  }, then)
}

const lit = (page: Page, name: string) =>
  page.evaluate((key) => {
    // Every range of ours is a live one, which knows its text.
    const ranges = [...(CSS.highlights.get(key) ?? [])] as Range[]
    return ranges.map((range) => range.toString()).join('|')
  }, name)

test('a few letters lead by keyboard alone to the sentence, which is lit and said', async ({ kansli: { page } }) => {
  await workspace(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('friluftsstr')
  const options = page.getByRole('option')
  await expect(options.first()).toContainText('Friluftsstrategin ska vara klar')
  await expect(options.first()).toContainText('§ 1 · 6 maj 2030 · Testnämnden')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/moten\/[0-9a-f-]{36}\/[0-9a-f-]{36}/)
  await expect.poll(() => lit(page, 'found-sentence')).toBe('Friluftsstrategin ska vara klar före hösten.')
  expect(await lit(page, 'found-word')).toBe('Friluftsstr')
  await expect(page.getByText('§ 1: Friluftsstrategin ska vara klar före hösten.')).toBeAttached()
  await expect(page.locator(':focus')).toHaveAttribute('data-item', /.+/)
  // Going on takes the light away.
  await page.mouse.click(5, 400)
  await expect.poll(() => lit(page, 'found-sentence')).toBe('')
})

test('the light stays when findings are drawn into the sentence after it was lit', async ({ kansli: { page } }) => {
  // What the text raises is told only when the sentence is lit; the pages on the way there ask for it too.
  const findings = await holdCalls(page, 'review.list')
  await workspace(page, '#/register/person')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('kvastar mot')
  await expect(page.getByRole('option').first()).toContainText('kvastar mot')
  await page.keyboard.press('Enter')
  const sentence = /^Vidare påmindes .*öppen luft kultur/
  await expect.poll(() => lit(page, 'found-sentence')).toMatch(sentence)
  const marked = page.locator('.blk .finding-open')
  await expect(marked).toHaveCount(0)
  await findings.tell()
  await expect(marked.filter({ hasText: 'öppen luft kultur' })).toBeVisible()
  expect(await lit(page, 'found-sentence')).toMatch(sentence)
  expect(await lit(page, 'found-word')).toBe('kvastar|mot')
  // The colour comes by the block.
  await expect(page.locator('.blk[data-found=""]')).toContainText('kvastar mot')
})

test('Enter pressed before the answer waits for it and goes to the first hit', async ({ kansli: { page } }) => {
  await workspace(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('kantareller får')
  await page.keyboard.press('Enter')
  await expect.poll(() => lit(page, 'found-sentence')).toBe('Nämnden beslutade att kantareller får plockas.')
})

test('in the register an arrow pressed before the answer waits for it, and goes to the first who fits', async ({
  kansli: { page },
}) => {
  await workspace(page)
  // As on a slow machine: what fits the letters is told late.
  await page.route('**/call', async (route) => {
    if (/"query":"asa test(?:lu)?"/.test(route.request().postData() ?? ''))
      await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue()
  })
  await page.keyboard.press('Alt+3')
  const rows = page.locator('.reg-row')
  await expect(rows.nth(1)).toBeVisible()
  const field = page.getByRole('searchbox', { name: 'Hitta en person' })
  await field.fill('asa test')
  await page.keyboard.press('ArrowDown')
  await expect(field).toBeFocused()
  await expect(rows).toHaveCount(1)
  await expect(page.getByRole('link', { name: /Åsa Testlund/ })).toBeFocused()
  // Whoever types on, or leaves the field, is not taken away from there.
  await field.fill('')
  await expect(rows.nth(1)).toBeVisible()
  await field.fill('asa testlu')
  await page.keyboard.press('ArrowDown')
  await field.fill('asa testlund')
  await expect(rows).toHaveCount(1)
  await expect(field).toBeFocused()
})

test('names, marks and compounds are found each in their own section', async ({ kansli: { page } }) => {
  await workspace(page)
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox')
  await field.fill('asa test')
  await expect(page.getByRole('group', { name: 'Register' }).getByRole('option')).toContainText(['Åsa Testlund'])
  await field.fill('strategin')
  await expect(page.getByRole('group', { name: 'Inuti längre ord' }).getByRole('option')).toContainText([
    'Friluftsstrategin',
  ])
  await field.fill('kantarreler')
  await expect(page.getByRole('group', { name: 'Liknande stavning' }).getByRole('option').first()).toContainText(
    'antareller',
  )
  await field.fill('xqxqxq')
  await expect(page.getByText('Inga träffar på ”xqxqxq”.')).toBeVisible()
  await expectAccessible(page)
})

test('filters are set and taken away by keyboard', async ({ kansli: { page } }) => {
  await workspace(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('kantareller')
  const options = page.getByRole('option')
  await expect(options).toHaveCount(2)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.type('besl')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Slag: Beslut. Tryck för att ta bort.' })).toBeVisible()
  await expect(options).toHaveCount(1)
  await expect(page.getByRole('combobox')).toHaveValue('kantareller')
  await page.getByRole('button', { name: 'Närvarande: välj' }).press('Enter')
  await page.keyboard.type('provs')
  await expect(options.first()).toContainText('Prov Provsson')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Närvarande: Prov Provsson/ })).toBeVisible()
  await expect(options).toHaveCount(1)
  await page.getByRole('button', { name: 'Datum: välj' }).press('Enter')
  await page.keyboard.type('2029')
  await page.keyboard.press('Enter')
  await expect(options).toHaveCount(0)
  await expectAccessible(page)
  // An empty field's Backspace takes the last one away.
  await page.getByRole('combobox').fill('')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await expect(page.getByRole('button', { name: /Tryck för att ta bort/ })).toHaveCount(1)
})
