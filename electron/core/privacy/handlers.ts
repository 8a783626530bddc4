/** A person's rights over what the register holds. */
import { KansliError } from '#contract/errors.ts'
import type { Extract } from '#contract/privacy.ts'
import { get, insert, run, update, type ReadableDb, type WritableDb } from '#db/connection.ts'
import { accessedOn, auditLog, restrictedPeople } from '#db/queries/privacy.ts'
import { fallenPerson } from '#db/queries/fallen.ts'
import { attachmentRow, dropAttachments } from '#db/queries/attachments.ts'
import { withoutTriggers } from '#db/triggers.ts'
import { readSettings } from '#db/queries/settings.ts'
import type { HandlersOf, TaskContext } from '#core/context.ts'
import { keysOf } from '#core/meetings/entities.ts'
import { standingFor } from '#core/register/standing.ts'
import { letGo } from '#core/sources/let-fall.ts'
import { forgetMemory } from '#core/search/memory.ts'
import { documentFileName } from '#core/word/file-name.ts'
import { fill } from '#core/word/texts.ts'
import { alikeTo } from './alike.ts'
import { bearersOfName } from './bearers.ts'
import { erasePerson, planErasure, recordsIn, touchedRows, type ErasurePlan } from './erase.ts'
import { extractOf } from './extract.ts'
import { healthFlags, meetingFlags, registerFlags } from './flags.ts'
import { filesNaming } from './files.ts'
import { log } from './log.ts'
import { extractDocument, extractTexts } from './report.ts'
import { dueOn, rulesOf } from './retention.ts'
import { calledIn, formsOfSubject, subjectOf } from './subject.ts'

function assertPerson(db: WritableDb, id: string): string {
  const person = get<{ name: string }>(db, 'SELECT name FROM person WHERE id = ?', [id])
  if (person === undefined) throw new KansliError('entity.not-found')
  return person.name
}

/** The extract, with a line in the log: somebody has looked everything up. */
async function extracted(
  context: TaskContext,
  by: { id: string } | { name: string },
  act: 'access' | 'export',
): Promise<Extract> {
  const { ports } = context
  const { without, forms } = context.read((db) => {
    const of = 'id' in by ? { id: standingFor(db, 'person', by.id) } : by
    return { without: extractOf(db, of, ports.clock().toISOString()), forms: formsOfSubject(subjectOf(db, of)) }
  })
  const extract = { ...without, files: await filesNaming(context, forms, []) }
  context.keep((db) => log(db, ports, { act, kind: 'person', subject: extract.personId, detail: 'extract' }))
  return extract
}

const each = (ids: readonly string[]) => [...new Set(ids)]
function plansFor(db: ReadableDb, ids: readonly string[]): ErasurePlan[] {
  const called = calledIn(db)
  return ids.map((one) => planErasure(db, one, ids, called))
}

/** Words that a file of a meeting is asked for. */
const wordsOf = (plans: readonly ErasurePlan[]) => ({
  forms: each(plans.flatMap(({ subject }) => formsOfSubject(subject))),
  parts: each(plans.flatMap(({ parts }) => parts)),
})

/**
 * One after the other, each planned anew: the words that two share are the last one's own, and no name is cut in two.
 * Whoever fell with a text goes first, while those who stand still tell which words are theirs.
 */
function eraseEach(db: WritableDb, plans: readonly ErasurePlan[], erase: (plan: ErasurePlan) => void): void {
  const stands = ({ subject: { id } }: ErasurePlan) => get(db, 'SELECT 1 FROM person WHERE id = ?', [id]) !== undefined
  for (const plan of plans.toSorted((a, b) => Number(stands(a)) - Number(stands(b)))) {
    const { id } = plan.subject
    // What fell may have gone with the words of another.
    const isKnown = id !== null && (stands(plan) || fallenPerson(db, id) !== undefined)
    erase(isKnown ? planErasure(db, id) : plan)
  }
}

