/** Who and when of an assignment, to be filled in at once or later. */
import { parseDate, shortDate } from '../../../i18n/dates.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useLanguage, useT } from '../../../i18n/i18n.ts'
import { announce } from '../../../shell/announce.ts'
import { call } from '../../../transport/client.ts'
import { LockedScope, useLocked } from '../inline/locked.ts'
import { change } from '../page/state.ts'
import { flushAll, isUnderWay } from '../text/savers.ts'
import { TextChip } from './chip-frame.tsx'
import type { Action } from './face.ts'
import { useNames, type KnownName } from './names.ts'

/** A block that was just written gets its action with its first save: that one is waited for, however late it is. */
async function actionOf(meetingId: string, itemId: string, paragraphId: string): Promise<string | null> {
  try {
    for (;;) {
      await flushAll()
      // Known before the store is asked: what is saved by then is in its answer.
      const waits = isUnderWay(itemId)
      const view = await call('meetings.get', { id: meetingId })
      const found = view.items.flatMap((item) => item.actions).find((one) => one.paragraphId === paragraphId)
      if (found !== undefined) return found.id
      if (!waits) return null
    }
  } catch (error) {
    announce(errorText(error))
    return null
  }
}

type ActionChipsProps = {
  meetingId: string
  itemId: string
  paragraphId: string
  actions: readonly Action[]
  present: readonly KnownName[]
}

export function ActionChips({ meetingId, itemId, paragraphId, actions, present }: ActionChipsProps) {
  const one = (action: Action | null, index: number) => (
    <OneAction
      // By place: a field that somebody writes in stays when its action is stored for the first time.
      key={index}
      action={action}
      present={present}
      onSave={async (set) => {
        const id = action?.id ?? (await actionOf(meetingId, itemId, paragraphId))
        return id !== null && change('actions.set', { id, ...set })
      }}
    />
  )
  const locked = useLocked()
  // Who does it and by when is followed up after the minutes are locked; only what was taken on stands fast.
  return (
    <LockedScope value={locked && actions.length === 0}>
      {(actions.length === 0 ? [null] : actions).map(one)}
    </LockedScope>
  )
}

type OneActionProps = {
  action: Action | null
  present: readonly KnownName[]
  onSave: (set: { owner: string | null } | { due: string | null }) => Promise<boolean>
}

function OneAction({ action, present, onSave }: OneActionProps) {
  const t = useT()
  const language = useLanguage()
  const names = useNames(present)
  return (
    <>
      <TextChip
        label={t('meetings:action.owner')}
        value={action?.owner ?? null}
        empty={t('meetings:action.ownerAsk')}
        suggestions={names.all}
        preferred={names.names}
        onTyping={names.setTyped}
        parse={(typed) => ({ value: typed.trim() === '' ? null : names.complete(typed.trim()) })}
        onSave={(owner) => onSave({ owner })}
      />
      <TextChip
        label={t('meetings:action.due')}
        value={action?.due ?? null}
        show={(due) => shortDate(due, language)}
        // A date where it is one; otherwise the words, as the text has them: "till nästa möte".
        parse={(typed) => ({ value: typed.trim() === '' ? null : (parseDate(typed) ?? typed.trim()) })}
        empty={t('meetings:action.dueAsk')}
        after={
          action !== null && action.dueDate !== null && action.dueDate !== action.due ? (
            <span className="text-3"> {t('blocks:field.read', { date: shortDate(action.dueDate, language) })}</span>
          ) : null
        }
        maxLength={100}
        onSave={(due) => onSave({ due })}
      />
    </>
  )
}
