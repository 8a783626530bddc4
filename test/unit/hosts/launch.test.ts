/** Starting and ending: the real launchers as processes, and the parts that look at the machine. */
import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasDisplay, openBrowser, opener } from '#hosts/launch/browser.ts'
import { putInPlace } from '#hosts/launch/build.ts'
import { fetchElectron } from '#hosts/launch/electron-binary.ts'
import { wordsIn } from '#hosts/words.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const launcher = (name: string) => join(root, 'electron/hosts/launch', name)
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kansli-launch-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

type Ended = { code: number | null; output: string }

/** Runs to its end. */
function run(args: string[], env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('close', (code) => resolve({ code, output }))
  })
}

describe('an old Node', () => {
  const old = (name: string, version: string, language: string) =>
    // The launcher sees another version of itself before it is loaded.
    run(
      [
        '--import',
        `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'${version}'})`,
        launcher(name),
        'help',
      ],
      { LANG: language },
    )

  it.each(['start.mjs', 'kansli.mjs', 'build.mjs'])(
    'ends %s with one sentence, before anything is loaded',
    async (name) => {
      const { code, output } = await old(name, '20.19.0', 'en_GB.UTF-8')
      expect(code).toBe(1)
      expect(output.trim().split('\n')).toHaveLength(1)
      expect(output).toContain('Node 22.18 or newer and this is Node 20.19.0')
    },
  )

  it('is told so in Swedish where the system speaks it', async () => {
    expect((await old('kansli.mjs', '18.20.1', 'sv_SE.UTF-8')).output).toContain('behöver Node 22.18')
  })

  it.each(['22.17.1', '23.5.0', '16.0.0'])('%s is too old: it cannot run the sources', async (version) => {
    expect((await old('kansli.mjs', version, 'C')).code).toBe(1)
  })

  it.each(['22.18.0', '23.6.0', '24.0.0', '26.1.0'])('%s is not too old', async (version) => {
    expect((await old('kansli.mjs', version, 'C')).code).toBe(0)
  })

  it('reads the guard: it is plain JavaScript with no newer words', () => {
    const text = readFileSync(launcher('guard.mjs'), 'utf8')
    expect(text).not.toMatch(/\bwith\s*\{|import\.meta\.dirname|\busing\b|\.toSorted|\.at\(/)
    expect([...text.matchAll(/from '([^']+)'/g)].map(([, name]) => name)).toEqual([
      'node:fs',
      'node:module',
      'node:url',
    ])
  })
})

describe('what Node makes of the sources', () => {
  const help = (cache: string) => run([launcher('kansli.mjs'), 'help'], { NODE_COMPILE_CACHE: cache })

  it('is kept for the next start', async () => {
    const kept = join(folder, 'kept')
    expect((await help(kept)).code).toBe(0)
    expect(readdirSync(kept, { recursive: true }).length).toBeGreaterThan(100)
  })

  it('is not kept where nothing can be written, and nothing is said of it', async () => {
    const file = join(folder, 'no-folder')
    writeFileSync(file, '')
    const { code, output } = await help(file)
    expect([code, output]).toEqual([0, (await help(join(folder, 'kept'))).output])
  })
})

describe('a display', () => {
  it('is what Windows and macOS always have, and Linux where it says so', () => {
    expect(hasDisplay('win32', {})).toBe(true)
    expect(hasDisplay('darwin', {})).toBe(true)
    expect(hasDisplay('linux', {})).toBe(false)
    expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false)
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true)
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
  })
})

describe('opening the browser', () => {
  const address = 'http://127.0.0.1:1234/#code=secret-"<&'

  it('keeps the code off every command line, in a file that only this person can read', async () => {
    const seen = join(folder, 'seen')
    const program = join(folder, 'browser')
    writeFileSync(
      program,
      `#!/bin/sh\nprintf '%s\\n' "$@" > '${seen}.part'\nstat -c %a "$1" >> '${seen}.part'\ncat "$1" >> '${seen}.part'\nmv '${seen}.part' '${seen}'\n`,
    )
    chmodSync(program, 0o755)
    const opened = openBrowser(address, program)
    expect(opened.started).toBe(true)
    while (!existsSync(seen)) await new Promise((resolve) => setTimeout(resolve, 10))
    const [file = '', mode, ...page] = readFileSync(seen, 'utf8').split('\n')
    expect(file).not.toContain('secret')
    expect(mode).toBe('600')
    expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700)
    expect(page.join('\n')).toContain('url=http://127.0.0.1:1234/#code=secret-&#34;&#60;&#38;"')
    opened.forget()
    expect(existsSync(file)).toBe(false)
  })

  it('is left to the person where the machine has no browser', () => {
    expect(opener('linux', { PATH: folder })).toBeNull()
    expect(openBrowser(address, null).started).toBe(false)
    const fake = join(folder, 'xdg-open')
    writeFileSync(fake, '')
    expect(opener('linux', { PATH: folder })).toBe(fake)
  })
})

