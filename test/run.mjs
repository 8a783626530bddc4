/** `npm test`: every check there is, each stage quiet unless it fails. */
import { guard } from '../electron/hosts/launch/guard.mjs'

guard()
const { runAll } = await import('./run/all.ts')
process.exitCode = await runAll(process.argv.slice(2))
