/** Correcting a name: the old one stays among the names, as what it was. */
import './privacy.css'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { useWrite } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Segmented, TextInput } from '../../ui/field.tsx'
import { ErrorMessage } from '../../ui/message.tsx'

type OldWas = 'misspelt' | 'former' | 'variant'

export function RectifyDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const t = useT()
  const rectify = useWrite('privacy.rectify')
  const [typed, setTyped] = useState(name)
  const [oldWas, setOldWas] = useState<OldWas>('misspelt')
  const [same, setSame] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  // The dialog is open by now and has given the focus to its first button.
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  const save = (event: FormEvent) => {
    event.preventDefault()
    const next = typed.replace(/\s+/gu, ' ').trim()
    if (next === '' || next === name) {
      setSame(true)
      return
    }
    rectify.mutate(
      { id, name: next, oldWas },
      {
        onSuccess: () => {
          announce(t('privacy:rectify.said', { name: next }))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      title={t('privacy:rectify.title')}
      onClose={onClose}
      actions={
        <>
          <Button look="bare" onClick={onClose}>
            {t('privacy:cancel')}
          </Button>
          <Button look="primary" type="submit" form="privacy-rectify" busy={rectify.isPending}>
            {t('privacy:rectify.do')}
          </Button>
        </>
      }
    >
      <form id="privacy-rectify" className="privacy-form" onSubmit={save}>
        <TextInput
          ref={input}
          label={t('privacy:rectify.name')}
          value={typed}
          maxLength={500}
          onChange={(event) => setTyped(event.currentTarget.value)}
          {...(same ? { error: t('privacy:rectify.same') } : {})}
        />
        <Segmented<OldWas>
          label={t('privacy:rectify.old', { name })}
          options={[
            { value: 'misspelt', label: t('privacy:rectify.misspelt') },
            { value: 'former', label: t('privacy:rectify.former') },
            { value: 'variant', label: t('privacy:rectify.variant') },
          ]}
          value={oldWas}
          onChange={setOldWas}
        />
        <p className="field-hint">{t('privacy:rectify.hint')}</p>
        <ErrorMessage error={rectify.error} />
      </form>
    </Dialog>
  )
}
