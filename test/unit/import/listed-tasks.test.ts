/** What somebody listed does next is theirs to do; what they did, said or are is not. */
import { describe, expect, test } from 'vitest'
import type { ProposedItem } from '#contract/proposal.ts'
import { taskOf } from '#core/import/tasks.ts'
import { dueOfTask } from '#core/import/due.ts'
import { readOne } from './read.ts'

const people = 'Hanna Ekdal (ordförande), Tomas Sid, Priya Nord (sekreterare), Adam Fält, Maj-Lis Hård'

function itemOf(head: readonly string[], opening: string, lines: readonly string[]): ProposedItem {
  const meeting = readOne([...head, '', '1. Öppnande', opening, '', '2. Växthuset', ...lines, ''].join('\n'))
  const item = meeting.items.find((one) => one.number === '2')
  if (item === undefined) throw new Error('an item is expected')
  return item
}

/** Minutes that tell in the past tense what was said. */
const told = (...lines: string[]): ProposedItem =>
  itemOf(
    ['Minnesanteckningar Trädgårdsgruppen', 'Datum: 2024-05-03', `Närvarande: ${people}`],
    'Hanna öppnade mötet.',
    lines,
  )
/** Minutes that tell it in the present tense. */
const telling = (...lines: string[]): ProposedItem =>
  itemOf(
    ['Protokoll Trädgårdsnämnden', 'Datum: 2024-05-03', `Närvarande: ${people}`],
    'Ordföranden öppnar mötet och hälsar välkommen.',
    lines,
  )
const english = (...lines: string[]): ProposedItem =>
  itemOf(
    [
      'Minutes of the Garden Committee',
      'Date: 3 May 2024',
      'Present: Helen Marsh (chair), Tom Sidwell, Dr Priya Nair, Ade Falana, Mei-Ling Harcourt',
    ],
    'Helen opened the meeting.',
    lines,
  )
const actions = (item: ProposedItem) => item.actions.map(({ owner, due, text }) => [owner, due, text])
const decisions = (item: ProposedItem) => item.decisions.map((decision) => decision.text)

