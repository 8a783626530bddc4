/** The `/` menu beside the caret. */
import { Kbd } from '../../../ui/marks.tsx'
import { useT } from '../../../i18n/i18n.ts'
import { CaretList } from './caret-list.tsx'
import { openEditorNow, useSlashMenu } from './state.ts'

export function SlashList() {
  const t = useT()
  const menu = useSlashMenu()
  if (menu === null) return null
  const chosen = menu.entries[menu.index]
  return (
    <>
      <CaretList
        id="slash-list"
        label={t('blocks:slash.label')}
        at={menu}
        rows={menu.entries}
        index={menu.index}
        keyOf={({ id }) => id}
        onChoose={(entry) => openEditorNow()?.choose(entry)}
        row={(entry) => (
          <>
            <span>{entry.label}</span>
            <span className="text-3">{entry.hint}</span>
            {entry.shortcut !== undefined && <Kbd shortcut={entry.shortcut} />}
          </>
        )}
      />
      <output className="visually-hidden">{chosen === undefined ? '' : `${chosen.label}, ${chosen.hint}`}</output>
    </>
  )
}
