/** Writing minutes: names completed, somebody new in passing, a phrase with places, signs set, words replaced, a private note. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, expectAccessible, test } from '../kansli.ts'
import { ask } from '../pages/ask.ts'

test.use({ made: fileURLToPath(new URL('../made/writing-meeting.ts', import.meta.url)) })

test('names, phrases, signs, replacing and a private note, by keyboard alone', async ({
  kansli: { page, meetingId },
}) => {
  test.setTimeout(240_000)
  await page.clock.setFixedTime(new Date('2030-05-06T10:05:00+02:00'))
  await page.evaluate((id) => {
    location.hash = `/moten/${id}`
  }, meetingId)
  const keys = page.keyboard
  const folder = process.env['KANSLI_PICTURES'] ?? ''
  const text = page.locator('.item').first().locator('.record-text')
  const list = page.getByRole('listbox', { name: 'Namn och teman' })
  await expect(page.getByRole('heading', { name: /Vindkartan/ })).toBeVisible()

  await test.step('those present come first, by a few letters; Enter takes', async () => {
    await keys.press('Control+Enter')
    await expect(text).toBeFocused()
    await keys.type('@påh')
    await expect(list.getByRole('option').first()).toContainText('Jonna Påhittsnord')
    await expect(list.getByRole('option').first()).toContainText('här')
    await expectAccessible(page)
    await keys.press('Enter')
    await keys.type(', ')
    await keys.type('jp')
    await keys.press('Tab')
    await expect(text).toHaveText('Jonna Påhittsnord, Jonna Påhittsnord ')
    await expect(text.locator('.mention')).toHaveCount(2)
  })

  await test.step('initials of nobody keep the caret in the text and say so', async () => {
    await keys.type('xq')
    await keys.press('Tab')
    await expect(text).toBeFocused()
    await expect(page.locator('.foot-said')).toContainText('initialerna ”xq”')
    await keys.type('n')
    await expect(text).toHaveText('Jonna Påhittsnord, Jonna Påhittsnord xqn')
    for (let left = 'xqn'.length; left > 0; left -= 1) await keys.press('Backspace')
  })

  await test.step('the register answers without marks, and Escape leaves', async () => {
    await keys.type('och @asa fj')
    await expect(list.getByRole('option').first()).toContainText('Åsa Fjärrtest')
    await keys.press('Escape')
    await expect(list).toHaveCount(0)
    for (let left = '@asa fj'.length; left > 0; left -= 1) await keys.press('Backspace')
  })

  await test.step('whoever is only named is on no list; a row below puts them there as what it says', async () => {
    const rows = list.getByRole('option')
    await keys.type('@asa fj')
    await expect(rows).toHaveText([/Åsa Fjärrtest/, /på listan som gäst/, /på listan som tjänsteperson/])
    await keys.press('Enter')
    await expect(text.locator('.mention')).toHaveCount(3)
    await expect(page.locator('.people')).not.toContainText('Åsa Fjärrtest')
    await keys.type('och @asa fj')
    await expect(rows).toHaveCount(3)
    await keys.press('ArrowDown')
    await keys.press('ArrowDown')
    await expectAccessible(page)
    if (folder !== '')
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme })
        await page.screenshot({ path: join(folder, `join-${scheme}.png`) })
      }
    await keys.press('Enter')
    await expect(page.locator('.people')).toContainText('Åsa Fjärrtest')
    await expect(page.locator('.people')).toContainText('tjänsteperson')
    await keys.type('och ')
  })

  await test.step('somebody new is introduced with an organisation', async () => {
    await keys.type('@')
    await keys.type('Ny Ytterst, Vågbolaget')
    await expect(list.getByRole('option')).toHaveText([/Ny Ytterst/, /på listan som tjänsteperson/])
    await keys.press('Enter')
    await expect(page.locator('.people')).toContainText('Ny Ytterst')
    await expect(page.locator('.people')).toContainText('Vågbolaget')
  })

  await test.step('a theme that nobody knows becomes one of the register', async () => {
    await keys.type('om #Provströmmar')
    await expect(list.getByRole('option')).toHaveText([/Provströmmar/])
    await expect(list.getByRole('option').first()).toContainText('nytt, i registret')
    await expectAccessible(page)
    if (folder !== '') await page.screenshot({ path: join(folder, 'theme.png') })
    await keys.press('Enter')
    await expect(text.locator('.mention[data-kind="theme"]')).toHaveText('Provströmmar')
    const known = async () =>
      (await ask<{ hits: { name: string }[] }>(page, 'complete.names', { query: 'provstr', kinds: ['theme'] })).hits
    await expect.poll(known).toMatchObject([{ name: 'Provströmmar' }])
  })

  await test.step('a phrase is found by a word and filled in, Tab goes from place to place', async () => {
    await keys.press('Enter')
    await keys.type('/avsl')
    await expect(page.getByRole('option', { name: /Mötet avslutas/ })).toBeVisible()
    await keys.press('Enter')
    await expect(text).toContainText('Alva Provberg tackade de närvarande och avslutade mötet kl. 10.05.')
    await keys.press('Enter')
    await keys.type('/present')
    await keys.press('ArrowDown')
    await keys.press('Enter')
    await keys.type('jon')
    await keys.press('Enter')
    await keys.press('Tab')
    await keys.type('vindkartan')
    await expect(text).toContainText('Jonna Påhittsnord presenterade vindkartan.')
  })

  await test.step('signs are set while typing, and come back by undo', async () => {
    await keys.press('End')
    await keys.type(' Det gäller 3-5 verk')
    await expect(text).toContainText('3–5 verk')
    await keys.type(' - och')
    await expect(text).toContainText('verk – och')
    await keys.type(' "')
    await expect(text).toContainText('och ”')
    await keys.press('Control+z')
    await expect(text).toContainText('och "')
    await keys.press('Backspace')
    await keys.press('Control+Shift+ArrowLeft')
    await keys.type('"')
    await expect(text).toContainText('verk – ”')
    await keys.press('Backspace')
    await keys.type('och')
  })

  await test.step('a misspelt word is marked, F7 says what may be meant, and Enter takes it', async () => {
    await keys.type(' felstavvat ord')
    await expect(text.locator('.misspelt')).toHaveText('felstavvat', { timeout: 60_000 })
    await keys.press('F7')
    const offered = page.getByRole('listbox', { name: 'Förslag för felstavvat' })
    await expect(offered.getByRole('option', { name: 'felstavat' })).toBeVisible({ timeout: 60_000 })
    await expectAccessible(page)
    await keys.press('Enter')
    await expect(text.locator('.misspelt')).toHaveCount(0)
    await keys.press('End')
  })

  await test.step('words are found in the whole meeting, headings too, and replaced in one step', async () => {
    await keys.press('Control+f')
    await keys.type('vindkartan')
    await expect(page.getByRole('search')).toContainText('1 av 2')
    if (folder !== '') await page.screenshot({ path: join(folder, 'find-title.png') })
    await keys.press('Control+h')
    await page.getByRole('textbox', { name: 'Ersätt med' }).focus()
    await keys.type('Kabelkartan')
    await expect(page.getByRole('textbox', { name: 'Ersätt med' })).toHaveValue('Kabelkartan')
    await keys.press('Control+Enter')
    await expect(text).toContainText('presenterade Kabelkartan.')
    await expect(page.getByRole('heading', { name: /Kabelkartan/ })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('textbox', { name: 'Sök i mötet' }).fill('asa fjarr')
    await page.getByRole('textbox', { name: 'Sök i mötet' }).press('Escape')
  })

  await test.step('while the meeting runs, whoever is put on the list may be there from now on', async () => {
    await page.getByRole('button', { name: 'Börja mötet' }).click()
    await expect(page.getByRole('button', { name: 'Avsluta mötet' })).toBeVisible()
    await text.focus()
    await keys.press('Control+End')
    await keys.type(' @Nils Inpåhitt')
    await expect(list.getByRole('option')).toHaveCount(2)
    await expect(page.getByText('Skift+Enter eller Skift+klick')).toBeVisible()
    await expectAccessible(page)
    if (folder !== '') await page.screenshot({ path: join(folder, 'join-running.png') })
    await keys.press('ArrowDown')
    await keys.press('Shift+Enter')
    await expect(page.locator('.people .person-name').filter({ hasText: 'Nils Inpåhitt' })).toBeVisible()
    const { attendance } = await ask<{ attendance: { name: string; capacity: string; intervals: object[] }[] }>(
      page,
      'meetings.get',
      { id: meetingId },
    )
    expect(attendance.find(({ name }) => name === 'Nils Inpåhitt')).toMatchObject({
      capacity: 'tjänsteperson',
      intervals: [{ fromTime: '10:05', ended: null }],
    })
  })

  await test.step('which the mouse does with Shift, and for the item without', async () => {
    const attendance = async (wanted: string) => {
      await expect(page.locator('.people .person-name').filter({ hasText: wanted })).toBeVisible()
      const shown = await ask<{ attendance: { name: string; intervals: object[] }[] }>(page, 'meetings.get', {
        id: meetingId,
      })
      return shown.attendance.find(({ name }) => name === wanted)
    }
    await keys.press('Control+End')
    await keys.type(' @Maj Inklick')
    await list
      .getByRole('option')
      .nth(1)
      .click({ modifiers: ['Shift'] })
    expect(await attendance('Maj Inklick')).toMatchObject({ intervals: [{ fromTime: '10:05', ended: null }] })
    await expect(text).toBeFocused()
    await keys.type('och @Ulf Inpunkt')
    await list.getByRole('option').nth(1).click()
    expect(await attendance('Ulf Inpunkt')).toMatchObject({ intervals: [{ fromItemId: expect.anything() as unknown }] })
    expect(await attendance('Ulf Inpunkt')).not.toMatchObject({ intervals: [{ fromTime: '10:05' }] })
  })

  await test.step('the palette that opens finding gives it the caret', async () => {
    await keys.press('Control+k')
    await keys.type('Sök i mötet')
    await keys.press('Enter')
    await expect(page.getByRole('textbox', { name: 'Sök i mötet' })).toBeFocused()
    await keys.type('kabelkartan')
    await expect(page.getByRole('search')).toContainText('1 av 2')
    // Escape goes to what was found: here the heading, open for writing.
    await keys.press('Escape')
    await expect(page.getByRole('textbox', { name: 'Rubrik' })).toBeFocused()
    await keys.press('Escape')
  })

  await test.step('a private note stands apart and is kept', async () => {
    await keys.press('Control+Alt+n')
    const note = page.getByRole('textbox', { name: 'Privat anteckning: Kabelkartan' })
    await keys.type('Fråga om kablarna')
    await expect(page.getByText('Lämnar aldrig datorn')).toBeVisible()
    await expectAccessible(page)
    await keys.press('Escape')
    await page.reload()
    await expect(note).toHaveValue('Fråga om kablarna')
  })

  if (folder !== '') {
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme })
      await keys.press('Control+h')
      await page.getByRole('textbox', { name: 'Sök i mötet' }).fill('påhitt')
      await page.screenshot({ path: join(folder, `find-${scheme}.png`) })
      await keys.press('Escape')
      await keys.press('End')
      await keys.type(' @a')
      await expect(list).toBeVisible()
      await page.screenshot({ path: join(folder, `complete-${scheme}.png`) })
      await keys.press('Escape')
      await keys.press('Backspace')
      await keys.press('Backspace')
    }
    await page.evaluate(() => {
      location.hash = '/installningar'
    })
    await page.getByRole('button', { name: 'Ny standardfras' }).click()
    await page.screenshot({ path: join(folder, 'phrases.png'), fullPage: true })
  }
})

test('a new name that is taken before the register has answered is taken when it does, however quickly one types on', async ({
  kansli: { page, meetingId },
}) => {
  const answered = Promise.withResolvers<void>()
  await page.route('**/*', async (route) => {
    if (route.request().postData()?.includes('complete.names') === true) await answered.promise
    await route.continue()
  })
  await page.evaluate((id) => {
    location.hash = `/moten/${id}`
  }, meetingId)
  const keys = page.keyboard
  const text = page.locator('.item').first().locator('.record-text')
  await expect(page.getByRole('heading', { name: /Vindkartan/ })).toBeVisible()
  await keys.press('Control+Enter')
  await expect(text).toBeFocused()
  await keys.type('Då kom @Pia Panprov, Testverket')
  await keys.press('Enter')
  await keys.type(' och visade')
  await expect(text).toHaveText('Då kom @Pia Panprov, Testverket och visade')
  await keys.press('ArrowLeft')
  answered.resolve()
  await expect(text.locator('.mention')).toHaveText('Pia Panprov')
  await keys.type('X')
  await expect(text).toHaveText('Då kom Pia Panprov och visadXe')
  await expect(page.locator('.people')).toContainText('Pia Panprov')

  // Words that were changed meanwhile are another question, and Escape takes none.
  const again = Promise.withResolvers<void>()
  await page.route('**/*', async (route) => {
    if (route.request().postData()?.includes('complete.names') === true) await again.promise
    await route.continue()
  })
  await keys.press('End')
  await keys.type(' @Moa Panprov, Testverket')
  await keys.press('Enter')
  await keys.press('Escape')
  const told = page.waitForResponse((reply) => reply.request().postData()?.includes('Moa Panprov') === true)
  again.resolve()
  await told
  await keys.type(' nu')
  await expect(text).toHaveText('Då kom Pia Panprov och visadXe @Moa Panprov, Testverket nu')
  await expect(text.locator('.mention')).toHaveCount(1)
})
