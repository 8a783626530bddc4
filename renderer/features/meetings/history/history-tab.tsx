/** The text of the current item as it was: a slider over its moments, the words that differ, and the way back. */
import './history.css'
import { useState } from 'react'
import type { Output } from '#contract/methods.ts'
import { clockOf, shortDate } from '../../../i18n/dates.ts'
import { today } from '../../../i18n/today.ts'
import { useLanguage, useT } from '../../../i18n/i18n.ts'
import { useRead } from '../../../transport/hooks.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorMessage } from '../../../ui/message.tsx'
import { kindMark } from '../item/face.ts'
import { change } from '../page/state.ts'
import type { View } from '../text/savers.ts'

type Past = Output<'items.history'>['paragraphs'][number]
type Words = NonNullable<Past['was']>

const plain = (words: Words | null) => words?.map(({ text }) => text).join('') ?? null

function Marked({ words, as: As }: { words: Words; as: 'del' | 'ins' }) {
  return words.map(({ text, differs }, index) =>
    differs ? <As key={index}>{text}</As> : <span key={index}>{text}</span>,
  )
}

/** A day and a time; today goes without saying. */
function useWhen(): (instant: string) => string {
  const language = useLanguage()
  return (instant) => {
    const on = today(new Date(instant))
    return `${on === today() ? '' : `${shortDate(on, language)} `}${clockOf(instant, language)}`
  }
}

function PastRow({ past, when, locked }: { past: Past; when: string; locked: boolean }) {
  const t = useT()
  const { versionId, was, now, changed } = past
  const mark = kindMark(past)
  return (
    <li className="past" data-changed={changed || undefined}>
      {mark !== null && <p className="small text-3">{t(mark)}</p>}
      {was === null ? (
        <p className="small text-3">{t('past:notYet')}</p>
      ) : plain(was) === '' ? (
        <p className="small text-3">{t('past:noWords')}</p>
      ) : (
        <p className="record">
          <Marked words={was} as="del" />
        </p>
      )}
      {changed && (
        <p className="small past-now">
          <span className="text-3">{t('past:now')} </span>
          {now === null ? t('past:removed') : <Marked words={now} as="ins" />}
        </p>
      )}
      {changed && versionId !== null && !locked && (
        <Button
          aria-label={t('past:restoreFrom', { when })}
          onClick={() => void change('paragraphs.restore', { versionId, base: plain(now) })}
        >
          {t('past:restore')}
        </Button>
      )}
    </li>
  )
}

function ItemPast({ item, locked }: { item: View['items'][number]; locked: boolean }) {
  const t = useT()
  const when = useWhen()
  const [chosen, choose] = useState<string | null>(null)
  const { data: all, error } = useRead('items.history', { itemId: item.id, at: null })
  const moments = all?.moments ?? []
  // Newest at the right, as time goes; a moment that is chosen stays chosen while others come.
  const index = chosen === null ? 0 : Math.max(0, moments.indexOf(chosen))
  const at = moments[index] ?? null
  const { data } = useRead('items.history', { itemId: item.id, at }, { enabled: at !== null, keepPrevious: true })
  if (error !== null) return <ErrorMessage error={error} />
  if (all === undefined) return null
  if (at === null) return <p className="text-2">{t('past:none')}</p>
  const label = t('past:before', { when: when(at) })
  return (
    <>
      <label className="past-slider">
        <span>{label}</span>
        <input
          type="range"
          min={0}
          max={moments.length - 1}
          value={moments.length - 1 - index}
          disabled={moments.length < 2}
          aria-valuetext={label}
          onChange={({ target }) => choose(moments[moments.length - 1 - Number(target.value)] ?? null)}
        />
      </label>
      <ol className="pasts" aria-label={label}>
        {(data?.paragraphs ?? []).map((past) => (
          <PastRow key={past.paragraphId} past={past} when={when(at)} locked={locked} />
        ))}
      </ol>
    </>
  )
}

export function HistoryTab({ view, here, locked }: { view: View; here: string | null; locked: boolean }) {
  const t = useT()
  const item = view.items.find(({ id }) => id === here) ?? view.items[0]
  if (item === undefined) return <p className="pane-text text-2">{t('past:none')}</p>
  return (
    <section className="pane-text past-pane">
      <h3 className="heading">{item.title === '' ? t('meetings:item.untitled') : item.title}</h3>
      <ItemPast key={item.id} item={item} locked={locked} />
    </section>
  )
}
