/** Lists: with levels and numbers where the writer chose them, else as the lines of a source show them. */
import type { MeetingJson } from '#contract/minutes.ts'
import type { ListKind } from './numbering.ts'
import { addParagraph, foreignWords, printedLines } from './writer.ts'
import type { Writing } from './writer.ts'

type Block = MeetingJson['items'][number]['blocks'][number]

const markers: readonly { kind: ListKind; pattern: RegExp }[] = [
  { kind: 'point', pattern: /^(\d{1,3})\.\s+/ },
  { kind: 'parenthesis', pattern: /^(\d{1,3})\)\s+/ },
  { kind: 'letter', pattern: /^([a-z])\)\s+/ },
]
const bullet = /^(?:[-–—•·▪◦‣*●○]|o(?=\s))\s+/u

/** A run of list entries. */
export function addList(writing: Writing, blocks: readonly Block[]): void {
  if (blocks.some(({ fields }) => fields !== undefined)) addLevels(writing, blocks)
  else addMarked(writing, blocks)
}

type Entry = { block: Block; level: number; ordered: boolean }

/** Entries with levels: a list of its own as long as each level keeps to bullets or to numbers. */
function addLevels(writing: Writing, blocks: readonly Block[]): void {
  const entries = blocks.map((block): Entry => ({
    block,
    level: block.fields?.level ?? 0,
    ordered: block.fields?.ordered === true,
  }))
  for (let at = 0; at < entries.length;) {
    const shape: (boolean | undefined)[] = []
    let end = at
    for (let entry = entries[end]; entry !== undefined; entry = entries[end]) {
      const known = shape[entry.level]
      if (known !== undefined && known !== entry.ordered) break
      shape[entry.level] = entry.ordered
      end++
    }
    const instance = writing.numbering.levels([shape[0] === true, shape[1] === true, shape[2] === true])
    for (const { block, level } of entries.slice(at, end)) {
      // A line break inside an entry makes no entry of its own.
      const text = printedLines(writing, block.text).join(' ')
      addParagraph(writing, text, { style: 'ListBullet', instance, level, foreign: foreignWords(writing, block) })
    }
    at = end
  }
}

function addMarked(writing: Writing, blocks: readonly Block[]): void {
  addEntries(
    writing,
    blocks.flatMap((block) =>
      printedLines(writing, block.text).map((line) => ({ line, foreign: foreignWords(writing, block) })),
    ),
  )
}

/** The kind of list that a line is marked as an entry of; null when it is none. */
export function entryKind(line: string): ListKind | null {
  return bullet.test(line) ? 'bullet' : (markers.find(({ pattern }) => pattern.test(line))?.kind ?? null)
}

/**
 * A list of its own; entries that count up in one way become Word's numbers, everything else gets bullets.
 * @param lines printed, with the marks they were written with
 * @param lead the style of the first, where it keeps a distance to what stands above
 */
export function addEntries(
  writing: Writing,
  lines: readonly { line: string; foreign?: ReturnType<typeof foreignWords> }[],
  lead = 'ListBullet',
): void {
  const first = lines[0]?.line ?? ''
  const numbered = markers.find(({ kind, pattern }) => {
    const from = ordinal(kind, pattern.exec(first)?.[1])
    return from !== null && lines.every(({ line }, index) => ordinal(kind, pattern.exec(line)?.[1]) === from + index)
  })
  const start = numbered === undefined ? 1 : (ordinal(numbered.kind, numbered.pattern.exec(first)?.[1]) ?? 1)
  const instance = writing.numbering.list(numbered?.kind ?? 'bullet', start)
  for (const [index, { line, foreign }] of lines.entries()) {
    const text = line.replace(numbered?.pattern ?? bullet, '')
    const style = index === 0 ? lead : 'ListBullet'
    addParagraph(writing, text === '' ? line : text, { style, instance, ...(foreign === undefined ? {} : { foreign }) })
  }
}

function ordinal(kind: ListKind, mark: string | undefined): number | null {
  if (mark === undefined) return null
  return kind === 'letter' ? mark.charCodeAt(0) - 'a'.charCodeAt(0) + 1 : Number(mark)
}
