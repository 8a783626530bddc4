/** A message where it belongs, with a glyph and words; an empty place; an error with what to do. */
import './message.css'
import type { ReactNode } from 'react'
import { errorText } from '../i18n/error-text.ts'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'info' | 'ok' | 'warn' | 'danger'
const icons: Record<Tone, IconName> = { info: 'info', ok: 'check', warn: 'warning', danger: 'warning' }

/** danger and warn are read out at once, info and ok when there is time. */
export function Message(props: { tone?: Tone; title?: ReactNode; children?: ReactNode; actions?: ReactNode }) {
  const tone = props.tone ?? 'info'
  return (
    <div className="message" data-tone={tone} role={tone === 'danger' || tone === 'warn' ? 'alert' : 'status'}>
      <Icon name={icons[tone]} />
      <div className="message-words">
        {props.title !== undefined && <p className="strong">{props.title}</p>}
        {props.children}
      </div>
      {props.actions !== undefined && <div className="message-actions">{props.actions}</div>}
    </div>
  )
}

/** The sentence of anything thrown, from its code; nothing when there is none. */
export function ErrorMessage({ error, actions }: { error: unknown; actions?: ReactNode }) {
  if (error === null || error === undefined) return null
  return (
    <Message tone="danger" actions={actions}>
      <p>{errorText(error)}</p>
    </Message>
  )
}

/** One sentence where the first row would stand, saying what will come from where, and one plain button. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p>{children}</p>
      {action}
    </div>
  )
}
