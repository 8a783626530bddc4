/** Chair, secretary and adjusters (justerare: those who approve the minutes with the chair). */
import type { Input } from '#contract/methods.ts'
import { useT } from '../../../i18n/i18n.ts'
import { InlineText } from '../inline/inline-text.tsx'
import { change } from '../page/state.ts'
import type { View } from '../text/savers.ts'
import { Fact } from './fact.tsx'
import { parseNames } from './times.ts'

type Role = Input<'meetings.setOfficers'>['role']

export function Officers({ view, names }: { view: View; names: readonly string[] }) {
  const t = useT()
  const labels: Record<Role, string> = {
    chair: t('meetings:head.chair'),
    secretary: t('meetings:head.secretary'),
    adjuster: t('meetings:head.adjusters'),
  }
  const field = (role: Role) => {
    const held = view.officers.filter((officer) => officer.role === role).map((officer) => officer.name)
    return (
      <Fact label={labels[role]}>
        <InlineText
          label={labels[role]}
          value={held.length === 0 ? null : held.join(', ')}
          suggestions={role === 'adjuster' ? [] : names}
          onSave={(value) =>
            change('meetings.setOfficers', {
              id: view.id,
              role,
              names: value === null ? [] : role === 'adjuster' ? parseNames(value) : [value],
            })
          }
        />
      </Fact>
    )
  }
  return (
    <>
      {field('chair')}
      {field('secretary')}
      {field('adjuster')}
    </>
  )
}
