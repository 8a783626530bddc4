/** What can be done by hand on a page: facts added, corrected, retired, the entry itself changed. One dialog at a time. */
import { useState, type ReactNode } from 'react'
import type { PartyView, Tie } from '#contract/register-pages.ts'
import type { Role } from '#contract/register.ts'
import { usePageCommands } from '../../commands/registry.ts'
import { useT } from '../../i18n/i18n.ts'
import type { Key } from '../../i18n/resources.ts'
import { announce } from '../../shell/announce.ts'
import { useWrite } from '../../transport/hooks.ts'
import { IconButton } from '../../ui/button.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { actsOf, type Act } from './acts.ts'
import { OpenForm, type Open } from './forms.tsx'
import type { PartOf } from './form-rules.ts'
import type { Subject } from './part-fields.tsx'
import { roleWords } from './spans.ts'

export type Editing = {
  open: (what: Open) => void
  dialog: ReactNode
  /** Entries for the page's menu; the palette has the same. */
  entries: readonly MenuEntry[]
}

/**
 * @param subject whose page it is
 * @param whole the entry with its fields, where a form changes them; null while it is on its way
 */
export function useEditing(subject: Subject, whole: Open | null = null): Editing {
  const t = useT()
  const [shown, setShown] = useState<Open | null>(null)
  const acts = actsOf(subject.kind, whole)
  const run = (act: Act) => setShown(act.open)
  usePageCommands(
    () =>
      acts.map((act) => ({
        id: `register.${act.id}`,
        labelKey: act.labelKey,
        group: 'page' as const,
        icon: act.icon,
        run: () => run(act),
      })),
    [subject.kind, subject.id, acts.length],
  )
  return {
    open: setShown,
    dialog: shown === null ? null : <OpenForm open={shown} subject={subject} onClose={() => setShown(null)} />,
    entries: acts.map((act) => ({ id: act.id, label: t(act.labelKey), icon: act.icon, run: () => run(act) })),
  }
}

/** A plus at the end of a heading's line. */
export function AddFact({ editing, what, labelKey }: { editing: Editing; what: Open; labelKey: Key }) {
  const t = useT()
  return <IconButton icon="plus" label={t(labelKey)} onClick={() => editing.open(what)} />
}

export function AddRole({ editing }: { editing: Editing }) {
  return <AddFact editing={editing} what={{ form: 'role', role: null }} labelKey="register:form.addRole" />
}

function FactMenu(props: { name: string; correct: () => void; retire: () => void; part?: boolean }) {
  const t = useT()
  const part = props.part === true
  return (
    <Menu
      icon="more"
      iconOnly
      label={t('register:menu', { name: props.name })}
      entries={[
        {
          id: 'correct',
          label: part ? t('register:form.changePart') : t('register:form.correct'),
          icon: 'edit',
          run: props.correct,
        },
        {
          id: 'retire',
          label: part ? t('register:form.removePart') : t('register:form.retire'),
          icon: 'trash',
          danger: true,
          run: props.retire,
        },
      ]}
    />
  )
}

export function RoleMenu({ role, editing }: { role: Role; editing: Editing }) {
  const t = useT()
  const retire = useWrite('tenures.retire')
  return (
    <FactMenu
      name={roleWords(role) ?? t('register:roleUnknown')}
      correct={() => editing.open({ form: 'role', role })}
      retire={() => retire.mutate({ id: role.id }, { onSuccess: () => announce(t('register:form.retired')) })}
    />
  )
}

export function TieMenu({ tie, editing }: { tie: Tie; editing: Editing }) {
  const t = useT()
  const retire = useWrite('relations.retire')
  return (
    <FactMenu
      name={tie.label ?? tie.other}
      correct={() => editing.open({ form: 'tie', tie })}
      retire={() => retire.mutate({ id: tie.id }, { onSuccess: () => announce(t('register:form.retired')) })}
    />
  )
}

export function PartMenu({ of, part, editing }: { of: PartOf; part: PartyView; editing: Editing }) {
  const t = useT()
  const remove = useWrite('parties.remove')
  return (
    <FactMenu
      part
      name={part.name}
      correct={() => editing.open({ form: 'part', of, part })}
      retire={() =>
        remove.mutate(
          { id: part.partyId },
          { onSuccess: () => announce(t('register:form.partRemoved', { name: part.name })) },
        )
      }
    />
  )
}
