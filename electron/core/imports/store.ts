/** One proposed meeting as rows. */
import type { ProposedItem, ProposedMeeting } from '#contract/proposal.ts'
import { insert } from '#db/connection.ts'
import type { WriteContext } from '#core/context.ts'
import { settleCharges } from '#core/meetings/charge.ts'
import { participantKeys } from '#core/imports/matches.ts'

/** Ids of the entities that the names of a proposal stand for; people by participantKeys. */
export type Links = {
  people: ReadonlyMap<string, string>
  organisations: ReadonlyMap<string, string>
  body: string | null
}

function storeItem({ db, ports }: WriteContext, meetingId: string, item: ProposedItem, position: number): string {
  const id = ports.newId()
  insert(db, 'agenda_item', {
    id,
    meeting_id: meetingId,
    position,
    number: item.number,
    number_style: item.numberStyle,
    title: item.title,
    dnr: item.dnr,
    line: item.line,
  })
  const blocks = item.blocks.map((block, index) => {
    const paragraphId = ports.newId()
    insert(db, 'paragraph', {
      id: paragraphId,
      item_id: id,
      position: index,
      kind: block.kind,
      text: block.text,
      fields: block.fields === undefined ? null : JSON.stringify(block.fields),
      line_from: block.lines[0],
      line_to: block.lines[1],
    })
    return paragraphId
  })
  const said = (one: { block: number; text: string; inline: boolean }, index: number) => {
    const paragraphId = blocks[one.block]
    if (paragraphId === undefined) throw new Error('a decision or action stands in no block')
    return {
      id: ports.newId(),
      item_id: id,
      paragraph_id: paragraphId,
      position: index,
      text: one.text,
      inline: one.inline ? 1 : 0,
    }
  }
  item.decisions.forEach((one, index) => insert(db, 'decision', said(one, index)))
  item.actions.forEach((one, index) => insert(db, 'action', { ...said(one, index), owner: one.owner, due: one.due }))
  return id
}

/** Stores everything a proposal says. `warnings` are the stored findings' ids, in their order. */
export function storeMeeting(
  context: WriteContext,
  sourceId: string,
  proposal: ProposedMeeting,
  links: Links,
): { id: string; warnings: string[] } {
  const { db, ports } = context
  const id = ports.newId()
  insert(db, 'meeting', {
    id,
    source_id: sourceId,
    source_from: proposal.lines[0],
    source_to: proposal.lines[1],
    body_id: links.body,
    kind: proposal.kind,
    language: proposal.language,
    title: proposal.title,
    sender: proposal.sender,
    date: proposal.date,
    start_time: proposal.start,
    end_time: proposal.end,
    place: proposal.place,
    form: proposal.form,
    dnr: proposal.dnr,
    next_date: proposal.nextMeeting?.date ?? null,
    next_basis: proposal.nextMeeting?.basis ?? null,
    next_line: proposal.nextMeeting?.line ?? null,
    created_at: ports.clock().toISOString(),
  })
  const items = proposal.items.map((item, position) => storeItem(context, id, item, position))
  proposal.officers.forEach((officer, position) =>
    insert(db, 'officer', {
      id: ports.newId(),
      meeting_id: id,
      role: officer.role,
      position,
      person_id: links.people.get(officer.name) ?? null,
      name: officer.name,
      line: officer.line,
    }),
  )
  const keys = participantKeys(proposal)
  proposal.participants.forEach((one, position) => {
    const personId = links.people.get(keys[position] ?? one.name)
    if (personId === undefined) throw new Error('a participant stands for nobody')
    insert(db, 'attendance', {
      id: ports.newId(),
      meeting_id: id,
      position,
      list_no: one.listNumber,
      list_group: one.group,
      person_id: personId,
      organisation_id: one.organisation === null ? null : (links.organisations.get(one.organisation) ?? null),
      name: one.name,
      as_written: one.asWritten,
      capacity: one.capacity,
      status: one.status,
      mode: one.mode,
      items: one.items,
      line: one.line,
    })
  })
  settleCharges(db, id)
  const warnings = proposal.findings.map((finding, position) => {
    const warningId = ports.newId()
    insert(db, 'warning', {
      id: warningId,
      meeting_id: id,
      position,
      code: finding.code,
      line: finding.line,
      quote: finding.quote,
      item_id: finding.item === null ? null : (items[finding.item] ?? null),
      name: finding.name,
      capacity: finding.capacity,
      organisation: finding.organisation,
      suggestion: finding.suggestion,
      // A name's stray punctuation is mended as it is read; the source's spelling is kept beside it.
      state: finding.code === 'name-repaired' ? 'accepted' : 'open',
    })
    return warningId
  })
  insert(db, 'import_report', { id, placements: JSON.stringify(proposal.placements) })
  return { id, warnings }
}
