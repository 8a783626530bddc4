/** A private note whose item is gone, over the end of its page. */
import { join } from 'node:path'
import { createWorkspace } from '#db/open.ts'
import { expect, expectAccessible, test } from '../kansli.ts'
import { ownFolder } from '../own-folder.ts'
import { ask } from '../pages/ask.ts'
import { anotherWindowOn, crash } from '../pages/windows.ts'

const path = join(ownFolder(), 'Anteckningar.kansli')
await createWorkspace(path, new Date(0)).close({ at: new Date(0) })
test.use({ open: path })

test('a private note that has lost its item is there when its page is killed, and goes on a new one', async ({
  kansli,
}) => {
  test.skip(test.info().project.name !== 'loopback', 'windows share a pass only there')
  const { page } = kansli
  const { id: meetingId } = await ask<{ id: string }>(page, 'meetings.create', {
    title: 'Provmöte',
    kind: 'protokoll',
    date: '2031-03-03',
    body: null,
  })
  const { id } = await ask<{ id: string }>(page, 'items.add', { meetingId, after: null, title: 'Kablar' })
  const aside = async () =>
    (await ask<{ aside: { text: string }[] }>(page, 'notes.list', { meetingId })).aside.map(({ text }) => text)
  const writer = await anotherWindowOn(page, meetingId)
  const removed = Promise.withResolvers<void>()
  await writer.route('**/*', async (route) => {
    if (route.request().postData()?.includes('notes.set') === true) await removed.promise
    await route.continue()
  })
  await writer.getByRole('heading', { name: /Kablar/ }).click()
  await writer.keyboard.press('Control+Alt+N')
  await expect(writer.getByRole('textbox', { name: 'Privat anteckning: Kablar' })).toBeFocused()
  await writer.keyboard.type('fråga om kablar')
  await ask(page, 'items.remove', { id })
  removed.resolve()
  await expect.poll(aside).toEqual(['fråga om kablar'])
  await crash(writer)

  const next = await anotherWindowOn(page, meetingId)
  const lost = next.locator('.meeting-messages .message').filter({ hasText: 'fråga om kablar' })
  await expect(lost).toContainText('Punkten ”Kablar” är borttagen')
  await expectAccessible(next)
  await lost.getByRole('button', { name: 'Lägg anteckningen på en punkt' }).click()
  await expect(next.getByRole('textbox', { name: 'Privat anteckning: Kablar' })).toHaveValue('fråga om kablar')
  await expect(lost).toHaveCount(0)
  expect(await aside()).toEqual([])
})

test('a private note that is asked for before the notes are read has the caret as soon as they are', async ({
  kansli: { page },
}) => {
  const { id: meetingId } = await ask<{ id: string }>(page, 'meetings.create', {
    title: 'Provmöte',
    kind: 'protokoll',
    date: '2031-03-04',
    body: null,
  })
  await ask(page, 'items.add', { meetingId, after: null, title: 'Remmar' })
  const read = Promise.withResolvers<void>()
  await page.route('**/*', async (route) => {
    if (route.request().postData()?.includes('notes.list') === true) await read.promise
    await route.continue()
  })
  await page.evaluate((id) => (location.hash = `/moten/${id}`), meetingId)
  await page.getByRole('heading', { name: /Remmar/ }).click()
  await page.keyboard.press('Control+Alt+N')
  const note = page.getByRole('textbox', { name: 'Privat anteckning: Remmar' })
  await expect(note).toBeHidden()
  read.resolve()
  await expect(note).toBeFocused()
})
