/** The fields of one block in a row: Tab walks them and leads back to the words, Escape does so at once. */
import type { KeyboardEvent, ReactNode } from 'react'
import { useT } from '../../../i18n/i18n.ts'
import { KeyGroup } from '../../../ui/keys-within.tsx'

const fields = 'button, input, select'

function fieldsIn(row: Element): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>(fields)]
}

/** Into the fields of a block; false when it has none. */
export function enterChips(blockId: string): boolean {
  const row = document.querySelector(`.blk[data-id="${CSS.escape(blockId)}"] .chip-row`)
  const first = row === null ? undefined : fieldsIn(row)[0]
  first?.focus()
  return first !== undefined
}

type ChipRowProps = {
  /** Back to the words; nothing where no editor is open. */
  onLeave?: () => void
  children: ReactNode
}

export function ChipRow({ onLeave, children }: ChipRowProps) {
  const t = useT()
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (onLeave === undefined || event.defaultPrevented || !(event.target instanceof HTMLElement)) return
    const all = fieldsIn(event.currentTarget)
    const edge = event.shiftKey ? all[0] : all.at(-1)
    const out = event.key === 'F2' || event.key === 'Escape' || (event.key === 'Tab' && edge === event.target)
    if (!out) return
    event.preventDefault()
    event.stopPropagation()
    onLeave()
  }
  return (
    <KeyGroup as="fieldset" className="chip-row" aria-label={t('blocks:field.fieldsOf')} onKeyDown={onKeyDown}>
      {children}
    </KeyGroup>
  )
}
