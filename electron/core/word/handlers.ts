/** Minutes out as Word, each document checked before it leaves. A draft always leaves: findings are warnings. */
import type { HandlersOf } from '#core/context.ts'
import { showMeeting } from '#core/meetings/show.ts'
import { buildMinutes } from '#core/word/build.ts'
import { checkDocument } from '#core/word/check.ts'
import { getMeeting } from '#db/queries/meetings.ts'
import { readSettings } from '#db/queries/settings.ts'

export const wordHandlers: HandlersOf<'word'> = {
  'word.export': async (context, { meetingId }) => {
    const { view, office } = context.read((db) => ({
      view: getMeeting(db, meetingId),
      office: readSettings(db).office ?? '',
    }))
    const meeting = showMeeting(view)
    const document = await buildMinutes(meeting, {
      language: view.head.language,
      office: meeting.sender ?? office,
      status: 'draft',
      approvedOn: null,
      numberStyle: view.items.some((item) => item.numberStyle === 'paragraph') ? 'paragraph' : 'plain',
      madeAt: context.ports.clock(),
    })
    const findings = checkDocument(document.bytes, meeting)
    const saved = await context.ports.saveFile(document.fileName, document.bytes)
    return { saved, fileName: document.fileName, findings }
  },
  'word.check': (_context, { base64 }) => ({ findings: checkDocument(Buffer.from(base64, 'base64')) }),
}
