/** Läs in gamla anteckningar: a text comes in, is shown as it was read, corrected, and stored in one step. */
import './imports.css'
import { useEffect } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { usePageTitle } from '../../shell/page-title.ts'
import { DropArea } from '../../ui/drop-area.tsx'
import { Preview } from './preview.tsx'
import { takeFiles, takeText, useSession } from './session.ts'
import { SourceForm } from './source-form.tsx'

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
  usePaste(draft === null)
  return (
    <DropArea words={t('imports:dropHere')} take={(files) => void takeFiles(files)} whole>
      {draft === null ? <SourceForm /> : <Preview draft={draft} />}
    </DropArea>
  )
}
