/** `npm run bench`: rows of same-run ratios. `-- --json FILE` writes them, `-- --only NAME` runs some. */
import { guard } from '../../electron/hosts/launch/guard.mjs'

guard()
const { main } = await import('./main.ts')
process.exitCode = await main(process.argv.slice(2))
