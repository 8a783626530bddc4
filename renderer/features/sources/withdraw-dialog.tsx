/** What withdrawing a text takes away and what stays, before it is done. */
// A list that scrolls must be reached by keyboard, though nothing in it is pressed.
/* oxlint-disable jsx-a11y/no-noninteractive-tabindex */
import type { FallingFact } from '#contract/sources.ts'
import { useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { useRead, useWrite } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorMessage } from '../../ui/message.tsx'

function Facts({ title, facts, left }: { title: string; facts: readonly FallingFact[]; left: boolean }) {
  const t = useT()
  if (facts.length === 0) return null
  return (
    <section className="src-falls" aria-label={title} tabIndex={0}>
      <h3 className="heading">{title}</h3>
      <ul>
        {facts.map((fact) => (
          <li key={`${fact.kind} ${fact.id}`}>
            <span className="text-3">{t(`sources:withdraw.fact.${fact.kind}`)}</span>
            <span>{fact.words}</span>
            {left && (
              <span className="text-3">
                {fact.left > 0 ? t('sources:withdraw.left', { count: fact.left }) : t('sources:withdraw.held')}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function WithdrawDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const t = useT()
  const { data, error } = useRead('sources.withdrawal', { id })
  const withdraw = useWrite('sources.withdraw')
  const run = () =>
    withdraw.mutate(
      { id },
      {
        onSuccess: () => {
          announce(t('sources:withdraw.said', { name }))
          onClose()
        },
      },
    )
  return (
    <Dialog
      title={t('sources:withdraw.title', { name })}
      wide
      onClose={onClose}
      actions={
        <>
          <Button look="bare" onClick={onClose}>
            {t('sources:page.cancel')}
          </Button>
          <Button look="danger" busy={withdraw.isPending || data === undefined} onClick={run}>
            {t('sources:withdraw.do')}
          </Button>
        </>
      }
    >
      <p>{t('sources:withdraw.lead')}</p>
      <ErrorMessage error={error ?? withdraw.error} />
      {data !== undefined && data.falls.length + data.stays.length === 0 && (
        <p className="text-2">{t('sources:withdraw.nothing')}</p>
      )}
      {data !== undefined && (
        <>
          <Facts title={t('sources:withdraw.falls', { count: data.falls.length })} facts={data.falls} left={false} />
          <Facts title={t('sources:withdraw.stays', { count: data.stays.length })} facts={data.stays} left />
        </>
      )}
    </Dialog>
  )
}
