/** A hybrid meeting of 31 invented people: who came, left, moved, lost the link, stepped aside, by keys alone. */
import { fileURLToPath } from 'node:url'
import { expect, expectAccessible, test } from '../kansli.ts'
import { countedKeys } from '../pages/counted-keys.ts'
import { expectFocusOn } from '../pages/keyboard.ts'
import { wordLines } from '../pages/word-text.ts'

test.use({ made: fileURLToPath(new URL('../made/hybrid-meeting.ts', import.meta.url)) })

const at = (time: string) => new Date(`2030-05-06T${time}:00+02:00`)

test('a hybrid meeting of 31: every standing by a key, each with its sentence, undone one by one, and told by Word', async ({
  kansli: { page, meetingId },
}, info) => {
  test.setTimeout(180_000)
  await page.clock.setFixedTime(at('09:55'))
  await page.evaluate((id) => {
    location.hash = `/moten/${id}`
  }, meetingId)
  const keys = countedKeys(page)
  const list = page.locator('.people')
  const row = (name: string) => page.locator('.person-line').filter({ hasText: name })
  const text = page.locator('.sheet')
  /** The line at the foot: letters, the first who fits, one key. */
  const who = async (letters: string, key: string) => {
    await keys.press('Control+.')
    await expect(page.getByRole('combobox', { name: 'Vem?' })).toBeFocused()
    await keys.type(letters)
    await expect(page.locator('.who-option').first()).toBeVisible()
    await keys.press('Space')
    await expect(page.locator('.who-key').first()).toBeVisible()
    await keys.press(key)
    await expect(page.locator('.who')).toHaveCount(0)
  }

  await test.step('before it begins: one key for each, the focus goes on by itself', async () => {
    await expect(list).toContainText('31 väntas')
    await keys.press('F8', 'Tab', 'Tab', 'Tab')
    await expectFocusOn(page, page.getByRole('textbox', { name: 'Hitta deltagare' }))
    await keys.press('Enter')
    await expectFocusOn(page, page.locator('.person-row').first())
    // Eighteen in the room, nine on a screen; one ill, one away, two whom nobody has seen yet.
    await keys.press(...'pppppppppdddddddddppppppppp'.split(''), 'e', 'a')
    await expect(list).toContainText(/18\s+på\s+plats · 9\s+på\s+distans · 2\s+väntas · 2\s+frånvarande/)
    info.annotations.push({ type: 'keys to mark 29 of 31', description: String(keys.count()) })
  })

  await test.step('it begins, and what happens is written where the caret is', async () => {
    await page.clock.setFixedTime(at('10:00'))
    await keys.press('Control+k')
    await keys.type('Börja mötet')
    await expect(page.getByRole('option', { name: /Börja mötet/ }).first()).toBeVisible()
    await keys.press('Enter')
    await expect(list).toContainText('Pågår sedan 10.00')
    // Elsewhere N makes a new meeting; from one that runs it does not lead away.
    await keys.press('n')
    await keys.press('Control+Enter')
    await expect(page.getByRole('textbox', { name: 'Text: Mötets öppnande' })).toBeFocused()
    await keys.press('Control+Enter')
    await expect(page.getByRole('textbox', { name: 'Text: Vindkartan' })).toBeFocused()
    await keys.type('Rådet hälsades välkommet.')
    const before = keys.count()
    await page.clock.setFixedTime(at('10:12'))
    await who('ob', 'd')
    await expect(page.getByRole('textbox', { name: 'Text: Vindkartan' })).toBeFocused()
    info.annotations.push({ type: 'keys for one act from the text', description: String(keys.count() - before) })
    await keys.type(' Dagordningen godkändes.')
    await expect(text).toContainText('Rådet hälsades välkommet. Dagordningen godkändes.')
    await page.clock.setFixedTime(at('10:20'))
    await who('ja', 'b')
    await expect(row('Jon Alpåhitt')).toContainText('länk bröts')
    await page.clock.setFixedTime(at('10:24'))
    await who('ja', 'b')
    await page.clock.setFixedTime(at('10:30'))
    await who('aa', 'm')
    await who('ea', 'l')
    // What is written next stands behind what has been said of others meanwhile.
    await keys.press('Enter')
    await keys.type('Rådet gick vidare.')
    await who('fiaa', 'j')
    await expect(list).toContainText(/2\s+ute/)
  })

  const sentences = [
    'Oda Björkprov anslöt på distans kl. 10.12',
    'Jon Alpåhitt förlorade förbindelsen kl. 10.20',
    'Jon Alpåhitt var åter på distans kl. 10.24',
    'Ada Alpåhitt deltog på distans från kl. 10.30',
    'Eva Alpåhitt lämnade mötet kl. 10.30',
    'Fia Alpåhitt anmälde jäv och lämnade mötet kl. 10.30',
  ]

  await test.step('the sentences stand behind the paragraph in the order they happened', async () => {
    const shown = (await text.innerText()).replaceAll('\u00a0', ' ')
    const places = sentences.toSpliced(-1, 0, 'Rådet gick vidare.').map((sentence) => shown.indexOf(sentence))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  await test.step('one step back takes the act and its sentence, one forward brings both', async () => {
    await keys.press('Escape', 'Control+z')
    await expect(text).not.toContainText('anmälde jäv')
    await expect(row('Fia Alpåhitt')).toContainText('på plats')
    await keys.press('Control+Shift+z')
    await expect(text).toContainText('anmälde jäv')
    await expect(row('Fia Alpåhitt')).toContainText('jäv')
  })

  await test.step('a deputy takes the seat of the one who left; a time is corrected where it stands', async () => {
    await page.clock.setFixedTime(at('10:35'))
    await keys.press('F8', 'Tab', 'Tab', 'Tab')
    await keys.type('gub')
    await expect(page.locator('.person-row')).toHaveCount(1)
    await keys.press('Enter', 'Enter')
    await expect(page.getByRole('combobox', { name: 'Ersätter' })).toBeVisible()
    await page.getByRole('combobox', { name: 'Ersätter' }).focus()
    await page.getByRole('combobox', { name: 'Ersätter' }).selectOption({ label: 'Eva Alpåhitt' })
    await expect(text).toContainText('Gun Björkprov trädde in som tjänstgörande ersättare för Eva Alpåhitt')
    await expectAccessible(page)
    await page.getByRole('textbox', { name: 'Hitta deltagare' }).fill('')
    await page.getByRole('button', { name: /Tid för Jon Alpåhitt/ }).click()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('10.25')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Tid för Jon Alpåhitt: 10.25' })).toBeVisible()
  })

  await test.step('who was where at each item stands in a table', async () => {
    await page.getByRole('button', { name: 'Per punkt' }).click()
    const line = page.getByRole('row', { name: /Eva Alpåhitt/ })
    await expect(line.getByRole('cell').first()).toContainText('på plats')
    await expect(line.getByRole('cell').last()).toContainText('inte med')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Per punkt' }).click()
  })

  await test.step('it ends, whoever was never marked is unknown, and Word says all of it', async () => {
    await page.clock.setFixedTime(at('12:05'))
    await page.keyboard.press('Control+k')
    await page.keyboard.type('Avsluta mötet')
    await expect(page.getByRole('option', { name: /Avsluta mötet/ }).first()).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(list).toContainText(/utan\s+uppgift/)
    const download = page.waitForEvent('download')
    await page.keyboard.press('Control+Shift+E')
    const path = info.outputPath('minutes.docx')
    await (await download).saveAs(path)
    const words = wordLines(path).join('\n')
    for (const line of [
      'Ledamöter\nAda Alpåhitt, på distans §§ 2–5',
      'Fia Alpåhitt, t.o.m. § 1',
      'Ersättare\nCia Björkprov, på distans',
      'Oda Björkprov, på distans, §§ 2–5',
      'Eva Alpåhitt, t.o.m. § 2',
      'Gun Björkprov, ersättare, tjänstgörande ersättare för Eva Alpåhitt',
      'Frånvarande',
      'Anmält förhinder',
      'Uppgift om närvaro saknas',
      // The time that was corrected is the sentence's, too.
      ...sentences.map((sentence) =>
        sentence.replace('var åter på distans kl. 10.24', 'var åter på distans kl. 10.25'),
      ),
    ])
      expect(words).toContain(line)
  })
  for (const { type, description } of info.annotations) process.stdout.write(`${type}: ${description ?? ''}\n`)
})

test('Enter adds the name that is typed although somebody alike is proposed; an arrow and Enter takes who is proposed', async ({
  kansli: { page, meetingId },
}) => {
  await page.evaluate((id) => {
    location.hash = `/moten/${id}`
  }, meetingId)
  await page.getByRole('button', { name: 'Lägg till deltagare' }).click()
  const field = page.getByRole('combobox', { name: 'Namn' })
  const proposed = page.getByRole('option').first()
  await expect(field).toBeFocused()
  await page.keyboard.type('Hug')
  await expect(proposed).toBeVisible()
  const known = (await proposed.locator('.popover-name').textContent()) ?? ''
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue(known)
  await expect(page.getByText('är tillagd.')).toHaveCount(0)
  await field.fill('')
  await page.keyboard.type('Hug')
  await expect(proposed).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Hug är tillagd.')).toBeAttached()
  await expect(field).toHaveValue('')
  await expect(field).toBeFocused()
})

test('a deputy steps in by one key, a time of theirs is corrected where it stands, and undo in a field leaves the text alone', async ({
  kansli: { page, meetingId },
}) => {
  test.setTimeout(180_000)
  await page.clock.setFixedTime(at('10:00'))
  await page.evaluate((id) => {
    location.hash = `/moten/${id}`
  }, meetingId)
  const keys = countedKeys(page)
  const { press, type, tabTo } = keys
  const list = page.locator('.people')
  const text = page.locator('.sheet')
  const find = page.getByRole('textbox', { name: 'Hitta deltagare' })
  await expect(list).toContainText('31 väntas')
  await page.getByRole('button', { name: 'Börja mötet' }).press('Enter')
  await expect(list).toContainText('Pågår sedan 10.00')
  await page.getByRole('button', { name: 'Markera alla 31 på plats' }).press('Enter')
  // Its own words are those of what it does.
  await expect(page.getByRole('button', { name: 'Markera alla 31 på plats' })).toHaveCount(0)
  await expect(list).toContainText(/31\s+på\s+plats/)
  await press('Control+Enter')
  await expect(page.getByRole('textbox', { name: 'Text: Mötets öppnande' })).toBeFocused()
  await type('Rådet hälsades välkommet.')
  const who = async (letters: string, key: string) => {
    await press('Control+.')
    await expect(page.getByRole('combobox', { name: 'Vem?' })).toBeFocused()
    await type(letters)
    await expect(page.locator('.who-option')).toHaveCount(1)
    await press('Space')
    await expect(page.locator('.who-key').first()).toBeVisible()
    await press(key)
  }
  await page.clock.setFixedTime(at('10:12'))
  await who('ea', 'l')
  await expect(text).toContainText('Eva Alpåhitt lämnade mötet kl. 10.12')

  await test.step('whose seat is asked, the empty ones first', async () => {
    await page.clock.setFixedTime(at('10:15'))
    await who('gub', 's')
    await expect(page.getByRole('combobox', { name: 'Gun Björkprov går in för' })).toBeFocused()
    await expect(page.locator('.who-option')).toHaveText(/Eva Alpåhitt/)
    await expectAccessible(page)
    await press('Space')
    await expect(text).toContainText('Gun Björkprov trädde in som tjänstgörande ersättare för Eva Alpåhitt kl. 10.15')
    await expect(page.getByRole('textbox', { name: 'Text: Mötets öppnande' })).toBeFocused()
  })

  await test.step('the time is corrected in the panel, refused outside the meeting, and taken back by one step', async () => {
    await press('F8')
    await tabTo(find)
    await type('gub')
    await press('Enter', 'Enter')
    await tabTo(page.getByRole('button', { name: 'Gick in klockan: 10.15' }))
    await press('Enter', 'Control+a')
    await type('9.30')
    await press('Enter')
    await expect(page.getByText(/Gun Björkprov: 09[.:]30 ligger utanför mötets tid/).first()).toBeVisible()
    await press('Control+a')
    await type('10.14')
    await press('Enter')
    await expect(text).toContainText('för Eva Alpåhitt kl. 10.14')
    await expectAccessible(page)
    await expect(page.getByRole('button', { name: 'Gick in klockan: 10.14' })).toBeFocused()
    await press('Control+z')
    await expect(text).toContainText('för Eva Alpåhitt kl. 10.15')
    await press('Control+Shift+z')
    await expect(text).toContainText('för Eva Alpåhitt kl. 10.14')
  })

  await test.step('undo in a field takes back what was typed there, then the last act, and never the text behind', async () => {
    await find.focus()
    await expect(find).toHaveValue('gub')
    await press('Control+z')
    await expect(text).toContainText('för Eva Alpåhitt kl. 10.15')
    await type('x')
    await expect(find).toHaveValue('gubx')
    await press('Control+z')
    await expect(find).toHaveValue('gub')
    await press('Control+z')
    await expect(text).not.toContainText('trädde in')
    await press('Control+z')
    await expect(text).not.toContainText('lämnade mötet')
    await expect(text).toContainText('Rådet hälsades välkommet.')
  })

  await test.step('among several who fit a space parts a name, and no letter behind it is a key', async () => {
    await press('Control+a')
    await type('eva a')
    await expect(find).toHaveValue('eva a')
    await expect(page.locator('.person-row')).toHaveCount(1)
    // Its own words are those of what it does.
    await expect(page.getByRole('button', { name: 'Markera alla 31 på plats' })).toHaveCount(0)
    await expect(list).toContainText(/31\s+på\s+plats/)
    await page.getByRole('textbox', { name: 'Text: Mötets öppnande' }).click()
    await expect(find).toHaveValue('')
  })
})

test('a guest of the text is there in their item, their name takes one space, and a full name typed for somebody presses no key', async ({
  kansli: { page, meetingId },
}) => {
  await page.clock.setFixedTime(at('10:00'))
  await page.evaluate((id) => {
    location.hash = `/moten/${id}`
  }, meetingId)
  const { press, type } = countedKeys(page)
  const list = page.locator('.people')
  const text = page.locator('.sheet')
  const who = page.getByRole('combobox', { name: 'Vem?' })
  const item = (title: string) => page.getByRole('textbox', { name: `Text: ${title}` })
  await expect(list).toContainText('31 väntas')
  await page.getByRole('button', { name: 'Börja mötet' }).press('Enter')
  await page.getByRole('button', { name: 'Markera alla 31 på plats' }).press('Enter')
  // Its own words are those of what it does.
  await expect(page.getByRole('button', { name: 'Markera alla 31 på plats' })).toHaveCount(0)
  await expect(list).toContainText(/31\s+på\s+plats/)
  await press('Control+Enter')
  await expect(item('Mötets öppnande')).toBeFocused()
  await page.clock.setFixedTime(at('10:20'))

  await test.step('in the item as long as one is at it, out of it from the next one on', async () => {
    await type('@Pia Panprov, Testverket')
    await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('Pia Panprov')
    await press('Enter')
    await type(' visade kartan.')
    await expect(list).toContainText(/1\s+närvarande/)
    await expect(list).not.toContainText(/1\s+ute/)
    const shown = await text.locator('.mention').first().locator('..').innerText()
    expect(shown).toContain('Pia Panprov visade kartan.')
    const key = async (letter: string) => {
      await press('Control+.')
      await type('pia')
      await expect(page.locator('.who-option')).toHaveText(/Pia Panprov.*närvarande|Pia Panprov.*på plats/)
      await press('Enter')
      await type(letter)
      await expect(page.locator('.who')).toHaveCount(0)
    }
    await key('p')
    await expect(list).toContainText(/32\s+på\s+plats/)
    await key('d')
    await expect(list).toContainText(/1\s+på\s+distans/)
    await expect(text).toContainText('Pia Panprov deltog på distans från kl. 10.20')
    await press('Control+Enter')
    await expect(item('Vindkartan')).toBeFocused()
    await expect(list).toContainText(/1\s+ute/)
  })

  await test.step('what nobody has said of an item is asked for on demand while the meeting runs, and a field that is emptied stays', async () => {
    const part = page.locator('.item', { has: page.getByRole('heading', { name: /Kabelvägen/ }) })
    const presenter = part.getByRole('button', { name: /^Föredragande/ })
    const more = part.getByRole('button', { name: 'uppgifter …' })
    await expect(presenter).toHaveCount(0)
    await more.press('Enter')
    await presenter.press('Enter')
    await type('Eva Alpåhitt')
    await press('Enter')
    await expect(presenter).toContainText('Eva Alpåhitt')
    await part.getByRole('button', { name: 'färre uppgifter' }).press('Enter')
    await expect(part.getByRole('button', { name: /^Minuter/ })).toHaveCount(0)
    await expectAccessible(page)
    await presenter.press('Enter')
    await press('Control+a', 'Delete', 'Enter')
    await expect(presenter).toContainText('föredragande?')
    await expect(part.getByRole('button', { name: /^Minuter/ })).toBeVisible()
  })

  await test.step('in the line at the foot a space parts the names where the next letter goes on', async () => {
    await press('Control+.')
    await expect(who).toBeFocused()
    await type('pia')
    await expect(page.locator('.who-option')).toHaveCount(1)
    await type(' p')
    await expect(who).toHaveValue('pia p')
    await type('anprov')
    await expect(page.locator('.who-option')).toHaveText(/Pia Panprov/)
    await press('Enter')
    await expect(page.locator('.who-key').first()).toBeVisible()
    await press('Escape')
    await press('Control+.')
    await type('pia')
    await expect(page.locator('.who-option')).toHaveCount(1)
    await type(' d')
    await expect(page.locator('.who')).toHaveCount(0)
    await expect(text).toContainText('Pia Panprov var åter på distans kl. 10.20')
  })

  await test.step('and so it does over the list', async () => {
    const find = page.getByRole('textbox', { name: 'Hitta deltagare' })
    await find.focus()
    await type('pia panprov')
    await expect(find).toHaveValue('pia panprov')
    await expect(page.locator('.person-row')).toHaveCount(1)
    await press('Control+a')
    await type('pia l')
    await expect(text).toContainText('Pia Panprov lämnade mötet kl. 10.20')
  })
})
