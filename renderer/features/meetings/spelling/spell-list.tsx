/** Words that may be meant, beside the misspelt one. The editor keeps the focus and answers the keys. */
// The editor keeps the focus and answers the keys, which <select> does not leave to it.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import './spelling.css'
import { useT } from '../../../i18n/i18n.ts'
import { Icon } from '../../../ui/icon.tsx'
import { popoverPlace } from '../complete/place.ts'
import { spellListId, spellRowId, useSpellMenu } from './state.ts'

const height = 260

export function SpellList() {
  const t = useT()
  const menu = useSpellMenu()
  if (menu === null) return null
  const rows = [...(menu.words ?? []), null]
  return (
    <div className="slash popover" style={popoverPlace(menu, height)}>
      {menu.words === null && <p className="spell-wait">{t('writing:spelling.looking')}</p>}
      {menu.words?.length === 0 && <p className="spell-wait">{t('writing:spelling.nothing')}</p>}
      <div role="listbox" id={spellListId} aria-label={t('writing:spelling.label', { word: menu.word })}>
        {rows.map((word, index) => (
          <div
            key={word ?? ' '}
            id={spellRowId(index)}
            role="option"
            aria-selected={index === menu.index}
            className="slash-row"
            onPointerDown={(event) => {
              event.preventDefault()
              menu.take(index)
            }}
          >
            {word === null ? (
              <>
                <Icon name="plus" />
                <span>{t('writing:spelling.learn', { word: menu.word })}</span>
              </>
            ) : (
              <span>{word}</span>
            )}
          </div>
        ))}
      </div>
    </div>
  )
}
