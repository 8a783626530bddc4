/** From nothing to a planned meeting with an agenda, 31 invited and the summons as Word: by keyboard alone. */
import { readFileSync } from 'node:fs'
import { expect, expectAccessible, test } from '../kansli.ts'
import { ask } from '../pages/ask.ts'
import { newWorkspace } from '../pages/import-page.ts'

// Made-up people: no name stands in any register.
const first = ['Ada', 'Bo', 'Cilla', 'Dag', 'Eva', 'Folke', 'Greta']
const last = ['Provdal', 'Låtsman', 'Påhittson', 'Testmark', 'Utkastberg']
const lines = Array.from({ length: 31 }, (_, index) => {
  const name = `${first[index % 7] ?? ''} ${last[index % 5] ?? ''}`
  const role = index === 0 ? 'ordförande' : index < 25 ? 'ledamot' : 'ersättare'
  return `${name}, ${role}, Provverket ${(index % 4) + 1}`
})

test('a series is made, 31 members are pasted, the meeting is planned and its summons leaves as Word', async ({
  kansli: { page },
}) => {
  test.setTimeout(240_000)
  const { keyboard } = page
  const shot = async (name: string) => {
    const folder = process.env['KANSLI_PICTURES']
    if (folder === undefined || folder === '') return
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme })
      await page.screenshot({ path: `${folder}/${name}-${scheme}.png`, fullPage: false })
    }
    await page.emulateMedia({ colorScheme: 'light' })
  }
  await ask(page, 'workspace.create', { name: 'Prov' })
  await expect(page.getByRole('link', { name: 'Mötesserier' })).toBeVisible()

  await keyboard.press('m')
  await expect(page.getByRole('heading', { name: 'Mötesserier' })).toBeVisible()
  await keyboard.press('n')
  await keyboard.type('Testrådet för havsvind')
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /Testrådet för havsvind/ })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Lägg till ledamöter' }).focus()
  await keyboard.press('Enter')
  await keyboard.insertText(lines.join('\n'))
  await expect(page.getByRole('button', { name: 'Lägg till 31 ledamöter' })).toBeVisible()
  await shot('members')
  await keyboard.press('Control+Enter')
  await expect(page.getByText('31 ledamöter tillagda')).toBeVisible()
  await expect(page.getByRole('row', { name: /Ada Provdal/ })).toHaveCount(1)
  await shot('series')

  await keyboard.press('m')
  const date = page.getByLabel('Datum')
  await expect(date).toBeFocused()
  await keyboard.type(`${new Date().getFullYear()}-12-15`)
  await expect(page.getByText('31 personer').first()).toBeVisible()
  await keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/moten\/[0-9a-f-]{36}/)
  await expect(page.getByRole('button', { name: '§ 1 Mötets öppnande ingen text än' })).toBeVisible()
  await expectAccessible(page)
  await shot('planned')

  const download = page.waitForEvent('download')
  await keyboard.press('Control+Shift+k')
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^kallelse-testradet-for-havsvind-\d{4}-12-15\.docx$/)
  expect(
    readFileSync(await file.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  await page.setViewportSize({ width: 720, height: 900 })
  await shot('planned-narrow')
})

test('an invitation says what of it is not read as written, and changes no meeting that has begun', async ({
  kansli: { page },
}) => {
  await newWorkspace(page, 'Prov')
  const file = (day: string) => ({
    name: 'inbjudan.ics',
    mimeType: 'text/calendar',
    buffer: Buffer.from(
      `BEGIN:VCALENDAR|BEGIN:VEVENT|UID:prov|SUMMARY:Provmöte|RRULE:FREQ=WEEKLY|DTSTART;TZID=Egen zon:${day}T220000
DTEND;TZID=Egen zon:${day}T233000|END:VEVENT
BEGIN:VEVENT|UID:prov|RECURRENCE-ID:20261216T220000|DTSTART:20261217T090000|END:VEVENT|END:VCALENDAR
`.replaceAll('|', '\n'),
    ),
  })
  const open = async (day: string) => {
    await page.evaluate(() => {
      location.hash = '/inbjudan'
    })
    await expect(page.getByRole('heading', { name: 'Inbjudan ur kalendern' })).toBeVisible()
    await page.locator('input[type=file]').setInputFiles(file(day))
    await expect(page.getByText('Tidszonen ”Egen zon” är okänd')).toBeVisible()
  }
  await open('20261202')
  await expect(page.getByText('Filen ändrar också andra gånger i serien, som inte läses: 2026-12-16.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Planera mötet' }).click()
  await expect(page).toHaveURL(/#\/moten\/[0-9a-f-]{36}/)
  const id = page.url().split('/').at(-1) ?? ''
  await ask(page, 'meetings.begin', { id, time: '22:05' })
  await open('20261203')
  await expect(page.getByText('Provmöte har redan börjat här och ändras inte av kalenderfilen.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ändra mötet' })).toBeDisabled()
  await expectAccessible(page)
  const folder = process.env['KANSLI_PICTURES'] ?? ''
  if (folder !== '') await page.screenshot({ path: `${folder}/invitation.png` })
})
