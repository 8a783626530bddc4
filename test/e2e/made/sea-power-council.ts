/** Made-up people of made-up offices: no name stands in any register. */
const members = [
  ...[
    'Alva Björkprov',
    'Bo Dalprov',
    'Cecilia Ekprov',
    'Disa Fjärdprov',
    'Edvin Granprov',
    'Frida Hagprov',
    'Gustav Isprov',
    'Hanna Jordprov',
    'Ivar Klintprov',
    'Jenny Lundprov',
    'Kaj Moprov',
    'Lova Näsprov',
    'Mats Odprov',
    'Nora Parkprov',
    'Olle Rosprov',
    'Petra Sandprov',
    'Rut Tjärnprov',
    'Sten Udprov',
  ].map((name) => `${name}, ledamot`),
  'Tora Viksprov, ordförande, Havskraftskansliet',
  'Ulf Alprov, sekreterare, Havskraftskansliet',
  'Vera Bergprov, utredare, Havskraftskansliet',
  'Yngve Edprov, utredare, Havskraftskansliet',
  'Åsa Forsprov, sakkunnig, Provdepartementet',
  'Ada Gårdprov, sakkunnig, Provdepartementet',
  'Björn Holmprov, sakkunnig, Provdepartementet',
  'Cilla Ingprov, adjungerad, Vågverket',
  'Dag Jernprov, adjungerad, Vågverket',
  'Eva Krokprov, adjungerad, Vågverket',
  'Filip Ljungprov, adjungerad, Vågverket',
  'Greta Myrprov, adjungerad, Tidvattenbolaget',
  'Hugo Nyprov, adjungerad, Provbranschen',
]

/** Those who take part on a screen from the beginning. */
export const onScreen = [
  'Alva Björkprov',
  'Edvin Granprov',
  'Ivar Klintprov',
  'Jenny Lundprov',
  'Lova Näsprov',
  'Ulf Alprov',
  'Yngve Edprov',
  'Åsa Forsprov',
  'Ada Gårdprov',
  'Eva Krokprov',
  'Hugo Nyprov',
]
export const late = 'Olle Rosprov'
export const excused = 'Sten Udprov'

const agenda = ['Mötets öppnande', 'Läget i arbetet', 'Gruppsamtal', 'Omvärlden', 'Mötets avslutande']

export const series = {
  name: 'Provrådet för havskraft',
  start: '10.00',
  place: 'Vågsalen',
  approveWithin: '14',
  agenda,
  members,
}

/** What the office writes at every meeting, besides the phrases that come with the program: formulas, no subject. */
export const phrases = [
  [
    'Laget runt',
    'Inledningen följdes av att ledamöterna i tur och ordning berättade vad de väntar sig av dagens möte och av arbetet framåt. Bland annat framfördes {vad}',
  ],
  ['Hybridmöte', 'Sekreteraren gick igenom hur den som deltar på distans begär ordet och röstar.'],
  ['Dragning', '{namn} presenterade {vad}'],
  ['Samlad bild', '{namn} gav därefter en samlad bild av {vad}'],
  ['Påminnelse', '{namn} påminde också om {vad}, som äger rum den {dag}.'],
  ['Smågrupper', 'Ledamöterna samtalade i smågrupper om följande frågor:'],
  ['Helgrupp', 'Efter samtalen redovisade grupperna sina slutsatser i helgrupp. Bland annat framfördes {vad}'],
  ['Fråga', 'På en fråga om {vad} svarade {namn} att {svar}'],
  [
    'Efteråt',
    'Presentationerna följdes av frågor och samtal om vad de betyder för rådets fortsatta arbete. Bland annat framfördes {vad}',
  ],
  ['Utskick', 'Presentationerna skickas till ledamöterna tillsammans med anteckningarna från mötet.'],
  ['Tack', '{ordförande} tackade ledamöterna för deras engagemang och gästerna för deras presentationer.'],
] as const

export const at = (time: string, day = '2031-11-12') => new Date(`${day}T${time}:00+01:00`)

/** Lines of the Word document, each of which says something that happened. */
export const inWord = [
  'Provrådet för havskraft',
  'Minnesanteckningar',
  'Justerat den 20 november 2031',
  'Gäster\nSiv Ytterprov, Exportprov, punkt 4\nRolf Utprov, Havsfonden, punkt 4',
  'Olle Rosprov, ledamot, på distans, punkterna 2–5',
  'Anmält förhinder\nSten Udprov, ledamot',
  'Olle Rosprov anslöt på distans kl. 10.12, punkt 2.',
  'Alva Björkprov förlorade förbindelsen kl. 10.40, punkt 3.\nAlva Björkprov var åter på distans kl. 10.46, punkt 3.',
  'Beslut nr 2031:1\natt inrätta en arbetsgrupp för provplatserna längs kusten',
  'Skriva förslag till direktiv för arbetsgruppen\nVera Bergprov\n10 december',
  'Samla gruppernas svar i ett gemensamt underlag\nYngve Edprov\nnästa möte',
  'som äger rum den 5 april 2032.',
  'Nästa möte äger rum den 4 februari 2032.',
  'Siv Ytterprov presenterade ”Turning Tides, from Sea Trials to Exports”',
  'Justeras\nTora Viksprov, ordförande\nJusteras\nCecilia Ekprov, justerare',
]
