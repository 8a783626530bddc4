/** Names to settle, walked by keyboard: answered, put off, taken back. */
import { join } from 'node:path'
import { raw } from '#db/connection.ts'
import { createWorkspace } from '#db/open.ts'
import { attend, entry, meeting, put, tenure } from '../../db/identity-register.ts'
import { expect, expectAccessible, test } from '../kansli.ts'
import { ownFolder } from '../own-folder.ts'
import { holdAnswers } from '../pages/late.ts'

/** A register in which three firms' names, two people's and two homonyms wait for an answer. */
async function workspace(): Promise<string> {
  const path = join(ownFolder(), 'Namn.kansli')
  const { db, close } = createWorkspace(path, new Date(0))
  raw(db).transaction(() => {
    const group = entry(db, 'body', 'Provrådet')
    const [first, second] = [meeting(db, '2031-03-03', group), meeting(db, '2031-05-05', group)]
    const firms = ['AstraProv', 'Astra Prov', 'AztraProv'].map((name) => entry(db, 'organisation', name))
    const [one = '', two = ''] = firms
    attend(db, first, entry(db, 'person', 'Elisabeth Provberg'), 'Elisabeth Provberg, ledamot', one)
    const other = entry(db, 'person', 'Elisabet Provberg')
    attend(db, second, other, 'Elisabet Provberg, ledamot', two)
    const held = tenure(db, { person_id: other, organisation_id: two, title: 'Vice VD' })
    put(db, 'evidence', { tenure_id: held, quote: 'Champion är Elisabet Provberg, Vice VD Astra Prov.' })
    for (const place of ['Provkansliet', 'Hittepådepartementet']) {
      const person = entry(db, 'person', 'Lisa Provsson')
      attend(db, meeting(db, '2031-06-06'), person, `Lisa Provsson, ${place}`, entry(db, 'organisation', place))
    }
    entry(db, 'person', 'Helena, Provgård')
  })()
  await close({ at: new Date(0) })
  return path
}

const path = await workspace()
test.use({ open: path })

test('names are answered, put off and taken back by keyboard alone', async ({ kansli: { page } }) => {
  await page.evaluate(() => (location.hash = '/namn'))
  await expect(page.getByRole('heading', { level: 1, name: 'Namn att avgöra' })).toBeVisible()
  await expect(page.getByRole('article')).toContainText('Elisabet')
  await expectAccessible(page)
  const rows = page.getByRole('navigation', { name: 'Namn som väntar på svar' }).getByRole('listitem')
  await expect(rows).toHaveCount(3)

  await page.keyboard.press('1')
  await expect(rows).toHaveCount(2)
  await expect(page.getByRole('article')).toContainText('AztraProv')
  await page.keyboard.press('J')
  await expect(page.getByRole('article')).toContainText('Lisa Provsson')
  await expect(page.getByRole('article')).toContainText('olika organisationer')
  await page.keyboard.press('3')
  await expect(rows).toHaveCount(1)

  await page.getByRole('tab', { name: /Vet ej än/ }).click()
  await expect(page.getByRole('article')).toContainText('Lisa Provsson')
  await page.getByRole('tab', { name: /Avgjorda/ }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: /Ångra sammanslagningen av/ }).press('Enter')
  await expect(page.getByRole('dialog')).toContainText('Inget har lagts till sedan dess.')
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Ångra sammanslagningen' }).press('Enter')
  await page.getByRole('tab', { name: /Att avgöra/ }).click()
  await expect(rows).toHaveCount(2)
})

test('a second key that comes before the next name is shown does not answer the same one again', async ({
  kansli: { page },
}) => {
  const decided: string[] = []
  page.on('request', (one) => {
    if (one.postData()?.startsWith('{"name":"identity.decide"') === true) decided.push(one.postData() ?? '')
  })
  await page.evaluate(() => (location.hash = '/namn'))
  await expect(page.getByRole('article')).toContainText('Elisabet')
  const readings = await holdAnswers(page, 'identity.proposals')
  await page.keyboard.press('2')
  await expect.poll(readings.count).toBeGreaterThan(0)
  await expect(page.getByText('Avgjort: olika')).toBeAttached()
  await page.keyboard.press('1')
  await readings.tell()
  await expect(page.getByRole('article')).toContainText('AztraProv')
  expect(decided).toHaveLength(1)
})

test('an entry is merged by hand and divided again from its own page', async ({ kansli: { page } }) => {
  await page.evaluate(() => (location.hash = '/register/person'))
  await page.getByRole('link', { name: /Helena, Provgård/ }).click()
  const menu = page.getByRole('button', { name: 'Mer för Helena, Provgård' })
  await menu.press('Enter')
  await page.getByRole('menuitem', { name: 'Slå ihop med …' }).press('Enter')
  await page.getByRole('textbox', { name: 'Sök i registret' }).fill('lisa')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Lisa Provsson/ })
    .first()
    .press('Enter')
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Samma', exact: true }).press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByText('Helena, Provgård').first()).toBeVisible()
})
