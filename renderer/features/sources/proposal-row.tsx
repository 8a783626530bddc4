/** One proposal; the chosen one shows its words, whom its names stand for, and what can be done. */
import { memo } from 'react'
import { Link } from 'wouter'
import { namesOfFinding } from '#contract/findings.ts'
import type { Finding } from '#contract/reading.ts'
import type { NameStanding, Proposal } from '#contract/sources.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { KindIcon } from '../../ui/marks.tsx'
import { registerPath } from '../register/kinds.ts'
import { NameStandings } from './name-standings.tsx'
import type { Answers } from './use-answers.ts'
import { findingWords, shapeOf } from './words.ts'

export const rowId = (id: string) => `src-proposal-${id}`

/** Names that a finding is about, as the source's list of names has them. */
export function namesOf(finding: Finding): ReadonlySet<string> {
  return new Set(namesOfFinding(finding).map(({ kind, who }) => `${kind} ${who.name}`))
}

type RowProps = {
  proposal: Proposal
  names: readonly NameStanding[]
  sourceId: string
  chosen: boolean
  /** The way into the list while nothing is chosen. */
  entry: boolean
  choose: (proposal: Proposal) => void
  answers: Answers
  withdrawn: boolean
}

/** Quotes shown at once; a line said forty times is one fact. */
const mostQuotes = 3

function Words({ proposal }: { proposal: Proposal }) {
  const t = useT()
  const { places } = proposal.finding
  const more = places.length - mostQuotes
  return (
    <div className="src-quotes">
      {places.slice(0, mostQuotes).map((place) => (
        <p key={`${place.from} ${place.quote}`} className="quote">
          <span className="src-quote-line">{t('sources:page.line', { line: place.from })}</span> {place.quote}
        </p>
      ))}
      {more > 0 && <p className="text-3 small">{t('sources:page.moreLines', { count: more })}</p>}
    </div>
  )
}

function Do({ proposal, answers }: { proposal: Proposal; answers: Answers }) {
  const t = useT()
  if (proposal.state !== 'open')
    return (
      <div className="src-do">
        <Button look="bare" icon="undo" shortcut="O" onClick={() => answers.reopen(proposal)}>
          {t('sources:answer.reopen')}
        </Button>
      </div>
    )
  return (
    <div className="src-do">
      <Button icon="check" shortcut="A" onClick={() => answers.accept([proposal])}>
        {t('sources:answer.accept')}
      </Button>
      <Button look="bare" icon="cross" shortcut="X" onClick={() => answers.reject(proposal)}>
        {t('sources:answer.reject')}
      </Button>
      <Button look="bare" icon="edit" shortcut="E" onClick={() => answers.edit(proposal)}>
        {t('sources:answer.edit')}
      </Button>
    </div>
  )
}

function Facts({ proposal }: { proposal: Proposal }) {
  const t = useT()
  const shown = proposal.facts.flatMap(({ kind, id }) =>
    kind === 'person' || kind === 'organisation' || kind === 'body' ? [{ kind, id }] : [],
  )
  if (shown.length === 0) return null
  return (
    <p className="src-facts">
      {shown.map(({ kind, id }) => (
        <Link key={id} href={registerPath(kind, id)} className="link">
          {t(`kinds.${kind}`)}
        </Link>
      ))}
    </p>
  )
}

export const ProposalRow = memo(function ProposalRow(props: RowProps) {
  const { proposal, names, sourceId, chosen, entry, choose, answers, withdrawn } = props
  const t = useT()
  const language = useLanguage()
  const { finding, state } = proposal
  const { title, detail } = findingWords(finding, t, language)
  const own = chosen ? namesOf(finding) : null
  return (
    <li className="src-row" data-state={state} data-chosen={chosen || undefined}>
      <button
        type="button"
        id={rowId(proposal.id)}
        data-row
        tabIndex={chosen || entry ? 0 : -1}
        aria-expanded={chosen}
        className="src-row-head"
        onFocus={() => {
          if (!chosen) choose(proposal)
        }}
        onClick={() => choose(proposal)}
      >
        <KindIcon kind={shapeOf[finding.kind]} outline={state === 'open'} />
        <span className="src-row-words">
          <span className="src-row-title">{title}</span>
          {detail !== '' && <span className="src-row-detail">{detail}</span>}
        </span>
        <span className="src-row-state">
          {state === 'accepted' && <Icon name="check" />}
          {state === 'rejected' && <Icon name="cross" />}
          {state === 'open' ? (
            t('sources:page.line', { line: finding.places[0]?.from ?? 0 })
          ) : (
            <span>{t(state === 'accepted' ? 'sources:answer.accepted' : 'sources:answer.rejected')}</span>
          )}
          {proposal.edited && <span> · {t('sources:answer.edited')}</span>}
        </span>
      </button>
      {chosen && own !== null && (
        <div className="src-row-more">
          <Words proposal={proposal} />
          {state !== 'rejected' && (
            <NameStandings
              sourceId={sourceId}
              names={names.filter(({ kind, name }) => own.has(`${kind} ${name}`))}
              fixed={withdrawn}
            />
          )}
          {state === 'accepted' && <Facts proposal={proposal} />}
          {!withdrawn && <Do proposal={proposal} answers={answers} />}
        </div>
      )}
    </li>
  )
})
