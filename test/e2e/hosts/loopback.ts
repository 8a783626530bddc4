/** The app as `npm start` serves it on a machine without a display: a real process, a real address. */
import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const start = fileURLToPath(new URL('../../../electron/hosts/launch/start.mjs', import.meta.url))

export type RunningHost = {
  /** Address with its one-time code. */
  address: string
  process: ChildProcess
  /** Ends it as Ctrl+C does; resolves with the exit code. */
  end(): Promise<number | null>
}

export async function startLoopbackHost(options: {
  dataFolder: string
  open?: string
  language?: string
}): Promise<RunningHost> {
  const child = spawn(process.execPath, [start, '--no-open', ...(options.open === undefined ? [] : [options.open])], {
    env: { ...process.env, KANSLI_DATA: options.dataFolder, LANG: options.language ?? 'sv_SE.UTF-8', DISPLAY: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\/#\S+/.exec(said)?.[0]
      if (found !== undefined) resolve(found)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`the host ended with ${code} before it gave an address:\n${said}`)))
  })
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  return {
    address,
    process: child,
    end: () => {
      child.kill('SIGINT')
      return exited
    },
  }
}
