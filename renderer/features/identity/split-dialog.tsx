/** Taking names and places out of an entry into a new one, when a text was linked to the wrong one. */
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Reference } from '#contract/identity.ts'
import type { EntityKind } from '#contract/register.ts'
import { useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { useRead, useWrite } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Checkbox, TextInput } from '../../ui/field.tsx'
import { ErrorMessage } from '../../ui/message.tsx'
import { registerPath } from '../register/kinds.ts'
import { ReferenceRows } from './reference-rows.tsx'

const keyOf = ({ table, column, row }: Reference) => `${table}.${column} ${row}`

export function SplitDialog({
  kind,
  id,
  name,
  onClose,
}: {
  kind: EntityKind
  id: string
  name: string
  onClose: () => void
}) {
  const t = useT()
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState(name)
  const [rows, setRows] = useState<ReadonlySet<string>>(new Set())
  const [spellings, setSpellings] = useState<ReadonlySet<string>>(new Set())
  const { data, error } = useRead('identity.references', { kind, id })
  const split = useWrite('identity.split')
  const toggled = (set: ReadonlySet<string>, key: string, on: boolean) => {
    const next = new Set(set)
    if (on) next.add(key)
    else next.delete(key)
    return next
  }
  const references = data?.references ?? []
  const chosen = references.filter((reference) => rows.has(keyOf(reference)))
  const label = typed.replace(/\s+/gu, ' ').trim()
  const doIt = () =>
    split.mutate(
      {
        kind,
        id,
        name: label,
        names: [...spellings],
        references: chosen.map(({ table, column, row }) => ({ table, column, row })),
      },
      {
        onSuccess: (made) => {
          announce(t('identity:said.split', { name: label }))
          onClose()
          navigate(registerPath(kind, made.id))
        },
      },
    )
  // Spellings may go along; the shown one stays.
  const others = (data?.names ?? []).filter((one) => one !== name)
  return (
    <Dialog
      title={t('identity:split.title', { name })}
      onClose={onClose}
      wide
      actions={
        <>
          <Button onClick={onClose}>{t('identity:cancel')}</Button>
          <Button
            look="primary"
            busy={split.isPending}
            disabled={label === '' || chosen.length + spellings.size === 0}
            onClick={doIt}
          >
            {t('identity:split.do', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <TextInput
        label={t('identity:split.name')}
        hint={t('identity:split.hint')}
        maxLength={500}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {others.length > 0 && (
        <fieldset className="who-choices">
          <legend className="heading">{t('identity:split.names')}</legend>
          {others.map((one) => (
            <Checkbox
              key={one}
              label={<span className="record">{one}</span>}
              checked={spellings.has(one)}
              onChange={(on) => setSpellings(toggled(spellings, one, on))}
            />
          ))}
        </fieldset>
      )}
      <fieldset className="who-choices">
        <legend className="heading">{t('identity:split.places', { count: data?.total ?? 0 })}</legend>
        <ul className="who-references">
          <ReferenceRows
            references={references}
            before={(reference, words) => (
              <Checkbox
                label={words}
                checked={rows.has(keyOf(reference))}
                onChange={(on) => setRows(toggled(rows, keyOf(reference), on))}
              />
            )}
          />
        </ul>
      </fieldset>
      <ErrorMessage error={error ?? split.error} />
    </Dialog>
  )
}
