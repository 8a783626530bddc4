/** Answers that stand, each with the way back. */
import { useState } from 'react'
import { Link } from 'wouter'
import type { Decision } from '#contract/identity.ts'
import { longDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { useRead, useWrite } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { KindIcon } from '../../ui/marks.tsx'
import { EmptyState, ErrorMessage } from '../../ui/message.tsx'
import { registerPath } from '../register/kinds.ts'
import { ReferenceRows } from './reference-rows.tsx'
import { reasonWords } from './words.ts'

const icons: Record<Decision['verdict'], IconName> = { same: 'check', different: 'cross', undecided: 'help' }

/** What taking a merge back does, before it is done. */
function UnmergeDialog({ decision, onClose }: { decision: Decision; onClose: () => void }) {
  const t = useT()
  const { data, error } = useRead('identity.preview', { id: decision.id })
  const reverse = useWrite('identity.reverse')
  const undo = () =>
    reverse.mutate(
      { id: decision.id },
      {
        onSuccess: () => {
          announce(t('identity:said.reversed', { name: decision.b.name }))
          onClose()
        },
      },
    )
  return (
    <Dialog
      title={t('identity:undo.title', { name: decision.b.name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('identity:cancel')}</Button>
          <Button look="primary" busy={reverse.isPending || data === undefined} onClick={undo}>
            {t('identity:undo.do')}
          </Button>
        </>
      }
    >
      {data !== undefined && (
        <>
          <p>{t('identity:undo.back', { count: data.back, name: decision.b.name })}</p>
          {data.staying === 0 ? (
            <p className="text-2">{t('identity:undo.nothingStays')}</p>
          ) : (
            <>
              <p>{t('identity:undo.stays', { count: data.staying, name: decision.a.name })}</p>
              <ul className="who-references">
                <ReferenceRows references={data.stays} />
              </ul>
            </>
          )}
        </>
      )}
      <ErrorMessage error={error ?? reverse.error} />
    </Dialog>
  )
}

function Party({ decision, side }: { decision: Decision; side: 'a' | 'b' }) {
  const { id, name, alive } = decision[side]
  return alive ? (
    <Link href={registerPath(decision.kind, id)} className="record">
      {name}
    </Link>
  ) : (
    <span className="record">{name}</span>
  )
}

export function Decisions({ decisions, total }: { decisions: readonly Decision[]; total: number }) {
  const t = useT()
  const language = useLanguage()
  const reverse = useWrite('identity.reverse')
  const [open, setOpen] = useState<Decision | null>(null)
  if (decisions.length === 0) return <EmptyState>{t('identity:noDecisions')}</EmptyState>
  const takeBack = (decision: Decision) => {
    if (decision.verdict === 'same') setOpen(decision)
    else
      reverse.mutate(
        { id: decision.id },
        { onSuccess: () => announce(t('identity:said.takenBack', { name: decision.a.name })) },
      )
  }
  return (
    <>
      <ErrorMessage error={reverse.error} />
      <ul className="who-decisions">
        {decisions.map((decision) => {
          const { forIt, againstIt } = reasonWords(t, decision.reasons)
          return (
            <li key={decision.id} className="who-decision">
              <Icon name={icons[decision.verdict]} />
              <div>
                <p>
                  <KindIcon kind={decision.kind} named /> <Party decision={decision} side="a" />{' '}
                  <span className="text-2">{t(`identity:between.${decision.verdict}`)}</span>{' '}
                  <Party decision={decision} side="b" />
                </p>
                <p className="small text-3">
                  {[longDate(decision.decidedAt.slice(0, 10), language), ...forIt, ...againstIt].join(' · ')}
                </p>
              </div>
              <Button
                look="bare"
                icon="undo"
                busy={reverse.isPending}
                aria-label={t(`identity:takeBackOf.${decision.verdict === 'same' ? 'same' : 'other'}`, {
                  a: decision.a.name,
                  b: decision.b.name,
                })}
                onClick={() => takeBack(decision)}
              >
                {t(decision.verdict === 'same' ? 'identity:undoMerge' : 'identity:takeBack')}
              </Button>
            </li>
          )
        })}
      </ul>
      {total > decisions.length && (
        <p className="small text-3">{t('identity:more', { count: total - decisions.length })}</p>
      )}
      {open !== null && <UnmergeDialog decision={open} onClose={() => setOpen(null)} />}
    </>
  )
}
