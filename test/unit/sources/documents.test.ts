import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { KansliError } from '#contract/errors.ts'
import { givenText } from '#core/sources/decode-file.ts'
import { joinParts, packPart } from '#core/word/zip-writer.ts'
import { newApp } from '../../helpers/app.ts'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
const relations = (...list: string[]) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`

/** A Word file with this body, and parts beside it by their kind. */
function word(body: string, beside: Record<string, string> = {}): Buffer {
  const parts = Object.entries(beside).map(([type, xml]) =>
    packPart(`word/${type}1.xml`, `<?xml version="1.0"?>${xml}`),
  )
  return joinParts([
    packPart(
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    packPart('_rels/.rels', relations(relation('r1', 'officeDocument', 'word/document.xml'))),
    packPart(
      'word/_rels/document.xml.rels',
      relations(...Object.keys(beside).map((type, index) => relation(`r${index}`, type, `${type}1.xml`))),
    ),
    packPart('word/document.xml', `<?xml version="1.0"?><w:document ${w}><w:body>${body}</w:body></w:document>`),
    ...parts,
  ])
}
const p = (text: string, properties = '') =>
  `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const entry = (text: string, level = 0) =>
  p(text, `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>`)
const bullets = `<w:numbering ${w}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="\uF0B7"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
const cell = (...paragraphs: string[]) => `<w:tc>${paragraphs.join('')}</w:tc>`

const given = (bytes: Uint8Array, name?: string) => givenText({ base64: Buffer.from(bytes).toString('base64'), name })
const page = (html: string) => given(Buffer.from(`<!doctype html>${html}`, 'utf8'), 'sida.html')
const codeOf = (run: () => unknown) => {
  try {
    run()
    return 'no error'
  } catch (error) {
    if (error instanceof KansliError) return error.code
    throw error
  }
}

describe('a Word file', () => {
  it('gives paragraphs, entries of lists and rows of tables as lines, in their order', () => {
    const body = [
      p('Rubrik'),
      p('Ett stycke.'),
      entry('första'),
      entry('andra', 1),
      `<w:tbl><w:tr>${cell(p('Prov Provsson'))}${cell(p('Provverket'), p('Provstad'))}</w:tr><w:tr>${cell(p('Test'))}${cell(p(''))}</w:tr></w:tbl>`,
      p('Slut.'),
    ].join('')
    const { text, format } = given(word(body, { numbering: bullets }))
    expect(format).toBe('docx')
    expect(text).toBe(
      'Rubrik\n\nEtt stycke.\n\n• första\n  • andra\n\nProv Provsson\tProvverket Provstad\nTest\n\nSlut.',
    )
  })

  it('says what stands beside its text: nothing is left out in silence', () => {
    const run = (text: string, properties = '') => `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`
    const body = [
      `<w:p>${run('Synligt. ')}${run('Dolt.', '<w:rPr><w:vanish/></w:rPr>')}<w:del><w:r><w:delText>Struket.</w:delText></w:r></w:del><w:ins>${run('Tillagt.')}</w:ins></w:p>`,
      `<w:p>${run('Sida ')}<w:fldSimple w:instr=" PAGE ">${run('7')}</w:fldSimple></w:p>`,
      `<w:p>${run('Före rutan.')}<w:r><w:pict><w:txbxContent>${p('I rutan.')}</w:txbxContent></w:pict></w:r></w:p>`,
    ].join('')
    const { text, notes } = given(
      word(body, {
        header: `<w:hdr ${w}>${p('Sidhuvudet')}</w:hdr>`,
        footer: `<w:ftr ${w}>${p('Sidfoten')}</w:ftr>`,
        footnotes: `<w:footnotes ${w}><w:footnote w:type="separator"><w:p/></w:footnote><w:footnote>${p('Fotnoten.')}</w:footnote></w:footnotes>`,
        comments: `<w:comments ${w}><w:comment>${p('Kommentaren')}</w:comment></w:comments>`,
      }),
    )
    expect(text).toBe('Synligt. Tillagt.\n\nSida\n\nFöre rutan.\n\nI rutan.\n\nFotnoten.')
    expect(
      notes.map(({ code, count, kept, quotes }) => [code, count, kept, quotes[0] ?? null].join(' ')).toSorted(),
    ).toEqual(
      [
        ['hidden', 1, false, 'Dolt.'],
        ['deleted', 1, false, 'Struket.'],
        ['inserted', 1, true, 'Tillagt.'],
        ['field', 1, false, 'PAGE'],
        ['image', 1, false, null],
        ['text-box', 1, true, 'I rutan.'],
        ['header', 1, false, 'Sidhuvudet'],
        ['footer', 1, false, 'Sidfoten'],
        ['footnote', 1, true, 'Fotnoten.'],
        ['comment', 1, false, 'Kommentaren'],
      ]
        .map((row) => row.join(' '))
        .toSorted(),
    )
  })

  it('gives the words that a second reader finds in it', async () => {
    const words = fc.stringMatching(/^[a-zåäö<&>"' ]{0,20}$/)
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 8 }), async (list) => {
        const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
        const bytes = word(list.map((text) => p(escaped(text))).join(''))
        const ours = codeOf(() => given(bytes)) === 'source.empty' ? '' : given(bytes).text
        const { value } = await mammoth.extractRawText({ buffer: bytes })
        const plain = (text: string) =>
          text
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== '')
        expect(plain(ours)).toEqual(plain(value))
      }),
      { numRuns: 30 },
    )
  })

  it.each<[string, () => Buffer, string]>([
    ['a bomb', () => word(p('a'.repeat(19_000_000))), 'word.unsafe'],
    [
      'an external entity',
      () =>
        joinParts([
          packPart(
            'word/document.xml',
            `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hosts">]><w:document ${w}>&e;</w:document>`,
          ),
        ]),
      'word.unsafe',
    ],
    ['a nest of a thousand', () => word('<w:tbl>'.repeat(1000)), 'word.unsafe'],
    ['a zip that is no document', () => joinParts([packPart('annat.txt', 'text')]), 'word.not-docx'],
    ['half a file', () => word(p('text')).subarray(0, 300), 'word.not-docx'],
    [
      'two parts of one name',
      () => joinParts([packPart('word/document.xml', 'a'), packPart('word/document.xml', 'b')]),
      'word.unsafe',
    ],
    ['a way out of the package', () => joinParts([packPart('../document.xml', 'a')]), 'word.unsafe'],
    ['an empty document', () => word(''), 'source.empty'],
  ])('that is %s is refused by code', (_what, make, code) => {
    expect(codeOf(() => given(make()))).toBe(code)
  })
})

