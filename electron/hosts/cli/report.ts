/** The report of an import, in sentences: what was recognised where, what to look at, what found no place. */
import type { ImportPreview, Match } from '#contract/imports.ts'
import type { Finding, ProposedMeeting, ProposedParticipant } from '#contract/proposal.ts'
import type { Words } from '../words.ts'

/** A person's line: everything the text says, in its own words. */
function participantLine({ t }: Words, one: ProposedParticipant): string {
  const state = one.status === 'absent' || one.status === 'excused' ? t(`show.${one.status}`) : null
  const mode = one.mode === 'remote' || one.mode === 'phone' ? t(`show.${one.mode}`) : null
  const rest = [one.capacity, one.organisation, one.items === null ? null : `§ ${one.items}`, mode, state]
    .filter((part) => part !== null)
    .map((part) => `, ${part}`)
    .join('')
  return t('import.participant', { number: one.listNumber === null ? '–' : `${one.listNumber}.`, name: one.name, rest })
}

function* findingLines({ t }: Words, finding: Finding): Generator<string> {
  const text = t(`warning.${finding.code}`, { name: finding.name ?? '' })
  const { line, quote, suggestion } = finding
  yield line === null ? t('import.findingNoLine', { text, quote }) : t('import.finding', { text, line, quote })
  if (suggestion !== null) yield t('import.offer', { suggestion })
}

function* matchLines({ t }: Words, matches: readonly Match[], link: boolean): Generator<string> {
  for (const { name, verdict, candidates } of matches) {
    const [first] = candidates
    if (first === undefined || verdict === 'none') continue
    const known = first.detail === null ? first.name : `${first.name} (${first.detail})`
    yield t(verdict === 'exact' && link ? 'import.linked' : 'import.near', { name, known })
  }
}

function* headLines(words: Words, meeting: ProposedMeeting): Generator<string> {
  const { t } = words
  const officers = (role: 'chair' | 'secretary' | 'adjuster') => {
    const names = meeting.officers.filter((one) => one.role === role).map((one) => one.name)
    return names.length === 0 ? null : names.join(', ')
  }
  const time = meeting.start === null ? null : [meeting.start, meeting.end].filter(Boolean).join('–')
  const next = meeting.nextMeeting
  const rows: [string, string | null][] = [
    [t('import.kind'), t(`kind.${meeting.kind}`)],
    [t('import.body'), meeting.body],
    [t('import.sender'), meeting.sender],
    [t('import.date'), meeting.date],
    [t('import.time'), time],
    [t('import.place'), meeting.place],
    [t('import.form'), meeting.form === null ? null : t(`form.${meeting.form}`)],
    [t('import.dnr'), meeting.dnr],
    [t('import.chair'), officers('chair')],
    [t('import.secretary'), officers('secretary')],
    [t('import.adjuster'), officers('adjuster')],
    [t('import.next'), next === null ? null : `${next.date} (${t(`import.${next.basis}`)})`],
  ]
  for (const [what, value] of rows) yield t('import.head', { what, value: value ?? t('import.missing') })
}

function* meetingLines(
  words: Words,
  text: readonly string[],
  found: ImportPreview['meetings'][number],
  link: boolean,
): Generator<string> {
  const { t } = words
  const { proposal: meeting } = found
  yield ''
  yield t('import.meeting', { title: meeting.title })
  yield* headLines(words, meeting)
  yield meeting.items.length === 0 ? t('import.noItems') : t('import.items', { count: meeting.items.length })
  for (const item of meeting.items) {
    yield t('import.item', { number: item.number ?? '–', title: item.title })
    if (item.dnr !== null) yield `    ${t('import.head', { what: t('import.dnr'), value: item.dnr })}`
    if (item.decisions.length + item.actions.length > 0)
      yield t('import.decisions', { decisions: item.decisions.length, actions: item.actions.length })
  }
  const groups = new Set(meeting.participants.map((one) => one.group)).size
  yield groups === 0
    ? t('import.noParticipants')
    : t('import.participants', { count: meeting.participants.length, groups: t('import.groups', { count: groups }) })
  for (const one of meeting.participants) yield participantLine(words, one)
  if (meeting.findings.length > 0) yield t('import.findings', { count: meeting.findings.length })
  for (const finding of meeting.findings) yield* findingLines(words, finding)
  const matches = [
    ...matchLines(words, found.people, link),
    ...matchLines(words, found.organisations, true),
    ...matchLines(words, found.body === null ? [] : [found.body], true),
  ]
  if (matches.length > 0) yield t('import.matches')
  yield* matches
  const unplaced = meeting.placements.filter((one) => one.part === 'unplaced')
  yield unplaced.length === 0 ? t('import.allPlaced') : t('import.unplaced', { count: unplaced.length })
  for (const { line } of unplaced) yield t('import.unplacedLine', { line, text: text[line - 1] ?? '' })
}

/** @param link exact, unambiguous names are linked rather than kept apart */
export function* reportLines(words: Words, name: string, preview: ImportPreview, link: boolean): Generator<string> {
  const { t } = words
  const text = preview.text.split('\n')
  yield t('import.read', { name, lines: text.length, encoding: preview.encoding })
  if (preview.replaced > 0) yield t('import.replaced', { count: preview.replaced })
  for (const found of preview.meetings) yield* meetingLines(words, text, found, link)
  yield ''
  if (!link) yield t('import.asIs')
}
