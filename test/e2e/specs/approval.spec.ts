/** Formal minutes from draft to locked versions, and what became of their decisions and actions: by keyboard. */
import { readFileSync } from 'node:fs'
import { expect, expectAccessible, test } from '../kansli.ts'
import { ask } from '../pages/ask.ts'
import { draftMinutes } from '../pages/council.ts'
import { expectFocusOn, tabTo } from '../pages/keyboard.ts'

test('minutes are sent out, approved, locked, opened again and compared; an extract leaves and an action is done', async ({
  kansli: { page, host },
}) => {
  test.skip(host === null, 'the calls beside the pages go over the loopback address')
  test.setTimeout(180_000)
  const { keyboard } = page
  const go = (path: string) =>
    page.evaluate((to) => {
      location.hash = to
    }, path)
  const choose = async (name: string | RegExp) => {
    await tabTo(page, page.getByRole('button', { name }))
    await keyboard.press('Enter')
  }

  await ask(page, 'workspace.create', { name: 'Prov' })
  const { id, itemId, decide } = await draftMinutes(page)

  const state = page.locator('.approval-head output')
  const approveAll = async () => {
    await choose('Skicka för justering')
    await expect(state).toHaveText('Ute för justering')
    await expect(page.getByRole('button', { name: 'Justera och lås' })).toBeDisabled()
    for (const name of ['Ove Testman', 'Ada Påhitt']) {
      await choose(`Godkänner ${name}`)
      await expect(page.getByRole('button', { name: `Ta tillbaka svaret ${name}` })).toBeVisible()
    }
    await choose('Justera och lås')
    await expect(state).toHaveText('Justerat och låst')
  }

  await test.step('sent out, answered, approved', async () => {
    await go(`/moten/${id}/justering`)
    await expect(state).toHaveText('Utkast')
    await approveAll()
    await expectAccessible(page)
  })

  await test.step('locked: the head is words, the text says why it does not open, and a write is refused', async () => {
    await go(`/moten/${id}`)
    await expect(page.locator('.blk[data-kind=decision]')).toHaveAttribute('data-mark', /^Beslut \d{4}:1$/)
    await expect(page.locator('.meeting-head')).toContainText('Provsalen')
    await expect(page.locator('.meeting-head button, .meeting-head select')).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Lägg till punkt' })).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Lägg till deltagare' })).toHaveCount(0)
    // Who does it is followed up afterwards too.
    await expect(page.getByRole('button', { name: /^Vem/ })).toBeVisible()
    await tabTo(page, page.getByRole('textbox', { name: 'Text: Kabelvägen' }))
    await expect(page.getByText('Protokollet är justerat och låst.', { exact: false })).toBeAttached()
    await expect(page.locator('.ProseMirror')).toHaveCount(0)
    await keyboard.press('Control+h')
    await keyboard.type('revet')
    await expect(page.getByText('1 av 1')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Ersätt alla' })).toHaveCount(0)
    await keyboard.press('Escape')
    await expectFocusOn(page, page.locator(`#item-${itemId}`))
    await ask(page, 'items.set', { id: itemId, title: 'Annat' })
    await page.reload()
    await expect(page.getByRole('heading', { name: /Kabelvägen/ })).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('opened again with a reason, changed and approved anew', async () => {
    await go(`/moten/${id}/justering`)
    await tabTo(page, page.getByLabel(/Skäl/))
    await keyboard.type('Fel sida av revet.')
    await keyboard.press('Enter')
    await expect(state).toHaveText('Utkast')
    await expect(page.getByText('Fel sida av revet.')).toBeVisible()
    await decide('att kabeln läggs söder om revet')
    await page.reload()
    await approveAll()
  })

  await test.step('both versions side by side', async () => {
    await tabTo(page, page.getByRole('link', { name: 'Jämför' }))
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Version 1 och 2 sida vid sida')
    await expect(page.locator('del')).toHaveText('norr')
    await expect(page.locator('ins')).toHaveText('söder')
    // Any two: the older one beside what stands now, then the one that stands.
    await tabTo(page, page.getByLabel('Till höger'), true)
    await keyboard.type('Som')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Version 1 och det som står nu')
    await expect(page.locator('ins')).toHaveText('söder')
    await expectFocusOn(page, page.getByLabel('Till höger'))
    await tabTo(page, page.getByLabel('Till vänster'), true)
    await keyboard.type('V')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Version 2 och det som står nu')
    await expect(page.getByText('Versionerna är lika, ord för ord.')).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('the decision is found among all of them, and an extract of it leaves', async () => {
    await go('/atgarder/beslut')
    const row = page.getByRole('row', { name: /2019:1/ })
    await expect(row).toContainText('söder om revet')
    await tabTo(page, page.getByLabel('Ord i texten'))
    await keyboard.type('norr')
    await expect(page.getByText('Inga beslut passar urvalet.')).toBeVisible()
    await keyboard.press('Control+A')
    await keyboard.type('revet')
    await expect(row).toBeVisible()
    const download = page.waitForEvent('download')
    await choose(/^Protokollsutdrag/)
    const file = await download
    expect(file.suggestedFilename()).toMatch(/\.docx$/)
    const bytes = readFileSync(await file.path())
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
  })

  await test.step('the action is found by who and when, its history opens, and it is done', async () => {
    await go('/')
    await expect(page.getByRole('row', { name: /Siv Prov ritar kartan/ })).toContainText('försenad')
    await go('/atgarder')
    const action = page.getByRole('button', { name: 'Siv Prov ritar kartan.', exact: true })
    const none = page.getByText('Inga åtgärder passar urvalet.')
    await tabTo(page, page.getByLabel('När'))
    await keyboard.type('Försenade')
    await expect(action).toBeVisible()
    await tabTo(page, page.getByLabel('Vem'))
    await keyboard.type('Ada')
    await expect(none).toBeVisible()
    await keyboard.press('Control+A')
    await keyboard.type('siv')
    await tabTo(page, action)
    await keyboard.press('Enter')
    await tabTo(page, page.getByLabel('Anteckning'))
    await keyboard.type('Ett utkast är klart.')
    await keyboard.press('Enter')
    await expect(
      page.getByRole('region', { name: 'Historik för åtgärden' }).getByRole('listitem').last(),
    ).toContainText('Ett utkast är klart.')
    await tabTo(page, action, true)
    await expectFocusOn(page, action)
    await choose('Klar Siv Prov ritar kartan.')
    await expect(none).toBeVisible()
    await expect(page.getByText('Markerad som klar')).toBeAttached()
  })
})
