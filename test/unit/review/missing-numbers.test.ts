/** "§ 7" in minutes that have no § 7. */
import { describe, expect, it } from 'vitest'
import { missingNumbers } from '#core/review/missing-numbers.ts'
import { passagesOf } from '#core/review/passages.ts'
import { newApp } from '../../helpers/app.ts'
import { nothingKnown, told } from './views.ts'

/** What is asked about in minutes of one item, § 3. */
function asked(
  text: string,
  { numberStyle = 'paragraph' as 'paragraph' | 'plain', number = '3' as string | null } = {},
) {
  const made = told([text], { date: '2026-03-10' })
  const view = { ...made, items: made.items.map((item) => ({ ...item, number, numberStyle })) }
  return missingNumbers({ view, passages: passagesOf(view), known: nothingKnown }).map(({ words }) => words)
}

describe('a number that no item of the minutes has', () => {
  it.each([
    ['Frågan hänger ihop med § 7.', ['§ 7']],
    ['Rådet återkommer till frågan, se även §\u00a07 och § 3.', ['§\u00a07']],
    ['Underlaget enligt § 12 skickas senast den 3 mars.', ['§ 12']],
    ['Ordföranden hänvisar till § 7 i detta protokoll.', ['§ 7']],
    ['Beslutet i § 7 gäller till vidare.', ['§ 7']],
    ['Frågan hör till § 3.', []],
    ['Frågan hör till § 3 a.', []],
  ])('is asked about: %s', (text, words) => {
    expect(asked(text)).toEqual(words)
  })

  it.each([
    'Se § 7 i protokollet den 3 mars.',
    'Se § 7 och § 8 i protokollet den 3 mars.',
    'Föregående protokoll gås igenom; § 7 kvarstår.',
    'Från förra mötet kvarstår § 7.',
    'Vid mötet den 3 mars beslutades enligt § 7.',
    'Vid mötet i mars beslutades enligt § 7.',
    'Se minnesanteckningarna från januari, § 7.',
    'Frågan avgörs enligt § 7 förvaltningslagen.',
    'Stadgarna säger i § 7 att årsmötet hålls i maj.',
    'Enligt 5 kap. § 7 gäller annat.',
    'Dagordningen fastställs med den ändringen att § 7 utgår.',
    'KS § 7 redovisas.',
    'Kommunstyrelsens beslut § 7 redovisas.',
    'Se § 7 den 3 mars.',
    'Se § 7/2025.',
    'Rubriken löd ”Svar på § 7 och annat”.',
    '§ 7 Övriga frågor',
    'See § 7 of the minutes of 3 March.',
  ])('is left alone where the words say of what else it is: %s', (text) => {
    expect(asked(text)).toEqual([])
  })

  it('is asked about as those minutes number theirs, and in none that number nothing so', () => {
    expect(asked('Frågan hör till punkt 7.', { numberStyle: 'plain' })).toEqual(['punkt 7'])
    expect(asked('Frågan hör till punkt 7.')).toEqual([])
    expect(asked('Frågan hör till § 7.', { numberStyle: 'plain' })).toEqual([])
    expect(asked('Frågan hör till § 7.', { number: null })).toEqual([])
  })
})

describe('an item that is removed', () => {
  it('is asked about where the text still names it, also when another has its number by now, until it is undone', async () => {
    const app = newApp()
    const { id: series } = await app.call('series.create', { body: 'Provrådet', year: 2026, kind: 'protokoll' })
    const item = { type: null, presenter: null, minutes: null, prepared: null, proposal: null }
    const titles = ['Ett', 'Två', 'Tre']
    await app.call('series.setItems', { id: series, items: titles.map((title) => ({ ...item, title })) })
    const { id } = await app.call('meetings.plan', { seriesId: series, date: '2026-02-04' })
    const { items } = await app.call('meetings.get', { id })
    const paragraphId = crypto.randomUUID()
    const put = { op: 'put' as const, paragraphId, kind: 'paragraph' as const, text: 'Se § 2 och § 3.', base: null }
    await app.call('items.saveText', { id: items[0]?.id ?? '', operations: [put], order: [paragraphId] })
    const found = async () =>
      (await app.call('review.list', { meetingId: id })).findings
        .filter(({ code, state }) => code.startsWith('number-') && state === 'open')
        .map(({ code, words, key }) => ({ code, words, key }))
    expect(await found()).toEqual([])
    await app.call('items.remove', { id: items[1]?.id ?? '' })
    expect(await found()).toMatchObject([
      { code: 'number-missing', words: '§ 2' },
      { code: 'number-moved', words: '§ 3' },
    ])
    const [{ key } = { key: '' }] = await found()
    await app.call('review.answer', { meetingId: id, key, answer: 'dismiss' })
    expect(await found()).toMatchObject([{ code: 'number-moved' }])
    await app.call('history.undo', {})
    await app.call('history.undo', {})
    expect(await found()).toEqual([])
  })
})
