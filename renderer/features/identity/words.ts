/** Reasons as words, in two heaps: what speaks for it, what speaks against it. */
import { against, type Reason } from '#contract/identity.ts'
import type { T } from '../../i18n/resources.ts'

export function reasonWords(t: T, reasons: readonly Reason[]): { forIt: string[]; againstIt: string[] } {
  const said = reasons.filter((reason) => reason !== 'asked')
  const words = (list: readonly Reason[]) => list.map((reason) => t(`identity:reason.${reason}`))
  return {
    forIt: words(said.filter((reason) => !against.includes(reason))),
    againstIt: words(said.filter((reason) => against.includes(reason))),
  }
}

/** "A, B och C" in the language's own way. */
export function listed(names: readonly string[], language: string): string {
  return new Intl.ListFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { type: 'conjunction' }).format(names)
}
