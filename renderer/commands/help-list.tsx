/** All keys, from the same objects that answer them. */
import './help-list.css'
import { useT } from '../i18n/i18n.ts'
import type { Key } from '../i18n/resources.ts'
import { useSingleKeys } from '../theme/theme.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/marks.tsx'
import { openOverlay } from './overlays.ts'
import { commandGroups, useCommandList, type CommandGroup } from './registry.ts'

const groupKeys: Record<CommandGroup, Key> = {
  page: 'groups.page',
  go: 'groups.go',
  create: 'groups.create',
  edit: 'groups.edit',
  workspace: 'groups.workspace',
  view: 'groups.view',
  help: 'groups.help',
}

/** What is answered while somebody writes: signs and keys of no command. */
const inText: readonly { label: Key; keys: string }[] = [
  { label: 'help.mention', keys: '@' },
  { label: 'help.join', keys: 'Shift+Enter' },
  { label: 'help.theme', keys: '#' },
  { label: 'help.insert', keys: '/' },
]

export function HelpList() {
  const t = useT()
  const singles = useSingleKeys()
  const commands = useCommandList().filter((command) => command.shortcut !== undefined)
  return (
    <Dialog wide title={t('help.title')} onClose={() => openOverlay(null)}>
      {!singles && <p className="text-2">{t('help.singlesOff')}</p>}
      <div className="help-groups">
        {commandGroups.map((group) => {
          const rows = Map.groupBy(
            commands.filter((command) => command.group === group),
            (command) => t(command.labelKey, command.labelValues ?? {}),
          )
          if (rows.size === 0) return null
          return (
            <section key={group}>
              <h3 className="heading">{t(groupKeys[group])}</h3>
              <dl>
                {[...rows].map(([label, same]) => (
                  <div key={label} className="help-row">
                    <dt>{label}</dt>
                    <dd className="help-keys">
                      {[...new Set(same.map((command) => command.shortcut ?? ''))].map((shortcut) => (
                        <Kbd key={shortcut} shortcut={shortcut} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
        <section>
          <h3 className="heading">{t('help.text')}</h3>
          <dl>
            {inText.map(({ label, keys }) => (
              <div key={label} className="help-row">
                <dt>{t(label)}</dt>
                <dd className="help-keys">
                  <Kbd shortcut={keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  )
}
