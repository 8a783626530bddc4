/** An assignment, added or changed by hand: what it is, its money and deadline, what it serves, who is charged with it. */
import { useState } from 'react'
import type { AssignmentView } from '#contract/register-pages.ts'
import { useT } from '../../i18n/i18n.ts'
import { useWrite } from '../../transport/hooks.ts'
import { Select, TextArea } from '../../ui/field.tsx'
import { chosenFrom, EntryField, type Subject } from './entry-field.tsx'
import { useDate } from './form-days.tsx'
import { FactForm, useDone } from './form-frame.tsx'
import { useStatement, useTitle } from './form-lines.tsx'
import { longestSum, moneyLines, mostSums, sumsOf } from './form-rules.ts'
import { usePartFields } from './part-fields.tsx'

const types = ['uppdrag', 'satsning', 'utredning', 'insats'] as const

type AssignmentFormProps = {
  subject: Subject | null
  assignment: AssignmentView | null
  onClose: () => void
  onMade?: ((id: string) => void) | undefined
}

export function AssignmentForm({ subject, assignment, onClose, onMade }: AssignmentFormProps) {
  const t = useT()
  const add = useWrite('assignments.add')
  const change = useWrite('assignments.set')
  const done = useDone(onClose, onMade)
  const before = assignment?.amounts ?? []
  const [type, setType] = useState<AssignmentView['type']>(assignment?.type ?? 'uppdrag')
  const title = useTitle(assignment?.title)
  const [text, setText] = useState(assignment?.text ?? '')
  const [money, setMoney] = useState(moneyLines(before))
  const [theme, setTheme] = useState(
    assignment === null ? chosenFrom(subject, 'theme') : { id: assignment.themeId, text: assignment.theme ?? '' },
  )
  const statement = useStatement()
  const issued = useDate(t('register:issuedLabel'), assignment?.issued ?? null)
  const due = useDate(t('register:dueLabel'), assignment?.due ?? null)
  const charged = usePartFields(t('register:form.charged'), subject, false)
  const unknownTheme = theme.id === null && theme.text.trim() !== ''
  const amounts = sumsOf(money, before)
  const save = () => {
    const named = title.take()
    const [from, to, who] = [issued.take(), due.take(), assignment === null ? charged.take() : null]
    if (named === undefined || from === undefined || to === undefined || amounts === null || unknownTheme) return
    const input = {
      type,
      title: named,
      text,
      themeId: theme.id,
      issued: from,
      due: to,
      amounts,
      statement: statement.text,
    }
    if (assignment !== null) change.mutate({ id: assignment.id, ...input }, done('register:form.changed'))
    else {
      const parties = who === null || who === undefined ? [] : [{ ...who, role: 'charged' as const }]
      add.mutate({ ...input, parties }, done('register:form.added'))
    }
  }
  return (
    <FactForm
      id="assignment-form"
      wide
      title={assignment === null ? t('register:form.addAssignment') : t('register:form.changeAssignment')}
      writes={[add, change]}
      onClose={onClose}
      onSave={save}
    >
      {title.field}
      <div className="reg-form-two">
        <Select
          label={t('register:form.assignmentType')}
          value={type}
          onChange={setType}
          options={types.map((value) => ({ value, label: t(`register:assignment.${value}`) }))}
        />
        <EntryField
          kind="theme"
          label={t('register:serves')}
          error={title.tried && unknownTheme ? t('register:form.otherMissing') : undefined}
          value={theme}
          onChange={setTheme}
        />
      </div>
      {assignment === null && charged.fields}
      <TextArea
        label={t('register:assignmentText')}
        rows={3}
        maxLength={20_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <TextArea
        label={t('register:money')}
        hint={t('register:form.moneyHint')}
        error={
          title.tried && amounts === null
            ? t('register:form.moneyTooMuch', { count: mostSums, longest: longestSum })
            : undefined
        }
        rows={2}
        value={money}
        onChange={(event) => setMoney(event.currentTarget.value)}
      />
      <div className="reg-form-two">
        {issued.field}
        {due.field}
      </div>
      {statement.field}
    </FactForm>
  )
}
