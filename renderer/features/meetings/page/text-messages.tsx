/** What stands between the words and the disk: late saving, two texts for one paragraph, text without an item. */
import { flushSync } from 'react-dom'
import { errorText } from '../../../i18n/error-text.ts'
import { useT } from '../../../i18n/i18n.ts'
import { announce } from '../../../shell/announce.ts'
import { CallError } from '../../../transport/host.ts'
import { Button } from '../../../ui/button.tsx'
import { Kbd } from '../../../ui/marks.tsx'
import { Message } from '../../../ui/message.tsx'
import { conflictKey, focusConflict } from './conflict-commands.ts'
import { openEditorNow, pageState, setPageState } from './state.ts'
import { forget, isPassing, rescue, settleConflict, useTextState, type Problem } from '../text/savers.ts'

const sentence = ({ code, params }: Problem) => errorText(new CallError(code, params))

function stopWriting(itemId: string): void {
  if (pageState().writing?.itemId === itemId) setPageState({ writing: null })
}

function giveUp(itemId: string): void {
  stopWriting(itemId)
  forget(itemId)
}

async function putInNewItem(itemId: string): Promise<void> {
  try {
    await rescue(itemId)
    stopWriting(itemId)
  } catch (error) {
    announce(errorText(error))
  }
}

/** Settles one question, and goes to the next, or back to the text. */
function settle(itemId: string, paragraphId: string, choice: 'mine' | 'stored' | 'both'): void {
  flushSync(() => settleConflict(itemId, paragraphId, choice))
  if (!focusConflict()) openEditorNow()?.focus()
}

export function TextMessages() {
  const t = useT()
  const { late, error, conflicts, gone } = useTextState()
  const lasting = error === null || isPassing(error.code) ? null : error
  return (
    <>
      {(late || lasting !== null) && (
        <Message tone="danger" title={t('meetings:text.late')}>
          <p>{error === null ? t('meetings:text.lateMore') : sentence(error)}</p>
          <p>{t('meetings:text.kept')}</p>
        </Message>
      )}
      {conflicts.map((conflict) => (
        <Message
          key={conflict.id}
          tone="warn"
          title={t('meetings:text.conflict', {
            item: conflict.itemTitle === '' ? t('meetings:item.untitled') : conflict.itemTitle,
          })}
          actions={
            <span className="two-text-answers">
              <Kbd shortcut={conflictKey} />
              <Button onClick={() => settle(conflict.itemId, conflict.id, 'mine')}>
                {t('meetings:text.keepMine')}
              </Button>
              <Button onClick={() => settle(conflict.itemId, conflict.id, 'stored')}>
                {conflict.stored === null ? t('meetings:text.takeRemoval') : t('meetings:text.takeStored')}
              </Button>
              {conflict.stored !== null && (
                <Button onClick={() => settle(conflict.itemId, conflict.id, 'both')}>
                  {t('meetings:text.keepBoth')}
                </Button>
              )}
            </span>
          }
        >
          <dl className="two-texts">
            <dt>{t('meetings:text.mine')}</dt>
            <dd className="quote">{conflict.mine}</dd>
            <dt>{t('meetings:text.stored')}</dt>
            <dd className="quote">{conflict.stored?.text ?? t('meetings:text.removed')}</dd>
          </dl>
        </Message>
      ))}
      {gone.map((lost) => (
        <Message
          key={lost.itemId}
          tone="warn"
          title={t('meetings:text.gone', { item: lost.title === '' ? t('meetings:item.untitled') : lost.title })}
          actions={
            <>
              <Button onClick={() => void putInNewItem(lost.itemId)}>{t('meetings:text.rescue')}</Button>
              <Button look="bare" onClick={() => giveUp(lost.itemId)}>
                {t('meetings:text.giveUp')}
              </Button>
            </>
          }
        >
          <p className="quote lost-text">{lost.blocks.map(({ text }) => text).join(' ')}</p>
        </Message>
      ))}
    </>
  )
}
