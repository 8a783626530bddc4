/** A meeting's findings with their answers. What the reading of old minutes pointed out is joined to what a rule finds. */
import type { MeetingView, MeetingWarning } from '#contract/meetings.ts'
import type { WarningCode } from '#contract/minutes.ts'
import { reviewCode, type Proposal, type ReviewCode, type ReviewFinding } from '#contract/review.ts'
import { revision, type ReadableDb } from '#db/connection.ts'
import { getMeeting } from '#db/queries/meetings.ts'
import { answersAt, type Answer } from '#db/queries/review.ts'
import { sameName } from '#core/import/names.ts'
import { confirmation } from './confirm.ts'
import { knownFor } from './known.ts'
import { within, type Passage } from './passages.ts'
import { readKey, review, type Keyed } from './review.ts'

/** Rules that find anew what the reading pointed out. */
const covered: Partial<Record<WarningCode, ReviewCode>> = {
  'actor-not-listed': 'actor-not-listed',
  'page-number-in-text': 'page-number',
  'year-inferred': 'year-missing',
  'weekday-mismatch': 'weekday-mismatch',
}

const warningKey = (id: string) => `import|${id}|`

/** Whether a warning is about what a rule found. */
function isAbout(warning: MeetingWarning, found: Keyed): boolean {
  if (covered[warning.code] !== found.code) return false
  if (found.code === 'actor-not-listed') return warning.name !== null && sameName(warning.name, found.words)
  const { item, text } = found.passage ?? { item: { id: null }, text: '' }
  if (warning.itemId !== null && warning.itemId !== item.id) return false
  if (found.code === 'page-number') return text.includes(warning.quote) || warning.quote.includes(found.words)
  return warning.quote === found.words || found.words.includes(warning.quote) || warning.quote.includes(found.words)
}

export type Listed = {
  finding: ReviewFinding
  /** What the reading pointed out about the same words. */
  warningId: string | null
  /** Null for what is not found any more. */
  passage: Passage | null
}

const stateOfWarning = (warning: MeetingWarning | undefined) => warning?.state ?? 'open'

function sentenceOf({ passage, from, words }: Keyed): { sentence: string; at: number } {
  const sentence = passage?.sentences.find((one) => one.from <= from && from < one.to)
  return sentence === undefined || from + words.length > sentence.to
    ? { sentence: passage === null || words === '' ? words : passage.text, at: passage === null ? 0 : from }
    : { sentence: sentence.text, at: from - sentence.from }
}

function listed(found: Keyed, answer: Answer | undefined, warning: MeetingWarning | undefined): Listed {
  const { passage, from, to } = found
  const finding: ReviewFinding = {
    key: found.key,
    code: found.code,
    state: answer?.answer ?? stateOfWarning(warning),
    itemId: passage?.item.id ?? null,
    paragraphId: passage?.paragraph.id ?? null,
    attendanceId: found.attendanceId,
    from: passage === null || from === to ? null : from,
    to: passage === null || from === to ? null : to,
    words: found.words,
    quoted: passage !== null && from !== to && within(passage.quoted, from) && within(passage.quoted, to),
    ...sentenceOf(found),
    proposal: found.proposal,
    warning: null,
    put: answer?.put ?? null,
  }
  return { finding, warningId: warning?.id ?? null, passage }
}

const seen: Proposal = { kind: 'seen' }

/** What the reading pointed out and no rule covers, or what it did before and was settled. */
function ofWarning(view: MeetingView, warning: MeetingWarning): Listed {
  const row = view.attendance.find(({ line }) => line !== null && line === warning.line)
  const finding: ReviewFinding = {
    key: warningKey(warning.id),
    code: covered[warning.code] ?? 'import',
    state: warning.state,
    itemId: warning.itemId,
    paragraphId: null,
    attendanceId: row?.id ?? null,
    from: null,
    to: null,
    words: warning.quote,
    quoted: false,
    sentence: warning.quote,
    at: 0,
    proposal: seen,
    warning: covered[warning.code] === undefined ? warning.code : null,
    put: null,
  }
  return { finding, warningId: warning.id, passage: null }
}

/** Where words stand; -1 when they stand nowhere or more than once. */
function onlyPlace(text: string, words: string): number {
  const at = words === '' ? -1 : text.indexOf(words)
  return at >= 0 && text.indexOf(words, at + 1) < 0 ? at : -1
}

