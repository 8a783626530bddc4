/** A version as it was stored before decisions had their numbers in it: whatever is printed since, its document stays. */

/** SHA-256 of the main part that the program of that time made of it. */
export const olderSha256 = 'cf8d1aedd343d89a884a59075e1c9dac514141f31c3e24f92cc83f1ca0bb0e01'

export const olderVersion = JSON.stringify({
  meeting: {
    id: '00000000-0000-4000-8000-000000000001',
    title: 'Testrådets sammanträde',
    body: 'Testrådet',
    sender: null,
    date: '2026-02-20',
    kind: 'protokoll',
    form: 'hybrid',
    place: 'Sal 1',
    start: '10:00',
    end: '12:00',
    dnr: 'T 2026/1',
    chair: 'Ove Testman',
    secretary: 'Siv Prov',
    adjusters: ['Ada Påhitt'],
    items: [
      {
        number: '1',
        title: 'Budget',
        paragraphs: [
          'Rådet gick igenom budgeten.',
          'Beslut nr 2026:4',
          '(Beslut nr 2026:4)',
          'Mötet beslutade att vila.',
        ],
        decisions: [{ text: 'att anta budgeten' }, { text: 'att sprida den' }, { text: 'att vila' }],
        actions: [],
        blocks: [
          { kind: 'paragraph', text: 'Rådet gick igenom budgeten.' },
          { kind: 'decision', text: 'att anta budgeten' },
          { kind: 'decision', text: 'att sprida den' },
          // Words that are a heading today were running text in that document.
          { kind: 'paragraph', text: 'Beslut nr 2026:4' },
          { kind: 'paragraph', text: '(Beslut nr 2026:4)' },
          { kind: 'paragraph', text: 'Mötet beslutade att vila.' },
          { kind: 'paragraph', text: 'Styrelsens beslut' },
          { kind: 'decision', text: 'att gå hem' },
        ],
      },
    ],
    participants: [],
    nextMeeting: null,
    warnings: [],
    unplaced: [],
  },
  office: 'Provkontoret',
  language: 'sv',
  numberStyle: 'paragraph',
  approvedOn: '2026-03-01',
})

/** SHA-256 of the main part of the same minutes with these at the end of the item, from before actions said whose they are. */
export const olderActionsSha256 = '66b65699ca8b0da8a33a99f6ddce83842be2c6de50b775086d146aa17d2c9788'

export const olderActions = [
  { text: 'Skriva utkastet', owner: 'Siv Prov', due: '2026-12-10' },
  { text: 'Boka sal', owner: null, due: null },
]

/** SHA-256 of the main part of formal minutes as they were printed before the list of people had parts. */
export const olderListSha256 = '2ff825db6e4e9795830c1a68a105e4ddcbed37ed50a907e8ef93f5c022e92592'

const listed = (name: string, capacity: string | null, organisation: string | null, group: number) => ({
  listNumber: null,
  name,
  asWritten: name,
  capacity,
  organisation,
  group,
  status: 'present',
  mode: 'unknown',
  items: null,
})

export const olderList = JSON.stringify({
  meeting: {
    id: '00000000-0000-4000-8000-000000000002',
    title: 'Testnämndens sammanträde',
    body: 'Testnämnden',
    sender: null,
    date: '2026-02-20',
    kind: 'protokoll',
    form: 'fysiskt',
    place: 'Sal 1',
    start: '10:00',
    end: '12:00',
    dnr: 'T 2026/2',
    chair: 'Ove Testman',
    secretary: 'Siv Prov',
    adjusters: ['Ada Påhitt'],
    items: [
      {
        number: '1',
        title: 'Budget',
        paragraphs: ['Nämnden gick igenom budgeten.'],
        decisions: [],
        actions: [],
        blocks: [{ kind: 'paragraph', text: 'Nämnden gick igenom budgeten.' }],
      },
    ],
    participants: [
      listed('Ove Testman', 'ordförande', 'S', 1),
      listed('Ada Påhitt', 'beslutande', 'M', 1),
      // In the order of the list, which the parts would change.
      listed('Siv Prov', 'nämndsekreterare', null, 2),
      listed('Bo Exempel', 'ersättare', 'C', 3),
      listed('Gun Gäst', 'gäst, expert', 'Provverket', 4),
      listed('Hans Gäst', 'gäst', 'Provverket', 4),
    ],
    nextMeeting: null,
    warnings: [],
    unplaced: [],
  },
  office: 'Provkontoret',
  language: 'sv',
  numberStyle: 'paragraph',
  approvedOn: '2026-03-01',
})
