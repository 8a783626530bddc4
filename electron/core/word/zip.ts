/**
 * Reads a zip archive from memory within fixed limits, so that a hostile file costs milliseconds.
 * Every size is checked twice: as declared, before anything is unpacked, and as unpacked.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { KansliError } from '#contract/errors.ts'

/** Sizes in bytes. `ratio` is unpacked size to packed size, asked of parts above `ratioFloor`. */
export const zipLimits = {
  entries: 2000,
  total: 50_000_000,
  entry: 20_000_000,
  ratio: 200,
  ratioFloor: 65_536,
} as const

export type ZipArchive = {
  /** Names of the files, in the order of the central directory; folders are left out. */
  names: readonly string[]
  has(name: string): boolean
  /** Unpacks one part. Throws `word.not-docx` for a missing or damaged part, `word.unsafe` for one that lies about its size. */
  read(name: string): Buffer
}

type Entry = { name: string; method: number; crc: number; packed: number; size: number; start: number; end: number }

const endSignature = 0x06054b50
const centralSignature = 0x02014b50
const localSignature = 0x04034b50
const endLength = 22
const centralLength = 46
const localLength = 30

const unsafe = (reason: string) => new KansliError('word.unsafe', { reason })
const damaged = (reason: string) => new KansliError('word.not-docx', { reason })

/** Opens an archive. Errors: `word.not-docx` when it is no whole zip, `word.unsafe` when it breaks a limit. */
export function openZip(bytes: Uint8Array): ZipArchive {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(buffer)
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read(name) {
      const entry = entries.get(name)
      if (entry === undefined) throw damaged(`missing part ${name}`)
      return unpack(buffer, entry)
    },
  }
}

function readDirectory(buffer: Buffer): Map<string, Entry> {
  const end = findEnd(buffer)
  const count = buffer.readUInt16LE(end + 10)
  const length = buffer.readUInt32LE(end + 12)
  const offset = buffer.readUInt32LE(end + 16)
  if (buffer.readUInt16LE(end + 4) !== 0 || buffer.readUInt16LE(end + 8) !== count) throw unsafe('split archive')
  if (count === 0xffff || length === 0xffffffff || offset === 0xffffffff) throw unsafe('64-bit archive')
  if (count > zipLimits.entries) throw unsafe('too many parts')
  if (offset + length > end) throw damaged('directory outside the file')

  const entries = new Map<string, Entry>()
  const seen = new Set<string>()
  const ranges: [number, number][] = []
  let total = 0
  let at = offset
  for (let index = 0; index < count; index++) {
    if (at + centralLength > offset + length || buffer.readUInt32LE(at) !== centralSignature) {
      throw damaged('directory cut short')
    }
    const flags = buffer.readUInt16LE(at + 8)
    const nameLength = buffer.readUInt16LE(at + 28)
    const next = at + centralLength + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
    if (next > offset + length) throw damaged('directory cut short')
    const name = buffer.toString('utf8', at + centralLength, at + centralLength + nameLength)
    if ((flags & 0x2041) !== 0) throw unsafe('encrypted')
    checkName(name)
    // Word and Windows treat names that differ in case alone as one file.
    const key = name.toLowerCase()
    if (seen.has(key)) throw unsafe(`duplicate part ${name}`)
    seen.add(key)
    const entry = readEntry(buffer, at, name, offset)
    ranges.push([buffer.readUInt32LE(at + 42), entry.end])
    total += entry.size
    if (total > zipLimits.total) throw unsafe('too large unpacked')
    if (!name.endsWith('/')) entries.set(name, entry)
    at = next
  }
  if (at !== offset + length) throw damaged('directory length')
  ranges.sort((a, b) => a[0] - b[0])
  for (let index = 1; index < ranges.length; index++) {
    if ((ranges[index]?.[0] ?? 0) < (ranges[index - 1]?.[1] ?? 0)) throw unsafe('overlapping parts')
  }
  return entries
}

function findEnd(buffer: Buffer): number {
  if (buffer.length < endLength || buffer.readUInt16LE(0) !== 0x4b50) throw damaged('no zip')
  const last = Math.max(0, buffer.length - endLength - 0xffff)
  for (let at = buffer.length - endLength; at >= last; at--) {
    if (buffer.readUInt32LE(at) === endSignature && at + endLength + buffer.readUInt16LE(at + 20) === buffer.length) {
      return at
    }
  }
  throw damaged('no end of directory')
}

function checkName(name: string): void {
  const parts = name.split('/')
  if (name === '' || name.startsWith('/') || /[\\\u0000-\u001f\ufffd]|^[A-Za-z]:/.test(name) || parts.includes('..')) {
    throw unsafe(`part name ${JSON.stringify(name)}`)
  }
}

function readEntry(buffer: Buffer, at: number, name: string, directory: number): Entry {
  const method = buffer.readUInt16LE(at + 10)
  const packed = buffer.readUInt32LE(at + 20)
  const size = buffer.readUInt32LE(at + 24)
  const local = buffer.readUInt32LE(at + 42)
  if (method !== 0 && method !== 8) throw unsafe(`packing method ${method}`)
  if (size > zipLimits.entry) throw unsafe(`part too large: ${name}`)
  if (size > zipLimits.ratioFloor && size > packed * zipLimits.ratio) throw unsafe(`packed too hard: ${name}`)
  if (local + localLength > directory || buffer.readUInt32LE(local) !== localSignature) throw damaged('no local header')
  const nameLength = buffer.readUInt16LE(local + 26)
  const start = local + localLength + nameLength + buffer.readUInt16LE(local + 28)
  if (start + packed > directory) throw damaged(`part outside the file: ${name}`)
  if (buffer.toString('utf8', local + localLength, local + localLength + nameLength) !== name) {
    throw unsafe(`two names for one part: ${name}`)
  }
  return { name, method, crc: buffer.readUInt32LE(at + 16), packed, size, start, end: start + packed }
}

function unpack(buffer: Buffer, entry: Entry): Buffer {
  const raw = buffer.subarray(entry.start, entry.end)
  const data = entry.method === 0 ? raw : inflate(raw, entry)
  if (data.length !== entry.size) throw unsafe(`false size: ${entry.name}`)
  if (crc32(data) !== entry.crc) throw damaged(`damaged part: ${entry.name}`)
  return data
}

function inflate(raw: Buffer, entry: Entry): Buffer {
  try {
    // One byte more than declared is enough to see a lie; zlib refuses a limit of 0.
    return inflateRawSync(raw, { maxOutputLength: entry.size + 1 })
  } catch (cause) {
    const tooLong = cause instanceof RangeError
    throw new KansliError(
      tooLong ? 'word.unsafe' : 'word.not-docx',
      { reason: `${tooLong ? 'false size' : 'damaged part'}: ${entry.name}` },
      { cause },
    )
  }
}
