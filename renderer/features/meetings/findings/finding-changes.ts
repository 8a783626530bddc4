/** Walking through findings and settling them. */
import { translate } from '../../../i18n/i18n.ts'
import { announce } from '../../../shell/announce.ts'
import { scrollToItem } from '../item/item-changes.ts'
import { revealPane } from '../../../ui/drawer.ts'
import { change, pageState, setPageState } from '../page/state.ts'
import type { View } from '../text/savers.ts'
import type { Finding } from './finding-words.ts'

/** The participant a finding speaks of, by its words. */
export function personOf(view: View, finding: Finding): string | null {
  return view.attendance.find((one) => one.line !== null && one.line === finding.line)?.id ?? null
}

/** Chooses a finding and brings its words into view in the text. */
export function showFinding(view: View, finding: Finding): void {
  const item = view.items.find(({ id }) => id === finding.itemId)
  setPageState({ finding: finding.id, tab: 'findings', here: item?.id ?? pageState().here })
  requestAnimationFrame(() => {
    const words = document.querySelector('.meeting-middle .finding-chosen')
    if (words !== null) words.scrollIntoView({ block: 'center' })
    else if (item !== undefined) scrollToItem(item.id)
  })
}

function focusFinding(id: string): void {
  revealPane('right')
  requestAnimationFrame(() => document.getElementById(`finding-${id}`)?.focus())
}

export function stepFinding(view: View, step: -1 | 1): void {
  const at = view.warnings.findIndex(({ id }) => id === pageState().finding)
  const next = view.warnings[at < 0 ? 0 : at + step]
  if (next === undefined) return
  showFinding(view, next)
  focusFinding(next.id)
}

/** Settles a finding; the next open one is chosen. */
export async function settleFinding(view: View, finding: Finding, state: Finding['state']): Promise<void> {
  if (!(await change('warnings.resolve', { id: finding.id, state }))) return
  const t = translate()
  if (state === 'accepted') announce(t('meetings:finding.wasAccepted'))
  if (state === 'dismissed') announce(t('meetings:finding.wasDismissed'))
  const at = view.warnings.indexOf(finding)
  const rest = [...view.warnings.slice(at + 1), ...view.warnings.slice(0, at)]
  const next = state === 'open' ? finding : (rest.find((one) => one.state === 'open') ?? finding)
  showFinding(view, next)
  focusFinding(next.id)
}

export function chosenFinding(view: View): Finding | null {
  return view.warnings.find(({ id }) => id === pageState().finding) ?? null
}
