/** Streams XML from a document part, refusing what a hostile file uses: document types, depth, odd encodings. */
import { SaxesParser } from 'saxes'
import { KansliError } from '#contract/errors.ts'

const maxDepth = 256

export type Element = {
  /** Name without prefix. */
  name: string
  namespace: string
  /** Attributes by name without prefix; of two with the same one, Word's own namespace wins. */
  attributes: Readonly<Record<string, string>>
}

export type XmlVisitor = {
  open(element: Element): void
  close(element: Element): void
  text(text: string): void
}

/** Walks a part. Errors: `word.unsafe` for a document type or too deep a nest, `word.not-docx` for bad XML. */
export function readXml(part: string, bytes: Buffer, visitor: XmlVisitor): void {
  const parser = new SaxesParser({ xmlns: true, position: false })
  const stack: Element[] = []
  parser.on('error', (cause) => {
    throw new KansliError('word.not-docx', { reason: `bad XML in ${part}` }, { cause })
  })
  parser.on('doctype', () => {
    throw new KansliError('word.unsafe', { reason: `document type in ${part}` })
  })
  parser.on('opentag', (tag) => {
    if (stack.length >= maxDepth) throw new KansliError('word.unsafe', { reason: `too deep: ${part}` })
    const attributes: Record<string, string> = Object.create(null) as Record<string, string> // no inherited names
    for (const attribute of Object.values(tag.attributes)) {
      if (attribute.local in attributes && attribute.uri !== tag.uri) continue
      attributes[attribute.local] = attribute.value
    }
    const element = { name: tag.local, namespace: tag.uri, attributes }
    stack.push(element)
    visitor.open(element)
  })
  parser.on('closetag', () => {
    const element = stack.pop()
    if (element !== undefined) visitor.close(element)
  })
  parser.on('text', (text) => visitor.text(text))
  parser.on('cdata', (text) => visitor.text(text))
  parser.write(decode(part, bytes)).close()
}

function decode(part: string, bytes: Buffer): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new KansliError('word.not-docx', { reason: `unreadable text in ${part}` }, { cause })
  }
}
