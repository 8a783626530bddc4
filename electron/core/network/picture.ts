/** The words that stand in a picture of the network. */
import en from '#assets/locales/en/picture.json' with { type: 'json' }
import sv from '#assets/locales/sv/picture.json' with { type: 'json' }
import type { Network, NodeKind } from '#contract/network.ts'
import type { SvgTexts } from './svg.ts'

export type PictureTexts = SvgTexts & { title: string; file: string }

const texts = { sv, en }
const kinds: readonly NodeKind[] = ['person', 'organisation', 'body', 'meeting', 'theme']

export function pictureTexts(language: 'sv' | 'en'): PictureTexts {
  return texts[language]
}

/** What the picture shows, in two sentences, for those who cannot see it. */
export function describeNetwork({ nodes, ties }: Network, language: 'sv' | 'en'): string {
  const { counts, description, empty } = texts[language]
  if (nodes.length === 0) return empty
  const say = (words: { one: string; other: string }, count: number) =>
    words[count === 1 ? 'one' : 'other'].replace('{{count}}', String(count))
  const counted = kinds.flatMap((kind) => {
    const count = nodes.filter((node) => node.kind === kind).length
    return count === 0 ? [] : [say(counts[kind], count)]
  })
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(counted)
  const most = nodes.reduce((best, node) => (node.degree > best.degree ? node : best))
  const parts: Readonly<Record<string, string>> = {
    nodes: list,
    ties: say(counts.tie, ties.length),
    most: most.label,
    mostTies: say(counts.tie, most.degree),
  }
  return description.replace(/\{\{(\w+)\}\}/gu, (place, name: string) => parts[name] ?? place)
}
