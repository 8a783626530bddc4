/** Åtgärder och beslut: what somebody took on and what was decided, over all meetings. */
import './actions.css'
import { useLocation } from 'wouter'
import { usePageCommands } from '../../commands/registry.ts'
import { useT } from '../../i18n/i18n.ts'
import { usePageTitle } from '../../shell/page-title.ts'
import { Tabs } from '../../ui/tabs.tsx'
import type { PageProps } from '../route.ts'
import { ActionsTab } from './actions-tab.tsx'
import { DecisionsTab } from './decisions-tab.tsx'

const paths = { actions: '/atgarder', decisions: '/atgarder/beslut' } as const

export function ActionsPage({ params }: PageProps) {
  const t = useT()
  const [, navigate] = useLocation()
  const tab = params['tab'] === 'beslut' ? 'decisions' : 'actions'
  usePageTitle(t('actions:title'))
  usePageCommands(
    () => [
      {
        id: 'actions.actions',
        labelKey: 'actions:commandActions',
        group: 'view',
        icon: 'actions',
        when: () => tab === 'decisions',
        run: () => navigate(paths.actions),
      },
      {
        id: 'actions.decisions',
        labelKey: 'actions:commandDecisions',
        group: 'view',
        icon: 'actions',
        when: () => tab === 'actions',
        run: () => navigate(paths.decisions),
      },
    ],
    [tab],
  )
  return (
    <div className="page actions-page">
      <h1 className="page-title">{t('actions:title')}</h1>
      <Tabs
        label={t('actions:tabs')}
        tabs={[
          { value: 'actions', label: t('actions:actions') },
          { value: 'decisions', label: t('actions:decisions') },
        ]}
        value={tab}
        onChange={(value) => navigate(paths[value])}
      >
        {tab === 'actions' ? <ActionsTab /> : <DecisionsTab />}
      </Tabs>
    </div>
  )
}
