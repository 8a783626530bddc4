/** What there is to answer: the list at the left, the card beside it; three keys answer and go on. */
import { useEffect, useState } from 'react'
import type { Cluster } from '#contract/identity.ts'
import { usePageCommands } from '../../commands/registry.ts'
import { useT } from '../../i18n/i18n.ts'
import { KindIcon } from '../../ui/marks.tsx'
import { EmptyState } from '../../ui/message.tsx'
import { walkRows } from '../../ui/table.tsx'
import { answers, Card, draftOf, useAnswer, type Draft } from './card.tsx'

export const keyOf = (cluster: Cluster) => cluster.members.map(({ id }) => id).join()

type QuestionsProps = {
  clusters: readonly Cluster[]
  total: number
  /** Said when nothing waits. */
  empty: string
}

export function Questions({ clusters, total, empty }: QuestionsProps) {
  const t = useT()
  const [at, setAt] = useState(0)
  const place = Math.min(at, Math.max(0, clusters.length - 1))
  const current = clusters[place]
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map())
  const draft = current === undefined ? undefined : (drafts.get(keyOf(current)) ?? draftOf(current))
  // The answered card leaves the list: what stands in its place is the next.
  const { answer, errorOf, busy } = useAnswer(() => undefined)
  const go = (step: number) => setAt(Math.max(0, Math.min(clusters.length - 1, place + step)))
  useEffect(() => {
    document.querySelector('.who-row[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [place])
  usePageCommands(
    () => [
      ...answers.map(({ verdict, key }) => ({
        id: `identity.${verdict}`,
        labelKey: `identity:verdict.${verdict}` as const,
        hintKey: `identity:hints.${verdict}` as const,
        group: 'page' as const,
        shortcut: key,
        when: () => current !== undefined,
        run: () => {
          if (current !== undefined && draft !== undefined) answer(current, draft, verdict)
        },
      })),
      {
        id: 'identity.next',
        labelKey: 'identity:next',
        hintKey: 'identity:hints.next',
        group: 'page',
        shortcut: 'J',
        run: () => go(1),
      },
      { id: 'identity.previous', labelKey: 'identity:previous', group: 'page', shortcut: 'K', run: () => go(-1) },
    ],
    [current === undefined],
  )
  if (current === undefined || draft === undefined) return <EmptyState>{empty}</EmptyState>
  return (
    <div className="who-columns">
      <nav className="who-list" aria-label={t('identity:list')}>
        <ul ref={walkRows}>
          {clusters.map((cluster, index) => (
            <li key={keyOf(cluster)}>
              <button
                type="button"
                className="who-row"
                aria-current={index === place ? 'true' : undefined}
                data-row
                onFocus={() => setAt(index)}
                onClick={() => setAt(index)}
              >
                <KindIcon kind={cluster.kind} named outline={cluster.verdict === 'undecided'} />
                <span className="who-row-what">{t(`identity:row.${cluster.verdict}`)}</span>
                <span className="who-row-names record">
                  {[...new Set(cluster.members.map(({ name }) => name))].join(' · ')}
                </span>
              </button>
            </li>
          ))}
        </ul>
        {total > clusters.length && (
          <p className="small text-3">{t('identity:more', { count: total - clusters.length })}</p>
        )}
      </nav>
      <Card
        key={keyOf(current)}
        cluster={current}
        draft={draft}
        onDraft={(next) => setDrafts(new Map(drafts).set(keyOf(current), next))}
        onAnswer={(verdict) => answer(current, draft, verdict)}
        busy={busy}
        error={errorOf(current)}
        keys
      />
    </div>
  )
}
