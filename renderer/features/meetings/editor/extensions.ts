/** Extensions of the editor, one line each. The first gets a key first. */
import { completion } from '../complete/plugin.ts'
import { behindSentences } from '../people/behind.ts'
import { phrasePlaces } from '../phrases/plugin.ts'
import { spelling } from '../spelling/plugin.ts'
import { typography } from '../typography/plugin.ts'
import type { EditorExtension } from './api.ts'

export const extensions: readonly EditorExtension[] = [spelling, completion, phrasePlaces, typography, behindSentences]
