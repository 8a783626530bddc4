/** The findings, each a row: by item on its own page, one after the other beside the text. Settled ones stay, quieter. */
import type { KeyboardEvent, ReactNode } from 'react'
import { groupOf } from '#contract/review-groups.ts'
import { useT } from '../../i18n/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { KeyGroup } from '../../ui/keys-within.tsx'
import type { View } from '../meetings/text/savers.ts'
import { numberOf } from '../meetings/item/face.ts'
import { answer, choose, showWords, step } from './acts.ts'
import { isOpen, setReviewState, useReviewState, type Finding } from './state.ts'
import { iconOf, nameOf, placeOf, stateKeys } from './words.ts'

type RowProps = { view: View; finding: Finding; all: readonly Finding[]; chosen: boolean; more?: ReactNode }

function FindingRow({ view, finding, all, chosen, more }: RowProps) {
  const t = useT()
  const open = isOpen(finding)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !chosen || !open) return
    event.preventDefault()
    void answer(view.id, all, finding, 'accept')
  }
  return (
    <li data-chosen={chosen || undefined} data-settled={!open || undefined}>
      <button
        type="button"
        data-finding={finding.key}
        className="finding-row"
        {...(more === undefined ? { 'aria-current': chosen || undefined } : { 'aria-expanded': chosen })}
        onFocus={() => {
          setReviewState({ chosen: finding.key })
          showWords()
        }}
        onClick={() => choose(finding, false)}
        onKeyDown={onKeyDown}
      >
        <Icon name={open ? iconOf(groupOf[finding.code]) : finding.state === 'dismissed' ? 'minus' : 'check'} />
        <span>
          {nameOf(finding, t)}
          {finding.state !== 'open' && <span className="visually-hidden">, {t(stateKeys[finding.state])}</span>}
        </span>
        <span className="finding-place">{placeOf(view, finding, t)}</span>
        {!(chosen && more !== undefined) && <span className="finding-quote">{finding.words}</span>}
      </button>
      {chosen && more}
    </li>
  )
}

type ListProps = {
  view: View
  findings: readonly Finding[]
  /** Every finding of the meeting, also those that the chosen kind leaves out. */
  all: readonly Finding[]
  /** What stands under the chosen row. */
  more?: (finding: Finding) => ReactNode
}

function Rows({ view, findings, all, more }: ListProps) {
  const { chosen } = useReviewState()
  return (
    <ul className="findings inset-focus">
      {findings.map((finding) => (
        <FindingRow
          key={finding.key}
          view={view}
          finding={finding}
          all={all}
          chosen={chosen === finding.key}
          {...(more === undefined ? {} : { more: more(finding) })}
        />
      ))}
    </ul>
  )
}

const arrows = (findings: readonly Finding[]) => (event: KeyboardEvent<HTMLElement>) => {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  // A field's own arrows are its own.
  if (!(event.target instanceof HTMLElement) || event.target.dataset['finding'] === undefined) return
  event.preventDefault()
  step(findings, event.key === 'ArrowDown' ? 1 : -1)
}

export function FindingList(props: ListProps) {
  return (
    <KeyGroup as="div" onKeyDown={arrows(props.all)}>
      <Rows {...props} />
    </KeyGroup>
  )
}

/** Under the heads of their items, the list of participants first. */
export function FindingsByItem(props: ListProps) {
  const t = useT()
  const { view, findings } = props
  const places = [
    { id: null, title: t('review:place.people') },
    ...view.items.map((item) => ({
      id: item.id,
      title: [numberOf(item), item.title === '' ? t('meetings:item.untitled') : item.title]
        .filter((part) => part !== null)
        .join(' '),
    })),
  ]
  const known = new Set(view.items.map(({ id }) => id))
  return (
    <KeyGroup as="div" onKeyDown={arrows(props.all)}>
      {places.map(({ id, title }) => {
        const own = findings.filter(({ itemId }) => (itemId !== null && known.has(itemId) ? itemId : null) === id)
        if (own.length === 0) return null
        return (
          <section key={id ?? 'list'} className="review-place">
            <h2>
              <span>{title}</span> <span className="count">{own.length}</span>
            </h2>
            <Rows {...props} findings={own} />
          </section>
        )
      })}
    </KeyGroup>
  )
}
