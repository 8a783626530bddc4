/** The register by hand: themes, posts, events, assignments and whoever has a part in them, each in a form of its own. */
import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '../kansli.ts'
import { field, fill, openForm } from '../pages/forms.ts'
import { newWorkspace } from '../pages/import-page.ts'

const save = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Spara' }).press('Enter')

test.beforeEach(async ({ kansli: { page } }) => {
  await newWorkspace(page, 'Register för hand')
})

test('an assignment with its money, deadline and charged organisation is written by hand and stands on the theme’s page', async ({
  kansli: { page },
}) => {
  await openForm(page, 'Nytt område eller mål')
  await expect(field(page, 'Titel')).toBeFocused()
  await save(page)
  await expect(page.getByRole('dialog')).toContainText('Skriv en titel.')
  await expect(field(page, 'Titel')).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.type('Påhittad data')
  await fill(page, 'Nummer', '7')
  await save(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('7 Påhittad data')

  await page.getByRole('button', { name: 'Lägg till uppdrag' }).press('Enter')
  await page.keyboard.type('Uppdrag om låtsasdata')
  await expect(field(page, 'Område eller mål')).toHaveValue('7 Påhittad data')
  await fill(page, 'Vem som har fått det', 'Skenverket')
  await fill(page, 'Pengar', '2,5 miljoner kr\n40 mnkr per år')
  await fill(page, 'Senast klart', 'i övermorgon')
  await save(page)
  await expect(page.getByRole('dialog')).toContainText('Det är inget datum')
  await expectAccessible(page)
  await fill(page, 'Senast klart', '1 mars 2033')
  await fill(page, 'Egna ord om hur det är känt', 'hört på ett möte')
  await save(page)
  await expect(page.getByRole('dialog')).toHaveCount(0)

  const assignments = page.getByRole('region', { name: /Uppdrag och insatser/ })
  await expect(assignments).toContainText('Uppdrag om låtsasdata')
  await expect(assignments).toContainText('senast 1 mars 2033')
  await expect(assignments).toContainText(/2,5 miljoner kr\s*2\s500\s000/)
  await expect(assignments).toContainText('Skenverket')
  const working = page.getByRole('region', { name: /Organisationer som arbetar med det/ })
  await expect(working).toContainText('Skenverket')
  await expect(working).toContainText('har fått uppdraget')
  await expectAccessible(page)

  await page.keyboard.press('Control+z')
  await expect(assignments).not.toContainText('Uppdrag om låtsasdata')
  await page.keyboard.press('Control+y')
  await assignments.getByRole('link', { name: 'Uppdrag om låtsasdata' }).press('Enter')
  await expect(page.getByRole('region', { name: /Vad som säger det/ })).toContainText('hört på ett möte')
  await expect(page.getByRole('region', { name: /Vad som säger det/ })).toContainText('egen uppgift')
})

test('parts in an assignment are given, changed and taken away, and the assignment is changed', async ({
  kansli: { page },
}) => {
  await openForm(page, 'Nytt uppdrag')
  await page.keyboard.type('Insats på prov')
  await field(page, 'Slag').selectOption('insats')
  await save(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Insats på prov')

  const parties = page.getByRole('region', { name: /Vilka som har del i det/ })
  await parties.getByRole('button', { name: 'Lägg till deltagare' }).press('Enter')
  await save(page)
  await expect(page.getByRole('dialog')).toContainText('Skriv vem det är.')
  await expectAccessible(page)
  await field(page, 'Person, organisation eller organ').selectOption('body')
  await fill(page, 'Vem', 'Provgruppen')
  await field(page, 'Del i det').selectOption('coordinating')
  await save(page)
  await expect(parties).toContainText('samordnar')

  await parties.getByRole('button', { name: 'Mer för Provgruppen' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Ändra deltagandet' }).press('Enter')
  await expect(page.getByRole('combobox', { name: 'Vem', exact: true })).toHaveValue('Provgruppen')
  await field(page, 'Del i det').selectOption('funder')
  await save(page)
  await expect(parties).toContainText('betalar')
  await parties.getByRole('button', { name: 'Mer för Provgruppen' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Ta bort deltagandet' }).press('Enter')
  await expect(parties).not.toContainText('Provgruppen')
  await page.keyboard.press('Control+z')
  await expect(parties).toContainText('Provgruppen')

  await openForm(page, 'Ändra uppdraget')
  await fill(page, 'Titel', 'Insats på riktigt')
  await fill(page, 'Beslutat', 'nov 2031')
  await save(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Insats på riktigt')
  await expect(page.getByRole('region', { name: 'Tid' })).toContainText('nov 2031')
})

test('a post comes with its holder’s days, an event with its place and organiser', async ({ kansli: { page } }) => {
  await openForm(page, 'Ny befattning')
  await page.keyboard.type('låtsaschef')
  await fill(page, 'Organisation', 'Skenverket')
  await fill(page, 'Innehavare', 'Asta Dittelin')
  await fill(page, 'Från och med', '2031-02')
  await field(page, 'Slut').selectOption('known')
  await save(page)
  await expect(page.getByRole('dialog')).toContainText('Det är inget datum')
  await expectAccessible(page)
  await field(page, 'Slut').selectOption('unknown')
  await save(page)
  const holders = page.getByRole('region', { name: /Innehavare/ })
  await expect(holders).toContainText('Asta Dittelin')
  await expect(holders).toContainText('från feb 2031, slut okänt')

  await openForm(page, 'Ny händelse')
  await page.keyboard.type('Låtsasdagarna')
  await fill(page, 'Första dag', '3 maj 2032')
  await fill(page, 'Sista dag, om det är flera', '2 maj 2032')
  await fill(page, 'Plats', 'Ingenstans')
  await fill(page, 'Arrangör', 'Påhittsbolaget')
  await save(page)
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('före')
  await expectAccessible(page)
  await fill(page, 'Sista dag, om det är flera', '4 maj 2032')
  await save(page)
  await expect(page.getByRole('main')).toContainText('3 maj 2032 – 4 maj 2032 · Ingenstans')
  await expect(page.getByRole('region', { name: /Vilka som har del i det/ })).toContainText('Påhittsbolaget')
  await expectAccessible(page)
})

test('whoever works on a theme is tied to it on its page, chosen from the register by keyboard', async ({
  kansli: { page },
}) => {
  await openForm(page, 'Nytt område eller mål')
  await page.keyboard.type('Låtsasmålet')
  await fill(page, 'Organ det hör till', 'Provgruppen')
  await save(page)
  await page.getByRole('button', { name: 'Lägg till band' }).press('Enter')
  await save(page)
  await expect(page.getByRole('dialog')).toContainText('Välj någon ur registret.')
  await expectAccessible(page)
  await field(page, 'Person, organisation eller organ').selectOption('body')
  await field(page, 'Vem').pressSequentially('Prov')
  const known = page.getByRole('option', { name: /Provgruppen/ })
  await expect(known).toBeInViewport()
  await page.keyboard.press('Escape')
  await expect(known).toHaveCount(0)
  await field(page, 'Vem').pressSequentially('g')
  await expect(known).toBeInViewport()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Vem', exact: true })).toHaveValue('Provgruppen')
  await save(page)
  const groups = page.getByRole('region', { name: /Organ som arbetar med det/ })
  await expect(groups).toContainText('arbetar med det här')
})

test('contact details, contacts taken and judgements have forms of the same kind', async ({ kansli: { page } }) => {
  await openForm(page, 'Ny befattning')
  await page.keyboard.type('provchef')
  await fill(page, 'Organisation', 'Skenverket')
  await save(page)
  await page.getByRole('main').getByRole('link', { name: 'Skenverket' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Skenverket')

  await openForm(page, 'Lägg till kontaktuppgift')
  await save(page)
  await expect(page.getByRole('dialog')).toContainText('Skriv uppgiften.')
  await fill(page, 'Uppgift', 'info@skenverket.example')
  await save(page)
  const contacts = page.getByRole('region', { name: /Kontaktuppgifter/ })
  await contacts.getByRole('button', { name: 'Mer för info@skenverket.example' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Ändra kontaktuppgiften' }).press('Enter')
  await fill(page, 'Uppgift', 'post@skenverket.example')
  await save(page)
  await expect(contacts).toContainText('post@skenverket.example')

  await openForm(page, 'Lägg till kontakt')
  await fill(page, 'Dag', 'i dag')
  await save(page)
  await expect(page.getByRole('dialog')).toContainText('Det är inget datum')
  await expect(page.getByRole('dialog')).toContainText('Skriv vad det gällde.')
  await fill(page, 'Dag', '3 maj 2032')
  await fill(page, 'Vad det gällde', 'Frågade om provet.')
  await save(page)
  await expect(page.getByRole('region', { name: /Kontakter tagna/ })).toContainText('3 maj 2032')

  await openForm(page, 'Lägg till bedömning')
  await save(page)
  await expect(page.getByRole('dialog')).toContainText('Bedöm minst en av dem.')
  await expectAccessible(page)
  await fill(page, 'Fråga', 'Provet')
  await field(page, 'Intresse').selectOption('4')
  await fill(page, 'Vem som bedömer', 'Kansliet')
  await save(page)
  await expect(page.getByRole('region', { name: /Bedömningar/ })).toContainText('Intresse 4/5')
  await expectAccessible(page)
})

test('the forms fit a narrow window, in the dark too', async ({ kansli: { page } }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  for (const name of ['Nytt område eller mål', 'Ny befattning', 'Ny händelse', 'Nytt uppdrag']) {
    await page.setViewportSize({ width: 400, height: 640 })
    await openForm(page, name)
    await expectAccessible(page)
    const outside = await page.getByRole('dialog').evaluate((dialog) =>
      [dialog, ...dialog.querySelectorAll('*')].flatMap((one) => {
        const box = one.getBoundingClientRect()
        const wide = box.left < -1 || box.right > innerWidth + 1 || one.scrollWidth > one.clientWidth + 1
        return wide && one.clientWidth > 0 && !one.matches('input, textarea, select')
          ? [one.outerHTML.slice(0, 80)]
          : []
      }),
    )
    expect(outside, name).toEqual([])
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Spara' })).toBeInViewport()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
})

test('the address of an entry that was merged into another shows the one that stayed', async ({ kansli: { page } }) => {
  const addresses: string[] = []
  for (const [post, organisation] of [
    ['provchef', 'Alfaprovet'],
    ['provdirektör', 'Betaprovet'],
  ] as const) {
    await openForm(page, 'Ny befattning')
    await page.keyboard.type(post)
    await fill(page, 'Organisation', organisation)
    await save(page)
    await page.getByRole('main').getByRole('link', { name: organisation }).press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toContainText(organisation)
    addresses.push(await page.evaluate(() => location.hash))
  }
  await page.getByRole('button', { name: 'Mer för Betaprovet' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Slå ihop med …' }).press('Enter')
  await page.getByRole('textbox', { name: 'Sök i registret' }).fill('alfa')
  const dialog = page.getByRole('dialog')
  await dialog
    .getByRole('button', { name: /Alfaprovet/ })
    .first()
    .press('Enter')
  await dialog.getByRole('button', { name: 'Samma', exact: true }).press('Enter')
  await expect(dialog).toHaveCount(0)

  const shown = new Set<string>()
  for (const address of addresses) {
    for (const to of ['#/', address])
      await page.evaluate((hash) => {
        location.hash = hash
      }, to)
    const posts = page.getByRole('region', { name: /Befattningar/ })
    await expect(posts).toContainText('provchef')
    await expect(posts).toContainText('provdirektör')
    await expect.poll(() => page.evaluate(() => document.querySelector('[data-row][aria-current]') !== null)).toBe(true)
    shown.add(await page.evaluate(() => location.hash))
  }
  expect(new Set(addresses).size).toBe(2)
  expect(shown.size).toBe(1)

  // The map takes the old address for the new entry too.
  for (const address of addresses) {
    await page.evaluate((id) => {
      history.pushState(null, '', `?nod=${id}#/karta`)
      dispatchEvent(new HashChangeEvent('hashchange'))
    }, address.split('/').at(-1))
    await expect(page.getByRole('heading', { name: /^(Alfa|Beta)provet$/ })).toBeVisible()
    await page.evaluate(() => {
      location.hash = '/'
    })
  }
})
