/** What withdrawing a text takes away and what stays, before it is done. */
import type { FallingFact } from '#contract/sources.ts'
import { useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { useRead, useWrite } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorMessage } from '../../ui/message.tsx'

function Facts({ facts, left }: { facts: readonly FallingFact[]; left: boolean }) {
  const t = useT()
  return (
    <ul className="src-falls">
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
      {data !== undefined && data.falls.length > 0 && (
        <>
          <h3 className="heading">{t('sources:withdraw.falls', { count: data.falls.length })}</h3>
          <Facts facts={data.falls} left={false} />
        </>
      )}
      {data !== undefined && data.stays.length > 0 && (
        <>
          <h3 className="heading">{t('sources:withdraw.stays', { count: data.stays.length })}</h3>
          <Facts facts={data.stays} left />
        </>
      )}
    </Dialog>
  )
}
