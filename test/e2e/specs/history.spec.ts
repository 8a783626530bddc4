/** The text as it was, beside the text; and two windows on one meeting. */
import { join } from 'node:path'
import { raw, run } from '#db/connection.ts'
import { createWorkspace } from '#db/open.ts'
import { meeting } from '../../db/identity-register.ts'
import { expect, expectAccessible, test } from '../kansli.ts'
import { ownFolder } from '../own-folder.ts'

const itemId = crypto.randomUUID()
const [first, second] = [crypto.randomUUID(), crypto.randomUUID()]
let meetingId = ''

/** Minutes of an invented council: one item, a paragraph that was changed and one that was removed. */
async function workspace(): Promise<string> {
  const path = join(ownFolder(), 'Historik.kansli')
  const { db, close } = createWorkspace(path, new Date(0))
  raw(db).transaction(() => {
    meetingId = meeting(db, '2031-03-03')
    run(
      db,
      `INSERT INTO agenda_item (id, meeting_id, position, number, number_style, title) VALUES (?, ?, 0, '1', 'paragraph', 'Lunch')`,
      [itemId, meetingId],
    )
    const put = (id: string, position: number, text: string, kind = 'paragraph') =>
      run(db, `INSERT INTO paragraph (id, item_id, position, kind, text) VALUES (?, ?, ?, ?, ?)`, [
        id,
        itemId,
        position,
        kind,
        text,
      ])
    put(first, 0, 'Rådet åt lunch.')
    put(second, 1, 'Provrådet avslutade mötet.', 'decision')
    run(db, `UPDATE paragraph SET text = 'Rådet åt middag.' WHERE id = ?`, [first])
    run(db, 'DELETE FROM paragraph WHERE id = ?', [second])
    // The file's own clock gave both the same moment, or nearly.
    run(db, `UPDATE paragraph_version SET until = '2031-03-03T10:00:00.000Z' WHERE paragraph_id = ?`, [first])
    run(db, `UPDATE paragraph_version SET until = '2031-03-03T10:01:00.000Z' WHERE paragraph_id = ?`, [second])
  })()
  await close({ at: new Date(0) })
  return path
}

test.use({ open: await workspace() })

test('a removed paragraph and changed words are seen beside the text, and come back', async ({ kansli: { page } }) => {
  await page.evaluate((id) => (location.hash = `/moten/${id}`), meetingId)
  const text = page.locator('.item .record-text')
  await expect(text).toContainText('Rådet åt middag.')
  await text.click()
  await page.keyboard.press('Control+Shift+H')
  await expect(page.getByRole('tab', { name: 'Historik' })).toBeFocused()
  const past = page.locator('.past')
  await expect(past).toHaveCount(2)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('slider')).toBeFocused()
  await page.keyboard.press('Home')
  await expect(past.first().locator('del')).toHaveText('lunch')
  await expect(past.last()).toContainText('Beslut')
  await expect(past.first().locator('ins')).toHaveText('middag')
  await expectAccessible(page)
  await past
    .last()
    .getByRole('button', { name: /Återställ/ })
    .press('Enter')
  await expect(text).toContainText('Provrådet avslutade mötet.')
  await past
    .first()
    .getByRole('button', { name: /Återställ/ })
    .press('Enter')
  await expect(text).toContainText('Rådet åt lunch.')
  await page.screenshot({ path: test.info().outputPath('history.png') })
})
