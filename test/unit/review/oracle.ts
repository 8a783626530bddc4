/** What a review of the main path's minutes must find, and nothing more; the invented twin alike. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { groupOf } from '#contract/review-groups.ts'
import type { ReviewFinding, ReviewGroup } from '#contract/review.ts'
import { newApp, type TestApp } from '../../helpers/app.ts'

export type Oracle = {
  actors: readonly { name: string; capacity: string | null; organisation: string }[]
  /** How each begins. */
  promises: readonly string[]
  /** Words, day, and whether the other text says it whole. */
  dates: readonly { words: string; date: string; confirmed: boolean }[]
  /** Code, words and what they become. */
  text: readonly (readonly [code: string, words: string, put: string])[]
  /** Another spelling of one person in the text. */
  variant: readonly [written: string, shown: string]
  /** Titles in another language, of which no word may be touched. */
  titles: readonly string[]
}

export async function readIn(app: TestApp, file: URL): Promise<string> {
  const preview = await app.call('imports.preview', { base64: readFileSync(file).toString('base64') })
  const { text, encoding } = preview
  const { meetings } = await app.call('imports.commit', { name: 'minutes', text, encoding })
  return meetings[0]?.id ?? ''
}

async function reviewed(minutes: URL): Promise<{ app: TestApp; id: string; findings: ReviewFinding[] }> {
  const app = newApp()
  const id = await readIn(app, minutes)
  const { findings } = await app.call('review.list', { meetingId: id })
  return { app, id, findings }
}

const ofGroup = (findings: readonly ReviewFinding[], group: ReviewGroup) =>
  findings.filter(({ code, state }) => groupOf[code] === group && state === 'open')

export function testOracle(minutes: URL, otherText: URL, oracle: Oracle): void {
  test('exactly the two who act and are not listed are found, with whom they speak for', async () => {
    const { findings } = await reviewed(minutes)
    const found = findings.filter(({ code }) => code === 'actor-not-listed')
    expect(found.map(({ proposal }) => proposal)).toEqual(oracle.actors.map((one) => ({ kind: 'guest', ...one })))
  })

  test('the other spelling of one person is found with the spelling of the list, and nobody else is asked about', async () => {
    const { findings } = await reviewed(minutes)
    const found = ofGroup(findings, 'people').filter(({ code }) => code !== 'actor-not-listed')
    expect(found.map(({ code, words, proposal }) => ({ code, words, proposal }))).toEqual([
      { code: 'name-variant', words: oracle.variant[0], proposal: { kind: 'words', text: oracle.variant[1] } },
    ])
  })

  test('exactly the three promises that nobody gave are found; what was told is none', async () => {
    const { findings } = await reviewed(minutes)
    const found = ofGroup(findings, 'promises').map(({ words }) => words)
    expect(found).toHaveLength(oracle.promises.length)
    oracle.promises.forEach((start, place) => expect(found[place]?.slice(0, start.length)).toBe(start))
  })

  test('exactly the three dates without a year are found, each reckoned forward and said to be inferred', async () => {
    const { findings } = await reviewed(minutes)
    const found = ofGroup(findings, 'dates').map(({ words, proposal }) => ({ words, proposal }))
    expect(found).toEqual(
      oracle.dates.map(({ words, date }) => ({
        words,
        proposal: {
          kind: 'date',
          text: `${words} ${date.slice(0, 4)}`,
          date,
          basis: 'inferred',
          confirmedBy: null,
        },
      })),
    )
  })

  test('another text of the workspace confirms two of the dates with its words; the third stays inferred', async () => {
    const { app, id } = await reviewed(minutes)
    const text = readFileSync(otherText, 'utf8')
    await app.call('sources.add', { name: 'news', text, format: 'txt', encoding: 'utf-8' })
    const { findings } = await app.call('review.list', { meetingId: id })
    const found = ofGroup(findings, 'dates').map(({ words, proposal }) => ({ words, proposal }))
    expect(
      found.map(({ words, proposal }) => [words, proposal.kind === 'date' && proposal.basis === 'confirmed']),
    ).toEqual(oracle.dates.map(({ words, confirmed }) => [words, confirmed]))
    for (const { proposal } of found)
      if (proposal.kind === 'date' && proposal.confirmedBy !== null)
        expect(proposal.confirmedBy.quote).toContain(proposal.date.slice(0, 4))
  })

  test('exactly the five lapses of house style are found, each with what it becomes', async () => {
    const { findings } = await reviewed(minutes)
    const found = ofGroup(findings, 'text').map(({ code, words, proposal }) => [
      code,
      words,
      proposal.kind === 'words' ? proposal.text : '',
    ])
    expect(new Set(found.map((one) => one.join('|')))).toEqual(new Set(oracle.text.map((one) => one.join('|'))))
    expect(found).toHaveLength(oracle.text.length)
  })

  test('no word of a title in another language is touched', async () => {
    const { findings } = await reviewed(minutes)
    const bare = (text: string) => text.replaceAll(/["\u201c\u201d]/gu, '')
    for (const { words, proposal } of findings)
      if (oracle.titles.some((title) => words.includes(title) || title.includes(words)))
        expect(proposal.kind === 'words' ? bare(proposal.text) : '').toBe(bare(words))
  })

  test('what the reading of the text pointed out is there once, and a repaired name is settled', async () => {
    const { findings } = await reviewed(minutes)
    expect(findings.map(({ key }) => key)).toEqual([...new Set(findings.map(({ key }) => key))])
    const rest = findings.filter(({ code }) => code === 'import')
    expect(rest.map(({ warning }) => warning)).toEqual(['name-repaired'])
    expect(findings).toHaveLength(
      oracle.actors.length + 1 + oracle.promises.length + oracle.dates.length + oracle.text.length + 1,
    )
  })

  test('looking changes nothing, and accepting all changes only the words that were found', async () => {
    const { app, id, findings } = await reviewed(minutes)
    const texts = async () =>
      (await app.call('meetings.get', { id })).items.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))
    const before = await texts()
    const wanted = findings.filter(({ state, from }) => state === 'open' && from !== null)
    const expected = [...before]
    for (const { key } of wanted) {
      const now = (await app.call('review.list', { meetingId: id })).findings.find((one) => one.key === key)
      if (now === undefined || now.from === null || now.to === null) continue
      const { proposal, sentence } = now
      const at = expected.findIndex((text) => text.includes(sentence))
      if (proposal.kind === 'words' || proposal.kind === 'date')
        expected[at] = (expected[at] ?? '').slice(0, now.from) + proposal.text + (expected[at] ?? '').slice(now.to)
      await app.call('review.answer', { meetingId: id, key, answer: 'accept' })
    }
    expect(await texts()).toEqual(expected)
    expect(await texts()).not.toEqual(before)
    const left = (await app.call('review.list', { meetingId: id })).findings
    expect(left.filter(({ state }) => state === 'open')).toEqual([])
    for (let step = 0; step < wanted.length; step += 1) await app.call('history.undo', {})
    expect(await texts()).toEqual(before)
    expect((await app.call('review.list', { meetingId: id })).findings.map(({ key }) => key)).toEqual(
      findings.map(({ key }) => key),
    )
  })
}
