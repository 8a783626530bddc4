/** A page that a file can be dropped on. */
import { useState, type DragEvent, type ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { lookAtFile } from './add-session.ts'

const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

export function DropFiles({ children }: { children: ReactNode }) {
  const t = useT()
  const [over, setOver] = useState(false)
  return (
    <div
      className="src-drop"
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!holdsFiles(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (event.currentTarget === event.target) setOver(false)
      }}
      onDrop={(event) => {
        setOver(false)
        const [file] = event.dataTransfer.files
        if (!holdsFiles(event) || file === undefined) return
        event.preventDefault()
        void lookAtFile(file)
      }}
    >
      {children}
      {over && <p className="src-drop-words">{t('sources:dropHere')}</p>}
    </div>
  )
}
