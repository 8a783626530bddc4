/** Where somebody is when they ask for something: a late answer takes nobody back who has gone elsewhere meanwhile. */

/** Gives whether the page that is shown now is still the one that is shown. */
export function stillHere(): () => boolean {
  const at = window.location.hash
  return () => window.location.hash === at
}
