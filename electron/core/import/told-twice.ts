/** Tasks an item tells in its text and lists once more below: "JT will bring a comparison. … ACTION: JT to prepare a comparison". */
import type { ProposedItem } from '#contract/proposal.ts'
import type { ItemContext } from './item-context.ts'
import { ownerByInitials } from './owners.ts'
import { wordsOf } from './words.ts'

function telling(text: string): Set<string> {
  return new Set(
    wordsOf(text)
      .map((word) => word.toLowerCase())
      .filter(
        (word) =>
          word.length > 3 && !/^(?:will|shall|skall|with|that|this|från|till|efter|innan|before|after)$/u.test(word),
      ),
  )
}

/** Takes away what a sentence hands out where a line of its own further down hands the same person mostly the same words. */
export function leaveToldTwice(item: ProposedItem, context: Pick<ItemContext, 'crew'>): void {
  const own = (owner: string | null): string | null =>
    owner === null ? null : ownerByInitials(owner, context.crew.named)
  item.actions = item.actions.filter((told) => {
    if (!told.inline || told.owner === null) return true
    const words = telling(told.text)
    return !item.actions.some((listed) => {
      if (listed.inline || listed.block <= told.block || own(listed.owner) !== own(told.owner)) return false
      const again = telling(listed.text)
      const shared = [...words].filter((word) => again.has(word)).length
      return shared > 1 && shared >= words.size * 0.6
    })
  })
}
