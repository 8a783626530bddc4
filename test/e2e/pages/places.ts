/** Every page of an open workspace, and how to stand on it. */
import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { ask } from './ask.ts'
import { comparison, councilDate, series } from './council.ts'

const twin = readFileSync(new URL('../../fixtures/minutes/twin.txt', import.meta.url), 'utf8')

export type Place = { name: string; open: (page: Page) => Promise<void> }

const nowhere = '/ingenstans'

/** By way of nowhere: what is waited for is never the page before. */
async function go(page: Page, path: string): Promise<void> {
  for (const to of [nowhere, path]) {
    await page.evaluate((hash) => {
      location.hash = hash
    }, to)
    if (to === nowhere) await expect(page.locator('.no-page')).toBeVisible()
  }
  if (path === nowhere) return
  await expect(page.locator('.no-page')).toHaveCount(0)
  await expect(page.locator('main h1').first()).toBeAttached()
}

async function goToFirst(page: Page, kind: 'person' | 'organisation' | 'body'): Promise<void> {
  const { rows } = await ask<{ rows: { id: string }[] }>(page, 'register.list', { kind, limit: 1 })
  await go(page, `/register/${kind}/${rows[0]?.id ?? ''}`)
  await expect(page.locator('.reg-head h1')).toBeVisible()
}

async function goToMeeting(page: Page): Promise<void> {
  const { meetings } = await ask<{ meetings: { id: string }[] }>(page, 'meetings.list', { limit: 1 })
  await go(page, `/moten/${meetings[0]?.id ?? ''}`)
  await expect(page.locator('.meeting-head h1')).toBeVisible()
}

/** The minutes that the comparison of versions made. */
async function goToCouncil(page: Page): Promise<void> {
  const { meetings } = await ask<{ meetings: { id: string; date: string }[] }>(page, 'meetings.list', { limit: 50 })
  await go(page, `/moten/${meetings.find(({ date }) => date === councilDate)?.id ?? ''}`)
  await page.locator('.item').first().focus()
}

/** Opens the pane beside a meeting's text where the window has no room for it. */
async function openSide(page: Page): Promise<void> {
  const button = page.locator('[data-side-open="right"]')
  if (await button.isVisible()) await button.click()
}

export const placesOfExample: readonly Place[] = [
  { name: 'start', open: (page) => go(page, '/') },
  { name: 'meetings', open: (page) => go(page, '/moten') },
  {
    name: 'new meeting',
    open: async (page) => {
      await go(page, '/moten')
      await page.keyboard.press('n')
      await expect(page.locator('.new-meeting')).toBeVisible()
    },
  },
  { name: 'meeting', open: goToMeeting },
  {
    name: 'participant',
    open: async (page) => {
      await goToMeeting(page)
      await openSide(page)
      await page.locator('.person-row').first().click()
      await expect(page.locator('.person-fields')).toBeVisible()
    },
  },
  {
    name: 'review',
    open: async (page) => {
      await goToMeeting(page)
      await page.evaluate(() => {
        location.hash = `${location.hash}/granska`
      })
      await expect(page.locator('.review h1')).toBeVisible()
    },
  },
  {
    name: 'findings',
    open: async (page) => {
      await goToMeeting(page)
      await openSide(page)
      await page.getByRole('tab').nth(1).click()
      await page.locator('.finding-row').first().click()
      await expect(page.locator('.finding-more')).toBeVisible()
    },
  },
  {
    name: 'approval',
    open: async (page) => {
      await goToMeeting(page)
      const path = await page.evaluate(() => `${location.hash.slice(1)}/justering`)
      await go(page, path)
      await expect(page.locator('.approval-missing')).toBeVisible()
    },
  },
  {
    name: 'comparison of versions',
    open: async (page) => {
      await go(page, await comparison(page))
      await expect(page.locator('.approval-side').first()).toBeVisible()
    },
  },
  {
    name: 'find and replace',
    open: async (page) => {
      await goToCouncil(page)
      await page.keyboard.press('Control+h')
      await expect(page.locator('.find-bar')).toBeVisible()
    },
  },
  {
    name: 'history',
    open: async (page) => {
      await goToCouncil(page)
      await page.keyboard.press('Control+Shift+H')
      await expect(page.locator('.past').first()).toBeVisible()
    },
  },
  {
    name: 'actions',
    open: async (page) => {
      await go(page, '/atgarder')
      await page.locator('.actions-open').first().click()
      await expect(page.locator('.actions-note')).toBeVisible()
    },
  },
  {
    name: 'decisions',
    open: async (page) => {
      await go(page, '/atgarder/beslut')
      await expect(page.locator('.actions-number').first()).toBeVisible()
    },
  },
  {
    name: 'series',
    open: async (page) => {
      await go(page, '/serier')
      await page.keyboard.press('n')
      await expect(page.locator('main form')).toBeVisible()
    },
  },
  {
    name: 'one series',
    open: async (page) => {
      await go(page, await series(page))
      await expect(page.getByRole('row', { name: /Bo Låtsman/ })).toBeVisible()
    },
  },
  { name: 'invitation', open: (page) => go(page, '/inbjudan') },
  { name: 'person', open: (page) => goToFirst(page, 'person') },
  { name: 'organisation', open: (page) => goToFirst(page, 'organisation') },
  { name: 'body', open: (page) => goToFirst(page, 'body') },
  {
    name: 'map',
    open: async (page) => {
      await go(page, '/karta')
      await expect(page.getByRole('application')).toBeVisible()
    },
  },
  {
    name: 'table of the map',
    open: async (page) => {
      await go(page, '/karta')
      await page.getByRole('application').focus()
      await page.keyboard.press('t')
      await expect(page.locator('.map-table')).toBeVisible()
      await page.locator('.map-source-cell button').first().click()
      await expect(page.locator('mark').first()).toBeVisible()
      await page.keyboard.press('t')
    },
  },
  { name: 'settings', open: (page) => go(page, '/installningar') },
  { name: 'personal data', open: (page) => go(page, '/personuppgifter') },
  { name: 'retention', open: (page) => go(page, '/personuppgifter/gallring') },
  { name: 'log', open: (page) => go(page, '/personuppgifter/logg') },
  { name: 'no such page', open: (page) => go(page, nowhere) },
  { name: 'text to read in', open: (page) => go(page, '/las-in') },
  {
    name: 'preview',
    open: async (page) => {
      await go(page, '/las-in')
      await page.locator('main textarea').fill(twin)
      await page.keyboard.press('Control+Enter')
      await expect(page.locator('.import-finding').first()).toBeVisible()
    },
  },
]
