import { beforeAll, describe, expect, it } from 'vitest'
import english from '#assets/locales/en/word.json' with { type: 'json' }
import swedish from '#assets/locales/sv/word.json' with { type: 'json' }
import type { MeetingJson } from '#contract/minutes.ts'
import { checkDocument } from '#core/word/check.ts'
import { findingChecks } from '#core/word/check-view.ts'
import type { FindingCode } from '#core/word/check-view.ts'
import { build, doctor, fixture, item, person, settledNotes } from './helpers.ts'

const meeting = fixture('protocol')
let bytes: Uint8Array
beforeAll(async () => {
  bytes = (await build(meeting)).bytes
})

type Change = (xml: string) => string
type Doctored = {
  code: FindingCode
  how: string
  parts: Readonly<Record<string, Change>>
  expected?: MeetingJson | null
}

const swap =
  (from: string | RegExp, to: string): Change =>
  (xml) =>
    xml.replace(from, to)
const body = (from: string | RegExp, to: string) => ({ 'word/document.xml': swap(from, to) })
const styles = (from: string | RegExp, to: string) => ({ 'word/styles.xml': swap(from, to) })
const paragraph = (text: string, properties = '') =>
  body('<w:sectPr>', `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p><w:sectPr>`)
const picture = (place: 'inline' | 'anchor', attributes: string) =>
  body(
    '<w:sectPr>',
    `<w:p><w:r><w:drawing><wp:${place}><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="Bild 1"${attributes}/></wp:${place}></w:drawing></w:r></w:p><w:sectPr>`,
  )

