/** Who a name that was read stands for: somebody known, somebody new, or nobody. */
import type { Output } from '#contract/methods.ts'

export type Choice = { id: string } | 'new' | 'out'

type WhoProps = {
  label: string
  candidates: Output<'series.readMembers'>['people'][number]['match']['candidates']
  choice: Choice
  onChange: (choice: Choice) => void
  /** Words for somebody new; null where nobody new can be made. */
  asNew: string | null
  out: string
  /** Nobody has said yet who it is. */
  asked?: boolean
}

export function WhoChoice({ label, candidates, choice, onChange, asNew, out, asked = false }: WhoProps) {
  return (
    <select
      className="inline-select"
      aria-label={label}
      data-unknown={asked || undefined}
      value={typeof choice === 'string' ? choice : choice.id}
      onChange={(event) => {
        const next = event.currentTarget.value
        onChange(next === 'new' || next === 'out' ? next : { id: next })
      }}
    >
      {candidates.map((known) => (
        <option key={known.id} value={known.id}>
          {known.detail === null ? known.name : `${known.name}, ${known.detail}`}
        </option>
      ))}
      {asNew !== null && <option value="new">{asNew}</option>}
      <option value="out">{out}</option>
    </select>
  )
}
