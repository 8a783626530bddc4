import { describe, expect, test } from 'vitest'
import { decodeText } from '#core/import/decode.ts'
import { KansliError } from '#contract/errors.ts'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

function utf16(text: string, little: boolean, mark: boolean): Uint8Array {
  const codes = [...(mark ? '\uFEFF' : ''), ...text].join('')
  const out = new Uint8Array(codes.length * 2)
  for (let i = 0; i < codes.length; i += 1) {
    const code = codes.charCodeAt(i)
    out[i * 2 + (little ? 0 : 1)] = code & 0xff
    out[i * 2 + (little ? 1 : 0)] = code >> 8
  }
  return out
}

function codeOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof KansliError) return error.code
    throw error
  }
  return 'no error'
}

describe('reading the bytes of a text file', () => {
  const text = 'Protokoll – § 1 Öppnande på Åsö'
  test('UTF-8 is read with and without its mark', () => {
    expect(decodeText(utf8(text))).toEqual({ text, encoding: 'utf-8', replaced: 0 })
    expect(decodeText(utf8(`\uFEFF${text}`))).toEqual({ text, encoding: 'utf-8', replaced: 0 })
  })

  test('UTF-16 is read in both byte orders, with its mark or by its zeros', () => {
    for (const mark of [true, false]) {
      expect(decodeText(utf16(text, true, mark))).toEqual({ text, encoding: 'utf-16le', replaced: 0 })
      expect(decodeText(utf16(text, false, mark))).toEqual({ text, encoding: 'utf-16be', replaced: 0 })
    }
  })

  test('bytes that are no UTF-8 are Windows-1252', () => {
    expect(decodeText(bytes(0xc5, 0x73, 0xf6, 0x20, 0x96, 0x20, 0x80))).toEqual({
      text: 'Åsö – €',
      encoding: 'windows-1252',
      replaced: 0,
    })
  })

  test('decomposed accents become composed', () => {
    expect(decodeText(utf8('A\u030Aso\u0308')).text).toBe('Åsö')
  })

  test('control codes and lone surrogates become visible and are counted', () => {
    const long = 'Det här är en alldeles vanlig rad text. '.repeat(5)
    expect(decodeText(utf8(`${long}a\u0007b`))).toMatchObject({ text: `${long}a\uFFFDb`, replaced: 1 })
    expect(decodeText(utf16(`${long}a\uD800b`, true, true))).toMatchObject({ text: `${long}a\uFFFDb`, replaced: 1 })
  })

  test.each([
    ['macintosh', { å: 0x8c, ä: 0x8a, ö: 0x9a, Å: 0x81, Ö: 0x85, é: 0x8e }],
    ['ibm850', { å: 0x86, ä: 0x84, ö: 0x94, Å: 0x8f, Ö: 0x99, é: 0x82 }],
  ])('a table saved as %s has its Swedish letters', (encoding, codes) => {
    const table: Record<string, number> = codes
    const text = 'Namn;E-post\nÅsa Öberg;asa@prov.example\nPär Idé;par@prov.example\n'
    const saved = bytes(...Array.from(text, (sign) => table[sign] ?? sign.charCodeAt(0)))
    expect(decodeText(saved)).toEqual({ text, encoding, replaced: 0 })
  })

  test.each([
    ['points and quotes between words', [0x41, 0x85, 0x62, 0x20, 0x93, 0x6a, 0x61, 0x94, 0x20, 0x80, 0x31]],
    ['one letter of another language', [0x48, 0x61, 0x9a, 0x65, 0x6b, 0x3b, 0x44, 0x75, 0x9a, 0x65, 0x6b]],
    ['a Swedish letter of its own', [0x53, 0x6a, 0xf6, 0x3b, 0x61, 0x8a, 0x62, 0x3b, 0x61, 0x9a, 0x62]],
  ])('Windows text with %s stays Windows text', (_, codes) => {
    expect(decodeText(bytes(...codes)).encoding).toBe('windows-1252')
  })

  test('an emoji outside the first plane stays', () => {
    expect(decodeText(utf8('Möte 🧹'))).toMatchObject({ text: 'Möte 🧹', replaced: 0 })
  })

  test('the empty file is the empty text', () => {
    expect(decodeText(bytes())).toEqual({ text: '', encoding: 'utf-8', replaced: 0 })
  })

  test('what is no text is refused with its code', () => {
    const zip = bytes(0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 8, 0, 0xff, 0x81, 0x20, 0x30)
    const zeros = new Uint8Array(400)
    const noise = Uint8Array.from({ length: 600 }, (_, index) => (index * 73 + 11) % 32)
    const pdf = bytes(0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x35, 0x0a, 0x25, 0xe2, 0xe3, 0xcf, 0xd3)
    const png = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff, 0xfe)
    for (const file of [zip, zeros, noise, pdf, png]) expect(codeOf(() => decodeText(file))).toBe('import.not-text')
  })
})
