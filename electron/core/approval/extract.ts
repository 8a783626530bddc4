/** One decision out of approved minutes (protokollsutdrag), as Word. */
import { decisionNumberOf } from '#contract/decision-number.ts'
import { KansliError } from '#contract/errors.ts'
import type { Parsed, Output } from '#contract/methods.ts'
import { all, get, type ReadableDb } from '#db/connection.ts'
import { decisionsInOrder, lastVersion, standingOf, versionContent } from '#db/queries/approval.ts'
import type { TaskContext } from '#core/context.ts'
import { sentencesOf } from '#core/import/sentences.ts'
import { clauses } from '#core/approval/numbers.ts'
import { readContent, type ApprovedContent } from '#core/approval/version.ts'
import { buildMinutes } from '#core/word/build.ts'
import { checkDocument } from '#core/word/check.ts'
import { leadsIn } from '#core/word/items.ts'
import { saveDocument } from '#core/word/save.ts'

type Found = { content: ApprovedContent; meetingId: string; number: string | null }

type Item = ApprovedContent['meeting']['items'][number]

type Block = Item['blocks'][number]
type Said = { paragraphId: string; text: string }

/**
 * Running text without the sentences that state decisions; null where nothing is left, or where the words of one are
 * not found. Marks on words follow the words that stay.
 */
function withoutSaid(block: Block, said: readonly Said[]): Block | null {
  const { text, spans } = block
  const places = said.map((one) => ({ from: text.indexOf(one.text), to: text.indexOf(one.text) + one.text.length }))
  if (places.some(({ from }) => from < 0)) return null
  const sentences = sentencesOf(text).map((one, at, all) => ({
    from: one.index,
    to: all[at + 1]?.index ?? text.length,
  }))
  const kept = sentences.filter((one) => !places.some(({ from, to }) => from < one.to && one.from < to))
  let left = ''
  const marks: NonNullable<Block['spans']> = []
  for (const { from, to } of kept) {
    const moved = left.length - from
    for (const span of spans ?? [])
      if (span.from >= from && span.to <= to) marks.push({ ...span, from: span.from + moved, to: span.to + moved })
    left += text.slice(from, to)
  }
  if (left.trim() === '') return null
  return { ...block, text: left.trimEnd(), ...(spans === undefined ? {} : { spans: marks }) }
}

/**
 * The item with its running text, and of its decisions the asked one alone: under the number of one decision no other
 * may stand. What only announces a decision that is left out goes with it. What is said within one paragraph is one
 * decision and stays whole; of a paragraph that states others, the other sentences stay.
 * @param order paragraphs of the item as they stand
 * @param said decisions of the item
 * @param asked those of them that are the asked one
 */
function withDecision(item: Item, order: readonly string[], said: readonly Said[], asked: readonly Said[]): Item {
  const wanted = new Set(asked.map(({ paragraphId }) => paragraphId))
  const others = Map.groupBy(
    said.filter(({ paragraphId }) => !wanted.has(paragraphId)),
    ({ paragraphId }) => paragraphId,
  )
  const shown = item.blocks.map((block, at) => {
    const id = order[at] ?? ''
    if (block.kind === 'decision') return wanted.has(id) ? block : null
    const theirs = others.get(id)
    return theirs === undefined ? block : withoutSaid(block, theirs)
  })
  const announces = (block: Block, at: number) =>
    (block.kind === 'paragraph' || block.kind === 'heading') && !wanted.has(order[at] ?? '') && leadsIn(block.text)
  const blocks = shown.flatMap((block, at) =>
    block === null || (shown[at + 1] === null && announces(block, at)) ? [] : [block],
  )
  return { ...item, blocks, decisions: item.decisions.filter((_, at) => asked.some((one) => one === said[at])) }
}

/** The item of the decision, alone, as it was approved. Locked rows stand in the order of what was approved. */
function itemOf(db: ReadableDb, decisionId: string): Found {
  const row = get<{ meetingId: string; itemId: string; position: number; number: number | null; date: string | null }>(
    db,
    `SELECT i.meeting_id AS meetingId, i.id AS itemId, d.number, m.date,
       (SELECT count(*) FROM agenda_item x WHERE x.meeting_id = i.meeting_id AND x.position < i.position) AS position
     FROM decision d JOIN agenda_item i ON i.id = d.item_id JOIN meeting m ON m.id = i.meeting_id WHERE d.id = ?`,
    [decisionId],
  )
  if (row === undefined) throw new KansliError('entity.not-found')
  const { state } = standingOf(db, row.meetingId)
  const version = lastVersion(db, row.meetingId)
  if ((state !== 'approved' && state !== 'archived') || version === 0) throw new KansliError('approval.not-approved')
  const content = readContent(versionContent(db, row.meetingId, version).content)
  const item = content.meeting.items[row.position]
  if (item === undefined) throw new KansliError('entity.not-found')
  const number = decisionNumberOf(row.number, row.date)
  const said = decisionsInOrder(db, row.meetingId).filter(({ itemId }) => itemId === row.itemId)
  const asked = clauses(said).find((group) => group.some(({ id }) => id === decisionId)) ?? []
  const order = all<{ id: string }>(db, 'SELECT id FROM paragraph WHERE item_id = ? ORDER BY position', [row.itemId])
  const alone = withDecision(
    item,
    order.map(({ id }) => id),
    said,
    asked,
  )
  return { content: { ...content, meeting: { ...content.meeting, items: [alone] } }, meetingId: row.meetingId, number }
}

export async function exportDecision(
  context: TaskContext,
  { decisionId }: Parsed<'word.extract'>,
): Promise<Output<'word.extract'>> {
  const { content, meetingId, number } = context.read((db) => itemOf(db, decisionId))
  const { meeting, office, language, numberStyle, approvedOn, intros, clocks = 'asWritten' } = content
  const document = await buildMinutes(meeting, {
    language,
    office,
    numberStyle,
    status: 'approved',
    approvedOn,
    madeAt: context.ports.clock(),
    freeIntros: intros === undefined,
    clocks,
    extract: { number },
  })
  // The list of participants is no part of an extract.
  const findings = checkDocument(document.bytes, { ...meeting, participants: [] })
  return saveDocument(context, { meetingId, document, findings, detail: 'docx extract' })
}
