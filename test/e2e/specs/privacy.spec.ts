/** A person's rights from the screen: the extract leaves, restricting hides, erasing leaves nothing of the name. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, goTo, test } from '../kansli.ts'
import { commitPreview, newWorkspace, openMap, previewText } from '../pages/import-page.ts'
import { expectFocusOn, tabTo } from '../pages/keyboard.ts'
import { ask } from '../pages/ask.ts'

const name = 'Qvintilia Påhittadotter'
const encoded = (words: string) => Buffer.from(words).toString('base64')
const forms = ['Påhittadotter', 'PÅHITTADOTTER', 'påhittadotter', 'pahittadotter', 'Qvintilia', 'qvintilia']
const minutes = `Provkontoret

Minnesanteckningar möte med provgruppen den 3 maj 2030

1 Öppnande

${name} öppnade mötet.

2 Avslutning

Mötet avslutades.

Deltagare

1. ${name}, spetspatient
2. Tilda Övning, ledamot
`

/** Files of a folder in which one of the forms stands as bytes. */
function filesWith(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => forms.some((form) => readFileSync(path).includes(Buffer.from(form))))
}

async function withMinutes(page: Page): Promise<void> {
  await newWorkspace(page, 'Provkansliet')
  await previewText(page, minutes)
  await commitPreview(page)
}

async function openPerson(page: Page, who = name): Promise<void> {
  await goTo(page, 'Register')
  await page.locator('.reg-rows').getByRole('link', { name: who }).click()
  await expect(page.getByRole('heading', { level: 1, name: who })).toBeVisible()
}

const rights = (page: Page) => page.getByRole('region', { name: /^Personuppgifter/ })

test('the extract of a person leaves as Word and as JSON, and the log says so without saying what', async ({
  kansli: { page },
}, info) => {
  await withMinutes(page)
  const noted = page.waitForResponse((reply) => reply.request().postData()?.includes('privacy.noteAccess') ?? false)
  await openPerson(page)
  const contents: string[] = []
  for (const [format, button] of [
    ['docx', 'Registerutdrag som Word'],
    ['json', 'Registerutdrag som JSON'],
  ] as const) {
    const download = page.waitForEvent('download')
    await rights(page).getByRole('button', { name: button }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe(
      `registerutdrag-qvintilia-pahittadotter-${new Date().toISOString().slice(0, 10)}.${format}`,
    )
    const path = info.outputPath(`extract.${format}`)
    await file.saveAs(path)
    contents.push(readFileSync(path, 'latin1'))
  }
  expect(contents[0]?.startsWith('PK')).toBe(true)
  const extract = JSON.parse(Buffer.from(contents[1] ?? '', 'latin1').toString('utf8')) as {
    sections: { table: string }[]
  }
  expect(extract.sections.map(({ table }) => table)).toEqual(
    expect.arrayContaining(['person', 'attendance', 'paragraph']),
  )

  await noted
  await rights(page).getByRole('link', { name: 'Logg' }).click()
  const log = page.getByRole('table', { name: 'Logg' })
  await expect(log.getByRole('row')).toHaveCount(4)
  await expect(log.getByRole('row', { name: /Lämnad ut.*utdrag/ })).toHaveCount(2)
  await expect(log.getByRole('row', { name: /Visad.*sidan öppnad/ })).toHaveCount(1)
  await expectAccessible(page)
})

test('an extract by a name that has no entry shows where it stands', async ({ kansli: { page } }) => {
  await withMinutes(page)
  await goTo(page, 'Inställningar')
  await page.getByRole('link', { name: 'Öppna Personuppgifter' }).click()
  await page.getByRole('textbox', { name: 'Namn' }).fill('Provkontoret')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Det som finns om Provkontoret' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Spara som Word' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Namn' }).fill(name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main').getByRole('link', { name, exact: true })).toBeVisible()
  await expectAccessible(page)
})

