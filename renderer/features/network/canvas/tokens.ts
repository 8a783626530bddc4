/** The interface's colours as the canvas needs them: resolved, and read again when the theme changes. */
import type { NodeKind } from '#contract/network.ts'

export type CanvasColors = {
  surface: string
  text: string
  quietText: string
  tie: string
  accent: string
  focus: string
  kinds: Record<NodeKind, string>
  font: string
}

/** Registered colour tokens come back as rgb(), whatever they are written as. */
export function readColors(element: Element): CanvasColors {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    surface: token('--bg-surface'),
    text: token('--text-1'),
    quietText: token('--text-2'),
    tie: token('--line-control'),
    accent: token('--accent'),
    focus: token('--accent'),
    kinds: {
      person: token('--kind-person'),
      organisation: token('--kind-organisation'),
      body: token('--kind-body'),
      meeting: token('--kind-meeting'),
      theme: token('--kind-theme'),
    },
    font: style.fontFamily,
  }
}

/** Calls `changed` when the theme does, by choice or by the system. Returns its own end. */
export function followTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => matchMedia(query))
  queries.forEach((query) => query.addEventListener('change', changed))
  return () => {
    observer.disconnect()
    queries.forEach((query) => query.removeEventListener('change', changed))
  }
}
