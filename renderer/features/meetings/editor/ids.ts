/** Keeps every block's id present and unique: what is split, pasted or dragged in gets one of its own. */
import { Plugin } from 'prosemirror-state'
import { idOf } from './schema.ts'

export function uniqueIds(newId: () => string): Plugin {
  return new Plugin({
    appendTransaction(transactions, _, state) {
      if (!transactions.some((transaction) => transaction.docChanged)) return null
      const seen = new Set<string>()
      const change = state.tr
      state.doc.forEach((node, position) => {
        const id = idOf(node)
        if (id !== '' && !seen.has(id)) {
          seen.add(id)
          return
        }
        const made = newId()
        seen.add(made)
        change.setNodeAttribute(position, 'id', made)
      })
      return change.docChanged ? change : null
    },
  })
}
