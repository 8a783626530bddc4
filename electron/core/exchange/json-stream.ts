/** Walks a JSON document in memory value by value, so that a large one never stands as objects all at once. Pure. */

/** The document breaks off or has a sign where none may stand; `at` is the byte. */
export class JsonFault extends Error {
  readonly at: number
  constructor(at: number) {
    super(`bad JSON at byte ${at}`)
    this.name = 'JsonFault'
    this.at = at
  }
}

const code = (sign: string) => sign.charCodeAt(0)
const [quote, backslash, comma, colon] = [code('"'), code('\\'), code(','), code(':')]
const [openList, closeList, openObject, closeObject] = [code('['), code(']'), code('{'), code('}')]
/** Lists within lists that a value may have. */
const deepest = 64

export class JsonWalker {
  readonly #bytes: Buffer
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.#at = 3
  }

  #peek(): number {
    while (true) {
      const byte = this.#bytes[this.#at]
      if (byte === undefined) return -1
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return byte
      this.#at += 1
    }
  }

  #take(byte: number): void {
    if (this.#peek() !== byte) throw new JsonFault(this.#at)
    this.#at += 1
  }

  /** One whole value, parsed. @throws JsonFault */
  value(): unknown {
    const from = this.#at
    this.#skip()
    try {
      return JSON.parse(this.#bytes.toString('utf8', from, this.#at)) as unknown
    } catch {
      throw new JsonFault(from)
    }
  }

  /** Names of an object in turn; the caller takes each value before asking for the next name. @throws JsonFault */
  *names(): Generator<string, undefined> {
    this.#take(openObject)
    if (this.#peek() === closeObject) {
      this.#at += 1
      return
    }
    while (true) {
      if (this.#peek() !== quote) throw new JsonFault(this.#at)
      const name = this.value()
      this.#take(colon)
      // A value that begins with a quote is a string, or value() would have thrown.
      yield name as string
      if (this.#peek() === closeObject) break
      this.#take(comma)
    }
    this.#at += 1
  }

  /** Values of a list, one parsed at a time. @throws JsonFault */
  *items(): Generator<unknown, undefined> {
    this.#take(openList)
    if (this.#peek() === closeList) {
      this.#at += 1
      return
    }
    while (true) {
      yield this.value()
      if (this.#peek() === closeList) break
      this.#take(comma)
    }
    this.#at += 1
  }

  /** Nothing may follow the document. @throws JsonFault */
  end(): void {
    if (this.#peek() !== -1) throw new JsonFault(this.#at)
  }

  #skip(): void {
    let depth = 0
    do {
      const byte = this.#peek()
      if (byte === quote) this.#skipString()
      else if (byte === openList || byte === openObject) {
        depth += 1
        this.#at += 1
        if (depth > deepest) throw new JsonFault(this.#at)
      } else if (byte === closeList || byte === closeObject) {
        depth -= 1
        this.#at += 1
        if (depth < 0) throw new JsonFault(this.#at)
      } else if (byte === comma || byte === colon) {
        if (depth === 0) throw new JsonFault(this.#at)
        this.#at += 1
      } else if (byte === -1) throw new JsonFault(this.#at)
      else this.#skipWord()
    } while (depth > 0)
  }

  #skipString(): void {
    // Quotes that a backslash precedes are text; an even number of them is text itself.
    for (let end = this.#bytes.indexOf(quote, this.#at + 1); end !== -1; end = this.#bytes.indexOf(quote, end + 1)) {
      let slashes = 0
      while (this.#bytes[end - 1 - slashes] === backslash) slashes += 1
      if (slashes % 2 === 0) {
        this.#at = end + 1
        return
      }
    }
    throw new JsonFault(this.#at)
  }

  #skipWord(): void {
    const from = this.#at
    while (/[\w.+-]/u.test(String.fromCharCode(this.#bytes[this.#at] ?? 0))) this.#at += 1
    if (this.#at === from) throw new JsonFault(from)
  }
}
