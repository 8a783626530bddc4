/** Whatever somebody does by a day is a task, whichever verb says so; how things are, what is thought and said is none. */
import { describe, expect, test } from 'vitest'
import type { ProposedItem } from '#contract/proposal.ts'
import { sentencesOf } from '#core/import/sentences.ts'
import { readOne } from './read.ts'

const people = 'Tuva Kvastborg (ordförande), Bror Himmelmo, Saga Rimtråd (sekreterare), Ivar Lod (kommunen)'

function itemOf(head: readonly string[], opening: string, lines: readonly string[]): ProposedItem {
  const meeting = readOne([...head, '', '1. Öppnande', opening, '', '2. Ärendet', ...lines, ''].join('\n'))
  const item = meeting.items.find((one) => one.number === '2')
  if (item === undefined) throw new Error('an item is expected')
  return item
}

const told = (...lines: string[]): ProposedItem =>
  itemOf(
    ['Minnesanteckningar Kvastrådet', 'Datum: 2024-05-02', `Närvarande: ${people}`],
    'Tuva öppnade mötet och hälsade välkommen.',
    lines,
  )
const telling = (...lines: string[]): ProposedItem =>
  itemOf(
    ['Protokoll Kvastrådet', 'Datum: 2024-05-02', `Närvarande: ${people}`],
    'Ordföranden öppnar mötet och hälsar välkommen.',
    lines,
  )
const english = (...lines: string[]): ProposedItem =>
  itemOf(
    ['Minutes of the Garden Committee', 'Date: 2 May 2024', 'Present: Helen Marsh (chair), Tom Sidwell, Ade Falana'],
    'Helen opened the meeting and welcomed all.',
    lines,
  )
const owned = (item: ProposedItem) => item.actions.map(({ owner, due }) => [owner, due])

describe('whatever is done by a day', () => {
  test.each([
    ['Tuva nagelfar hyresavtalet till nästa möte.', 'Tuva', 'nästa möte'],
    ['Bror tapetserar om klubblokalen till hösten.', 'Bror', 'hösten'],
    ['Tuva borstar av och oljar in bänkarna innan vintern.', 'Tuva', 'innan vintern'],
    ['Bror pumpar läns i båten under helgen.', 'Bror', 'under helgen'],
    ['Saga flyttar möblerna till förrådet nästa vecka.', 'Saga', 'nästa vecka'],
    ['Bror och Ivar märker ut leden till den 1 juli.', 'Bror och Ivar', '2024-07-01'],
    ['Kassören återbetalar avgiften omgående.', 'Kassören', 'omgående'],
    ['Tuva och Saga går igenom pärmarna till nästa möte.', 'Tuva och Saga', 'nästa möte'],
    ['TK snickrar ihop en hylla till v. 23.', 'TK', 'v. 23'],
    ['Kommunen svarar på skrivelsen senast den 1 september.', 'Kommunen', '2024-09-01'],
    ['Kommunen förtydligar reglerna i ett utskick som kommer senast den 15 juni.', 'Kommunen', '2024-06-15'],
    ['Kommunen förklarar det i en broschyr som trycks senast den 15 juni.', 'Kommunen', '2024-06-15'],
    ['Övriga i gruppen läser in sig till nästa möte.', 'Övriga i gruppen', 'nästa möte'],
    ['Alla på kontoret tömmer sina skåp senast den 28 juni.', 'Alla på kontoret', '2024-06-28'],
    ['Alla i gruppen ska lämna önskemål om datum senast den 3 juni.', 'Alla i gruppen', '2024-06-03'],
    ['Tuva redovisar enkäten på nästa möte.', 'Tuva', 'nästa möte'],
    ['>> Saga: nya nycklar', 'Saga', null],
    ['>> Förvaltningen utreder kostnaden.', 'Förvaltningen', null],
    ['Anmälan skickas till tuva.kvastborg@kvast.example senast den 5 juni.', null, '2024-06-05'],
  ])('is a task: %s', (line, owner, due) => {
    expect(owned(told(line))).toEqual([[owner, due]])
  })

  test.each([
    ['Saga lägger fram en reviderad plan vid nästa möte.', 'Saga', 'nästa möte'],
    ['Tuva vässar skrivningen till nästa möte.', 'Tuva', 'nästa möte'],
    ['Saga slipar om texten och sänder ut den senast den 8 maj.', 'Saga', '2024-05-08'],
  ])('is one in minutes that tell in the present tense: %s', (line, owner, due) => {
    expect(owned(telling(line))).toEqual([[owner, due]])
  })

  test.each([
    ['Tom rewires the lamp before Easter.', 'Tom', 'before Easter'],
    ['Ade scrubs the decking by the end of May.', 'Ade', 'end of May'],
    ['Ade and Tom dismantle the stage by the end of June.', 'Ade and Tom', 'end of June'],
    ['Trustees return their forms to Helen by 4 June.', 'Trustees', '2024-06-04'],
    ['Members send their comments to Tom no later than 6 June.', 'Members', '2024-06-06'],
    ['Replies should be sent to the clerk by 4 June.', null, '2024-06-04'],
    ['Helen looks into the drainage and reports back at the next meeting.', 'Helen', 'next meeting'],
  ])('is one in English: %s', (line, owner, due) => {
    expect(owned(english(line))).toEqual([[owner, due]])
  })
})

