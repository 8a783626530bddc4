/** Plants a breach of every rule in a copy of the tree's shape, and sees each caught by the real table. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

type Breach = { rule: string; file: string; code: string; message?: string }

const fence = (file: string, specifier: string): Breach => ({
  rule: 'eslint(no-restricted-imports)',
  file,
  code: `import { x } from '${specifier}'\nexport const y = x\n`,
  message: 'fence:',
})

/** What each layer must not import. */
const imports: Breach[] = [
  ...[
    'better-sqlite3',
    'electron',
    'node:fs',
    'react',
    'kysely',
    'zodiac',
    '#core/app.ts',
    '#db/open.ts',
    '#hosts/words.ts',
    '#assets/a.json',
    '../core/app.ts',
  ].map((specifier) => fence('electron/contract/a.ts', specifier)),
  ...[
    'better-sqlite3',
    'electron',
    'react',
    'prosemirror-model',
    'node:fs',
    'node:fs/promises',
    'fs',
    'node:http',
    'node:https',
    'node:net',
    'node:child_process',
    'node:os',
    'node:timers',
    '#hosts/words.ts',
    '../hosts/words.ts',
    '../../db/open.ts',
    '../contract/envelope.ts',
    '../../renderer/a.ts',
  ].map((specifier) => fence('electron/core/a.ts', specifier)),
  {
    ...fence('electron/core/b.ts', 'node:crypto'),
    code: "import { randomUUID } from 'node:crypto'\nexport const y = randomUUID()\n",
  },
  ...[
    '#core/app.ts',
    '#hosts/words.ts',
    '#assets/a.json',
    'electron',
    'zod',
    'docx',
    'bindings',
    'node:http',
    'node:child_process',
    '../electron/core/app.ts',
  ].map((specifier) => fence('db/a.ts', specifier)),
  ...[
    '#core/app.ts',
    '#hosts/words.ts',
    '#db/open.ts',
    'electron',
    'better-sqlite3',
    'node:fs',
    'docx',
    'yauzl',
    '../electron/contract/envelope.ts',
    '../../assets/a.json',
    '../db/open.ts',
  ].map((specifier) => fence('renderer/a.ts', specifier)),
  ...[
    '#db/open.ts',
    '#core/context.ts',
    '#core/meetings/text.ts',
    'electron',
    'better-sqlite3',
    'node:http',
    '../../../db/open.ts',
    '../../core/app.ts',
  ].map((specifier) => fence('electron/hosts/cli/a.ts', specifier)),
  ...[
    '#db/open.ts',
    '#core/context.ts',
    '#core/ports/a.ts',
    'better-sqlite3',
    'node:http',
    '../loopback/server.ts',
    '../../core/app.ts',
  ].map((specifier) => fence('electron/hosts/desktop/a.ts', specifier)),
  ...['#db/open.ts', '#core/handlers.ts', 'electron', 'better-sqlite3', '../desktop/menu.ts'].map((specifier) =>
    fence('electron/hosts/loopback/a.ts', specifier),
  ),
  ...['node:fs', '#core/app.ts', '#hosts/words.ts', 'zod', 'react', '../hosts/words.ts', './a.ts', 'electron/main'].map(
    (specifier) => fence('electron/preload/a.ts', specifier),
  ),
]

