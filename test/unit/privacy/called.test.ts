/** Settings of a rare name in running text that stand for the person as surely as the name does. */
import { describe, expect, it } from 'vitest'
import { finder } from '#core/privacy/naming-places.ts'
import { formsOf, ownFamilyNames, ownParts, replacerOf } from '#core/privacy/wording.ts'
import { newApp } from '../../helpers/app.ts'

const names = ['Xenofon Zwickelgård']
const take = (text: string, of = names, others: readonly string[] = []) =>
  replacerOf(
    finder(
      formsOf(of),
      ownParts(of, (word) => others.includes(word)),
    ),
    'N',
  )(text)

describe('a rare name', () => {
  it.each([
    ['följ @zwickelgard nu', 'följ N nu'],
    ['följ @xenofon_zwickelgard, tack', 'följ N, tack'],
    ['skriv till zwickelgard@x.se.', 'skriv till N.'],
    ['skriv till x.zwickelgård@x.se', 'skriv till N'],
    ['Xeno- fon kom', 'N kom'],
    ['Xeno-\nfon Zwickel- gård kom', 'N\n kom'],
    ['Zwickelgårdska huset', 'N huset'],
    ['den zwickelgårdska linjen', 'den N linjen'],
    ['Zwickelgard kom', 'N kom'],
    ['ZWICKELGARDS hus', 'N hus'],
  ])('is taken out of %j', (text, left) => {
    expect(take(text)).toBe(left)
  })

  it('stays where others bear it without its marks, and where it is a word of the language', () => {
    expect(take('Zwickelgard kom', names, ['zwickelgard'])).toBe('Zwickelgard kom')
    for (const [name, text] of [
      ['Dan Sveningsson', 'Danska språket, danska och dansk'],
      ['Tor Provsson', 'Torsken är torsk, torsk är gott'],
      ['Göran Provsson', 'Goran kom'],
      ['Åsa Björk', 'Bjork är inget, asa inte heller'],
      ['Xenofon Zwickelgård', 'info@zwickelgardens.se och lägg till @alla, xeno - fon'],
    ] as const)
      expect(take(text, [name])).toBe(text)
  })

  it('leaves no such setting in a text once the person is pseudonymised', async () => {
    const app = newApp()
    const line =
      'Xenofon Zwickelgård, ledamot, Provverket\n\nFölj @zwickelgard, skriv till zwickelgard@x.se. Xeno- fon bor i det zwickelgårdska huset.\n'
    const { id: source } = await app.call('sources.add', {
      name: 'Text',
      text: `Påhittsgruppen\n\nLedamöter\n\n${line}`,
      format: 'txt',
      encoding: 'utf-8',
    })
    await app.call('sources.accept', { source })
    const { rows } = await app.call('register.list', { kind: 'person', query: 'Xenofon' })
    await app.call('privacy.erase', {
      id: rows[0]?.id ?? '',
      mode: 'pseudonymise',
      reason: 'request',
      language: 'sv',
    })
    const { text } = await app.call('sources.get', { id: source })
    expect(text).not.toMatch(/zwickel|xeno|fon /iu)
    expect(text).toContain('huset')
  })
})

describe('a double family name', () => {
  it('is one of two family names that no other name has side by side, and no second given name', () => {
    const isOthers = (words: string) => words === 'övning testqvist'
    expect(ownFamilyNames(['Åsa Provlind Testqvist', 'Åsa Övning Testqvist'], isOthers)).toEqual(['Provlind Testqvist'])
    expect(ownFamilyNames(['Anna Maria Testqvist', 'Åsa Testqvist', 'Carl von Test'], () => false)).toEqual([])
  })
})
