/** The names an entry goes by, each with its kind and days, and what the entry was said to be before. */
import type { ReactNode } from 'react'
import type { Earlier, EntityKind, NameView } from '#contract/register.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import type { Language } from '../../i18n/languages.ts'
import type { T } from '../../i18n/resources.ts'
import { typeWords } from '../../i18n/type-words.ts'
import { announce } from '../../shell/announce.ts'
import { useWrite } from '../../transport/hooks.ts'
import { Unknown } from '../../ui/marks.tsx'
import { Menu } from '../../ui/menu.tsx'
import { adding } from './acts.ts'
import { AddFact, type Editing } from './editing.tsx'
import { Section } from './parts.tsx'

function daysOf(t: T, language: Language, { from, to }: NameView): string | null {
  const [first, last] = [from, to].map((day) => (day === null ? null : shortDate(day, language)))
  if (first && last) return t('register:days.between', { from: first, to: last })
  if (first) return t('register:days.since', { from: first })
  return last ? t('register:nameUntil', { to: last }) : null
}

type NameMenuProps = { owner: EntityKind; shown: string; name: NameView; editing: Editing }

function NameMenu({ owner, shown, name, editing }: NameMenuProps) {
  const t = useT()
  const remove = useWrite('names.remove')
  const { id, text } = name
  if (id === null) return null
  const change = () => editing.open({ form: 'name', name: { ...name, id } })
  const takeAway = () =>
    remove.mutate({ owner, id }, { onSuccess: () => announce(t('register:form.removed', { name: text })) })
  return (
    <Menu
      icon="more"
      iconOnly
      label={t('register:nameMenu', { name: text })}
      entries={[
        { id: 'change', label: t('register:form.changeName'), icon: 'edit', run: change },
        ...(name.byHand && text !== shown
          ? [
              {
                id: 'remove',
                label: t('register:form.removeName'),
                icon: 'trash' as const,
                danger: true,
                run: takeAway,
              },
            ]
          : []),
      ]}
    />
  )
}

type NameSectionProps = {
  owner: EntityKind
  shown: string
  names: readonly NameView[]
  editing: Editing
  /** How often it is written, and where. */
  count?: (name: string) => string | null
  under?: (name: string) => ReactNode
}

export function NameSection({ owner, shown, names, editing, count, under }: NameSectionProps) {
  const t = useT()
  const language = useLanguage()
  return (
    <Section
      id="names"
      title={t('register:names')}
      count={names.length}
      action={<AddFact editing={editing} act={adding.name} />}
    >
      <ul className="reg-facts">
        {names.map((name) => {
          const said = [
            name.kind === 'variant' ? null : t(`register:nameKind.${name.kind}`),
            daysOf(t, language, name),
            name.byHand ? t('source.own') : null,
          ].filter((part) => part !== null)
          return (
            <li key={name.text}>
              <span className="quote">{name.text}</span>
              <span className="reg-name-do">
                <span className="reg-aside">
                  {name.text === shown ? t('register:shown') : (count?.(name.text) ?? null)}
                </span>
                <NameMenu owner={owner} shown={shown} name={name} editing={editing} />
              </span>
              {said.length > 0 && <small className="reg-under">{said.join(' · ')}</small>}
              {under !== undefined && !name.byHand && <small className="reg-under">{under(name.text)}</small>}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

/** Null: nothing was said. */
function wordsOf(t: T, language: Language, { field, before }: Earlier): string | null {
  if (before === null) return null
  if (field === 'type') return typeWords(t, before)
  return field === 'dissolvedOn' ? shortDate(before, language) : before
}

/** What somebody changed, as it stood until then. */
export function EarlierSection({ earlier }: { earlier: readonly Earlier[] }) {
  const t = useT()
  const language = useLanguage()
  if (earlier.length === 0) return null
  return (
    <Section id="earlier" title={t('register:earlier')} count={earlier.length}>
      <ul className="reg-facts">
        {earlier.map((one, index) => (
          <li key={index}>
            <span className="reg-source">
              <span className="text-3">{t(`register:earlierField.${one.field}`)}</span>{' '}
              {wordsOf(t, language, one) ?? <Unknown />}
            </span>
            <span className="reg-aside">
              {t('register:earlierUntil', { day: shortDate(one.changedAt.slice(0, 10), language) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
