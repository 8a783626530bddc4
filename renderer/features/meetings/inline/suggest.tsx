/** Known values under a field that takes any text. The field keeps the focus; arrows walk, Enter takes. */
import { useState, type KeyboardEvent } from 'react'
import { fuzzy } from '../../../commands/fuzzy.ts'
import { OptionList, optionId } from '../../../ui/option-list.tsx'

const most = 7

export type Suggest = ReturnType<typeof useSuggest>

/** Suggestions for what is typed; none while the field is closed (`typed` null). */
export function useSuggest(
  id: string,
  typed: string | null,
  known: readonly string[],
  preferred: readonly string[] = [],
) {
  const [index, setIndex] = useState(-1)
  const query = typed?.trim() ?? ''
  const first = new Set(preferred)
  const place = (text: string) => (first.has(text) ? 0 : 1)
  const found =
    typed === null || query === ''
      ? []
      : [...new Set(known)]
          .map((text) => ({ text, hit: fuzzy(query, text) }))
          .filter(({ text, hit }) => hit !== null && text !== query)
          .sort((a, b) => place(a.text) - place(b.text) || (b.hit?.score ?? 0) - (a.hit?.score ?? 0))
          .slice(0, most)
          .map(({ text }) => text)
  const open = found.length > 0
  const at = Math.min(index, found.length - 1)
  return {
    id: `${id}-list`,
    found,
    at,
    chosen: at >= 0 ? (found[at] ?? null) : null,
    reset: () => setIndex(-1),
    /** Takes the arrow keys while there is something to choose. */
    onKeyDown(event: KeyboardEvent): boolean {
      if (!open || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return false
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setIndex(at + step < -1 ? found.length - 1 : at + step >= found.length ? -1 : at + step)
      return true
    },
    wiring:
      known.length === 0
        ? {}
        : {
            role: 'combobox' as const,
            'aria-autocomplete': 'list' as const,
            'aria-expanded': open,
            'aria-controls': open ? `${id}-list` : undefined,
            'aria-activedescendant': at >= 0 ? optionId(`${id}-list`, at) : undefined,
          },
  }
}

export function SuggestList({ suggest, onChoose }: { suggest: Suggest; onChoose: (text: string) => void }) {
  if (suggest.found.length === 0) return null
  return (
    <OptionList
      id={suggest.id}
      className="suggest popover"
      rowClass="suggest-row"
      rows={suggest.found}
      index={suggest.at}
      keyOf={(text) => text}
      onChoose={onChoose}
    >
      {(text) => text}
    </OptionList>
  )
}
