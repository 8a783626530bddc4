/** What an office does before a meeting, by keyboard alone: its workspace, its phrases, a series, a day. */
import { expect, type Page } from '@playwright/test'
import type { Keys } from './counted-keys.ts'
import { expectFocusOn } from './keyboard.ts'
import type { Secretary } from './secretary.ts'

type Hands = { page: Page; keys: Keys; hands: Secretary }

export async function makeWorkspace({ page, keys }: Hands, name: string): Promise<void> {
  await keys.tabTo(page.getByRole('textbox', { name: 'Namn' }))
  await keys.type(name)
  await keys.press('Enter')
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Start' })).toBeVisible()
}

/** Those that come with the program, and the office's own pasted from where it kept them. */
export async function addPhrases(
  { page, keys, hands }: Hands,
  phrases: readonly (readonly [string, string])[],
): Promise<void> {
  const rows = page.locator('.phrase-row')
  await hands.command('standardfraser', /tandardfraser/)
  await expectFocusOn(page, page.getByRole('heading', { name: 'Standardfraser' }))
  await keys.tabTo(page.getByRole('button', { name: 'Lägg till vanliga fraser' }))
  await keys.press('Enter')
  await expect(rows).not.toHaveCount(0)
  const before = await rows.count()
  const make = page.getByRole('button', { name: 'Ny standardfras' })
  await keys.tabTo(make, true)
  for (const [index, [name, text]] of phrases.entries()) {
    // Each that is saved gives the focus back, so that the next is one key away.
    await expectFocusOn(page, make)
    await keys.press('Enter')
    await expect(page.getByRole('form', { name: 'Standardfras' }).getByLabel('Namn')).toBeFocused()
    await keys.type(name)
    await keys.press('Tab')
    await keys.paste(text)
    await keys.press('Control+Enter')
    await expect(rows).toHaveCount(before + index + 1)
  }
}

type Series = {
  name: string
  start: string
  place: string
  /** Days that those asked have to approve. */
  approveWithin: string
  agenda: readonly string[]
  members: readonly string[]
}

/** Hybrid meetings with informal notes; the members pasted from a list. */
export async function makeSeries({ page, keys }: Hands, series: Series): Promise<void> {
  const { press, type, tabTo } = keys
  await press('m')
  await expect(page.getByRole('heading', { name: 'Mötesserier' })).toBeVisible()
  await press('n')
  await type(series.name)
  await press('Tab', 'Tab')
  await type('Minnes')
  await press('Tab', 'Enter')
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(series.name) })).toBeVisible()
  const facts = page.locator('.series-facts')
  await expect(facts.getByRole('combobox', { name: 'Typ av anteckningar' })).toHaveValue('minnesanteckningar')
  const fact = async (label: string, value: string) => {
    await tabTo(facts.getByRole('button', { name: new RegExp(`^${label}:`) }))
    await press('Enter')
    await expect(facts.getByRole('textbox', { name: label })).toBeFocused()
    await type(value)
    await press('Enter')
    await expect(facts.getByRole('button', { name: new RegExp(`^${label}: ${value}`) })).toBeFocused()
  }
  await fact('Börjar', series.start)
  await fact('Plats', series.place)
  const form = facts.getByRole('combobox', { name: 'Form' })
  await tabTo(form)
  await type('Hybrid')
  await expect(form).toHaveValue('hybrid')
  await fact('Justeras inom', series.approveWithin)
  const title = page.locator('.template-title')
  for (const [index, words] of series.agenda.entries()) {
    await tabTo(title.nth(index))
    await press('Control+a')
    await type(words)
  }
  while ((await title.count()) > series.agenda.length) {
    await tabTo(title.nth(series.agenda.length))
    await press('Control+a', 'Backspace')
    const before = await title.count()
    await press('Backspace')
    await expect(title).toHaveCount(before - 1)
  }
  await tabTo(page.getByRole('button', { name: 'Lägg till ledamöter' }))
  await press('Enter')
  await keys.paste(series.members.join('\n'))
  const many = series.members.length
  await expect(page.getByRole('button', { name: `Lägg till ${many} ledamöter` })).toBeVisible()
  await press('Control+Enter')
  await expect(page.getByText(`${many} ledamöter tillagda`)).toBeVisible()
}

/** The next meeting of the series whose page is open, and who approves its minutes with the chair. Gives its id. */
export async function planMeeting({ page, keys }: Hands, day: string, adjuster: string): Promise<string> {
  await keys.press('m')
  await expect(page.getByLabel('Datum')).toBeFocused()
  await keys.type(day)
  await expect(page.getByText(/^\d+ personer/).first()).toBeVisible()
  await keys.press('Enter')
  await expect(page).toHaveURL(/#\/moten\/[0-9a-f-]{36}/)
  await expect(page.locator('.people')).toContainText(/\d+\s+väntas/)
  await keys.tabTo(page.getByRole('button', { name: /^Justerare/ }))
  await keys.press('Enter')
  await keys.type(adjuster)
  await keys.press('Enter')
  await expect(page.getByRole('button', { name: new RegExp(`^Justerare: ${adjuster}`) })).toBeFocused()
  return /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? ''
}
