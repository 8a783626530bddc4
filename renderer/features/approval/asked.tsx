/** Who is asked to approve, and what each says. */
import type { ApprovalRow } from '#contract/approval.ts'
import { shortDate } from '../../i18n/dates.ts'
import { today } from '../../i18n/today.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { useWrite } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorMessage } from '../../ui/message.tsx'

function Person({ row, open }: { row: ApprovalRow; open: boolean }) {
  const t = useT()
  const language = useLanguage()
  const write = useWrite('approval.answer')
  const answer = (outcome: ApprovalRow['outcome']) => write.mutate({ id: row.id, outcome, on: today() })
  const hidden = <span className="visually-hidden"> {row.name}</span>
  return (
    <li>
      <span className="approval-who">
        <span className="medium">{row.name}</span> <span className="text-3">{t(`approval:role.${row.role}`)}</span>
      </span>
      <span className="approval-answer">
        {row.outcome === null || row.answeredOn === null ? (
          <span className="text-2">{t('approval:askedOn', { date: shortDate(row.askedOn, language) })}</span>
        ) : (
          <span>{t(`approval:answered.${row.outcome}`, { date: shortDate(row.answeredOn, language) })}</span>
        )}
        {open && row.outdated && <span className="text-2">{t('approval:outdated')}</span>}
        {open && (row.outcome === null || row.outdated) && (
          <>
            <Button look="bare" icon="check" onClick={() => answer('approved')}>
              {t('approval:yes')}
              {hidden}
            </Button>
            <Button look="bare" onClick={() => answer('changes')}>
              {t('approval:changes')}
              {hidden}
            </Button>
          </>
        )}
        {open && row.outcome !== null && (
          <Button look="bare" onClick={() => answer(null)}>
            {t('approval:takeBack')}
            {hidden}
          </Button>
        )}
      </span>
      <ErrorMessage error={write.error} />
    </li>
  )
}

export function Asked({ asked, open }: { asked: readonly ApprovalRow[]; open: boolean }) {
  const t = useT()
  return (
    <section aria-labelledby="approval-asked">
      <h2 className="heading" id="approval-asked">
        {t('approval:asked')}
      </h2>
      <ul className="approval-list">
        {asked.map((row) => (
          <Person key={row.id} row={row} open={open} />
        ))}
      </ul>
    </section>
  )
}
