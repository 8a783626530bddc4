/** A new row at the end of a group. Enter adds and stands ready for the next; Escape ends. */
import { useEffect, useRef, useState } from 'react'
import { translate, useT } from '../../../i18n/i18n.ts'
import { announce } from '../../../shell/announce.ts'
import { useRead } from '../../../transport/hooks.ts'
import { Button } from '../../../ui/button.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { Select, TextInput } from '../../../ui/field.tsx'
import { KeyForm } from '../../../ui/keys-within.tsx'
import { thenFocus } from '../../../ui/then-focus.ts'
import { change, setPageState } from '../page/state.ts'
import type { View } from '../text/savers.ts'
import { groupsOf } from './presence.ts'
import { useOrganisations } from './organisations.ts'

/** The button that opens the form, and gets the focus back. */
export const addPersonId = 'add-person'

export function AddPerson({ view }: { view: View }) {
  const t = useT()
  const groups = groupsOf(view.attendance).map(({ group }) => group)
  const [name, setName] = useState('')
  const [capacity, setCapacity] = useState('')
  const [organisation, setOrganisation] = useState('')
  const [group, setGroup] = useState(String(groups.at(-1) ?? 1))
  const form = useRef<HTMLFormElement>(null)
  const known = useRead(
    'register.list',
    { kind: 'person', query: name.slice(0, 200), limit: 7 },
    { enabled: name.trim() !== '', keepPrevious: true },
  )
  const organisations = useOrganisations(organisation === '' ? null : organisation)
  const isBlank = useRef(true)
  useEffect(() => {
    isBlank.current = [name, capacity, organisation].every((value) => value === '')
  })
  const close = () => {
    thenFocus(
      () => setPageState({ adding: false }),
      () => document.getElementById(addPersonId),
    )
  }
  const focusName = () => form.current?.querySelector('input')?.focus()
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'end' })
    focusName()
  }, [])

  const add = async () => {
    const text = name.trim().replace(/\s+/g, ' ')
    if (text === '') return
    const none = (value: string) => (value.trim() === '' ? null : value.trim())
    // At once: what is typed next is the next one, however late this one is answered.
    const sent = { name, capacity, organisation }
    setName('')
    setCapacity('')
    setOrganisation('')
    focusName()
    const done = await change('attendance.add', {
      meetingId: view.id,
      name: text,
      capacity: none(capacity),
      organisation: none(organisation),
      group: Number(group),
      // Before and while a meeting runs, being there is told by a key.
      status: view.head.state === 'planned' || view.head.state === 'running' ? 'expected' : 'present',
      mode: 'unknown',
      items: null,
    })
    if (done) return announce(translate()('meetings:people.added', { name: text }))
    // Whoever could not be added stands there again, where nobody else is being typed.
    if (!isBlank.current) return
    setName(sent.name)
    setCapacity(sent.capacity)
    setOrganisation(sent.organisation)
  }
  const next = Math.max(0, ...groups) + 1
  return (
    <KeyForm
      ref={form}
      className="add-person"
      label={t('meetings:people.add')}
      onSubmit={() => void add()}
      onLeave={close}
    >
      <Combobox
        label={t('meetings:people.name')}
        value={name}
        onChange={setName}
        suggestions={(known.data?.rows ?? []).map((row) => ({
          id: row.id,
          label: row.name,
          detail: row.detail,
          kind: 'person' as const,
        }))}
      />
      <TextInput
        label={t('meetings:people.capacity')}
        value={capacity}
        maxLength={500}
        onChange={(event) => setCapacity(event.currentTarget.value)}
      />
      <Combobox
        label={t('meetings:people.organisation')}
        value={organisation}
        onChange={setOrganisation}
        suggestions={organisations.slice(0, 7).map((label) => ({ id: label, label, kind: 'organisation' as const }))}
      />
      <Select
        label={t('meetings:people.inGroup')}
        value={group}
        onChange={setGroup}
        options={[...new Set([...groups, next])].map((one) => ({
          value: String(one),
          label: groups.includes(one)
            ? t('meetings:people.group', { group: one })
            : t('meetings:people.newGroup', { group: one }),
        }))}
      />
      <div className="add-do">
        <Button type="submit" icon="plus">
          {t('meetings:people.addDo')}
        </Button>
        <Button look="bare" onClick={close}>
          {t('close')}
        </Button>
      </div>
    </KeyForm>
  )
}