describe('a day that something lasts to, is thought, said or moved', () => {
  test.each([
    'Tuva räknar med att bygget är klart före jul. Saga menar att hyran höjs till hösten.',
    'Bror bor på Ekgatan till maj. Saga sitter kvar till årsmötet. Tuva väntar på besked till den 3 maj.',
    'Bror studerar i Lund till sommaren. Saga vikarierar på kansliet till den 31 juli.',
    'Tuva ligger inlagd till nästa vecka. Saga emigrerar till Kanada i maj. Bror skyller på vädret i maj.',
    'Kommunen bidrar med 10 000 kr till mötet. Föreningen fyller 100 år i maj.',
    'Kommunen bygger en ny skola som står klar till hösten. Leverantören höjer priset till den 1 januari.',
    'Saga tvivlar på att taket håller till våren. Tuva undrar om Bror hinner före jul.',
    'Ivar bekräftar att vägen är klar till den 1 oktober. Tuva hänvisar till protokollet från den 3 maj.',
    'Bror jämförde priserna. Han tycker att båda är för dyra före rabatt.',
    'Saga och Bror är lediga till v. 33. De återvänder i augusti.',
    'Bror förestår lagret till den 1 juni. Tuva undervisar tre grupper under våren. Saga sponsrar loppet i maj.',
    'Tuva befinner sig utomlands till den 20 maj. Kommunen debiterar avgiften till den 1 juli.',
    'Saga flyttar frågan till nästa möte. Den som vill anmäler sig till Saga före den 1 juni.',
  ])('is no task: %s', (line) => {
    expect(owned(told(line))).toEqual([])
  })

  test.each([
    'Bror går igenom kassan till och med april. Tuva lämnar mötet före punkt 5.',
    'Saga hänskjuter frågan till nästa möte. Ordföranden drar tillbaka förslaget till nästa möte.',
    'Tuva påminner om att avgiften betalas senast den 3 maj. Bror tackar nej till förslaget inför nästa möte.',
    'Saga anmäler att hon är borta till den 3 juni. Bror beräknar att arbetet är klart före årsskiftet.',
    'Nämnden uppdaterar planen årligen före den 1 mars. Tuva efterlyser en tidplan till nästa möte.',
    'Bror jämför läget före och efter bygget. Tuva visar ritningen.',
  ])('is none in minutes that tell in the present tense: %s', (line) => {
    expect(owned(telling(line))).toEqual([])
  })

  test.each([
    'Helen lives in York until June. Tom sits on the council until May. Tom hopes the grant arrives before Christmas.',
    'Members met the mayor before Easter. Members were thanked by June. Members agree to pay by June.',
    'The fees rise by 3 per cent before June. Helen doubts that the work ends by June.',
    'Nothing to add beyond the report. Something to think about before June.',
  ])('is none in English: %s', (line) => {
    expect(owned(english(line))).toEqual([])
  })
})

describe('a pronoun', () => {
  test.each([
    ['Saga grävde fram tre förslag. Hon mejlar dem till gruppen.', 'Saga', null],
    ['Ivar hade inte med siffrorna. Han sänder dem senast den 6 maj.', 'Ivar', '2024-05-06'],
    ['Tuva var nöjd. Hon skrev på avtalet. Hon skickar det till leverantören.', 'Tuva', null],
    ['Till kommitté valdes Saga och Bror. De lägger fram en budget i juni.', 'Saga och Bror', 'i juni'],
    ['Beslut: Saga och Bror utses till festkommitté. De tar fram en budget till juni.', 'Saga och Bror', 'juni'],
  ])('means whom the sentence before names: %s', (line, owner, due) => {
    expect(owned(told(line))).toEqual([[owner, due]])
  })

  test.each([
    'Taket läcker. Han mejlar bilder till gruppen.',
    'Saga och Bror bad Tuva och Ivar om råd. De mejlar bilder till gruppen.',
  ])('means nobody where none or too many are named: %s', (line) => {
    expect(owned(told(line))).toEqual([])
  })
})

describe('around it', () => {
  test('a task behind a decision that begins with "att" is one of its own', () => {
    const item = told('Beslut: Att köpa tre båtar för 9 000 kr. Bror beställer dem.')
    expect(item.decisions.map(({ text }) => text)).toEqual(['Att köpa tre båtar för 9 000 kr.'])
    expect(owned(item)).toEqual([['Bror', null]])
  })

  test('a row set with spaces goes on in the line below under its own columns', () => {
    const item = english(
      'No.    Action                      Responsible       Target date',
      '1-01   Mend the northern fence     Tom Sidwell,      2024-06-03',
      '                                   Ade Falana',
      '1-02   Count the spades            Helen Marsh       2024-06-10',
    )
    expect(owned(item)).toEqual([
      ['Tom Sidwell, Ade Falana', '2024-06-03'],
      ['Helen Marsh', '2024-06-10'],
    ])
  })

  test.each([
    ['Saga hyr en bil. Bror köper ris.', ['Saga hyr en bil.', 'Bror köper ris.']],
    ['Listan ligger i bil. A och i bil. 3. Se där.', ['Listan ligger i bil. A och i bil. 3.', 'Se där.']],
  ])('a car ends a sentence, an appendix does not: %s', (text, parts) => {
    expect(sentencesOf(text).map((one) => one.text)).toEqual(parts)
  })
})
