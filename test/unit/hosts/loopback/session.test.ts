import { describe, expect, it } from 'vitest'
import { createDownloads } from '#hosts/loopback/downloads.ts'
import { createSession } from '#hosts/loopback/session.ts'

const bytes = (count: number) => new Uint8Array(count)

describe('who is let in', () => {
  it('a code gives a bearer of 256 bits, once', () => {
    const session = createSession()
    const code = session.newCode()
    const bearer = session.exchange(code)
    expect(bearer).toMatch(/^[\w-]{43}$/)
    expect(session.admits(`Bearer ${bearer}`)).toBe(true)
    expect(session.exchange(code)).toBeNull()
  })

  it('a new code makes the one before void, and leaves bearers alone', () => {
    const session = createSession()
    const bearer = session.exchange(session.newCode())
    const old = session.newCode()
    const fresh = session.newCode()
    expect(session.exchange(old)).toBeNull()
    expect(session.exchange(fresh)).not.toBeNull()
    expect(session.admits(`Bearer ${bearer}`)).toBe(true)
  })

  it('a code is void after a quarter of an hour', () => {
    let now = 0
    const session = createSession(() => now)
    const code = session.newCode()
    now = 15 * 60_000 + 1
    expect(session.exchange(code)).toBeNull()
  })

  it('a code is void after twenty wrong tries', () => {
    const session = createSession()
    const code = session.newCode()
    for (let count = 0; count < 20; count += 1) expect(session.exchange('wrong')).toBeNull()
    expect(session.exchange(code)).toBeNull()
  })

  it.each([undefined, '', 'Bearer ', 'Bearer x', 'Basic abc', `Bearer ${'a'.repeat(43)}`, `bearer ${'a'.repeat(43)}`])(
    'does not admit %j',
    (authorization) => {
      const session = createSession()
      session.exchange(session.newCode())
      expect(session.admits(authorization)).toBe(false)
    },
  )
})

describe('documents held for the page', () => {
  it('are given once', () => {
    const downloads = createDownloads()
    const address = downloads.keep('Möte.docx', bytes(3))
    expect(address).toMatch(/^\/download\/[\w-]{43}\/M%C3%B6te\.docx$/)
    expect(downloads.take(address)).toEqual({ name: 'Möte.docx', bytes: bytes(3) })
    expect(downloads.take(address)).toBeNull()
  })

  it('are given for their token alone', () => {
    const downloads = createDownloads()
    const address = downloads.keep('a.docx', bytes(1))
    expect(downloads.take('/download/x/a.docx')).toBeNull()
    expect(downloads.take(`/download/${'a'.repeat(43)}/a.docx`)).toBeNull()
    expect(downloads.take(`${address}/../b`)).toBeNull()
    expect(downloads.take(address)).not.toBeNull()
  })

  it('are gone after ten minutes', () => {
    let now = 0
    const downloads = createDownloads(() => now)
    const address = downloads.keep('a.docx', bytes(1))
    now = 10 * 60_000 + 1
    expect(downloads.take(address)).toBeNull()
  })

  it('take no more memory than 200 MB: the oldest go first', () => {
    const downloads = createDownloads()
    const [first, second, third] = [1, 2, 3].map((at) => downloads.keep(`${at}`, bytes(90_000_000)))
    expect(downloads.take(third ?? '')).not.toBeNull()
    expect(downloads.take(second ?? '')).not.toBeNull()
    expect(downloads.take(first ?? '')).toBeNull()
  })
})
