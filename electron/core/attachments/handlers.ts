/** Files that belong to meetings. */
import { mostBytes, mostMeetingBytes } from '#contract/attachment-limits.ts'
import { KansliError } from '#contract/errors.ts'
import type { Parsed } from '#contract/methods.ts'
import { insert, revision, update, type ReadableDb } from '#db/connection.ts'
import {
  attachedBytes,
  attachmentRow,
  attachmentsOf,
  removeAttachment,
  storeBytes,
  storedBytes,
  writeAttachmentOrder,
  type AttachmentRow,
} from '#db/queries/attachments.ts'
import { assertMeeting, meetingOfItem, placed } from '#db/queries/meeting-edit.ts'
import type { HandlersOf, WriteContext } from '#core/context.ts'
import { safeFileName, titleOf } from './file-names.ts'

const changed = ({ db }: WriteContext) => ({ version: revision(db) + 1 })
const megabytes = (bytes: number) => Math.round(bytes / 1_000_000)

function rowFor(db: ReadableDb, id: string): AttachmentRow {
  const row = attachmentRow(db, id)
  if (row === undefined) throw new KansliError('attachment.not-found')
  return row
}

/** An item of this very meeting. @throws KansliError item.not-found */
function assertItem(db: ReadableDb, meetingId: string, itemId: string | null | undefined): void {
  if (typeof itemId === 'string' && meetingOfItem(db, itemId) !== meetingId) throw new KansliError('item.not-found')
}

function decoded(base64: string): Buffer {
  if (!/^[\w+/-]*={0,2}$/u.test(base64))
    throw new KansliError('call.bad-input', { method: 'attachments.add', where: 'base64' })
  return Buffer.from(base64, 'base64')
}

function add(context: WriteContext, input: Parsed<'attachments.add'>): string {
  const { db, ports } = context
  const { meetingId, itemId } = input
  assertMeeting(db, meetingId)
  assertItem(db, meetingId, itemId)
  const file = safeFileName(input.fileName)
  const bytes = decoded(input.base64)
  if (bytes.length === 0) throw new KansliError('attachment.empty', { file })
  if (bytes.length > mostBytes) throw new KansliError('attachment.too-large', { file, limit: megabytes(mostBytes) })
  if (attachedBytes(db, meetingId) + bytes.length > mostMeetingBytes)
    throw new KansliError('attachment.too-many', { limit: megabytes(mostMeetingBytes) })
  const sha256 = ports.sha256(bytes)
  const id = ports.newId()
  storeBytes(db, sha256, bytes)
  insert(db, 'attachment', {
    id,
    meeting_id: meetingId,
    item_id: itemId,
    position: attachmentsOf(db, meetingId).length,
    title: input.title === undefined || input.title === '' ? titleOf(file) : input.title,
    file_name: file,
    size: bytes.length,
    sha256,
  })
  return id
}

export const attachmentHandlers: HandlersOf<'attachments'> = {
  'attachments.list': ({ db }, { meetingId }) => {
    assertMeeting(db, meetingId)
    return { attachments: attachmentsOf(db, meetingId) }
  },
  'attachments.add': (context, input) => ({ id: add(context, input), ...changed(context) }),
  'attachments.set': (context, { id, title, itemId }) => {
    const { meetingId } = rowFor(context.db, id)
    assertItem(context.db, meetingId, itemId)
    update(context.db, 'attachment', id, { title, item_id: itemId })
    return changed(context)
  },
  'attachments.move': (context, { id, after }) => {
    const { db } = context
    const { meetingId } = rowFor(db, id)
    const ids = attachmentsOf(db, meetingId).map((one) => one.id)
    if (after !== null && !ids.includes(after)) throw new KansliError('attachment.not-found')
    writeAttachmentOrder(db, placed(ids, id, after))
    return changed(context)
  },
  'attachments.remove': (context, { id }) => {
    const { db } = context
    const { meetingId } = rowFor(db, id)
    removeAttachment(db, id)
    writeAttachmentOrder(
      db,
      attachmentsOf(db, meetingId).map((one) => one.id),
    )
    return changed(context)
  },
  'attachments.save': async (context, { id }) => {
    const { fileName, bytes } = context.read((db) => {
      const row = rowFor(db, id)
      return { fileName: row.fileName, bytes: storedBytes(db, row.sha256) }
    })
    if (bytes === null) throw new KansliError('attachment.not-found')
    return { saved: await context.ports.saveFile(fileName, bytes), fileName }
  },
}
