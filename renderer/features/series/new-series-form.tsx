/** A new series: the body, the year and the kind of minutes; the rest is said on its own page. */
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { MinutesKind } from '#contract/minutes.ts'
import { today } from '../../i18n/today.ts'
import { useT } from '../../i18n/i18n.ts'
import { kindOptions } from '../../i18n/meeting-words.ts'
import { useRead, useWrite } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { Select, TextInput } from '../../ui/field.tsx'
import { KeyForm } from '../../ui/keys-within.tsx'
import { ErrorMessage } from '../../ui/message.tsx'
import { seriesPath } from './words.ts'

export function NewSeriesForm({ onClose }: { onClose: () => void }) {
  const t = useT()
  const [, navigate] = useLocation()
  const form = useRef<HTMLFormElement>(null)
  const [body, setBody] = useState('')
  const [year, setYear] = useState(today().slice(0, 4))
  const [kind, setKind] = useState<MinutesKind>('protokoll')
  const [tried, setTried] = useState(false)
  const make = useWrite('series.create')
  const bodies = useRead(
    'register.list',
    { kind: 'body', query: body.slice(0, 200), limit: 7 },
    { enabled: body.trim() !== '', keepPrevious: true },
  )
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const wrongYear = !/^(19|2\d)\d\d$/u.test(year.trim())
  const nameless = body.trim() === ''
  const submit = () => {
    setTried(true)
    if (wrongYear || nameless || make.isPending) return
    make.mutate(
      { body: body.trim(), year: Number(year.trim()), kind },
      { onSuccess: ({ id }) => navigate(seriesPath(id)) },
    )
  }
  return (
    <KeyForm ref={form} className="series-new" label={t('series:new')} onSubmit={submit} onLeave={onClose}>
      <Combobox
        label={t('series:body')}
        value={body}
        onChange={setBody}
        error={tried && nameless ? t('series:bodyMissing') : undefined}
        suggestions={(bodies.data?.rows ?? []).map((row) => ({ id: row.id, label: row.name, kind: 'body' as const }))}
      />
      <TextInput
        label={t('series:year')}
        value={year}
        inputMode="numeric"
        maxLength={4}
        error={wrongYear ? t('series:yearUnusable') : undefined}
        onChange={(event) => setYear(event.currentTarget.value)}
      />
      <Select label={t('series:kind')} value={kind} onChange={setKind} options={kindOptions(t)} />
      <div className="series-new-do">
        <Button look="primary" type="submit" busy={make.isPending}>
          {t('series:make')}
        </Button>
        <Button look="bare" onClick={onClose}>
          {t('series:cancel')}
        </Button>
      </div>
      <ErrorMessage error={make.error} />
    </KeyForm>
  )
}
