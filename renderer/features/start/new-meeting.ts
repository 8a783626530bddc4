/** A meeting made at once, to be filled in on its own page: no form stands between a person and the first line. */
import type { Input } from '#contract/methods.ts'
import type { Command } from '../../commands/registry.ts'
import { longDate } from '../../i18n/dates.ts'
import { today } from '../../i18n/today.ts'
import { errorText } from '../../i18n/error-text.ts'
import { currentLanguage, translate } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { stillHere } from '../../shell/here.ts'
import { call } from '../../transport/client.ts'
import { write } from '../../transport/hooks.ts'

let making = false

/**
 * Makes the meeting and goes to it; what is not given follows the settings and today's date. Asked for again meanwhile,
 * it is the same one.
 */
export async function newMeeting(
  navigate: (to: string) => void,
  given: Partial<Input<'meetings.create'>> = {},
): Promise<void> {
  if (making) return
  making = true
  const here = stillHere()
  try {
    const settings = await call('settings.get', {})
    const date = given.date ?? today()
    const { id } = await write('meetings.create', {
      title: translate()('newMeeting.title', { date: longDate(date, currentLanguage()) }),
      kind: settings.documentLanguage === 'en' ? 'minutes' : 'minnesanteckningar',
      body: null,
      ...given,
      date,
    })
    if (here()) navigate(`/moten/${id}`)
  } catch (error) {
    announce(errorText(error))
  } finally {
    making = false
  }
}

export const meetingCommands: readonly Command[] = [
  {
    id: 'meetings.new',
    labelKey: 'newMeeting.label',
    hintKey: 'newMeeting.hint',
    group: 'create',
    icon: 'plus',
    shortcut: 'N',
    when: (context) => context.open,
    run: (context) => newMeeting(context.navigate),
  },
  {
    id: 'imports.open',
    labelKey: 'readIn.label',
    group: 'create',
    icon: 'import',
    when: (context) => context.open,
    run: (context) => context.navigate('/las-in'),
  },
]
