/** Joining what is written here with what was stored meanwhile from elsewhere: undo, another window, an accepted finding. */
import { byId, sameBlock, type Block } from './blocks.ts'

/** A paragraph changed on both sides. `stored` is null when it was removed there. */
export type Conflict = Readonly<{ id: string; stored: Block | null }>

/**
 * Ids of `first`, with those of `second` that are missing put behind the neighbour they follow there, and behind what
 * `isEarlier` of that which follows it in `first`.
 */
function joined(
  first: readonly string[],
  second: readonly string[],
  isEarlier: (id: string) => boolean = () => false,
): string[] {
  const ids = [...first]
  const seen = new Set(first)
  second.forEach((id, index) => {
    if (seen.has(id)) return
    const before = second.slice(0, index).findLast((one) => seen.has(one))
    let at = before === undefined ? 0 : ids.indexOf(before) + 1
    for (let next = ids[at]; next !== undefined && isEarlier(next); next = ids[at]) at += 1
    ids.splice(at, 0, id)
    seen.add(id)
  })
  return ids
}

/** Whether all of `ids` stand in `all`, in this order. */
function isWithin(ids: readonly string[], all: readonly string[]): boolean {
  let found = 0
  for (const id of all) if (id === ids[found]) found += 1
  return found === ids.length
}

/** A paragraph that waited for a choice when its page went, and its place. */
export type Waiting = Readonly<{ block: Block; position: number }>

/**
 * What waited for a choice, put back into what is written now. What has been written in since is left alone; a paragraph
 * that stands keeps the people it has.
 */
export function resumed(
  written: readonly Block[],
  stored: readonly Block[],
  waiting: readonly Waiting[],
): { blocks: Block[]; conflicts: Conflict[] } {
  const blocks = [...written]
  const conflicts: Conflict[] = []
  const [mine, theirs] = [byId(written), byId(stored)]
  for (const { block, position } of waiting) {
    const there = theirs.get(block.id)
    const back = there === undefined ? block : { ...block, people: there.people }
    if (!sameBlock(mine.get(block.id), there) || sameBlock(back, there)) continue
    if (there === undefined) blocks.splice(position, 0, back)
    else
      blocks.splice(
        blocks.findIndex(({ id }) => id === block.id),
        1,
        back,
      )
    conflicts.push({ id: block.id, stored: there ?? null })
  }
  return { blocks, conflicts }
}

/**
 * Three-way merge by paragraph. `bases` are the states the store may have been left in by this writer:
 * the acknowledged one first, then one that was sent without an answer. A side that did not change gives
 * way; a paragraph removed here but changed there comes back; one changed on both sides keeps the text
 * written here and is named as a conflict.
 */
export function merge(
  bases: readonly (readonly Block[])[],
  written: readonly Block[],
  stored: readonly Block[],
): { blocks: Block[]; conflicts: Conflict[] } {
  const known = bases.map(byId)
  const mine = byId(written)
  const theirs = byId(stored)
  const conflicts: Conflict[] = []
  const result = new Map<string, Block>()
  for (const id of new Set([...mine.keys(), ...theirs.keys()])) {
    const here = mine.get(id)
    const there = theirs.get(id)
    const untouchedThere = known.some((base) => sameBlock(base.get(id), there))
    const untouchedHere = sameBlock(known[0]?.get(id), here)
    let winner: Block | undefined
    if (sameBlock(here, there) || untouchedThere) winner = here
    else if (untouchedHere || here === undefined) winner = there
    else {
      winner = here
      conflicts.push({ id, stored: there ?? null })
    }
    if (winner !== undefined) result.set(id, winner)
  }
  const order = (blocks: readonly Block[]) => blocks.map((block) => block.id)
  // The newest of the states whose order stands there: what differs from it was moved here.
  const base = order(bases.findLast((one) => isWithin(order(one), order(stored))) ?? bases[0] ?? [])
  const common = (ids: readonly string[]) => ids.filter((id) => base.includes(id) && mine.has(id)).join()
  const movedHere = common(order(written)) !== common(base)
  // Two paragraphs are new at one place: what was stored first stands first.
  const ids = movedHere
    ? joined(order(written), order(stored))
    : joined(order(stored), order(written), (id) => !base.includes(id) && !mine.has(id))
  return { blocks: ids.map((id) => result.get(id)).filter((block) => block !== undefined), conflicts }
}
