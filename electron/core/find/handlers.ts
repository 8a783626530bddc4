/** Text of several items at once. */
import { KansliError } from '#contract/errors.ts'
import type { Parsed } from '#contract/methods.ts'
import { get, revision, update, type WritableDb } from '#db/connection.ts'
import { meetingOfItem } from '#db/queries/meeting-edit.ts'
import type { HandlersOf } from '#core/context.ts'
import { saveText } from '#core/meetings/text.ts'

type Beside = NonNullable<Parsed<'texts.save'>['items'][number]['beside']>
type Stored = { title: string; prepared: string | null; proposal: string | null }

const none = (text: string) => (text.trim() === '' ? null : text)

/** What is to be said of heading, prepared text and proposal; other words stored than the writer saw stay. */
function saveBeside(db: WritableDb, id: string, { title, prepared, proposal }: Beside): void {
  const stored = get<Stored>(db, 'SELECT title, prepared, proposal FROM agenda_item WHERE id = ?', [id])
  const apart =
    (title !== undefined && title.base !== stored?.title) ||
    (prepared !== undefined && prepared.base !== (stored?.prepared ?? '')) ||
    (proposal !== undefined && proposal.base !== (stored?.proposal ?? ''))
  if (apart) throw new KansliError('text.conflict', { paragraph: id })
  update(db, 'agenda_item', id, {
    title: title?.text,
    prepared: prepared === undefined ? undefined : none(prepared.text),
    proposal: proposal === undefined ? undefined : none(proposal.text),
  })
}

export const findHandlers: HandlersOf<'texts'> = {
  'texts.save': (context, { meetingId, items }) => {
    for (const { beside, ...item } of items) {
      if (meetingOfItem(context.db, item.id) !== meetingId) throw new KansliError('item.not-found')
      saveText(context, item)
      if (beside !== undefined) saveBeside(context.db, item.id, beside)
    }
    return { version: revision(context.db) + 1, savedAt: context.ports.clock().toISOString() }
  },
}
