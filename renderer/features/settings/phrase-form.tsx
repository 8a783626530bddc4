/** Name, words and kind of one phrase. Ctrl+Enter saves, Escape leaves. */
import { useEffect, useRef, useState } from 'react'
import { useT } from '../../i18n/i18n.ts'
import type { Key } from '../../i18n/resources.ts'
import { Button } from '../../ui/button.tsx'
import { Select, TextArea, TextInput } from '../../ui/field.tsx'
import { KeyForm } from '../../ui/keys-within.tsx'
import { isElsewhere } from '../../ui/then-focus.ts'
import type { Phrase } from '../meetings/phrases/insert.ts'

export type PhraseWords = Omit<Phrase, 'id'>

export const kindWords: Readonly<Record<Phrase['kind'], Key>> = {
  paragraph: 'writing:phrases.paragraph',
  decision: 'writing:phrases.decision',
  action: 'writing:phrases.action',
  list: 'writing:phrases.list',
}
/** Its keys, in the order they are offered. */
const kinds = Object.keys(kindWords) as Phrase['kind'][]

type PhraseFormProps = { phrase: PhraseWords; onSave: (phrase: PhraseWords) => void; onLeave: () => void }

export function PhraseForm({ phrase, onSave, onLeave }: PhraseFormProps) {
  const t = useT()
  const [{ name, text, kind }, setWords] = useState(phrase)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // One whose words could not be saved opens by itself: whoever has gone on elsewhere stays there.
    if (!isElsewhere(first.current?.closest('.settings-group') ?? null)) first.current?.focus()
  }, [])
  const whole = name.trim() !== '' && text.trim() !== ''
  const save = () => {
    if (whole) onSave({ name, text, kind })
  }
  return (
    <KeyForm className="phrase-form" label={t('writing:phrases.form')} onSubmit={save} onLeave={onLeave}>
      <TextInput
        label={t('writing:phrases.name')}
        hint={t('writing:phrases.nameHint')}
        value={name}
        maxLength={100}
        ref={first}
        onChange={(event) => setWords({ name: event.currentTarget.value, text, kind })}
      />
      <TextArea
        label={t('writing:phrases.text')}
        hint={t('writing:phrases.textHint')}
        value={text}
        rows={3}
        maxLength={4000}
        onChange={(event) => setWords({ name, text: event.currentTarget.value, kind })}
      />
      <Select
        label={t('writing:phrases.kind')}
        value={kind}
        options={kinds.map((value) => ({ value, label: t(kindWords[value]) }))}
        onChange={(value) => setWords({ name, text, kind: value })}
      />
      <div className="phrase-do">
        <Button type="submit" disabled={!whole}>
          {t('writing:phrases.save')}
        </Button>
        <Button look="bare" onClick={onLeave}>
          {t('writing:phrases.cancel')}
        </Button>
      </div>
    </KeyForm>
  )
}
