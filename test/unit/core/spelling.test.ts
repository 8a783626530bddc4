import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { askedWords } from '#core/spelling/words.ts'
import { threadSpeller } from '#hosts/spelling/speller.ts'
import { newApp, root, type TestApp } from '../../helpers/app.ts'

const speller = threadSpeller()
afterAll(() => speller.close())

/** The words of a text that are marked. */
async function wrong(
  app: TestApp,
  text: string,
  language: 'sv' | 'en' = 'sv',
  foreign: { from: number; to: number }[] = [],
) {
  const { marks } = await app.call('spelling.check', { language, texts: [{ text, foreign }] })
  return (marks[0] ?? []).map(({ from, to }) => text.slice(from, to))
}

describe('words that are asked for', () => {
  test('are those of running text, each with its place', () => {
    const text = 'EU:s åtgärd, 3:e BNP www.exempel.se a_b RS2021 x räksmörgås-test'
    expect(askedWords(text, 'sv', []).map(({ word }) => word)).toEqual(['åtgärd', 'räksmörgås-test'])
    expect(askedWords('om The Plan', 'sv', [{ from: 3, to: 11 }]).map(({ language }) => language)).toEqual([
      'sv',
      'en',
      'en',
    ])
    const short = 'Bl.a. hörs (t.ex. fr.o.m. 5 nov.) resp. dvs. Dnr, tel. 08 och osv.'
    expect(askedWords(short, 'sv', []).map(({ word }) => word)).toEqual(['hörs', 'och'])
    expect(askedWords('The dept. of, i.e. Dr. No etc.', 'en', []).map(({ word }) => word)).toEqual(['The', 'of'])
    for (const { from, to, word } of askedWords('ett två', 'sv', [])) expect('ett två'.slice(from, to)).toBe(word)
  })
})

describe('spelling', { timeout: 120_000 }, () => {
  test('knows compounds, marks what no dictionary has, and says what may be meant', async () => {
    const app = newApp({ open: true, speller })
    expect(await wrong(app, 'Kommunstyrelsesammanträde hölls; remissinstanserna var felstavvade.')).toEqual([
      'felstavvade',
    ])
    expect((await app.call('spelling.suggest', { language: 'en', word: 'recieve' })).words).toContain('receive')
  })

  test('reads each language with its own dictionary, foreign words within a text too', async () => {
    const app = newApp({ open: true, speller })
    expect(await wrong(app, 'We received the minutes yesterday and recieve more.', 'en')).toEqual(['recieve'])
    expect(await wrong(app, 'om throughout idag', 'sv')).toEqual(['throughout'])
    expect(await wrong(app, 'om throughout idag', 'sv', [{ from: 3, to: 13 }])).toEqual([])
    expect(await wrong(app, 'boken ”Through the looking glass of the world” lästes', 'sv')).toEqual([])
  })

  test("lets names of the register pass, and the office's own words, until they are forgotten", async () => {
    const app = newApp({ open: true, speller })
    const text = 'Åsa Zzprovberghs talade om kabelgrejsan'
    expect(await wrong(app, text)).toEqual(['Zzprovberghs', 'kabelgrejsan'])
    const { id } = await app.call('meetings.create', { title: 'Möte', kind: 'protokoll', date: null, body: null })
    await app.call('attendance.add', {
      meetingId: id,
      name: 'Åsa Zzprovbergh',
      organisation: null,
      capacity: null,
      group: null,
      status: 'present',
      mode: 'room',
      items: null,
    })
    expect(await wrong(app, text)).toEqual(['kabelgrejsan'])
    const learnt = await app.call('spelling.learn', { word: 'kabelgrejsan' })
    expect(await app.call('spelling.learn', { word: 'kabelgrejsan' })).toEqual(learnt)
    expect(await wrong(app, text)).toEqual([])
    expect((await app.call('spelling.words', {})).words).toEqual([{ id: learnt.id, word: 'kabelgrejsan' }])
    await app.call('spelling.forget', learnt)
    expect(await wrong(app, text)).toEqual(['kabelgrejsan'])
  })

  test('knows a name with an apostrophe by either sign, also in the genitive, and no other word split so', async () => {
    const app = newApp({ open: true, speller })
    await app.call('tenures.add', {
      person: { name: "Sean O'Zzprovien" },
      organisation: { name: 'Provverket' },
      role: 'anställd',
      span: { from: '2026-01-01', to: null, toKind: 'open' },
    })
    for (const name of ["O'Zzprovien", 'O’Zzprovien', 'O’Zzproviens', "O'Zzprovien's"])
      expect([name, await wrong(app, `Sean ${name} svarade.`)]).toEqual([name, []])
    expect(await wrong(app, "Sean OZzprov'ien svarade.")).toEqual(["OZzprov'ien"])
  })

  test('calls nothing misspelt when the dictionaries do not answer', async () => {
    const app = newApp()
    expect(await wrong(app, 'felstavvat')).toEqual([])
  })
})

test('the installed program has the dictionaries as files of their own, with their licences', () => {
  const built = readFileSync(new URL('electron-builder.yml', root), 'utf8')
  for (const name of ['dictionary-sv', 'dictionary-en-gb']) {
    expect(built).toContain(
      `from: node_modules/${name}\n    to: dictionaries/${name}\n    filter: [index.aff, index.dic, license]`,
    )
  }
  expect(built).toContain('dist/desktop/{spelling-worker,rolldown-runtime}.js')
})
