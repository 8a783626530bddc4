/** Small signs with a fixed meaning: the kinds' shapes, a document's state, attendance, keys, what is unknown. */
import './marks.css'
import type { ReactNode } from 'react'
import { useT } from '../i18n/i18n.ts'

export type Kind = 'person' | 'organisation' | 'body' | 'theme' | 'meeting' | 'assignment' | 'post' | 'event'

const shapes: Record<Kind, ReactNode> = {
  person: <circle cx="6" cy="6" r="5" />,
  organisation: <rect x="1.2" y="1.2" width="9.6" height="9.6" />,
  body: <path d="M6 .4 10.9 3.2v5.6L6 11.600 1.100 8.800V3.200z" />,
  theme: <path d="M6 .4 11.600 6 6 11.600.4 6z" />,
  meeting: <rect x="-1.5" y="3" width="15" height="6.500" rx="3.250" />,
  assignment: <path d="M6 .6l5.800 10.400H.2z" />,
  post: <path d="M3 1h6v3.500h2.200V11H.8V4.500H3z" />,
  event: <path d="M1 2h2V.5h1.600V2h2.800V.5H9V2h2v9H1z" />,
}

/** The kind's shape. `named` gives it words where none stand beside it; `outline` for planned or out of focus. */
export function KindIcon({ kind, named = false, outline = false }: { kind: Kind; named?: boolean; outline?: boolean }) {
  const t = useT()
  const names: Record<Kind, string> = {
    person: t('kinds.person'),
    organisation: t('kinds.organisation'),
    body: t('kinds.body'),
    theme: t('kinds.theme'),
    meeting: t('kinds.meeting'),
    assignment: t('kinds.assignment'),
    post: t('kinds.post'),
    event: t('kinds.event'),
  }
  return (
    <svg
      className={`kind kind-${kind}`}
      data-outline={outline || undefined}
      viewBox="0 0 12 12"
      {...(named ? { role: 'img', 'aria-label': names[kind] } : { 'aria-hidden': true })}
    >
      {shapes[kind]}
    </svg>
  )
}

/** planned ○, running and draft ◔, review ◑, approval ◕, locked ● with a check. */
export type DocumentState = 'planned' | 'running' | 'draft' | 'review' | 'approval' | 'locked'

const quarter = (
  <>
    <circle cx="8" cy="8" r="5" />
    <path className="filled" d="M8 8V3a5 5 0 0 1 5 5z" />
  </>
)

const moons: Record<DocumentState, ReactNode> = {
  planned: <circle cx="8" cy="8" r="5" />,
  running: quarter,
  draft: quarter,
  review: (
    <>
      <circle cx="8" cy="8" r="5" />
      <path className="filled" d="M8 3a5 5 0 0 1 0 10z" />
    </>
  ),
  approval: (
    <>
      <circle cx="8" cy="8" r="5" />
      <path className="filled" d="M8 8H3a5 5 0 1 0 5-5z" />
    </>
  ),
  locked: (
    <>
      <circle className="filled" cx="8" cy="8" r="5.5" />
      <path className="moon-check" d="m5.6 8.2 1.7 1.7 3.2-3.6" />
    </>
  ),
}

/** A moon that fills, and the state's word beside it. */
export function StateMoon({ state, word }: { state: DocumentState; word?: string }) {
  const t = useT()
  const words: Record<DocumentState, string> = {
    planned: t('states.planned'),
    running: t('states.running'),
    draft: t('states.draft'),
    review: t('states.review'),
    approval: t('states.approval'),
    locked: t('states.locked'),
  }
  return (
    <span className="state">
      <svg className="icon moon" viewBox="0 0 16 16" aria-hidden="true">
        {moons[state]}
      </svg>
      {word ?? words[state]}
    </span>
  )
}

export type Presence = 'room' | 'here' | 'remote' | 'late' | 'left' | 'lost' | 'absent' | 'unknown'

const presences: Record<Presence, ReactNode> = {
  room: <circle className="filled" cx="6" cy="6" r="4.600" />,
  here: (
    <>
      <circle cx="6" cy="6" r="4" />
      <circle className="filled" cx="6" cy="6" r="1.600" />
    </>
  ),
  remote: <circle cx="6" cy="6" r="4" />,
  late: (
    <>
      <circle className="filled" cx="7.800" cy="6" r="4" />
      <path d="M-1.500 6H1.500" />
    </>
  ),
  left: (
    <>
      <circle cx="4.500" cy="6" r="3.600" />
      <path d="M8 6h5M11 3.800 13.200 6 11 8.200" />
    </>
  ),
  lost: <path d="M3.200 2.900A4 4 0 0 0 6 10M8.800 9.100A4 4 0 0 0 6 2M1.200 10.800 10.800 1.200" />,
  absent: <path d="M2.500 6h7" />,
  unknown: <circle cx="6" cy="6" r="4" strokeDasharray="0.100 2.400" />,
}

/** ● in the room, ⊙ there without a word of where, ○ remote, –● came late, ○→ left, ⌀ link lost, – absent, dotted: no text says. A word stands beside it. */
export function PresenceMark({ presence }: { presence: Presence }) {
  return (
    <svg className="presence" data-presence={presence} viewBox="0 0 12 12" aria-hidden="true">
      {presences[presence]}
    </svg>
  )
}

/** What no text says: `uppgift saknas`, or another word with the same dotted line ("vem?"). */
export function Unknown({ children }: { children?: ReactNode }) {
  const t = useT()
  return <span className="unknown">{children ?? t('unknown')}</span>
}

/** The value, or `uppgift saknas`. */
export function Known({ value }: { value: ReactNode | null | undefined }) {
  return value === null || value === undefined || value === '' ? <Unknown /> : value
}

const mac = /mac/i.test(navigator.platform)

/** Keys of a shortcut as written in the registry (`Mod+Shift+Z`), each as it stands on this keyboard. */
export function keyNames(shortcut: string, shift: string): string[] {
  const names: Record<string, string> = {
    Mod: mac ? '⌘' : 'Ctrl',
    Shift: mac ? '⇧' : shift,
    Alt: mac ? '⌥' : 'Alt',
    Enter: '↵',
    ArrowUp: '↑',
    ArrowDown: '↓',
    ArrowLeft: '←',
    ArrowRight: '→',
    Escape: 'Esc',
  }
  return shortcut.split('+').map((key) => names[key] ?? key.toUpperCase())
}

/** A shortcut as key caps. */
export function Kbd({ shortcut }: { shortcut: string }) {
  const t = useT()
  return (
    <span className="keys">
      {keyNames(shortcut, t('keys.shift')).map((name) => (
        <kbd key={name}>{name}</kbd>
      ))}
    </span>
  )
}
