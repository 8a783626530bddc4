/** The proposal written anew: other words, another guest, another presence, or who and when. */
import { useEffect, useRef, useState } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { Segmented, Select, TextArea, TextInput } from '../../ui/field.tsx'
import { KeyForm } from '../../ui/keys-within.tsx'
import type { View } from '../meetings/text/savers.ts'
import { answer, focusRow, type Change } from './acts.ts'
import { setReviewState, type Finding } from './state.ts'

type FormProps = { view: View; finding: Finding; all: readonly Finding[] }
type Status = 'present' | 'absent' | 'excused'
type Mode = 'room' | 'remote' | 'phone' | 'unknown'
type Draft = {
  words: string
  name: string
  organisation: string
  owner: string
  due: string
  status: Status
  mode: Mode
}

function draftOf({ proposal, words }: Finding): Draft {
  return {
    words: 'text' in proposal ? proposal.text : words,
    name: proposal.kind === 'guest' ? proposal.name : '',
    organisation: proposal.kind === 'guest' ? (proposal.organisation ?? '') : '',
    owner: '',
    due: '',
    status: proposal.kind === 'presence' ? proposal.status : 'present',
    mode: 'unknown',
  }
}

function changeOf({ proposal }: Finding, draft: Draft): Change | null {
  const none = (value: string) => (value.trim() === '' ? null : value.trim())
  if (proposal.kind === 'guest') {
    const { name, organisation } = draft
    return name.trim() === ''
      ? null
      : { kind: 'guest', name, capacity: proposal.capacity, organisation: none(organisation) }
  }
  if (proposal.kind === 'action') return { kind: 'action', owner: none(draft.owner), due: none(draft.due) }
  if (proposal.kind === 'presence')
    return { kind: 'presence', status: draft.status, mode: draft.status === 'present' ? draft.mode : 'unknown' }
  return { kind: 'words', text: draft.words }
}

const shorterThan = 70

function Fields({ view, finding, draft, set }: FormProps & { draft: Draft; set: (part: Partial<Draft>) => void }) {
  const t = useT()
  const { proposal } = finding
  if (proposal.kind === 'guest')
    return (
      <>
        <TextInput
          label={t('review:field.name')}
          value={draft.name}
          maxLength={500}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('review:field.organisation')}
          value={draft.organisation}
          maxLength={500}
          onChange={(event) => set({ organisation: event.currentTarget.value })}
        />
      </>
    )
  if (proposal.kind === 'action') {
    const typed = draft.owner.toLocaleLowerCase()
    const people = view.attendance
      .filter(({ name }) => name.toLocaleLowerCase().includes(typed))
      .slice(0, 8)
      .map(({ id, name }) => ({ id, label: name, kind: 'person' as const }))
    return (
      <>
        <Combobox
          label={t('review:field.owner')}
          suggestions={people}
          value={draft.owner}
          onChange={(owner) => set({ owner })}
        />
        <TextInput
          label={t('review:field.due')}
          value={draft.due}
          maxLength={100}
          onChange={(event) => set({ due: event.currentTarget.value })}
        />
      </>
    )
  }
  if (proposal.kind === 'presence')
    return (
      <>
        <Segmented
          label={t('review:field.status')}
          options={[
            { value: 'present', label: t('meetings:people.status.present') },
            { value: 'absent', label: t('meetings:people.status.absent') },
            { value: 'excused', label: t('meetings:people.status.excused') },
          ]}
          value={draft.status}
          onChange={(status) => set({ status })}
        />
        {draft.status === 'present' && (
          <Select
            label={t('review:field.mode')}
            options={[
              { value: 'unknown', label: t('unknown') },
              { value: 'room', label: t('meetings:people.mode.room') },
              { value: 'remote', label: t('meetings:people.mode.remote') },
              { value: 'phone', label: t('meetings:people.mode.phone') },
            ]}
            value={draft.mode}
            onChange={(mode) => set({ mode })}
          />
        )}
      </>
    )
  const field = {
    label: t('review:field.words'),
    value: draft.words,
    onChange: (event: { currentTarget: { value: string } }) => set({ words: event.currentTarget.value }),
  }
  return draft.words.length < shorterThan ? <TextInput {...field} /> : <TextArea {...field} rows={4} />
}

export function ChangeForm({ view, finding, all }: FormProps) {
  const t = useT()
  const [draft, setDraft] = useState(() => draftOf(finding))
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const field = form.current?.querySelector<HTMLInputElement>('input, textarea')
    field?.focus()
    if (field?.type !== 'radio') field?.select()
  }, [])
  const leave = () => {
    setReviewState({ changing: false })
    focusRow(finding.key)
  }
  const submit = () => {
    const change = changeOf(finding, draft)
    if (change !== null) void answer(view.id, all, finding, 'accept', change)
  }
  return (
    <KeyForm ref={form} className="review-change" onSubmit={submit} onLeave={leave}>
      <Fields
        view={view}
        finding={finding}
        all={all}
        draft={draft}
        set={(part) => setDraft((before) => ({ ...before, ...part }))}
      />
      <div className="finding-do">
        <Button look="primary" type="submit" shortcut="Enter">
          {t('review:do.save')}
        </Button>
        <Button look="bare" onClick={leave}>
          {t('review:do.cancel')}
        </Button>
      </div>
    </KeyForm>
  )
}
