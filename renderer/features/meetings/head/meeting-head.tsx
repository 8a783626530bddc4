/** The head of the minutes: title and facts, each edited where it stands. What no text says prints as such. */
import { shortDate, parseDate, clock } from '../../../i18n/dates.ts'
import { useLanguage, useT } from '../../../i18n/i18n.ts'
import { useRead } from '../../../transport/hooks.ts'
import { useState } from 'react'
import { InlineChoice } from '../inline/inline-choice.tsx'
import { InlineText, type Parsed } from '../inline/inline-text.tsx'
import { change } from '../page/state.ts'
import type { View } from '../text/savers.ts'
import { Fact } from './fact.tsx'
import { Officers } from './officers.tsx'
import { timeParser } from './times.ts'

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
  const time = timeParser(t)
  const text = (label: string, value: string | null, save: (value: string | null) => Promise<boolean>, most = 500) => (
    <Fact label={label}>
      <InlineText label={label} value={value} onSave={save} maxLength={most} />
    </Fact>
  )
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
        <Fact label={t('meetings:head.date')}>
          <InlineText
            label={t('meetings:head.date')}
            value={head.date}
            show={showDate}
            parse={date}
            placeholder={t('date.placeholder')}
            onSave={(value) => set({ date: value })}
          />
        </Fact>
        <Fact label={t('meetings:head.time')}>
          <InlineText
            label={t('meetings:head.start')}
            value={head.start}
            show={(value) => clock(value, language)}
            parse={time}
            empty={head.end === null ? undefined : '?'}
            onSave={(value) => set({ start: value })}
          />
          {(head.start !== null || head.end !== null) && (
            <>
              <span className="head-dash">–</span>
              <InlineText
                label={t('meetings:head.end')}
                value={head.end}
                show={(value) => clock(value, language)}
                parse={time}
                empty="?"
                onSave={(value) => set({ end: value })}
              />
            </>
          )}
        </Fact>
        {text(t('meetings:head.place'), head.place, (place) => set({ place }))}
        <Fact label={t('meetings:head.form')}>
          <InlineChoice
            label={t('meetings:head.form')}
            value={head.form}
            options={[
              { value: 'fysiskt', label: t('forms.room') },
              { value: 'distans', label: t('forms.remote') },
              { value: 'hybrid', label: t('forms.hybrid') },
            ]}
            onSave={(form) => void set({ form })}
          />
        </Fact>
        <Officers view={view} names={names} />
        <Fact label={t('meetings:head.next')}>
          <InlineText
            label={t('meetings:head.next')}
            value={head.nextDate}
            show={showDate}
            parse={date}
            placeholder={t('date.placeholder')}
            after={head.nextDateBasis === 'inferred' && <span className="text-3"> {t('inferred')}</span>}
            onSave={(nextDate) => set({ nextDate })}
          />
        </Fact>
        <Fact wide label={t('meetings:head.body')}>
          <InlineText
            label={t('meetings:head.body')}
            value={head.body}
            suggestions={bodies}
            onTyping={setBody}
            onSave={(value) => set({ body: value })}
          />
        </Fact>
        <Fact wide label={t('meetings:head.sender')}>
          <InlineText label={t('meetings:head.sender')} value={head.sender} onSave={(sender) => set({ sender })} />
        </Fact>
        <Fact label={t('meetings:head.kind')}>
          <InlineChoice
            required
            label={t('meetings:head.kind')}
            value={head.kind}
            options={[
              { value: 'minnesanteckningar', label: t('meetings:kinds.minnesanteckningar') },
              { value: 'protokoll', label: t('meetings:kinds.protokoll') },
              { value: 'minutes', label: t('meetings:kinds.minutes') },
            ]}
            onSave={(kind) => kind !== null && void set({ kind })}
          />
        </Fact>
        {text(t('meetings:head.dnr'), head.dnr, (dnr) => set({ dnr }), 100)}
        <Fact label={t('meetings:head.language')}>
          <InlineChoice
            required
            label={t('meetings:head.language')}
            value={head.language}
            options={[
              { value: 'sv', label: t('language.sv') },
              { value: 'en', label: t('language.en') },
            ]}
            onSave={(value) => value !== null && void set({ language: value })}
          />
        </Fact>
      </dl>
    </header>
  )
}