test('somebody who fell with a withdrawn text is found by name and erased from there', async ({ kansli: { page } }) => {
  await withMinutes(page)
  const who = 'Zoraya Qvistbergh'
  const text = `Påhittsgruppen\n\nLedamöter\n\n${who}, ledamot, Provverket\n`
  const source = { name: 'Text', text, format: 'txt', encoding: 'utf-8' }
  const { id } = await ask<{ id: string }>(page, 'sources.add', source)
  await ask(page, 'sources.accept', { source: id })
  await ask(page, 'sources.withdraw', { id })
  await goTo(page, 'Inställningar')
  await page.getByRole('link', { name: 'Öppna Personuppgifter' }).click()
  await page.getByRole('textbox', { name: 'Namn' }).fill(who)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main').getByRole('link', { name: who, exact: true })).toBeHidden()
  await expect(page.getByRole('button', { name: `Spara som Word: ${who}` })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: `Radera … ${who}` }).click()
  const dialog = page.getByRole('dialog', { name: /^Radera/ })
  await expect(dialog.locator('#privacy-words')).toBeVisible()
  await dialog.getByRole('combobox').selectOption({ index: 1 })
  await dialog.getByRole('textbox').fill(who)
  await dialog.getByRole('button', { name: 'Radera för gott' }).click()
  await expect(dialog.getByRole('textbox')).toBeHidden()
  const { text: left } = await ask<{ text: string }>(page, 'sources.get', { id })
  expect(left).not.toContain('Qvistbergh')
})

test('a misspelt twin is shown before an erasure, and goes along when it is ticked', async ({ kansli: { page } }) => {
  await withMinutes(page)
  const text = 'Namn;Organisation\nQvintillia Påhittadotter;Provverket\n'
  await ask(page, 'contacts.commit', { name: 'lista.csv', text, choices: [{ row: 0, as: 'new' }] })
  const other = minutes
    .replace('3 maj', '4 maj')
    .replace(`${name} öppnade mötet.`, 'Qvintillia Påhittadotter hade ringt.')
    .replace(`1. ${name}, spetspatient\n`, '')
  await ask(page, 'imports.commit', { name: 'fyra.txt', text: other, encoding: 'pasted' })
  await page.reload()
  await openPerson(page)
  await rights(page).getByRole('button', { name: 'Radera …' }).click()
  const dialog = page.getByRole('dialog', { name: /^Radera/ })
  const twins = dialog.getByRole('group', { name: 'Ett liknande namn har en egen post' })
  await expect(dialog.locator('#privacy-words ~ p').last()).not.toContainText('Påhittadotter')
  await twins.getByRole('checkbox', { name: /^Qvintillia Påhittadotter Provverket/ }).press('Space')
  await expect(dialog.locator('#privacy-words ~ p').last()).toContainText('Påhittadotter')
  await expect(twins.getByRole('checkbox')).toBeChecked()
  // Minutes that only the twin is in are listed with the twin, and not counted without.
  const theirs = dialog.getByRole('checkbox', { name: /4 maj 2030/ })
  const counted = dialog.getByText(/skrivs om och kan inte återställas/)
  await theirs.press('Space')
  await expect(counted).toBeVisible()
  await twins.getByRole('checkbox').press('Space')
  await expect(theirs).toHaveCount(0)
  await expect(counted).toHaveCount(0)
  await twins.getByRole('checkbox').press('Space')
  await expect(theirs).toBeChecked()
  await theirs.press('Space')
  await expectAccessible(page)
  await dialog.getByRole('combobox').selectOption({ index: 1 })
  await dialog.getByRole('textbox').fill(name)
  await dialog.getByRole('button', { name: 'Radera för gott' }).click()
  await expect(dialog.getByRole('textbox')).toBeHidden()
  const { rows } = await ask<{ rows: { name: string }[] }>(page, 'register.list', { kind: 'person' })
  expect(rows.map((row) => row.name).filter((one) => one.includes('Påhitta'))).toEqual([])
})

