/** The head of the minutes: title and facts, each edited where it stands. What no text says prints as such. */
import { shortDate, parseDate } from '../../../i18n/dates.ts'
import { useLanguage, useT } from '../../../i18n/i18n.ts'
import { formOptions, kindOptions, languageOptions } from '../../../i18n/meeting-words.ts'
import { useRead } from '../../../transport/hooks.ts'
import { useState } from 'react'
import { InlineText, type Parsed } from '../inline/inline-text.tsx'
import { change } from '../page/state.ts'
import type { View } from '../text/savers.ts'
import { ChoiceFact, TextFact, TimesFact } from './facts.tsx'
import { Officers } from './officers.tsx'

/** Known bodies that fit what is typed. */
function useBodies(typed: string | null): string[] {
  const { data } = useRead(
    'register.list',
    { kind: 'body', query: (typed ?? '').slice(0, 200), limit: 20 },
    { enabled: typed !== null && typed.trim() !== '', keepPrevious: true },
  )
  return data?.rows.map((row) => row.name) ?? []
}

export function MeetingHead({ view, names }: { view: View; names: readonly string[] }) {
  const t = useT()
  const language = useLanguage()
  const { head } = view
  const [body, setBody] = useState<string | null>(null)
  const bodies = useBodies(body)
  const set = (part: Parameters<typeof change<'meetings.setHead'>>[1]['change']) =>
    change('meetings.setHead', { id: view.id, change: part })
  const date = (typed: string): Parsed => {
    if (typed.trim() === '') return { value: null }
    const iso = parseDate(typed)
    return iso === null ? { wrong: t('date.unusable') } : { value: iso }
  }
  const showDate = (iso: string) => shortDate(iso, language)
  return (
    <header className="meeting-head">
      <h1>
        <InlineText
          look="title"
          label={t('meetings:head.title')}
          value={head.title}
          required
          onSave={(title) => (title === null ? Promise.resolve(false) : set({ title }))}
        />
      </h1>
      <dl className="head-facts" aria-label={t('meetings:head.label')}>
        <TextFact
          label={t('meetings:head.date')}
          value={head.date}
          show={showDate}
          parse={date}
          placeholder={t('date.placeholder')}
          onSave={(value) => set({ date: value })}
        />
        <TimesFact
          label={t('meetings:head.time')}
          start={{ label: t('meetings:head.start'), value: head.start, onSave: (start) => set({ start }) }}
          end={{ label: t('meetings:head.end'), value: head.end, date: head.date, onSave: (end) => set({ end }) }}
        />
        <TextFact label={t('meetings:head.place')} value={head.place} onSave={(place) => set({ place })} />
        <ChoiceFact
          label={t('meetings:head.form')}
          value={head.form}
          options={formOptions(t)}
          onSave={(form) => set({ form })}
        />
        <Officers view={view} names={names} />
        <TextFact
          label={t('meetings:head.next')}
          value={head.nextDate}
          show={showDate}
          parse={date}
          placeholder={t('date.placeholder')}
          after={head.nextDateBasis === 'inferred' && <span className="text-3"> {t('inferred')}</span>}
          onSave={(nextDate) => set({ nextDate })}
        />
        <TextFact
          wide
          label={t('meetings:head.body')}
          value={head.body}
          suggestions={bodies}
          onTyping={setBody}
          onSave={(value) => set({ body: value })}
        />
        <TextFact wide label={t('meetings:head.sender')} value={head.sender} onSave={(sender) => set({ sender })} />
        <ChoiceFact
          required
          wide
          label={t('meetings:head.kind')}
          value={head.kind}
          options={kindOptions(t)}
          onSave={(kind) => set({ kind })}
        />
        <TextFact label={t('meetings:head.dnr')} value={head.dnr} maxLength={100} onSave={(dnr) => set({ dnr })} />
        <ChoiceFact
          required
          label={t('meetings:head.language')}
          value={head.language}
          options={languageOptions(t)}
          onSave={(value) => set({ language: value })}
        />
      </dl>
    </header>
  )
}
