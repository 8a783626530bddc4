/** What formal minutes say under a heading of its own: motions, votes, dissent, recusals, pauses; and who presented what. */
import type { MeetingJson } from '#contract/minutes.ts'
import { fill } from './texts.ts'
import type { DocumentTexts } from './texts.ts'
import { addIntro, addParagraph, addTable, foreignWords, printed, printedLines } from './writer.ts'
import type { Writing } from './writer.ts'

type Block = MeetingJson['items'][number]['blocks'][number]
type Fields = NonNullable<Block['fields']>

const formal: ReadonlySet<Block['kind']> = new Set([
  'discussion',
  'presentation',
  'motion',
  'vote',
  'dissent',
  'recusal',
  'adjournment',
])

export function isFormal({ kind }: Block): boolean {
  return formal.has(kind)
}

const dissents = {
  reservation: ['reservation', 'reservations'],
  statement: ['statement', 'statements'],
  note: ['note', 'notes'],
} as const

/** What stands above a block of its kind, or above several. */
export function formalHeading(texts: DocumentTexts, { kind, fields }: Block, many: boolean): string {
  if (kind === 'discussion') {
    if (fields?.voice === 'plenary') return texts.plenary
    return fields?.group === undefined ? texts.discussion : fill(texts.discussionOf, { group: fields.group })
  }
  if (kind === 'presentation')
    return fields?.work === undefined ? texts.presentation : fill(texts.presentationOf, { work: fields.work })
  if (kind === 'motion') return many ? texts.motions : texts.motion
  if (kind === 'vote') return texts.vote
  if (kind === 'dissent') return texts[dissents[fields?.dissent ?? 'reservation'][many ? 1 : 0]]
  return kind === 'recusal' ? texts.recusal : texts.adjournment
}

const peopleLabel: Partial<Record<Block['kind'], keyof DocumentTexts>> = {
  presentation: 'presenters',
  motion: 'movers',
  dissent: 'dissenters',
  recusal: 'recused',
}

/** A run of blocks of one sort: one heading, then each block's words and what its fields say beyond them. */
export function addFormal(writing: Writing, blocks: readonly Block[]): void {
  const said = blocks.filter((block) => hasWords(block))
  const [first] = said
  if (first === undefined) return
  addParagraph(writing, printed(writing, formalHeading(writing.texts, first, said.length > 1)), { style: 'Heading3' })
  for (const block of said) {
    for (const line of printedLines(writing, block.text))
      addParagraph(writing, line, { foreign: foreignWords(writing, block) })
    addPeople(writing, block)
    if (block.kind === 'vote') addVote(writing, block)
    if (block.kind === 'adjournment') addPause(writing, block)
  }
}

/** A heading with nothing under it says nothing. */
function hasWords({ text, fields, people }: Block): boolean {
  const beside = Object.keys(fields ?? {}).some((name) => name !== 'voice' && name !== 'dissent' && name !== 'group')
  return text.trim() !== '' || beside || (people ?? []).length > 0
}

/** "Yrkar: Anna Ek." for those whom the words do not name already. */
function addPeople(writing: Writing, { kind, text, people = [] }: Block): void {
  const label = peopleLabel[kind]
  const names = people.filter(({ choice, name }) => choice === null && !text.includes(name)).map(({ name }) => name)
  if (label === undefined || names.length === 0) return
  addParagraph(writing, printed(writing, fill(writing.texts[label], { names: names.join(', ') })))
}

const methods = { acclamation: 'acclamation', hands: 'hands', 'roll-call': 'rollCall', secret: 'secret' } as const
const outcomes = { yes: 'outcomeYes', no: 'outcomeNo', tied: 'outcomeTied' } as const
const choices = ['yes', 'no', 'abstain'] as const

/** Ballots count themselves; without any the numbers that were given hold. Null where nobody counted. */
export function countsOf({
  fields,
  people = [],
}: Pick<Block, 'fields' | 'people'>): Record<'yes' | 'no' | 'abstain', number> | null {
  const ballots = people.filter(({ choice }) => choice !== null)
  if (ballots.length > 0) {
    const count = (choice: (typeof choices)[number]) => ballots.filter((one) => one.choice === choice).length
    return { yes: count('yes'), no: count('no'), abstain: count('abstain') }
  }
  if (fields?.yes === undefined && fields?.no === undefined && fields?.abstain === undefined) return null
  return { yes: fields.yes ?? 0, no: fields.no ?? 0, abstain: fields.abstain ?? 0 }
}

/** What the fields of a vote say, a sentence each. */
export function voteSentences(texts: DocumentTexts, block: Block): string[] {
  const fields: Fields = block.fields ?? {}
  const said: string[] = []
  if (fields.method !== undefined) said.push(fill(texts.voteMethod, { method: texts[methods[fields.method]] }))
  if (fields.order !== undefined) said.push(fill(texts.voteOrder, { order: fields.order }))
  const counts = countsOf(block)
  if (counts !== null) {
    const known = choices.filter((choice) => choice !== 'abstain' || counts.abstain > 0 || fields.abstain !== undefined)
    const parts = known.map((choice) => fill(texts[`count${choice}`], { count: String(counts[choice]) }))
    said.push(fill(texts.voteCounts, { counts: parts.join(', ') }))
  }
  if (fields.outcome !== undefined) said.push(fill(texts.voteOutcome, { outcome: texts[outcomes[fields.outcome]] }))
  return said
}

function addVote(writing: Writing, block: Block): void {
  for (const sentence of voteSentences(writing.texts, block))
    for (const line of printedLines(writing, sentence)) addParagraph(writing, line)
  addBallots(writing, block)
}

/** Who voted how, as a table that the sentence before it leads in. */
function addBallots(writing: Writing, { people = [] }: Block): void {
  const { texts } = writing
  const ballots = choices.flatMap((choice) => people.filter((one) => one.choice === choice))
  if (ballots.length === 0) return
  addIntro(writing, texts.ballotsIntro)
  addTable(writing, {
    caption: texts.ballotsCaption,
    description: texts.ballotsDescription,
    columns: [
      { title: texts.voter, width: 6070 },
      { title: texts.ballot, width: 3000 },
    ],
    rows: ballots.map(({ name, choice }) => [printed(writing, name), texts[`ballot${choice ?? 'abstain'}`]]),
  })
}

/** "Kl. 10.00–10.15." unless the words give both times. */
function addPause(writing: Writing, { text, fields }: Block): void {
  const missing = [fields?.from, fields?.to].filter(
    (time) => time !== undefined && !text.includes(time) && !text.includes(dotted(time)),
  )
  const sentence = missing.length === 0 ? null : pauseSentence(writing.texts, fields)
  if (sentence !== null) addParagraph(writing, printed(writing, sentence))
}

const dotted = (time: string) => time.replace(':', '.')

/** From when to when; null where neither is known. */
export function pauseSentence(texts: DocumentTexts, { from, to }: Fields = {}): string | null {
  if (from === undefined && to === undefined) return null
  const key = from === undefined ? 'pauseTo' : to === undefined ? 'pauseFrom' : 'pauseBoth'
  return fill(texts[key], { from: dotted(from ?? ''), to: dotted(to ?? '') })
}