test('a name is corrected and the old one stays as what it was', async ({ kansli: { page } }) => {
  await withMinutes(page)
  await openPerson(page, 'Tilda Övning')
  await rights(page).getByRole('button', { name: 'Rätta namnet …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Rätta namnet' })
  await expectFocusOn(page, dialog.getByRole('textbox', { name: 'Rätt namn' }))
  await dialog.getByRole('textbox').fill('Tilda Öfning')
  await dialog.getByText('Tidigare namn').click()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Rätta', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Tilda Öfning' })).toBeVisible()
  await expect(page.getByRole('region', { name: /^Namn som de står/ })).toContainText('Tilda Övning')
})

test('somebody restricted is on no list and no map, is found under Personuppgifter, and comes back', async ({
  kansli: { page },
}) => {
  await withMinutes(page)
  await openPerson(page)
  await rights(page).getByRole('button', { name: 'Begränsa' }).click()
  await expect(rights(page).getByText(/^Begränsad:/)).toBeVisible()
  await goTo(page, 'Register')
  const list = page.getByRole('complementary').or(page.locator('.reg-rows')).first()
  await expect(page.getByRole('link', { name: 'Tilda Övning' }).first()).toBeVisible()
  await expect(list.getByText(name)).toHaveCount(0)
  await openMap(page)
  await page.keyboard.press('t')
  await expect(page.locator('.map-table')).toBeVisible()
  await expect(page.locator('.map-table')).not.toContainText(name)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('Qvintilia')
  await expect(page.getByRole('option', { name: new RegExp(`^${name}`) })).toHaveCount(0)
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Personuppgifter')
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: /^Begränsade/ }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: `Häv begränsningen ${name}` }).click()
  await expect(page.getByText(/^Här kommer de personer/)).toBeVisible()
  await goTo(page, 'Register')
  await expect(page.locator('.reg-rows').getByText(name)).toBeVisible()
})

test('before the map leaves, titles that tell of health are shown, and can be left out', async ({
  kansli: { page },
}, info) => {
  await withMinutes(page)
  await openMap(page)
  const ask = async () => {
    await page.getByRole('button', { name: /^Mer/ }).click()
    await page.getByRole('menuitem', { name: /SVG|bild/i }).click()
    const dialog = page.getByRole('dialog', { name: 'Innan det lämnar datorn' })
    await expect(dialog).toContainText('spetspatient')
    return dialog
  }
  const first = await ask()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(first).toHaveCount(0)
  for (const [button, has] of [
    ['Spara ändå', true],
    ['Utan de orden', false],
  ] as const) {
    const dialog = await ask()
    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: button }).click()
    const path = info.outputPath(`map-${String(has)}.svg`)
    await (await download).saveAs(path)
    expect(readFileSync(path, 'utf8').includes('spetspatient')).toBe(has)
    expect(readFileSync(path, 'utf8')).toContain(name)
  }
})

test('rules bring up what has rested, and it is kept until a day', async ({ kansli: { page } }) => {
  await withMinutes(page)
  await page.clock.install({ time: new Date('2040-01-01T10:00:00Z') })
  await page.evaluate(() => {
    location.hash = '#/personuppgifter/gallring'
  })
  await expect(page.getByText(/^Här kommer det som har vilat/)).toBeVisible()
  await page.getByRole('textbox', { name: 'Personer som inte har hörts av' }).fill('0')
  await expect(page.getByText(/^Skriv antal månader/)).toBeVisible()
  await page.getByRole('textbox', { name: 'Personer som inte har hörts av' }).fill('12')
  await page.keyboard.press('Enter')
  const due = page.getByRole('table', { name: 'Att granska' })
  await expect(due.getByRole('row')).toHaveCount(3)
  await expectAccessible(page)
  await due
    .getByRole('row', { name: /Tilda Övning/ })
    .getByRole('button', { name: 'Behåll till' })
    .click()
  await page.getByRole('textbox', { name: 'Behåll till och med' }).fill('2042-01-01')
  await page.keyboard.press('Enter')
  await expect(due.getByRole('row')).toHaveCount(2)
  await expect(page.getByRole('heading', { name: /^Att granska/ })).toBeFocused()
})

