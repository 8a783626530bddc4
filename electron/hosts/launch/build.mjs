/** `npm run build`: the page and the desktop program under dist/. */
import { guard } from './guard.mjs'

guard()
const { buildAll } = await import('./build.ts')
await buildAll()
