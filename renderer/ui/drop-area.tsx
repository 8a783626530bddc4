/** A page that files can be dropped on; a frame and a word say so while they hang over it. */
import './drop-area.css'
import { useState, type DragEvent, type ReactNode } from 'react'

const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

type DropAreaProps = {
  /** Said while files hang over the page. */
  words: string
  take: (files: File[]) => void
  /** As high as the window, for panes that scroll by themselves. */
  whole?: boolean
  children: ReactNode
}

export function DropArea({ words, take, whole = false, children }: DropAreaProps) {
  const [over, setOver] = useState(false)
  return (
    <div
      className="drop-area"
      data-over={over || undefined}
      data-whole={whole || undefined}
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
        const files = [...event.dataTransfer.files]
        if (!holdsFiles(event) || files.length === 0) return
        event.preventDefault()
        take(files)
      }}
    >
      {children}
      {over && <p className="drop-words">{words}</p>}
    </div>
  )
}
