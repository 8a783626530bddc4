/** What came out of the text, most pressing first. Each part knows the lines it came from. */
import './outcome.css'
import { memo } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { goTo } from './lines-focus.ts'
import { unplacedLines } from './parts.ts'
import { FindingList } from './finding-list.tsx'
import { AgendaList, DoneList } from './outcome-items.tsx'
import { HeadFields } from './outcome-head.tsx'
import { NameQuestions } from './name-questions.tsx'
import { PeopleList } from './outcome-people.tsx'
import type { OutcomeProps } from './outcome-props.ts'

function Unplaced({ preview, meeting }: OutcomeProps) {
  const t = useT()
  const lines = unplacedLines(meeting)
  const texts = preview.text.split('\n')
  if (lines.length === 0) {
    return (
      <p className="import-placed">
        <Icon name="check" className="ok" />
        {t('imports:allPlaced')}
      </p>
    )
  }
  return (
    <section className="import-group import-unplaced" aria-labelledby="import-unplaced">
      <h2 className="heading" id="import-unplaced">
        <Icon name="warning" className="warn" />
        {t('imports:unplaced')} <span className="count">{lines.length}</span>
      </h2>
      <p className="text-2">{t('imports:unplacedHint')}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>
            <button type="button" className="import-row" data-out={`unplaced-${line}`} onClick={() => goTo(line)}>
              <span className="quote">{(texts[line - 1] ?? '').trim()}</span>
              <span className="import-place">{t('imports:line', { line })}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Drawn again when something is read or decided, not when another line is chosen. */
export const Outcome = memo(function Outcome(props: OutcomeProps) {
  return (
    <>
      <Unplaced {...props} />
      <NameQuestions {...props} />
      <FindingList {...props} />
      <HeadFields {...props} />
      <AgendaList {...props} />
      <DoneList {...props} />
      <PeopleList {...props} />
    </>
  )
})
