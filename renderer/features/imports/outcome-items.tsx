/** The agenda with what stands under each item, and every decision and action in its own words. */
import type { ProposedItem } from '#contract/proposal.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Unknown } from '../../ui/marks.tsx'
import { itemPlace } from '../../ui/source-link.tsx'
import { goTo } from './lines-focus.ts'
import type { OutcomeProps } from './outcome-props.ts'

function numberOf(item: ProposedItem): string {
  if (item.number === null) return ''
  return item.numberStyle === 'paragraph' ? `§ ${item.number}` : item.number
}

export function AgendaList({ meeting }: OutcomeProps) {
  const t = useT()
  const counts = (item: ProposedItem) =>
    [
      item.dnr === null ? null : `${t('imports:head.dnr')} ${item.dnr}`,
      t('imports:items.blocks', { count: item.blocks.length }),
      item.decisions.length > 0 ? t('imports:items.decisions', { count: item.decisions.length }) : null,
      item.actions.length > 0 ? t('imports:items.actions', { count: item.actions.length }) : null,
    ]
      .filter((part) => part !== null)
      .join(', ')
  return (
    <section className="import-group" aria-labelledby="import-items">
      <h2 className="heading" id="import-items">
        {t('imports:items.title')} <span className="count">{meeting.items.length}</span>
      </h2>
      {meeting.items.length === 0 && <p className="text-2">{t('imports:items.none')}</p>}
      <ul>
        {meeting.items.map((item, index) => (
          <li key={index}>
            <button
              type="button"
              className="import-row import-item"
              data-out={`item-${index}`}
              onClick={() => goTo(item.line)}
            >
              <span className="import-item-no record">{numberOf(item)}</span>
              <span className="record">{item.title}</span>
              <span className="import-under">{counts(item)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Done = {
  out: string
  text: string
  line: number
  item: ProposedItem
  action: { owner: string | null; due: string | null } | null
}

export function DoneList({ meeting }: OutcomeProps) {
  const t = useT()
  const language = useLanguage()
  const done: Done[] = meeting.items
    .flatMap((item, place) => [
      ...item.decisions.map((one, index) => ({ ...one, out: `decision-${place}-${index}`, item, action: null })),
      ...item.actions.map((one, index) => ({ ...one, out: `action-${place}-${index}`, item, action: one })),
    ])
    .toSorted((a, b) => a.line - b.line)
  return (
    <section className="import-group" aria-labelledby="import-done">
      <h2 className="heading" id="import-done">
        {t('imports:done.title')} <span className="count">{done.length}</span>
      </h2>
      {done.length === 0 && <p className="text-2">{t('imports:done.none')}</p>}
      <ul>
        {done.map(({ out, text, line, item, action }) => (
          <li key={out}>
            <button type="button" className="import-row import-done" data-out={out} onClick={() => goTo(line)}>
              <span className="import-done-what">
                {action === null ? t('imports:done.decision') : t('imports:done.action')}
              </span>
              <span className="quote">{text}</span>
              <span className="import-under">
                {item.number === null ? item.title : itemPlace(t, numberOf(item))}
                {action !== null && (
                  <>
                    {' · '}
                    {action.owner ?? <Unknown>{t('imports:done.who')}</Unknown>}
                    {' · '}
                    {action.due === null ? (
                      <Unknown>{t('imports:done.when')}</Unknown>
                    ) : (
                      shortDate(action.due, language)
                    )}
                  </>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
