/**
 * Every page, one entry each. A place stands in the column at the left as soon as it has a page.
 * A page's words stand in assets/locales/<language>/ui/<feature>.json (one line in i18n/resources.ts),
 * its commands in `usePageCommands`, its name in `usePageTitle`, its data in `useRead` and `useWrite`.
 */
import { loadMeetingPage, meetingWords } from './meetings/fetch-page.ts'
import { lazyPage, type Route } from './route.ts'
import { StartPage } from './start/start-page.tsx'

export const routes: readonly Route[] = [
  { path: '/', place: 'start', page: StartPage },
  {
    path: '/moten',
    place: 'meetings',
    page: lazyPage(() => import('./meetings/list/list-page.tsx').then((module) => module.MeetingListPage), 'meetings'),
  },
  {
    path: '/moten/:id/justering/:left/:right',
    place: 'meetings',
    shell: 'rail',
    page: lazyPage(() => import('./approval/compare-page.tsx').then((module) => module.CompareMinutesPage), 'approval'),
  },
  {
    path: '/moten/:id/justering',
    place: 'meetings',
    shell: 'rail',
    page: lazyPage(() => import('./approval/approval-page.tsx').then((module) => module.ApprovalPage), 'approval'),
  },
  {
    path: '/moten/:id/granska',
    place: 'meetings',
    shell: 'rail',
    page: lazyPage(
      () => import('./review/review-page.tsx').then((module) => module.ReviewPage),
      'review',
      'meetings',
      'register',
    ),
  },
  {
    path: '/moten/:id/:item?',
    place: 'meetings',
    shell: 'rail',
    page: lazyPage(loadMeetingPage, ...meetingWords),
  },
  {
    path: '/serier/:id?/:plan?',
    place: 'meetings',
    page: lazyPage(() => import('./series/series-page.tsx').then((module) => module.SeriesPage), 'series', 'meetings'),
  },
  {
    path: '/inbjudan',
    place: 'meetings',
    page: lazyPage(() => import('./series/invitation-page.tsx').then((module) => module.InvitationPage), 'series'),
  },
  {
    path: '/karta',
    place: 'network',
    shell: 'rail',
    page: lazyPage(() => import('./network/network-page.tsx').then((module) => module.NetworkPage), 'network'),
  },
  {
    path: '/las-in',
    place: 'meetings',
    shell: 'rail',
    page: lazyPage(() => import('./imports/imports-page.tsx').then((module) => module.ImportsPage), 'imports'),
  },
  {
    path: '/namn',
    place: 'register',
    page: lazyPage(() => import('./identity/names-page.tsx').then((module) => module.NamesPage), 'identity'),
  },
  {
    path: '/kontakter',
    place: 'register',
    page: lazyPage(() => import('./exchange/contacts-page.tsx').then((module) => module.ContactsPage), 'exchange'),
  },
  {
    path: '/register/:kind?/:id?',
    place: 'register',
    page: lazyPage(
      () => import('./register/register-page.tsx').then((module) => module.RegisterPage),
      'register',
      'privacy',
      'exchange',
    ),
  },
  {
    path: '/atgarder/:tab?',
    place: 'actions',
    page: lazyPage(() => import('./actions/actions-page.tsx').then((module) => module.ActionsPage), 'actions'),
  },
  {
    path: '/kallor',
    place: 'sources',
    page: lazyPage(() => import('./sources/list-page.tsx').then((module) => module.SourceListPage), 'sources'),
  },
  {
    path: '/kallor/:id/jamfor/:kind/:other',
    place: 'sources',
    page: lazyPage(() => import('./sources/compare-page.tsx').then((module) => module.ComparePage), 'sources'),
  },
  {
    path: '/kallor/:id',
    place: 'sources',
    shell: 'rail',
    page: lazyPage(() => import('./sources/source-page.tsx').then((module) => module.SourcePage), 'sources'),
  },
  {
    path: '/sources/:id',
    place: 'sources',
    shell: 'rail',
    page: lazyPage(() => import('./sources/source-page.tsx').then((module) => module.SourcePage), 'sources'),
  },
  {
    path: '/installningar',
    place: 'settings',
    page: lazyPage(
      () => import('./settings/settings-page.tsx').then((module) => module.SettingsPage),
      'settings',
      'writing',
      'privacy',
      'exchange',
    ),
  },
  {
    path: '/personuppgifter/:part?/:id?',
    place: 'settings',
    page: lazyPage(() => import('./privacy/privacy-page.tsx').then((module) => module.PrivacyPage), 'privacy'),
  },
]
