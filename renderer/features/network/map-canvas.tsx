/** The place of the drawn map on the page, and its keys. */
// An application is a widget that takes keys of its own; the rules below count it among things that only stand there.
/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions */
import { useEffect, useId, useRef, type KeyboardEvent, type RefObject } from 'react'
import { errorText } from '../../i18n/error-text.ts'
import { useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { write } from '../../transport/hooks.ts'
import type { Canvas } from './canvas/open.ts'
import type { Model } from './model.ts'
import { chooseNode, chooseTie, leave, mapState } from './state.ts'

/** How far a key moves a node (model units) and the view (pixels). */
const nudgeStep = 10
const panStep = 80
const arrows: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** A canvas draws with the faces at hand and never again when others come: fetch the three weights first. */
function loadFaces(element: Element): Promise<unknown> {
  const family = getComputedStyle(element).fontFamily
  // Letters of both files of a face, the plain Latin one and the extended.
  const load = (weight: number) => document.fonts.load(`${weight} 12px ${family}`, 'aåŁ')
  return Promise.all([load(400), load(500), load(600)]).catch(() => undefined)
}

type MapCanvasProps = {
  model: Model
  canvas: RefObject<Canvas | null>
  onFocusChange: (focused: boolean) => void
}

export function MapCanvas({ model, canvas, onFocusChange }: MapCanvasProps) {
  const t = useT()
  const id = useId()
  const container = useRef<HTMLDivElement>(null)
  const latest = useRef(model)
  useEffect(() => {
    latest.current = model
  })
  useEffect(() => {
    let open = true
    const element = container.current
    if (element === null) return
    void Promise.all([import('./canvas/open.ts'), loadFaces(element)]).then(([{ openCanvas }]) => {
      if (!open) return
      const node = (chosen: string) => {
        chooseNode(chosen)
        element.focus({ preventScroll: true })
      }
      canvas.current = openCanvas(element, latest.current, {
        pointer: { node, tie: chooseTie, nothing: () => chooseNode(null) },
        moved: (positions) => {
          write('network.move', { positions }).catch((error: unknown) => {
            announce(errorText(error))
            canvas.current?.update(latest.current)
          })
        },
      })
    })
    return () => {
      open = false
      canvas.current?.close()
      canvas.current = null
    }
  }, [canvas])
  useEffect(() => canvas.current?.update(model), [canvas, model])

  const onKeyDown = (event: KeyboardEvent) => {
    const picture = canvas.current
    const direction = arrows[event.key]
    const here = mapState.get().trail.at(-1)
    const mod = event.ctrlKey || event.metaKey
    if (direction !== undefined && mod) picture?.panBy(-direction[0] * panStep, -direction[1] * panStep)
    else if (direction !== undefined && event.shiftKey && here !== undefined)
      picture?.nudge(here, direction[0] * nudgeStep, direction[1] * nudgeStep)
    else if (event.key === '+' && !mod) picture?.zoomBy(1.25)
    else if (event.key === '-' && !mod) picture?.zoomBy(0.8)
    else if (event.key !== 'Escape' || !leave()) return
    event.preventDefault()
  }

  return (
    <>
      <div
        ref={container}
        className="map-canvas"
        role="application"
        aria-label={t('network:canvas.label', { nodes: model.nodes.size, ties: model.ties.size })}
        aria-describedby={id}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={() => onFocusChange(true)}
        onBlur={() => onFocusChange(false)}
      />
      <p id={id} className="visually-hidden">
        {t('network:canvas.description')}
      </p>
    </>
  )
}
