import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attachment, safeFileName } from '#hosts/file-names.ts'

describe('names of files given to a person', () => {
  it.each([
    ['../../etc/passwd', '-..-etc-passwd'],
    ['a\\b:c*.docx', 'a-b-c-.docx'],
    ['CON.docx', 'CON_.docx'],
    ['com1', 'com1_'],
    ['moln\u202excod.exe', 'molnxcod.exe'],
    ['  . ', 'kansli'],
    ['', 'kansli'],
    ['Möte åäö.docx', 'Möte åäö.docx'],
    ['console.txt', 'console.txt'],
  ])('%j becomes %j', (wanted, safe) => {
    expect(safeFileName(wanted)).toBe(safe)
  })

  it('keeps the ending of a name that is too long', () => {
    const name = safeFileName(`${'a'.repeat(400)}.docx`)
    expect(name).toHaveLength(150)
    expect(name.endsWith('.docx')).toBe(true)
  })

  it('makes any text a name that every system takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (wanted) => {
        const name = safeFileName(wanted)
        expect(name).not.toMatch(/[\\/:*?"<>|\u0000-\u001f\u202a-\u202e\u2066-\u2069]/)
        expect(name).not.toMatch(/^[.\s]|[.\s]$/)
        expect(name.length).toBeGreaterThan(0)
        expect(name.length).toBeLessThanOrEqual(150)
      }),
    )
  })

  it('writes the true name as RFC 5987 does, beside one in ASCII', () => {
    expect(attachment('Möte ”1”.docx')).toBe(
      'attachment; filename="Mote _1_.docx"; filename*=UTF-8\'\'M%C3%B6te%20%E2%80%9D1%E2%80%9D.docx',
    )
  })

  it('has a name in ASCII where nothing but marks stands', () => {
    expect(attachment('\u{1e08f}\u0301')).toBe('attachment; filename="kansli"; filename*=UTF-8\'\'%F0%9E%82%8F%CC%81')
  })

  it('keeps every header on one line and within ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (name) => {
        expect(attachment(name)).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w%.!#$&+^`|~-]+$/)
      }),
    )
  })
})