describe('somebody listed and what they do next', () => {
  test.each([
    ['Adam hör med kommunen om bidrag.', 'Adam', null],
    ['Hanna berättade om jorden. Tomas pratar med grannen den här veckan.', 'Tomas', 'den här veckan'],
    ['Tomas och Maj-Lis tar fram ett förslag till skyltar.', 'Tomas och Maj-Lis', null],
    ['HE + AF tar in anbud till v. 25.', 'HE + AF', 'v. 25'],
    ['Adam ska ringa elektrikern.', 'Adam', null],
    ['Priya kollar försäkringen före semestern.', 'Priya', 'före semestern'],
    ['Hanna för frågan vidare till kommunen.', 'Hanna', null],
    ['Sekreteraren skickar ut protokollet inom en vecka.', 'Sekreteraren', 'inom en vecka'],
    ['Föreningen (Adam Fält) sammanställer svaren.', 'Föreningen (Adam Fält)', null],
    ['Gruppen bad Adam att ringa kommunen.', 'Adam', null],
    ['Adam har pratat med kommunen och återkommer till nästa möte.', 'Adam', 'nästa möte'],
    ['Tomas sade att han kontaktar grannen.', 'Tomas', null],
    ['Kommunen kontaktar grannarna innan månadsskiftet.', 'Kommunen', 'innan månadsskiftet'],
    ['Jorden räcker inte och Tomas beställer mer.', 'Tomas', null],
    ['Städdagen börjar kl 10. Hanna ordnar kaffe.', 'Hanna', null],
    ['Alla läser igenom planen till nästa möte.', 'Alla', 'nästa möte'],
    ['Adam skickar ut kallelse senast 14 dagar före mötet.', 'Adam', '14 dagar före mötet'],
    ['Priya fick i uppgift att boka lokal i maj.', 'Priya', 'i maj'],
    ['Hanna tar fram ett schema för v. 25–32.', 'Hanna', null],
    ['Hanna ska ringa grannen under v. 25–26.', 'Hanna', 'under v. 25–26'],
  ])('is an action: %s', (line, owner, due) => {
    expect(told(line).actions).toMatchObject([{ owner, due }])
  })

  test.each([
    'Adam ger en lägesrapport. Tomas tar ordet. Hanna lämnar mötet.',
    'Adam lyfter frågan om bidrag. Priya läser upp brevet. Tomas ställer sig bakom förslaget.',
    'Adam jobbar med stadgarna. Hanna sköter alltid bokföringen. Tomas kör lastbil till vardags.',
    'Tomas ska gå i pension. Hanna ska vara ledig i juni. Adam är bortrest v. 28.',
    'Kommunen mäter jorden varje vecka. Kommunen bygger en väg.',
    'Tomas byter jobb. Priya samlar på frön. Adam planerar att sluta.',
    'Hanna informerar om jorden. Adam redovisar kassan. Tomas svarar att den räcker.',
  ])('is none where it tells of the meeting or of how things are: %s', (line) => {
    expect(actions(told(line))).toEqual([])
  })

  test('minutes in the present tense hand out what is due later or can only be later', () => {
    const item = telling(
      'Adam Fält föredrar ärendet. Priya Nord delar ut underlaget. Tomas Sid lämnar rummet.',
      'Hanna Ekdal återkommer till sammanträdet och Tomas Sid lämnar det.',
      'Maj-Lis Hård skriver ett utkast till nästa möte. Adam Fält kontaktar kommunen.',
    )
    expect(actions(item)).toEqual([
      ['Maj-Lis Hård', 'nästa möte', 'Maj-Lis Hård skriver ett utkast till nästa möte.'],
      ['Adam Fält', null, 'Adam Fält kontaktar kommunen.'],
    ])
  })

  test('two in one sentence each have their own', () => {
    expect(actions(told('Adam tar kontakt med kommunen, Tomas ringer elfirman.'))).toEqual([
      ['Adam', null, 'Adam tar kontakt med kommunen'],
      ['Tomas', null, 'Tomas ringer elfirman.'],
    ])
  })

  test.each([
    ['- Byta lampor i växthuset (TS)', 'TS'],
    ['- Kontakta elfirman (Adam)', 'Adam'],
    ['- Beställa jord, Tomas, v. 20', 'Tomas'],
    ['☐ Hanna: boka lokal till årsmötet', 'Hanna'],
  ])('behind or before what is asked for they own it: %s', (line, owner) => {
    expect(told(line).actions).toMatchObject([{ owner }])
  })

  test.each(['- Budget 2025 (HE)', '- Läget i växthuset (Hanna)', '- Rapport – Adam'])(
    'beside a subject alone they do not: %s',
    (line) => {
      expect(actions(told(line))).toEqual([])
    },
  )

  test.each([
    ['Tom will chase the invoice.', 'Tom', null],
    ["Tom'll look into it.", 'Tom', null],
    ['PN and AF to meet the council before half-term.', 'PN and AF', 'before half-term'],
    ['Priya has agreed to audit the shed.', 'Priya', null],
    ['The committee asked Tom to find a beekeeper by the June meeting.', 'Tom', 'June meeting'],
    ['All members to send comments to Priya by 10 May.', 'All members', '2024-05-10'],
    ['Ade checks prices with two more suppliers.', 'Ade', null],
    ['Tom said he would ring the council.', 'Tom', null],
    ['Doreen queried the bill and Tom undertook to raise it.', 'Tom', null],
    ['The Treasurer will pay the bill this week.', 'The Treasurer', 'this week'],
    ['Tom and Ade agreed to meet the builder on 4 June.', 'Tom and Ade', '2024-06-04'],
  ])('in English: %s', (line, owner, due) => {
    expect(english(line).actions).toMatchObject([{ owner, due }])
  })

  test.each([
    'Ade asks for more time. Tom presents the figures. Helen will be asked to stand again.',
    'Helen will be away in June. Ade will retire in the summer. Priya will miss the next meeting.',
    'Helen offered to host the summer party. Tom offered his apologies.',
    'Members are asked to bring tools. Volunteers will be asked to help.',
    'The chair asked Ade to explain the figures. Helen to be thanked.',
    'IT WAS RESOLVED to buy a pump. After some talk the committee agreed to spend £200 on seed.',
  ])('none in English: %s', (line) => {
    expect(actions(english(line))).toEqual([])
  })
})

describe('tasks gathered in a line or a list', () => {
  test('each of a line has its own owner', () => {
    const item = english(
      'The fair is in July. Actions: Ade – posters; Tom – parking; Helen to invite the Mayor by mid-May.',
    )
    expect(actions(item)).toEqual([
      ['Ade', null, 'posters'],
      ['Tom', null, 'parking'],
      ['Helen', 'mid-May', 'Helen to invite the Mayor by mid-May.'],
    ])
  })

  test('a point below "Att göra" that nobody owns is one all the same, two names alone are none', () => {
    expect(actions(told('Att göra:', '- Ring kommunen', '- Adam och Tomas'))).toEqual([[null, null, 'Ring kommunen']])
  })

  test('a table may say by whom and by when', () => {
    expect(actions(english('Action\tBy whom\tBy when', 'Fix the pump\tTom\t1 June'))).toEqual([
      ['Tom', '2024-06-01', 'Fix the pump'],
    ])
  })
})

describe('columns at the end of a line', () => {
  test('initials and a day say who is to do the last sentence to their left, until when', () => {
    const item = told(
      '2.1 Pumpen läcker sedan i höstas och måste lagas. Ny packning',
      '    beställs.                                                  TS      2024-06-01',
      'Gräset ser bra ut.                             Info',
      'Inköp av jord till rabatterna.                 AF/MH   v. 20',
    )
    expect(actions(item)).toEqual([
      ['Tomas Sid', '2024-06-01', 'Ny packning beställs'],
      ['AF/MH', 'v. 20', 'Inköp av jord till rabatterna'],
    ])
  })

  test('between tabs a name needs its day beside it', () => {
    expect(actions(told('Jord köps in\tAdam\t1 juni', 'Kassör på två år\tTomas Sid\tomval'))).toEqual([
      ['Adam', '2024-06-01', 'Jord köps in'],
    ])
  })
})