/** One document for each code, broken in that one way. */
const doctored: readonly Doctored[] = [
  {
    code: 'heading1-count',
    how: 'a second title',
    parts: paragraph('Titel', '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'),
  },
  {
    code: 'heading-level-skipped',
    how: 'a third level under the first',
    parts: body(
      /<w:p><w:pPr><w:pStyle w:val="Rubrik2Onumrerad"\/><\/w:pPr>/,
      '<w:p><w:pPr><w:pStyle w:val="Heading3"/></w:pPr>',
    ),
  },
  { code: 'item-heading-missing', how: 'a title rewritten', parts: body('Övriga frågor', 'Något annat') },
  {
    code: 'item-number-wrong',
    how: 'another start',
    parts: { 'word/numbering.xml': swap('<w:startOverride w:val="45"/>', '<w:startOverride w:val="44"/>') },
  },
  { code: 'style-outline', how: 'a heading style without level', parts: styles('<w:outlineLvl w:val="1"/>', '') },
  {
    code: 'style-numbering',
    how: 'a heading style without numbering',
    parts: styles('<w:numPr><w:numId w:val="1"/></w:numPr>', ''),
    expected: null,
  },
  {
    code: 'heading-typed-number',
    how: '§ typed',
    parts: body('>Övriga frågor', '>§ 48 Övriga frågor'),
    expected: null,
  },
  { code: 'language-missing', how: 'no language', parts: styles(/<w:lang [^>]*\/>/, '') },
  { code: 'language-unsuited', how: 'Danish', parts: styles('w:val="sv-SE"', 'w:val="da-DK"') },
  {
    code: 'language-american',
    how: 'an American run',
    parts: body('<w:r><w:t', '<w:r><w:rPr><w:lang w:val="en-US"/></w:rPr><w:t'),
  },
  {
    code: 'language-foreign',
    how: 'an English title untagged',
    parts: paragraph('Boken ”The way to better care” lästes.'),
  },
  {
    code: 'title-empty',
    how: 'no title',
    parts: { 'docProps/core.xml': swap(/<dc:title>.*<\/dc:title>/, '<dc:title/>') },
  },
  {
    code: 'author-missing',
    how: 'no author',
    parts: { 'docProps/core.xml': swap(/<dc:creator>.*<\/dc:creator>/, '<dc:creator> </dc:creator>') },
  },
  {
    code: 'author-unnamed',
    how: 'an author that is no name',
    parts: { 'docProps/core.xml': swap(/<dc:creator>.*<\/dc:creator>/, '<dc:creator>Okänd</dc:creator>') },
  },
  {
    code: 'saver-missing',
    how: 'nobody who saved it',
    parts: { 'docProps/core.xml': swap(/<cp:lastModifiedBy>.*<\/cp:lastModifiedBy>/, '') },
  },
  {
    code: 'saver-unnamed',
    how: 'the library’s default',
    parts: {
      'docProps/core.xml': swap(
        /<cp:lastModifiedBy>.*<\/cp:lastModifiedBy>/,
        '<cp:lastModifiedBy>Un-named</cp:lastModifiedBy>',
      ),
    },
  },
  { code: 'status-missing', how: 'no status', parts: { 'docProps/custom.xml': swap('"Dokumentstatus"', '"Annat"') } },
  { code: 'paragraph-empty', how: 'an empty paragraph', parts: body('<w:sectPr>', '<w:p/><w:sectPr>') },
  { code: 'spaces-double', how: 'two spaces', parts: paragraph('två  mellanslag') },
  {
    code: 'tab-stray',
    how: 'a tab in text',
    parts: body('<w:sectPr>', '<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p><w:sectPr>'),
  },
  { code: 'table-header', how: 'no header row', parts: body('<w:tblHeader/>', '') },
  { code: 'table-look', how: 'no first row in the look', parts: body('w:firstRow="1"', 'w:firstRow="0"') },
  {
    code: 'table-merged',
    how: 'a merged cell',
    parts: body(/(<w:tc><w:tcPr><w:tcW [^>]*\/>)/, '$1<w:gridSpan w:val="2"/>'),
  },
  { code: 'table-cell-empty', how: 'an empty cell', parts: body('>Förvaltningen<', '><') },
  {
    code: 'table-style',
    how: 'a style that is not there',
    parts: body('<w:tblStyle w:val="Tabell"/>', '<w:tblStyle w:val="Finns-inte"/>'),
  },
  { code: 'picture-alt', how: 'no alternative text', parts: picture('inline', '') },
  { code: 'picture-floating', how: 'a floating picture', parts: picture('anchor', ' descr="En bild"') },
  { code: 'first-page-missing', how: 'no first page of its own', parts: body('<w:titlePg/>', '') },
  { code: 'header-missing', how: 'no header', parts: body(/<w:headerReference w:type="default"[^>]*\/>/, '') },
  { code: 'footer-missing', how: 'no footer', parts: body(/<w:footerReference w:type="first"[^>]*\/>/, '') },
  {
    code: 'page-field-missing',
    how: 'no number of pages',
    parts: { 'word/footer1.xml': swap('>NUMPAGES<', '>DATE<') },
  },
  {
    code: 'page-number-literal',
    how: 'a typed number beside the fields',
    parts: { 'word/footer1.xml': swap('Utkast – ej justerat', 'Sida 3') },
  },
  { code: 'quote-wrong', how: 'a straight mark', parts: paragraph('sa &quot;ja&quot; då') },
  { code: 'interval-hyphen', how: 'a hyphen', parts: paragraph('se punkt 3-5 i planen') },
  { code: 'not-nfc', how: 'a loose ring', parts: paragraph('a\u030angström') },
  {
    code: 'line-rule',
    how: 'a line height without rule',
    parts: styles('w:line="276" w:lineRule="auto"', 'w:line="276"'),
  },
  {
    code: 'page-number-in-text',
    how: 'a page number inside a sentence',
    parts: paragraph('tre departement och 1 frågor lyftes'),
  },
  { code: 'participant-missing', how: 'a name gone', parts: body('Greta Mallgren, ekonom', 'Någon, ekonom') },
  {
    code: 'participant-order',
    how: 'two names that changed places',
    parts: {
      'word/document.xml': (xml) =>
        xml
          .replace('Asta Påhittsson (X), ordförande', '#')
          .replace('Bertil Exempelgren (Y), vice ordförande', 'Asta Påhittsson (X), ordförande')
          .replace('#', 'Bertil Exempelgren (Y), vice ordförande'),
    },
  },
  {
    code: 'participant-number',
    how: 'a number that the list does not have',
    parts: paragraph('x'),
    expected: {
      ...meeting,
      participants: meeting.participants.map((one, index) => (index === 0 ? { ...one, listNumber: 7 } : one)),
    },
  },
  { code: 'participant-count', how: 'a wrong count in a sentence', parts: paragraph('På mötet var 9 närvarande.') },
  { code: 'text-missing', how: 'a sentence gone', parts: body('Förvaltningen återkommer om mallen.', 'Slut.') },
]

