/** Palette and help list over the page. Fetched when the page is idle, so that a key press finds them at hand. */
import { useEffect, useState, type ComponentType } from 'react'
import type { CommandContext } from '../commands/registry.ts'
import { openOverlay, useOverlay } from '../commands/overlays.ts'
import { errorText } from '../i18n/error-text.ts'
import { loadWords } from '../i18n/i18n.ts'
import { announce } from './announce.ts'
import { whenSettled } from './idle.ts'

type Parts = { Palette: ComponentType<{ context: CommandContext }>; HelpList: ComponentType }

async function fetchParts(): Promise<Parts> {
  const [{ Palette }, { HelpList }] = await Promise.all([
    import('../commands/palette.tsx'),
    import('../commands/help-list.tsx'),
    loadWords('search'),
  ])
  return { Palette, HelpList }
}

export function OverlayLayer({ context }: { context: CommandContext }) {
  const overlay = useOverlay()
  const [parts, setParts] = useState<Parts | null>(null)
  const wanted = overlay !== null
  useEffect(() => {
    if (parts !== null) return undefined
    // Ahead of its use a fetch may fail, as when the program is just ending: the key press asks again.
    if (!wanted) return whenSettled(() => void fetchParts().then(setParts, () => undefined))
    // What cannot be fetched takes no key from the page.
    void fetchParts().then(setParts, (error: unknown) => {
      openOverlay(null)
      announce(errorText(error))
    })
    return undefined
  }, [parts, wanted])
  if (parts === null || overlay === null) return null
  return overlay === 'palette' ? <parts.Palette context={context} /> : <parts.HelpList />
}