describe('a saved page', () => {
  it('gives its text as a reader sees it', () => {
    const { text, format, title } = page(
      `<html><head><title>Provsidan</title><style>p{}</style></head><body><h1>Rubrik</h1>
       <p>Ett   <b>stycke</b>
       över rader.<br>Ny rad.<ul><li>första<li>andra <ol start=3><li>inre</ol></ul>
       <table><tr><th>Namn<th>Organisation<tr><td><p>Prov Provsson</p><td>Provverket</table><pre>  kvar
  här</pre>åäö &amp; &eacute;</body>`,
    )
    expect([format, title]).toEqual(['html', 'Provsidan'])
    expect(text).toBe(
      'Rubrik\n\nEtt stycke över rader.\nNy rad.\n\n• första\n• andra\n  3. inre\n\nNamn\tOrganisation\nProv Provsson\tProvverket\n\nkvar\n  här\n\nåäö & é',
    )
  })

  it.each([
    ['<meta property="article:published_time" content="2021-03-03T08:00:00+01:00">', '2021-03-03'],
    ['<meta name="DCTERMS.issued" content="2021-03-03">', '2021-03-03'],
    ['<meta itemprop="datePublished" content="2021-03-03">', '2021-03-03'],
    ['<meta name="date" content="2019-01-01"><meta name="dc.date.issued" content="2021-03-03">', '2021-03-03'],
    [
      '<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","datePublished":"2021-03-03T08:00Z"}]}</script>',
      '2021-03-03',
    ],
    ['<time itemprop="datePublished" datetime="2021-03-03">i onsdags</time>', '2021-03-03'],
    ['<time class="entry-date published" datetime="2021-03-03T08:00">i onsdags</time>', '2021-03-03'],
    ['<meta property="article:published_time" content="i onsdags">', null],
    ['<meta name="dcterms.issued" content="2021-02-31">', null],
    ['<script type="application/ld+json">{"datePublished":</script>', null],
    ['Mässan hålls <time datetime="2022-03-03">i mars</time>', null],
    ['<meta property="article:modified_time" content="2021-05-05">', null],
  ])('says when it was made public beside its text: %s', (head, day) => {
    const { published } = page(`<html>${head}<p>Prov.</p>`)
    expect(published).toEqual(day === null ? null : { from: day, to: day })
  })

  it('was public from its first day to its last change', () => {
    const { published } = page(
      `<html><head><meta property="article:published_time" content="2021-03-03"><meta property="article:modified_time" content="2021-05-05"></head><p>Prov.</p>`,
    )
    expect(published).toEqual({ from: '2021-03-03', to: '2021-05-05' })
  })

  it('is kept with that span, which dates what it tells', async () => {
    const app = newApp()
    const html =
      '<!doctype html><meta name="dcterms.issued" content="2021-03-03"><p>Välkommen till mässan den 23 mars.</p>'
    const preview = await app.call('sources.preview', { base64: Buffer.from(html).toString('base64'), name: 'x.html' })
    expect([preview.publishedFrom, preview.publishedTo]).toEqual(['2021-03-03', '2021-03-03'])
    const { name, text, format, encoding, notes, publishedFrom, publishedTo } = preview
    const published = { from: publishedFrom, to: publishedTo }
    const { id } = await app.call('sources.add', { name, text, format, encoding, notes, published })
    const view = await app.call('sources.get', { id })
    expect([view.publishedFrom, view.publishedTo]).toEqual(['2021-03-03', '2021-03-03'])
    expect(view.found.map(({ finding }) => (finding.kind === 'event' ? finding.from : null))).toContain('2021-03-23')
  })

  it('says what it left out, and keeps no script', () => {
    const { text, notes } = page(
      `<p>Synligt.<!-- Anmärkning --><span style="display: none">Dolt.</span><del>Struket</del><ins>Nytt</ins></p>
       <script>alert(1)</script><p hidden>Också dolt.</p><img src=x onerror=alert(1) alt="En bild"><iframe src="http://provplats.example/"></iframe>`,
    )
    expect(text).toBe('Synligt.Nytt')
    expect(notes.map(({ code, count, kept }) => `${code} ${count} ${kept}`).toSorted()).toEqual([
      'comment 1 false',
      'deleted 1 false',
      'embedded 1 false',
      'hidden 2 false',
      'image 1 false',
      'inserted 1 true',
      'script 1 false',
    ])
  })

  it('is read in the encoding it names', () => {
    const html = Buffer.from('<html><head><meta charset="iso-8859-2"></head><body>Novák, \xb9</body></html>', 'latin1')
    expect(given(html, 'sida.htm').text).toBe('Novák, š')
    expect(given(Buffer.from('<html><meta charset=windows-1252><p>Åsa</p>', 'utf8'), 'sida.htm').text).toBe('Åsa')
    expect(given(Buffer.from('<!doctype html><p>Åsa</p>', 'latin1')).text).toBe('Åsa')
  })

  it('nested too deep or with too many elements is refused by code', () => {
    expect(codeOf(() => page('<div>'.repeat(100_000)))).toBe('source.unsafe')
    expect(codeOf(() => page('<br>'.repeat(1_100_000)))).toBe('source.unsafe')
  })

  it('ends for any input, with text or with a code', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '<p>',
            '</p>',
            '<li>',
            '<ul>',
            '</ul>',
            '<tr>',
            '<td>',
            '<table>',
            '</table>',
            '<del>',
            '<pre>',
            '</div>',
            'ord ',
            '<!--',
            '-->',
            '<b',
            '&#0;',
            '<script>',
            '</script>',
          ),
          { maxLength: 60 },
        ),
        (parts) => {
          expect(['no error', 'source.empty']).toContain(codeOf(() => page(parts.join(''))))
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('a file that cannot be read', () => {
  it('is refused by code and changes nothing', async () => {
    const app = newApp()
    const preview = (bytes: Uint8Array, name = 'fil') =>
      app.refused('sources.preview', { base64: Buffer.from(bytes).toString('base64'), name })
    expect(await preview(Buffer.from('%PDF-1.7 ...'))).toBe('import.not-text')
    expect(await preview(Buffer.from('{\\rtf1 text}'))).toBe('import.not-text')
    expect(await preview(deflateRawSync(Buffer.from('text')))).toMatch(/^(import\.not-text|no error)$/)
    expect(await preview(Buffer.from('   \n \n'))).toBe('source.empty')
    expect(await app.refused('sources.preview', { text: '' })).toBe('source.empty')
    expect(await app.refused('sources.add', { name: 'x', text: ' ', format: 'txt', encoding: 'utf-8' })).toBe(
      'source.empty',
    )
    expect((await app.call('sources.list', {})).sources).toEqual([])
    expect((await app.call('history.state', {})).undo).toBeNull()
  })
})
