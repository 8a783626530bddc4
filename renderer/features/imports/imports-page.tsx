/** Läs in gamla anteckningar: a text comes in, is shown as it was read, corrected, and stored in one step. */
import './imports.css'
import { useEffect, useState, type DragEvent } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { usePageTitle } from '../../shell/page-title.ts'
import { Preview } from './preview.tsx'
import { takeFiles, takeText, useSession } from './session.ts'
import { SourceForm } from './source-form.tsx'

const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

/** Text pasted anywhere outside a field is the text to read. */
function usePaste(on: boolean): void {
  useEffect(() => {
    if (!on) return undefined
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]') !== null) return
      const files = [...(event.clipboardData?.files ?? [])]
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (files.length > 0) void takeFiles(files)
      else if (text.trim() !== '') void takeText(text)
      else return
      event.preventDefault()
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [on])
}

export function ImportsPage() {
  const t = useT()
  usePageTitle(t('imports:title'), [{ label: t('places.meetings'), to: '/moten' }])
  const { draft } = useSession()
  const [over, setOver] = useState(false)
  usePaste(draft === null)
  return (
    <div
      className="import-drop"
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
        if (!holdsFiles(event)) return
        event.preventDefault()
        void takeFiles([...event.dataTransfer.files])
      }}
    >
      {draft === null ? <SourceForm /> : <Preview draft={draft} />}
      {over && <p className="import-drop-words">{t('imports:dropHere')}</p>}
    </div>
  )
}
