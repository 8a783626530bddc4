/** Several meetings in one text: one tab each, and whether it is to be stored. */
import { shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Checkbox } from '../../ui/field.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { unplacedLines } from './parts.ts'
import { make, showMeeting, type Draft } from './session.ts'

export function MeetingTabs({ draft }: { draft: Draft }) {
  const t = useT()
  const language = useLanguage()
  const { meetings } = draft.preview
  const { skipped } = draft.decisions
  const tabs = meetings.map(({ proposal }, index) => {
    const name =
      proposal.date === null ? t('imports:meetingNo', { number: index + 1 }) : shortDate(proposal.date, language)
    const unplaced = unplacedLines(proposal).length
    const left = skipped.has(proposal.lines[0])
    return {
      value: String(index),
      label: left ? t('imports:skippedTab', { name }) : name,
      ...(unplaced > 0 && !left ? { count: unplaced } : {}),
    }
  })
  const first = meetings[draft.meeting]?.proposal.lines[0] ?? 1
  const set = (wanted: boolean) => {
    const next = new Set(skipped)
    if (wanted) next.delete(first)
    else next.add(first)
    void make({ skipped: next })
  }
  return (
    <div className="import-tabs">
      <Tabs
        label={t('imports:meetings')}
        tabs={tabs}
        value={String(draft.meeting)}
        onChange={(value) => showMeeting(Number(value))}
      >
        <Checkbox label={t('imports:include')} checked={!skipped.has(first)} onChange={set} />
      </Tabs>
    </div>
  )
}