describe('the checker', () => {
  it('finds nothing in the sound document', () => {
    expect(checkDocument(bytes, meeting)).toEqual([])
    expect(checkDocument(bytes)).toEqual([])
  })

  it.each(doctored)('finds $code, and that alone, in a document with $how', ({ code, parts, expected = meeting }) => {
    const findings = checkDocument(doctor(bytes, parts), expected)
    expect([...new Set(findings.map((finding) => finding.code))]).toEqual([code])
    expect(findings[0]?.check).toBe(findingChecks[code])
    expect(findings[0]?.where).not.toBe('')
  })

  it('has a document against every code it knows, and a sentence in both languages', () => {
    const codes = Object.keys(findingChecks).sort()
    expect(doctored.map(({ code }) => code).sort()).toEqual(codes)
    // What tells of somebody's health is found in the meeting, and a version that comes out otherwise by its hash.
    const sentences = [...codes, 'approved-differs', 'health-told'].sort()
    expect(Object.keys(swedish).sort()).toEqual(sentences)
    expect(Object.keys(english).sort()).toEqual(sentences)
    for (const sentence of [...Object.values(swedish), ...Object.values(english)])
      expect(sentence).toContain('{{where}}')
  })

  it('lets stand what only looks wrong', () => {
    const fine: readonly Readonly<Record<string, Change>>[] = [
      paragraph('Mötet den 2021-11-10, dnr KN2021/12-3 och tel. 08-123 45 67, klart 1 oktober. Det tar 1 timme.'),
      paragraph('2022 års budget', '<w:pPr><w:pStyle w:val="Rubrik2Onumrerad"/></w:pPr>'),
      picture('inline', ' descr="Karta: sju personer"'),
      body(
        '<w:sectPr>',
        '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Linje"><a:decorative xmlns:a="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></wp:docPr></wp:inline></w:drawing></w:r></w:p><w:sectPr>',
      ),
      {
        'word/footer1.xml': swap(
          '<w:fldChar w:fldCharType="separate"/></w:r>',
          '<w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r>',
        ),
      },
      body('<w:tblHeader/>', '<w:tblHeader w:val="true"/>'),
    ]
    for (const parts of fine) expect(checkDocument(doctor(bytes, parts), meeting)).toEqual([])
  })

  it('knows headings by the name of their style, whatever its id', () => {
    const renamed = doctor(bytes, {
      'word/document.xml': (xml) => xml.replaceAll('"Heading', '"Rubrik'),
      'word/styles.xml': (xml) => xml.replaceAll('"Heading', '"Rubrik'),
    })
    expect(checkDocument(renamed, meeting)).toEqual([])
  })

  it('counts participants in a table as well as in a list', async () => {
    const people = [person('Prov Ason', { listNumber: 1 }), person('Prov Bson', { listNumber: 2 })]
    const plain = { ...settledNotes(), participants: [], items: [item('1', 'Punkt')] }
    const made = await build(plain)
    const row = (name: string) => `<w:tr><w:tc><w:tcPr/><w:p><w:r><w:t>${name}</w:t></w:r></w:p></w:tc></w:tr>`
    const table = `<w:tbl><w:tblPr><w:tblStyle w:val="Tabell"/><w:tblLook w:firstRow="1"/></w:tblPr>${row('Namn').replace('<w:tr>', '<w:tr><w:trPr><w:tblHeader/></w:trPr>')}`
    const order = (...names: string[]) =>
      checkDocument(doctor(made.bytes, body('<w:sectPr>', `${table}${names.map(row).join('')}</w:tbl><w:sectPr>`)), {
        ...plain,
        participants: people,
      })
    expect(order('Prov Ason', 'Prov Bson')).toEqual([])
    expect(order('Prov Bson', 'Prov Ason').map((finding) => finding.code)).toEqual(['participant-order'])
    expect(order('Prov Bson').map((finding) => finding.code)).toEqual(['participant-missing'])
  })
})
