/** One time of saving, wherever the page says it. */
import { expect, test } from '../kansli.ts'
import { ask } from '../pages/ask.ts'

test('the page and its foot say one time of saving, after text and after anything else was saved', async ({
  kansli: { page, host },
}) => {
  test.skip(host === null, 'methods are called beside the page only there')
  await page.getByRole('textbox', { name: 'Namn' }).fill('Provkansliet')
  await page.keyboard.press('Enter')
  await expect(page.locator('.places')).toBeVisible()
  const made = { title: 'Provrådets möte', kind: 'minnesanteckningar', date: '2031-03-03', body: 'Provrådet' }
  const { id } = await ask<{ id: string }>(page, 'meetings.create', made)
  await page.evaluate((to) => (location.hash = `/moten/${to}`), id)
  await expect(page.locator('.meeting-head h1')).toBeVisible()
  const same = async () => {
    const times = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLTimeElement>('.text-saved time, .foot time')].map(({ dateTime }) => dateTime),
    )
    return times.length === 2 && times[0] === times[1] ? (times[0] ?? null) : null
  }
  const text = async () =>
    JSON.stringify((await ask<{ items: { paragraphs: unknown }[] }>(page, 'meetings.get', { id })).items)
  await page.locator('.record-text').first().click()
  await page.keyboard.type('Mötet öppnades')
  await expect.poll(text).toContain('Mötet öppnades')
  await expect.poll(same).not.toBeNull()
  const first = (await same()) ?? '~'
  await ask(page, 'meetings.setHead', { id, change: { place: 'Sal 1' } })
  await expect.poll(async () => ((await same()) ?? '') > first).toBe(true)
})
