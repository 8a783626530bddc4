/** Files of meetings, which can only go whole: those that name the person, and those that nobody can say it of. */
import type { NamingFile } from '#contract/privacy.ts'
import { longDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Checkbox } from '../../ui/field.tsx'

/**
 * Those that go: unless somebody says otherwise, they name the person and belong to no record.
 * @param turned ids of those of which somebody has said otherwise
 */
export function filesToGo(files: readonly NamingFile[], turned: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(files.flatMap(({ id, names, record }) => ((names && !record) !== turned.has(id) ? [id] : [])))
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
  turn: (id: string) => void
}

export function EraseFiles({ files, also, turn }: EraseFilesProps) {
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
              onChange={() => turn(file.id)}
              label={<FileLine file={file} />}
            />
          ))}
        </div>
      </fieldset>
    )
  })
}
