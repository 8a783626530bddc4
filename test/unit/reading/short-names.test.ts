import { describe, expect, it } from 'vitest'
import { readText } from '#core/reading/read.ts'
import { organisations } from './shape.ts'

const found = (...lines: string[]) => organisations(readText(`Rubrik\n\n${lines.join('\n\n')}\n`)).toSorted()

describe('a photo credit', () => {
  it('names a firm by the spelling that only firms have', () => {
    expect(found('Foto: ProvBolag')).toEqual(['ProvBolag'])
    expect(found('Fotograf: NordProvX')).toEqual(['NordProvX'])
    expect(found('Bildbank ProvBolag')).toEqual(['ProvBolag'])
  })
  it.each(['Foto: Privat', 'Foto: Provlund', 'Foto: McProv', 'Foto: LeProv', 'Foto: Anna Provlund', 'Foto: PROV'])(
    'is none: %s',
    (line) => expect(found(line)).toEqual([]),
  )
  it('is a line of its own, not a word of a sentence', () => {
    expect(found('Foto: ProvBolag visas i hallen')).toEqual([])
    expect(found('Mer om iProv och eBolag')).toEqual([])
  })
})

describe('one of several of a name', () => {
  it('is told by its direction, with and without the letters between', () => {
    expect(found('Prov Data Norden (PDN) norr mäter vinden.')).toEqual(['Prov Data Norden norr'])
    expect(found('Stiftelsen Provluft (SPL) sydöst mäter vinden.')).toEqual(['Stiftelsen Provluft sydöst'])
    expect(found('Prov Data Norden (PDN) mäter. I PDN väst mäts regnet, i PDN syd snön.')).toEqual([
      'Prov Data Norden',
      'Prov Data Norden syd',
      'Prov Data Norden väst',
    ])
  })
  it('is not told by where something lies', () => {
    expect(found('Vinnova norr om ån mäter vinden.')).toEqual(['Vinnova'])
    expect(found('Vinnova norrut och Vinnova norra mäter vinden.')).toEqual(['Vinnova'])
    expect(found('Vid Vinnova väst i staden mäts vinden.')).toEqual(['Vinnova'])
  })
})

describe('letters in brackets behind a name', () => {
  it('are that name in the rest of the text, also when its last word is written small', () => {
    expect(found('Karolinska institutet (KI) mäter vinden.', 'Regnet mäts av KI.')).toEqual(['Karolinska institutet'])
  })
  it('are a name of their own when they are another’s', () => {
    expect(found('Karolinska institutet (SKR) mäter vinden.')).toEqual(['Karolinska institutet', 'SKR'])
  })
})