describe('fetching Electron’s program', () => {
  const words = wordsIn('en')
  const script = (text: string) => {
    const file = join(folder, 'fetch.cjs')
    writeFileSync(file, text)
    return file
  }

  it('gives up when no byte comes in time, and says so in one line', async () => {
    const said: string[] = []
    const silent = script('setInterval(() => {}, 1000)')
    expect(await fetchElectron({ words, say: (line) => said.push(line), script: silent, seconds: 0.5 })).toBeNull()
    expect(said).toHaveLength(2)
    expect(said[1]).toContain('no answer within 0.5 s')
  })

  it('says that there is no way to the network when the download fails', async () => {
    const said: string[] = []
    expect(await fetchElectron({ words, say: (line) => said.push(line), script: script('process.exit(1)') })).toBeNull()
    expect(said[1]).toContain('no way to the network')
  })

  it('goes on as long as bytes come, and tells a download that stopped from one that never began', async () => {
    const said: string[] = []
    const slow = script(`
      const fs = require('fs'), path = require('path')
      const file = path.join(process.env.TMPDIR, 'part')
      let parts = 0
      const timer = setInterval(() => { fs.appendFileSync(file, 'x'); if (++parts === 8) clearInterval(timer) }, 150)
      setInterval(() => {}, 1000)`)
    const started = performance.now()
    expect(await fetchElectron({ words, say: (line) => said.push(line), script: slow, seconds: 0.6 })).toBeNull()
    // Eight parts at 150 ms lie behind it: the silence is counted from the last of them.
    expect(performance.now() - started).toBeGreaterThan(8 * 150)
    expect(said.at(-1)).toContain('the download stopped')
  })

  it('leaves nothing behind in the temporary folder', async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('kansli-electron-'))
    await fetchElectron({ words, say: () => undefined, script: script('process.exit(1)') })
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('kansli-electron-'))).toEqual(before)
  })
})

describe('npm start', () => {
  const page = join(root, 'dist/renderer/index.html')

  it('refuses an unknown option and a file that is not there', async () => {
    expect((await run([launcher('start.mjs'), '--frob'])).code).toBe(2)
    const { code, output } = await run([launcher('start.mjs'), 'gone.kansli'], { INIT_CWD: folder })
    expect(code).toBe(1)
    expect(output).toContain(join(folder, 'gone.kansli'))
  })

  it.skipIf(process.platform === 'win32')('serves until Ctrl+C, and leaves no process behind', async (context) => {
    if (!existsSync(page)) context.skip('the page is not built: npm start or npm run build builds it')
    mkdirSync(join(folder, 'data'))
    const child = spawn(process.execPath, [launcher('start.mjs'), '--no-open'], {
      env: { ...process.env, KANSLI_DATA: join(folder, 'data'), LANG: 'en_GB.UTF-8', LC_ALL: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    let output = ''
    await new Promise<void>((resolve, reject) => {
      child.on('exit', () => reject(new Error(output)))
      child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString()
        if (/#code=/.test(output)) resolve()
      })
    })
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? ''
    expect((await fetch(address)).status).toBe(200)
    const ended = new Promise<number | null>((resolve) => {
      child.removeAllListeners('exit')
      child.on('exit', resolve)
    })
    const { pid } = child
    if (pid === undefined) throw new Error('not started')
    // To the whole group, as a terminal sends it.
    process.kill(-pid, 'SIGINT')
    expect(await ended).toBe(0)
    expect(output).toContain('Kansli has ended.')
    await expect(fetch(address)).rejects.toThrow()
    expect(() => process.kill(-pid, 0)).toThrow('ESRCH')
  })
})

describe('what was built', () => {
  const built = (name: string, stamp: string) => {
    const path = join(folder, name)
    mkdirSync(path)
    writeFileSync(join(path, '.stamp'), stamp)
    writeFileSync(join(path, 'page'), name)
    return path
  }

  it('takes the place of what came from other sources', () => {
    const page = built('page', 'old')
    putInPlace(built('beside', 'new'), page, 'new')
    expect(readFileSync(join(page, 'page'), 'utf8')).toBe('beside')
    expect(readdirSync(folder)).toEqual(['page'])
  })

  it('leaves what another start built from the same sources: it may be being read', () => {
    const page = built('page', 'new')
    putInPlace(built('beside', 'new'), page, 'new')
    expect(readFileSync(join(page, 'page'), 'utf8')).toBe('page')
  })

  it('is not called built where it cannot be put', () => {
    expect(() => putInPlace(join(folder, 'none'), join(folder, 'page'), 'new')).toThrow('ENOENT')
  })
})
