/** Series and the next meeting as commands that work on every page. */
import type { Command, CommandContext } from '../../commands/registry.ts'
import { errorText } from '../../i18n/error-text.ts'
import { announce } from '../../shell/announce.ts'
import { stillHere } from '../../shell/here.ts'
import { call } from '../../transport/client.ts'
import { planPath } from './words.ts'

/** The series whose next meeting comes first; the list of series where no date tells. */
async function planNext({ navigate }: CommandContext): Promise<void> {
  const here = stillHere()
  try {
    const { series } = await call('series.list', {})
    const newest = [...new Map(series.toReversed().map((one) => [one.bodyId, one])).values()].slice(0, 20)
    const plans = await Promise.all(
      newest.map(async ({ id }) => ({ id, date: (await call('series.planNext', { id })).date ?? '9999' })),
    )
    const [first] = plans.toSorted((a, b) => a.date.localeCompare(b.date))
    if (here()) navigate(first === undefined ? '/serier' : planPath(first.id))
  } catch (error) {
    announce(errorText(error))
  }
}

export const seriesCommands: readonly Command[] = [
  {
    id: 'series.plan',
    labelKey: 'seriesGo.plan',
    group: 'create',
    icon: 'date',
    shortcut: 'M',
    when: ({ open }) => open,
    run: planNext,
  },
  {
    id: 'series.open',
    labelKey: 'seriesGo.open',
    group: 'go',
    icon: 'date',
    when: ({ open }) => open,
    run: ({ navigate }) => navigate('/serier'),
  },
  {
    id: 'invitations.open',
    labelKey: 'seriesGo.invitation',
    group: 'create',
    icon: 'import',
    when: ({ open }) => open,
    run: ({ navigate }) => navigate('/inbjudan'),
  },
]
