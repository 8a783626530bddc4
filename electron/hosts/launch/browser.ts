/** Opens the person's own browser. The one-time code stays out of every command line, which any user of the machine may read. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

/** Whether a window can be shown at all. */
export function hasDisplay(platform = process.platform, env: NodeJS.ProcessEnv = process.env): boolean {
  if (platform === 'win32' || platform === 'darwin') return true
  return [env['DISPLAY'], env['WAYLAND_DISPLAY']].some((value) => value !== undefined && value !== '')
}

/** What opens a file with the person's own program; null when the machine has nothing of the kind. */
export function opener(platform = process.platform, env: NodeJS.ProcessEnv = process.env): string | null {
  if (platform === 'darwin') return 'open'
  if (platform === 'win32') return 'explorer.exe'
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean)
  const names = ['xdg-open', 'sensible-browser', 'x-www-browser', 'gio-open', 'firefox', 'chromium', 'google-chrome']
  return (
    names
      .map((name) => folders.map((folder) => join(folder, name)).find((path) => existsSync(path)))
      .find((path) => path !== undefined) ?? null
  )
}

export type Opened = {
  /** False when nothing could be started: the person opens the address. */
  started: boolean
  /** Takes the redirect file away. */
  forget(): void
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Opens `address` through a file that only this user can read, which sends the browser on. */
export function openBrowser(address: string, program = opener()): Opened {
  const folder = mkdtempSync(join(tmpdir(), 'kansli-open-'))
  const forget = () => rmSync(folder, { recursive: true, force: true })
  const file = join(folder, 'kansli.html')
  const page = `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0;url=${escaped(address)}"><title>Kansli</title>`
  writeFileSync(file, page, { mode: 0o600 })
  if (program === null) {
    forget()
    return { started: false, forget: () => undefined }
  }
  const browser = spawn(program, [file], { detached: true, stdio: 'ignore' })
  // The address stands in the terminal too.
  browser.on('error', forget)
  browser.unref()
  return { started: true, forget }
}
