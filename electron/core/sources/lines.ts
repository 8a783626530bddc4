/**
 * Lines of a document as a person would type them: a paragraph a line, an empty line between paragraphs,
 * entries of a list and rows of a table close together.
 */
import { maxImportText } from '#contract/envelope.ts'
import { KansliError } from '#contract/errors.ts'

type Block = 'paragraph' | 'entry' | 'row'

export type LineWriter = {
  /** Adds a block; what is empty is passed over. Line breaks inside it make lines. */
  add(kind: Block, text: string, mark?: string): void
  text(): string
}

/** @throws KansliError import.too-large when the text outgrows what a text may be */
export function lineWriter(): LineWriter {
  const lines: string[] = []
  let before: Block | null = null
  let size = 0
  return {
    add(kind, text, mark = '') {
      const own = text.split('\n').map((line) => line.trimEnd())
      while (own[0]?.trim() === '') own.shift()
      while (own.at(-1)?.trim() === '') own.pop()
      if (own.length === 0) return
      if (before !== null && (kind === 'paragraph' || before !== kind)) lines.push('')
      before = kind
      own.forEach((line, index) => lines.push(index === 0 ? mark + line.trimStart() : line))
      size += text.length + 2
      if (size > maxImportText) throw new KansliError('import.too-large', { limit: maxImportText })
    },
    text: () => lines.join('\n'),
  }
}

/** Mark of an entry of a list, two spaces further in for each level below the first. */
export function entryMark(level: number, label = '•'): string {
  return `${'  '.repeat(Math.max(0, Math.min(level, 20)))}${label} `
}
