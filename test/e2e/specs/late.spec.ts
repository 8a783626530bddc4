/** What somebody does while the answer to what they did before has not come yet. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, goTo, test } from '../kansli.ts'
import { ask } from '../pages/ask.ts'
import { commitPreview, newWorkspace, previewText } from '../pages/import-page.ts'
import { holdAnswers, holdCalls, lateTurns, refuseCalls } from '../pages/late.ts'
import { openSmallMeeting } from '../pages/small-meeting.ts'

const twin = readFileSync(new URL('../../fixtures/minutes/twin.txt', import.meta.url), 'utf8')

type View = {
  head: { place: string | null; form: string | null }
  items: {
    id: string
    title: string
    prepared: string | null
    paragraphs: { id: string; text: string }[]
    actions: { owner: string | null; due: string | null }[]
  }[]
  attendance: { name: string; organisation: string | null; alsoFor: { name: string }[]; intervals: object[] }[]
}

const openMeeting = (page: Page) => openSmallMeeting<View>(page, ['Anna Alm', 'Cilla Ceder'])

test('whoever clicks in the text as soon as it stands there writes in it from the first letter on', async ({
  kansli: { page },
}) => {
  const { view } = await openMeeting(page)
  await lateTurns(page)
  await page.reload()
  await page.getByRole('textbox', { name: /^Text:/ }).click()
  // Letters that would be keys of the page, were they not for the text.
  await page.keyboard.type('Nämnden mötte nämnden')
  await expect
    .poll(async () => (await view()).items[0]?.paragraphs.map(({ text }) => text))
    .toEqual(['Nämnden mötte nämnden'])
  const { meetings } = await ask<{ meetings: object[] }>(page, 'meetings.list', { limit: 50 })
  expect(meetings).toHaveLength(1)
})

test('a value given back before the first one was answered is the one that stands', async ({ kansli: { page } }) => {
  const { view } = await openMeeting(page)
  const place = page.getByRole('button', { name: /^Plats:/ })
  const answers = await holdAnswers(page, 'meetings.setHead')
  const readings = await holdAnswers(page, 'meetings.get')
  await place.click()
  await page.keyboard.type('Salen')
  await page.keyboard.press('Enter')
  await expect(place).toHaveText('Plats: Salen')
  await place.click()
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Enter')
  await expect(place).toHaveText('Plats: uppgift saknas')
  await answers.tell()
  await readings.tell()
  await expect.poll(async () => (await view()).head.place).toBe(null)
})

test('a value that is taken back is shown as it was, and so is what is chosen from a list', async ({
  kansli: { page },
}) => {
  const { view } = await openMeeting(page)
  const place = page.getByRole('button', { name: /^Plats:/ })
  const fill = async () => {
    await place.click()
    await page.keyboard.type('Torget')
    await page.keyboard.press('Enter')
  }
  const undo = page.getByRole('button', { name: /^Ångra: mötets/ })
  await fill()
  await expect(undo).toBeEnabled()
  await undo.click()
  await expect(undo).toHaveCount(0)
  await expect.poll(async () => (await view()).head.place).toBe(null)
  await expect(place).toHaveText('Plats: uppgift saknas')

  // Also where the page has read nothing between the two.
  const late = await holdAnswers(page, 'meetings.get')
  await fill()
  await expect(undo).toBeEnabled()
  await undo.click()
  await expect(undo).toHaveCount(0)
  await expect(place).toHaveText('Plats: Torget')
  await late.tell()
  await expect(place).toHaveText('Plats: uppgift saknas')

  // Each arrow goes on from what the last one chose, however late that is answered.
  const form = page.getByRole('combobox', { name: 'Form' })
  const readings = await holdAnswers(page, 'meetings.get')
  const answers = await holdAnswers(page, 'meetings.setHead')
  await form.focus()
  for (const value of ['ArrowDown', 'ArrowDown']) await page.keyboard.press(value)
  await expect(form).toHaveValue('distans')
  await answers.tell()
  await readings.tell()
  await expect.poll(async () => (await view()).head.form).toBe('distans')
  await expect(form).toHaveValue('distans')
})

test('a field that could not be saved comes back with its words, and leaves the keys to whatever is written by then', async ({
  kansli: { page },
}) => {
  const { view } = await openMeeting(page)
  const calls = await refuseCalls(page, 'meetings.setHead')
  await page.getByRole('button', { name: /^Plats:/ }).click()
  await page.keyboard.type('Salen')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: /^Text:/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.ProseMirror')).toBeFocused()
  await page.keyboard.type('Mötet ')
  await calls.tell()
  await expect(page.getByRole('textbox', { name: 'Plats' })).toHaveValue('Salen')
  await page.keyboard.type('öppnas.')
  await expect.poll(async () => (await view()).items[0]?.paragraphs).toMatchObject([{ text: 'Mötet öppnas.' }])
})

test('a field that comes back hears the next letter, however late the page gets its turns', async ({
  kansli: { page },
}) => {
  await openMeeting(page)
  await lateTurns(page)
  await page.reload()
  const calls = await refuseCalls(page, 'meetings.setHead')
  await page.getByRole('button', { name: /^Plats:/ }).click()
  await page.keyboard.type('Salen')
  await page.keyboard.press('Enter')
  await calls.tell()
  await expect(page.getByRole('status').filter({ hasText: 'Något gick fel inne i Kansli' })).toHaveCount(1)
  await page.keyboard.type('Torget')
  await expect(page.getByRole('textbox', { name: 'Plats' })).toHaveValue('Torget')
})

test('what is prepared for an item can be written on while what was left before is being saved', async ({
  kansli: { page },
}) => {
  const { id, view } = await openMeeting(page)
  await ask(page, 'meetings.begin', { id, time: '10:00' })
  await page.getByRole('button', { name: 'uppgifter …' }).click()
  const answers = await holdAnswers(page, 'items.prepare')
  const readings = await holdAnswers(page, 'meetings.get')
  await page.getByRole('button', { name: 'Skriv underlag' }).click()
  await page.keyboard.type('Nuläget')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: 'Underlag' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  await page.keyboard.type(' och vägen')
  await answers.tell()
  await readings.tell()
  await expect.poll(async () => (await view()).items[0]?.prepared).toBe('Nuläget')
  await page.keyboard.type(' dit')
  await page.keyboard.press('Control+Enter')
  await expect.poll(async () => (await view()).items[0]?.prepared).toBe('Nuläget och vägen dit')
})

test('who and when of an assignment go in with its sentence, however late that is stored', async ({
  kansli: { page },
}) => {
  await page.clock.install()
  const { view } = await openMeeting(page)
  await page.getByRole('textbox', { name: /^Text:/ }).focus()
  const keys = page.keyboard
  await keys.press('Enter')
  await expect(page.locator('.ProseMirror')).toBeFocused()
  const saves = await holdCalls(page, 'items.saveText')
  await keys.type('/upp')
  await expect(page.getByRole('listbox', { name: 'Slag av stycke' })).toBeVisible()
  await keys.press('Enter')
  await keys.type('Ta fram underlag')
  await keys.press('Tab')
  await keys.type('cc')
  await keys.press('Tab')
  await keys.type('4 mars 2027')
  await keys.press('Tab')
  await expect(page.locator('.ProseMirror')).toBeFocused()
  await expect.poll(saves.count).toBe(1)
  // Longer than other work waits for text to be saved.
  await page.clock.fastForward(4000)
  expect((await view()).items[0]?.actions).toEqual([])
  await saves.tell()
  await expect
    .poll(async () => (await view()).items[0]?.actions)
    .toMatchObject([{ owner: 'Cilla Ceder', due: '2027-03-04' }])
  await expect(page.locator('.ProseMirror')).toBeFocused()
})

test('a form that is being sent is not sent again, and what is written meanwhile stays', async ({
  kansli: { page },
}) => {
  const { id } = await openMeeting(page)
  await page.evaluate((to) => {
    location.hash = `#/moten/${to}/justering`
  }, id)
  const answers = await holdAnswers(page, 'comments.add')
  const author = page.getByRole('textbox', { name: 'Vem' })
  const comment = page.getByRole('textbox', { name: 'Kommentar' })
  await author.fill('Anna Alm')
  await comment.fill('Tiden stämmer inte.')
  await author.press('Enter')
  await expect.poll(answers.count).toBe(1)
  await author.press('Enter')
  await comment.fill('Platsen')
  await answers.tell()
  await expect(page.getByText('Kommentaren är sparad')).toBeAttached()
  await comment.press('End')
  await page.keyboard.type(' också.')
  await page.getByRole('button', { name: 'Lägg till', exact: true }).click()
  await expect(comment).toHaveValue('')
  await expect(page.locator('.approval-words')).toHaveText(['Tiden stämmer inte.', 'Platsen också.'])
})

test('those who are put on the list one after the other are all there once, however late each is answered', async ({
  kansli: { page },
}) => {
  const { view } = await openMeeting(page)
  await page.getByRole('button', { name: 'Lägg till deltagare' }).click()
  const name = page.getByRole('combobox', { name: 'Namn' })
  const answers = await holdAnswers(page, 'attendance.add')
  await page.keyboard.type('Bo Blåklint')
  await page.keyboard.press('Enter')
  await expect(name).toHaveValue('')
  await expect.poll(answers.count).toBe(1)
  await page.keyboard.press('Enter')
  await page.keyboard.type('Dag D')
  await answers.tell()
  await expect(page.getByText('Bo Blåklint är tillagd.')).toBeAttached()
  await page.keyboard.type('unge')
  await page.keyboard.press('Enter')
  const names = async () => (await view()).attendance.map((one) => one.name)
  await expect.poll(names).toEqual(['Anna Alm', 'Cilla Ceder', 'Bo Blåklint', 'Dag Dunge'])

  // Whoever is refused is not lost.
  const calls = await refuseCalls(page, 'attendance.add')
  await page.keyboard.type('Eva Ekprov')
  await page.keyboard.press('Enter')
  await expect(name).toHaveValue('')
  await calls.tell()
  await expect(name).toHaveValue('Eva Ekprov')
})

test('a phrase that could not be saved stands in its form again, and takes nobody from where they have gone', async ({
  kansli: { page },
}) => {
  const keys = page.keyboard
  await newWorkspace(page, 'Frasernas kansli')
  await goTo(page, 'Inställningar')
  const make = page.getByRole('button', { name: 'Ny standardfras' })
  const form = page.getByRole('form', { name: 'Standardfras' })
  const fill = async (name: string) => {
    await make.click()
    await keys.type(name)
    await keys.press('Tab')
    await keys.type('Rådet tackade.')
    await keys.press('Control+Enter')
    await expect(make).toBeFocused()
  }
  const calls = await refuseCalls(page, 'phrases.add')
  await fill('Tack')
  await calls.tell()
  await expect(form.getByLabel('Namn')).toHaveValue('Tack')
  await expect(form.getByLabel('Namn')).toBeFocused()
  await expect(form.getByLabel('Text')).toHaveValue('Rådet tackade.')
  await keys.press('Escape')

  const others = await refuseCalls(page, 'phrases.add')
  await fill('Avtackning')
  const elsewhere = page.getByRole('navigation').getByRole('link', { name: 'Möten' })
  await elsewhere.focus()
  await others.tell()
  await expect(form.getByLabel('Namn')).toHaveValue('Avtackning')
  await expect(elsewhere).toBeFocused()

  // Once it is saved, the next form is a blank one.
  await page.unroute('**/call')
  await form.getByRole('button', { name: 'Spara' }).click()
  await expect(page.locator('.phrase-row')).toHaveCount(1)
  await make.click()
  await expect(form.getByLabel('Namn')).toHaveValue('')
})

