/** What a secretary's hands do while a meeting is written: each act by keys, and seen to have come. */
import { expect, type Page } from '@playwright/test'
import type { Keys } from './counted-keys.ts'

export type Secretary = ReturnType<typeof secretary>

export function secretary(page: Page, { press, type }: Keys) {
  const editor = page.locator('.ProseMirror')
  const names = page.getByRole('listbox', { name: 'Namn och teman' }).getByRole('option')
  /** Some letters and Enter, once the first row is the one meant. */
  const command = async (letters: string, row: RegExp) => {
    await press('Control+k')
    await type(letters)
    await expect(page.locator('.palette [role=option]').first()).toContainText(row)
    await press('Enter')
    await expect(page.locator('.palette')).toHaveCount(0)
  }
  const slash = async (letters: string, label: string) => {
    await type(`/${letters}`)
    const options = page.getByRole('listbox', { name: 'Slag av stycke' }).getByRole('option')
    await expect(options.and(page.locator('[aria-selected=true]'))).toContainText(label)
    await press('Enter')
  }
  /** Names of the phrases that were taken, in order. */
  const taken: string[] = []
  return {
    command,
    slash,
    taken: () => taken,
    /** One of the office's phrases, by letters of its name. */
    async phrase(letters: string, label: string): Promise<void> {
      await slash(letters, label)
      taken.push(label)
    },
    /** A name by its initials. */
    async name(initials: string, whole: string): Promise<void> {
      await type(initials)
      await press('Tab')
      await expect(editor.locator('.mention', { hasText: whole }).first()).toBeVisible()
    },
    /** A name in the place of a phrase that asks for one; then on to its next place, or to its end. */
    async placed(initials: string, whole: string, on: 'Tab' | 'End' = 'Tab'): Promise<void> {
      await type(initials)
      await expect(names.first()).toContainText(whole)
      await press('Enter', on)
    },
    /** Somebody whom nobody invited, in such a place. */
    async guest(whole: string, from: string): Promise<void> {
      await type(`${whole}, ${from}`)
      // As guest; the second row is for staff.
      await expect(names).toHaveCount(2)
      await press('Enter')
      await expect(page.locator('.people')).toContainText(whole)
      await press('Tab')
    },
    /** An action in a block of its own: what, who, when. */
    async action(what: string, owner: string, due: string): Promise<void> {
      await slash('åt', 'Åtgärd')
      await type(what)
      await press('Tab')
      await type(owner)
      await press('Tab')
      await type(due)
      await press('Tab')
      await expect(editor).toBeFocused()
    },
    /** Who came, went or lost the link, from where the caret stands; back there again, with the sentence written. */
    async presence(initials: string, key: string, sentence: string): Promise<void> {
      await press('Control+.')
      await expect(page.getByRole('combobox', { name: 'Vem?' })).toBeFocused()
      await type(initials)
      await expect(page.locator('.who-option')).toHaveCount(1)
      await press('Space')
      await expect(page.locator('.who-key').first()).toBeVisible()
      await press(key)
      await expect(page.locator('.who')).toHaveCount(0)
      await expect(page.locator('.sheet')).toContainText(sentence)
      await expect(editor).toBeFocused()
    },
    async nextItem(title: string): Promise<void> {
      await press('Control+Enter')
      await expect(page.getByRole('textbox', { name: `Text: ${title}` })).toBeFocused()
    },
  }
}
