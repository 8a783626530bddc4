/** The whole chain on the real minutes: text in, guests confirmed, Word out, checked against what such a document must hold. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkDocument } from '#core/word/check.ts'
import { numberLabels } from '#core/word/numbering-labels.ts'
import { readPackage } from '#core/word/package.ts'
import { newApp, root, type TestApp } from '../../helpers/app.ts'

const seed = new URL('../shared/seeds/004_420a019a03bc755e.txt', root)
const there = existsSync(seed)
const why = there ? '' : ' (skipped: ../shared/seeds is not here; the invented twin goes the same way in test/e2e)'

async function readIn(app: TestApp): Promise<string> {
  const preview = await app.call('imports.preview', { base64: readFileSync(seed).toString('base64') })
  const { meetings } = await app.call('imports.commit', {
    name: 'minutes',
    text: preview.text,
    encoding: preview.encoding,
  })
  return meetings[0]?.id ?? ''
}

async function exported(app: TestApp, meetingId: string): Promise<Uint8Array> {
  const { fileName } = await app.call('word.export', { meetingId })
  const bytes = app.saved.get(fileName)
  if (bytes === undefined) throw new Error(`nothing was saved as ${fileName}`)
  return bytes
}

describe.skipIf(!there)(`the real minutes of 10 November 2021${why}`, () => {
  let app: TestApp
  let id: string
  const accept = async (code: string) => {
    for (const warning of (await app.call('meetings.get', { id })).warnings)
      if (warning.code === code) await app.call('warnings.resolve', { id: warning.id, state: 'accepted' })
  }
  const paragraphs = async () => readPackage(await exported(app, id)).body.paragraphs
  const styled = async (style: string) =>
    (await paragraphs()).filter((one) => one.style === style).map((one) => one.text)

  it('leave as a document with the title, the five numbered items and the participants of the source', async () => {
    app = newApp()
    id = await readIn(app)
    const meeting = await app.call('meetings.show', { which: '2021-11-10' })
    const parts = readPackage(await exported(app, id))
    expect(await styled('Heading1')).toEqual(['Möte med samverkansgruppen för hälsa och life science'])
    const body = parts.body.paragraphs
    const labels = numberLabels(parts, body)
    const numbered = body.flatMap((one, index) =>
      one.style === 'Heading2' && labels[index] !== null && labels[index] !== '' ? [[labels[index], one.text]] : [],
    )
    expect(numbered).toEqual(meeting.items.map((item) => [item.number, item.title.replaceAll('\u00a0', ' ')]))
    expect(checkDocument(await exported(app, id), meeting).map((finding) => finding.code)).toEqual([
      'page-number-in-text',
    ])
  })

  it('say what is missing, and the next meeting with its year', async () => {
    app = newApp()
    id = await readIn(app)
    const text = (await paragraphs()).map((one) => one.text.replaceAll('\u00a0', ' ')).join('\n')
    expect(text).toMatch(/Tid\s+uppgift saknas/)
    expect(text).toMatch(/Plats\s+uppgift saknas/)
    expect(text).toMatch(/Datum\s+den 10 november 2021/)
    expect(text).toMatch(/Nästa möte\s+den 4 februari 2022/)
  })

  it('show the two presenters as guests only after they were accepted', async () => {
    app = newApp()
    id = await readIn(app)
    expect(await styled('Heading3')).not.toContain('Gäster')
    await accept('actor-not-listed')
    expect(await styled('Heading3')).toContain('Gäster')
    const guests = (await app.call('meetings.show', { which: 'latest' })).participants.slice(31)
    expect(guests.map((one) => [one.name, one.organisation, one.items])).toEqual([
      ['Cecilia Leiram', 'Business Sweden', '4'],
      ['Joakim Karlsson', 'Almi Invest', '4'],
    ])
  })

  it('lose the leaked page number only on consent', async () => {
    app = newApp()
    id = await readIn(app)
    const text = async () => (await paragraphs()).map((one) => one.text.replaceAll('\u00a0', ' ')).join('\n')
    expect(await text()).toContain('och 1 frågor lyftes')
    await accept('page-number-in-text')
    expect(await text()).toContain('och frågor lyftes')
    expect(checkDocument(await exported(app, id))).toEqual([])
  })
})
