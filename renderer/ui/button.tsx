/** Buttons and links that look like them. One filled button a view. */
import './button.css'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { Link } from 'wouter'
import { Icon, type IconName } from './icon.tsx'
import { Kbd } from './marks.tsx'

export type ButtonLook = 'plain' | 'primary' | 'bare' | 'danger'

type Face = {
  look?: ButtonLook
  icon?: IconName
  /** A key cap after the words; the command registry holds what the key does. */
  shortcut?: string | undefined
  children: ReactNode
}

function face({ icon, shortcut, children }: Omit<Face, 'look'>) {
  return (
    <>
      {icon !== undefined && <Icon name={icon} />}
      {children}
      {shortcut !== undefined && <Kbd shortcut={shortcut} />}
    </>
  )
}

type ButtonProps = Face &
  Omit<ComponentPropsWithRef<'button'>, 'children' | 'className'> & {
    /** Something this button began is still running; it stays focusable and does nothing. */
    busy?: boolean
  }

export function Button({ look = 'plain', icon, shortcut, busy = false, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className="button"
      data-look={look}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      // A form that is sent is not sent again meanwhile, by Enter in a field either: that is a click on its button.
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {face({ icon, shortcut, children } as Face)}
    </button>
  )
}

/** A way to another page that looks like a button. */
export function ButtonLink({ look = 'plain', icon, shortcut, to, children }: Face & { to: string }) {
  return (
    <Link href={to} className="button" data-look={look}>
      {face({ icon, shortcut, children } as Face)}
    </Link>
  )
}

type IconButtonProps = Omit<ComponentPropsWithRef<'button'>, 'children' | 'className' | 'aria-label'> & {
  icon: IconName
  /** The button's name, also shown on hover. */
  label: string
}

export function IconButton({ icon, label, ...rest }: IconButtonProps) {
  return (
    <button type="button" title={label} {...rest} aria-label={label} className="icon-button">
      <Icon name={icon} />
    </button>
  )
}
