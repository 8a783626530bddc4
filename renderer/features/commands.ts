/** Commands of features that work on every page, one line each. A page's own come with `usePageCommands`. */
import type { Command } from '../commands/registry.ts'
import { identityCommands } from './identity/commands.ts'
import { privacyCommands } from './privacy/commands.ts'
import { exchangeCommands } from './exchange/commands.ts'
import { registerCommands } from './register/commands.ts'
import { phraseCommands } from './settings/phrase-command.ts'
import { seriesCommands } from './series/commands.ts'
import { meetingCommands } from './start/new-meeting.ts'

export const featureCommands: readonly Command[] = [
  ...meetingCommands,
  ...seriesCommands,
  ...registerCommands,
  ...exchangeCommands,
  ...identityCommands,
  ...privacyCommands,
  ...phraseCommands,
]
