/** Every method's handler: one line a feature. */
import type { MethodName, Parsed } from '#contract/methods.ts'
import type { Handlers, Opened } from '#core/context.ts'
import { actionHandlers } from '#core/actions/handlers.ts'
import { approvalHandlers } from '#core/approval/handlers.ts'
import { attendanceHandlers } from '#core/attendance/handlers.ts'
import { completeHandlers } from '#core/complete/handlers.ts'
import { attachmentHandlers } from '#core/attachments/handlers.ts'
import { exchangeHandlers } from '#core/exchange/handlers.ts'
import { openContacts } from '#core/exchange/open.ts'
import { findHandlers } from '#core/find/handlers.ts'
import { identityHandlers } from '#core/identity/handlers.ts'
import { importHandlers } from '#core/imports/handlers.ts'
import { invitationHandlers } from '#core/invitations/handlers.ts'
import { meetingHandlers } from '#core/meetings/handlers.ts'
import type { Ports } from '#core/ports.ts'
import { networkHandlers } from '#core/network/handlers.ts'
import { noteHandlers } from '#core/notes/handlers.ts'
import { phraseHandlers } from '#core/phrases/handlers.ts'
import { privacyHandlers } from '#core/privacy/handlers.ts'
import { factHandlers } from '#core/register/edit.ts'
import { byHandHandlers } from '#core/register/by-hand.ts'
import { entryHandlers } from '#core/register/entries.ts'
import { partHandlers } from '#core/register/parts.ts'
import { registerHandlers } from '#core/register/handlers.ts'
import { reviewHandlers } from '#core/review/handlers.ts'
import { searchHandlers } from '#core/search/handlers.ts'
import { seriesHandlers } from '#core/series/handlers.ts'
import { sourceHandlers } from '#core/sources/handlers.ts'
import { spellingHandlers } from '#core/spelling/handlers.ts'
import { representationHandlers } from '#core/register/representation.ts'
import { setAsideHandlers } from '#core/set-aside/handlers.ts'
import { textHistoryHandlers } from '#core/text-history/handlers.ts'
import { wordHandlers } from '#core/word/handlers.ts'
import { historyHandlers, settingsHandlers, workspaceHandlers } from '#core/workspace/handlers.ts'

/** Writes that work on a file from outside, and how it is opened before their transaction begins. */
export const openedFirst: { [K in MethodName]?: (ports: Ports, input: Parsed<K>) => Promise<Opened> } = {
  'contacts.commit': async (ports, input) => ({ contacts: await openContacts(ports, input) }),
}

export const handlers: Handlers = {
  ...workspaceHandlers,
  ...settingsHandlers,
  ...historyHandlers,
  ...meetingHandlers,
  ...attendanceHandlers,
  ...completeHandlers,
  ...phraseHandlers,
  ...findHandlers,
  ...noteHandlers,
  ...attachmentHandlers,
  ...invitationHandlers,
  ...spellingHandlers,
  ...importHandlers,
  ...exchangeHandlers,
  ...registerHandlers,
  ...privacyHandlers,
  ...representationHandlers,
  ...reviewHandlers,
  ...identityHandlers,
  ...factHandlers,
  ...entryHandlers,
  ...byHandHandlers,
  ...partHandlers,
  ...networkHandlers,
  ...searchHandlers,
  ...seriesHandlers,
  ...sourceHandlers,
  ...wordHandlers,
  ...approvalHandlers,
  ...actionHandlers,
  ...setAsideHandlers,
  ...textHistoryHandlers,
}
