/** From what a person gives, pasted or as a file, to the text that is kept. */
import { maxImportText } from '#contract/envelope.ts'
import { KansliError } from '#contract/errors.ts'
import type { DocumentNote, SourceFormat } from '#contract/sources.ts'
import { cleanText, decodeText } from '#core/import/decode.ts'
import { normalLines } from '#core/imports/text.ts'
import type { StatedPublication } from '#core/reading/publication.ts'
import { wordText } from './docx-text.ts'
import { htmlText } from './html-text.ts'

export type GivenText = {
  text: string
  format: SourceFormat
  encoding: string
  notes: DocumentNote[]
  /** The document's own title; null when it has none. */
  title: string | null
  /** When a page says, beside its text, that it was made public and changed. */
  published: StatedPublication | null
}

const mostBytes = 21_000_000

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04

/** The encoding that a page names for itself, where it does so within the first bytes; null when it names none that is known. */
function namedEncoding(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const name = /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start)?.[1]
  if (name === undefined) return null
  try {
    return new TextDecoder(name).encoding
  } catch {
    return null
  }
}

const looksLikePage = (text: string) =>
  /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(text.slice(0, 4000))

function pageText(bytes: Uint8Array): { text: string; encoding: string } {
  const marked =
    (bytes[0] === 0xef && bytes[1] === 0xbb) ||
    (bytes[0] === 0xff && bytes[1] === 0xfe) ||
    (bytes[0] === 0xfe && bytes[1] === 0xff)
  const named = marked ? null : namedEncoding(bytes)
  // A page that names an eight-bit encoding and is UTF-8 all the same is what it is.
  const { text, encoding } = decodeText(bytes)
  if (named === null || named === 'utf-8' || encoding === 'utf-8' || named.startsWith('utf-16'))
    return { text, encoding }
  return { text: new TextDecoder(named).decode(bytes), encoding: named }
}

function settled(given: { text: string; notes: DocumentNote[] }): { text: string; notes: DocumentNote[] } {
  const { text, replaced } = cleanText(given.text)
  const notes =
    replaced === 0
      ? given.notes
      : [...given.notes, { code: 'replaced' as const, count: replaced, kept: true, quotes: [] }]
  if (text.length > maxImportText) throw new KansliError('import.too-large', { limit: maxImportText })
  const lines = normalLines(text)
  if (lines.trim() === '') throw new KansliError('source.empty')
  return { text: lines, notes }
}

/** Errors: import.not-text, import.too-large, word.not-docx, word.unsafe, source.unsafe, source.empty. */
export function givenText(given: { text: string } | { base64: string; name?: string | undefined }): GivenText {
  if ('text' in given)
    return {
      ...settled({ text: given.text, notes: [] }),
      format: 'paste',
      encoding: 'pasted',
      title: null,
      published: null,
    }
  const bytes = Buffer.from(given.base64, 'base64')
  if (bytes.length > mostBytes) throw new KansliError('import.too-large', { limit: mostBytes })
  if (isZip(bytes)) {
    const { title, ...rest } = wordText(bytes)
    return { ...settled(rest), format: 'docx', encoding: 'docx', title, published: null }
  }
  if (bytes.toString('latin1', 0, 8).startsWith('{\\rtf')) throw new KansliError('import.not-text')
  const named = /\.x?html?$/i.test(given.name ?? '')
  const { text, encoding } = named ? pageText(bytes) : decodeText(bytes)
  if (named || looksLikePage(text)) {
    const source = named ? { text, encoding } : pageText(bytes)
    const { title, published, ...rest } = htmlText(source.text)
    return { ...settled(rest), format: 'html', encoding: source.encoding, title, published }
  }
  return { ...settled({ text, notes: [] }), format: 'txt', encoding, title: null, published: null }
}
