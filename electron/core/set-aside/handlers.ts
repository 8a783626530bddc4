/** What waits for a choice, kept where a page that is gone cannot take it along. */
import { blockFields } from '#contract/blocks.ts'
import { KansliError } from '#contract/errors.ts'
import { get } from '#db/connection.ts'
import { dropAside, putAside, setAsideIn } from '#db/queries/set-aside.ts'
import type { HandlersOf } from '#core/context.ts'
import { alike } from '#core/text-history/mentions.ts'

export const setAsideHandlers: HandlersOf<'setAside'> = {
  'setAside.set': ({ db }, { meetingId, itemId, title, put, settled }) => {
    if (get(db, 'SELECT 1 FROM meeting WHERE id = ?', [meetingId]) === undefined)
      throw new KansliError('meeting.not-found')
    for (const { fields, ...block } of put)
      putAside(db, meetingId, { itemId, title, ...block, fields: fields === null ? null : JSON.stringify(fields) })
    for (const paragraphId of settled) dropAside(db, itemId, paragraphId)
    return {}
  },
  'setAside.list': ({ db }, { meetingId }) => ({
    texts: setAsideIn(db, meetingId).map(({ fields, ...row }) => ({
      ...row,
      fields: fields === null ? null : blockFields.parse(JSON.parse(fields)),
      spans: alike(db, row),
    })),
  }),
}
