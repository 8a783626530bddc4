/** Personal data (personuppgifter): extracts, restrictions, what is due for review, and the log. */
import './privacy.css'
import { useLocation } from 'wouter'
import { useT } from '../../i18n/i18n.ts'
import { usePageTitle } from '../../shell/page-title.ts'
import { useRead } from '../../transport/hooks.ts'
import { today } from '../../i18n/today.ts'
import { Tabs } from '../../ui/tabs.tsx'
import type { PageProps } from '../route.ts'
import { privacyPath } from './commands.ts'
import { ExtractPart } from './extract-part.tsx'
import { LogPart } from './log-part.tsx'
import { RestrictedPart } from './restricted-part.tsx'
import { RetentionPart } from './retention-part.tsx'

const parts = ['utdrag', 'begransade', 'gallring', 'logg'] as const
type Part = (typeof parts)[number]

export function PrivacyPage({ params }: PageProps) {
  const t = useT()
  const [, navigate] = useLocation()
  usePageTitle(t('privacy:title'), [{ label: t('places.settings'), to: '/installningar' }])
  const { data: restricted } = useRead('privacy.restricted', {})
  const { data: due } = useRead('retention.due', { on: today() })
  const part = parts.find((one) => one === params['part']) ?? 'utdrag'
  const figures: Partial<Record<Part, number>> = {
    begransade: restricted?.people.length ?? 0,
    gallring: due?.due.length ?? 0,
  }
  return (
    <div className="page privacy-page">
      <h1 className="page-title">{t('privacy:title')}</h1>
      <p className="text-2 privacy-lead">{t('privacy:about')}</p>
      <Tabs
        label={t('privacy:parts')}
        tabs={parts.map((value) => {
          const count = figures[value] ?? 0
          return { value, label: t(`privacy:part.${value}`), ...(count > 0 ? { count } : {}) }
        })}
        value={part}
        onChange={(value) => navigate(value === 'utdrag' ? privacyPath : `${privacyPath}/${value}`)}
      >
        <div className="privacy-panel">
          {part === 'utdrag' && <ExtractPart />}
          {part === 'begransade' && <RestrictedPart people={restricted?.people ?? []} />}
          {part === 'gallring' && <RetentionPart due={due?.due ?? []} />}
          {part === 'logg' && <LogPart person={params['id']} />}
        </div>
      </Tabs>
    </div>
  )
}