test('findings are answered one after the other, however late each answer is taken', async ({ kansli: { page } }) => {
  const keys = page.keyboard
  await newWorkspace(page, 'Granskningen')
  await previewText(page, twin)
  await commitPreview(page)
  await page.getByRole('tab', { name: /^Granska/ }).click()
  await page.getByRole('link', { name: 'Hela granskningen' }).press('Enter')
  await expect(page.getByText('1 av 15 avgjorda')).toBeVisible()
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-finding') ?? null)
  await expect.poll(focused).not.toBe(null)
  const open = await page
    .locator('li:not([data-settled]) > .finding-row')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-finding')))
  const answers = await holdAnswers(page, 'review.answer')
  const readings = await holdAnswers(page, 'review.list')
  for (const key of open.slice(0, 3)) {
    await expect.poll(focused).toBe(key)
    await keys.press('d')
  }
  await expect.poll(answers.count).toBe(3)
  await keys.press('j')
  await expect.poll(focused).toBe(open[4])
  await answers.tell()
  await readings.tell()
  await expect(page.getByText('4 av 15 avgjorda')).toBeVisible()
  expect(await focused()).toBe(open[4])
})

test('a meeting asked for twice is made once, and whoever has gone elsewhere by then stays there', async ({
  kansli: { page },
}) => {
  await newWorkspace(page, 'Provkansliet')
  const meetings = async () => (await ask<{ meetings: object[] }>(page, 'meetings.list', {})).meetings.length
  const answers = await holdAnswers(page, 'meetings.create')
  await page.keyboard.press('n')
  await page.keyboard.press('n')
  await expect.poll(meetings).toBe(1)
  await answers.tell()
  await expect(page).toHaveURL(/#\/moten\/[0-9a-f-]{36}/)
  expect(await meetings()).toBe(1)

  await goTo(page, 'Start')
  await expect(page.getByRole('heading', { level: 1, name: /^Möte/ })).toBeVisible()
  const later = await holdAnswers(page, 'meetings.create')
  await page.keyboard.press('n')
  await expect.poll(meetings).toBe(2)
  await goTo(page, 'Register')
  const answered = page.waitForResponse((reply) => reply.request().postData()?.includes('meetings.create') === true)
  await later.tell()
  await answered
  // Answered after that one.
  expect(await meetings()).toBe(2)
  await expect(page).toHaveURL(/#\/register/)
})

test('whoever goes on writing while an item or somebody on the list is being removed keeps the focus', async ({
  kansli: { page },
}) => {
  const { id, view } = await openMeeting(page)
  const [first] = (await view()).items
  await ask(page, 'items.add', { meetingId: id, after: first?.id ?? null, title: 'Vindkartan', number: '2' })
  await expect(page.getByRole('heading', { name: /Vindkartan/ })).toBeVisible()
  const answers = await holdAnswers(page, 'items.remove')
  await page.getByRole('button', { name: 'Mer för punkten' }).first().click()
  await page.getByRole('menuitem', { name: 'Ta bort punkten' }).click()
  await expect.poll(answers.count).toBe(1)
  await page.getByRole('textbox', { name: 'Text: Vindkartan' }).click()
  await expect(page.locator('.ProseMirror')).toBeFocused()
  await page.keyboard.type('Kartan ')
  await answers.tell()
  await expect(page.getByText('Punkten är borttagen')).toBeAttached()
  await page.keyboard.type('gicks igenom.')
  await expect.poll(async () => (await view()).items[0]?.paragraphs).toMatchObject([{ text: 'Kartan gicks igenom.' }])

  await expect(page.locator('.item')).toHaveCount(1)
  const row = page.locator('.people [data-row]', { hasText: 'Anna Alm' })
  await row.focus()
  await page.keyboard.press('Enter')
  const removals = await holdAnswers(page, 'attendance.remove')
  await page.getByRole('button', { name: 'Ta bort', exact: true }).click()
  await expect.poll(removals.count).toBe(1)
  await page.getByText('Kartan gicks igenom.').click()
  await expect(page.locator('.ProseMirror')).toBeFocused()
  await page.keyboard.press('End')
  await removals.tell()
  await expect(page.getByText('Anna Alm är borttagen')).toBeAttached()
  await page.keyboard.type(' Klart.')
  await expect
    .poll(async () => (await view()).items[0]?.paragraphs)
    .toMatchObject([{ text: 'Kartan gicks igenom. Klart.' }])
})

test('after an act beside the text was taken back in it, words from elsewhere leave the caret where it is', async ({
  kansli: { page },
}) => {
  const { id, view } = await openMeeting(page)
  const keys = page.keyboard
  await page.getByRole('textbox', { name: /^Text:/ }).focus()
  await keys.press('Enter')
  const text = page.locator('.ProseMirror')
  await expect(text).toBeFocused()
  await keys.type('Mötet öppnades.')
  const texts = async () => (await view()).items[0]?.paragraphs.map((one) => one.text)
  await expect.poll(texts).toEqual(['Mötet öppnades.'])
  await ask(page, 'meetings.setHead', { id, change: { place: 'Salen' } })
  await keys.press('Home')
  await keys.press('Control+z')
  await expect(page.getByText('Ångrade: mötets uppgifter ändrade')).toBeAttached()
  const [item] = (await view()).items
  const [first] = item?.paragraphs ?? []
  const added = crypto.randomUUID()
  await ask(page, 'items.saveText', {
    id: item?.id,
    operations: [{ op: 'put', paragraphId: added, kind: 'paragraph', text: 'Ordföranden hälsade.', base: null }],
    order: [first?.id, added],
  })
  await expect(text).toContainText('Ordföranden hälsade.')
  await keys.type('Då: ')
  await expect.poll(texts).toEqual(['Då: Mötet öppnades.', 'Ordföranden hälsade.'])
})

test('what is typed after a new item was asked for is its heading, however late that stands there', async ({
  kansli: { page },
}) => {
  const { view } = await openMeeting(page)
  const keys = page.keyboard
  await page.getByRole('textbox', { name: /^Text:/ }).focus()
  await keys.press('Enter')
  await expect(page.locator('.ProseMirror')).toBeFocused()
  await keys.type('Mötet öppnades.')
  const answers = await holdAnswers(page, 'items.add')
  await keys.press('Control+Shift+Enter')
  await keys.type('Nya vägenx')
  await keys.press('Backspace')
  await expect.poll(answers.count).toBe(1)
  const heading = page.getByRole('textbox', { name: 'Punktens rubrik' })
  await answers.tell()
  await expect(heading).toHaveValue('Nya vägen')
  await keys.type(' till Åre')
  await keys.press('Enter')
  await expect(page.locator('.ProseMirror')).toBeFocused()
  const items = async () =>
    (await view()).items.map(({ title, paragraphs }) => [title, ...paragraphs.map((one) => one.text)])
  await expect.poll(items).toEqual([['', 'Mötet öppnades.'], ['Nya vägen till Åre']])
})

test('an act that is added afterwards happens once, however late it is answered', async ({ kansli: { page } }) => {
  const { id, view } = await openMeeting(page)
  await ask(page, 'meetings.begin', { id, time: '10:00' })
  const row = page.locator('.people [data-row]', { hasText: 'Anna Alm' })
  await row.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Gick', exact: true }).click()
  const answers = await holdAnswers(page, 'attendance.event')
  const readings = await holdAnswers(page, 'meetings.get')
  const save = page.getByRole('button', { name: 'Spara bara tiden' })
  await save.click()
  await expect(save).toHaveCount(0)
  await answers.tell()
  await readings.tell()
  await expect.poll(async () => (await view()).attendance[0]?.intervals).toHaveLength(1)
})

test('two organisations of somebody that are told one after the other both stand', async ({ kansli: { page } }) => {
  const { view } = await openMeeting(page)
  await page.locator('.people [data-row]', { hasText: 'Anna Alm' }).focus()
  await page.keyboard.press('Enter')
  const fields = page.getByRole('group', { name: 'Uppgifter om Anna Alm' })
  const fill = async (label: RegExp, words: string) => {
    await fields.getByRole('button', { name: label }).last().click()
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
  }
  await fill(/^Organisation/, 'Provverket')
  const organisations = async () => {
    const [one] = (await view()).attendance
    return [one?.organisation, ...(one?.alsoFor ?? []).map(({ name }) => name)]
  }
  await expect.poll(organisations).toEqual(['Provverket'])
  const answers = await holdAnswers(page, 'attendance.setFor')
  const readings = await holdAnswers(page, 'meetings.get')
  await fill(/^Organisation/, 'Testverket')
  await fill(/^Också för/, 'Övningsverket')
  await expect.poll(answers.count).toBe(2)
  await answers.tell()
  await readings.tell()
  await expect.poll(organisations).toEqual(['Testverket', 'Övningsverket'])
})
