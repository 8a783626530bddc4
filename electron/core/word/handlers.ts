/** Minutes out as Word, each document checked before it leaves. A draft always leaves: findings are warnings. */
import type { DocumentFinding } from '#contract/word.ts'
import { exportApproved, standingVersion } from '#core/approval/export.ts'
import type { HandlersOf } from '#core/context.ts'
import { showMeeting } from '#core/meetings/show.ts'
import { buildMinutes } from '#core/word/build.ts'
import { checkDocument } from '#core/word/check.ts'
import { saveDocument } from '#core/word/save.ts'
import { meetingFlags } from '#core/privacy/flags.ts'
import { getMeeting } from '#db/queries/meetings.ts'
import { readSettings } from '#db/queries/settings.ts'

/** What tells of somebody's health is said before it leaves. */
const telling = (flags: readonly { name: string; words: string }[]): DocumentFinding[] =>
  flags.map(({ name, words }) => ({ code: 'health-told', check: 14, where: `${name}, ${words}` }))

export const wordHandlers: Omit<HandlersOf<'word'>, 'word.extract'> = {
  'word.export': async (context, { meetingId }) => {
    const { view, office, flags } = context.read((db) => ({
      view: getMeeting(db, meetingId),
      office: readSettings(db).office ?? '',
      flags: meetingFlags(db, meetingId),
    }))
    const meeting = showMeeting(view)
    const approved = context.read((db) => standingVersion(db, meetingId))
    if (approved !== null) return exportApproved(context, meetingId, approved, telling(flags))
    const document = await buildMinutes(meeting, {
      language: view.head.language,
      office: meeting.sender ?? office,
      status: 'draft',
      approvedOn: null,
      numberStyle: view.items.some((item) => item.numberStyle === 'paragraph') ? 'paragraph' : 'plain',
      madeAt: context.ports.clock(),
    })
    const findings = [...checkDocument(document.bytes, meeting), ...telling(flags)]
    return saveDocument(context, { meetingId, document, findings, detail: 'docx' })
  },
  'word.check': async ({ ports }, { base64 }) => ({ findings: await ports.reader.open('document', { base64 }) }),
}
