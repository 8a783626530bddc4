/** Summons and calendar entries of meetings. */
import { KansliError } from '#contract/errors.ts'
import { addressesOf, calendarOf, setCalendar } from '#db/queries/invitations.ts'
import { getMeeting } from '#db/queries/meetings.ts'
import { carriedTo } from '#db/queries/series.ts'
import { readSettings } from '#db/queries/settings.ts'
import { revision } from '#db/connection.ts'
import type { HandlersOf } from '#core/context.ts'
import { log } from '#core/privacy/log.ts'
import { checkDocument } from '#core/word/check.ts'
import { saveDocument } from '#core/word/save.ts'
import { slug } from '#core/word/file-name.ts'
import { buildSummons } from '#core/word/summons.ts'
import { documentTexts } from '#core/word/texts.ts'
import { readInvitations, takeInvitation } from './take.ts'
import { calendarText } from './write-calendar.ts'

/** Where the count of entries begins: later than any that a wrong memory of the last one would give. */
const countsFrom = Date.UTC(2024, 0, 1)

export const invitationHandlers: HandlersOf<'invitations'> = {
  'invitations.summons': async (context, { meetingId, list }) => {
    const { view, carried, office } = context.read((db) => ({
      view: getMeeting(db, meetingId),
      carried: carriedTo(db, meetingId),
      office: readSettings(db).office ?? '',
    }))
    const document = await buildSummons(view, { office, list, carried, madeAt: context.ports.clock() })
    const findings = checkDocument(document.bytes)
    return saveDocument(context, { meetingId, document, findings, detail: 'docx' })
  },
  'invitations.calendar': async (context, { meetingId, attendees }) => {
    const { view, known, people } = context.read((db) => ({
      view: getMeeting(db, meetingId),
      known: calendarOf(db, meetingId),
      people: attendees ? addressesOf(db, meetingId) : [],
    }))
    const { date, language, body, title } = view.head
    if (date?.length !== 10) throw new KansliError('calendar.no-date')
    const madeAt = context.ports.clock()
    const uid = known.uid ?? `${meetingId}@kansli`
    // Undo may put an older count back: the clock keeps the next one above all that were given out.
    const seconds = Math.floor((madeAt.getTime() - countsFrom) / 1000)
    const sequence = Math.min(2_147_483_647, Math.max((known.sequence ?? -1) + 1, seconds, 0))
    const text = calendarText(view, { uid, sequence, madeAt, attendees: people })
    const fileName = `${[slug(documentTexts(language).meetingFile), slug(body ?? title), date].filter((part) => part !== '').join('-')}.ics`
    const saved = await context.ports.saveFile(fileName, new TextEncoder().encode(text))
    if (saved !== null)
      context.keep((db) => {
        setCalendar(db, meetingId, uid, sequence)
        log(db, context.ports, { act: 'export', kind: 'meeting', subject: meetingId, detail: 'ics' })
      })
    return { saved, fileName, sequence }
  },
  'invitations.read': ({ db }, { base64 }) => ({ events: readInvitations(db, base64) }),
  'invitations.take': (context, input) => ({
    id: takeInvitation(context, input),
    version: revision(context.db) + 1,
  }),
}
