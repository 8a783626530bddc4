/** Names to settle: who may be who, what nobody knows yet, and what was answered. */
import './identity.css'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { Cluster } from '#contract/identity.ts'
import { useT } from '../../i18n/i18n.ts'
import { usePageTitle } from '../../shell/page-title.ts'
import { readOptions, useRead } from '../../transport/hooks.ts'
import { ErrorMessage } from '../../ui/message.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Decisions } from './decisions.tsx'
import { Questions } from './questions.tsx'
import { Repairs } from './repairs.tsx'

type Part = 'open' | 'undecided' | 'decided'

/** Questions that were put off, each with its two entries as they are today. */
function PutOff({ total }: { total: number }) {
  const t = useT()
  const { data } = useRead('identity.decisions', { verdict: 'undecided', limit: 100 }, { keepPrevious: true })
  const cards = useQueries({
    queries: (data?.decisions ?? []).map(({ kind, a, b }) =>
      readOptions('identity.compare', { kind, ids: [a.id, b.id] }),
    ),
  })
  const clusters = cards.map(({ data: cluster }) => cluster).filter((one): one is Cluster => one !== undefined)
  if (data === undefined || cards.some(({ isPending }) => isPending)) return null
  return <Questions clusters={clusters} total={Math.max(total, clusters.length)} empty={t('identity:nothingPutOff')} />
}

export function NamesPage() {
  const t = useT()
  usePageTitle(t('identity:title'), [{ label: t('places.register'), to: '/register' }])
  const [part, setPart] = useState<Part>('open')
  const { data, error } = useRead('identity.proposals', {}, { keepPrevious: true })
  const { data: answered } = useRead('identity.decisions', {}, { keepPrevious: true })
  const putOff = answered?.decisions.filter(({ verdict }) => verdict === 'undecided').length ?? 0
  const settled = answered?.decisions.filter(({ verdict }) => verdict !== 'undecided') ?? []
  if (error !== null) {
    return (
      <div className="page">
        <ErrorMessage error={error} />
      </div>
    )
  }
  if (data === undefined || answered === undefined) return null
  return (
    <div className="page who-page">
      <h1 className="page-title">{t('identity:title')}</h1>
      <p className="text-2 who-lead">{t('identity:lead')}</p>
      <Tabs
        label={t('identity:parts')}
        tabs={[
          { value: 'open', label: t('identity:tab.open'), count: data.total },
          { value: 'undecided', label: t('identity:tab.undecided'), count: putOff },
          { value: 'decided', label: t('identity:tab.decided'), count: answered.total - putOff },
        ]}
        value={part}
        onChange={setPart}
      >
        {part === 'open' && (
          <>
            <Questions clusters={data.clusters} total={data.total} empty={t('identity:nothing')} />
            <Repairs repairs={data.repairs} />
          </>
        )}
        {part === 'undecided' && <PutOff total={putOff} />}
        {part === 'decided' && <Decisions decisions={settled} total={answered.total - putOff} />}
      </Tabs>
    </div>
  )
}
