/** Runs `work` once the page has nothing else to do; returns what calls it off. Safari has no idle callback. */
export function whenIdle(work: () => void): () => void {
  if (typeof window.requestIdleCallback === 'function') {
    const handle = window.requestIdleCallback(work, { timeout: 2000 })
    return () => window.cancelIdleCallback(handle)
  }
  const timer = setTimeout(work, 200)
  return () => clearTimeout(timer)
}

/** In milliseconds. The first screen and the browser's own start are done by then, and nobody has pressed a key yet. */
const settled = 1500

/** As whenIdle, for what is fetched ahead of its use: it waits until the start is over, so as not to share its time. */
export function whenSettled(work: () => void): () => void {
  let stop = () => {}
  const timer = setTimeout(() => (stop = whenIdle(work)), settled)
  return () => {
    clearTimeout(timer)
    stop()
  }
}
