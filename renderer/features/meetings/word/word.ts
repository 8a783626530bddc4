/** The meeting as a Word document. A draft always leaves; what the check finds is said afterwards. */
import type { Output } from '#contract/methods.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { loadWords, translate } from '../../../i18n/i18n.ts'
import { announce } from '../../../shell/announce.ts'
import { call } from '../../../transport/client.ts'
import { createStore } from '../../../ui/store.ts'
import { flushAll } from '../text/savers.ts'
import { setPageState } from '../page/state.ts'

export type WordFinding = Output<'word.export'>['findings'][number]
export type WordState =
  | { step: 'none' }
  | { step: 'running'; meetingId: string }
  | { step: 'done'; meetingId: string; file: string; findings: readonly WordFinding[] }
  | { step: 'failed'; meetingId: string; error: unknown }

const store = createStore<WordState>({ step: 'none' })
export const useWord = store.use

/** Saves the text first, so that the document holds what stands on the screen. */
export async function exportWord(meetingId: string): Promise<void> {
  if (store.get().step === 'running') return
  const before = store.get()
  store.set({ step: 'running', meetingId })
  try {
    await flushAll()
    const [{ saved, fileName, findings }] = await Promise.all([call('word.export', { meetingId }), loadWords('word')])
    if (saved === null) {
      store.set(before)
      return
    }
    const t = translate()
    store.set({ step: 'done', meetingId, file: saved === '' ? fileName : saved, findings })
    setPageState({ tab: 'word' })
    announce(
      findings.length === 0
        ? t('meetings:word.doneClean', { file: fileName })
        : t('meetings:word.done', { file: fileName, count: findings.length }),
    )
  } catch (error) {
    store.set({ step: 'failed', meetingId, error })
    setPageState({ tab: 'word' })
    announce(errorText(error))
  }
}
