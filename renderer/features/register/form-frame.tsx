/** What every form of the register has: the dialog, its buttons, and how an answer is told. */
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import type { Key } from '../../i18n/resources.ts'
import { announce } from '../../shell/announce.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorMessage } from '../../ui/message.tsx'
import { thenFocus } from '../../ui/then-focus.ts'

type FactFormProps = {
  /** Of the form's element, so that the button at the foot sends it. */
  id: string
  title: string
  wide?: boolean
  /** What the form may do: while one is under way it waits, and says what one met. */
  writes: readonly { isPending: boolean; error: unknown }[]
  onClose: () => void
  /** Takes the fields and writes; a field that is wrong says so itself. */
  onSave: () => void
  children: ReactNode
}

export function FactForm({ id, title, wide = false, writes, onClose, onSave, children }: FactFormProps) {
  const t = useT()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), [])
  const save = (event: FormEvent) => {
    event.preventDefault()
    // Whoever works by keyboard stands in the field that has to be put right.
    thenFocus(onSave, () => form.current?.querySelector<HTMLElement>('[aria-invalid]'))
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
          <Button look="primary" type="submit" form={id} busy={writes.some(({ isPending }) => isPending)}>
            {t('register:save')}
          </Button>
        </>
      }
    >
      <form id={id} ref={form} className="reg-form" onSubmit={save}>
        {children}
        <ErrorMessage error={writes.find(({ error }) => error !== null)?.error ?? null} />
      </form>
    </Dialog>
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
