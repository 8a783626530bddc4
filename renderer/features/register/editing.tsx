/** What can be done by hand on a page: roles and ties added, corrected, retired. One dialog at a time. */
import { useState, type ReactNode } from 'react'
import type { Tie } from '#contract/register-pages.ts'
import type { Role } from '#contract/register.ts'
import { useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { useWrite } from '../../transport/hooks.ts'
import { IconButton } from '../../ui/button.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { RoleForm, type Subject } from './role-form.tsx'
import { roleWords } from './spans.ts'
import { TieForm } from './tie-form.tsx'

type Open = { form: 'role'; role: Role | null } | { form: 'tie'; tie: Tie | null }

export type Editing = {
  open: (what: Open) => void
  dialog: ReactNode
  /** Entries for the page's menu. */
  entries: readonly MenuEntry[]
}

/** @param subject whose page it is; ties can begin at people, organisations and bodies */
export function useEditing(subject: Subject): Editing {
  const t = useT()
  const [shown, setShown] = useState<Open | null>(null)
  const close = () => setShown(null)
  const ties = subject.kind === 'person' || subject.kind === 'organisation' || subject.kind === 'body'
  return {
    open: setShown,
    dialog:
      shown === null ? null : shown.form === 'role' ? (
        <RoleForm subject={subject} role={shown.role} onClose={close} />
      ) : (
        <TieForm subject={subject} tie={shown.tie} onClose={close} />
      ),
    entries: [
      {
        id: 'role',
        label: t('register:form.addRole'),
        icon: 'plus',
        run: () => setShown({ form: 'role', role: null }),
      },
      ...(ties
        ? [
            {
              id: 'tie',
              label: t('register:form.addTie'),
              icon: 'plus' as const,
              run: () => setShown({ form: 'tie', tie: null }),
            },
          ]
        : []),
    ],
  }
}

export function AddRole({ editing }: { editing: Editing }) {
  const t = useT()
  return (
    <IconButton
      icon="plus"
      label={t('register:form.addRole')}
      onClick={() => editing.open({ form: 'role', role: null })}
    />
  )
}

function FactMenu(props: { name: string; correct: () => void; retire: () => void }) {
  const t = useT()
  return (
    <Menu
      icon="more"
      iconOnly
      label={t('register:menu', { name: props.name })}
      entries={[
        { id: 'correct', label: t('register:form.correct'), icon: 'edit', run: props.correct },
        { id: 'retire', label: t('register:form.retire'), icon: 'trash', danger: true, run: props.retire },
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
