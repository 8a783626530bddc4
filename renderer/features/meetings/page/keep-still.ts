/** Keeps the text where it is on the screen when something comes over it that takes room. */

/**
 * What grows or shrinks in `place` moves the text below it, unless the pane is scrolled on by as much. The browser does
 * so itself, but not at the pane's very top. Gives what ends it.
 */
export function keepStill(place: HTMLElement | null): () => void {
  const pane = place?.closest('.pane-middle') ?? null
  if (place === null || pane === null) return () => undefined
  let height = place.offsetHeight
  // Heard after the layout and before the screen is drawn.
  const watch = new ResizeObserver(() => {
    const grown = place.offsetHeight - height
    height += grown
    if (grown > 0 && pane.scrollTop === 0) pane.scrollTop = grown
  })
  watch.observe(place)
  return () => watch.disconnect()
}
