/** What a reader should look at, in the source's words, and what can be done about it at once. */
import type { Finding } from '#contract/proposal.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { canCarryOut, findingKey, type Decisions } from './decisions.ts'
import { needle } from './findings.ts'
import { goTo } from './lines-focus.ts'
import type { OutcomeProps } from './outcome-props.ts'
import { make } from './session.ts'

function Quoted({ finding }: { finding: Finding }) {
  const inside = needle(finding)
  if (inside === null) return <p className="quote">{finding.quote}</p>
  const end = inside.at + inside.text.length
  return (
    <p className="quote">
      {finding.quote.slice(0, inside.at)}
      <mark>{inside.text}</mark>
      {finding.quote.slice(end)}
    </p>
  )
}

function useProposal(): (finding: Finding) => string {
  const t = useT()
  const language = useLanguage()
  return ({ code, capacity, organisation, suggestion }) => {
    if (code === 'actor-not-listed') {
      const who = [capacity, organisation].filter((part) => part !== null).join(', ')
      return who === '' ? t('imports:proposal.guest') : t('imports:proposal.guestFor', { who })
    }
    if (code === 'page-number-in-text') return t('imports:proposal.removeNumber')
    return t('imports:proposal.year', { date: suggestion === null ? '' : shortDate(suggestion, language) })
  }
}

function FindingRow({
  finding,
  place,
  accepted,
}: {
  finding: Finding
  place: number
  accepted: Decisions['accepted']
}) {
  const t = useT()
  const proposal = useProposal()
  const key = findingKey(finding)
  const mended = finding.code === 'name-repaired'
  const set = (on: boolean) => {
    const next = new Set(accepted)
    if (on) next.add(key)
    else next.delete(key)
    void make({ accepted: next })
  }
  return (
    <li className="import-finding" data-out={`finding-${place}`}>
      <div className="import-finding-head">
        <Icon name={mended ? 'check' : 'warning'} className={mended ? 'ok' : 'warn'} />
        <h3>{t(`imports:finding.${finding.code}`, { name: finding.name ?? '' })}</h3>
        {finding.line !== null && (
          <button type="button" className="import-place link" onClick={() => goTo(finding.line ?? 1)}>
            {t('imports:line', { line: finding.line })}
          </button>
        )}
      </div>
      <Quoted finding={finding} />
      {mended && finding.suggestion !== null && (
        <p className="import-mended">
          {t('imports:proposal.mended')} <span className="record">{finding.suggestion}</span>
        </p>
      )}
      {canCarryOut(finding) && <Checkbox label={proposal(finding)} checked={accepted.has(key)} onChange={set} />}
    </li>
  )
}

export function FindingList({ meeting, decisions }: OutcomeProps) {
  const t = useT()
  const { findings } = meeting
  const { accepted } = decisions
  const doable = findings.filter(canCarryOut).map(findingKey)
  const all = doable.length > 0 && doable.every((key) => accepted.has(key))
  if (findings.length === 0) return null
  const turnAll = () => {
    const kept = [...accepted].filter((key) => !doable.includes(key))
    void make({ accepted: new Set(all ? kept : [...kept, ...doable]) })
  }
  return (
    <section className="import-group" aria-labelledby="import-findings">
      <h2 className="heading" id="import-findings">
        {t('imports:findings')} <span className="count">{findings.length}</span>
      </h2>
      {doable.length > 0 && (
        <div className="import-group-do">
          <span className="text-3">{t('imports:findingsHint')}</span>
          {doable.length > 1 && (
            <Button look="bare" onClick={turnAll}>
              {all ? t('imports:chooseNone') : t('imports:chooseAll', { count: doable.length })}
            </Button>
          )}
        </div>
      )}
      <ul>
        {findings.map((finding, place) => (
          <FindingRow key={place} finding={finding} place={place} accepted={accepted} />
        ))}
      </ul>
    </section>
  )
}