/** What no file may hold. */
const constructs: Breach[] = [
  { rule: 'eslint(no-restricted-globals)', file: 'electron/contract/a.ts', code: 'export const y = process.pid\n' },
  { rule: 'eslint(no-restricted-globals)', file: 'electron/core/a.ts', code: 'export const y = () => fetch("x")\n' },
  { rule: 'eslint(no-restricted-globals)', file: 'electron/core/a.ts', code: 'export const y = process.pid\n' },
  { rule: 'eslint(no-restricted-globals)', file: 'renderer/a.ts', code: 'export const y = new WebSocket("x")\n' },
  {
    rule: 'eslint(no-restricted-globals)',
    file: 'renderer/a.ts',
    code: 'export const y = () => new EventSource("x")\n',
  },
  { rule: 'eslint(no-restricted-properties)', file: 'electron/core/a.ts', code: 'export const y = Date.now()\n' },
  { rule: 'eslint(no-restricted-properties)', file: 'electron/core/a.ts', code: 'export const y = Math.random()\n' },
  {
    rule: 'eslint(no-restricted-properties)',
    file: 'renderer/a.ts',
    code: 'export const y = (e: HTMLElement) => { e.innerHTML = "x" }\n',
  },
  {
    rule: 'eslint(no-restricted-properties)',
    file: 'renderer/a.ts',
    code: 'export const y = (e: HTMLElement) => e.insertAdjacentHTML("afterend", "x")\n',
  },
  {
    rule: 'eslint(no-restricted-properties)',
    file: 'renderer/a.ts',
    code: 'export const y = () => window.open("x")\n',
  },
  { rule: 'eslint(no-console)', file: 'electron/core/a.ts', code: 'console.log("x")\nexport const y = 1\n' },
  { rule: 'eslint(no-eval)', file: 'renderer/a.ts', code: 'export const y = eval("1")\n' },
  { rule: 'eslint(no-new-func)', file: 'renderer/a.ts', code: 'export const y = new Function("1")\n' },
  { rule: 'eslint(eqeqeq)', file: 'db/a.ts', code: 'export const y = (a: number) => a == 1\n' },
  { rule: 'eslint(no-var)', file: 'db/a.ts', code: 'export var y = 1\n' },
  { rule: 'eslint(prefer-const)', file: 'db/a.ts', code: 'let x = 1\nexport const y = x\n' },
  { rule: 'eslint(no-unused-vars)', file: 'db/a.ts', code: 'const x = 1\nexport const y = 2\n' },
  {
    rule: 'eslint(max-lines)',
    file: 'db/a.ts',
    code: Array.from({ length: 501 }, (_, at) => `export const y${at} = ${at}\n`).join(''),
  },
  { rule: 'import(no-default-export)', file: 'db/a.ts', code: 'export default 1\n' },
  {
    rule: 'eslint(no-implied-eval)',
    file: 'db/a.ts',
    code: "export const y = () => globalThis.setTimeout('x()', 1)\n",
  },
  {
    rule: 'promise(no-multiple-resolved)',
    file: 'db/a.ts',
    code: 'export const y = new Promise((resolve) => {\n  resolve(1)\n  resolve(2)\n})\n',
  },
  {
    rule: 'vitest(valid-expect)',
    file: 'test/unit/a.test.ts',
    code: "import { expect, it } from 'vitest'\n\nit('x', () => {\n  expect(1)\n})\n",
  },
  { rule: 'oxc(no-barrel-file)', file: 'db/a.ts', code: "export * from './b.ts'\n" },
  { rule: 'typescript(no-explicit-any)', file: 'db/a.ts', code: 'export const y = (a: any) => a\n' },
  {
    rule: 'typescript(no-non-null-assertion)',
    file: 'db/a.ts',
    code: 'export const y = (a: string | null) => a!.length\n',
  },
  {
    rule: 'typescript(consistent-type-imports)',
    file: 'db/a.ts',
    code: "import { T } from './b.ts'\nexport const y = (a: T) => a\n",
  },
  {
    rule: 'typescript(no-floating-promises)',
    file: 'db/a.ts',
    code: 'export function y() {\n  Promise.resolve(1)\n}\n',
  },
  {
    rule: 'typescript(no-misused-promises)',
    file: 'db/a.ts',
    code: 'export const y = [1].forEach(async () => Promise.resolve())\n',
  },
  { rule: 'typescript(await-thenable)', file: 'db/a.ts', code: 'export async function y() {\n  await 1\n}\n' },
  {
    rule: 'typescript(switch-exhaustiveness-check)',
    file: 'db/a.ts',
    code: "export function y(a: 'p' | 'q') {\n  switch (a) {\n    case 'p':\n      return 1\n  }\n  return 2\n}\n",
  },
  { rule: 'typescript(no-unsafe-assignment)', file: 'db/a.ts', code: 'export const y: number = JSON.parse("1")\n' },
  { rule: 'typescript(no-unsafe-argument)', file: 'db/a.ts', code: 'export const y = Math.abs(JSON.parse("1"))\n' },
  { rule: 'typescript(no-unsafe-call)', file: 'db/a.ts', code: 'export const y = () => void JSON.parse("1")()\n' },
  {
    rule: 'typescript(no-unsafe-member-access)',
    file: 'db/a.ts',
    code: 'export const y = () => void JSON.parse("1").a\n',
  },
  {
    rule: 'typescript(no-unsafe-return)',
    file: 'db/a.ts',
    code: 'export function y() {\n  return JSON.parse("1")\n}\n',
  },
  {
    rule: 'unicorn(prefer-node-protocol)',
    file: 'db/a.ts',
    code: "import { sep } from 'path'\nexport const y = sep\n",
  },
  {
    rule: 'react(no-danger)',
    file: 'renderer/a.tsx',
    code: 'export const Y = () => <p dangerouslySetInnerHTML={{ __html: "x" }} />\n',
  },
  {
    rule: 'react-hooks(rules-of-hooks)',
    file: 'renderer/a.tsx',
    code: "import { useState } from 'react'\nexport function Y({ on }: { on: boolean }) {\n  if (on) useState(1)\n  return <p />\n}\n",
  },
  {
    rule: 'react-hooks(exhaustive-deps)',
    file: 'renderer/a.tsx',
    code: "import { useEffect } from 'react'\nexport function Y({ on }: { on: boolean }) {\n  useEffect(() => {\n    document.title = String(on)\n  }, [])\n  return <p />\n}\n",
  },
  {
    rule: 'jsx-a11y(no-autofocus)',
    file: 'renderer/a.tsx',
    code: 'export const Y = () => <input autoFocus />\n',
  },
  { rule: 'jsx-a11y(alt-text)', file: 'renderer/a.tsx', code: 'export const Y = () => <img src="x" />\n' },
  {
    rule: 'vitest(no-focused-tests)',
    file: 'test/unit/a.test.ts',
    code: "import { it } from 'vitest'\nit.only('x', () => undefined)\n",
  },
]

