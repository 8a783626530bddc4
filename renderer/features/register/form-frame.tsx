/** What every form of the register has: the dialog, its buttons, the writer's own words, and how an answer is told. */
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import type { Key } from '../../i18n/resources.ts'
import { announce } from '../../shell/announce.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea, TextInput } from '../../ui/field.tsx'
import { ErrorMessage } from '../../ui/message.tsx'

type FactFormProps = {
  /** Of the form's element, so that the button at the foot sends it. */
  id: string
  title: string
  wide?: boolean
  busy: boolean
  /** What the last attempt met. */
  error: unknown
  onClose: () => void
  /** Takes the fields and writes; a field that is wrong says so itself. */
  onSave: () => void
  children: ReactNode
}

export function FactForm({ id, title, wide = false, busy, error, onClose, onSave, children }: FactFormProps) {
  const t = useT()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), [])
  const save = (event: FormEvent) => {
    event.preventDefault()
    onSave()
    // Whoever works by keyboard stands in the field that has to be put right.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
  }
  return (
    <Dialog
      wide={wide}
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button look="bare" onClick={onClose}>
            {t('register:cancel')}
          </Button>
          <Button look="primary" type="submit" form={id} busy={busy}>
            {t('register:save')}
          </Button>
        </>
      }
    >
      <form id={id} ref={form} className="reg-form" onSubmit={save}>
        {children}
        <ErrorMessage error={error} />
      </form>
    </Dialog>
  )
}

/** A line that has to say something. */
export function LineField(props: {
  label: string
  value: string
  onChange: (value: string) => void
  /** What is said of an empty field, once somebody has tried to save it. */
  missing?: string | undefined
  hint?: string
  maxLength?: number
}) {
  return (
    <TextInput
      label={props.label}
      {...(props.hint === undefined ? {} : { hint: props.hint })}
      value={props.value}
      maxLength={props.maxLength ?? 500}
      error={props.value.trim() === '' ? props.missing : undefined}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  )
}

/** What a theme, a post, an event or an assignment is called. */
export function TitleField(props: { value: string; onChange: (value: string) => void; tried: boolean }) {
  const t = useT()
  return (
    <LineField
      label={t('register:form.entryTitle')}
      value={props.value}
      onChange={props.onChange}
      missing={props.tried ? t('register:form.titleMissing') : undefined}
    />
  )
}

/** How the writer knows it: kept as their own statement beside the fact. */
export function StatementField(props: { hint: string; value: string; onChange: (value: string) => void }) {
  const t = useT()
  return (
    <TextArea
      label={t('register:form.statement')}
      hint={props.hint}
      rows={2}
      maxLength={4000}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  )
}

/** Says what was done and closes the form; a new entry is told to whoever asked for it. */
export function useDone(
  onClose: () => void,
  onMade?: (id: string) => void,
): (said: Key) => { onSuccess: (made: { id?: string }) => void } {
  const t = useT()
  return (said) => ({
    onSuccess: ({ id }) => {
      announce(t(said))
      onClose()
      if (id !== undefined) onMade?.(id)
    },
  })
}
