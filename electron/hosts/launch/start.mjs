/** `npm start`: builds what it needs and opens the application. */
import { guard } from './guard.mjs'

guard()
const { start } = await import('./start.ts')
await start(process.argv.slice(2))
