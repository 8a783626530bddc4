/** From the bytes of a text file to text: which encoding, and what no file should hold made visible. */
import { KansliError } from '#contract/errors.ts'
import type { TextEncoding } from '#contract/imports.ts'

interface DecodedText {
  text: string
  encoding: TextEncoding
  /** Characters that became U+FFFD: control codes, lone surrogates, bytes the encoding does not know. */
  replaced: number
}

const probeBytes = 65_536

/** Share of NUL bytes on even and odd places: plain Latin text in UTF-16 has nearly all of them on one side. */
function nulSides(bytes: Uint8Array): { even: number; odd: number; total: number } {
  const end = Math.min(bytes.length, probeBytes)
  let even = 0
  let odd = 0
  for (let i = 0; i < end; i += 1) {
    if (bytes[i] !== 0) continue
    if (i % 2 === 0) even += 1
    else odd += 1
  }
  return { even, odd, total: end }
}

/** UTF-16 without a mark is believed when at least a third of one side is NUL and nearly none of the other. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null
  const { even, odd, total } = nulSides(bytes)
  const side = total / 2
  if (odd > side * 0.33 && even < side * 0.02) return 'utf-16le'
  if (even > side * 0.33 && odd < side * 0.02) return 'utf-16be'
  return null
}

function startsWith(bytes: Uint8Array, ...mark: number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte)
}

function decodeAs(bytes: Uint8Array, encoding: Exclude<TextEncoding, 'ibm850'>, fatal: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes)
  } catch {
    return null
  }
}

function chooseEncoding(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
    return { text: decodeAs(bytes, 'utf-8', false) ?? '', encoding: 'utf-8' }
  }
  const marked = startsWith(bytes, 0xff, 0xfe) ? 'utf-16le' : startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : null
  const wide = marked ?? guessUtf16(bytes)
  if (wide !== null) return { text: decodeAs(bytes, wide, false) ?? '', encoding: wide }
  const utf8 = decodeAs(bytes, 'utf-8', true)
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' }
  const windows = decodeAs(bytes, 'windows-1252', false) ?? ''
  return olderTable(bytes, windows) ?? { text: windows, encoding: 'windows-1252' }
}

/** Bytes of the largest file that is tried so: no table of people or minutes is larger. */
const mostOlder = 8_000_000

/** Signs of IBM code page 850 for the bytes from 0x80. */
const ibm850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0'
const swedishText = /^[\t\n\r\f\v -~åäöÅÄÖéÉüÜ–—”“’•…§°´\u00A0]*$/u

/** Text by the table of code page 850. */
const fromIbm850 = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u00FF]/gu, (sign) => ibm850[sign.charCodeAt(0) - 0x80] ?? '\uFFFD')

/** Which of å, ä, ö stand where words have them: within a word, or as the capital that opens one. */
function swedishLetters(text: string): number {
  const found = text.matchAll(/(?<=[A-Za-z])[åäö](?=[A-Za-z])|(?<![A-Za-z])[ÅÄÖ](?=[a-z])/gu)
  return new Set(Array.from(found, (match) => match[0].toLowerCase())).size
}

/**
 * Spreadsheets still offer "CSV (Macintosh)" and "CSV (MS-DOS)". One of those is believed when Windows-1252 gives no
 * Swedish letter at all, the other table gives Swedish text to the last byte, and at least two of its letters.
 */
function olderTable(bytes: Uint8Array, windows: string): { text: string; encoding: TextEncoding } | null {
  if (bytes.length > mostOlder || /[åäöÅÄÖ]/u.test(windows)) return null
  const candidates = [
    { text: decodeAs(bytes, 'macintosh', false) ?? '', encoding: 'macintosh' as const },
    { text: fromIbm850(bytes), encoding: 'ibm850' as const },
  ]
  return candidates.find(({ text }) => swedishText.test(text) && swedishLetters(text) >= 2) ?? null
}

/** Tab, line ends and U+0085 belong in text; form feed and vertical tab end lines. */
function isForbidden(code: number): boolean {
  if (code < 0x20) return code !== 0x09 && code !== 0x0a && code !== 0x0b && code !== 0x0c && code !== 0x0d
  if (code >= 0x7f && code <= 0x9f) return code !== 0x85
  return code === 0xfffe || code === 0xffff
}

/**
 * Makes control codes and lone surrogates visible as U+FFFD, counts them, and composes accents (NFC).
 * U+FFFD already in the text counts too.
 */
export function cleanText(text: string): { text: string; replaced: number } {
  const parts: string[] = []
  let replaced = 0
  let from = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    const high = code >= 0xd800 && code <= 0xdbff
    const next = high ? text.charCodeAt(i + 1) : 0
    if (high && next >= 0xdc00 && next <= 0xdfff) {
      i += 1
      continue
    }
    if (code === 0xfffd) replaced += 1
    else if (high || (code >= 0xdc00 && code <= 0xdfff) || isForbidden(code)) {
      parts.push(text.slice(from, i), '\uFFFD')
      from = i + 1
      replaced += 1
    }
  }
  parts.push(text.slice(from))
  const joined = parts.join('')
  const unmarked = joined.startsWith('\uFEFF') ? joined.slice(1) : joined
  return { text: unmarked.normalize('NFC'), replaced }
}

/**
 * Reads the bytes of a text file: UTF-8, UTF-16 (with a mark, or plausible without), Windows-1252, or what
 * spreadsheets call Macintosh and MS-DOS.
 * Line ends are kept as they are. Throws `import.not-text` for bytes that are no text.
 * @param chosen somebody has said which encoding it is: the text is what that gives, however odd, for them to look at
 */
export function decodeText(bytes: Uint8Array, chosen?: TextEncoding): DecodedText {
  if (looksBinary(bytes)) throw new KansliError('import.not-text')
  if (chosen !== undefined) {
    const given = chosen === 'ibm850' ? fromIbm850(bytes) : (decodeAs(bytes, chosen, false) ?? '')
    return { ...cleanText(given), encoding: chosen }
  }
  const { text, encoding } = chooseEncoding(bytes)
  let controls = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 0 && controls > 0 && i < 8) throw new KansliError('import.not-text')
    if (isForbidden(code)) controls += 1
  }
  const cleaned = cleanText(text)
  if (controls > 4 && controls > text.length * 0.01) throw new KansliError('import.not-text')
  if (cleaned.replaced > 16 && cleaned.replaced > text.length * 0.1) throw new KansliError('import.not-text')
  return { text: cleaned.text, encoding, replaced: cleaned.replaced }
}

/** Known openings of files that are not text though their first bytes may pass: PDF, zip (docx), images, OLE. */
function looksBinary(bytes: Uint8Array): boolean {
  return (
    startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) ||
    startsWith(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d) ||
    startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    startsWith(bytes, 0xff, 0xd8, 0xff) ||
    startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)
  )
}
