/** The parts of a Word file that hold words, found by its own relations. */
import { KansliError } from '#contract/errors.ts'
import type { DocumentParts, NumberingInstance, Style } from '#core/word/parts.ts'
import { readNumbering, readRelations, readStyles, type Relation } from '#core/word/read-definitions.ts'
import { openZip, type ZipArchive } from '#core/word/zip.ts'

export type Part = { name: string; bytes: Buffer }

export type WordFile = {
  main: Part
  /** Headers, footers, footnotes, endnotes and comments; each part once. */
  beside: { kind: 'header' | 'footer' | 'footnote' | 'endnote' | 'comment'; part: Part }[]
  definitions: Pick<DocumentParts, 'styles' | 'defaultStyle' | 'numbering'>
}

const besideOf: Readonly<Record<string, WordFile['beside'][number]['kind']>> = {
  header: 'header',
  footer: 'footer',
  footnotes: 'footnote',
  endnotes: 'endnote',
  comments: 'comment',
}

function relationsOf(archive: ZipArchive, part: string): Relation[] {
  const slash = part.lastIndexOf('/')
  const name = `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`
  return archive.has(name) ? readRelations(name, archive.read(name)) : []
}

/** A path that climbs out of the package finds nothing. */
function resolve(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path = from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}

/** Errors: `word.not-docx` when it is no Word document, `word.unsafe` when it breaks a limit. */
export function openWordFile(bytes: Uint8Array): WordFile {
  const archive = openZip(bytes)
  const root = relationsOf(archive, '')
  const target = root.find((one) => one.type === 'officeDocument')?.target
  const main = target === undefined ? 'word/document.xml' : resolve('', target)
  if (!archive.has(main)) throw new KansliError('word.not-docx', { reason: 'no document part' })
  const relations = relationsOf(archive, main)
  const partOf = (name: string): Part => ({ name, bytes: archive.read(name) })
  const named = (type: string): Part | null => {
    const relation = relations.find((one) => one.type === type)
    const name = relation === undefined ? null : resolve(main, relation.target)
    return name === null || !archive.has(name) ? null : partOf(name)
  }
  const seen = new Set<string>()
  const beside = relations.flatMap(({ type, target: at }) => {
    const kind = besideOf[type]
    const name = resolve(main, at)
    if (kind === undefined || seen.has(name) || !archive.has(name)) return []
    seen.add(name)
    return [{ kind, part: partOf(name) }]
  })
  const styles = named('styles')
  const numbering = named('numbering')
  return {
    main: partOf(main),
    beside,
    definitions: {
      ...(styles === null
        ? { styles: new Map<string, Style>(), defaultStyle: null }
        : readStyles(styles.name, styles.bytes, new Set<string>())),
      numbering:
        numbering === null ? new Map<string, NumberingInstance>() : readNumbering(numbering.name, numbering.bytes),
    },
  }
}