/** Whether a warning is about words that were answered and are not found any more. */
function wasAbout(warning: MeetingWarning, words: string): boolean {
  return warning.name === words || warning.quote.includes(words)
}

/** What was answered and is not found any more: the words are others now, or the person is in the list. */
function ofAnswer(view: MeetingView, answer: Answer, warnings: readonly MeetingWarning[]): Listed[] {
  const { code, place, words } = readKey(answer.key) ?? {}
  const known = reviewCode.safeParse(code)
  if (!known.success || words === undefined || place === undefined) return []
  const item = view.items.find(({ paragraphs }) => paragraphs.some(({ id }) => id === place))
  const row = view.attendance.find(({ id }) => id === place)
  if (item === undefined && row === undefined) return []
  const text = item?.paragraphs.find(({ id }) => id === place)?.text ?? ''
  const at = answer.put === null ? -1 : onlyPlace(text, answer.put)
  const finding: ReviewFinding = {
    key: answer.key,
    code: known.data,
    state: answer.answer,
    itemId: item?.id ?? null,
    paragraphId: item === undefined ? null : place,
    attendanceId: row?.id ?? null,
    from: at < 0 ? null : at,
    to: at < 0 ? null : at + (answer.put?.length ?? 0),
    words,
    quoted: false,
    sentence: words,
    at: 0,
    proposal: seen,
    warning: null,
    put: answer.put,
  }
  const warning = warnings.find((one) => covered[one.code] === known.data && wasAbout(one, words))
  return [{ finding, warningId: warning?.id ?? null, passage: null }]
}

/** A day that another text says whole is no guess any more. */
function confirmed(db: ReadableDb, view: MeetingView, one: Listed): Listed {
  const { proposal, sentence } = one.finding
  if (proposal.kind !== 'date') return one
  const confirmedBy = confirmation(db, view.source?.id ?? null, proposal.date, sentence)
  if (confirmedBy === null) return one
  return { ...one, finding: { ...one.finding, proposal: { ...proposal, basis: 'confirmed', confirmedBy } } }
}

/** In the order of the minutes; what belongs to the list of participants comes first. */
function inOrder(view: MeetingView, all: readonly Listed[]): Listed[] {
  const places = new Map(view.items.flatMap(({ paragraphs }) => paragraphs).map(({ id }, place) => [id, place]))
  const items = new Map(view.items.map(({ id }, place) => [id, place]))
  const rank = ({ finding: { itemId, paragraphId, from } }: Listed): [number, number, number] => [
    itemId === null ? -1 : (items.get(itemId) ?? -1),
    paragraphId === null ? -1 : (places.get(paragraphId) ?? -1),
    from ?? 0,
  ]
  const ranked = all.map((one) => ({ one, rank: rank(one) }))
  ranked.sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.rank[2] - b.rank[2])
  return ranked.map(({ one }) => one)
}

export function findings(db: ReadableDb, view: MeetingView): Listed[] {
  const found = review(view, knownFor(db, view.id))
  const answers = answersAt(db, view.id)
  const byKey = new Map(answers.map((answer) => [answer.key, answer]))
  const free = new Set(view.warnings)
  const now = found.map((one) => {
    const warning = [...free].find((candidate) => isAbout(candidate, one))
    if (warning !== undefined) free.delete(warning)
    return listed(one, byKey.get(one.key), warning)
  })
  // A warning that a rule covers and finds no more is answered by the text itself, unless somebody answered it.
  const rest = [...free].filter(({ code, state }) => covered[code] === undefined || state !== 'open')
  const keys = new Set(now.map(({ finding }) => finding.key))
  const gone = answers.filter(({ key }) => !keys.has(key)).flatMap((answer) => ofAnswer(view, answer, rest))
  const warnings = rest
    .filter((one) => covered[one.code] === undefined || !gone.some(({ finding }) => wasAbout(one, finding.words)))
    .map((warning) => ofWarning(view, warning))
  return inOrder(view, [...now.map((one) => confirmed(db, view, one)), ...gone, ...warnings])
}

/** The contract's shape. @throws KansliError meeting.not-found */
export function listFindings(db: ReadableDb, meetingId: string): { version: number; findings: ReviewFinding[] } {
  const view = getMeeting(db, meetingId)
  return { version: revision(db), findings: findings(db, view).map(({ finding }) => finding) }
}
