import { describe, expect, it } from 'vitest'
import { review } from '#core/review/review.ts'
import { nothingKnown, told } from './views.ts'

const known = {
  ...nothingKnown,
  terms: ['Vindkraftsfrågor i kustlän', 'Projektstart', 'Projektstöd', 'Sopningsplanerna'],
}

/** What each compound written apart becomes. */
function joined(sentence: string): string[] {
  return review(told([sentence]), known)
    .filter(({ code }) => code === 'compound')
    .map(({ proposal }) => ('text' in proposal ? proposal.text : ''))
}

describe('compounds written apart', () => {
  it.each([
    ['Handlings planen antogs.', 'Handlingsplanen'],
    ['Nya handlings planer antogs.', 'handlingsplaner'],
    ['Handlings planernas mål nåddes.', 'Handlingsplanernas'],
    ['Slut rapporten lades fram.', 'Slutrapporten'],
    ['Styr dokumentet antogs.', 'Styrdokumentet'],
    ['Föreningens styr dokument är gamla.', 'styrdokument'],
    ['Års möte hålls i mars.', 'Årsmöte'],
    ['Föreningens års mötet flyttades.', 'årsmötet'],
    ['Verksamhets berättelsen lästes upp.', 'Verksamhetsberättelsen'],
    ['Närvaro listan gick runt.', 'Närvarolistan'],
  ])('are found in every form of a word of the list: %s', (sentence, word) => {
    expect(joined(sentence)).toEqual([word])
  })

  it('are found in every form of what the register writes, whichever form that is', () => {
    expect(joined('Vindkrafts frågan togs upp.')).toEqual(['Vindkraftsfrågan'])
    expect(joined('Sopnings planen antogs.')).toEqual(['Sopningsplanen'])
    expect(joined('En sopnings plan antogs.')).toEqual(['sopningsplan'])
    expect(joined('Projekt starten flyttades.')).toEqual(['Projektstarten'])
  })

  it.each([
    'När nya projekt startar behövs pengar.',
    'Alla projekt stöds av regionen.',
    'Lagen styr dokumentets form.',
    'Den som styr gruppen bestämmer.',
    'Föregående års möte hölls i mars.',
    '2031 års möte hölls i mars.',
    'Föregående mötes anteckningar gicks igenom.',
    'Till slut rapporterna kom.',
    'Gruppen väntar på en del projekt och för studien vidare.',
  ])('are none where the words stand for themselves: %s', (sentence) => {
    expect(joined(sentence)).toEqual([])
  })
})
