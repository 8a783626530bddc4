/**
 * A hybrid meeting of 31 invented people, from an empty workspace to approved minutes in Word, by keyboard alone; and
 * how many keys that takes for each character of the approved text.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ApprovalView } from '#contract/approval.ts'
import type { MeetingView } from '#contract/meetings.ts'
import { expect, test } from '../kansli.ts'
import { at, excused, inWord, late, onScreen, phrases, series } from '../made/sea-power-council.ts'
import { ask } from '../pages/ask.ts'
import { countedKeys } from '../pages/counted-keys.ts'
import { reportKeys } from '../pages/key-report.ts'
import { expectFocusOn } from '../pages/keyboard.ts'
import { addPhrases, makeSeries, makeWorkspace, planMeeting } from '../pages/office.ts'
import { secretary } from '../pages/secretary.ts'
import { wordLines } from '../pages/word-text.ts'

const kansli = fileURLToPath(new URL('../../../electron/hosts/launch/kansli.mjs', import.meta.url))

/** Most keys for a character of the text that a secretary should have to press. */
const mostKeys = 0.8

// A picture of the page at each of the thousands of keys would make it three times as long.
test.use({ trace: 'off' })

test('a hybrid meeting of 31 from an empty workspace to approved minutes in Word, by keyboard alone', async ({
  kansli: { page, host },
}, info) => {
  test.skip(host === null, 'the calls beside the pages go over the loopback address')
  test.setTimeout(300_000)
  await page.clock.setFixedTime(at('08:00', '2031-10-20'))
  const keys = countedKeys(page)
  const hands = secretary(page, keys)
  const who = { page, keys, hands }
  const { press, type, tabTo, part } = keys
  const { command, slash, phrase, placed, guest, action, presence, nextItem } = hands
  const list = page.locator('.people')

  const meetingId = await test.step('from an empty workspace to a meeting of a series', async () => {
    await makeWorkspace(who, 'Havskraftskansliet')
    await addPhrases(who, phrases)
    part('the office: workspace, phrases')
    await makeSeries(who, series)
    part('the series')
    const id = await planMeeting(who, '2031-11-12', 'Cecilia Ekprov')
    part('the meeting planned')
    return id
  })

  await test.step('who is here as it begins: 18 in the room, 11 on a screen, one away, one not yet', async () => {
    await page.clock.setFixedTime(at('09:55'))
    await press('F8')
    await expectFocusOn(page, page.getByRole('tab', { name: /Deltagare/ }))
    await tabTo(page.getByRole('textbox', { name: 'Hitta deltagare' }))
    await press('Enter')
    await expectFocusOn(page, page.locator('.person-row').first())
    for (let row = 0; row < 31; row += 1) {
      const words = (await page.locator('.person-row:focus').textContent()) ?? ''
      if (words.includes(late)) await press('ArrowDown')
      else if (words.includes(excused)) await press('e')
      else await press(onScreen.some((name) => words.includes(name)) ? 'd' : 'p')
    }
    await expect(list).toContainText(/1\s+väntas/)
    part('presence')
  })

  await test.step('the opening', async () => {
    await page.clock.setFixedTime(at('10:00'))
    await command('börja', /Börja mötet/)
    await expect(list).toContainText('Pågår sedan 10.00')
    await nextItem('Mötets öppnande')
    await phrase('öp', 'Mötet öppnas')
    await press('Enter')
    await phrase('ju', 'Val av justerare')
    await placed('ce', 'Cecilia Ekprov', 'End')
    await press('Enter')
    await phrase('da', 'Dagordningen godkänns')
    await press('Enter')
    await phrase('fö', 'Föregående anteckningar')
    await type('9 september')
    await press('End', 'Enter')
    await phrase('hy', 'Hybridmöte')
    await press('Enter')
    await phrase('la', 'Laget runt')
    await type(
      'att provplatserna längs kusten bör knytas närmare varandra, att kraften samlas där den gör mest nytta och att språket kring strömkraft måste ses över.',
    )
    part('opening')
  })

  await test.step('where the work stands; somebody comes late', async () => {
    await nextItem('Läget i arbetet')
    await phrase('dr', 'Dragning')
    await placed('ci', 'Cilla Ingprov')
    await type('Vågverkets tre nya uppdrag och de försök som verket hittills har betalat i skärgården.')
    await press('Enter')
    await phrase('dr', 'Dragning')
    await placed('ce', 'Cecilia Ekprov')
    await type('kursen Leda till havs, där blivande sjöbefäl får pröva på ledarskap redan under första året.')
    await page.clock.setFixedTime(at('10:12'))
    await presence('or', 'd', 'Olle Rosprov anslöt på distans')
    await press('Enter')
    await phrase('dr', 'Dragning')
    await placed('km', 'Kaj Moprov')
    await type('kompetensgruppens rapport, som visar var tekniker saknas och varför så få stannar i yrket.')
    await press('Enter')
    await phrase('bi', 'Samlad bild')
    await placed('tv', 'Tora Viksprov')
    await type(
      'det som regeringen har gjort sedan havsplanen antogs. Av kommunerna efterfrågades 3-5 exempel på egna försök som pågår längs kusten. ',
    )
    await phrase('på', 'Påminnelse')
    await placed('tv', 'Tora Viksprov')
    await type('Havsdagarna')
    await press('Tab')
    await type('17 januari')
    await press('End')
    await type(' Dagarna ordnas av @hav')
    await press('Tab')
    await type('och @våg')
    await press('Tab')
    await type('.')
    part('where the work stands')
  })

  await test.step('groups and all together; a link is lost and comes back; a decision and two actions', async () => {
    await nextItem('Gruppsamtal')
    await phrase('sm', 'Smågrupper')
    await press('Enter')
    await type('- Vad har rådet lärt sig hittills, och vad har gett mest för pengarna?')
    await press('Enter')
    await type('Vilka hinder har ni mött i det egna arbetet?')
    await press('Enter')
    await type('Vad krävs för att landet ska ligga främst till havs om tio år?')
    await press('Enter', 'Enter')
    await page.clock.setFixedTime(at('10:40'))
    await presence('ab', 'b', 'Alva Björkprov förlorade förbindelsen')
    await page.clock.setFixedTime(at('10:46'))
    await presence('ab', 'b', 'Alva Björkprov var åter på distans')
    await phrase('he', 'Helgrupp')
    await type(
      'beröm för att flera departement sitter med vid samma bord, undran över vad en ledamot kan lova för andra och att små föreningar har svårt att avsätta tid. ',
    )
    await phrase('fr', 'Fråga')
    await type('hur arbetsgrupperna ska fortsätta')
    await press('Tab')
    await placed('tv', 'Tora Viksprov')
    await type('varje grupp får välja själv.')
    await press('Enter')
    await slash('be', 'Beslut')
    await type('att inrätta en arbetsgrupp för provplatserna längs kusten')
    await press('Enter', 'Enter')
    await action('Skriva förslag till direktiv för arbetsgruppen', 'vb', '10 december')
    await press('Enter')
    await action('Samla gruppernas svar i ett gemensamt underlag', 'ye', 'nästa möte')
    part('groups')
  })

  await test.step('the world around, by two guests', async () => {
    await nextItem('Omvärlden')
    await phrase('dr', 'Dragning')
    await guest('Siv Ytterprov', 'Exportprov')
    await type(
      '"Turning Tides, from Sea Trials to Exports", en jämförelse av hur sex länder får ut ny havsteknik på marknaden. ',
    )
    await phrase('på', 'Påminnelse')
    await placed('sy', 'Siv Ytterprov')
    await type('mässan Nordic Waves')
    await press('Tab')
    await type('5 april')
    await press('End', 'Enter')
    await phrase('dr', 'Dragning')
    await guest('Rolf Utprov', 'Havsfonden')
    await type('fondens innehav och ett förslag om hur fler privata ägare kan lockas in medan bolagen ännu är små.')
    await press('Enter')
    await phrase('ef', 'Efteråt')
    await type(
      'att flera av hindren är stora och hör hemma i andra rum än rådet, hur svårt det är att hålla kvar kunnigt folk och att rådet vinner på att tala med en röst och visa vad som faktiskt har blivit gjort. ',
    )
    await phrase('ut', 'Utskick')
    await press('Enter')
    await phrase('tac', 'Tack')
    part('the world around')
  })

  await test.step('the end', async () => {
    await nextItem('Mötets avslutande')
    await phrase('nä', 'Nästa möte')
    await type('4 februari 2032')
    await press('End', 'Enter')
    await page.clock.setFixedTime(at('12:00'))
    await phrase('avs', 'Mötet avslutas')
    await command('avs', /Avsluta mötet/)
    await expect(list).not.toContainText('Pågår')
    part('closing')
  })

  await test.step('Granska is answered: years, a wish that is no promise, one that waits for the next meeting', async () => {
    await press('Escape')
    const chosen = page.locator('.findings > [data-chosen]')
    await press('j')
    for (const [words, key] of [
      [/År saknas, tolkat 2031.*punkt 1/, 'a'],
      [/Ingen har tagit på sig detta.*punkt 1/, 'd'],
      [/Ingen har tagit på sig detta.*punkt 2/, 'a'],
      [/År saknas, tolkat 2032.*punkt 2/, 'a'],
      [/År saknas, tolkat 2032.*punkt 4/, 'a'],
    ] as const) {
      await expectFocusOn(page, chosen.locator('.finding-row').filter({ hasText: words }))
      await press(key)
    }
    await expect(page.getByRole('tab', { name: /^Granska/ })).toHaveText(/^Granska\s*0$/)
    part('Granska')
  })

  await test.step('approval is asked for, answered and given', async () => {
    await page.clock.setFixedTime(at('09:00', '2031-11-20'))
    await command('juster', /Justering/)
    await expect(page.getByRole('heading', { level: 1, name: /Justering/ })).toBeVisible()
    await tabTo(page.getByRole('button', { name: 'Skicka för justering' }))
    await press('Enter')
    for (const [index, name] of ['Tora Viksprov', 'Cecilia Ekprov'].entries()) {
      await tabTo(page.getByRole('button', { name: `Godkänner ${name}` }))
      await press('Enter')
      await expect(page.getByText(/^Godkänt/)).toHaveCount(index + 1)
    }
    await tabTo(page.getByRole('button', { name: 'Justera och lås' }), true)
    await press('Enter')
    await expect(page.getByText('Justerat och låst', { exact: true })).toBeVisible()
    part('approval')
  })

  const path = info.outputPath('minutes.docx')
  await test.step('Word', async () => {
    await tabTo(page.getByRole('link', { name: 'Till mötet' }), true)
    await press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: /Provrådet för havskraft/ })).toBeVisible()
    const download = page.waitForEvent('download')
    await press('Control+Shift+e')
    await (await download).saveAs(path)
    part('Word')
  })

  await test.step('the Word document is sound and says who was there, what was decided and who does what', () => {
    const checked = spawnSync(process.execPath, [kansli, 'check', path, '--json'], { encoding: 'utf8' })
    expect(JSON.parse(checked.stdout)).toMatchObject({ findings: [] })
    expect(checked.status).toBe(0)
    const words = wordLines(path).join('\n')
    for (const told of inWord) expect(words).toContain(told)
    for (const member of series.members) expect(words).toContain(member)
  })

  const meeting = await ask<MeetingView>(page, 'meetings.get', { id: meetingId })
  await test.step('the workspace has it as it was played', async () => {
    const { state, versions, asked } = await ask<ApprovalView>(page, 'approval.get', { meetingId })
    expect(state).toBe('approved')
    expect(versions).toMatchObject([{ version: 1, approvedOn: '2031-11-20', unlocked: null }])
    expect(asked.map(({ name, outcome }) => `${name}: ${outcome}`)).toEqual([
      'Tora Viksprov: approved',
      'Cecilia Ekprov: approved',
    ])
    const stretches = (name: string) =>
      meeting.attendance
        .find((one) => one.name === name)
        ?.intervals.map(({ mode, began, fromTime, ended, toTime }) => [mode, began, fromTime, ended, toTime])
    expect(stretches('Olle Rosprov')).toEqual([['remote', 'arrived', '10:12', null, null]])
    expect(stretches('Alva Björkprov')).toEqual([
      ['remote', 'start', null, 'lost', '10:40'],
      ['remote', 'back', '10:46', null, null],
    ])
    expect(stretches('Sten Udprov')).toEqual([])
    const standing = Map.groupBy(meeting.attendance, ({ status, mode }) => `${status} ${mode}`)
    expect(Object.fromEntries([...standing].map(([name, rows]) => [name, rows.length]))).toEqual({
      'present room': 18,
      'present remote': 12,
      'present unknown': 2,
      'excused unknown': 1,
    })
    expect(meeting.head).toMatchObject({ start: '10:00', end: '12:00', nextDate: '2032-02-04' })
    expect(meeting.items.flatMap((item) => item.decisions)).toMatchObject([{ number: 1 }])
    expect(meeting.items.flatMap((item) => item.actions)).toMatchObject([
      { inline: true, owner: null, dueDate: null },
      { inline: false, owner: 'Vera Bergprov', dueDate: '2031-12-10' },
      { inline: false, owner: 'Yngve Edprov', dueDate: '2032-02-04' },
    ])
  })

  await test.step('fewer keys than signs', async () => {
    const known = await ask<{ phrases: { name: string; text: string }[] }>(page, 'phrases.list', {})
    const ratio = reportKeys({
      keys,
      meeting,
      phrases: known.phrases,
      taken: hands.taken(),
      from: 'the series',
    })
    expect(ratio).toBeLessThanOrEqual(mostKeys)
  })
})
