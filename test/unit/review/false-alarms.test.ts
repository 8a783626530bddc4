import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decodeText } from '#core/import/decode.ts'
import { parseMinutes } from '#core/import/parse.ts'
import { review, type Keyed } from '#core/review/review.ts'
import { root } from '../../helpers/app.ts'
import { nothingKnown, proposed, told } from './views.ts'

const wordCount = (text: string) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).length

/** How many findings of each rule a thousand words hold. */
function rates(found: readonly Keyed[], words: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { code } of found) counts.set(code, (counts.get(code) ?? 0) + 1)
  return new Map([...counts].map(([code, count]) => [code, (count / words) * 1000]))
}

function print(name: string, found: readonly Keyed[], words: number): void {
  const figures = [...rates(found, words)].map(([code, rate]) => `${code} ${rate.toFixed(2)}`)
  const sum = ((found.length / words) * 1000).toFixed(2)
  console.info(`${name}: ${words} words, findings per 1,000 words: ${sum} (${figures.join(', ')})`)
}

/** Whether the claim of a finding holds on its face: the sign that it points at does stand there. */
function holds({ code, words, proposal }: Keyed): boolean {
  if (code === 'year-missing') return !/\d{4}/u.test(words)
  if (code === 'dash') return / --? /u.test(words)
  if (code === 'interval') return /\d ?- ?\d/u.test(words)
  if (code === 'quotes') return /["\u201c\u201e]/u.test(words) || (proposal.kind === 'words' && proposal.text !== words)
  return false
}

const folder = new URL('../shared/seeds/', root)
const there = existsSync(folder)
const why = there ? '' : ' (skipped: ../shared/seeds is not here)'

describe.skipIf(!there)(`paragraphs of texts that are no minutes${why}`, () => {
  it('raise no more than one unfounded finding in a thousand words', () => {
    const all: Keyed[] = []
    let words = 0
    for (const file of readdirSync(folder)
      .filter((name) => /^00[0-3]_/u.test(name))
      .toSorted()) {
      const text = readFileSync(new URL(file, folder), 'utf8')
      const lines = text.split('\n').map((line) => line.trim())
      const found = review(
        told(
          lines.filter((line) => line !== ''),
          { date: '2021-11-10' },
        ),
        nothingKnown,
      )
      print(file.slice(0, 3), found, wordCount(text))
      all.push(...found)
      words += wordCount(text)
    }
    print('together', all, words)
    const unfounded = all.filter((one) => !holds(one))
    print('unfounded', unfounded, words)
    expect((unfounded.length / words) * 1000).toBeLessThanOrEqual(1)
  })
})

describe('the invented corpus of minutes', () => {
  it('raises few findings beside dates without a year and people who are not listed', () => {
    const corpus = new URL('test/fixtures/minutes/corpus/dev/', root)
    const all: Keyed[] = []
    let words = 0
    for (const file of readdirSync(corpus).filter((name) => name.endsWith('.txt') && !name.startsWith('not-'))) {
      for (const meeting of parseMinutes(decodeText(readFileSync(new URL(file, corpus))).text)) {
        const view = proposed(meeting)
        words += wordCount(view.items.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)).join(' '))
        all.push(...review(view, nothingKnown))
      }
    }
    print('corpus', all, words)
    const rest = all.filter((one) => !holds(one) && one.code !== 'actor-not-listed')
    print('corpus, unfounded at most', rest, words)
    expect((rest.length / words) * 1000).toBeLessThanOrEqual(1)
  })
})
