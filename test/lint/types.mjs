/** Checks the types of every layer with that layer's own library set. `node test/lint/types.mjs [layer…]` */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const config = JSON.parse(readFileSync(`${root}/tsconfig.json`, 'utf8'))
const wanted = process.argv.slice(2)
const layers = config.references
  .map((reference) => reference.path)
  .filter((path) => wanted.length === 0 || wanted.includes(path))

/** @param {string} layer */
function check(layer) {
  return new Promise((resolve) => {
    const compiler = spawn(
      process.execPath,
      [`${root}/node_modules/typescript/bin/tsc`, '-p', `${root}/${layer}`, '--noEmit', '--pretty', 'false'],
      { cwd: root },
    )
    let output = ''
    compiler.stdout.on('data', (chunk) => (output += chunk))
    compiler.stderr.on('data', (chunk) => (output += chunk))
    compiler.on('close', (code) => resolve({ layer, output, ok: code === 0 }))
  })
}

const failed = new Set()
const seen = new Set()
for (const layer of layers) {
  const result = await check(layer)
  if (result.ok) continue
  failed.add(layer)
  // A fault in a file that several layers read is said once.
  for (const line of result.output.split('\n')) {
    if (line !== '' && !seen.has(line)) console.log(line)
    seen.add(line)
  }
}
console.log(
  failed.size === 0 ? `types: ${layers.length} layers` : `types: faults when checking ${[...failed].join(', ')}`,
)
process.exitCode = failed.size === 0 ? 0 : 1
