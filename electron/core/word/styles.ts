/**
 * The style sheet of every document. Ids are Word's own built-in ones, so that Word shows "Rubrik 1" in
 * Swedish; headings carry their outline level, numbering and space, text is never formatted by hand.
 */
import { headingInstance } from './numbering.ts'

/** Every recipient has it; the application's own face would be replaced silently. */
const font = 'Arial'

type Style = {
  id: string
  name: string
  basedOn?: string
  next?: string
  /** Children of w:pPr in the schema's order. */
  paragraph?: string
  /** Children of w:rPr in the schema's order. */
  run?: string
}

/** Space before and after in twentieths of a point; line height in 240ths of a line, always proportional. */
const space = (before: number, after: number, line = 276) =>
  `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="auto"/>`
const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`
const bold = '<w:b/><w:bCs/>'
const hang = (twips: number) => `<w:ind w:left="${twips}" w:hanging="${twips}"/>`
const number = (instance: number) => `<w:numPr><w:numId w:val="${instance}"/></w:numPr>`
const outline = (level: number) => `<w:outlineLvl w:val="${level}"/>`
/** Six points after a paragraph of running text, an item of a list and a decision alike. */
const paragraphGap = 120
const metadataColumn = 2268
const footerEdge = 9070

const paragraphStyles: readonly Style[] = [
  {
    id: 'Heading1',
    name: 'heading 1',
    next: 'Normal',
    paragraph: `<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/>${space(0, 200, 264)}${outline(0)}`,
    run: bold + size(36),
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    next: 'Normal',
    paragraph: `<w:keepNext/><w:keepLines/>${number(headingInstance)}<w:suppressAutoHyphens/>${space(360, 100, 264)}${outline(1)}`,
    run: bold + size(26),
  },
  {
    id: 'Rubrik2Onumrerad',
    name: 'Rubrik 2 onumrerad',
    basedOn: 'Heading2',
    next: 'Normal',
    paragraph: `${number(0)}<w:ind w:left="0" w:firstLine="0"/>`,
  },
  {
    id: 'Heading3',
    name: 'heading 3',
    next: 'Normal',
    paragraph: `<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/>${space(200, 60, 264)}${outline(2)}`,
    run: bold + size(22),
  },
  {
    id: 'Metadata',
    name: 'Metadata',
    paragraph: `<w:tabs><w:tab w:val="left" w:pos="${metadataColumn}"/></w:tabs>${space(0, 20, 259)}${hang(metadataColumn)}`,
  },
  {
    id: 'Beslut',
    name: 'Beslut',
    paragraph:
      '<w:keepLines/><w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="44546A"/></w:pBdr>' +
      `${space(0, paragraphGap)}<w:ind w:left="284"/><w:contextualSpacing/>`,
  },
  { id: 'ListBullet', name: 'List Bullet', paragraph: `${space(0, paragraphGap)}<w:contextualSpacing/>` },
  { id: 'Quote', name: 'Quote', paragraph: `${space(60, 160)}<w:ind w:left="567" w:right="567"/>` },
  // A table keeps no distance itself.
  { id: 'EfterTabell', name: 'Efter tabell', next: 'Normal', paragraph: space(160, paragraphGap) },
  {
    id: 'ListaEfterTabell',
    name: 'Lista efter tabell',
    basedOn: 'ListBullet',
    next: 'ListBullet',
    paragraph: space(160, paragraphGap),
  },
  { id: 'Deltagare', name: 'Deltagare', paragraph: `<w:keepLines/>${space(0, 0, 252)}` },
  {
    id: 'DeltagareGrupp',
    name: 'Deltagare grupp',
    basedOn: 'Deltagare',
    next: 'Deltagare',
    paragraph: space(130, 0, 252),
  },
  { id: 'Tabellrubrik', name: 'Tabellrubrik', paragraph: `<w:keepNext/>${space(40, 40, 252)}`, run: bold + size(20) },
  { id: 'Tabelltext', name: 'Tabelltext', paragraph: space(40, 40, 252), run: size(20) },
  { id: 'Bildtext', name: 'Bildtext', paragraph: space(60, 160, 252), run: size(20) },
  { id: 'Underskriftsrubrik', name: 'Underskriftsrubrik', paragraph: `<w:keepNext/>${space(200, 0)}` },
  {
    id: 'Underskrift',
    name: 'Underskrift',
    // The line to sign on is the paragraph's own border: nothing to read aloud, nothing to shift.
    paragraph:
      '<w:keepLines/><w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="auto"/></w:pBdr>' +
      `${space(760, 0)}<w:ind w:right="4252"/>`,
  },
  {
    id: 'Header',
    name: 'header',
    paragraph: `<w:tabs><w:tab w:val="right" w:pos="${footerEdge}"/></w:tabs>${space(0, 20, 240)}`,
    run: size(18),
  },
  {
    id: 'Footer',
    name: 'footer',
    paragraph: `<w:tabs><w:tab w:val="right" w:pos="${footerEdge}"/></w:tabs>${space(0, 0, 240)}`,
    run: size(18),
  },
]

/** The whole of styles.xml; `language` is the tag every text without its own inherits. */
export function stylesXml(language: string): string {
  const fonts = `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>`
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}${size(22)}<w:lang w:val="${language}" w:eastAsia="${language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
    `<w:pPrDefault/></w:docDefaults>` +
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>${space(0, paragraphGap)}</w:pPr></w:style>` +
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>' +
    paragraphStyles.map(paragraphStyleXml).join('') +
    tableStyleXml +
    '</w:styles>'
  )
}

function paragraphStyleXml(style: Style): string {
  const custom = /^(Heading\d|ListBullet|Quote|Header|Footer)$/.test(style.id) ? '' : ' w:customStyle="1"'
  return (
    `<w:style w:type="paragraph"${custom} w:styleId="${style.id}"><w:name w:val="${style.name}"/>` +
    `<w:basedOn w:val="${style.basedOn ?? 'Normal'}"/>` +
    (style.next === undefined ? '' : `<w:next w:val="${style.next}"/>`) +
    '<w:qFormat/>' +
    (style.paragraph === undefined ? '' : `<w:pPr>${style.paragraph}</w:pPr>`) +
    (style.run === undefined ? '' : `<w:rPr>${style.run}</w:rPr>`) +
    '</w:style>'
  )
}

const rule = (edge: string, eighths: number) =>
  `<w:${edge} w:val="single" w:sz="${eighths}" w:space="0" w:color="7F7F7F"/>`

const tableStyleXml =
  '<w:style w:type="table" w:customStyle="1" w:styleId="Tabell"><w:name w:val="Tabell"/><w:basedOn w:val="TableNormal"/>' +
  `<w:tblPr><w:tblBorders>${rule('top', 8)}${rule('bottom', 8)}${rule('insideH', 4)}</w:tblBorders></w:tblPr>` +
  '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E7EAEE"/></w:tcPr></w:tblStylePr></w:style>'