/** The same shapes as they should be written. */
const sound: Record<string, string> = {
  'electron/contract/ok.ts':
    "import { z } from 'zod'\nimport { other } from '#contract/ok2.ts'\nexport const y = [z, other]\n",
  'electron/contract/ok2.ts': 'export const other = 1\n',
  'electron/core/deep/ok.ts':
    "import { createHash } from 'node:crypto'\nimport { other } from '#contract/ok2.ts'\nimport { near } from '../near.ts'\nexport const y = [createHash, other, near]\n",
  'electron/core/near.ts': 'export const near = (at: Date) => at.getTime()\n',
  'electron/core/app.ts': 'export const app = 1\n',
  'electron/core/ports.ts': 'export const ports = 1\n',
  'electron/core/openers.ts': 'export const openers = 1\n',
  'db/ok.ts':
    "import Database from 'better-sqlite3'\nimport { statSync } from 'node:fs'\nimport { other } from '#contract/ok2.ts'\nexport const y = [Database, statSync, other]\n",
  'renderer/ok.tsx':
    "import { useState } from 'react'\nimport { other } from '#contract/ok2.ts'\nexport function Ok() {\n  const [x] = useState(other)\n  return <p>{x}</p>\n}\n",
  'electron/hosts/cli/ok.ts':
    "import { app } from '#core/app.ts'\nimport { openers } from '#core/openers.ts'\nimport { ports } from '#core/ports.ts'\nimport { statSync } from 'node:fs'\nexport const y = [app, openers, ports, statSync]\n",
  'electron/hosts/desktop/ok.ts': "import { app } from 'electron'\nexport const y = app\n",
  'electron/hosts/loopback/ok.ts': "import { createServer } from 'node:http'\nexport const y = createServer\n",
  'electron/preload/ok.ts': "import { contextBridge } from 'electron'\nexport const y = contextBridge\n",
}

let copy: string

