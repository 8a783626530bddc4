/** What a finding is called, what is asked about it, and what accepting it does. */
import type { ReviewCode, ReviewGroup } from '#contract/review.ts'
import { findingKey } from '../../i18n/finding-words.ts'
import type { Key, T } from '../../i18n/resources.ts'
import type { IconName } from '../../ui/icon.tsx'
import { itemPlace } from '../../ui/source-link.tsx'
import { numberOf } from '../meetings/item/face.ts'
import type { View } from '../meetings/text/savers.ts'
import type { Finding } from './state.ts'

const names: Record<Exclude<ReviewCode, 'year-missing' | 'import'>, Key> = {
  'actor-not-listed': 'review:name.actor',
  'never-marked': 'review:name.neverMarked',
  'time-differs': 'review:name.timeDiffers',
  'name-variant': 'review:name.nameVariant',
  'list-variant': 'review:name.listVariant',
  'loose-promise': 'review:name.promise',
  'weekday-mismatch': 'review:name.weekday',
  'no-such-day': 'review:name.noSuchDay',
  'number-moved': 'review:name.numberMoved',
  'number-missing': 'review:name.numberMissing',
  'page-number': 'review:name.pageNumber',
  tense: 'review:name.tense',
  quotes: 'review:name.quotes',
  dash: 'review:name.dash',
  interval: 'review:name.interval',
  compound: 'review:name.compound',
}

/** Short enough for a row. */
export function nameOf({ code, proposal, warning }: Finding, t: T): string {
  if (code === 'import') return warning === null ? t('review:group.import') : t(findingKey(warning))
  if (code !== 'year-missing') return t(names[code])
  if (proposal.kind !== 'date') return t('review:name.year')
  const year = proposal.date.slice(0, 4)
  return t(proposal.basis === 'confirmed' ? 'review:name.yearConfirmed' : 'review:name.yearInferred', { year })
}

const questions: Partial<Record<ReviewCode, Key>> = {
  'actor-not-listed': 'review:ask.actor',
  'never-marked': 'review:ask.neverMarked',
  'time-differs': 'review:ask.timeDiffers',
  'name-variant': 'review:ask.nameVariant',
  'list-variant': 'review:ask.listVariant',
  'loose-promise': 'review:ask.promise',
  'year-missing': 'review:ask.year',
  'weekday-mismatch': 'review:ask.weekday',
  'no-such-day': 'review:ask.noSuchDay',
  'number-moved': 'review:ask.numberMoved',
  'number-missing': 'review:ask.numberMissing',
}

/** The question at the head of what is proposed. */
export function questionOf(finding: Finding, t: T): string {
  const { code, words, proposal } = finding
  const key = questions[code]
  if (key === undefined) return nameOf(finding, t)
  return t(key, { words, put: 'text' in proposal ? proposal.text : '' })
}

/** What accepting does, and what it leaves alone. */
export function effectOf({ proposal, code }: Finding, t: T): string {
  switch (proposal.kind) {
    case 'words':
      return t(code === 'name-variant' ? 'review:effect.nameWords' : 'review:effect.words')
    case 'date':
      return t('review:effect.date')
    case 'guest':
      return t('review:effect.guest')
    case 'presence':
      return t(proposal.status === 'present' ? 'review:effect.present' : 'review:effect.absent')
    case 'name':
      return t('review:effect.name')
    case 'action':
      return t('review:effect.action')
    case 'seen':
      return t('review:effect.seen')
  }
}

export const groupKeys: Record<ReviewGroup, Key> = {
  people: 'review:group.people',
  promises: 'review:group.promises',
  dates: 'review:group.dates',
  text: 'review:group.text',
  import: 'review:group.import',
}

const icons: Record<ReviewGroup, IconName> = {
  people: 'person',
  promises: 'promise',
  dates: 'date',
  text: 'text',
  import: 'document',
}
export const iconOf = (group: ReviewGroup): IconName => icons[group]

/** Where the words stand: the item as printed, or the list of participants. */
export function placeOf(view: View, { itemId, attendanceId }: Finding, t: T): string {
  const item = view.items.find(({ id }) => id === itemId)
  if (item === undefined) return attendanceId === null ? '' : t('review:place.list')
  const number = numberOf(item)
  return number === null ? item.title : itemPlace(t, number)
}

export const stateKeys: Record<Exclude<Finding['state'], 'open'>, Key> = {
  accepted: 'review:state.accepted',
  changed: 'review:state.changed',
  dismissed: 'review:state.dismissed',
}
