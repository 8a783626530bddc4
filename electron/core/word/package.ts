/** Reads a Word file, whoever made it, into the data that checks and readers need. */
import { KansliError } from '#contract/errors.ts'
import type { DocumentParts, NumberingInstance, Style } from './parts.ts'
import { readCore, readCustom, readNumbering, readRelations, readStyles } from './read-definitions.ts'
import type { Relation } from './read-definitions.ts'
import { readStory } from './read-story.ts'
import { openZip } from './zip.ts'
import type { ZipArchive } from './zip.ts'

/** Errors: `word.not-docx` when it is no Word document, `word.unsafe` when it breaks a limit. */
export function readPackage(bytes: Uint8Array): DocumentParts {
  const archive = openZip(bytes)
  const root = relationsOf(archive, '')
  const main = partNamed(archive, root, 'officeDocument', '') ?? 'word/document.xml'
  if (!archive.has(main)) throw new KansliError('word.not-docx', { reason: 'no document part' })
  const relations = relationsOf(archive, main)
  const languages: DocumentParts['languages'] = []
  const tagsOf = (part: string) => {
    const tags = new Set<string>()
    languages.push({ part, tags })
    return tags
  }

  const body = readStory(main, archive.read(main), tagsOf(main))
  const margins: DocumentParts['margins'] = new Map()
  for (const relation of relations) {
    if (relation.type !== 'header' && relation.type !== 'footer') continue
    const part = resolve(main, relation.target)
    if (!archive.has(part)) continue
    margins.set(relation.id, { kind: relation.type, part, story: readStory(part, archive.read(part), tagsOf(part)) })
  }
  const part = (list: readonly Relation[], type: string, from: string) => {
    const name = partNamed(archive, list, type, from)
    return name === null ? null : { name, bytes: archive.read(name) }
  }
  const styles = part(relations, 'styles', main)
  const numbering = part(relations, 'numbering', main)
  const core = part(root, 'core-properties', '')
  const custom = part(root, 'custom-properties', '')
  const settings = part(relations, 'settings', main)
  if (settings !== null) readStory(settings.name, settings.bytes, tagsOf(settings.name))
  return {
    body,
    margins,
    languages,
    ...(styles === null
      ? { styles: new Map<string, Style>(), defaultStyle: null, defaultLanguage: null }
      : readStyles(styles.name, styles.bytes, tagsOf(styles.name))),
    numbering:
      numbering === null ? new Map<string, NumberingInstance>() : readNumbering(numbering.name, numbering.bytes),
    core:
      core === null ? { title: '', creator: '', lastModifiedBy: '', language: '' } : readCore(core.name, core.bytes),
    custom: custom === null ? new Map<string, string>() : readCustom(custom.name, custom.bytes),
  }
}

function relationsOf(archive: ZipArchive, part: string): Relation[] {
  const slash = part.lastIndexOf('/')
  const name = `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`
  return archive.has(name) ? readRelations(name, archive.read(name)) : []
}

function partNamed(archive: ZipArchive, relations: readonly Relation[], type: string, from: string): string | null {
  const relation = relations.find((candidate) => candidate.type === type)
  if (relation === undefined) return null
  const name = resolve(from, relation.target)
  return archive.has(name) ? name : null
}

/** Part a relation points at; a path that climbs out of the package finds nothing. */
function resolve(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path = from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}
