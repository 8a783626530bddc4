/** The text as it was given. One list, one stop for Tab; the arrows, J and K walk in it. */
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
// No select holds rows of three columns; the list box follows the pattern of the ARIA guide.
import { useEffect, useMemo, type KeyboardEvent, type PointerEvent } from 'react'
import type { ProposedMeeting } from '#contract/proposal.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { linesId } from './lines-focus.ts'
import { needlesOf } from './findings.ts'
import { choosable, keyOfPart, partsBetween, type SourceRow } from './parts.ts'
import { select, setPart, type Draft } from './session.ts'
import { rowId, rowsPerChunk, SourceChunk } from './source-rows.tsx'

type SourcePaneProps = {
  draft: Draft
  meeting: ProposedMeeting
  rows: readonly SourceRow[]
  step: (by: number, extend?: boolean) => void
}

function lineAt(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null
  return row === null ? null : Number(row.dataset['line'])
}

export function SourcePane({ draft, meeting, rows, step }: SourcePaneProps) {
  const t = useT()
  const { selection } = draft
  const [from, to] =
    selection === null
      ? [null, null]
      : [Math.min(selection.anchor, selection.active), Math.max(selection.anchor, selection.active)]
  const active = selection?.active ?? null
  const needles = useMemo(() => needlesOf(meeting.findings), [meeting])
  const chunks = useMemo(() => {
    const found: SourceRow[][] = []
    for (let at = 0; at < rows.length; at += rowsPerChunk) found.push(rows.slice(at, at + rowsPerChunk))
    return found
  }, [rows])

  useEffect(() => {
    if (active !== null) document.getElementById(rowId(active))?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 12,
      PageUp: -12,
      Home: -rows.length,
      End: rows.length,
    }
    const by = steps[event.key]
    if (by === undefined) return
    event.preventDefault()
    step(by, event.shiftKey)
  }
  const onPointerDown = (event: PointerEvent) => {
    const line = lineAt(event.target)
    if (line !== null && event.button === 0) select(line, event.shiftKey)
  }
  return (
    <section className="import-source" aria-label={t('imports:source.label')}>
      <div className="import-bar">
        <SelectionWords meeting={meeting} from={from} to={to} />
        {from !== null && (
          <span className="import-as">
            <Menu
              label={t('imports:as.label')}
              entries={choosable.map((part) => {
                const key = keyOfPart(part)
                return {
                  id: part,
                  label: t(`imports:as.${part}`),
                  ...(key === null ? {} : { shortcut: key }),
                  run: () => void setPart(part),
                }
              })}
            />
            {rows.some((row) => row.forced && row.line >= from && row.line <= (to ?? from)) && (
              <Button look="bare" icon="undo" shortcut="0" onClick={() => void setPart(null)}>
                {t('imports:as.own')}
              </Button>
            )}
          </span>
        )}
      </div>
      <div
        id={linesId}
        className="import-lines"
        role="listbox"
        aria-multiselectable="true"
        aria-label={t('imports:source.lines')}
        aria-activedescendant={active === null ? undefined : rowId(active)}
        data-chosen={active !== null || undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
      >
        {chunks.map((chunk) => {
          const [first, last] = [chunk[0]?.line ?? 0, chunk.at(-1)?.line ?? 0]
          const meets = from !== null && to !== null && from <= last && to >= first
          return (
            <SourceChunk
              key={first}
              rows={chunk}
              from={meets ? from : null}
              to={meets ? to : null}
              active={active !== null && active >= first && active <= last ? active : null}
              needles={needles}
            />
          )
        })}
      </div>
    </section>
  )
}

function SelectionWords({ meeting, from, to }: { meeting: ProposedMeeting; from: number | null; to: number | null }) {
  const t = useT()
  if (from === null || to === null) return <span className="text-3">{t('imports:source.hint')}</span>
  const parts = partsBetween(meeting.placements, from, to).map((part) => t(`imports:part.${part}`))
  const where = from === to ? t('imports:line', { line: from }) : t('imports:lines', { from, to })
  return <span>{t('imports:source.chosen', { where, parts: parts.join(', ') })}</span>
}
