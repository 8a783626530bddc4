/** What stands of a person beside the name as written: other settings of it, addresses, numbers, rows of contacts. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { insert } from '#db/connection.ts'
import { openWorkspace } from '#db/open.ts'
import { finder } from '#core/privacy/naming-places.ts'
import { formsOf, replacerOf } from '#core/privacy/wording.ts'
import { newApp, type TestApp } from '../../helpers/app.ts'
import { plant } from '../../helpers/planted.ts'
import { someDay } from '../../helpers/workspace.ts'

const name = 'Ivá Påhittson'
const settings = [
  'ivá påhittson',
  'IVÁ PÅHITTSON',
  'Ivá  Påhittson',
  'Ivá\u00a0Påhittson',
  'Ivá\nPåhittson',
  'Ivá Påhitt\u00adson',
  'Påhittson, Ivá',
  'IváPåhittson',
  'iva_pahittson',
  'www.prov.example/iva-pahittson',
  'iva.pahittson@annan.example',
  'ivapahittson@annan.example',
  'iv@prov.example',
  'IV@PROV.example',
  '070-555 01 02',
  '0705550102',
  '+46 70 555 01 02',
  '+46 (0)70-5550102',
]
const traces = [...settings, 'hittson', 'HITTSON', 'Påhitt', 'pahitt', 'annan.example', '555 01 02']

function filesWith(folder: string, words: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
    .flatMap((bytes) => words.filter((word) => bytes.includes(Buffer.from(word))))
}

const others = `Ivá Påhl;eva@prov.example;Provverket;08-555 09 09
Maria Prov;vaxel@prov.example;Provverket;08-555 00 00`
const contacts = `Namn;E-post;Organisation;Telefon\n${name};iv@prov.example;Hemliga byrån;070-555 01 02\n${others}\n`

async function listed(app: TestApp): Promise<string> {
  await app.call('contacts.commit', { name: 'lista.csv', text: contacts })
  const { rows } = await app.call('register.list', { kind: 'person' })
  return rows.find((row) => row.name === name)?.id ?? ''
}

const erase = (app: TestApp, id: string, alsoMeetings: string[] = []) =>
  app.call('privacy.erase', { id, mode: 'erase', reason: 'request', language: 'sv', alsoMeetings })

describe('erasing a person', () => {
  it('leaves no byte of the name in another setting, of an address or of a number in a text, file, log or copy', async () => {
    const app = newApp()
    const id = await listed(app)
    const text = `${settings.map((one) => `Före ${one} efter.`).join('\n\n')}\n`
    await app.call('sources.add', { name: `Om ${name}`, text, format: 'paste', encoding: 'pasted' })
    await app.call('search.find', { query: 'Påhittson' })
    await erase(app, id)
    expect(filesWith(app.folder, [...traces, 'Hemliga byrån;'])).toEqual([])
    for (const asked of [name, name.toLowerCase(), 'iv@prov.example', '070-555 01 02'])
      expect({ asked, sections: (await app.call('privacy.extract', { name: asked })).sections }).toEqual({
        asked,
        sections: [],
      })
    const { sources } = await app.call('sources.list', {})
    const texts = await Promise.all(sources.map(async (one) => (await app.call('sources.get', { id: one.id })).text))
    expect(texts).toContain(`Namn;E-post;Organisation;Telefon\n[namn borttaget]\n${others}\n`)
    expect(texts.find((one) => one.startsWith('Före'))?.match(/^Före \[namn borttaget\]\n? efter\.$/gmu)).toHaveLength(
      settings.length,
    )
    app.close()
    expect(filesWith(app.folder, traces)).toEqual([])
  })

  it.each([
    'ivá påhittson',
    'Ivá Påhitt\u00adson',
    'Ivá  Påhittson',
    'iva.pahittson@annan.example',
    'iv@prov.example',
    '070 555 0102',
  ])('reaches every table that has %j', async (mark) => {
    const app = newApp()
    const id = await listed(app)
    app.close()
    const open = openWorkspace(app.path, someDay)
    plant(open.db, mark, () => crypto.randomUUID())
    open.close({ at: someDay })
    app.openWorkspace(app.path)
    const { records } = await app.call('privacy.erasurePreview', { id })
    await erase(
      app,
      id,
      records.map(({ meetingId }) => meetingId),
    )
    expect(filesWith(app.folder, [mark, ...traces])).toEqual([])
  })

  it('takes a row of contacts that was passed over, and leaves a number that others have too', async () => {
    const app = newApp()
    const id = await listed(app)
    await app.call('privacy.restrict', { id, restricted: true })
    const again = `Namn;Titel;Telefon\n${name};spion;08-555 00 00\nMaria Prov;chef;08-555 00 00\n`
    await app.call('contacts.commit', { name: 'igen.csv', text: again })
    await erase(app, id)
    expect(filesWith(app.folder, [...traces, 'spion'])).toEqual([])
    const { sources } = await app.call('sources.list', {})
    const source = sources.find((one) => one.name === 'igen.csv')?.id ?? ''
    expect((await app.call('sources.get', { id: source })).text).toBe(
      'Namn;Titel;Telefon\n[namn borttaget]\nMaria Prov;chef;08-555 00 00\n',
    )
  })

  it('leaves somebody else of the very name in the register', async () => {
    const app = newApp()
    const id = await listed(app)
    app.close()
    const open = openWorkspace(app.path, someDay)
    insert(open.db, 'person', { id: crypto.randomUUID(), name, sort_key: 'ivá påhittson' })
    open.close({ at: someDay })
    app.openWorkspace(app.path)
    await erase(app, id)
    const { rows } = await app.call('register.list', { kind: 'person' })
    expect(rows.filter((row) => row.name === name)).toHaveLength(1)
  })
})

describe('what is taken out of a text', () => {
  const given = ['Ia', 'Per', 'Eva', 'Anna', 'Maria', 'Stor']
  const family = ['Son', 'Berg', 'Bergström', 'Skog', 'Ek', 'Ekman']
  const take = (person: string, kept: readonly string[] = []) => replacerOf(finder(formsOf([person]), [], kept), '#')

  it('is a name in letters of any case and any form, with what nobody sees between any two of them', () => {
    const names = ['Åsa Provsson', 'Per-Arne Ek', 'Bo Öö', 'Weiß Kask', 'Жанна Пробова', 'Åå Ää']
    const sets = [(sign: string) => sign, (sign: string) => sign.toUpperCase(), (sign: string) => sign.normalize('NFD')]
    const between = fc.constantFrom('', '', '\u00AD', '\u200B', '-\n')
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.infiniteStream(fc.tuple(fc.constantFrom(...sets), between)),
        fc.constantFrom(' ', '\n', '\u00A0', '  '),
        (name, settings, space) => {
          const set = (word: string) =>
            [...word].map((sign, at) => {
              const [[way, hidden] = [(one: string) => one, '']] = settings.take(1)
              return (at === 0 ? '' : hidden) + way(sign)
            })
          const text = name
            .split(' ')
            .map((word) => set(word).join(''))
            .join(space)
          // A capital of the sharp s is two letters, and another name.
          fc.pre(!text.includes('SS'))
          expect(finder(formsOf([name]), [])(`Då kom ${text}.`)).toEqual([[7, 7 + text.length]])
        },
      ),
    )
  })

  it('is nothing of the names of people who share a part of it, whatever stands around them', () => {
    const person = fc.tuple(fc.constantFrom(...given), fc.constantFrom(...family))
    const around = fc.constantFrom(' ', ', ', ';', '\n', '. ', ' och ', '/')
    const shape = fc.constantFrom(
      (one: string) => one,
      (one: string) => one.toLowerCase(),
      (one: string) => one.toUpperCase(),
      (one: string) => `${one.toLowerCase().replace(' ', '.')}@prov.example`,
      (one: string) => `Lisa${one}`,
      (one: string) => `${one}sson`,
      (one: string) => one.split(' ')[0] ?? '',
      (one: string) => (one.split(' ')[1] ?? '').toLowerCase(),
    )
    fc.assert(
      fc.property(person, fc.array(fc.tuple(person, shape, around), { maxLength: 6 }), (erased, words) => {
        const name_ = erased.join(' ')
        const text = words
          // Two words of the name side by side are the name.
          .filter(([one]) => one[0] !== erased[0] || one[1] !== erased[1])
          .map(([one, shaped, space]) => `| ${shaped(one.join(' '))} för${space}`)
          .join('')
        expect(take(name_)(text)).toBe(text)
      }),
    )
  })

  it('is no word of the language that the name makes when it is joined, and no longer name that is known', () => {
    expect(take('Per Son')('En person, PERSON och Larsson. PerSon, per-son.')).toBe(
      'En person, PERSON och Larsson. #, #.',
    )
    const kept = ['Eva Anna Berg', 'Anna Berg-Ek', 'anna.berg@prov.example']
    const text = 'Eva Anna Berg, Anna Berg-Ek och anna.berg@prov.example'
    expect(take('Anna Berg', kept)(`${text} men Anna Bergs bok och anna.berg@annan.example.`)).toBe(
      `${text} men # bok och #.`,
    )
  })

  it('is no number that has others digits about it', () => {
    const number = replacerOf(finder(['070-555 01 02'], []), '#')
    expect(number('1070-555 01 02, 070-555 01 023, 070-555 01 03, 08-555 01 02')).toBe(
      '1070-555 01 02, 070-555 01 023, 070-555 01 03, 08-555 01 02',
    )
    expect(number('Ring (070) 555 0102 eller 0046 70 555 01 02.')).toBe('Ring # eller #.')
  })
})
