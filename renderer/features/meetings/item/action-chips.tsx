/** Who and when of an assignment, to be filled in at once or later. */
import { Fragment } from 'react'
import { shortDate, parseDate } from '../../../i18n/dates.ts'
import { useLanguage, useT } from '../../../i18n/i18n.ts'
import { Chip } from '../../../ui/marks.tsx'
import { InlineText } from '../inline/inline-text.tsx'
import { change } from '../page/state.ts'
import type { Action } from './face.ts'

const iso = /^\d{4}(-\d\d){0,2}$/

export function ActionChips({ actions, names }: { actions: readonly Action[]; names: readonly string[] }) {
  const t = useT()
  const language = useLanguage()
  if (actions.length === 0) {
    return (
      <>
        <Chip label={t('meetings:action.owner')} look="unknown">
          {t('meetings:action.ownerAsk')}
        </Chip>
        <Chip label={t('meetings:action.due')} look="unknown">
          {t('meetings:action.dueAsk')}
        </Chip>
      </>
    )
  }
  return actions.map((action) => (
    <Fragment key={action.id}>
      <span className="chip chip-edit" data-look={action.owner === null ? 'unknown' : 'plain'}>
        <span className="chip-label" aria-hidden="true">
          {t('meetings:action.owner')}
        </span>
        <InlineText
          look="chip"
          label={t('meetings:action.owner')}
          value={action.owner}
          empty={t('meetings:action.ownerAsk')}
          suggestions={names}
          onSave={(owner) => change('actions.set', { id: action.id, owner })}
        />
      </span>
      <span className="chip chip-edit" data-look={action.due === null ? 'unknown' : 'plain'}>
        <span className="chip-label" aria-hidden="true">
          {t('meetings:action.due')}
        </span>
        <InlineText
          look="chip"
          label={t('meetings:action.due')}
          value={action.due}
          show={(due) => (iso.test(due) ? shortDate(due, language) : due)}
          // A date where it is one; otherwise the words, as the text has them: "till nästa möte".
          parse={(typed) => ({ value: typed.trim() === '' ? null : (parseDate(typed) ?? typed.trim()) })}
          empty={t('meetings:action.dueAsk')}
          maxLength={100}
          onSave={(due) => change('actions.set', { id: action.id, due })}
        />
      </span>
    </Fragment>
  ))
}