export const privacyHandlers: HandlersOf<'privacy'> & HandlersOf<'retention'> = {
  'privacy.extract': (context, by) => extracted(context, by, 'access'),
  'privacy.exportExtract': async (context, { subject, format, language }) => {
    const { ports } = context
    const extract = await extracted(context, subject, 'export')
    const words = extractTexts(language)
    const office = context.read((db) => readSettings(db).office ?? '')
    const bytes =
      format === 'json'
        ? new TextEncoder().encode(`${JSON.stringify(extract, null, 2)}\n`)
        : await extractDocument(extract, { language, office, madeAt: ports.clock() })
    const name = documentFileName({ kind: words.kind, body: extract.name, date: extract.madeAt.slice(0, 10) })
    return { saved: await ports.saveFile(name.replace(/\.docx$/u, `.${format}`), bytes) }
  },
  'privacy.rectify': ({ db, ports }, { id, name, oldWas }) => {
    const old = assertPerson(db, id)
    const keys = keysOf(name)
    run(db, `UPDATE person_name SET kind = ? WHERE person_id = ? AND text = ?`, [oldWas, id, old])
    const known = get(db, 'SELECT 1 FROM person_name WHERE person_id = ? AND text = ?', [id, name])
    if (known === undefined)
      insert(db, 'person_name', {
        id: ports.newId(),
        person_id: id,
        text: name,
        kind: 'official',
        match_key: keys.match,
        fold_key: keys.fold,
      })
    else run(db, `UPDATE person_name SET kind = 'official' WHERE person_id = ? AND text = ?`, [id, name])
    update(db, 'person', id, { name, sort_key: keys.sort })
    log(db, ports, { act: 'rectify', kind: 'person', subject: id, detail: oldWas })
    return {}
  },
  'privacy.restrict': ({ db, ports }, { id, restricted }) => {
    assertPerson(db, id)
    if (!restricted) letGo({ db, ports }, id)
    const status = restricted ? 'restricted' : 'active'
    run(db, `UPDATE person SET status = ? WHERE id = ? AND status <> 'pseudonymised'`, [status, id])
    log(db, ports, { act: restricted ? 'restrict' : 'unrestrict', kind: 'person', subject: id })
    return {}
  },
  'privacy.restricted': ({ db }) => ({ people: restrictedPeople(db) }),
  'privacy.bearers': ({ db }, { name }) => bearersOfName(db, name),
  'privacy.erasurePreview': async (context, { id, alsoPeople }) => {
    const ids = each([id, ...alsoPeople])
    const { plans, tables, alike } = context.read((db) => {
      const made = plansFor(db, ids)
      return { plans: made, tables: touchedRows(db, made), alike: alikeTo(db, ids) }
    })
    const { forms, parts } = wordsOf(plans)
    const names = each(plans.flatMap(({ subject }) => subject.names))
    return { names, parts, tables, records: recordsIn(plans), files: await filesNaming(context, forms, parts), alike }
  },
  'privacy.erase': async (context, { id, mode, reason, alsoPeople, alsoMeetings, alsoFiles, language }) => {
    const ids = each([id, ...alsoPeople])
    const { ports, workspace } = context
    const words = extractTexts(language)
    const code = ports.newId().slice(0, 4).toUpperCase()
    const replacement = mode === 'erase' ? words.erasedName : fill(words.pseudonym, { code })
    const { forms, parts } = wordsOf(context.read((db) => plansFor(db, ids)))
    const files = await filesNaming(context, forms, parts)
    const records = context.keep((db) => {
      for (const file of alsoFiles)
        if (attachmentRow(db, file) === undefined) throw new KansliError('attachment.not-found')
      const also = new Set(alsoMeetings)
      const plans = plansFor(db, ids)
      const kept = recordsIn(plans).filter(({ meetingId }) => !also.has(meetingId))
      const stay = new Set(kept.map(({ meetingId }) => meetingId))
      eraseEach(db, plans, (plan) => erasePerson(db, plan, stay, replacement, ports.sha256))
      withoutTriggers(db, () => dropAttachments(db, alsoFiles))
      const act = mode === 'erase' ? 'erase' : 'pseudonymise'
      for (const subject of ids) log(db, ports, { act, kind: 'person', subject, detail: `${reason} ${kept.length}` })
      return kept
    })
    // The words of the index are made from what is left, and the file is written anew.
    forgetMemory(workspace.db)
    workspace.finishErasure()
    context.emit({ type: 'workspace' })
    return { replacement, records, files: files.filter((file) => !alsoFiles.includes(file.id)) }
  },
  'privacy.flags': ({ db }, { scope, meetingId }) => {
    if (scope === 'meeting') return { flags: meetingId === undefined ? [] : meetingFlags(db, meetingId) }
    return { flags: scope === 'map' ? healthFlags(db) : registerFlags(db) }
  },
  'privacy.noteAccess': (context, { id }) => {
    const { ports } = context
    const now = ports.clock().toISOString()
    context.keep((db) => {
      // Also of whoever fell with a text.
      subjectOf(db, { id })
      if (!accessedOn(db, id, now.slice(0, 10)))
        log(db, ports, { act: 'access', kind: 'person', subject: id, detail: 'page' })
    })
    return {}
  },
  'privacy.log': ({ db }, { id, limit }) => auditLog(db, id ?? null, limit),
  'retention.rules': ({ db }) => ({ rules: rulesOf(db) }),
  'retention.setRule': ({ db, ports }, { kind, months }) => {
    run(db, 'DELETE FROM retention_rule WHERE kind = ?', [kind])
    if (months !== null) insert(db, 'retention_rule', { id: ports.newId(), kind, months })
    return {}
  },
  'retention.due': ({ db }, { on }) => ({ due: dueOn(db, on) }),
  'retention.keep': ({ db, ports }, { kind, id, until }) => {
    run(db, 'DELETE FROM retention_keep WHERE kind = ? AND subject_id = ?', [kind, id])
    insert(db, 'retention_keep', { id: ports.newId(), kind, subject_id: id, until })
    if (kind === 'person-idle') update(db, 'person', id, { review_on: until })
    log(db, ports, { act: 'review', kind, subject: id, detail: 'kept' })
    return {}
  },
  'retention.remove': ({ db, ports }, { kind, id }) => {
    const table = { assessment: 'assessment', interaction: 'interaction', contact: 'contact_point' }[kind]
    if (run(db, `DELETE FROM ${table} WHERE id = ?`, [id]) === 0) throw new KansliError('entity.not-found')
    log(db, ports, { act: 'review', kind, subject: id, detail: 'removed' })
    return {}
  },
}
