/** What the page may do, under either host: the same headers over app:// and over the loopback address. */
const directives = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
]

export const contentSecurityPolicy = directives.join('; ')

/** On every answer: a page of ours cannot be framed, sniffed, cached, or read by another origin. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=()',
}

const { 'Cross-Origin-Opener-Policy': _opener, ...unopened } = securityHeaders
/**
 * For a page that a person asked for by its address: no other page holds its window. Browsers fence off windows by
 * starting a second process for the page once these headers have come, and the first screen would wait for that.
 */
export const unopenedHeaders: Readonly<Record<string, string>> = unopened
