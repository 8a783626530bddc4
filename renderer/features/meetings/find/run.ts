/** Carries replacing out: every item in one write, which is one step to take back. */
import { errorText } from '../../../i18n/error-text.ts'
import { announce } from '../../../shell/announce.ts'
import { write } from '../../../transport/hooks.ts'
import { diff, told } from '../text/blocks.ts'
import { flushAll, shownBlocks, type View } from '../text/savers.ts'
import { matchesIn, type Match, type Texts } from './match.ts'
import { replacedBeside, replacedFields, replacedIn } from './replace.ts'
import type { FindState } from './state.ts'

export function textsOf(view: View): Texts {
  return view.items.map((item) => ({ ...item, blocks: shownBlocks(item) }))
}

/** Gives how many were replaced; 0 when nothing went through. `only`: that place alone. */
export async function replaceIn(view: View, find: FindState, only: Match | null): Promise<number> {
  // What is written is stored before it is looked at.
  await flushAll()
  const { matches } = matchesIn(textsOf(view), find.query, find)
  const wanted =
    only === null
      ? matches
      : matches.filter(
          ({ itemId, blockId, field, from, to }) =>
            itemId === only.itemId &&
            blockId === only.blockId &&
            field === only.field &&
            from === only.from &&
            to === only.to,
        )
  const items = view.items.flatMap((item) => {
    const own = wanted.filter(({ itemId }) => itemId === item.id)
    if (own.length === 0) return []
    const before = shownBlocks(item)
    const after = before.map((block) => {
      const matches = own.filter(({ blockId, part }) => part === null && blockId === block.id)
      const ranges = matches.filter(({ field }) => field === null)
      const withWords = ranges.length === 0 ? block : replacedIn(block, ranges, find.words)
      return replacedFields(withWords, matches, find.words)
    })
    const batch = diff(before, after)
    const beside = replacedBeside(item, own, find.words)
    if (batch === null && beside === null) return []
    return [
      {
        id: item.id,
        ...(batch === null ? { operations: [] } : told(batch)),
        ...(beside === null ? {} : { beside }),
      },
    ]
  })
  if (items.length === 0) return 0
  try {
    await write('texts.save', { meetingId: view.id, items })
    return wanted.length
  } catch (error) {
    announce(errorText(error))
    return 0
  }
}
