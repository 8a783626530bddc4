/**
 * Checks that reading a text loses nothing: every line that holds anything has exactly one place,
 * and the words of a placed line stand in what it was placed in.
 */
import type { Placement, ProposedMeeting } from '#contract/proposal.ts'
import { squeezed } from './compare.ts'

export type LostLine = { line: number; why: string; text: string }

/** Lines of `text` that are lost, counted from 1; lines placed as `unplaced` are listed, not lost. */
export function lostLines(
  text: string,
  meetings: readonly ProposedMeeting[],
): { lost: LostLine[]; unplaced: LostLine[] } {
  const lines = text.split(/\r\n|\n|\r/)
  const lost: LostLine[] = []
  const unplaced: LostLine[] = []
  const seen = new Map<number, number>()
  for (const meeting of meetings) {
    for (const placement of meeting.placements) {
      seen.set(placement.line, (seen.get(placement.line) ?? 0) + 1)
      const source = lines[placement.line - 1] ?? ''
      const entry = (why: string): LostLine => ({ line: placement.line, why, text: source.trim() })
      if (placement.part === 'unplaced') unplaced.push(entry('not placed'))
      const why = whyLost(meeting, placement, source, lines)
      if (why) lost.push(entry(why))
    }
  }
  lines.forEach((source, index) => {
    const times = seen.get(index + 1) ?? 0
    if (times === 1 || (times === 0 && source.trim() === '')) return
    lost.push({ line: index + 1, why: times === 0 ? 'has no place' : `has ${times} places`, text: source.trim() })
  })
  return { lost, unplaced }
}

function whyLost(
  meeting: ProposedMeeting,
  placement: Placement,
  source: string,
  lines: readonly string[],
): string | null {
  const words = squeezed(source)
  if (words === '') return null
  switch (placement.part) {
    case 'blank':
      return 'is called blank'
    case 'furniture':
      return isFurniture(source, lines) ? null : 'is called furniture but is neither a page number nor repeated'
    case 'paragraph':
    case 'list':
    case 'decision':
    case 'action':
      return kept(words, inBlock(meeting, placement)) ? null : `words are not in its ${placement.part}`
    case 'itemHeading': {
      const item = placement.item === null ? undefined : meeting.items[placement.item]
      return kept(words, `${item?.number ?? ''} ${item?.title ?? ''}`) ? null : 'words are not in its heading'
    }
    case 'participant': {
      const people = meeting.participants.filter((person) => person.line === placement.line)
      return people.length > 0 ? null : 'nobody is read from it'
    }
    case 'title':
      return kept(words, meeting.title) || kept(words, meeting.body ?? '') ? null : 'is not in the title'
    case 'sender':
      return kept(words, meeting.sender ?? '') || kept(words, meeting.body ?? '') ? null : 'is not in the sender'
    default:
      return null
  }
}

function inBlock(meeting: ProposedMeeting, placement: Placement): string {
  const item = placement.item === null ? undefined : meeting.items[placement.item]
  const block = placement.block === null ? undefined : item?.blocks[placement.block]
  return block?.text ?? ''
}

/** All letters are there; the mark or number of a list entry at the start may be gone, so may a label before a colon. */
function kept(words: string, within: string): boolean {
  const all = squeezed(within)
  if (all.includes(words)) return true
  const bare = words.replace(/^(\d{1,3}|[a-zåäö])(?=\p{L})/u, '')
  return all.includes(bare) || all.includes(words.replace(/^(beslut|decision|action|resolved)/, ''))
}

/** A page number alone, or a line that stands several times when figures are left out. */
function isFurniture(source: string, lines: readonly string[]): boolean {
  const bare = (line: string): string => squeezed(line).replace(/\d+/g, '#')
  const own = bare(source)
  if (/^(sida|sid|s|page|p)?#(av|of)?#?$/.test(own)) return true
  return lines.filter((line) => bare(line) === own).length > 1
}
