/** Reads styles, numbering, properties and relations of a Word file. */
import { readXml } from './xml-reader.ts'
import type { Element } from './xml-reader.ts'
import type { DocumentParts, NumberingInstance, NumberingLevel, Style } from './parts.ts'

type Visit = { open?(element: Element): void; close?(element: Element, text: string): void }

/** Walks a part, giving each closing element the text since the last opening one. */
function walk(part: string, bytes: Buffer, visit: Visit): void {
  let text = ''
  readXml(part, bytes, {
    open(element) {
      text = ''
      visit.open?.(element)
    },
    close(element) {
      visit.close?.(element, text)
      text = ''
    },
    text: (more) => {
      text += more
    },
  })
}

export function readStyles(
  part: string,
  bytes: Buffer,
  languages: Set<string>,
): Pick<DocumentParts, 'styles' | 'defaultStyle' | 'defaultLanguage'> {
  const styles = new Map<string, Style>()
  let defaultStyle: string | null = null
  let defaultLanguage: string | null = null
  let style: Style | null = null
  let inDefaults = false
  walk(part, bytes, {
    open({ name, attributes }) {
      const value = attributes['val']
      if (name === 'docDefaults') inDefaults = true
      if (name === 'lang') {
        for (const tag of Object.values(attributes)) languages.add(tag)
        if (inDefaults) defaultLanguage = value ?? null
        else if (style !== null) style.language = value ?? null
      }
      if (name === 'style') {
        style = {
          id: attributes['styleId'] ?? '',
          name: '',
          type: attributes['type'] ?? 'paragraph',
          basedOn: null,
          outlineLevel: null,
          numbering: null,
          language: null,
          bareLine: false,
        }
        styles.set(style.id, style)
        if (style.type === 'paragraph' && /^(?:1|true|on)$/.test(attributes['default'] ?? '')) defaultStyle = style.id
      }
      if (style === null) return
      if (name === 'name') style.name = value ?? ''
      if (name === 'basedOn') style.basedOn = value ?? null
      if (name === 'outlineLvl') style.outlineLevel = Number(value)
      if (name === 'numPr') style.numbering = { instance: null, level: 0 }
      if (name === 'numId' && style.numbering !== null) style.numbering.instance = value ?? null
      if (name === 'ilvl' && style.numbering !== null) style.numbering.level = Number(value)
      if (name === 'spacing' && 'line' in attributes && !('lineRule' in attributes)) style.bareLine = true
    },
    close({ name }) {
      if (name === 'docDefaults') inDefaults = false
      if (name === 'style') style = null
    },
  })
  return { styles, defaultStyle, defaultLanguage }
}

/** Numbering instances with the levels they end up with; picture bullets and style links are not followed. */
export function readNumbering(part: string, bytes: Buffer): Map<string, NumberingInstance> {
  const shapes = new Map<string, Map<number, NumberingLevel>>()
  const instances = new Map<string, NumberingInstance>()
  let shape: Map<number, NumberingLevel> | null = null
  let instance: NumberingInstance | null = null
  let level = 0
  let inLevel: NumberingLevel | null = null
  walk(part, bytes, {
    open({ name, attributes }) {
      const value = attributes['val'] ?? ''
      if (name === 'abstractNum')
        shapes.set(attributes['abstractNumId'] ?? '', (shape = new Map<number, NumberingLevel>()))
      if (name === 'num') {
        instance = { abstract: '', levels: new Map(), overrides: new Map() }
        instances.set(attributes['numId'] ?? '', instance)
      }
      if (name === 'abstractNumId' && instance !== null) {
        instance.abstract = value
        instance.levels = new Map(shapes.get(value) ?? [])
      }
      if (name === 'lvl' || name === 'lvlOverride') level = Number(attributes['ilvl'] ?? 0)
      if (name === 'lvl') {
        inLevel = { start: 0, format: 'decimal', text: '' }
        const owner = instance?.levels ?? shape
        owner?.set(level, inLevel)
      }
      if (name === 'startOverride') instance?.overrides.set(level, Number(value))
      if (inLevel === null) return
      if (name === 'start') inLevel.start = Number(value)
      if (name === 'numFmt') inLevel.format = value
      if (name === 'lvlText') inLevel.text = value
    },
    close({ name }) {
      if (name === 'lvl') inLevel = null
      if (name === 'num') instance = null
      if (name === 'abstractNum') shape = null
    },
  })
  return instances
}

export function readCore(part: string, bytes: Buffer): DocumentParts['core'] {
  const core = { title: '', creator: '', lastModifiedBy: '', language: '' }
  walk(part, bytes, {
    close({ name }, text) {
      if (name === 'title' || name === 'creator' || name === 'lastModifiedBy' || name === 'language') core[name] = text
    },
  })
  return core
}

export function readCustom(part: string, bytes: Buffer): Map<string, string> {
  const custom = new Map<string, string>()
  let property: string | null = null
  walk(part, bytes, {
    open({ name, attributes }) {
      if (name === 'property') property = attributes['name'] ?? ''
    },
    close({ name }, text) {
      if (name === 'property') property = null
      else if (property !== null) custom.set(property, text)
    },
  })
  return custom
}

export type Relation = { id: string; type: string; target: string }

/** Relations inside the package; those that point outside it are never followed. */
export function readRelations(part: string, bytes: Buffer): Relation[] {
  const relations: Relation[] = []
  walk(part, bytes, {
    open({ name, attributes }) {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return
      const { Id = '', Type = '', Target = '' } = attributes
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target: Target })
    },
  })
  return relations
}
