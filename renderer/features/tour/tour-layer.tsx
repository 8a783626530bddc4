/** Fetches the tour when the page is idle, in the example only. */
import { useEffect, useState, type ComponentType } from 'react'
import { loadWords } from '../../i18n/i18n.ts'
import { whenIdle } from '../../shell/idle.ts'
import { useTourStep } from './state.ts'

export function TourLayer() {
  const wanted = useTourStep() !== null
  const [tour, setTour] = useState<{ Tour: ComponentType } | null>(null)
  useEffect(() => {
    if (!wanted || tour !== null) return undefined
    return whenIdle(() => {
      void Promise.all([import('./tour.tsx'), loadWords('tour')]).then(([{ Tour }]) => setTour({ Tour }))
    })
  }, [wanted, tour])
  return tour === null ? null : <tour.Tour />
}
