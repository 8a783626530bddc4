/** Known values under a field that takes any text. The field keeps the focus; arrows walk, Enter takes. */
// The field keeps the focus and answers the keys, which <datalist> does not leave to it.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { useState, type KeyboardEvent } from 'react'
import { fuzzy } from '../../../commands/fuzzy.ts'

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
            'aria-activedescendant': at >= 0 ? `${id}-list-${at}` : undefined,
          },
  }
}

export function SuggestList({ suggest, onChoose }: { suggest: Suggest; onChoose: (text: string) => void }) {
  if (suggest.found.length === 0) return null
  return (
    <span className="suggest popover" role="listbox" id={suggest.id}>
      {suggest.found.map((text, index) => (
        // The field answers the keys; the row takes the pointer, before the field would lose the focus.
        <span
          key={text}
          id={`${suggest.id}-${index}`}
          role="option"
          aria-selected={index === suggest.at}
          className="suggest-row"
          onPointerDown={(event) => {
            event.preventDefault()
            onChoose(text)
          }}
        >
          {text}
        </span>
      ))}
    </span>
  )
}
