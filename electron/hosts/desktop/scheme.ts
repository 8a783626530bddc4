/** The page's own scheme: a fixed map of files under one origin, nothing of the disk. */
import type { PageFiles } from '../page-files.ts'
import { securityHeaders } from '../policy.ts'
import type { Electron } from './electron.ts'

export const scheme = 'app'
export const origin = 'app://kansli'
export const pageAddress = `${origin}/`

/** Before Electron is ready: the scheme counts as an origin of its own, with storage and fetch, and bypasses nothing. */
export function registerScheme({ protocol }: Pick<Electron, 'protocol'>): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        bypassCSP: false,
        allowServiceWorkers: false,
        corsEnabled: false,
        stream: false,
      },
    },
  ])
}

/** The answer to one request. Addresses are looked up as they stand: nothing is decoded, joined or resolved. */
export function answerPage(files: PageFiles, request: { method: string; url: string }): Response {
  const no = (status: number) => new Response(null, { status, headers: securityHeaders })
  if (request.method !== 'GET' && request.method !== 'HEAD') return no(405)
  const url = URL.canParse(request.url) ? new URL(request.url) : null
  if (
    url === null ||
    url.protocol !== `${scheme}:` ||
    url.host !== 'kansli' ||
    url.username !== '' ||
    url.password !== ''
  )
    return no(404)
  const file = files.get(url.pathname)
  if (file === undefined) return no(404)
  const body = request.method === 'HEAD' ? null : file.bytes
  return new Response(body, { status: 200, headers: { ...securityHeaders, 'Content-Type': file.type } })
}

/** Once Electron is ready. */
export function servePage({ protocol }: Pick<Electron, 'protocol'>, files: PageFiles): void {
  protocol.handle(scheme, (request) => answerPage(files, request))
}
