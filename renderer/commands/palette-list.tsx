/** The palette's list: sections of rows, one of them chosen. The field keeps the focus and the keys. */
// A combobox's list holds marks and details that <select> cannot, and its field keeps the focus and the keys.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */
import type { ReactNode } from 'react'
import { useT } from '../i18n/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import { Kbd, KindIcon } from '../ui/marks.tsx'
import type { Row, Section } from './palette-row.ts'

/** The chosen row's id; null is the first. */
export type Selected = string | null

function Marked({ text, ranges, record }: Pick<Row, 'text' | 'ranges' | 'record'>): ReactNode {
  const parts: ReactNode[] = []
  let at = 0
  for (const [from, to] of ranges) {
    const found = text.slice(from, to)
    parts.push(text.slice(at, from), record ? <mark key={from}>{found}</mark> : <b key={from}>{found}</b>)
    at = to
  }
  return [...parts, text.slice(at)]
}

function Sign({ mark, markName }: Pick<Row, 'mark' | 'markName'>) {
  if (mark === null) return <span />
  if ('kind' in mark) return <KindIcon kind={mark.kind} named />
  return (
    <span className="palette-sign">
      <Icon name={mark.icon} />
      {markName !== undefined && <span className="visually-hidden">{markName} </span>}
    </span>
  )
}

type PaletteListProps = {
  id: string
  sections: readonly Section[]
  /** Place of the chosen row, counted through all sections. */
  here: number
  onSelect: (row: Selected) => void
  onRun: (row: Row) => void
  /** What stands in place of rows, or below them. */
  children: ReactNode
}

export function PaletteList({ id, sections, here, onSelect, onRun, children }: PaletteListProps) {
  const t = useT()
  const starts = sections.map((_, at) => sections.slice(0, at).reduce((sum, section) => sum + section.rows.length, 0))
  return (
    <div className="palette-list">
      <div role="listbox" id={`${id}-list`} aria-label={t('palette.results')}>
        {sections.map((section, at) => (
          <div
            key={section.title === '' ? 'more' : section.title}
            role="group"
            {...(section.title === '' ? {} : { 'aria-label': section.title })}
          >
            {section.title !== '' && (
              <div className="palette-section" aria-hidden="true">
                {section.title}
              </div>
            )}
            {section.rows.map((row, inSection) => {
              const index = (starts[at] ?? 0) + inSection
              return (
                <div
                  key={row.id}
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={index === here}
                  className="palette-row"
                  data-record={row.record || undefined}
                  onPointerMove={() => onSelect(row.id)}
                  onClick={() => onRun(row)}
                >
                  <Sign mark={row.mark} {...(row.markName === undefined ? {} : { markName: row.markName })} />
                  <span className={row.record ? 'palette-text record' : 'palette-text'}>
                    <Marked text={row.text} ranges={row.ranges} record={row.record} />
                  </span>
                  <span className="palette-detail">
                    {row.detail !== null && <span className="palette-place">{row.detail}</span>}
                    {row.shortcut !== null && <Kbd shortcut={row.shortcut} />}
                    {index === here && row.shortcut === null && <Kbd shortcut="Enter" />}
                  </span>
                </div>
              )
            })}
          </div>
        ))}
      </div>
      {children}
    </div>
  )
}