type Finding = { code: string; message: string; filename: string }

/** Lints the whole copy once. */
function lint(files: Record<string, string>): Finding[] {
  for (const [file, code] of Object.entries(files)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    writeFileSync(join(copy, file), code)
  }
  let output: string
  try {
    output = execFileSync(
      process.execPath,
      [
        join(root, 'node_modules/oxlint/bin/oxlint'),
        '--type-aware',
        '--format',
        'json',
        'electron',
        'db',
        'renderer',
        'test',
      ],
      {
        cwd: copy,
        encoding: 'utf8',
        maxBuffer: 50_000_000,
        env: { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}` },
      },
    )
  } catch (error) {
    // Findings make it end with 1; they are what is wanted.
    output = (error as { stdout: string }).stdout
  }
  // oxlint's own documented form.
  return (JSON.parse(output) as { diagnostics: Finding[] }).diagnostics
}

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'kansli-fences-'))
  for (const file of ['.oxlintrc.json', 'package.json', 'tsconfig.base.json'])
    cpSync(join(root, file), join(copy, file))
  for (const layer of [
    'electron/contract',
    'electron/core',
    'electron/hosts',
    'electron/preload',
    'db',
    'renderer',
    'test',
  ]) {
    mkdirSync(join(copy, layer), { recursive: true })
    cpSync(join(root, layer, 'tsconfig.json'), join(copy, layer, 'tsconfig.json'))
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir')
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

describe('the lint table', () => {
  it('lets sound files of every layer pass', () => {
    expect(lint(sound)).toEqual([])
  })

  it('catches a breach of every rule, each in the file that has it', () => {
    const all = [...imports, ...constructs]
    // Each breach has a file of its own, so that none hides behind another.
    const placed = all.map((breach, at) => ({
      ...breach,
      file: breach.file.replace(/([ab])((?:\.test)?\.tsx?)$/, `breach${at}$2`),
    }))
    const findings = lint({
      ...Object.fromEntries(placed.map(({ file, code }) => [file, code])),
      'db/b.ts': 'export type T = { a: number }\nexport const x = 1\n',
    })
    const missed = placed.filter(
      ({ rule, file, message }) =>
        !findings.some(
          (finding) =>
            finding.filename === file &&
            finding.code === rule &&
            finding.message.concat(JSON.stringify(finding)).includes(message ?? ''),
        ),
    )
    expect(missed.map(({ rule, file, code }) => `${rule} in ${file}: ${code}`)).toEqual([])
  })

  it('catches a cycle, also of types alone', () => {
    const findings = lint({
      'db/round1.ts': "import { b } from './round2.ts'\nexport const a = () => b\n",
      'db/round2.ts': "import { a } from './round1.ts'\nexport const b = () => a\n",
      'db/shape1.ts': "import type { B } from './shape2.ts'\nexport type A = { b: B | null }\n",
      'db/shape2.ts': "import type { A } from './shape1.ts'\nexport type B = { a: A | null }\n",
    })
    const found = findings.filter(({ code }) => code === 'import(no-cycle)').map(({ filename }) => filename)
    expect(found.toSorted()).toEqual(['db/round1.ts', 'db/round2.ts', 'db/shape1.ts', 'db/shape2.ts'])
  })

  it('plants a breach of every rule that the table names', () => {
    // The table is JSON; what it says of its rules is all that is read here.
    const table = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as {
      rules: Record<string, unknown>
      overrides: { rules: Record<string, unknown> }[]
    }
    const on = [table.rules, ...table.overrides.map(({ rules }) => rules)].flatMap((rules) =>
      Object.entries(rules)
        .filter(([, value]) => value !== 'off')
        .map(([name]) => name),
    )
    const planted = new Set(
      [...imports, ...constructs].map(({ rule }) =>
        rule.replace(/^(.+)\((.+)\)$/, '$1/$2').replace('react-hooks/', 'react/'),
      ),
    )
    const elsewhere = ['import/no-cycle']
    expect([...new Set(on)].filter((name) => !planted.has(name) && !elsewhere.includes(name))).toEqual([])
  })
})
