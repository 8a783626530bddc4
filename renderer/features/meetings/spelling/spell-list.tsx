/** Words that may be meant, beside the misspelt one. */
import './spelling.css'
import { useT } from '../../../i18n/i18n.ts'
import { Icon } from '../../../ui/icon.tsx'
import { CaretList } from '../page/caret-list.tsx'
import { spellListId, useSpellMenu } from './state.ts'

export function SpellList() {
  const t = useT()
  const menu = useSpellMenu()
  if (menu === null) return null
  return (
    <CaretList
      id={spellListId}
      label={t('writing:spelling.label', { word: menu.word })}
      at={menu}
      rows={[...(menu.words ?? []), null]}
      index={menu.index}
      keyOf={(word) => word ?? ' '}
      onChoose={(_, index) => menu.take(index)}
      row={(word) =>
        word === null ? (
          <>
            <Icon name="plus" />
            <span>{t('writing:spelling.learn', { word: menu.word })}</span>
          </>
        ) : (
          <span>{word}</span>
        )
      }
    >
      {menu.words === null && <p className="spell-wait">{t('writing:spelling.looking')}</p>}
      {menu.words?.length === 0 && <p className="spell-wait">{t('writing:spelling.nothing')}</p>}
    </CaretList>
  )
}
