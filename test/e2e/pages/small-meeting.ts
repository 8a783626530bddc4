/** Draft minutes of made-up people with one empty item. Only over the loopback address. */
import type { Page } from '@playwright/test'
import { expect } from '../kansli.ts'
import { ask } from './ask.ts'
import { newWorkspace } from './import-page.ts'

/** Makes the meeting in a new workspace and opens it; `view` reads it as it is stored. */
export async function openSmallMeeting<View>(
  page: Page,
  names: readonly string[],
): Promise<{ id: string; view: () => Promise<View> }> {
  await newWorkspace(page, 'Provkansliet')
  const { id } = await ask<{ id: string }>(page, 'meetings.create', {
    title: 'Testrådet för havsvind',
    kind: 'protokoll',
    date: '2026-11-10',
    body: 'Testrådet för havsvind',
  })
  for (const name of names)
    await ask(page, 'attendance.add', {
      meetingId: id,
      name,
      capacity: 'ledamot',
      organisation: null,
      group: 1,
      status: 'present',
      mode: 'room',
      items: null,
    })
  await page.evaluate((to) => {
    location.hash = `#/moten/${to}`
  }, id)
  await expect(page.getByRole('textbox', { name: /^Text:/ })).toBeVisible()
  return { id, view: () => ask<View>(page, 'meetings.get', { id }) }
}
