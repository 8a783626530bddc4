import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { KansliError } from '#contract/errors.ts'
import { checkDocument } from '#core/word/check.ts'
import { readPackage } from '#core/word/package.ts'
import { openZip, zipLimits } from '#core/word/zip.ts'
import { joinParts, packPart } from '#core/word/zip-writer.ts'
import type { PackedPart } from '#core/word/zip-writer.ts'
import { build, doctor, fixture } from './helpers.ts'

const code = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof KansliError) return error.code
    throw error
  }
  return 'none'
}
const readAll = (bytes: Uint8Array) => {
  const archive = openZip(bytes)
  return archive.names.map((name) => archive.read(name))
}
const zip = (...parts: PackedPart[]) => joinParts(parts)
/** Changes 16 or 32 bits of the one local header or directory entry of a zip with one part. */
const patched = (bytes: Buffer, signature: number, at: number, value: number, width: 2 | 4): Buffer => {
  const copy = Buffer.from(bytes)
  const header = copy.indexOf(Buffer.from([0x50, 0x4b, signature & 0xff, signature >> 8]))
  if (width === 2) copy.writeUInt16LE(value, header + at)
  else copy.writeUInt32LE(value, header + at)
  return copy
}
const central = 0x0201
const end = 0x0605
const one = zip(packPart('a.xml', 'hej å'))

describe('the zip writer and reader', () => {
  it('agree, for any names and contents', () => {
    const parts = fc.uniqueArray(
      fc.tuple(fc.stringMatching(/^[a-zåäö0-9]{1,8}(\/[a-z0-9]{1,8}){0,2}\.xml$/), fc.uint8Array({ maxLength: 3000 })),
      {
        selector: ([name]) => name.toLowerCase(),
        maxLength: 12,
      },
    )
    fc.assert(
      fc.property(parts, (entries) => {
        const archive = openZip(zip(...entries.map(([name, data]) => packPart(name, data))))
        expect(archive.names).toEqual(entries.map(([name]) => name))
        for (const [name, data] of entries) expect(Buffer.compare(archive.read(name), data)).toBe(0)
      }),
    )
  })

  it('reads a stored part', () => {
    const data = Buffer.from('stored')
    const bytes = zip({ ...packPart('a.xml', data), packed: data })
    const stored = patched(patched(bytes, central, 10, 0, 2), 0x0403, 8, 0, 2)
    expect(openZip(stored).read('a.xml').toString()).toBe('stored')
  })
})

