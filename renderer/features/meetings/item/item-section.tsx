/** One agenda item in the middle of the page: number in the margin, heading, text. */
// Whatever takes the focus inside makes the item the current one.
/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions */
import { memo } from 'react'
import { useT } from '../../../i18n/i18n.ts'
import { Menu, type MenuEntry } from '../../../ui/menu.tsx'
import type { Quote } from '../findings/quotes.ts'
import { InlineText } from '../inline/inline-text.tsx'
import { useLocked } from '../inline/locked.ts'
import { PrivateNote } from '../notes/private-note.tsx'
import { fileDrop } from '../prepare/files.tsx'
import { ItemPrep } from '../prepare/item-prep.tsx'
import { change, setPageState, startWriting } from '../page/state.ts'
import { shownBlocks, type Item, type View } from '../text/savers.ts'
import { addItem, moveItem, removeItem } from './item-changes.ts'
import { showHistory } from '../history/show.ts'
import { ItemText } from './item-text.tsx'
import { numberOf } from './face.ts'

type ItemProps = { view: View; item: Item; quotes: readonly Quote[] }
/** `filled`: its text stands on the page. */
type ItemSectionProps = ItemProps & { here: boolean; filled: boolean }

export const ItemSection = memo(function ItemSection({ here, filled, ...item }: ItemSectionProps) {
  const locked = useLocked()
  const { id, title } = item.item
  return (
    <section
      id={`item-${id}`}
      className="item"
      aria-labelledby={filled ? `item-${id}-title` : undefined}
      aria-label={filled ? undefined : title}
      tabIndex={-1}
      data-item={id}
      data-here={here || undefined}
      onFocus={() => setPageState({ here: id })}
      onMouseDown={(event) => {
        if (filled || locked || event.button !== 0) return
        // Its text comes by the press, under the pointer: no click would fall on it.
        event.preventDefault()
        startWriting(id, 'end')
      }}
      {...fileDrop(item.view.id, id, locked)}
    >
      {filled && <ItemBody {...item} />}
    </section>
  )
})

const ItemBody = memo(function ItemBody({ view, item, quotes }: ItemProps) {
  const t = useT()
  const locked = useLocked()
  const index = view.items.findIndex(({ id }) => id === item.id)
  const entries: MenuEntry[] = [
    {
      id: 'add',
      label: t('meetings:item.addAfter'),
      icon: 'plus',
      shortcut: 'Mod+Shift+Enter',
      run: () => void addItem(view, item.id),
    },
    {
      id: 'up',
      label: t('meetings:item.up'),
      icon: 'up',
      shortcut: 'Alt+Shift+ArrowUp',
      disabled: index === 0,
      run: () => void moveItem(view, item.id, -1),
    },
    {
      id: 'down',
      label: t('meetings:item.down'),
      icon: 'down',
      shortcut: 'Alt+Shift+ArrowDown',
      disabled: index === view.items.length - 1,
      run: () => void moveItem(view, item.id, 1),
    },
    {
      id: 'history',
      label: t('past:open'),
      icon: 'undo',
      run: () => showHistory(item.id),
    },
    {
      id: 'remove',
      label: t('meetings:item.remove'),
      icon: 'trash',
      danger: true,
      run: () => void removeItem(view, item.id),
    },
  ]
  const printed = numberOf(item)
  return (
    <>
      <div className="item-number">
        <InlineText
          look="number"
          label={t('meetings:item.number')}
          value={item.number}
          show={(number) => (item.numberStyle === 'paragraph' ? `§ ${number}` : number)}
          parse={(typed) => ({ value: typed.replace(/§/g, '').trim() === '' ? null : typed.replace(/§/g, '').trim() })}
          empty="–"
          maxLength={40}
          onSave={(number) => change('items.set', { id: item.id, number })}
        />
      </div>
      <div className="item-head">
        <h2
          id={`item-${item.id}-title`}
          aria-label={`${printed ?? ''} ${item.title === '' ? t('meetings:item.untitled') : item.title}`.trim()}
        >
          <InlineText
            look="heading"
            wordsOf="title"
            label={t('meetings:item.title')}
            value={item.title === '' ? null : item.title}
            empty={t('meetings:item.titleEmpty')}
            onSave={(title) => change('items.set', { id: item.id, title: title ?? '' })}
            onDone={() => startWriting(item.id, shownBlocks(item).length === 0 ? 'end' : 'start')}
          />
        </h2>
        <Menu
          label={t('meetings:item.more')}
          icon="more"
          iconOnly
          entries={locked ? entries.filter(({ id }) => id === 'history') : entries}
        />
      </div>
      <ItemPrep view={view} item={item} names={view.attendance.map((one) => one.name)} />
      <ItemText view={view} item={item} quotes={quotes} />
      <PrivateNote view={view} item={item} />
    </>
  )
})
