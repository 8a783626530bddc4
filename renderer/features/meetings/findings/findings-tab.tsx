/** What a reader should look at: the words, the proposal, and a yes or no. Decided ones stay in their place, quieter. */
// Keys are heard for the whole group; what takes the focus inside it answers the pointer.
/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions */
import { findingKey } from '../../../i18n/finding-words.ts'
import { useT, useLanguage } from '../../../i18n/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { setPageState, usePageState } from '../page/state.ts'
import { numberOf } from '../item/face.ts'
import type { View } from '../text/savers.ts'
import { showFinding, settleFinding, stepFinding } from './finding-changes.ts'
import { findingIcon, proposal, telling, type Finding } from './finding-words.ts'

function Chosen({ view, finding }: { view: View; finding: Finding }) {
  const t = useT()
  const language = useLanguage()
  const words = proposal(finding, t, language)
  const { from, to } = telling(finding)
  return (
    <div className="finding-more">
      {finding.quote !== '' && (
        <blockquote className="quote">
          {finding.quote.slice(0, from)}
          <mark>{finding.quote.slice(from, to)}</mark>
          {finding.quote.slice(to)}
        </blockquote>
      )}
      {words !== null && <p>{words}</p>}
      <div className="finding-do">
        {finding.state === 'open' ? (
          <>
            <Button shortcut="Enter" onClick={() => void settleFinding(view, finding, 'accepted')}>
              {words === null ? t('meetings:finding.seen') : t('meetings:finding.accept')}
            </Button>
            <Button look="bare" shortcut="X" onClick={() => void settleFinding(view, finding, 'dismissed')}>
              {t('meetings:finding.dismiss')}
            </Button>
          </>
        ) : (
          <Button look="bare" onClick={() => void settleFinding(view, finding, 'open')}>
            {t('meetings:finding.reopen')}
          </Button>
        )}
      </div>
    </div>
  )
}

export function FindingsTab({ view }: { view: View }) {
  const t = useT()
  const { finding: chosen } = usePageState()
  const settled = view.warnings.filter((one) => one.state !== 'open').length
  if (view.warnings.length === 0) return <p className="empty pane-text">{t('meetings:finding.none')}</p>
  return (
    <>
      <p className="pane-text text-2">{t('meetings:finding.settled', { count: settled, all: view.warnings.length })}</p>
      <ul
        className="findings inset-focus"
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          stepFinding(view, event.key === 'ArrowDown' ? 1 : -1)
        }}
      >
        {view.warnings.map((finding) => {
          const item = view.items.find((one) => one.id === finding.itemId)
          const open = chosen === finding.id
          const place = item === undefined ? null : numberOf(item)
          return (
            <li key={finding.id} data-chosen={open || undefined} data-settled={finding.state !== 'open' || undefined}>
              <button
                type="button"
                id={`finding-${finding.id}`}
                className="finding-row"
                aria-expanded={open}
                onFocus={() => setPageState({ finding: finding.id })}
                onClick={() => showFinding(view, finding)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || !open || finding.state !== 'open') return
                  event.preventDefault()
                  void settleFinding(view, finding, 'accepted')
                }}
              >
                <Icon
                  name={
                    finding.state === 'open'
                      ? findingIcon(finding.code)
                      : finding.state === 'accepted'
                        ? 'check'
                        : 'minus'
                  }
                />
                <span>
                  {t(findingKey(finding.code))}
                  {finding.state !== 'open' && (
                    <span className="visually-hidden">
                      ,{' '}
                      {finding.state === 'accepted'
                        ? t('meetings:finding.wasAccepted')
                        : t('meetings:finding.wasDismissed')}
                    </span>
                  )}
                </span>
                <span className="finding-place">
                  {place ?? (finding.line === null ? '' : t('source.line', { line: finding.line }))}
                </span>
                {!open && <span className="finding-quote">{finding.quote}</span>}
              </button>
              {open && <Chosen view={view} finding={finding} />}
            </li>
          )
        })}
      </ul>
    </>
  )
}