describe('a hand-broken zip', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'word.not-docx'],
    ['text', Buffer.from('Protokoll fört vid möte'), 'word.not-docx'],
    ['an old or encrypted Word file (OLE)', Buffer.from('d0cf11e0a1b11ae1'.repeat(40), 'hex'), 'word.not-docx'],
    ['a PDF', Buffer.from('%PDF-1.7\n'.repeat(9)), 'word.not-docx'],
    ['a file cut short', one.subarray(0, one.length - 7), 'word.not-docx'],
    ['a directory outside the file', patched(one, end, 16, 0x7fffffff, 4), 'word.not-docx'],
    ['a part outside the file', patched(one, central, 20, 60_000, 4), 'word.not-docx'],
    ['an encrypted part', patched(one, central, 8, 0x0801, 2), 'word.unsafe'],
    ['an unknown packing', patched(one, central, 10, 99, 2), 'word.unsafe'],
    ['several disks', patched(one, end, 4, 1, 2), 'word.unsafe'],
    ['a 64-bit directory', patched(one, end, 16, 0xffffffff, 4), 'word.unsafe'],
    ['a declared size above the limit', patched(one, central, 24, zipLimits.entry + 1, 4), 'word.unsafe'],
    ['a declared size that is too small', patched(one, central, 24, 2, 4), 'word.unsafe'],
    ['a declared size that is too large', patched(one, central, 24, 100, 4), 'word.unsafe'],
    ['a wrong checksum', patched(one, central, 16, 1, 4), 'word.not-docx'],
    ['two names for one part', patched(one, 0x0403, 30, 0x6262, 2), 'word.unsafe'],
    ['a climbing name', zip(packPart('word/../../x', 'a')), 'word.unsafe'],
    ['an absolute name', zip(packPart('/etc/passwd', 'a')), 'word.unsafe'],
    ['a drive', zip(packPart('C:x.xml', 'a')), 'word.unsafe'],
    ['a backslash', zip(packPart('word\\document.xml', 'a')), 'word.unsafe'],
    ['a name twice', zip(packPart('a.xml', 'a'), packPart('a.xml', 'b')), 'word.unsafe'],
    ['a name twice but for case', zip(packPart('a.xml', 'a'), packPart('A.xml', 'b')), 'word.unsafe'],
    [
      'too many parts',
      zip(...Array.from({ length: zipLimits.entries + 1 }, (_, index) => packPart(`${index}`, ''))),
      'word.unsafe',
    ],
    ['a bomb', zip(packPart('a.xml', Buffer.alloc(19_000_000))), 'word.unsafe'],
    [
      'garbage where packed data should be',
      zip({ ...packPart('a.xml', 'hej'), packed: Buffer.from('ffffffff', 'hex') }),
      'word.not-docx',
    ],
  ])('with %s is refused', (_what, bytes, expected) => {
    expect(code(() => readAll(bytes))).toBe(expected)
  })

  it('with parts that share bytes is refused', () => {
    const two = zip(packPart('a.xml', 'hej'), packPart('b.xml', 'hej'))
    const second = two.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    two.writeUInt32LE(0, second + 42)
    two.write('a', second + 46) // both entries now describe the first part
    expect(code(() => readAll(two))).toBe('word.unsafe')
  })

  it('with many middling parts is refused before anything is unpacked', () => {
    const noise = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7919) % 251))
    const part = { ...packPart('x', noise), packed: deflateRawSync(noise, { level: 0 }) }
    const parts = Array.from({ length: 170 }, (_, index) => ({ ...part, name: Buffer.from(`p${index}`) }))
    expect(code(() => openZip(zip(...parts)))).toBe('word.unsafe')
  })
})

