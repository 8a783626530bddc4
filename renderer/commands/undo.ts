/** Taking a step back, and forward again, with the step named in words. */
import { translate } from '../i18n/i18n.ts'
import { errorText } from '../i18n/error-text.ts'
import { useRead, write } from '../transport/hooks.ts'
import { announce } from '../shell/announce.ts'
import { call } from '../transport/client.ts'
import { stepKey } from './step-names.ts'

/** The steps that undo and redo would take, as read last; null when there is none. */
export function useHistory(open: boolean) {
  const { data } = useRead('history.state', {}, { enabled: open })
  return { undo: data?.undo ?? null, redo: data?.redo ?? null }
}

async function take(direction: 'undo' | 'redo'): Promise<void> {
  const t = translate()
  try {
    const before = await call('history.state', {})
    const step = before[direction]
    if (step === null) {
      announce(direction === 'undo' ? t('undo.nothing') : t('undo.nothingForward'))
      return
    }
    await write(direction === 'undo' ? 'history.undo' : 'history.redo', {})
    const name = t(stepKey(step.method))
    announce(direction === 'undo' ? t('undo.done', { step: name }) : t('undo.doneForward', { step: name }))
  } catch (error) {
    announce(errorText(error))
  }
}

let last: Promise<void> = Promise.resolve()

/** One after the other however quickly they are asked for: each says the step that it took. */
function inTurn(direction: 'undo' | 'redo'): Promise<void> {
  last = last.then(() => take(direction))
  return last
}

export const undo = () => inTurn('undo')
export const redo = () => inTurn('redo')
