/** The top: which file, where in it, the field that opens the palette, and the last step to take back. */
import { Link } from 'wouter'
import { openOverlay } from '../commands/overlays.ts'
import { stepKey } from '../commands/step-names.ts'
import { redo, undo, useHistory } from '../commands/undo.ts'
import { useT } from '../i18n/i18n.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Kbd } from '../ui/marks.tsx'
import { visible } from '../ui/visible.ts'
import { ClockControl } from './clock/clock-control.tsx'
import { useCrumbs } from './page-title.ts'

function Where({ file }: { file: string }) {
  const t = useT()
  const crumbs = useCrumbs()
  if (crumbs.length < 2) return <span className="file">{visible(file)}</span>
  return (
    <nav className="crumbs" aria-label={t('crumbs')}>
      <ol>
        {crumbs.map((crumb, index) => (
          <li key={index}>
            {index > 0 && <Icon name="right" />}
            {crumb.to === undefined ? (
              <span aria-current="page">{visible(crumb.label)}</span>
            ) : (
              <Link href={crumb.to}>{visible(crumb.label)}</Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

export function TitleBar({ file }: { file: string }) {
  const t = useT()
  const history = useHistory(true)
  const undoName = history.undo === null ? t('undo.nothing') : t('undo.step', { step: t(stepKey(history.undo.method)) })
  const redoName =
    history.redo === null ? t('undo.nothingForward') : t('undo.stepForward', { step: t(stepKey(history.redo.method)) })
  return (
    <header className="title-bar">
      <div className="title-where">
        <span className="sign" aria-hidden="true">
          §
        </span>
        <Where file={file} />
      </div>
      <button type="button" className="seek" aria-haspopup="dialog" onClick={() => openOverlay('palette')}>
        <Icon name="search" />
        <span>{t('palette.open')}</span>
        <Kbd shortcut="Mod+K" />
      </button>
      <div className="title-tools">
        <ClockControl />
        <IconButton icon="undo" label={undoName} disabled={history.undo === null} onClick={() => void undo()} />
        <IconButton icon="redo" label={redoName} disabled={history.redo === null} onClick={() => void redo()} />
      </div>
    </header>
  )
}
