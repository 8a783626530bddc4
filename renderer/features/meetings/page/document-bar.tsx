/** Over the text: which meeting, whether all is saved, the way to the network and to Word. */
import { clockOf } from '../../../i18n/dates.ts'
import { useLanguage, useT } from '../../../i18n/i18n.ts'
import { useSaved } from '../../../transport/saved.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { StateMoon, type DocumentState } from '../../../ui/marks.tsx'
import { PaneButton } from '../../../ui/panes.tsx'
import { SendMenu } from '../prepare/send-menu.tsx'
import { settledState } from '../../../ui/document-state.ts'
import { isPassing, useTextState, type View } from '../text/savers.ts'
import { isOpen, type Finding } from '../../review/state.ts'
import { exportWord, useWord } from '../word/word.ts'

/**
 * Only acknowledged text counts as saved. When all of it is, the time is that of the last acknowledgement of anything,
 * the same that the foot says; before, it is that of the last text that was.
 */
export function TextSaved() {
  const t = useT()
  const language = useLanguage()
  const { dirty, late, error, savedAt, conflicts, gone } = useTextState()
  const { at } = useSaved()
  const waits = dirty || late || error !== null || gone.length > 0 || conflicts.length > 0
  const saved = waits ? (savedAt ?? at) : at
  const last = saved === null ? null : clockOf(saved, language)
  const time = (words: string) => <time dateTime={saved ?? undefined}>{words}</time>
  if (late || gone.length > 0 || (error !== null && !isPassing(error.code)))
    return (
      <span className="text-saved danger">
        {last === null ? t('meetings:text.unsaved') : time(t('meetings:text.unsavedSince', { time: last }))}
      </span>
    )
  if (conflicts.length > 0) return <span className="text-saved warn">{t('meetings:text.waiting')}</span>
  if (dirty)
    return (
      <span className="text-saved">
        {last === null ? t('saved.pending') : time(t('meetings:text.saving', { time: last }))}
      </span>
    )
  if (last === null) return null
  return (
    <span className="text-saved">
      <Icon name="check" className="ok" />
      {time(t('meetings:text.saved', { time: last }))}
    </span>
  )
}

/** Findings wait, nothing is written, or it is a draft. */
function stateOf(view: View, findings: readonly Finding[]): DocumentState {
  const settled = settledState(view.head.state)
  if (settled !== null) return settled
  if (findings.some(isOpen)) return 'review'
  return view.items.every((item) => item.paragraphs.length === 0) ? 'planned' : 'draft'
}

export function DocumentBar({ view, findings }: { view: View; findings: readonly Finding[] }) {
  const t = useT()
  const word = useWord()
  return (
    <div className="document-bar">
      <PaneButton side="left" icon="text" label={t('meetings:agenda.label')} shortcut="Shift+F8" />
      <StateMoon state={stateOf(view, findings)} />
      {view.source !== null && (
        <span className="document-source">{t('meetings:bar.source', { source: view.source.name })}</span>
      )}
      <span className="document-do">
        <TextSaved />
        <SendMenu view={view} />
        <ButtonLink look="bare" icon="check" to={`/moten/${view.id}/justering`}>
          {t('meetings:bar.approval')}
        </ButtonLink>
        <ButtonLink look="bare" icon="map" to="/karta">
          {t('meetings:bar.network')}
        </ButtonLink>
        <PaneButton side="right" icon="person" label={t('meetings:side.label')} shortcut="F8" />
        <Button
          look="primary"
          icon="word"
          busy={word.step === 'running' && word.meetingId === view.id}
          title={t('meetings:bar.wordHint')}
          onClick={() => void exportWord(view.id)}
        >
          {t('meetings:bar.word')}
        </Button>
      </span>
    </div>
  )
}
