/** Workbooks as spreadsheets write them, and as nobody should. */
import { joinParts, packPart } from '#core/word/zip-writer.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (rows: readonly (readonly [id: string, type: string, target: string])[]) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${related}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const strings = ['Namn', 'Titel', 'Mobil', 'Från', 'E-post', 'Ada Test', 'chef', 'ada@prov.example']
const shared = `<sst xmlns="${main}">${strings.map((text) => `<si><t>${text}</t></si>`).join('')}<si><r><t>Bo </t></r><r><t>&amp; Prov</t></r><rPh sb="0" eb="1"><t>BO</t></rPh></si></sst>`
const styles = `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`
const sheet = (rows: string) => `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`
const contacts = sheet(`
<row r="1">${strings
  .slice(0, 5)
  .map((_, at) => `<c r="${'ABCDE'[at]}1" t="s"><v>${at}</v></c>`)
  .join('')}</row>
<row r="2"><c r="A2" t="s"><v>5</v></c><c r="B2" t="s"><v>6</v></c><c r="C2"><v>4.68123456E8</v></c><c r="D2" s="1"><v>47609</v></c><c r="E2" t="str"><f>1+1</f><v>ada@prov.example</v></c></row>
<row r="3"/><row r="900000"><c r="A900000" t="s"><v>8</v></c><c r="D900000" s="2"><v>47609.5</v></c><c r="E900000" t="e"><v>#N/A</v></c></row>`)

/** A sheet of one's own: rows of cells as XML, merged ranges, formats of numbers (styles from 1), days from 1904. */
type Own = { rows: string; merged?: readonly string[]; formats?: readonly string[]; from1904?: boolean }

export function ownWorkbook({ rows, merged = [], formats = [], from1904 = false }: Own): Buffer {
  const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  const numFmts = formats.map((code, at) => `<numFmt numFmtId="${at + 200}" formatCode="${xml(code)}"/>`).join('')
  const xfs = formats.map((_, at) => `<xf numFmtId="${at + 200}"/>`).join('')
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  return joinParts([
    packPart('_rels/.rels', relations([['rId1', 'officeDocument', 'xl/workbook.xml']])),
    packPart(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${related}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    packPart(
      'xl/_rels/workbook.xml.rels',
      relations([
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'styles', 'styles.xml'],
      ]),
    ),
    packPart(
      'xl/styles.xml',
      `<styleSheet xmlns="${main}"><numFmts>${numFmts}</numFmts><cellXfs><xf numFmtId="0"/>${xfs}</cellXfs></styleSheet>`,
    ),
    packPart(
      'xl/worksheets/sheet1.xml',
      `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`,
    ),
  ])
}

/** A cell of words. */
export const said = (reference: string, text: string) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`
/** A cell of a number in a style. */
export const figured = (reference: string, value: number, style = 0) =>
  `<c r="${reference}" s="${style}"><v>${value}</v></c>`

type Bomb = 'size' | 'ratio' | 'doctype' | 'wide' | 'no-sheets'

/** Three sheets, the first hidden. */
export function workbookBytes({ bomb }: { bomb?: Bomb } = {}): Buffer {
  const chosen =
    bomb === 'ratio'
      ? sheet(`<row><c><v>${'1'.repeat(2_000_000)}</v></c></row>`)
      : bomb === 'doctype'
        ? `<!DOCTYPE x [<!ENTITY a "aaaa">]>${contacts}`
        : bomb === 'wide'
          ? sheet('<row r="1"><c r="XFD1" t="inlineStr"><is><t>Namn</t></is></c></row>')
          : contacts
  const listed =
    bomb === 'no-sheets'
      ? ''
      : '<sheet name="Dold" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Kontakter" sheetId="2" r:id="rId2"/><sheet name="Andra" sheetId="3" r:id="rId3"/>'
  const parts = [
    packPart('_rels/.rels', relations([['rId1', 'officeDocument', 'xl/workbook.xml']])),
    packPart('xl/workbook.xml', `<workbook xmlns="${main}" xmlns:r="${related}"><sheets>${listed}</sheets></workbook>`),
    packPart(
      'xl/_rels/workbook.xml.rels',
      relations([
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'worksheet', '/xl/worksheets/sheet2.xml'],
        ['rId3', 'worksheet', 'worksheets/sheet3.xml'],
        ['rId4', 'sharedStrings', 'sharedStrings.xml'],
        ['rId5', 'styles', 'styles.xml'],
      ]),
    ),
    packPart('xl/worksheets/sheet1.xml', sheet('')),
    packPart('xl/worksheets/sheet2.xml', chosen),
    packPart('xl/worksheets/sheet3.xml', sheet('<row><c t="inlineStr"><is><t>Ce Prov</t></is></c></row>')),
    packPart('xl/sharedStrings.xml', shared),
    packPart('xl/styles.xml', styles),
  ]
  if (bomb === 'size') {
    const lying = parts[4]
    if (lying !== undefined) parts[4] = { ...packPart('xl/worksheets/sheet2.xml', 'a'.repeat(60_000)), size: 100 }
  }
  return joinParts(parts)
}
