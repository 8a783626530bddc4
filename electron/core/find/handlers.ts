/** Text of several items at once. */
import { KansliError } from '#contract/errors.ts'
import { revision } from '#db/connection.ts'
import { meetingOfItem } from '#db/queries/meeting-edit.ts'
import type { HandlersOf } from '#core/context.ts'
import { saveText } from '#core/meetings/text.ts'

export const findHandlers: HandlersOf<'texts'> = {
  'texts.save': (context, { meetingId, items }) => {
    for (const item of items) {
      if (meetingOfItem(context.db, item.id) !== meetingId) throw new KansliError('item.not-found')
      saveText(context, item)
    }
    return { version: revision(context.db) + 1, savedAt: context.ports.clock().toISOString() }
  },
}
