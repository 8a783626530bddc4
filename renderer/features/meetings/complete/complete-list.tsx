/** Names beside the caret. The editor keeps the focus and answers the keys. */
// The editor keeps the focus and answers the keys, which <select> does not leave to it.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import './complete.css'
import { useT } from '../../../i18n/i18n.ts'
import type { T } from '../../../i18n/resources.ts'
import { Icon } from '../../../ui/icon.tsx'
import { popoverPlace } from './place.ts'
import type { Choice } from './choices.ts'
import { completeListId, completeRowId, useCompleteMenu } from './state.ts'

const height = 330

function standingWord({ standing }: Choice, t: T): string {
  if (standing === 'present') return t('writing:complete.present')
  if (standing === 'expected') return t('writing:complete.expected')
  return standing === 'new' ? t('writing:complete.new') : ''
}

export function CompleteList() {
  const t = useT()
  const menu = useCompleteMenu()
  if (menu === null) return null
  return (
    <div className="slash popover" style={popoverPlace(menu, height)}>
      <div role="listbox" id={completeListId} aria-label={t('writing:complete.label')}>
        {menu.choices.map((choice, index) => {
          const said = standingWord(choice, t)
          return (
            <div
              key={choice.key}
              id={completeRowId(index)}
              role="option"
              aria-selected={index === menu.index}
              ref={index === menu.index ? (row) => row?.scrollIntoView({ block: 'nearest' }) : undefined}
              className="slash-row complete-row"
              data-standing={choice.standing}
              onPointerDown={(event) => {
                event.preventDefault()
                menu.take(choice)
              }}
            >
              <Icon name={choice.standing === 'new' ? 'plus' : iconOf[choice.kind]} />
              <span className="complete-name">{choice.name}</span>
              <span className="text-3 complete-detail">{choice.detail ?? ''}</span>
              {said !== '' && <span className="complete-standing">{said}</span>}
            </div>
          )
        })}
      </div>
    </div>
  )
}

const iconOf = { person: 'person', organisation: 'register', body: 'meeting', theme: 'text' } as const
