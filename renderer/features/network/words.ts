/** Sentences about nodes and ties, shared by the panel, the table and what is read aloud. */
import type { NetworkNode, NetworkTie } from '#contract/network.ts'
import type { T } from '../../i18n/resources.ts'

/** "ledamot", else what the kind of tie is called: "deltog". */
export function tieWords(tie: NetworkTie, t: T): string {
  return tie.label ?? t(`network:ties.${tie.kind}`)
}

/** "Asta Påhittsson, person, 3 band". */
export function nodeWords(node: NetworkNode, ties: number, t: T): string {
  return t('network:said.node', { name: node.label, kind: t(`network:kind.${node.kind}`), count: ties })
}

/** Text in pieces, the names in it marked. A name inside a longer word is left alone. */
export function markNames(text: string, names: readonly string[]): { text: string; marked: boolean }[] {
  const wanted = [...new Set(names)].filter((name) => name.trim() !== '').toSorted((a, b) => b.length - a.length)
  if (wanted.length === 0) return [{ text, marked: false }]
  const escaped = wanted.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  const pieces: { text: string; marked: boolean }[] = []
  let end = 0
  for (const found of text.matchAll(pattern)) {
    if (found.index > end) pieces.push({ text: text.slice(end, found.index), marked: false })
    pieces.push({ text: found[0], marked: true })
    end = found.index + found[0].length
  }
  if (end < text.length || pieces.length === 0) pieces.push({ text: text.slice(end), marked: false })
  return pieces
}
