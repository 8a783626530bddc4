/** Register: people, organisations and groups, each with what is known and the words that say so. */
import './register.css'
import './facts.css'
import type { ComponentType } from 'react'
import { useLocation } from 'wouter'
import type { RegisterKind } from '#contract/register.ts'
import type { PageProps } from '../route.ts'
import { usePageCommands } from '../../commands/registry.ts'
import { useT } from '../../i18n/i18n.ts'
import { ExchangeBar } from '../exchange/exchange-bar.tsx'
import { usePageTitle } from '../../shell/page-title.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { goToPane } from '../../ui/drawer.ts'
import { EmptyState } from '../../ui/message.tsx'
import { Pane, PaneButton, Panes } from '../../ui/panes.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { NamesLink } from '../identity/names-link.tsx'
import { BodyPage } from './body-page.tsx'
import { AssignmentPage, EventPage } from './event-page.tsx'
import { EntityList, useEntities } from './entity-list.tsx'
import { kindOf, kinds, registerPath } from './kinds.ts'
import { NewEntryForm } from './new-entry-form.tsx'
import { OrganisationPage } from './organisation-page.tsx'
import { PersonPage } from './person-page.tsx'
import { PostPage } from './post-page.tsx'
import { ThemePage } from './theme-page.tsx'

/** Nothing is there to be chosen: what will come, and from where. */
function Nothing() {
  const t = useT()
  usePageTitle(t('places.register'))
  return (
    <div className="page">
      <h1 className="page-title">{t('places.register')}</h1>
      <EmptyState
        action={
          <ButtonLink icon="import" to="/las-in">
            {t('readIn.label')}
          </ButtonLink>
        }
      >
        {t('register:emptyAll')}
      </EmptyState>
    </div>
  )
}

const pages: Readonly<Record<RegisterKind, ComponentType<{ id: string }>>> = {
  person: PersonPage,
  organisation: OrganisationPage,
  body: BodyPage,
  theme: ThemePage,
  post: PostPage,
  event: EventPage,
  assignment: AssignmentPage,
}

export function RegisterPage({ params }: PageProps) {
  const t = useT()
  const [, navigate] = useLocation()
  const kind = kindOf(params['kind'])
  const { data: list } = useEntities(kind, '')
  const Page = pages[kind]
  usePageCommands(
    () => [
      {
        id: 'register.list',
        labelKey: 'register:list',
        group: 'page',
        icon: 'register',
        shortcut: 'Shift+F8',
        inText: true,
        run: () => goToPane('left'),
      },
    ],
    [],
  )
  // Nobody is asked for: the first of the list is shown.
  const id = params['id'] ?? list?.rows[0]?.id ?? null
  return (
    <Panes
      size="register"
      left={
        <Pane side="left" label={t('register:list')}>
          <div className="reg-side">
            <ExchangeBar />
            <NamesLink />
            <Tabs
              label={t('register:kinds')}
              tabs={kinds.map((value) => ({ value, label: t(`register:tab.${value}`) }))}
              value={kind}
              onChange={(value) => navigate(registerPath(value))}
            >
              <EntityList key={kind} kind={kind} chosen={id} />
            </Tabs>
          </div>
        </Pane>
      }
    >
      <NewEntryForm />
      <div className="reg-bar">
        <PaneButton side="left" icon="text" label={t(`register:tab.${kind}`)} shortcut="Shift+F8" />
      </div>
      {id !== null ? <Page key={id} id={id} /> : list === undefined ? null : <Nothing />}
    </Panes>
  )
}
