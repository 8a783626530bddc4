/** Who is let in: a one-time code from the address becomes a bearer that only the page holds. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Milliseconds a code is good for when nobody uses it. */
const codeLife = 15 * 60_000
/** Wrong tries before a code is void: 128 bits are not guessed, but nobody should try for long. */
const mostTries = 20
const mostBearers = 50

const digest = (secret: string) => createHash('sha256').update(secret).digest()

export type Session = {
  /** A fresh code; the one before is void. */
  newCode(): string
  /** The bearer for a code, once; null for a wrong, used or expired one. */
  exchange(code: string): string | null
  /** Whether an Authorization header holds a bearer of this run. */
  admits(authorization: string | undefined): boolean
}

/** @param now milliseconds of a clock that only goes forward */
export function createSession(now: () => number = () => performance.now()): Session {
  const bearers: Buffer[] = []
  let code: { digest: Buffer; until: number; tries: number } | null = null

  return {
    newCode() {
      const fresh = randomBytes(16).toString('base64url')
      code = { digest: digest(fresh), until: now() + codeLife, tries: 0 }
      return fresh
    },
    exchange(given) {
      if (code === null || now() > code.until || code.tries >= mostTries) return null
      code.tries += 1
      if (!timingSafeEqual(digest(given), code.digest)) return null
      code = null
      const bearer = randomBytes(32).toString('base64url')
      bearers.push(digest(bearer))
      if (bearers.length > mostBearers) bearers.shift()
      return bearer
    },
    admits(authorization) {
      const given = /^Bearer ([\w-]{43})$/.exec(authorization ?? '')?.[1]
      if (given === undefined) return false
      const wanted = digest(given)
      // Every bearer is compared, so that the time tells nothing.
      return bearers.reduce((found, known) => timingSafeEqual(known, wanted) || found, false)
    },
  }
}
