/** The file of a meeting's page, with its words and its editor: fetched when a meeting is opened, or ahead of it. */
import { loadWords } from '../../i18n/i18n.ts'
import type { Namespace } from '../../i18n/resources.ts'

export const meetingWords = [
  'meetings',
  'blocks',
  'past',
  'writing',
  'review',
  'attendance',
  'register',
  'series',
] as const satisfies readonly Namespace[]

export const loadMeetingPage = () => import('./page/meeting-page.tsx').then((module) => module.MeetingPage)

/** Fetches what any meeting needs before one is chosen. What cannot be fetched now is asked for again when it is needed. */
export function fetchAhead(): void {
  Promise.all([loadMeetingPage(), loadWords(...meetingWords)]).catch(() => undefined)
}