test('by keyboard alone somebody is erased, records and all, and no byte of the name is left anywhere', async ({
  kansli: { page, dataFolder, host },
}) => {
  const said: string[] = []
  host?.process.stdout?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  host?.process.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  await withMinutes(page)
  const draft = await ask<{ id: string }>(page, 'meetings.create', {
    title: 'Utkast',
    kind: 'protokoll',
    date: null,
    body: null,
  })
  for (const [fileName, words] of [
    ['lista.txt', `Anmälda: ${name}`],
    ['karta.pdf', '%PDF-1.7'],
  ] as const)
    await ask(page, 'attachments.add', { meetingId: draft.id, itemId: null, fileName, base64: encoded(words) })
  await openPerson(page)
  expect(filesWith(dataFolder)).not.toEqual([])
  const keys = page.keyboard
  await keys.press('Control+k')
  await keys.type('Radera')
  await keys.press('Enter')
  const dialog = page.getByRole('dialog', { name: `Radera ${name}` })
  await expect(dialog.getByText('1 handling bevaras')).toBeVisible()
  await expect(dialog.getByText(/Qvintilia · Påhittadotter|Påhittadotter · Qvintilia/)).toBeVisible()
  await expectAccessible(page)

  await tabTo(page, dialog.getByRole('group', { name: '1 handling bevaras' }).getByRole('checkbox'))
  await keys.press('Space')
  await expect(dialog.getByText(/^En handling skrivs om/)).toBeVisible()
  // A draft's file that names the person goes unless somebody says otherwise; of a PDF nobody can say.
  const files = (group: RegExp) => dialog.getByRole('group', { name: group }).getByRole('checkbox')
  await expect(files(/^1 bifogad fil nämner/)).toBeChecked()
  await expect(files(/^1 bifogad fil går inte att läsa/)).not.toBeChecked()
  // Neither a reason nor the name: it says what is missing and does nothing.
  await tabTo(page, dialog.getByRole('button', { name: 'Radera för gott' }))
  await keys.press('Enter')
  await expect(dialog.getByText(/^Välj ett skäl\. /)).toBeVisible()
  await expect(dialog.getByText('Skriv namnet som det står.')).toBeVisible()
  await tabTo(page, dialog.getByRole('combobox', { name: 'Skäl' }), true)
  await keys.type('Personen')
  await expect(dialog.getByRole('combobox', { name: 'Skäl' })).toHaveValue('request')
  await tabTo(page, dialog.getByRole('textbox'))
  await keys.type(name.toLowerCase())
  await keys.press('Enter')

  const done = page.getByRole('dialog', { name: 'Namnet är raderat' })
  await expect(done).toBeVisible()
  await expect(done.getByText('1 handling skrevs om.')).toBeVisible()
  await expect(done.getByText('1 bifogad fil togs bort.')).toBeVisible()
  await expect(done.getByText('karta.pdf')).toBeVisible()
  await expectAccessible(page)
  await expect(page.locator('body')).not.toContainText('Qvintilia')
  expect(await page.title()).not.toContain('Qvintilia')
  await keys.press('Escape')
  await expectFocusOn(page, page.getByRole('main'))

  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  for (const form of forms) expect(stored).not.toContain(form)
  expect(filesWith(dataFolder)).toEqual([])
  expect(forms.filter((form) => said.join('').includes(form))).toEqual([])
  await goTo(page, 'Register')
  await expect(page.getByRole('link', { name: 'Tilda Övning' }).first()).toBeVisible()
  await expect(page.locator('body')).not.toContainText('Qvintilia')
})
