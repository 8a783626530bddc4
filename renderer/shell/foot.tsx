/** The foot: what is truly saved, where it lies, and the keys that work here. */
import { available, commandGroups, useCommandList, type CommandContext } from '../commands/registry.ts'
import { clockOf } from '../i18n/dates.ts'
import { useLanguage, useT } from '../i18n/i18n.ts'
import { useSingleKeys } from '../theme/theme.ts'
import { useSaved } from '../transport/saved.ts'
import { Icon } from '../ui/icon.tsx'
import { Kbd } from '../ui/marks.tsx'
import { useAnnouncement } from './announce.ts'

/** The page's own keys first, the key to all others last. */
const mostHints = 7

/** Says "saved" only with the time of a write that the core has acknowledged. */
export function SavedState() {
  const t = useT()
  const language = useLanguage()
  const saved = useSaved()
  if (saved.failed) {
    return (
      <span className="foot-part danger">
        <Icon name="warning" />
        {t('saved.failed')}
      </span>
    )
  }
  if (saved.held) return <span className="foot-part">{t('saved.held')}</span>
  if (saved.pending > 0) return <span className="foot-part">{t('saved.pending')}</span>
  if (saved.at === null) return null
  return (
    <span className="foot-part">
      <Icon name="check" className="ok" />
      <time dateTime={saved.at}>{t('saved.at', { time: clockOf(saved.at, language) })}</time>
    </span>
  )
}

export function Foot({ context }: { context: CommandContext }) {
  const t = useT()
  const announcement = useAnnouncement()
  const singles = useSingleKeys()
  const here = available(useCommandList(), context)
  const hints = here
    .filter((command) => command.hintKey !== undefined && (singles || (command.shortcut ?? '').length > 1))
    // Of two with one key, the one added last has it.
    .filter((command) => here.findLast(({ shortcut }) => shortcut === command.shortcut) === command)
    .sort((a, b) => commandGroups.indexOf(a.group) - commandGroups.indexOf(b.group))
  return (
    <footer className="foot">
      <SavedState />
      <span className="foot-part">{t('local')}</span>
      <output className="foot-part foot-said">{announcement}</output>
      {[...hints.slice(0, mostHints - 1), ...hints.slice(mostHints - 1).slice(-1)].map((command) => (
        <span key={command.id} className="foot-part foot-hint">
          {command.shortcut !== undefined && <Kbd shortcut={command.shortcut} />}
          {command.hintKey !== undefined && t(command.hintKey)}
        </span>
      ))}
    </footer>
  )
}
