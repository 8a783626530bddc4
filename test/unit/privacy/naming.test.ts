/** Files of meetings that name somebody: found in every kind that holds words, and what cannot be read is said. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { namingIn } from '#core/attachments/naming.ts'
import { joinParts, packPart } from '#core/word/zip-writer.ts'
import { newApp, type TestApp } from '../../helpers/app.ts'
import { build, fixture } from '../word/helpers.ts'

const name = 'Qvintilia Påhittadotter'
const turned = 'Påhittadotter, Qvintilia'
const look = (fileName: string, bytes: Buffer | Uint8Array) =>
  namingIn({ base64: Buffer.from(bytes).toString('base64'), fileName, forms: [name, turned], parts: ['Påhittadotter'] })
const zip = (parts: Record<string, string>) =>
  Buffer.from(joinParts(Object.entries(parts).map(([part, words]) => packPart(part, words))))
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const latin = (text: string) => Buffer.from(text, 'latin1')

describe('a file that names somebody', () => {
  it.each<[string, string, Buffer]>([
    ['text in UTF-8', 'a.txt', Buffer.from(`Närvarande: ${name}`)],
    ['text in UTF-16', 'a.txt', Buffer.from(`\ufeffNärvarande: ${name}`, 'utf16le')],
    ['text in Windows-1252', 'a.csv', latin(`namn;roll\r\n${turned};ledamot`)],
    ['text where a line breaks inside the name', 'a.txt', Buffer.from('Qvintilia\r\nPåhittadotter')],
    ['a decomposed å', 'a.txt', Buffer.from(name.normalize('NFD'))],
    ['the family name alone, with a genitive’s s', 'a.txt', Buffer.from('Enligt Påhittadotters förslag')],
    ['a page with the name in pieces', 'a.html', Buffer.from('<p>Qvintilia <b>Påhitta</b>dotter</p>')],
    ['a calendar with a broken line', 'a.ics', Buffer.from('ATTENDEE;CN=Qvintilia Påhit\r\n tadotter:mailto:q@x')],
    [
      'Word with the name in pieces',
      'a.docx',
      zip({
        'word/document.xml': `<w:document ${w}><w:p><w:r><w:t>Qvintilia </w:t></w:r><w:r w:rsidR="00AB12CD"><w:t>Påhitta</w:t></w:r><w:r><w:t>dotter</w:t></w:r></w:p></w:document>`,
      }),
    ],
    ['Word with the name as an author', 'a.docx', zip({ 'word/comments.xml': `<w:c ${w} w:author="${name}"/>` })],
    [
      'a workbook',
      'a.xlsx',
      zip({ 'xl/sharedStrings.xml': `<sst><si><t>Namn</t></si><si><t>${turned}</t></si></sst>` }),
    ],
    [
      'OpenDocument',
      'a.odt',
      zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': `<a>${name}</a>` }),
    ],
  ])('is found: %s', (_what, file, bytes) => {
    expect(look(file, bytes)).toEqual({ names: true, whole: true })
  })

  it.each<[string, string, Buffer]>([
    ['a PDF with plain words', 'a.pdf', Buffer.concat([latin('%PDF-1.4\n('), latin(name), latin(') Tj')])],
    ['an old Word file', 'a.doc', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from(name, 'utf16le')])],
    ['an archive with another inside', 'a.zip', zip({ 'inre.zip': 'PK', 'a.txt': name })],
    ['Word with one damaged part', 'a.docx', zip({ 'word/a.xml': `<a>${name}</a>`, 'word/b.xml': '<a>' })],
  ])('is found as far as its words can be read, and is not said to be read whole: %s', (_what, file, bytes) => {
    expect(look(file, bytes)).toEqual({ names: true, whole: false })
  })
})

describe('a file that does not', () => {
  it.each<[string, string, Buffer | Uint8Array]>([
    ['others of a similar name', 'a.txt', Buffer.from('Qvintus Påhittadottersson och Qvintilia Påhittad')],
    ['no words', 'a.txt', Buffer.from(' ')],
  ])('is said not to: %s', (_what, file, bytes) => {
    expect(look(file, bytes)).toEqual({ names: false, whole: true })
  })

  it('is said not to: the program’s own documents, which are read whole', async () => {
    expect(look('a.docx', (await build(fixture('notes'))).bytes)).toEqual({ names: false, whole: true })
  })

  it.each<[string, string, Buffer]>([
    ['a PDF', 'a.pdf', latin('%PDF-1.7\nstream')],
    ['a picture', 'a.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3])],
    ['a damaged archive', 'a.docx', latin('PK\u0003\u0004 och så')],
    ['mail, whose letters are encoded', 'a.eml', latin('Subject: =?utf-8?q?M=C3=B6te?=')],
  ])('is said not to be readable whole: %s', (_what, file, bytes) => {
    expect(look(file, bytes)).toEqual({ names: false, whole: false })
  })
})

/** An entry of the person, from a list of people. */
async function known(app: TestApp): Promise<{ id: string }> {
  const { id: meetingId } = await app.call('meetings.create', {
    title: 'Annat',
    kind: 'protokoll',
    date: null,
    body: null,
  })
  const nothing = { capacity: null, organisation: null, group: null, items: null }
  await app.call('attendance.add', { meetingId, name, status: 'present', mode: 'room', ...nothing })
  const { rows } = await app.call('register.list', { kind: 'person' })
  return { id: rows.find((row) => row.name === name)?.id ?? '' }
}

