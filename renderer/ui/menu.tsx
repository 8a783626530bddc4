/** Menus and popovers at a button. Heavy: import them from lazily loaded pages only. */
import './popover.css'
import type { ReactNode } from 'react'
import {
  Button as AriaButton,
  Dialog,
  DialogTrigger,
  I18nProvider,
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Popover as AriaPopover,
} from 'react-aria-components'
import { useLanguage } from '../i18n/i18n.ts'
import { Icon, type IconName } from './icon.tsx'
import { Kbd } from './marks.tsx'

export type MenuEntry = {
  id: string
  label: string
  icon?: IconName
  shortcut?: string
  danger?: boolean
  disabled?: boolean
  run: () => void
}

type TriggerFace = {
  /** Words of the button, or its name when `icon` stands alone. */
  label: string
  icon?: IconName
  iconOnly?: boolean
}

function Trigger({ label, icon, iconOnly = false }: TriggerFace) {
  return iconOnly && icon !== undefined ? (
    <AriaButton className="icon-button" aria-label={label}>
      <Icon name={icon} />
    </AriaButton>
  ) : (
    <AriaButton className="button" data-look="bare">
      {icon !== undefined && <Icon name={icon} />}
      {label}
      <Icon name="down" />
    </AriaButton>
  )
}

/** A button that opens a menu of actions. */
export function Menu({ entries, ...face }: TriggerFace & { entries: readonly MenuEntry[] }) {
  const language = useLanguage()
  return (
    <I18nProvider locale={language === 'sv' ? 'sv-SE' : 'en-GB'}>
      <MenuTrigger>
        <Trigger {...face} />
        <AriaPopover className="popover" offset={4} placement="bottom end">
          <AriaMenu className="popover-list" onAction={(id) => entries.find((entry) => entry.id === id)?.run()}>
            {entries.map((entry) => (
              <MenuItem
                key={entry.id}
                id={entry.id}
                className="popover-item"
                textValue={entry.label}
                isDisabled={entry.disabled ?? false}
                data-danger={entry.danger || undefined}
              >
                {entry.icon === undefined ? <span /> : <Icon name={entry.icon} />}
                <span className="popover-name">{entry.label}</span>
                {entry.shortcut === undefined ? <span /> : <Kbd shortcut={entry.shortcut} />}
              </MenuItem>
            ))}
          </AriaMenu>
        </AriaPopover>
      </MenuTrigger>
    </I18nProvider>
  )
}

/** A button that opens a small panel; `children` gets the function that closes it. */
export function Popover(props: TriggerFace & { children: (close: () => void) => ReactNode }) {
  const { children, ...face } = props
  const language = useLanguage()
  return (
    <I18nProvider locale={language === 'sv' ? 'sv-SE' : 'en-GB'}>
      <DialogTrigger>
        <Trigger {...face} />
        <AriaPopover className="popover" offset={4} placement="bottom start">
          <Dialog className="popover-body" aria-label={face.label}>
            {({ close }) => children(close)}
          </Dialog>
        </AriaPopover>
      </DialogTrigger>
    </I18nProvider>
  )
}
