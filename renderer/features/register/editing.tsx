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
import type { Contact } from './owner.ts'
import type { Subject } from './entry-field.tsx'
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
    entries: acts
      .filter(({ inSight }) => inSight !== true)
      .map((act) => ({ id: act.id, label: t(act.labelKey), icon: act.icon, run: () => run(act) })),
  }
}

/** A plus at the end of a heading's line. */
export function AddFact({ editing, act }: { editing: Editing; act: Act }) {
  const t = useT()
  return <IconButton icon="plus" label={t(act.labelKey)} onClick={() => editing.open(act.open)} />
}

type FactMenuProps = {
  name: string
  /** What correcting and taking away are called here. */
  labels: readonly [correct: Key, retire: Key]
  correct: () => void
  retire: () => void
}

const factLabels = ['register:form.correct', 'register:form.retire'] as const
const partLabels = ['register:form.changePart', 'register:form.removePart'] as const
const contactLabels = ['register:form.changeContact', 'register:form.removeContact'] as const

function FactMenu({ name, labels, correct, retire }: FactMenuProps) {
  const t = useT()
  return (
    <Menu
      icon="more"
      iconOnly
      label={t('register:menu', { name })}
      entries={[
        { id: 'correct', label: t(labels[0]), icon: 'edit', run: correct },
        { id: 'retire', label: t(labels[1]), icon: 'trash', danger: true, run: retire },
      ]}
    />
  )
}

export function RoleMenu({ role, editing }: { role: Role; editing: Editing }) {
  const t = useT()
  const retire = useWrite('tenures.retire')
  return (
    <FactMenu
      labels={factLabels}
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
      labels={factLabels}
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
      labels={partLabels}
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

export function ContactMenu({ contact, editing }: { contact: Contact; editing: Editing }) {
  const t = useT()
  const remove = useWrite('contacts.remove')
  return (
    <FactMenu
      labels={contactLabels}
      name={contact.value}
      correct={() => editing.open({ form: 'contact', contact })}
      retire={() =>
        remove.mutate(
          { id: contact.id },
          { onSuccess: () => announce(t('register:form.removed', { name: contact.value })) },
        )
      }
    />
  )
}
