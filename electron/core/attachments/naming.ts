/**
 * Whether a file that somebody attached names a person. Runs where files from outside are opened: no word of the file
 * leaves, only the answer.
 */
import { KansliError } from '#contract/errors.ts'
import { htmlText } from '#core/sources/html-text.ts'
import { decodeText } from '#core/import/decode.ts'
import { readXml } from '#core/word/xml-reader.ts'
import { finder } from '#core/privacy/naming-places.ts'
import { openZip, type ZipArchive } from '#core/word/zip.ts'

/** What is looked for: forms stand anywhere, parts only as words of their own. */
export type NamingInput = { base64: string; fileName: string; forms: readonly string[]; parts: readonly string[] }

export type Naming = {
  names: boolean
  /** All words of the file could be read. Where not, only what stands in its bytes as they are was found. */
  whole: boolean
}

/** Elements of office documents that end a run of words; within them a name may be cut into several pieces. */
const breaks = new Set(['p', 'h', 'si', 'c', 'is', 'br', 'tab', 'cr', 'line-break', 'table-cell', 'comment', 'text'])

/** The words of one part: those between its tags, and after them those in its tags (authors, titles). */
function partWords(name: string, bytes: Buffer): string {
  const between: string[] = []
  const inside: string[] = []
  const end = (element: string) => void (breaks.has(element) && between.push('\n'))
  readXml(name, bytes, {
    open(element) {
      end(element.name)
      for (const value of Object.values(element.attributes)) if (/\p{L}{3}/u.test(value)) inside.push(value)
    },
    close: (element) => end(element.name),
    text: (text) => void between.push(text),
  })
  return [between.join(''), ...inside].join('\n')
}

const isMarkup = (name: string) => /\.(?:xml|rels|vml|x?html?)$/i.test(name)
const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
/** Parts of office documents that hold no words of theirs: pictures, typefaces, settings of printers. */
const wordless = /\.(?:png|jpe?g|gif|emf|wmf|tiff?|svgz?|ico|bmp|webp|ttf|otf|odttf|fntdata)$|printerSettings\d*\.bin$/i

/** Null for a part that holds words which cannot be read. */
function readPart(archive: ZipArchive, name: string): string | null {
  try {
    if (isMarkup(name)) return partWords(name, archive.read(name))
    if (/\.(?:txt|csv)$|^mimetype$/i.test(name)) return decodeText(archive.read(name)).text
    return wordless.test(name) ? '' : null
  } catch (error) {
    if (error instanceof KansliError) return null
    throw error
  }
}

function archiveWords(bytes: Buffer): { text: string; whole: boolean } {
  const archive = openZip(bytes)
  const parts = archive.names.map((name) => ({ name, words: readPart(archive, name) }))
  return {
    text: parts.flatMap(({ name, words }) => (words === null ? [name] : [name, words])).join('\n'),
    whole: parts.every(({ words }) => words !== null),
  }
}

/** The text of a file that is text; null when it is not. @throws KansliError from the readers */
function wordsOf(bytes: Buffer, fileName: string): { text: string; whole: boolean } | null {
  if (isZip(bytes)) return archiveWords(bytes)
  // These are made of bytes, whatever they may look like; and what mail encodes is not undone here.
  if (/\.(?:pdf|rtf|docm?|xls[bm]?|ppt[m]?|msg|eml)$/i.test(fileName) || bytes.toString('latin1', 0, 5) === '%PDF-')
    return null
  const { text } = decodeText(bytes)
  if (/\.x?html?$/i.test(fileName)) return { text: `${text}\n${htmlText(text).text}`, whole: true }
  // Calendars and cards break a long line anywhere, and begin the rest with a space.
  return { text: `${text}\n${text.replace(/\r?\n[ \t]/gu, '')}`, whole: true }
}

/** One space between words, no hyphens that only a line's end shows. */
const even = (text: string) =>
  text
    .normalize('NFC')
    .replace(/\u00ad/gu, '')
    .replace(/\s+/gu, ' ')

/** Forms as they stand in bytes, in the encodings in which programs keep words. */
function standsInBytes(bytes: Buffer, forms: readonly string[]): boolean {
  return forms.some((form) =>
    (['utf8', 'latin1', 'utf16le'] as const).some((encoding) => bytes.includes(Buffer.from(form, encoding))),
  )
}

/** Looks into one file. Never throws for what the file is: one that cannot be read is not whole. */
export function namingIn({ base64, fileName, forms, parts }: NamingInput): Naming {
  const bytes = Buffer.from(base64, 'base64')
  const raw = standsInBytes(bytes, [...forms, ...parts])
  try {
    const found = wordsOf(bytes, fileName)
    if (found === null) return { names: raw, whole: false }
    const text = even(found.text)
    const names = finder(forms, parts)(text).length > 0
    return { names: names || (!found.whole && raw), whole: found.whole }
  } catch (error) {
    if (!(error instanceof KansliError)) throw error
    return { names: raw, whole: false }
  }
}
