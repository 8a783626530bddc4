/** A meeting of two days: who comes and goes on the second is told with the day, by the clock and by hand. */
import { fileURLToPath } from 'node:url'
import { expect, expectAccessible, test } from '../kansli.ts'
import { ask } from '../pages/ask.ts'

test.use({ made: fileURLToPath(new URL('../made/hybrid-meeting.ts', import.meta.url)) })

const at = (time: string) => new Date(`2030-05-${time}:00+02:00`)

test('a time of the second day has its day in the row, the sentence and the end, and is corrected without saying it again', async ({
  kansli: { page, meetingId },
}) => {
  test.setTimeout(120_000)
  await page.clock.setFixedTime(at('06T10:00'))
  await page.evaluate((id) => {
    location.hash = `/moten/${id}`
  }, meetingId)
  const list = page.locator('.people')
  const text = page.locator('.sheet')
  const line = page.locator('.person-line').filter({ hasText: 'Ada Alpåhitt' })
  await expect(list).toContainText('31 väntas')
  await ask(page, 'attendance.markAll', { meetingId, mode: 'room' })
  // Its own words are those of what it does.
  await expect(list.getByRole('button', { name: 'Markera alla 31 på plats' })).toHaveCount(0)
  await expect(list).toContainText(/31\s+på\s+plats/)
  await list.getByRole('button', { name: 'Börja mötet' }).click()
  await expect(list).toContainText('Pågår sedan 10.00')
  await page.getByRole('textbox', { name: /^Text: Vindkartan/ }).click()

  await page.clock.setFixedTime(at('06T16:30'))
  await line.locator('.person-row').press('l')
  await expect(text).toContainText('Ada Alpåhitt lämnade mötet kl. 16.30')
  await page.clock.setFixedTime(at('07T09:10'))
  await line.locator('.person-row').press('d')
  await expect(text).toContainText('Ada Alpåhitt var åter på distans kl. 09.10 den 7 maj 2030')
  const time = line.locator('.person-time')
  await expect(time).toContainText('09.10 7 maj 2030')
  // The day stays with a time that is corrected alone.
  await time.click()
  await page.keyboard.type('9.20')
  await page.keyboard.press('Enter')
  await expect(text).toContainText('Ada Alpåhitt var åter på distans kl. 09.20 den 7 maj 2030')
  await expect(time).toContainText('09.20 7 maj 2030')
  await expectAccessible(page)
  if ((process.env['KANSLI_PICTURES'] ?? '') !== '')
    await page.screenshot({ path: `${process.env['KANSLI_PICTURES'] ?? ''}/two-days.png` })

  // From here on the meeting is known to last for days: a time that the first day would have, too, is told with its own.
  await page.clock.setFixedTime(at('07T11:00'))
  await line.locator('.person-row').press('l')
  await expect(text).toContainText('Ada Alpåhitt lämnade mötet kl. 11.00 den 7 maj 2030')
  await list.getByRole('button', { name: 'Avsluta mötet' }).click()
  await expect(page.locator('.meeting-head')).toContainText('11.00 7 maj 2030')
})