async function meetingWith(app: TestApp, files: Record<string, Buffer>): Promise<Map<string, string>> {
  const { id } = await app.call('meetings.create', { title: 'Prov', kind: 'protokoll', date: '2030-05-06', body: null })
  const ids = new Map<string, string>()
  for (const [fileName, bytes] of Object.entries(files)) {
    const input = { meetingId: id, itemId: null, fileName, base64: bytes.toString('base64') }
    ids.set(fileName, (await app.call('attachments.add', input)).id)
  }
  return ids
}

/** Whether the words of the text file are in the workspace, its log or its copies. */
function isStored(app: TestApp): boolean {
  return readdirSync(app.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .some((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(files['lista.txt']))
}

const files = {
  'lista.txt': Buffer.from(`Deltagare: ${name}`),
  'karta.txt': Buffer.from('Vägen till salen'),
  'underlag.pdf': latin('%PDF-1.7\nstream'),
}

describe('the files of meetings', () => {
  it('that name a person, and those that nobody can say it of, are in the extract and before an erasure', async () => {
    const app = newApp()
    await meetingWith(app, files)
    const { id } = await known(app)
    const expected = [
      { fileName: 'lista.txt', meeting: 'Prov', names: true, record: false },
      { fileName: 'underlag.pdf', meeting: 'Prov', names: false, record: false },
    ]
    expect((await app.call('privacy.erasurePreview', { id })).files).toMatchObject(expected)
    expect((await app.call('privacy.extract', { id })).files).toMatchObject(expected)
    expect((await app.call('privacy.extract', { name })).files).toMatchObject(expected)
    expect((await app.call('privacy.extract', { name: 'Någon Annan' })).files).toMatchObject(expected.slice(1))
  })

  it('go whole where they are named for it, with their bytes; those that stay are told', async () => {
    const app = newApp()
    const ids = await meetingWith(app, files)
    const { id } = await known(app)
    const erase = (alsoFiles: string[]) =>
      app.call('privacy.erase', { id, mode: 'erase', reason: 'request', language: 'sv', alsoFiles })
    await expect(erase([crypto.randomUUID()])).rejects.toThrow('attachment.not-found')
    expect(isStored(app)).toBe(true)
    const done = await erase([ids.get('lista.txt') ?? ''])
    expect(done.files).toMatchObject([{ fileName: 'underlag.pdf', names: false }])
    expect(isStored(app)).toBe(false)
    const { attachments } = await app.call('attachments.list', { meetingId: done.files[0]?.meetingId ?? '' })
    expect(attachments.map(({ number, fileName }) => `${number} ${fileName}`)).toEqual([
      '1 karta.txt',
      '2 underlag.pdf',
    ])
  })

  it('stay, and are told, where nobody says that they go', async () => {
    const app = newApp()
    await meetingWith(app, files)
    const { id } = await known(app)
    const done = await app.call('privacy.erase', { id, mode: 'erase', reason: 'request', language: 'sv' })
    expect(done.files.map(({ fileName }) => fileName)).toEqual(['lista.txt', 'underlag.pdf'])
    expect(isStored(app)).toBe(true)
  })
})
