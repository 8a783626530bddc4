import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, wordsOf } from '#core/search/fold.ts'
import type { Entry } from '#core/search/gathered.ts'
import { NameBook } from '#core/search/name-book.ts'
import { sortKey } from '#core/register/names.ts'
import { WordList } from '#core/search/word-list.ts'
import { nameKind, type NameKind } from '#contract/search.ts'
import { newApp } from '../../helpers/app.ts'
import { list } from '../../helpers/listed.ts'

const everyKind = new Set(nameKind.options)
const entry = (name: string, kind: NameKind = 'person', spellings: string[] = []): Entry => ({
  kind,
  id: `${kind} ${name}`,
  name,
  sort: sortKey(name),
  spellings,
})
const book = (...entries: Entry[]) => new NameBook(entries)
const asked = (names: NameBook, query: string, limit = 6) =>
  names.find(query.split(' '), everyKind, limit).map(({ entry: { name }, tier }) => `${tier} ${name}`)
/** A book of the entries, and one that they came into after it was made. */
function earlyAndLate(...entries: Entry[]): NameBook[] {
  const late = book()
  for (const one of entries) late.change(one.id, one)
  return [book(...entries), late]
}

describe('names', () => {
  it('come in Swedish order, those that begin with the query first', () => {
    const names = book(
      entry('Östen Berg'),
      entry('Berit Ahl'),
      entry('Åke Berg'),
      entry('Bergljot Zorn'),
      entry('Anna Berg'),
    )
    expect(asked(names, 'ber')).toEqual(
      ['Bergljot Zorn', 'Berit Ahl', 'Anna Berg', 'Åke Berg', 'Östen Berg'].map((name) => `exact ${name}`),
    )
  })

  it('that begin with a typed å are not those that begin with a', () => {
    const names = book(entry('Ali Åkare'), entry('Åsa Prov'), entry('Bo Ågren'))
    expect(asked(names, 'å')).toEqual(['Åsa Prov', 'Ali Åkare', 'Bo Ågren'].map((name) => `exact ${name}`))
  })

  it('forgive marks after the letters typed, and then find inside compounds', () => {
    const names = book(entry('Åsa Prov'), entry('Asa Prov'), entry('Provåsarna', 'organisation'))
    expect(asked(names, 'asa')).toEqual(['exact Asa Prov', 'folded Åsa Prov', 'compound Provåsarna'])
    expect(asked(names, 'åsa')).toEqual(['exact Åsa Prov', 'compound Provåsarna'])
  })

  it('find people by any word of any spelling, and by every word that was typed', () => {
    const names = book(entry('Karin Prov', 'person', ['Karin Testlund']), entry('Karin Annan'))
    expect(asked(names, 'test kar')).toEqual(['exact Karin Prov'])
  })

  it('find misspelt names when nothing else is found', () => {
    const names = book(entry('Kjerstin Ahlström'), entry('Kerstin Bergfors'), entry('Carl Lindqvist'))
    expect(asked(names, 'alström')).toEqual(['similar Kjerstin Ahlström'])
    expect(asked(names, 'karl lindkvist')).toEqual(['similar Carl Lindqvist'])
  })

  it('have a word of its own for each word asked: one "2" is not two, and one beginning is not two', () => {
    const books = earlyAndLate(
      entry('Vindkraft på land', 'theme', ['1.2']),
      entry('Vind till havs', 'theme', ['2']),
      entry('Planen 2022', 'theme', ['3']),
      entry('Skolskogar', 'theme', ['2.2']),
      entry('Anna Prov'),
      entry('Annika Annasson'),
    )
    for (const one of books) {
      expect(asked(one, '2 2')).toEqual(['exact Skolskogar'])
      expect(asked(one, 'ann anna')).toEqual(['exact Annika Annasson'])
      expect(asked(one, 'anna annika')).toEqual(['exact Annika Annasson'])
      expect(asked(one, '2 2 skolskogar')).toEqual(['exact Skolskogar'])
    }
  })

  it('with just the code that was typed come before all that begin with its numbers', () => {
    const years = Array.from({ length: 30 }, (_, index) =>
      entry(`2 planen 2${String(index).padStart(3, '0')}`, 'theme'),
    )
    const books = earlyAndLate(...years, entry('2 åtgärder 2022', 'event'), entry('Skolskogar', 'theme', ['2.2']))
    for (const one of books) {
      expect(asked(one, '2 2')[0]).toBe('exact Skolskogar')
      expect(asked(one, '2 2').filter((name) => name === 'exact Skolskogar')).toHaveLength(1)
      expect(one.find(['2', '2'], new Set(['event']), 6).map(({ entry: { name } }) => name)).toEqual([
        '2 åtgärder 2022',
      ])
    }
  })

  it.each([
    ['nordbrog', 'Jenny Nordborg'],
    ['nrodborg', 'Jenny Nordborg'],
    ['onrdborg', 'Jenny Nordborg'],
    ['blnack', 'Andreas Blanck'],
    ['ahlstorm', 'Kerstin Ahlström'],
    ['bjrök', 'Elisabet Björk'],
    ['bjrok', 'Elisabet Björk'],
    ['hlom', 'Pontus Holm'],
    ['ohlm', 'Pontus Holm'],
    ['pontus hlom', 'Pontus Holm'],
    ['cartsedt', 'Petra Carstedt'],
    ['stenstorm', 'Karin Stenström'],
    ['riggrae', 'Sanna Riggare'],
    ['östlnud', 'Britta Östlund'],
    ['leriam', 'Cecilia Leiram'],
  ])('with two letters swapped are found: %s', (typed, name) => {
    const people =
      'Jenny Nordborg,Andreas Blanck,Kerstin Ahlström,Elisabet Björk,Pontus Holm,Petra Carstedt,Karin Stenström,Sanna Riggare,Britta Östlund,Cecilia Leiram'
    expect(asked(book(...people.split(',').map((one) => entry(one))), typed)).toEqual([`similar ${name}`])
  })

  it('are not found by a few letters out of the middle of a word', () => {
    const books = earlyAndLate(entry('Socialminister', 'post'), entry('Stadshamnsrådet', 'body'), entry('Prov Stads'))
    for (const one of books) {
      expect(asked(one, 'almi')).toEqual([])
      // Behind a known word, at the end, or long enough to be meant.
      expect(asked(one, 'hamn')).toEqual(['compound Stadshamnsrådet'])
      expect(asked(one, 'rådet')).toEqual(['compound Stadshamnsrådet'])
      expect(asked(one, 'dshamns')).toEqual(['compound Stadshamnsrådet'])
    }
  })

  it('leave room for every kind', () => {
    const people = Array.from({ length: 30 }, (_, index) => entry(`Vin Prov${String.fromCharCode(97 + index)}`))
    const found = asked(book(...people, entry('Vinprovet', 'organisation'), entry('Vinrådet', 'body')), 'vin')
    expect(found).toHaveLength(6)
    expect(found).toContain('exact Vinprovet')
    expect(found).toContain('exact Vinrådet')
  })

  it('that are of two kinds are found as either, once, in the order of the others', () => {
    const both = { ...entry('Vinkontoret', 'organisation'), isBody: true }
    for (const names of earlyAndLate(
      entry('Vinet', 'body'),
      both,
      entry('Vinrådet', 'body'),
      entry('Vinverket', 'organisation'),
    )) {
      const among = (query: string, ...kinds: NameKind[]) =>
        names.find([query], new Set(kinds), 6).map((found) => found.entry.name)
      expect(among('vin', 'body')).toEqual(['Vinet', 'Vinkontoret', 'Vinrådet'])
      expect(among('vin', 'organisation')).toEqual(['Vinkontoret', 'Vinverket'])
      expect(among('vin', 'body', 'organisation')).toEqual(['Vinet', 'Vinkontoret', 'Vinrådet', 'Vinverket'])
      expect(among('kontor', 'body')).toEqual(['Vinkontoret'])
      expect(among('vin', 'person')).toEqual([])
    }
  })

  it('that are of two kinds are found as either also when they are misspelt', () => {
    const names = book({ ...entry('Vinkontoret', 'organisation'), isBody: true }, entry('Vinkontorer', 'person'))
    for (const kind of ['organisation', 'body'] as const)
      expect(names.find(['vinkotnoret'], new Set([kind]), 6).map((found) => found.entry.name)).toEqual(['Vinkontoret'])
  })

  it('that came or changed since are found misspelt too, and no more by what they were', () => {
    const names = book(entry('Anna Provberg'), entry('Bo Test'))
    expect(asked(names, 'provbärg')).toEqual(['similar Anna Provberg'])
    names.change('person Anna Provberg', { ...entry('Anna Kvarnström'), id: 'person Anna Provberg' })
    names.change('new', { ...entry('Cia Sandqvist'), id: 'new' })
    expect(asked(names, 'sandkvist')).toEqual(['similar Cia Sandqvist'])
    expect(asked(names, 'anna kvarnstrom')).toEqual(['folded Anna Kvarnström'])
    expect(asked(names, 'kvarnstöm')).toEqual(['similar Anna Kvarnström'])
    expect(asked(names, 'provbärg')).toEqual([])
    expect(asked(names.renewed(), 'sandkvist')).toEqual(['similar Cia Sandqvist'])
  })

  it('follow changes without being made anew, and are the same when they are', () => {
    const names = book(entry('Anna Prov'), entry('Bo Prov'))
    names.change('person Anna Prov', null)
    names.change('person Bo Prov', { ...entry('Bo Test'), id: 'person Bo Prov' })
    names.change('new', { ...entry('Cia Prov'), id: 'new' })
    for (const one of [names, names.renewed()]) {
      expect(asked(one, 'prov')).toEqual(['exact Cia Prov'])
      expect(asked(one, 'test')).toEqual(['exact Bo Test'])
    }
  })

  it('are for a letter or two the same as when every name is looked through', () => {
    const letters = fc.constantFrom('a', 'å', 'b', 'B', 'o', 'ö', ' ', '-')
    const name = fc.array(letters, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''))
    const named = name.filter((text) => wordsOf(text).length > 0)
    const one = fc.tuple(named, fc.constantFrom<NameKind>('person', 'body'))
    const query = fc.array(fc.constantFrom('a', 'b', 'o', 'ab', 'bo', 'oa'), { minLength: 1, maxLength: 2 })
    fc.assert(
      fc.property(
        fc.array(one, { maxLength: 30 }),
        fc.array(one, { maxLength: 4 }),
        query,
        fc.integer({ min: 1, max: 8 }),
        (first, late, words, limit) => {
          const made = [...first, ...late].map(([text, kind], index) => ({ ...entry(text, kind), id: String(index) }))
          const names = new NameBook(made.slice(0, first.length))
          // One goes, and the late ones come.
          if (first.length > 0) names.change('0', null)
          made.slice(first.length).forEach((added) => names.change(added.id, added))
          const standing = made.filter(({ id, kind }) => (id !== '0' || first.length === 0) && kind === 'person')
          const sorted = standing.toSorted((a, b) =>
            a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : a.id < b.id ? -1 : 1,
          )
          const having = (fits: (word: string, asked: string) => boolean) => {
            const all = sorted.filter((person) => {
              // No more than two are asked: the second has another word than the first.
              const own = wordsOf(person.name)
              return own.some(
                (word, place) =>
                  fits(word, words[0] ?? '') &&
                  words.slice(1).every((asked) => own.some((other, index) => index !== place && fits(other, asked))),
              )
            })
            const begins = (person: Entry) => fold(person.name.toLowerCase()).startsWith(words[0] ?? '')
            return [...all.filter(begins), ...all.filter((person) => !begins(person))]
          }
          const exact = having((word, asked) => word.startsWith(asked)).slice(0, limit)
          const folded = having((word, asked) => fold(word).startsWith(asked)).filter(
            (person) => !exact.includes(person),
          )
          const found = names.find(words, new Set(['person']), limit, false)
          expect(found.map(({ entry: { id } }) => id)).toEqual(
            [...exact, ...folded].slice(0, limit).map(({ id }) => id),
          )
        },
      ),
    )
  })

  it('of the register are found with affiliation and other spellings, and follow renaming', async () => {
    const app = newApp()
    const { id: meetingId } = await app.call('meetings.create', {
      title: 'Möte',
      kind: 'protokoll',
      date: '2030-01-01',
      body: null,
    })
    await app.call('attendance.add', {
      meetingId,
      name: 'Prov Provsson',
      capacity: null,
      organisation: 'Testmyndigheten',
      group: null,
      status: 'present',
      mode: 'room',
      items: null,
    })
    const [person] = (await app.call('search.find', { query: 'provs' })).names
    expect(person).toMatchObject({
      kind: 'person',
      name: 'Prov Provsson',
      detail: 'Testmyndigheten',
      ranges: [[5, 10]],
    })
    await app.call('register.rename', { kind: 'person', id: person?.id ?? '', name: 'Prov Nyman' })
    expect((await app.call('search.find', { query: 'nym' })).names[0]?.name).toBe('Prov Nyman')
    expect((await app.call('search.find', { query: 'provsson' })).names[0]).toMatchObject({
      name: 'Prov Nyman',
      other: 'Prov Provsson',
    })
    await app.call('meetings.remove', { id: meetingId })
    expect((await app.call('search.find', { query: 'nym' })).names).toEqual([])
  })
})

