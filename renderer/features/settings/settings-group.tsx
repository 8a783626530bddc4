/** What belongs together among the settings: what it is for beside its fields. */
import './settings-group.css'
import type { ReactNode } from 'react'

type GroupProps = {
  /** Of the heading, which a command may lead to. */
  id: string
  title: string
  text: string
  children: ReactNode
}

export function SettingsGroup({ id, title, text, children }: GroupProps) {
  return (
    <section className="settings-group" aria-labelledby={id}>
      <div>
        <h2 className="heading" id={id} tabIndex={-1}>
          {title}
        </h2>
        <p className="text-2">{text}</p>
      </div>
      {children}
    </section>
  )
}
