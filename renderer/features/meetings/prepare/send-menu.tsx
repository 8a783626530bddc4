/** What goes out before a meeting: the summons as a Word document, the entry for calendars. */
import { usePageCommands } from '../../../commands/registry.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { translate, useT } from '../../../i18n/i18n.ts'
import { announce } from '../../../shell/announce.ts'
import { call } from '../../../transport/client.ts'
import { write } from '../../../transport/hooks.ts'
import { Menu } from '../../../ui/menu.tsx'
import { flushAll, type View } from '../text/savers.ts'

async function summons(meetingId: string, list: boolean): Promise<void> {
  const t = translate()
  try {
    await flushAll()
    // Those who are called read what is open now, also where the meeting was planned before it came up.
    await write('meetings.takeOver', { id: meetingId })
    const { saved, fileName, findings } = await call('invitations.summons', { meetingId, list })
    if (saved === null) return
    const file = saved === '' ? fileName : saved
    announce(
      findings.length === 0
        ? t('series:send.saved', { file })
        : t('series:send.savedFindings', { file, count: findings.length }),
    )
  } catch (error) {
    announce(errorText(error))
  }
}

async function calendar(meetingId: string, attendees: boolean): Promise<void> {
  try {
    await flushAll()
    const { saved, fileName } = await call('invitations.calendar', { meetingId, attendees })
    if (saved !== null) announce(translate()('series:send.saved', { file: saved === '' ? fileName : saved }))
  } catch (error) {
    announce(errorText(error))
  }
}

/** What has come up since the meeting was planned. */
async function takeOver(meetingId: string): Promise<void> {
  const t = translate()
  try {
    await flushAll()
    const { actions, items, promises } = await write('meetings.takeOver', { id: meetingId })
    const count = actions + items + promises
    announce(count === 0 ? t('series:takeOver.nothing') : t('series:takeOver.done', { count }))
  } catch (error) {
    announce(errorText(error))
  }
}

/** Before the meeting and while it runs. */
export function SendMenu({ view }: { view: View }) {
  const shown = view.head.state === 'planned' || view.head.state === 'running'
  return shown ? <OpenMenu id={view.id} planned={view.head.state === 'planned'} /> : null
}

function OpenMenu({ id, planned }: { id: string; planned: boolean }) {
  const t = useT()
  usePageCommands(
    () => [
      {
        id: 'meeting.summons',
        labelKey: 'series:send.summons',
        group: 'page',
        icon: 'word',
        shortcut: 'Mod+Shift+K',
        inText: true,
        run: () => summons(id, true),
      },
      {
        id: 'meeting.calendar',
        labelKey: 'series:send.calendar',
        group: 'page',
        icon: 'date',
        run: () => calendar(id, false),
      },
      {
        id: 'meeting.takeOver',
        labelKey: 'series:takeOver.label',
        group: 'page',
        icon: 'down',
        when: () => planned,
        run: () => takeOver(id),
      },
    ],
    [id, planned],
  )
  return (
    <Menu
      label={t('series:send.label')}
      icon="export"
      entries={[
        {
          id: 'summons',
          label: t('series:send.summons'),
          icon: 'word',
          shortcut: 'Mod+Shift+K',
          run: () => void summons(id, true),
        },
        { id: 'bare', label: t('series:send.summonsBare'), icon: 'word', run: () => void summons(id, false) },
        { id: 'calendar', label: t('series:send.calendar'), icon: 'date', run: () => void calendar(id, false) },
        { id: 'people', label: t('series:send.calendarPeople'), icon: 'date', run: () => void calendar(id, true) },
        ...(planned
          ? [
              {
                id: 'takeOver',
                label: t('series:takeOver.label'),
                icon: 'down' as const,
                run: () => void takeOver(id),
              },
            ]
          : []),
      ]}
    />
  )
}
