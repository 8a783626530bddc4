/** Hits as rows of the palette. */
import type { NameHit, SearchResult, TextHit } from '#contract/search.ts'
import type { Row, Section } from '../../commands/palette-row.ts'
import { shortDate } from '../../i18n/dates.ts'
import type { Language } from '../../i18n/languages.ts'
import type { T } from '../../i18n/resources.ts'
import { detailWords } from '../../i18n/type-words.ts'
import { visible } from '../../ui/visible.ts'
import { itemPlace } from '../../ui/source-link.tsx'
import { registerPath } from '../register/kinds.ts'
import { goToHit } from './arrive.ts'

/** Signs that are shown by their names make a text longer: marks then stand elsewhere, and are left out. */
function shown(text: string, ranges: Row['ranges']): Pick<Row, 'text' | 'ranges'> {
  const seen = visible(text)
  return { text: seen, ranges: seen === text ? ranges : [] }
}

function nameRow(hit: NameHit, t: T, language: Language): Row {
  const detail =
    hit.kind === 'assignment' ? hit.detail && shortDate(hit.detail, language) : detailWords(t, language, hit)
  return {
    id: `name ${hit.id}`,
    ...shown(hit.name, hit.ranges),
    detail:
      [
        hit.other === null || hit.other === hit.also ? null : t('search:alsoWritten', { name: visible(hit.other) }),
        detail,
      ]
        .filter((part) => part !== null)
        .join(' · ') || null,
    mark: { kind: hit.kind },
    shortcut: null,
    record: false,
    run: (context) => context.navigate(registerPath(hit.kind, hit.id)),
  }
}

/** Where a text stands: `§ 2 · 10 nov 2021`, or a source's name and line. */
function place(hit: TextHit, t: T, language: Language): string {
  const date = hit.date === null ? (hit.meetingId === null ? null : t('search:noDate')) : shortDate(hit.date, language)
  if (hit.meetingId === null)
    return [visible(hit.title), t('search:line', { line: hit.line ?? 1 }), date]
      .filter((part) => part !== null)
      .join(' · ')
  const item =
    hit.kind === 'meeting'
      ? null
      : hit.itemNumber === null
        ? visible(hit.itemTitle ?? '')
        : itemPlace(t, hit.itemNumber)
  return [item, date, hit.body === null ? null : visible(hit.body)]
    .filter((part) => part !== null && part !== '')
    .join(' · ')
}

const icons: Record<TextHit['kind'], Row['mark']> = {
  meeting: { kind: 'meeting' },
  item: { icon: 'document' },
  paragraph: { icon: 'text' },
  decision: { icon: 'check' },
  action: { icon: 'actions' },
  source: { icon: 'speech' },
}

function textRow(hit: TextHit, t: T, language: Language): Row {
  return {
    id: `text ${hit.id} ${hit.line ?? ''}`,
    ...shown(hit.snippet, hit.ranges),
    detail: place(hit, t, language),
    mark: icons[hit.kind],
    markName: t(`search:hit.${hit.kind}`),
    ...(hit.kind === 'meeting' && hit.meetingId !== null ? { meeting: hit.meetingId } : {}),
    shortcut: null,
    record: true,
    run: (context) => goToHit(hit, context.navigate),
  }
}

/** Names of the register. */
export function nameSection(result: SearchResult | undefined, t: T, language: Language): Section {
  return { title: t('search:sections.register'), rows: (result?.names ?? []).map((hit) => nameRow(hit, t, language)) }
}

const tiers = [
  ['text', ['exact', 'folded']],
  ['compound', ['compound']],
  ['similar', ['similar']],
] as const

/** Texts, those found more forgivingly after the others. */
export function textSections(result: SearchResult | undefined, t: T, language: Language): Section[] {
  return tiers.map(([name, of]) => ({
    title: t(`search:sections.${name}`),
    rows: (result?.hits ?? [])
      .filter((hit) => of.some((tier) => tier === hit.tier))
      .map((hit) => textRow(hit, t, language)),
  }))
}
