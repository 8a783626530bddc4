/** The built page as a fixed map from address to bytes, read once: no request ever becomes a path. */
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, sep } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

export type PageFile = { type: string; bytes: Uint8Array<ArrayBuffer> }
export type PageFiles = ReadonlyMap<string, PageFile>

/** Every file of the built page by its address; `/` is index.html. Throws when the page is not built. */
export function readPageFiles(folder: string): PageFiles {
  const files = new Map<string, PageFile>()
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const type = types[extname(entry.name)]
    if (type === undefined) continue
    files.set(`/${path.slice(folder.length).split(sep).filter(Boolean).join('/')}`, {
      type,
      bytes: Uint8Array.from(readFileSync(path)),
    })
  }
  const index = files.get('/index.html')
  if (index === undefined) throw new Error(`no page in ${folder}`)
  files.set('/', index)
  return files
}
