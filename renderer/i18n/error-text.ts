/** The sentence of a coded error. It says what to do and comes from errors.json under the error's own code. */
import { CallError } from '../transport/host.ts'
import { isKey, loadWords, translate } from './i18n.ts'

/** Has the sentences at hand before the first error needs them. */
export function loadErrorTexts(): Promise<void> {
  return loadWords('errors')
}

/** A sentence for anything that was thrown. A code without a sentence is shown with the code, so that it can be asked about. */
export function errorText(error: unknown): string {
  const t = translate()
  if (!(error instanceof CallError)) return t('errors.unknown', { code: error instanceof Error ? error.message : '' })
  if (error.code === 'host.unreachable') return t('errors.unreachable')
  if (error.code === 'host.session') return t('errors.session')
  const key = `errors:${error.code}`
  return isKey(key) ? t(key, error.params) : t('errors.unknown', { code: error.code })
}
