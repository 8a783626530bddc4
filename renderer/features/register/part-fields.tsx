/** Who has a part: of which kind, and who. The same two fields wherever somebody is given a part. */
import { useState } from 'react'
import type { Entry } from '#contract/register-edit.ts'
import type { EntityKind, RegisterKind } from '#contract/register.ts'
import { useT } from '../../i18n/i18n.ts'
import { Select } from '../../ui/field.tsx'
import { chosenEntry, EntryField, nobody, type Chosen, type Subject } from './entry-field.tsx'

const entityKinds = ['organisation', 'body', 'person'] as const satisfies readonly EntityKind[]

const kindOfParty = (kind: RegisterKind | undefined): EntityKind | null =>
  entityKinds.find((one) => one === kind) ?? null

/**
 * @param label what the second field is called
 * @param first who stands there from the start: whoever has the part, or the entry whose page it is
 * @param needed an empty field is a fault
 */
export function usePartFields(label: string, first: Subject | null, needed: boolean) {
  const t = useT()
  const given = kindOfParty(first?.kind)
  const [kind, setKind] = useState<EntityKind>(given ?? 'organisation')
  const [who, setWho] = useState<Chosen>(first === null || given === null ? nobody : { id: first.id, text: first.name })
  const [tried, setTried] = useState(false)
  const missing = needed && chosenEntry(who) === null
  return {
    fields: (
      <div className="reg-form-two">
        <Select
          label={t('register:form.partyKind')}
          value={kind}
          onChange={(next) => {
            setKind(next)
            setWho(nobody)
          }}
          options={entityKinds.map((value) => ({ value, label: t(`register:one.${value}`) }))}
        />
        <EntryField
          kind={kind}
          label={label}
          error={tried && missing ? t('register:form.whoMissing') : undefined}
          value={who}
          onChange={setWho}
        />
      </div>
    ),
    /** Nobody is null; undefined where somebody is needed. */
    take: (): { kind: EntityKind; who: Entry } | null | undefined => {
      setTried(true)
      const entry = chosenEntry(who)
      if (entry === null) return needed ? undefined : null
      return { kind, who: entry }
    },
  }
}
