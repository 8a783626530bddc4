/** What is asked about one finding: its words, the proposal, and the three answers. */
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { KindIcon, Known, Unknown } from '../../ui/marks.tsx'
import { SourceLink, meetingPath, sourcePath } from '../../ui/source-link.tsx'
import { visible } from '../../ui/visible.ts'
import type { View } from '../meetings/text/savers.ts'
import { useLocked } from '../meetings/inline/locked.ts'
import { answer, mayChange } from './acts.ts'
import { ChangeForm } from './change-form.tsx'
import { setReviewState, useReviewState, type Finding } from './state.ts'
import { effectOf, nameOf, placeOf, questionOf, stateKeys } from './words.ts'

function Quote({ finding }: { finding: Finding }) {
  const { sentence, at, words } = finding
  if (sentence === '') return null
  return (
    <blockquote className="quote">
      {sentence.slice(0, at)}
      <mark>{sentence.slice(at, at + words.length)}</mark>
      {sentence.slice(at + words.length)}
    </blockquote>
  )
}

/** The words as they stand, and what they become. */
function Becomes({ from, to }: { from: string; to: string }) {
  return (
    <p className="review-becomes record">
      <span>{visible(from)}</span> <Icon name="arrow" /> <b>{visible(to)}</b>
    </p>
  )
}

function Proposed({ finding }: { finding: Finding }) {
  const t = useT()
  const { proposal, words } = finding
  switch (proposal.kind) {
    case 'words':
    case 'date':
    case 'name':
      return (
        <>
          <Becomes from={words} to={proposal.text} />
          {proposal.kind === 'date' && proposal.confirmedBy !== null && (
            <div>
              <p className="text-3 small">{t('review:confirmed')}</p>
              <blockquote className="quote">{proposal.confirmedBy.quote}</blockquote>
              <SourceLink to={sourcePath(proposal.confirmedBy.sourceId, proposal.confirmedBy.line)}>
                {[proposal.confirmedBy.source, t('source.line', { line: proposal.confirmedBy.line })].join(', ')}
              </SourceLink>
            </div>
          )}
          {proposal.kind === 'date' && proposal.confirmedBy === null && (
            <p className="text-3 small">{t('review:inferred')}</p>
          )}
          {finding.quoted && <p className="text-3 small">{t('review:quoted')}</p>}
        </>
      )
    case 'guest':
      return (
        <dl className="review-guest">
          <dt>{t('review:field.name')}</dt>
          <dd>
            <KindIcon kind="person" /> {proposal.name}
          </dd>
          <dt>{t('review:field.organisation')}</dt>
          <dd>
            <Known value={proposal.organisation} />
          </dd>
          <dt>{t('review:field.capacity')}</dt>
          <dd>{t('review:guest')}</dd>
        </dl>
      )
    case 'action':
      return (
        <dl className="review-guest">
          <dt>{t('review:field.owner')}</dt>
          <dd>
            <Unknown>{t('review:whoAsk')}</Unknown>
          </dd>
          <dt>{t('review:field.due')}</dt>
          <dd>
            <Unknown>{t('review:whenAsk')}</Unknown>
          </dd>
        </dl>
      )
    case 'presence':
    case 'seen':
      return null
  }
}

function Answers({ view, finding, all }: { view: View; finding: Finding; all: readonly Finding[] }) {
  const t = useT()
  const promise = finding.proposal.kind === 'action'
  const locked = useLocked()
  const seen = finding.proposal.kind === 'seen'
  const accept = seen ? 'review:do.seen' : promise ? 'review:do.action' : 'review:do.accept'
  return (
    <div className="finding-do">
      {(seen || !locked) && (
        <Button look="primary" shortcut="A" onClick={() => void answer(view.id, all, finding, 'accept')}>
          {t(accept)}
        </Button>
      )}
      {mayChange(finding) && !locked && (
        <Button shortcut="C" onClick={() => setReviewState({ changing: true })}>
          {t(promise ? 'review:do.who' : 'review:do.change')}
        </Button>
      )}
      <Button shortcut="D" onClick={() => void answer(view.id, all, finding, 'dismiss')}>
        {t(promise ? 'review:do.noPromise' : 'review:do.dismiss')}
      </Button>
    </div>
  )
}

function Settled({ view, finding, all }: { view: View; finding: Finding; all: readonly Finding[] }) {
  const t = useT()
  const locked = useLocked()
  if (finding.state === 'open') return null
  return (
    <>
      <p className="text-2">
        {t('review:settledAs', { state: t(stateKeys[finding.state]) })}
        {finding.put !== null && finding.put !== finding.words && (
          <> {t('review:standsNow', { words: visible(finding.put) })}</>
        )}
      </p>
      {(finding.put === null || !locked) && (
        <div className="finding-do">
          <Button shortcut="O" onClick={() => void answer(view.id, all, finding, 'open')}>
            {t('review:do.reopen')}
          </Button>
        </div>
      )}
    </>
  )
}

type JudgeProps = { view: View; finding: Finding; all: readonly Finding[]; heading?: boolean }

export function Judge({ view, finding, all, heading = false }: JudgeProps) {
  const t = useT()
  const { changing } = useReviewState()
  const locked = useLocked()
  const open = finding.state === 'open'
  const place = placeOf(view, finding, t)
  const question = questionOf(finding, t)
  return (
    <div className="finding-more review-judge">
      {heading && <h2>{question}</h2>}
      {/* The row above has said its name already. */}
      {!heading && question !== nameOf(finding, t) && <p>{question}</p>}
      <Quote finding={finding} />
      {heading && finding.itemId !== null && (
        <SourceLink to={meetingPath(view.id, finding.itemId)}>{t('review:inText', { place })}</SourceLink>
      )}
      {open && (!changing || locked) && <Proposed finding={finding} />}
      {open && changing && mayChange(finding) && !locked ? (
        <ChangeForm key={finding.key} view={view} finding={finding} all={all} />
      ) : (
        open && <Answers view={view} finding={finding} all={all} />
      )}
      <Settled view={view} finding={finding} all={all} />
      {open && <p className="text-3 small">{locked ? t('meetings:text.locked') : effectOf(finding, t)}</p>}
    </div>
  )
}
