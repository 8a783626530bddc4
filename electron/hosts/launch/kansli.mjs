/** `npm run -s kansli -- …`: the application from a terminal. */
import { guard } from './guard.mjs'

guard()
const { main } = await import('../cli/main.ts')
process.exitCode = await main(process.argv.slice(2))
