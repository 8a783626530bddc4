/** The words of a saved web page as lines of text, and what it holds besides them. One pass, no tree. */
import { Parser } from 'htmlparser2'
import { KansliError } from '#contract/errors.ts'
import type { DocumentNote } from '#contract/sources.ts'
import type { StatedPublication } from '#core/reading/publication.ts'
import { PublishedFinder } from './html-published.ts'
import { entryMark, lineWriter } from './lines.ts'
import { noteBook } from './notes.ts'

const maxDepth = 512
const mostElements = 1_000_000

const words = (text: string) => new Set(text.split(' '))
/** Elements that begin and end a block of their own. */
const blocks = words(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend main menu nav ol p pre section summary table tbody tfoot thead ul html',
)
/** Elements whose content is no text of the page. */
const unread = new Map<string, 'script' | 'form' | 'hidden'>([
  ['script', 'script'],
  ['style', 'script'],
  ['template', 'hidden'],
  ['head', 'script'],
  ['select', 'form'],
  ['datalist', 'form'],
  ['textarea', 'form'],
  ['svg', 'script'],
  ['math', 'script'],
])
const embedded = words('iframe object embed applet frame')
const hiddenStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i

type Level = { name: string; skip: boolean; list: 'ul' | 'ol' | null; count: number; pre: boolean }

/** Errors: `source.unsafe` for a page nested too deep or too large, `import.too-large`. */
export function htmlText(html: string): {
  text: string
  notes: DocumentNote[]
  title: string | null
  published: StatedPublication | null
} {
  const out = lineWriter()
  const notes = noteBook()
  const published = new PublishedFinder()
  const stack: Level[] = []
  let elements = 0
  let line = ''
  let mark = ''
  let cells: string[] | null = null
  let title: string | null = null
  let inTitle = false
  /** What is being passed over: how deep it began, why, and its words. */
  let skipping: { depth: number; code: 'script' | 'form' | 'hidden' | 'deleted'; words: string } | null = null
  let inserted: { depth: number; words: string } | null = null

  const flush = () => {
    const text = line
    line = ''
    if (cells !== null) {
      if (text.trim() !== '') cells[cells.length - 1] = `${cells.at(-1) ?? ''} ${text.trim()}`.trim()
      return
    }
    if (text.trim() === '') return
    out.add(mark === '' ? 'paragraph' : 'entry', text.trim(), mark)
    mark = ''
  }
  const endRow = () => {
    flush()
    const row = cells
    cells = null
    if (row !== null && row.some((cell) => cell !== ''))
      out.add('row', row.map((cell) => cell.replace(/\s+/gu, ' ')).join('\t'))
  }
  const openEntry = () => {
    flush()
    const lists = stack.filter(({ list }) => list !== null)
    const list = lists.at(-1)
    if (list !== undefined) list.count += 1
    mark = entryMark(lists.length - 1, list?.list === 'ol' ? `${list.count}.` : '•')
  }
  const skipCode = (name: string, attributes: Record<string, string>) => {
    if (unread.has(name)) return unread.get(name)
    if (name === 'del') return 'deleted' as const
    if ('hidden' in attributes || hiddenStyle.test(attributes['style'] ?? '')) return 'hidden' as const
    return undefined
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        elements += 1
        const level: Level = {
          name,
          skip: false,
          list: name === 'ul' || name === 'ol' ? name : null,
          count: Number.parseInt(attributes['start'] ?? '1', 10) - 1 || 0,
          pre: name === 'pre' || (stack.at(-1)?.pre ?? false),
        }
        stack.push(level)
        if (stack.length > maxDepth || elements > mostElements) throw new KansliError('source.unsafe')
        if (name === 'title' && title === null) inTitle = true
        published.element(name, attributes)
        if (skipping !== null) return
        const code = skipCode(name, attributes)
        if (code !== undefined) {
          skipping = { depth: stack.length, code, words: '' }
          return
        }
        if (name === 'img') notes.add('image', attributes['alt'] ?? '')
        else if (embedded.has(name)) notes.add('embedded', attributes['title'] ?? '')
        else if (name === 'input' && attributes['type'] !== 'hidden') notes.add('form', attributes['value'] ?? '')
        else if (name === 'ins' && inserted === null) inserted = { depth: stack.length, words: '' }
        if (name === 'br') line += '\n'
        else if (name === 'li') openEntry()
        else if (name === 'tr') {
          endRow()
          cells = []
        } else if ((name === 'td' || name === 'th') && cells !== null) {
          flush()
          cells.push('')
        } else if (blocks.has(name)) flush()
      },
      ontext(data) {
        if (inTitle) title = (title ?? '') + data
        published.text(data)
        if (skipping !== null) {
          if (skipping.words.length < 1000) skipping.words += data
          return
        }
        if (inserted !== null) inserted.words += data
        const text = stack.at(-1)?.pre === true ? data : data.replace(/[ \t\r\n\f]+/gu, ' ')
        // Space that the page's source has at the beginning of a line is none of the reader's.
        line += /(?:^|[\n ])$/u.test(line) && stack.at(-1)?.pre !== true ? text.replace(/^ /u, '') : text
      },
      oncomment(data) {
        if (data.trim() !== '') notes.add('comment', data)
      },
      onclosetag(name) {
        const depth = stack.length
        stack.pop()
        if (name === 'title') inTitle = false
        published.close(name)
        if (skipping !== null) {
          if (depth > skipping.depth) return
          if (skipping.words.trim() !== '' || skipping.code === 'form')
            notes.add(skipping.code, skipping.code === 'script' ? '' : skipping.words)
          skipping = null
          return
        }
        if (inserted !== null && depth <= inserted.depth) {
          notes.add('inserted', inserted.words, true)
          inserted = null
        }
        if (name === 'tr' || name === 'table') endRow()
        else if (name === 'li') {
          flush()
          mark = ''
        } else if (blocks.has(name)) flush()
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  // Parts, so that a page that is refused early costs little.
  const step = 65_536
  for (let at = 0; at < html.length; at += step) parser.write(html.slice(at, at + step))
  parser.end()
  endRow()
  flush()
  // TypeScript does not see that the callbacks have set it.
  const named = title as string | null
  return {
    text: out.text(),
    notes: notes.list(),
    title: named === null ? null : named.replace(/\s+/gu, ' ').trim() || null,
    published: published.found(),
  }
}
