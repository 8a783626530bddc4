/** Words that a finding points at, marked where they stand. */
import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { quoteRanges, type Quote } from '../findings/quotes.ts'
import { flatText, rangesAt } from './flat.ts'

const key = new PluginKey<readonly Quote[]>('quotes')

export function quoteMarks(): Plugin<readonly Quote[]> {
  return new Plugin<readonly Quote[]>({
    key,
    state: {
      init: () => [],
      apply(transaction, quotes) {
        const meta: unknown = transaction.getMeta(key)
        // Only setQuotes sets this meta.
        return meta === undefined ? quotes : (meta as readonly Quote[])
      },
    },
    props: {
      decorations(state) {
        const quotes = key.getState(state) ?? []
        if (quotes.length === 0) return null
        const marks: Decoration[] = []
        state.doc.forEach((node, position) => {
          for (const { from, to, look } of quoteRanges(flatText(node), quotes))
            for (const range of rangesAt(node, position, from, to))
              marks.push(Decoration.inline(range.from, range.to, { class: `finding-${look}` }))
        })
        return DecorationSet.create(state.doc, marks)
      },
    },
  })
}

export const quotesKey = key
