/** Files of meetings, which can only go whole: those that name the person, and those that nobody can say it of. */
import type { NamingFile } from '#contract/privacy.ts'
import { longDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Checkbox } from '../../ui/field.tsx'
import { toggled } from './toggled.ts'

/** Those that go unless somebody says otherwise: they name the person and belong to no record. */
export function proposedFiles(files: readonly NamingFile[]): ReadonlySet<string> {
  return new Set(files.flatMap(({ id, names, record }) => (names && !record ? [id] : [])))
}

export function FileLine({ file }: { file: NamingFile }) {
  const language = useLanguage()
  return (
    <>
      <span className="record">{file.fileName}</span>{' '}
      <span className="text-3">
        {file.meeting}
        {file.date !== null && `, ${longDate(file.date, language)}`}
      </span>
    </>
  )
}

type EraseFilesProps = {
  files: readonly NamingFile[]
  /** Ids of those that go. */
  also: ReadonlySet<string>
  change: (next: ReadonlySet<string>) => void
}

export function EraseFiles({ files, also, change }: EraseFilesProps) {
  const t = useT()
  return [true, false].map((names) => {
    const found = files.filter((file) => file.names === names)
    const count = found.length
    if (count === 0) return null
    return (
      <fieldset className="privacy-part" key={String(names)}>
        <legend className="heading">
          {names ? t('privacy:erase.filesNaming', { count }) : t('privacy:erase.filesUnread', { count })}
        </legend>
        <p className="text-2">{names ? t('privacy:erase.filesText') : t('privacy:erase.filesUnreadText')}</p>
        <div className="privacy-records">
          {found.map((file) => (
            <Checkbox
              key={file.id}
              checked={also.has(file.id)}
              onChange={(on) => change(toggled(also, file.id, on))}
              label={<FileLine file={file} />}
            />
          ))}
        </div>
      </fieldset>
    )
  })
}
