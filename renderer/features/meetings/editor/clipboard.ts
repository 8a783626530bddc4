/** What is copied out of the text: plain words, and HTML that other programs understand and that comes back as it was. */
import { blockKinds } from '#contract/block-kinds.ts'
import { DOMSerializer, type Fragment, type Node } from 'prosemirror-model'
import type { Block, BlockFields, TextSpan } from '../text/blocks.ts'
import { blockOf, schema } from './schema.ts'

/** The attribute in which a copied block says what it is. */
const attribute = 'data-kansli-block'

type Own = Pick<Block, 'kind' | 'text' | 'fields' | 'spans'>

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const entryKinds = ['person', 'organisation', 'body', 'theme'] as const

function ownSpans(value: unknown, text: string): TextSpan[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one: unknown): TextSpan[] => {
    if (typeof one !== 'object' || one === null) return []
    const { from, to, kind, ref } = one as Record<string, unknown>
    if (!Number.isInteger(from) || !Number.isInteger(to)) return []
    const place = { from: Number(from), to: Number(to) }
    if (place.from < 0 || place.to <= place.from || place.to > text.length) return []
    if (kind === 'foreign') return [{ ...place, kind, ref: null }]
    const known = entryKinds.find((each) => each === kind)
    return known !== undefined && typeof ref === 'string' && uuid.test(ref) ? [{ ...place, kind: known, ref }] : []
  })
}

/** How a list entry stands, and which sort of block it is; who and when stay with the one that was copied. */
function ownFields(value: unknown): BlockFields | null {
  if (typeof value !== 'object' || value === null) return null
  const { ordered, level, voice, dissent } = value as Record<string, unknown>
  const known: BlockFields = {
    ...(ordered === true ? { ordered } : {}),
    ...(level === 1 || level === 2 ? { level } : {}),
    ...(voice === 'group' || voice === 'plenary' ? { voice } : {}),
    ...(dissent === 'reservation' || dissent === 'statement' || dissent === 'note' ? { dissent } : {}),
  }
  return Object.keys(known).length === 0 ? null : known
}

/** The block that an element of copied text stands for; null for anything else. Any page may say anything: each part is checked. */
export function ownBlock(attributes: Readonly<Record<string, string>>): Own | null {
  const written = attributes[attribute]
  if (written === undefined) return null
  try {
    const value: unknown = JSON.parse(written)
    if (typeof value !== 'object' || value === null) return null
    const { kind, text, fields, spans } = value as Record<string, unknown>
    const known = blockKinds.find((one) => one === kind)
    if (known === undefined || typeof text !== 'string') return null
    const own = ownFields(fields)
    const fits =
      own === null ||
      (known === 'list' && !('voice' in own) && !('dissent' in own)) ||
      (known === 'discussion' && Object.keys(own).every((name) => name === 'voice')) ||
      (known === 'dissent' && Object.keys(own).every((name) => name === 'dissent'))
    return { kind: known, text, fields: fits ? own : null, spans: ownSpans(spans, text) }
  } catch {
    return null
  }
}

const names: Partial<Record<Block['kind'], string>> = { heading: 'h3', quotation: 'blockquote', list: 'li' }

function element(node: Node, document: Document): HTMLElement {
  const block = blockOf(node)
  const { kind, text, fields, spans } = block
  const made = document.createElement(kind === 'table' ? 'table' : (names[kind] ?? 'p'))
  if (kind === 'table') {
    for (const row of text.split('\n')) {
      const line = document.createElement('tr')
      for (const cell of row.split('\t'))
        line.append(Object.assign(document.createElement('td'), { textContent: cell }))
      made.append(line)
    }
  } else made.textContent = text
  made.setAttribute(attribute, JSON.stringify({ kind, text, fields, spans }))
  return made
}

/** Lists as lists, tables as tables: what Word and mail programs take over. */
class BlockSerializer extends DOMSerializer {
  override serializeFragment(fragment: Fragment, options: { document?: Document } = {}): DocumentFragment {
    const document = options.document ?? globalThis.document
    const all = document.createDocumentFragment()
    let list: HTMLElement | null = null
    fragment.forEach((node) => {
      if (node.isText || node.type.name === 'row' || node.type.name === 'cell') {
        all.append(document.createTextNode(node.textContent))
        return
      }
      const made = element(node, document)
      const ordered = blockOf(node).fields?.ordered === true
      const wanted = made.tagName === 'LI' ? (ordered ? 'OL' : 'UL') : null
      if (wanted === null) {
        list = null
        all.append(made)
        return
      }
      if (list?.tagName !== wanted) {
        list = document.createElement(wanted)
        all.append(list)
      }
      list.append(made)
    })
    return all
  }
}

export const blockSerializer = new BlockSerializer(
  DOMSerializer.nodesFromSchema(schema),
  DOMSerializer.marksFromSchema(schema),
)
