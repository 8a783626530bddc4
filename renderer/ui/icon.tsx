/** Own drawings on a 16 px grid. Always beside a word, except in the rail. */
import type { ReactNode } from 'react'

const drawings = {
  start: <path d="M2.5 7.2 8 2.5l5.5 4.7v6.3h-4V9.8h-3v3.7h-4z" />,
  meeting: (
    <>
      <rect x="2" y="5" width="12" height="6" rx="3" />
      <path d="M5 2.5h0M8 2.5h0M11 2.5h0M5 13.5h0M8 13.5h0M11 13.5h0" strokeWidth="2" />
    </>
  ),
  register: (
    <>
      <path d="M3.5 2.5h9v11h-9zM2 5h1.5M2 8h1.5M2 11h1.5" />
      <circle cx="8" cy="6.6" r="1.5" />
      <path d="M5.6 11c.3-1.5 1.2-2.2 2.4-2.2s2.1.7 2.4 2.2" />
    </>
  ),
  map: (
    <>
      <circle cx="4" cy="4.2" r="1.9" />
      <rect x="10" y="2.5" width="3.6" height="3.6" />
      <path d="M8 10.2l2 1.15v2.3L8 14.8l-2-1.15v-2.3zM5.9 4.2H10M4.9 5.9l2.3 4.2M11.4 6.1 8.9 10.3" />
    </>
  ),
  actions: <path d="m2 4.2 1.3 1.3L5.5 3M2 11.2l1.3 1.3 2.2-2.5M8 4.5h6M8 11.5h6" />,
  settings: (
    <>
      <circle cx="8" cy="8" r="2.2" />
      <path d="M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6 5 5M11 11l1.4 1.4M12.4 3.6 11 5M5 11l-1.4 1.4" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.3" />
      <path d="m10.2 10.2 3.5 3.5" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="5.7" />
      <path d="M8 4.8V8l2.2 1.5" />
    </>
  ),
  check: <path d="m3 8.5 3.2 3.2L13 4.8" />,
  cross: <path d="m4 4 8 8M12 4l-8 8" />,
  plus: <path d="M8 3v10M3 8h10" />,
  minus: <path d="M3 8h10" />,
  down: <path d="m4.5 6.5 3.5 3.5 3.5-3.5" />,
  up: <path d="m4.5 9.5 3.5-3.5 3.5 3.5" />,
  right: <path d="m6.5 4.5 3.5 3.5-3.5 3.5" />,
  left: <path d="m9.5 4.5-3.5 3.5 3.5 3.5" />,
  arrow: <path d="M3 8h9M8.5 4.5 12 8l-3.5 3.5" />,
  word: <path d="M3.5 1.8h6l3 3v9.4h-9zM9.5 1.8v3h3M5.7 8l1 4 1.3-3.3L9.3 12l1-4" />,
  document: <path d="M3.5 1.8h6l3 3v9.4h-9zM9.5 1.8v3h3M5.8 8h4.4M5.8 10.8h4.4" />,
  lock: (
    <>
      <rect x="3.5" y="7" width="9" height="6.5" rx="1" />
      <path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" />
    </>
  ),
  filter: <path d="M2.5 4h11M4.5 8h7M6.5 12h3" />,
  table: <path d="M2.5 3.5h11v9h-11zM2.5 6.5h11M2.5 9.5h11M6.5 3.5v9" />,
  person: (
    <>
      <circle cx="8" cy="5.5" r="2.5" />
      <path d="M3.5 13c.4-2.6 2-4 4.5-4s4.1 1.4 4.5 4" />
    </>
  ),
  promise: (
    <>
      <path d="M2.5 3h11v7.5h-6L4.5 13v-2.5h-2z" />
      <path d="M8 5v2M8 8.6h0" />
    </>
  ),
  date: (
    <>
      <rect x="2.5" y="3.5" width="11" height="10" rx="1" />
      <path d="M2.5 6.7h11M5.5 2v3M10.5 2v3" />
    </>
  ),
  text: <path d="M3 4h10M3 8h10M3 12h6" />,
  speech: <path d="M2.5 3h11v7.5h-6L4.5 13v-2.5h-2z" />,
  undo: <path d="M3 6h6.5a3.5 3.5 0 0 1 0 7H6M5.5 3 2.7 6l2.8 3" />,
  redo: <path d="M13 6H6.500a3.500 3.500 0 0 0 0 7H10M10.500 3l2.800 3-2.800 3" />,
  path: (
    <>
      <circle cx="3.5" cy="12" r="1.7" />
      <circle cx="12.5" cy="4" r="1.7" />
      <path d="M5 11c3-1 3-5 6-6.3" />
    </>
  ),
  more: <path d="M3.5 8h0M8 8h0M12.500 8h0" strokeWidth="2.2" />,
  trash: <path d="M3 4.500h10M6.500 4.500V2.800h3v1.700M4.300 4.500l.6 9h6.200l.6-9M6.800 7v4M9.200 7v4" />,
  edit: <path d="M3 13l.7-2.900L10.900 2.900l2.200 2.200L5.900 12.300z" />,
  import: <path d="M8 2.500v7.500M4.800 7 8 10.200 11.200 7M2.500 10.500v3h11v-3" />,
  export: <path d="M8 10.200V2.700M4.800 5.700 8 2.500l3.200 3.200M2.500 10.500v3h11v-3" />,
  folder: <path d="M2 4.200h4.300l1.300 1.600H14v7H2z" />,
  warning: <path d="M8 2.300 14 13H2zM8 6.500v3M8 11.300h0" />,
  info: (
    <>
      <circle cx="8" cy="8" r="5.700" />
      <path d="M8 7.500v3.300M8 5.200h0" />
    </>
  ),
  help: (
    <>
      <circle cx="8" cy="8" r="5.700" />
      <path d="M6.300 6.500c0-1 .7-1.600 1.700-1.600s1.700.6 1.700 1.500c0 1.200-1.700 1.300-1.700 2.500M8 11h0" />
    </>
  ),
  keyboard: <path d="M1.800 4h12.400v8H1.800zM4.200 6.500h0M6.700 6.500h0M9.300 6.500h0M11.800 6.500h0M5 9.600h6" />,
  eye: (
    <>
      <path d="M1.800 8c1.500-2.600 3.600-4 6.200-4s4.700 1.400 6.200 4c-1.500 2.600-3.600 4-6.200 4S3.300 10.600 1.800 8z" />
      <circle cx="8" cy="8" r="1.900" />
    </>
  ),
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof drawings

export function Icon({ name, className }: { name: IconName; className?: string | undefined }) {
  return (
    <svg className={className === undefined ? 'icon' : `icon ${className}`} viewBox="0 0 16 16" aria-hidden="true">
      {drawings[name]}
    </svg>
  )
}
