/** An area, an objective or a challenge, added or changed by hand: its code, title, place and body. */
import { useState } from 'react'
import type { ThemeView } from '#contract/register-pages.ts'
import { useT } from '../../i18n/i18n.ts'
import { useWrite } from '../../transport/hooks.ts'
import { Select, TextInput } from '../../ui/field.tsx'
import { chosenEntry, chosenFrom, EntryField, nobody, type Chosen, type Subject } from './entry-field.tsx'
import { themeName } from './fact-lists.tsx'
import { FactForm, useDone } from './form-frame.tsx'
import { useStatement, useTitle } from './form-lines.tsx'
import { lineOf } from './form-rules.ts'

const types = ['area', 'objective', 'challenge'] as const

type ThemeFormProps = {
  subject: Subject | null
  theme: ThemeView | null
  onClose: () => void
  onMade?: ((id: string) => void) | undefined
}

/** What it lies under before anybody has said otherwise. */
function above(theme: ThemeView | null, subject: Subject | null): Chosen {
  const parent = theme?.above.at(-1)
  if (parent !== undefined) return { id: parent.id, text: themeName(parent) }
  return theme === null ? chosenFrom(subject, 'theme') : nobody
}

export function ThemeForm({ subject, theme, onClose, onMade }: ThemeFormProps) {
  const t = useT()
  const add = useWrite('themes.add')
  const change = useWrite('themes.set')
  const done = useDone(onClose, onMade)
  const [type, setType] = useState<ThemeView['type']>(
    theme?.type ?? (subject?.kind === 'theme' ? 'objective' : subject?.kind === 'body' ? 'challenge' : 'area'),
  )
  const [code, setCode] = useState(theme?.code ?? '')
  const title = useTitle(theme?.title)
  const [parent, setParent] = useState(above(theme, subject))
  const [body, setBody] = useState(
    theme === null ? chosenFrom(subject, 'body') : { id: theme.bodyId, text: theme.body ?? '' },
  )
  const statement = useStatement()
  // What a theme lies under is one that is there: a title alone does not say of which kind it would be.
  const unknownParent = parent.id === null && parent.text.trim() !== ''
  const save = () => {
    const named = title.take()
    if (named === undefined || unknownParent) return
    const input = {
      code: lineOf(code),
      title: named,
      parentId: parent.id,
      body: chosenEntry(body),
      statement: statement.text,
    }
    if (theme !== null) change.mutate({ id: theme.id, ...input }, done('register:form.changed'))
    else add.mutate({ type, ...input }, done('register:form.added'))
  }
  return (
    <FactForm
      id="theme-form"
      wide
      title={theme === null ? t('register:form.addTheme') : t('register:form.changeTheme')}
      writes={[add, change]}
      onClose={onClose}
      onSave={save}
    >
      {title.field}
      <div className="reg-form-two">
        {theme === null && (
          <Select
            label={t('register:form.themeType')}
            value={type}
            onChange={setType}
            options={types.map((value) => ({ value, label: t(`register:theme.${value}`) }))}
          />
        )}
        <TextInput
          label={t('register:form.code')}
          hint={t('register:form.codeHint')}
          value={code}
          maxLength={40}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <EntryField
          kind="theme"
          label={t('register:form.parent')}
          error={title.tried && unknownParent ? t('register:form.otherMissing') : undefined}
          value={parent}
          onChange={setParent}
        />
        <EntryField kind="body" label={t('register:form.themeBody')} value={body} onChange={setBody} />
      </div>
      {statement.field}
    </FactForm>
  )
}
