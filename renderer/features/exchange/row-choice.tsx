/** What becomes of one row: one list of answers, the likeliest first. */
import type { ContactChoice, ContactRow } from '#contract/exchange.ts'
import { useT } from '../../i18n/i18n.ts'
import { Select, type Option } from '../../ui/field.tsx'
import { byDefault, choose, useSession } from './session.ts'

const keyOf = (choice: ContactChoice) =>
  choice.as === 'link' ? `link ${choice.to}` : choice.as === 'same' ? `same ${choice.with}` : choice.as

export function RowChoice({ row, index, rows }: { row: ContactRow; index: number; rows: readonly ContactRow[] }) {
  const t = useT()
  const { choices } = useSession()
  if (!row.usable) return <span className="text-3">{t('exchange:as.skip')}</span>
  const chosen = choices.get(index) ?? byDefault(row, index)
  const answers = new Map<string, { choice: ContactChoice; label: string }>()
  const offer = (choice: ContactChoice, label: string) => answers.set(keyOf(choice), { choice, label })
  for (const { id, name, detail, similarity, why } of row.match.candidates) {
    const alike = t('exchange:why.alike', { percent: Math.round(similarity * 100) })
    const reason = why === 'email' ? t('exchange:why.email') : similarity === 1 ? null : alike
    const words = [t('exchange:as.link', { name }), detail, reason].filter((part) => part !== null)
    offer({ row: index, as: 'link', to: id }, words.join(' · '))
  }
  for (const other of [...(row.same === null ? [] : [row.same]), ...row.near.map((one) => one.row)]) {
    const earlier = rows[other]
    if (earlier === undefined) continue
    const words = [t('exchange:as.same', { line: earlier.line }), earlier.contact.name ?? '']
    offer({ row: index, as: 'same', with: other }, words.join(' · '))
  }
  offer({ row: index, as: 'new' }, t(row.contact.name === null ? 'exchange:as.organisation' : 'exchange:as.new'))
  offer({ row: index, as: 'skip' }, t('exchange:as.skip'))
  const options = [...answers].map(([value, { label }]): Option => ({ value, label }))
  return (
    <Select
      label={t('exchange:what', { line: row.line })}
      labelHidden
      options={options}
      value={keyOf(chosen)}
      onChange={(value) => {
        const answer = answers.get(value)
        if (answer !== undefined) choose(answer.choice)
      }}
    />
  )
}
