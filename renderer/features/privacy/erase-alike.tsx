/** Entries with a name like the one that goes: each is taken along, or left knowingly. */
import type { Alike } from '#contract/privacy.ts'
import { useT } from '../../i18n/i18n.ts'
import { Checkbox } from '../../ui/field.tsx'
import { toggled } from './toggled.ts'

type EraseAlikeProps = {
  alike: readonly Alike[]
  /** Ids of those that go too. */
  also: ReadonlySet<string>
  change: (next: ReadonlySet<string>) => void
}

function useSaid() {
  const t = useT()
  return ({ spelling, detail, likeness, reasons, standing, different }: Alike) =>
    [
      ...(spelling === null ? [] : [t('privacy:erase.alikeSpelling', { name: spelling })]),
      ...(detail === null ? [] : [detail]),
      ...reasons.map((reason) => t(`identity:reason.${reason}`)),
      ...(reasons.length === 0 ? [t('privacy:erase.alikePercent', { percent: Math.floor(likeness * 100) })] : []),
      ...(standing ? [] : [t('privacy:erase.alikeFallen')]),
      ...(different ? [t('privacy:erase.alikeDifferent')] : []),
    ].join(' · ')
}

export function EraseAlike({ alike, also, change }: EraseAlikeProps) {
  const t = useT()
  const said = useSaid()
  if (alike.length === 0) return null
  return (
    <fieldset className="privacy-part">
      <legend className="heading">{t('privacy:erase.alike', { count: alike.length })}</legend>
      <p className="text-2">{t('privacy:erase.alikeText')}</p>
      <div className="privacy-records">
        {alike.map((one) => (
          <Checkbox
            key={one.id}
            checked={also.has(one.id)}
            onChange={(on) => change(toggled(also, one.id, on))}
            label={
              <>
                <span className="record">{one.name}</span> <span className="text-3">{said(one)}</span>
              </>
            }
          />
        ))}
      </div>
    </fieldset>
  )
}
