/**
 * Keys are typed from the Swedish files, which are the source. A new file assets/locales/sv/ui/<name>.json
 * adds one line here; its keys are then written `<name>:<key>`. Files come to the screen by i18n.ts.
 */
import type actions from '#assets/locales/sv/ui/actions.json'
import type approval from '#assets/locales/sv/ui/approval.json'
import type blocks from '#assets/locales/sv/ui/blocks.json'
import type attendance from '#assets/locales/sv/ui/attendance.json'
import type identity from '#assets/locales/sv/ui/identity.json'
import type exchange from '#assets/locales/sv/ui/exchange.json'
import type imports from '#assets/locales/sv/ui/imports.json'
import type meetings from '#assets/locales/sv/ui/meetings.json'
import type network from '#assets/locales/sv/ui/network.json'
import type past from '#assets/locales/sv/ui/past.json'
import type privacy from '#assets/locales/sv/ui/privacy.json'
import type register from '#assets/locales/sv/ui/register.json'
import type review from '#assets/locales/sv/ui/review.json'
import type search from '#assets/locales/sv/ui/search.json'
import type series from '#assets/locales/sv/ui/series.json'
import type settings from '#assets/locales/sv/ui/settings.json'
import type sources from '#assets/locales/sv/ui/sources.json'
import type start from '#assets/locales/sv/ui/start.json'
import type welcome from '#assets/locales/sv/ui/welcome.json'
import type tour from '#assets/locales/sv/ui/tour.json'
import type types from '#assets/locales/sv/types.json'
import type writing from '#assets/locales/sv/ui/writing.json'
import type ui from '#assets/locales/sv/ui.json'

type Resources = {
  approval: typeof approval
  actions: typeof actions
  blocks: typeof blocks
  attendance: typeof attendance
  exchange: typeof exchange
  identity: typeof identity
  imports: typeof imports
  meetings: typeof meetings
  network: typeof network
  past: typeof past
  privacy: typeof privacy
  register: typeof register
  review: typeof review
  search: typeof search
  series: typeof series
  settings: typeof settings
  sources: typeof sources
  start: typeof start
  tour: typeof tour
  types: typeof types
  welcome: typeof welcome
  writing: typeof writing
}

/** `a.b` for every text; `count_one` and `count_other` are one key, `count`. */
type Leaves<Tree, Before extends string = ''> = {
  [K in keyof Tree & string]: Tree[K] extends string ? `${Before}${Whole<K>}` : Leaves<Tree[K], `${Before}${K}.`>
}[keyof Tree & string]
type Whole<K extends string> = K extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : K

export type Namespace = keyof Resources
export type Key = Leaves<typeof ui> | { [N in Namespace]: Leaves<Resources[N], `${N}:`> }[Namespace]

/** The sentence of a key with its values put in. `count` chooses the plural. */
export type T = (key: Key, values?: Readonly<Record<string, string | number>>) => string
