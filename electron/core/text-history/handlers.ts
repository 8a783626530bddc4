/** The text as it was, and back again. */
import { blockFields } from '#contract/blocks.ts'
import { KansliError } from '#contract/errors.ts'
import type { PastParagraph } from '#contract/text-history.ts'
import { revision, type ReadableDb } from '#db/connection.ts'
import { meetingOfItem } from '#db/queries/meeting-edit.ts'
import {
  keptState,
  presentOfItem,
  presentParagraph,
  versionsOfItem,
  versionsOfParagraph,
  type PresentRow,
  type VersionRow,
} from '#db/queries/text-history.ts'
import type { HandlersOf, WriteContext } from '#core/context.ts'
import { comparedWords } from '#core/approval/compare.ts'
import { saveText } from '#core/meetings/text.ts'
import { bringBack } from './beside.ts'
import { mentionsThen } from './mentions.ts'

const mostMoments = 500

/** The state that held just before `at`, of states oldest first; null when the paragraph was not there. */
function stateAt(
  versions: readonly VersionRow[],
  now: PresentRow | undefined,
  at: string,
): VersionRow | PresentRow | null {
  const state = versions.find(({ until }) => until >= at) ?? now ?? null
  const unborn = state !== null && state.createdAt !== null && state.createdAt >= at
  return unborn ? null : state
}

const fieldsOf = ({ fields }: PresentRow) => (fields === null ? null : blockFields.parse(JSON.parse(fields)))

function pastOf(
  then: VersionRow | PresentRow | null,
  now: PresentRow | undefined,
  paragraphId: string,
): PastParagraph | null {
  const shown = then ?? now
  if (shown === undefined) return null
  const { kind } = shown
  const fields = fieldsOf(shown)
  const versionId = then !== null && 'versionId' in then ? then.versionId : null
  const changed = then?.text !== now?.text || then?.kind !== now?.kind || then?.fields !== now?.fields
  const whole = (text: string, differs: boolean) => [{ text, differs }]
  if (then === null || now === undefined)
    return {
      paragraphId,
      versionId,
      kind,
      fields,
      was: then === null ? null : whole(then.text, true),
      now: now === undefined ? null : whole(now.text, true),
      changed,
    }
  const words =
    then.text === now.text
      ? { left: whole(then.text, false), right: whole(now.text, false) }
      : comparedWords(then.text, now.text)
  return { paragraphId, versionId, kind, fields, was: words.left, now: words.right, changed }
}

function itemHistory(db: ReadableDb, itemId: string, at: string | null) {
  meetingOfItem(db, itemId)
  const versions = versionsOfItem(db, itemId)
  const now = presentOfItem(db, itemId)
  const moments = [...new Set(versions.map(({ until }) => until))].toReversed().slice(0, mostMoments)
  const byParagraph = Map.groupBy(versions, ({ paragraphId }) => paragraphId)
  const present = new Map(now.map((row) => [row.paragraphId, row]))
  const found = [...new Set([...present.keys(), ...byParagraph.keys()])].flatMap((paragraphId) => {
    const row = present.get(paragraphId)
    const then = at === null ? (row ?? null) : stateAt(byParagraph.get(paragraphId) ?? [], row, at)
    const past = pastOf(then, row, paragraphId)
    // What neither stood there then nor stands there now is another moment's.
    if (past === null || (past.was === null && past.now === null)) return []
    return [{ past, position: then?.position ?? row?.position ?? 0 }]
  })
  return { moments, paragraphs: found.toSorted((a, b) => a.position - b.position).map(({ past }) => past) }
}

function restore(context: WriteContext, versionId: number, base: string | null) {
  const { db } = context
  const version = keptState(db, versionId)
  if (version === undefined) throw new KansliError('item.not-found')
  const { paragraphId, kind, text } = version
  const now = presentParagraph(db, paragraphId)
  const itemId = now?.itemId ?? version.itemId
  meetingOfItem(db, itemId)
  if ((now?.text ?? null) !== base) throw new KansliError('text.conflict', { paragraph: paragraphId })
  const order = presentOfItem(db, itemId).map((row) => row.paragraphId)
  if (now === undefined) order.splice(version.position, 0, paragraphId)
  const fields = fieldsOf(version)
  const beside = now?.text === text ? {} : { spans: mentionsThen(db, version) }
  saveText(context, {
    id: itemId,
    operations: [{ op: 'put', paragraphId, kind, text, base, fields, ...beside }],
    order,
  })
  bringBack(context, version, now)
  return { itemId, paragraphId, version: revision(db) + 1 }
}

export const textHistoryHandlers: HandlersOf<'paragraphs'> & Pick<HandlersOf<'items'>, 'items.history'> = {
  'paragraphs.history': ({ db }, { paragraphId }) => {
    const past = versionsOfParagraph(db, paragraphId).map(({ versionId, until, kind, text, removed }) => ({
      versionId,
      until,
      kind,
      text,
      removed: removed === 1,
    }))
    const now = presentParagraph(db, paragraphId)
    if (now === undefined && past.length === 0) throw new KansliError('item.not-found')
    const present =
      now === undefined ? [] : [{ versionId: null, until: null, kind: now.kind, text: now.text, removed: false }]
    return { versions: [...present, ...past.toReversed()] }
  },
  'items.history': ({ db }, { itemId, at }) => itemHistory(db, itemId, at),
  'paragraphs.restore': (context, { versionId, base }) => restore(context, versionId, base),
}
