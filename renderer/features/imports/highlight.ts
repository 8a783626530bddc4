/**
 * Pointing at a line lights what came of it, and pointing at that lights its lines. Thousands of lines
 * are lit by an attribute set on the few that are meant, without drawing anything again.
 */
import { useEffect, useRef, type RefObject } from 'react'
import type { CrossReferences } from './cross-references.ts'
import { rowId } from './source-rows.tsx'

const lit = new Set<Element>()

function light(elements: readonly (Element | null)[]): void {
  lit.forEach((element) => element.removeAttribute('data-lit'))
  lit.clear()
  for (const element of elements) {
    if (element === null) continue
    element.setAttribute('data-lit', '')
    lit.add(element)
  }
}

/** Looked for among the outcomes only: the lines beside them may be tens of thousands. */
const outcomeElement = (root: HTMLElement, outcome: string) =>
  root.querySelector('.import-outcome')?.querySelector(`[data-out="${CSS.escape(outcome)}"]`) ?? null

function reveal(element: Element | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}

/** `active` is the chosen line; its outcomes stay lit while nothing is pointed at. */
export function useHighlight(root: RefObject<HTMLElement | null>, refs: CrossReferences, active: number | null): void {
  useEffect(() => {
    const element = root.current
    if (element === null) return undefined
    const ofLine = (line: number) => (refs.outcomesOf.get(line) ?? []).map((out) => outcomeElement(element, out))
    const rest = () => light(active === null ? [] : ofLine(active))
    const point = (event: Event) => {
      const { target } = event
      if (!(target instanceof Element)) return
      const outcome = target.closest<HTMLElement>('[data-out]')?.dataset['out']
      const line = target.closest<HTMLElement>('[data-line]')?.dataset['line']
      if (outcome !== undefined)
        light([
          outcomeElement(element, outcome),
          ...(refs.linesOf.get(outcome) ?? []).map((one) => document.getElementById(rowId(one))),
        ])
      else if (line !== undefined) light(ofLine(Number(line)))
      else rest()
    }
    rest()
    element.addEventListener('pointerover', point)
    element.addEventListener('focusin', point)
    element.addEventListener('pointerleave', rest)
    return () => {
      element.removeEventListener('pointerover', point)
      element.removeEventListener('focusin', point)
      element.removeEventListener('pointerleave', rest)
    }
  }, [root, refs, active])

  const latest = useRef(refs)
  useEffect(() => {
    latest.current = refs
  })
  // Only another line moves the outcomes: what is read anew stays where it was.
  useEffect(() => {
    const [first] = active === null ? [] : (latest.current.outcomesOf.get(active) ?? [])
    if (root.current !== null && first !== undefined) reveal(outcomeElement(root.current, first))
  }, [root, active])
}
