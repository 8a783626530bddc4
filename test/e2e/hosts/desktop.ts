/** The desktop program, where its binary is: the same page in a window of its own. */
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'

const main = fileURLToPath(new URL('../../../dist/desktop/main.js', import.meta.url))

export async function startDesktop(options: {
  binary: string
  dataFolder: string
  open?: string
}): Promise<{ app: ElectronApplication; page: Page }> {
  const app = await _electron.launch({
    executablePath: options.binary,
    args: [main, ...(options.open === undefined ? [] : [options.open])],
    env: { ...definedEnvironment(), KANSLI_DATA: options.dataFolder, LANG: 'sv_SE.UTF-8' },
  })
  return { app, page: await app.firstWindow() }
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
