/** Names beside the caret. */
import './complete.css'
import { useT } from '../../../i18n/i18n.ts'
import type { T } from '../../../i18n/resources.ts'
import { Icon } from '../../../ui/icon.tsx'
import { CaretList } from '../page/caret-list.tsx'
import type { Choice } from './choices.ts'
import { completeListId, useCompleteMenu } from './state.ts'

const iconOf = { person: 'person', organisation: 'register', body: 'meeting', theme: 'text' } as const

function standingWord({ standing, kind }: Choice, t: T): string {
  if (standing === 'present') return t('writing:complete.present')
  if (standing === 'expected') return t('writing:complete.expected')
  if (standing !== 'new') return ''
  return t(kind === 'theme' ? 'writing:complete.newTheme' : 'writing:complete.new')
}

const joining = { guest: 'writing:complete.asGuest', staff: 'writing:complete.asStaff' } as const

const putsOnList = ({ kind, standing, joins }: Choice) =>
  kind === 'person' && (standing === 'new' || joins !== undefined)

export function CompleteList() {
  const t = useT()
  const menu = useCompleteMenu()
  if (menu === null) return null
  return (
    <CaretList
      id={completeListId}
      label={t('writing:complete.label')}
      at={menu}
      rows={menu.choices}
      index={menu.index}
      keyOf={({ key }) => key}
      rowClass="complete-row"
      onChoose={(choice, _index, shift) => menu.take(choice, shift)}
      foot={
        menu.running &&
        menu.choices.some(putsOnList) && <p className="complete-foot">{t('writing:complete.fromNow')}</p>
      }
      row={(choice) => {
        const { joins } = choice
        const said = joins === undefined ? standingWord(choice, t) : ''
        return (
          <>
            <Icon name={choice.standing === 'new' || joins !== undefined ? 'plus' : iconOf[choice.kind]} />
            <span className="complete-name">{choice.name}</span>
            <span className="text-3 complete-detail">
              {joins === undefined ? (choice.detail ?? '') : t(joining[joins])}
            </span>
            {said !== '' && <span className="complete-standing">{said}</span>}
          </>
        )
      }}
    />
  )
}
