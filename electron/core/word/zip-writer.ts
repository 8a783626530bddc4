/** Writes a zip archive in memory. The same parts give the same bytes: no clock, no machine in it. */
import { crc32, deflateRawSync } from 'node:zlib'

/** One packed part; made once for parts that are the same in every document. */
export type PackedPart = { name: Buffer; crc: number; size: number; packed: Buffer }

// 1 January 1980, the first day a zip can name.
const fixedDay = 0x0021

/** Packs one part with deflate, level 6. */
export function packPart(name: string, content: string | Uint8Array): PackedPart {
  const data = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  return { name: Buffer.from(name, 'utf8'), crc: crc32(data), size: data.length, packed: deflateRawSync(data) }
}

/** Puts packed parts together, in the order given. */
export function joinParts(parts: readonly PackedPart[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    describe(local, 4, part)
    files.push(local, part.name, part.packed)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(20, 4)
    describe(central, 6, part)
    central.writeUInt32LE(offset, 42)
    directory.push(central, part.name)
    offset += local.length + part.name.length + part.packed.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, listing, end])
}

/** The fields that the local header and the directory have in common, from "version needed" on. */
function describe(header: Buffer, at: number, part: PackedPart): void {
  header.writeUInt16LE(20, at)
  header.writeUInt16LE(0x0800, at + 2) // names are UTF-8
  header.writeUInt16LE(8, at + 4)
  header.writeUInt16LE(0, at + 6)
  header.writeUInt16LE(fixedDay, at + 8)
  header.writeUInt32LE(part.crc, at + 10)
  header.writeUInt32LE(part.packed.length, at + 14)
  header.writeUInt32LE(part.size, at + 18)
  header.writeUInt16LE(part.name.length, at + 22)
}
