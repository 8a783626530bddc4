/** What a series says of its meetings, each edited where it stands. */
import type { Output, Input } from '#contract/methods.ts'
import { clock } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Fact } from '../meetings/head/fact.tsx'
import { parseClock } from '../meetings/head/times.ts'
import { InlineChoice } from '../meetings/inline/inline-choice.tsx'
import { InlineText, type Parsed } from '../meetings/inline/inline-text.tsx'
import { change } from './change.ts'
import { formOptions, kindOptions, ruleKey, rules, ruleWords, wholeNumber } from './words.ts'

type View = Output<'series.get'>

export function SeriesFacts({ view }: { view: View }) {
  const t = useT()
  const language = useLanguage()
  const set = (part: Input<'series.set'>['change']) => change('series.set', { id: view.id, change: part })
  const time = (typed: string): Parsed => {
    if (typed.trim() === '') return { value: null }
    const value = parseClock(typed)
    return value === null ? { wrong: t('series:timeUnusable') } : { value }
  }
  const number =
    (most: number, least: number) =>
    (typed: string): Parsed => {
      const value = wholeNumber(typed, most, least)
      return value === undefined
        ? { wrong: t('series:numberUnusable', { least, most }) }
        : { value: value === null ? null : String(value) }
    }
  const text = (label: string, value: string | null, save: (value: string | null) => Promise<boolean>) => (
    <Fact label={label}>
      <InlineText label={label} value={value} onSave={save} />
    </Fact>
  )
  const own = ruleKey(view.next)
  const ruleList = Object.entries(own === null || own in rules ? rules : { ...rules, [own]: view.next })
  const ruleOptions = ruleList.flatMap(([value, rule]) => (rule === null ? [] : [{ value, label: ruleWords(t, rule) }]))
  return (
    <dl className="series-facts" aria-label={t('series:facts')}>
      {text(t('series:meetingTitle'), view.title, (title) =>
        title === null ? Promise.resolve(false) : set({ title }),
      )}
      <Fact label={t('series:kind')}>
        <InlineChoice
          required
          label={t('series:kind')}
          value={view.kind}
          options={kindOptions(t)}
          onSave={(kind) => kind !== null && void set({ kind })}
        />
      </Fact>
      <Fact label={t('series:time')}>
        <InlineText
          label={t('series:begins')}
          value={view.start}
          show={(value) => clock(value, language)}
          parse={time}
          onSave={(start) => set({ start })}
        />
        {(view.start !== null || view.end !== null) && (
          <>
            <span className="head-dash">–</span>
            <InlineText
              label={t('series:ends')}
              value={view.end}
              show={(value) => clock(value, language)}
              parse={time}
              empty="?"
              onSave={(end) => set({ end })}
            />
          </>
        )}
      </Fact>
      {text(t('series:place'), view.place, (place) => set({ place }))}
      <Fact label={t('series:form')}>
        <InlineChoice
          label={t('series:form')}
          value={view.form}
          options={formOptions(t)}
          onSave={(form) => void set({ form })}
        />
      </Fact>
      {text(t('series:remoteTool'), view.remoteTool, (remoteTool) => set({ remoteTool }))}
      <Fact label={t('series:next')}>
        <InlineChoice
          label={t('series:next')}
          value={own}
          options={ruleOptions}
          onSave={(key) =>
            void set({ next: key === null ? null : (ruleList.find(([value]) => value === key)?.[1] ?? null) })
          }
        />
      </Fact>
      <Fact label={t('series:numbers')}>
        <InlineChoice
          required
          label={t('series:numbers')}
          value={view.numberRule}
          options={[
            { value: 'running', label: t('series:numbersRunning') },
            { value: 'restart', label: t('series:numbersRestart') },
          ]}
          onSave={(numberRule) => numberRule !== null && void set({ numberRule })}
        />
      </Fact>
      {view.numberRule === 'running' && (
        <Fact label={t('series:firstNumber')}>
          <InlineText
            required
            label={t('series:firstNumber')}
            value={String(view.firstNumber)}
            parse={number(100_000, 1)}
            maxLength={6}
            onSave={(value) => set({ firstNumber: Number(value) })}
          />
        </Fact>
      )}
      <Fact label={t('series:approval')}>
        <InlineText
          label={t('series:approval')}
          value={view.approvalDays === null ? null : String(view.approvalDays)}
          show={(value) => t('series:days', { count: Number(value) })}
          parse={(typed) => number(365, 1)(typed.replace(/\D+$/u, ''))}
          empty={t('series:noDeadline')}
          maxLength={12}
          onSave={(value) => set({ approvalDays: value === null ? null : Number(value) })}
        />
      </Fact>
      <Fact label={t('series:language')}>
        <InlineChoice
          required
          label={t('series:language')}
          value={view.language}
          options={[
            { value: 'sv', label: t('language.sv') },
            { value: 'en', label: t('language.en') },
          ]}
          onSave={(value) => value !== null && void set({ language: value })}
        />
      </Fact>
    </dl>
  )
}
