/** What a series says of its meetings, each edited where it stands. */
import type { Output, Input } from '#contract/methods.ts'
import { useT } from '../../i18n/i18n.ts'
import { formOptions, kindOptions, languageOptions } from '../../i18n/meeting-words.ts'
import { ChoiceFact, TextFact, TimesFact } from '../meetings/head/facts.tsx'
import type { Parsed } from '../meetings/inline/inline-text.tsx'
import { change } from './change.ts'
import { ruleKey, rules, ruleWords, wholeNumber } from './words.ts'

type View = Output<'series.get'>

export function SeriesFacts({ view }: { view: View }) {
  const t = useT()
  const set = (part: Input<'series.set'>['change']) => change('series.set', { id: view.id, change: part })
  const number =
    (most: number, least: number) =>
    (typed: string): Parsed => {
      const value = wholeNumber(typed, most, least)
      return value === undefined
        ? { wrong: t('series:numberUnusable', { least, most }) }
        : { value: value === null ? null : String(value) }
    }
  const own = ruleKey(view.next)
  const ruleList = Object.entries(own === null || own in rules ? rules : { ...rules, [own]: view.next })
  const ruleOptions = ruleList.flatMap(([value, rule]) => (rule === null ? [] : [{ value, label: ruleWords(t, rule) }]))
  return (
    <dl className="series-facts" aria-label={t('series:facts')}>
      <TextFact
        label={t('series:meetingTitle')}
        value={view.title}
        onSave={(title) => (title === null ? Promise.resolve(false) : set({ title }))}
      />
      <ChoiceFact
        required
        label={t('series:kind')}
        value={view.kind}
        options={kindOptions(t)}
        onSave={(kind) => set({ kind })}
      />
      <TimesFact
        label={t('series:time')}
        start={{ label: t('series:begins'), value: view.start, onSave: (start) => set({ start }) }}
        end={{ label: t('series:ends'), value: view.end, onSave: (end) => set({ end }) }}
      />
      <TextFact label={t('series:place')} value={view.place} onSave={(place) => set({ place })} />
      <ChoiceFact
        label={t('series:form')}
        value={view.form}
        options={formOptions(t)}
        onSave={(form) => set({ form })}
      />
      <TextFact label={t('series:remoteTool')} value={view.remoteTool} onSave={(remoteTool) => set({ remoteTool })} />
      <ChoiceFact
        label={t('series:next')}
        value={own}
        options={ruleOptions}
        onSave={(key) => set({ next: key === null ? null : (ruleList.find(([value]) => value === key)?.[1] ?? null) })}
      />
      <ChoiceFact
        required
        label={t('series:numbers')}
        value={view.numberRule}
        options={[
          { value: 'running', label: t('series:numbersRunning') },
          { value: 'restart', label: t('series:numbersRestart') },
        ]}
        onSave={(numberRule) => set({ numberRule })}
      />
      {view.numberRule === 'running' && (
        <TextFact
          required
          label={t('series:firstNumber')}
          value={String(view.firstNumber)}
          parse={number(100_000, 1)}
          maxLength={6}
          onSave={(value) => set({ firstNumber: Number(value) })}
        />
      )}
      <TextFact
        label={t('series:approval')}
        value={view.approvalDays === null ? null : String(view.approvalDays)}
        show={(value) => t('series:days', { count: Number(value) })}
        parse={(typed) => number(365, 1)(typed.replace(/\D+$/u, ''))}
        empty={t('series:noDeadline')}
        maxLength={12}
        onSave={(value) => set({ approvalDays: value === null ? null : Number(value) })}
      />
      <ChoiceFact
        required
        label={t('series:language')}
        value={view.language}
        options={languageOptions(t)}
        onSave={(language) => set({ language })}
      />
    </dl>
  )
}
