/**
 * Everything of a document but its words: package, settings, styles, page, header and footer. Made once for
 * each language with the `docx` library, which is loaded when the first document is asked for.
 */
import { openZip } from './zip.ts'
import { packPart } from './zip-writer.ts'
import type { PackedPart } from './zip-writer.ts'
import { escapeXml } from './sanitise.ts'
import { stylesXml } from './styles.ts'
import { documentTexts } from './texts.ts'
import type { Language } from './typography.ts'

export const languageTag: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' }

/** Values that differ between documents; each goes into header, footer or properties. */
export const slots = [
  'office',
  'headLine',
  'runningHead',
  'status',
  'title',
  'dnr',
  'statusProperty',
  'meetingId',
  'date',
] as const
export type SlotName = (typeof slots)[number]

export type Skeleton = {
  /** Parts that are the same in every document, packed. */
  fixed: readonly PackedPart[]
  /** Parts with places for values. */
  filled: readonly { name: string; fill(values: Readonly<Record<SlotName, string>>): string }[]
  /** What stands before and after the words in document.xml and numbering.xml. */
  document: { name: string; head: string; tail: string }
  numbering: { name: string; head: string; tail: string }
}

// Private-use characters: sanitised text may hold them too, but it is put in after the split.
const mark = (slot: SlotName) => `\ue000${slot}\ue001`

const cache = new Map<Language, Promise<Skeleton>>()

/** The skeleton for a language. The first call loads the library (some 100 ms), later ones are free. */
export function skeletonFor(language: Language): Promise<Skeleton> {
  const known = cache.get(language)
  if (known !== undefined) return known
  const made = makeSkeleton(language)
  cache.set(language, made)
  made.catch(() => cache.delete(language))
  return made
}

async function makeSkeleton(language: Language): Promise<Skeleton> {
  const archive = openZip(await libraryDocument(language))
  const text = (name: string) => archive.read(name).toString('utf8')
  const documentXml = text('word/document.xml')
  const numberingXml = text('word/numbering.xml')
  const fixed: PackedPart[] = []
  const filled: Skeleton['filled'][number][] = []
  // The list of content types comes first: readers that stream look for it there.
  const names = [...archive.names].sort(
    (a, b) => Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml'),
  )
  for (const name of names) {
    if (name === 'word/document.xml' || name === 'word/numbering.xml' || isUnused(name)) continue
    const xml = complete(name, text(name), language)
    if (xml.includes('\ue000')) filled.push({ name, fill: slotFiller(xml) })
    else fixed.push(packPart(name, xml))
  }
  return {
    fixed,
    filled,
    document: {
      name: 'word/document.xml',
      head: documentXml.slice(0, documentXml.indexOf('<w:body>') + '<w:body>'.length),
      tail: documentXml.slice(documentXml.indexOf('<w:sectPr>')),
    },
    numbering: {
      name: 'word/numbering.xml',
      head: numberingXml.slice(0, numberingXml.indexOf('<w:abstractNum ')),
      tail: '</w:numbering>',
    },
  }
}

/** Minutes have no notes, and the parts that only they need are left out, with lists of no relations. */
const unusedParts = /^word\/(?:footnotes|endnotes)\.xml$|^word\/_rels\/(?!document)/
const isUnused = (name: string) => unusedParts.test(name)
const unusedMention = /<(?:Override|Relationship) [^>]*(?:footnotes|endnotes)\.xml"[^>]*\/>/g
const unusedDefault = /<Default [^>]*Extension="(?!rels|xml)\w+"[^>]*\/>/g

/** Adds what the library has no words for, and keeps its own style sheet out. */
function complete(name: string, xml: string, language: Language): string {
  const tag = languageTag[language]
  if (name === 'word/styles.xml') return stylesXml(tag)
  if (name === 'word/_rels/document.xml.rels') return xml.replace(unusedMention, '')
  if (name === '[Content_Types].xml') return xml.replace(unusedMention, '').replace(unusedDefault, '')
  if (name === 'word/settings.xml') return xml.replace('</w:compat>', `</w:compat><w:themeFontLang w:val="${tag}"/>`)
  if (name !== 'docProps/core.xml') return xml
  return xml
    .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${mark('date')}`)
    .replace('</cp:coreProperties>', `<dc:language>${tag}</dc:language></cp:coreProperties>`)
}

function slotFiller(xml: string): (values: Readonly<Record<SlotName, string>>) => string {
  const pieces = xml.split(/\ue000(\w+)\ue001/)
  return (values) =>
    // Odd pieces are names of slots, because the pattern captures them.
    pieces.map((piece, index) => (index % 2 === 0 ? piece : escapeXml(values[piece as SlotName]))).join('')
}

async function libraryDocument(language: Language): Promise<Uint8Array> {
  const { Document, Footer, Header, Packer, PageNumber, Paragraph, Tab, TextRun } = await import('docx')
  const texts = documentTexts(language)
  const head = (...lines: InstanceType<typeof Paragraph>[]) => new Header({ children: lines })
  // A footer object belongs to one place, so each of the two is made anew.
  const foot = () =>
    new Footer({
      children: [
        new Paragraph({
          style: 'Footer',
          children: [
            new TextRun({ children: [mark('status'), new Tab(), `${texts.page} `, PageNumber.CURRENT] }),
            new TextRun({ children: [` ${texts.pageOf} `, PageNumber.TOTAL_PAGES] }),
          ],
        }),
      ],
    })
  const line = (slot: SlotName, bold: boolean) =>
    new Paragraph({ style: 'Header', children: [new TextRun({ text: mark(slot), ...(bold ? { bold } : {}) })] })
  const margin = 1418
  return Packer.toBuffer(
    new Document({
      title: mark('title'),
      creator: mark('office'),
      lastModifiedBy: mark('office'),
      customProperties: [
        { name: 'Diarienummer', value: mark('dnr') },
        { name: 'Dokumentstatus', value: mark('statusProperty') },
        { name: 'KansliMoteId', value: mark('meetingId') },
      ],
      compatibility: { version: 15 },
      hyphenation: { autoHyphenation: true, hyphenationZone: 425 },
      sections: [
        {
          properties: {
            titlePage: true,
            page: {
              size: { width: 11906, height: 16838 },
              margin: { top: margin, right: margin, bottom: margin, left: margin },
            },
          },
          headers: {
            first: head(line('office', true), line('headLine', false)),
            default: head(line('runningHead', false)),
          },
          footers: { first: foot(), default: foot() },
          children: [],
        },
      ],
    }),
  )
}