describe('a list of words', () => {
  const words = ['hälsodata', 'hälsodatastrategi', 'strategi', 'strategisk', 'data', 'får', 'far', 'resumé']
  it('gives the same whether a word came first or later', () => {
    const whole = new WordList(words)
    const grown = new WordList(words.slice(0, 3))
    words.slice(3).forEach((word) => grown.add(word))
    for (const asked of ['data', 'strategi', 'far', 'får', 'resume', 'hals', 'x'])
      for (const list of [grown, grown.renewed()]) {
        expect(list.beginning(asked, false).toSorted()).toEqual(whole.beginning(asked, false).toSorted())
        expect(list.containing(asked, 10)).toEqual(whole.containing(asked, 10))
        expect(list.similar(`${asked}q`, true, 10)).toEqual(whole.similar(`${asked}q`, true, 10))
      }
  })
  it('finds a part, at the end of a word first', () => {
    expect(new WordList(words).containing('data', 10)).toEqual(['hälsodata', 'hälsodatastrategi'])
  })
})

describe('somebody whose entry is restricted', () => {
  it('is found by no name until the restriction is lifted', async () => {
    const app = newApp()
    const { id: meetingId } = await app.call('meetings.create', {
      title: 'Möte',
      kind: 'protokoll',
      date: '2030-01-01',
      body: null,
    })
    await list(app, meetingId, 'Prov Provsson')
    const names = async () => (await app.call('search.find', { query: 'provsson' })).names
    const [person] = await names()
    await app.call('privacy.restrict', { id: person?.id ?? '', restricted: true })
    expect(await names()).toEqual([])
    await app.call('privacy.restrict', { id: person?.id ?? '', restricted: false })
    expect(await names()).toHaveLength(1)
  })
})
