/** Proposals by kind, with what can be answered. One stop for Tab; the arrows, J and K walk. */
import { useEffect, useMemo, useRef } from 'react'
import { findingKinds } from '#contract/findings.ts'
import type { NameStanding, Proposal } from '#contract/sources.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { walkRows } from '../../ui/table.tsx'
import { ProposalRow } from './proposal-row.tsx'
import type { Answers } from './use-answers.ts'

type ListProps = {
  found: readonly Proposal[]
  names: readonly NameStanding[]
  sourceId: string
  chosen: Proposal | null
  choose: (proposal: Proposal) => void
  answers: Answers
  withdrawn: boolean
}

/** The proposals as the list shows them: by kind, in the order of the text. */
export function inOrder(found: readonly Proposal[]): Proposal[] {
  return findingKinds.flatMap((kind) => found.filter(({ finding }) => finding.kind === kind))
}

export function ProposalList({ found, names, sourceId, chosen, choose, answers, withdrawn }: ListProps) {
  const t = useT()
  const list = useRef<HTMLDivElement>(null)
  const groups = useMemo(
    () =>
      findingKinds
        .map((kind) => ({ kind, rows: found.filter(({ finding }) => finding.kind === kind) }))
        .filter(({ rows }) => rows.length > 0),
    [found],
  )
  useEffect(() => walkRows(list.current), [])
  const first = groups[0]?.rows[0]
  return (
    <div ref={list}>
      {groups.map(({ kind, rows }) => {
        const open = rows.filter(({ state }) => state === 'open').length
        return (
          <section key={kind} className="src-group" aria-labelledby={`src-group-${kind}`}>
            <div className="src-group-head">
              <h3 id={`src-group-${kind}`} className="heading">
                {t(`sources:kind.${kind}`)} <span className="count">{rows.length}</span>
              </h3>
              {open > 0 && !withdrawn && (
                <Button
                  look="bare"
                  icon="check"
                  aria-label={t('sources:answer.acceptKindNamed', { kind: t(`sources:kind.${kind}`) })}
                  onClick={() => answers.acceptKind(kind)}
                >
                  {t('sources:answer.acceptKind')}
                </Button>
              )}
            </div>
            <ul className="src-rows">
              {rows.map((proposal) => (
                <ProposalRow
                  key={proposal.id}
                  proposal={proposal}
                  names={names}
                  sourceId={sourceId}
                  chosen={proposal.id === chosen?.id}
                  entry={chosen === null && proposal === first}
                  choose={choose}
                  answers={answers}
                  withdrawn={withdrawn}
                />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