describe('a document', () => {
  let bytes: Uint8Array
  beforeAll(async () => {
    bytes = (await build(fixture('protocol'))).bytes
  })

  it('cut or flipped anywhere is read or refused with a code, never anything else', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), fc.boolean(), (at, bit, cut) => {
        const broken = Buffer.from(cut ? bytes.subarray(0, at) : bytes)
        if (!cut) broken[at] = (broken[at] ?? 0) ^ (1 << bit)
        expect(['none', 'word.not-docx', 'word.unsafe']).toContain(code(() => readPackage(broken)))
      }),
      { numRuns: 400 },
    )
  })

  const body = (xml: string) => (text: string) => text.replace('<w:body>', `<w:body>${xml}`)
  it.each([
    [
      'a document type',
      (xml: string) => `<!DOCTYPE x [<!ENTITY a "b">]>${xml.replace(/^<\?xml.*?\?>/, '')}`,
      'word.unsafe',
    ],
    ['an unknown entity', body('<w:p><w:r><w:t>&a;</w:t></w:r></w:p>'), 'word.not-docx'],
    ['a deep nest', body('<w:sdt>'.repeat(300) + '</w:sdt>'.repeat(300)), 'word.unsafe'],
    ['an open tag', body('<w:p>'), 'word.not-docx'],
    ['a character no XML has', body('<w:p>\u0001</w:p>'), 'word.not-docx'],
    ['an undeclared prefix', body('<q:p/>'), 'word.not-docx'],
    ['nothing in it', () => '', 'word.not-docx'],
  ])('with %s in its XML is refused', (_what, change, expected) => {
    expect(code(() => readPackage(doctor(bytes, { 'word/document.xml': change })))).toBe(expected)
  })

  it('without a document part is refused', () => {
    expect(code(() => readPackage(zip(packPart('[Content_Types].xml', '<Types/>'))))).toBe('word.not-docx')
  })

  it('in UTF-16 is read', () => {
    const archive = openZip(bytes)
    const parts = archive.names.map((name) => {
      const data = archive.read(name)
      if (name !== 'word/document.xml') return packPart(name, data)
      const text = data.toString('utf8').replace('encoding="UTF-8"', 'encoding="UTF-16"')
      return packPart(name, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]))
    })
    expect(readPackage(zip(...parts)).body.paragraphs[0]?.text).toBe('Mallnämnden')
  })

  it('never follows a relation out of the package', () => {
    const changed = doctor(bytes, {
      'word/_rels/document.xml.rels': (xml) =>
        xml
          .replace('Target="styles.xml"', 'TargetMode="External" Target="file:///etc/passwd"')
          .replace('Target="numbering.xml"', 'Target="../../../etc/passwd"'),
    })
    const parts = readPackage(changed)
    expect(parts.styles.size).toBe(0)
    expect(parts.numbering.size).toBe(0)
  })

  it('is read without deleted words, with inserted ones, and with those of a text box', () => {
    const extra =
      '<w:p><w:del><w:r><w:delText>bort</w:delText></w:r></w:del><w:ins><w:r><w:t>kvar</w:t></w:r></w:ins>' +
      '<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>ruta</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>'
    const changed = readPackage(doctor(bytes, { 'word/document.xml': body(extra) }))
    expect(changed.body.paragraphs.slice(0, 2).map((paragraph) => paragraph.text)).toEqual(['ruta', 'kvar'])
  })
})

describe('a valid document made to tire the checker', () => {
  const paragraph = (text: string, properties = '') => `<w:p>${properties}<w:r><w:t>${text}</w:t></w:r></w:p>`
  const word = (body: string, more: readonly PackedPart[] = []) =>
    zip(
      ...more,
      packPart(
        'word/document.xml',
        `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
      ),
    )
  const noise = (unit: string, count: number) =>
    Array.from({ length: count }, (_, index) => unit.replace('#', String((index * 7919) % 9973))).join('')

  it.each([
    ['titles in one paragraph', word(paragraph(noise('”the way of care #” ', 30_000)))],
    ['runs in one paragraph', word(`<w:p>${noise('<w:r><w:t>”the way of #”</w:t></w:r>', 20_000)}</w:p>`)],
    ['intervals in one paragraph', word(paragraph(noise('3-#', 100_000) + noise(' 1-#', 100_000)))],
    ['digits and no word', word(paragraph(noise('# ', 200_000)))],
    ['empty paragraphs', word(noise('<w:p w:rsidR="#"/>', 100_000))],
  ])('with very many %s is checked all the same, and told of in bounds', (_what, bytes) => {
    expect(checkDocument(bytes).length).toBeLessThan(1000)
  })

  it('with absurd numbering is checked all the same', () => {
    const definitions =
      '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0">' +
      '<w:lvl w:ilvl="4294967295"><w:start w:val="1"/></w:lvl><w:lvl w:ilvl="-1"/><w:lvl w:ilvl="x"/>' +
      '<w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1%9%1"/></w:lvl>' +
      '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    const relation =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      '<Relationship Id="r" Type="x/numbering" Target="numbering.xml"/></Relationships>'
    const numbered = ['4294967295', '-1', 'x', '0'].map((level) =>
      paragraph('a', `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>`),
    )
    const bytes = word(numbered.join(''), [
      packPart('word/numbering.xml', definitions),
      packPart('word/_rels/document.xml.rels', relation),
    ])
    expect(checkDocument(bytes).map((finding) => finding.code)).toContain('heading1-count')
  })
})
