/** The words of a Word file as lines of text, and what it holds besides them. */
import { numberLabels } from '#core/word/numbering-labels.ts'
import { openWordFile, type WordFile } from './docx-parts.ts'
import { readStoryWords, type StoryParagraph } from './docx-story.ts'
import { entryMark, lineWriter, type LineWriter } from './lines.ts'
import { noteBook, type NoteBook } from './notes.ts'
import type { DocumentNote } from '#contract/sources.ts'

function writeStory(
  out: LineWriter,
  paragraphs: readonly StoryParagraph[],
  definitions: WordFile['definitions'],
): void {
  const labels = numberLabels(definitions, paragraphs)
  const plain = (paragraph: StoryParagraph, index: number) => {
    const label = labels[index] ?? null
    if (label === null || label.trim() === '' || paragraph.text.trim() === '') return { mark: '', entry: false }
    // A bullet may be any sign of a symbol font, where a letter draws a ring or a tick; a number is words of the document.
    const bullet = /^\p{L}$/u.test(label.trim()) || !/[\p{L}\p{N}]/u.test(label)
    const level = paragraph.numbering?.level ?? 0
    return bullet ? { mark: entryMark(level), entry: true } : { mark: `${label.trim()} `, entry: false }
  }
  for (let at = 0; at < paragraphs.length;) {
    const paragraph = paragraphs[at]
    if (paragraph === undefined) break
    if (paragraph.row === null) {
      const { mark, entry } = plain(paragraph, at)
      out.add(entry ? 'entry' : 'paragraph', paragraph.text, mark)
      at += 1
      continue
    }
    const cells = new Map<number | null, string[]>()
    const { row } = paragraph
    for (; at < paragraphs.length && paragraphs[at]?.row === row; at += 1) {
      const inside = paragraphs[at]
      if (inside === undefined) break
      const words = plain(inside, at).mark + inside.text.replace(/\s+/gu, ' ').trim()
      if (!cells.has(inside.cell)) cells.set(inside.cell, [])
      if (words.trim() !== '') cells.get(inside.cell)?.push(words.trim())
    }
    out.add('row', [...cells.values()].map((cell) => cell.join(' ')).join('\t'))
  }
}

const told: Readonly<Record<WordFile['beside'][number]['kind'], { kept: boolean }>> = {
  header: { kept: false },
  footer: { kept: false },
  comment: { kept: false },
  // Notes are part of what the author says: they stand after the text.
  footnote: { kept: true },
  endnote: { kept: true },
}

function besideText(out: LineWriter, file: WordFile, notes: NoteBook): void {
  for (const { kind, part } of file.beside) {
    const { kept } = told[kind]
    const paragraphs = readStoryWords(part, notes)
    const byEntry = new Map<number, string[]>()
    for (const { entry, text } of paragraphs)
      if (text.trim() !== '') byEntry.set(entry, [...(byEntry.get(entry) ?? []), text.trim()])
    for (const words of byEntry.values()) {
      notes.add(kind, words.join(' '), kept)
      if (kept) for (const text of words) out.add('paragraph', text)
    }
  }
}

/** Errors: `word.not-docx`, `word.unsafe`, `import.too-large`. */
export function wordText(bytes: Uint8Array): { text: string; notes: DocumentNote[]; title: string | null } {
  const file = openWordFile(bytes)
  const notes = noteBook()
  const out = lineWriter()
  writeStory(out, readStoryWords(file.main, notes), file.definitions)
  besideText(out, file, notes)
  return { text: out.text(), notes: notes.list(), title: null }
}
