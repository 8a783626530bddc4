/** How a vote was taken and what came of it. Where each vote is open, the votes themselves give the numbers. */
import { useT } from '../../../i18n/i18n.ts'
import type { Contribution, BlockFields } from '../text/blocks.ts'
import { ChipFrame, ChoiceChip, TextChip } from './chip-frame.tsx'
import type { KnownName } from './names.ts'
import { PeopleChips } from './people-chips.tsx'

type VoteChipsProps = {
  fields: BlockFields | null
  people: readonly Contribution[]
  present: readonly KnownName[]
  onSave: (people: readonly Contribution[]) => void
  setFields: (change: { [K in keyof BlockFields]?: BlockFields[K] | null }) => Promise<boolean>
}

const methods = ['acclamation', 'hands', 'roll-call', 'secret'] as const
const outcomes = ['yes', 'no', 'tied'] as const
const choices = ['yes', 'no', 'abstain'] as const
const voters = { yes: 'votersYes', no: 'votersNo', abstain: 'votersAbstain' } as const

export function VoteChips({ fields, people, present, onSave, setFields }: VoteChipsProps) {
  const t = useT()
  const ballots = people.filter(({ role }) => role === 'voter')
  const method = fields?.method ?? null
  const open = method === 'hands' || method === 'roll-call' || ballots.length > 0
  const counts = method !== 'acclamation'
  const whole = (typed: string) => {
    const text = typed.trim()
    if (text === '') return { value: null }
    return /^\d{1,5}$/.test(text) ? { value: text } : { wrong: t('blocks:field.wrongCount') }
  }
  return (
    <>
      <ChoiceChip
        label={t('blocks:field.method')}
        value={method}
        options={methods.map((value) => ({ value, label: t(`blocks:method.${value}`) }))}
        onSave={(next) => setFields({ method: next })}
      />
      <TextChip
        label={t('blocks:field.order')}
        wordsOf="order"
        value={fields?.order ?? null}
        empty={t('blocks:field.orderAsk')}
        maxLength={2000}
        onSave={(order) => setFields({ order })}
      />
      {counts &&
        choices.map((choice) =>
          ballots.length > 0 ? (
            <ChipFrame key={choice} label={t(`blocks:field.${choice}`)} look="plain">
              <span className="chip-counted">
                {t('blocks:field.counted', { count: ballots.filter((one) => one.choice === choice).length })}
              </span>
            </ChipFrame>
          ) : (
            <TextChip
              key={choice}
              label={t(`blocks:field.${choice}`)}
              value={fields?.[choice] === undefined ? null : String(fields[choice])}
              empty={t('blocks:field.countAsk')}
              parse={whole}
              maxLength={5}
              onSave={(count) => setFields({ [choice]: count === null ? null : Number(count) })}
            />
          ),
        )}
      <ChoiceChip
        label={t('blocks:field.outcome')}
        value={fields?.outcome ?? null}
        options={outcomes.map((value) => ({ value, label: t(`blocks:outcome.${value}`) }))}
        onSave={(outcome) => setFields({ outcome })}
      />
      {open &&
        choices.map((choice) => (
          <PeopleChips
            key={choice}
            part="voter"
            choice={choice}
            label={t(`blocks:field.${voters[choice]}`)}
            ask={t('blocks:field.moverAsk')}
            people={people}
            present={present}
            onSave={onSave}
          />
        ))}
    </>
  )
}
