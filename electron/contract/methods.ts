/** Everything the application can do, by name. Each feature adds one line. */
import type { z } from 'zod'
import { actionMethods } from '#contract/actions.ts'
import { approvalMethods } from '#contract/approval.ts'
import { attendanceMethods } from '#contract/attendance.ts'
import { completeMethods } from '#contract/complete.ts'
import { attachmentMethods } from '#contract/attachments.ts'
import { invitationMethods } from '#contract/invitations.ts'
import { exchangeMethods } from '#contract/exchange.ts'
import { findMethods } from '#contract/find.ts'
import { identityMethods } from '#contract/identity.ts'
import { importMethods } from '#contract/imports.ts'
import { meetingMethods } from '#contract/meetings.ts'
import { networkMethods } from '#contract/network.ts'
import { noteMethods } from '#contract/notes.ts'
import { phraseMethods } from '#contract/phrases.ts'
import { privacyMethods } from '#contract/privacy.ts'
import { byHandMethods } from '#contract/by-hand.ts'
import { editMethods } from '#contract/register-edit.ts'
import { pageMethods } from '#contract/register-pages.ts'
import { registerMethods } from '#contract/register.ts'
import { reviewMethods } from '#contract/review.ts'
import { searchMethods } from '#contract/search.ts'
import { seriesMethods } from '#contract/series.ts'
import { sourceMethods } from '#contract/sources.ts'
import { spellingMethods } from '#contract/spelling.ts'
import { setAsideMethods } from '#contract/set-aside.ts'
import { textHistoryMethods } from '#contract/text-history.ts'
import { representationMethods } from '#contract/representation.ts'
import { wordMethods } from '#contract/word.ts'
import { historyMethods, settingsMethods, workspaceMethods } from '#contract/workspace.ts'

export const methods = {
  ...workspaceMethods,
  ...settingsMethods,
  ...historyMethods,
  ...meetingMethods,
  ...attendanceMethods,
  ...completeMethods,
  ...phraseMethods,
  ...findMethods,
  ...noteMethods,
  ...attachmentMethods,
  ...invitationMethods,
  ...spellingMethods,
  ...importMethods,
  ...exchangeMethods,
  ...registerMethods,
  ...privacyMethods,
  ...pageMethods,
  ...editMethods,
  ...byHandMethods,
  ...representationMethods,
  ...reviewMethods,
  ...identityMethods,
  ...networkMethods,
  ...searchMethods,
  ...seriesMethods,
  ...sourceMethods,
  ...wordMethods,
  ...approvalMethods,
  ...actionMethods,
  ...setAsideMethods,
  ...textHistoryMethods,
} as const

export type MethodName = keyof typeof methods
/** What a caller sends: defaults may be left out. */
export type Input<K extends MethodName> = z.input<(typeof methods)[K]['input']>
/** What a handler gets, after parsing. */
export type Parsed<K extends MethodName> = z.output<(typeof methods)[K]['input']>
export type Output<K extends MethodName> = z.output<(typeof methods)[K]['output']>