describe('a label with a number of its own', () => {
  test.each([
    ['Action AP14.1: Ade to paint the shed. Deadline: 22/05/2024', 'Ade', '2024-05-22'],
    ['ACTION 118 Ade to paint the shed by 3 June', 'Ade', '2024-06-03'],
    ['AP 2 – Mei-Ling: find a plumber, due end of May', 'Mei-Ling', 'end of May'],
    ['TODO AF + TS - ask the council before Easter', 'AF + TS', 'before Easter'],
  ])('%s', (line, owner, due) => {
    expect(english(line).actions).toMatchObject([{ owner, due }])
  })
})

describe('decisions beside what others say', () => {
  test('behind a decision what somebody does next is an action of its own', () => {
    const item = told('Beslut: Pumpen byts ut. Adam beställer en ny före midsommar.')
    expect(decisions(item)).toEqual(['Pumpen byts ut.'])
    expect(actions(item)).toEqual([['Adam', 'före midsommar', 'Adam beställer en ny före midsommar.']])
  })

  test('"följande" leads in the points below, and a paragraph behind them is none', () => {
    const item = told(
      'Gruppen beslutar följande.',
      '1. Avgiften höjs.',
      '2. Pumpen byts.',
      'Adam var inte nöjd med det.',
    )
    expect(decisions(item)).toEqual(['Avgiften höjs.', 'Pumpen byts.'])
  })

  test.each([
    ['Ade asked that the path be lit. This was agreed.', 'that the path be lit'],
    ['After a long talk the committee agreed to buy seed.', 'to buy seed.'],
    ['IT WAS RESOLVED to allot four plots to those listed below:', 'to allot four plots to those listed below'],
    ['RESOLVED\t(a)\tto buy a pump;', 'to buy a pump'],
  ])('in English: %s', (line, text) => {
    expect(decisions(english(line))).toEqual([text])
  })

  test.each([
    ['Tomas föreslog att pumpen byts. Mötet biföll förslaget.', 'att pumpen byts'],
    ['Beslutet blev att pumpen byts.', 'att pumpen byts.'],
    ['Alla var eniga om att köpa en pump.', 'att köpa en pump.'],
    ['Beslutades om inköp av pump.', 'Beslutades om inköp av pump.'],
    ['Vi beslutar: Pumpen byts.', 'Pumpen byts.'],
    ['Gruppen ställde sig bakom förslaget till skyltar.', 'Gruppen ställde sig bakom förslaget till skyltar.'],
    ['Beslutades att tilldela följande odlare en lott:', 'att tilldela följande odlare en lott'],
  ])('in Swedish: %s', (line, text) => {
    expect(decisions(told(line))).toEqual([text])
  })

  test('who does it may be decided with it', () => {
    const item = told('Gruppen beslutade att Adam ska ta in offerter till nästa möte.')
    expect(decisions(item)).toEqual(['att Adam ska ta in offerter till nästa möte.'])
    expect(item.actions).toMatchObject([{ owner: 'Adam', due: 'nästa möte' }])
  })

  test.each([
    'Adam sade att styrelsen beslutat att sälja traktorn.',
    'Görel föreslog att mattan byts. Alla höll med.',
    'Mötet beslutade följande:',
  ])('none in: %s', (line) => {
    expect(decisions(told(line))).toEqual([])
  })
})

describe('what a body does', () => {
  test('until a day is a task, and what it does every year is none', () => {
    const task = 'The secretariat calls the group to a meeting by 14 March 2025.'
    expect(taskOf(task)).toMatchObject({ owner: 'The secretariat', dueWords: '14 March 2025' })
    expect(taskOf('The secretariat calls the group to a meeting.')).toBeNull()
    expect(taskOf('The committee prepares the plan every year before 1 May.')).toBeNull()
  })
})

describe('until when', () => {
  test.each([
    ['lämna bidrag före jul', 'före jul'],
    ['lämna bidrag innan höstlovet', 'innan höstlovet'],
    ['ring banken senast i slutet av maj', 'i slutet av maj'],
    ['file the accounts before the end of January', 'before the end of January'],
    ['file the form within one month', 'within one month'],
    ['kallar till möte i maj', 'i maj'],
    ['ringer nästa vecka', 'nästa vecka'],
    ['sweep the runway and put up the sign, end of May', 'end of May'],
    ['måla grinden – mitten av maj', 'mitten av maj'],
    ['sweep the runway. Target date: six weeks before the next meeting.', 'six weeks before the next meeting'],
    ['bring a form for small aircraft for the meeting in May', 'meeting in May'],
    ['discuss the end of May, and the spring', null],
    ['kallar till årsmötet', null],
    ['tar fram statistik för besöken i maj och juni', null],
  ])('%s', (words, due) => {
    expect(dueOfTask(words)).toBe(due)
  })
})
