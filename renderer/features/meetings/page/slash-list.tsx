/** The `/` menu beside the caret. The editor keeps the focus and answers the keys. */
// The editor keeps the focus and answers the keys, which <select> does not leave to it.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { Kbd } from '../../../ui/marks.tsx'
import { useT } from '../../../i18n/i18n.ts'
import { openEditorNow, useSlashMenu } from './state.ts'

const height = 330

export function SlashList() {
  const t = useT()
  const menu = useSlashMenu()
  if (menu === null) return null
  const above = menu.bottom + height > window.innerHeight
  const place = above
    ? { left: menu.left, bottom: window.innerHeight - menu.top + 6 }
    : { left: menu.left, top: menu.bottom + 6 }
  const chosen = menu.entries[menu.index]
  return (
    <div className="slash popover" style={place}>
      <div role="listbox" aria-label={t('blocks:slash.label')}>
        {menu.entries.map((entry, index) => (
          <div
            key={entry.id}
            role="option"
            aria-selected={index === menu.index}
            ref={index === menu.index ? (row) => row?.scrollIntoView({ block: 'nearest' }) : undefined}
            className="slash-row"
            onPointerDown={(event) => {
              event.preventDefault()
              openEditorNow()?.choose(entry)
            }}
          >
            <span>{entry.label}</span>
            <span className="text-3">{entry.hint}</span>
            {entry.shortcut !== undefined && <Kbd shortcut={entry.shortcut} />}
          </div>
        ))}
      </div>
      <span className="visually-hidden" role="status">
        {chosen === undefined ? '' : `${chosen.label}, ${chosen.hint}`}
      </span>
    </div>
  )
}
