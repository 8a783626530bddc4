/**
 * Taking back from within a text: the newest act of the workspace, be it typing or a key on a row beside it, in their
 * true order. Each pause in typing ends a step, so that the store's own history is as fine as an editor's.
 */
import { stepKey } from '../../../commands/step-names.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { translate } from '../../../i18n/i18n.ts'
import { announce } from '../../../shell/announce.ts'
import { call } from '../../../transport/client.ts'
import { write } from '../../../transport/hooks.ts'
import { openEditorNow } from '../page/state.ts'
import { canBeSaved, flushAll, receive, startGroup } from './savers.ts'

/** The newest step when the meeting was opened: what is older is not taken back by a key pressed in its text. */
let oldest = 0

/** Steps from now on may be taken back. */
export async function markStart(): Promise<void> {
  try {
    oldest = (await call('history.state', {})).undo?.step ?? 0
  } catch {
    // Without an answer nothing is taken back that was done before.
    oldest = Number.MAX_SAFE_INTEGER
  }
}

async function take(direction: 'undo' | 'redo', meetingId: string, itemId: string): Promise<void> {
  const t = translate()
  const editor = openEditorNow()
  startGroup()
  await flushAll()
  // Text that does not get to the store is taken back where it is.
  if (!canBeSaved(itemId)) {
    if (direction === 'undo') editor?.back()
    else editor?.again()
    return
  }
  const step = (await call('history.state', {}))[direction]
  if (step === null || step.step <= oldest) {
    announce(direction === 'undo' ? t('meetings:text.undoEnd') : t('undo.nothingForward'))
    return
  }
  await write(direction === 'undo' ? 'history.undo' : 'history.redo', {})
  const view = await call('meetings.get', { id: meetingId })
  // What comes from elsewhere later leaves the caret where it is, also when this changes nothing here.
  const stay = editor?.follow()
  receive(view)
  stay?.()
  if (step.method === 'items.saveText') return
  const name = t(stepKey(step.method))
  announce(direction === 'undo' ? t('undo.done', { step: name }) : t('undo.doneForward', { step: name }))
}

let last: Promise<void> = Promise.resolve()

/** Takes back or does again, one after the other however quickly the key comes. */
export function takeBack(direction: 'undo' | 'redo', meetingId: string, itemId: string): void {
  const release = openEditorNow()?.hold()
  last = last
    .then(() => take(direction, meetingId, itemId))
    .catch((error: unknown) => announce(errorText(error)))
    .finally(release)
}
