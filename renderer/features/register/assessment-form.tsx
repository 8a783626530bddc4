/** A judgement of a person or an organisation on one issue, in up to five scales, with its author. */
import { useState } from 'react'
import { today } from '../../i18n/today.ts'
import { useT } from '../../i18n/i18n.ts'
import { useWrite } from '../../transport/hooks.ts'
import { Select, TextArea } from '../../ui/field.tsx'
import { FactForm, useDone } from './form-frame.tsx'
import { LineField } from './form-lines.tsx'
import { scales, type Owner } from './owner.ts'

const levels = ['', '1', '2', '3', '4', '5'] as const
type Level = (typeof levels)[number]

export function AssessmentForm({ owner, onClose }: { owner: Owner; onClose: () => void }) {
  const t = useT()
  const add = useWrite('assessments.add')
  const done = useDone(onClose)
  const [issue, setIssue] = useState('')
  const [author, setAuthor] = useState('')
  const [rationale, setRationale] = useState('')
  const [values, setValues] = useState<Partial<Record<(typeof scales)[number], Level>>>({})
  const [tried, setTried] = useState(false)
  const judged = scales.some((scale) => (values[scale] ?? '') !== '')
  const level = (scale: (typeof scales)[number]) => {
    const value = values[scale] ?? ''
    return value === '' ? null : Number(value)
  }
  const save = () => {
    setTried(true)
    if (issue.trim() === '' || author.trim() === '' || !judged) return
    add.mutate(
      {
        owner,
        issue,
        author,
        rationale,
        asOf: today(),
        ...Object.fromEntries(scales.map((scale) => [scale, level(scale)])),
      },
      done('register:form.saved'),
    )
  }
  return (
    <FactForm
      id="assessment-form"
      title={t('register:form.addAssessment')}
      writes={[add]}
      onClose={onClose}
      onSave={save}
    >
      <LineField
        label={t('register:form.issue')}
        value={issue}
        onChange={setIssue}
        missing={tried ? t('register:form.issueMissing') : undefined}
      />
      <div className="reg-form-scales">
        {scales.map((scale, index) => (
          <Select
            key={scale}
            label={t(`register:scale.${scale}`)}
            value={values[scale] ?? ''}
            error={tried && !judged && index === 0 ? t('register:form.scaleMissing') : undefined}
            onChange={(value) => setValues({ ...values, [scale]: value })}
            options={levels.map((value) => ({ value, label: value === '' ? '–' : value }))}
          />
        ))}
      </div>
      <TextArea
        label={t('register:form.rationale')}
        rows={2}
        maxLength={4000}
        value={rationale}
        onChange={(event) => setRationale(event.currentTarget.value)}
      />
      <LineField
        label={t('register:form.author')}
        hint={t('register:form.assessmentHint')}
        value={author}
        maxLength={200}
        onChange={setAuthor}
        missing={tried ? t('register:form.authorMissing') : undefined}
      />
    </FactForm>
  )
}
