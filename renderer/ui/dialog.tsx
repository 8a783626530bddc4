/** The browser's own modal dialog: it keeps focus inside, gives it back, and closes on Escape. */
import './dialog.css'
import { useLayoutEffect, useId, useRef, type ReactNode } from 'react'
import { useT } from '../i18n/i18n.ts'
import { IconButton } from './button.tsx'

type DialogProps = {
  title: string
  onClose: () => void
  children: ReactNode
  /** Buttons at the foot, the chosen one last. */
  actions?: ReactNode
  wide?: boolean
}

/** Shown as long as it is mounted. Never open one while somebody types in a meeting. */
export function Dialog({ title, onClose, children, actions, wide = false }: DialogProps) {
  const t = useT()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  // In the commit itself: whoever shows something in its place has the focus last.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="dialog"
      data-wide={wide || undefined}
      aria-labelledby={id}
      closedby="any"
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className="dialog-frame">
        <header className="dialog-head">
          <h2 id={id}>{title}</h2>
          <IconButton icon="cross" label={t('close')} onClick={onClose} />
        </header>
        <div className="dialog-body">{children}</div>
        {actions !== undefined && <footer className="dialog-foot">{actions}</footer>}
      </div>
    </dialog>
  )
}
