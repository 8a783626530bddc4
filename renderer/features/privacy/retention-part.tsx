/** Retention (gallring): how long each kind rests before somebody looks at it again, and what is due. */
import { useState } from 'react'
import type { Output } from '#contract/methods.ts'
import type { RetentionKind } from '#contract/privacy.ts'
import { useT } from '../../i18n/i18n.ts'
import { useRead, useWrite } from '../../transport/hooks.ts'
import { Field } from '../../ui/field.tsx'
import { EmptyState, ErrorMessage } from '../../ui/message.tsx'
import { DueTable } from './due-table.tsx'

const kinds: readonly RetentionKind[] = ['person-idle', 'assessment', 'interaction', 'contact', 'source']
const mostMonths = 1200

/** Months as typed: null for none, undefined for what is no number of months. */
function monthsOf(typed: string): number | null | undefined {
  const text = typed.trim()
  if (text === '') return null
  const months = Number(text)
  return /^\d+$/u.test(text) && months >= 1 && months <= mostMonths ? months : undefined
}

function Rule({
  kind,
  months,
  save,
}: {
  kind: RetentionKind
  months: number | null
  save: (to: number | null) => void
}) {
  const t = useT()
  const [typed, setTyped] = useState<string | null>(null)
  const stands = months === null ? '' : String(months)
  const value = typed ?? stands
  const next = monthsOf(value)
  const leave = () => {
    if (typed === null || next === undefined) return
    if (next !== months) save(next)
    setTyped(null)
  }
  return (
    <div className="privacy-rule">
      <Field
        label={t(`privacy:retention.kind.${kind}`)}
        hint={t(`privacy:retention.hint.${kind}`)}
        {...(next === undefined ? { error: t('privacy:retention.unusable') } : {})}
      >
        {(wiring) => (
          <span className="privacy-months">
            <input
              {...wiring}
              className="input num"
              inputMode="numeric"
              autoComplete="off"
              maxLength={4}
              placeholder="–"
              value={value}
              onChange={(event) => setTyped(event.currentTarget.value)}
              onBlur={leave}
              onKeyDown={(event) => {
                if (event.key === 'Enter') leave()
                if (event.key === 'Escape') setTyped(null)
              }}
            />
            <span className="text-2">{t('privacy:retention.months', { count: next ?? 0 })}</span>
          </span>
        )}
      </Field>
    </div>
  )
}

export function RetentionPart({ due }: { due: Output<'retention.due'>['due'] }) {
  const t = useT()
  const { data, error } = useRead('retention.rules', {})
  const set = useWrite('retention.setRule')
  const months = new Map(data?.rules.map((rule) => [rule.kind, rule.months]))
  return (
    <div className="privacy-columns">
      <section className="privacy-part" aria-labelledby="privacy-due">
        <h2 className="heading" id="privacy-due" tabIndex={-1}>
          {t('privacy:retention.due')}
          {due.length > 0 && <span className="count">{due.length}</span>}
        </h2>
        {due.length === 0 ? (
          <EmptyState>{months.size === 0 ? t('privacy:retention.noRules') : t('privacy:retention.none')}</EmptyState>
        ) : (
          <DueTable due={due} />
        )}
      </section>
      <section className="privacy-part" aria-labelledby="privacy-rules">
        <h2 className="heading" id="privacy-rules">
          {t('privacy:retention.rules')}
        </h2>
        <p className="text-2">{t('privacy:retention.rulesText')}</p>
        <ErrorMessage error={error ?? set.error} />
        {data !== undefined &&
          kinds.map((kind) => (
            <Rule
              key={kind}
              kind={kind}
              months={months.get(kind) ?? null}
              save={(to) => set.mutate({ kind, months: to })}
            />
          ))}
      </section>
    </div>
  )
}
