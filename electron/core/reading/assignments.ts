/** Who has been charged with what, for how much and until when. */
import type { FindingOf, Party } from '#contract/reading.ts'
import { charge, gift, government, readParties, roleIn } from './assignment-parties.ts'
import type { Add } from './assignment-parties.ts'
import { isLinkLine } from './annotate.ts'
import type { Passage, Sentence } from './passage.ts'
import { addBody, addOrganisation } from './context.ts'
import type { Context } from './context.ts'
import { findAmounts } from './money.ts'
import { isDatedPost } from './posts.ts'
import type { ThemeAt, ThemePlaces } from './themes.ts'
import { dueOf, issuedOf } from './assignment-days.ts'

const funding =
  /(?<![\p{L}])(?:satsar|satsning|avsätter|avsätts|tillförs|tilldelas|tilldelar|beviljar|beviljas|finansierar|finansieras|anslår|skjuter till|skjuts till|betala ut|investerar|får|erhåller|överenskommelse|receives?|received|bidrag|anslag|allocates?|awards?|awarded|invests?|grants?|granted|funds|funding|funded)(?![\p{L}])/iu

/** "Utredningen … ska lämna sitt betänkande": an inquiry with its day. */
const report =
  /(?<![\p{L}])ska (?:\p{L}+ ){0,2}(?:lämna|redovisa|överlämna|presentera) (?:sitt|ett) (?:slut|del)?betänkande/u

interface Block {
  title: string
  theme: ThemeAt | null
  passages: Passage[]
  /** Sentences to read when only some of the passage counts. */
  only: Sentence | null
  /** Heading that is a place of its own. */
  heading: Passage | null
}

export function readAssignments(context: Context, themes: ThemePlaces): void {
  const taken = new Set<number>()
  for (const block of headed(context, themes)) {
    for (const one of block.passages) taken.add(one.index)
    addBlock(context, block)
  }
  /** The last that somebody is charged with: "Uppdraget" in a later paragraph is that one. */
  let last: Added | null = null
  for (const passage of context.passages) {
    if (taken.has(passage.index) || passage.text.length < 40 || passage.kind === 'heading' || passage.aside) continue
    let done = -1
    passage.sentences.forEach((sentence, at) => {
      if (at <= done) return
      const before = passage.sentences[at - 1]
      if (at === 0 && goesOnWith.test(sentence.text) && continued(last, passage)) return
      const own = charges(passage, sentence)
      if (own) done = goingOn(passage, at)
      const to = own ? (passage.sentences[done]?.end ?? sentence.end) : sentence.end
      const from = own && before !== undefined && paidFor(passage, before, sentence) ? before.start : sentence.start
      const whole: Sentence = { start: from, end: to, text: passage.text.slice(from, to) }
      const only = own ? whole : before === undefined ? null : backed(passage, before, sentence)
      if (only === null) return
      const added = addBlock(context, {
        title: titleIn(from === sentence.start || !own ? sentence.text : (before?.text ?? '')),
        theme: themes.get(passage.index) ?? null,
        passages: [passage],
        only,
        heading: null,
      })
      if (added !== null && /uppdrag|utredning/u.test(added.finding.type)) last = added
    })
  }
}

/** A sentence of running text counts when it charges an organisation that it names. */
function charges(passage: Passage, sentence: Sentence): boolean {
  const inside = (one: { start: number; end: number }): boolean =>
    one.start >= sentence.start && one.end <= sentence.end
  const named =
    passage.organisations.some(inside) || passage.bodies.some((one) => inside(one) && one.type !== 'program')
  const [sum] = findAmounts(sentence.text)
  if (!named)
    return (
      (/(?<![\p{L}])särskild utredare(?![\p{L}])/iu.test(sentence.text) &&
        /ska|uppdrag|tillsätt|förordna/u.test(sentence.text)) ||
      (sum !== undefined && funding.test(sentence.text) && government.test(sentence.text))
    )
  if (report.test(sentence.text)) return true
  if (charge.test(sentence.text))
    return !/(?<![\p{L}])(?:har (?:som|till) uppdrag|uppdrag med relevans)(?![\p{L}])/u.test(sentence.text)
  const [amount] = findAmounts(sentence.text)
  return (
    (amount !== undefined && funding.test(sentence.text)) ||
    /(?<![\p{L}])(?:finansieras|funded|financed) (?:\p{L}+ )?(?:av|by)(?![\p{L}])/u.test(sentence.text)
  )
}

interface Added {
  finding: FindingOf<'assignment'>
  passage: Passage
}

/** "Uppdraget ska redovisas …" in a paragraph of its own: the day and the sum of what was told of just before. */
function continued(last: Added | null, passage: Passage): boolean {
  if (last === null || passage.index - last.passage.index > 2 || !/uppdrag|redovis|rapport/iu.test(passage.text))
    return false
  const [sentence] = passage.sentences
  if (sentence === undefined || charge.test(sentence.text.replace(/^\p{L}+/u, ''))) return false
  const { finding } = last
  finding.due ??= dueOf(sentence.text)
  if (finding.amounts.length === 0) finding.amounts = findAmounts(sentence.text).map(({ sek, text }) => ({ sek, text }))
  finding.text += `\n\n${sentence.text}`
  finding.places.push(passage.place(sentence.start, sentence.end))
  return true
}

const goesOnWith =
  /^(?:För (?:detta|uppdraget|uppdragen|arbetet|ändamålet|genomförandet)|Slutredovisning(?:en)?|Delredovisning(?:en)?|Slutrapport(?:en)?|Delrapport(?:en)?|Uppdraget|Uppdragen|Arbetet|Myndigheten|Myndigheterna|Redovisningen|Satsningen|Pengarna|Medlen|Utredaren|\p{Lu}\p{L}+ ska samordna|The (?:agency|agencies|assignment|task|work|funding|report|results?))(?![\p{L}])/u

/** The last sentence that goes on about the same charge: "Uppdraget ska redovisas senast …". */
function goingOn(passage: Passage, at: number): number {
  let last = at
  for (let index = at + 1; index <= at + 3; index += 1) {
    const next = passage.sentences[index]
    if (next === undefined || (index > at + 1 && last < index - 2)) break
    if (goesOnWith.test(next.text)) last = index
  }
  return last
}

/** A sum whose giver stands in the sentence before: "… stiftelses satsning på X. Satsningen … 3 miljoner kronor." */
function backed(passage: Passage, before: Sentence, sentence: Sentence): Sentence | null {
  if (
    !/^(?:Satsningen|Stödet|Anslaget|The (?:investment|grant|funding))(?![\p{L}])/u.test(sentence.text) ||
    findAmounts(sentence.text).length === 0
  )
    return null
  const giver = passage.organisations.some(
    (one) => one.start >= before.start && one.end <= before.end && gift.test(passage.text.slice(one.end, one.end + 30)),
  )
  return giver ? { start: before.start, end: sentence.end, text: passage.text.slice(before.start, sentence.end) } : null
}

/** "X ska etablera en databas. Regeringen avsätter 40 miljoner kronor.": the sum is for what X is to do. */
const paidFor = (passage: Passage, before: Sentence, sentence: Sentence): boolean =>
  /^(?:Regeringen|The Government) /u.test(sentence.text) &&
  findAmounts(sentence.text).length > 0 &&
  !charge.test(sentence.text) &&
  !passage.organisations.some((one) => one.start > sentence.start + 12 && one.end <= sentence.end) &&
  !charges(passage, before) &&
  passage.organisations.some(
    (one) =>
      one.start === before.start &&
      roleIn(before.text, { start: 0, end: one.end - one.start }, false, []) === 'charged',
  )

/** List entries with paragraphs of their own: measures under an aim, or news that charge somebody. */
function headed(context: Context, themes: ThemePlaces): Block[] {
  const blocks: Block[] = []
  for (const heading of context.passages) {
    if (heading.kind !== 'heading' || heading.heading === null) continue
    const theme = themes.get(heading.index) ?? null
    const passages = (context.under.get(heading) ?? []).filter(
      (one) => !one.aside && !isLinkLine(one.text) && !isDatedPost(one.text),
    )
    const text = passages.filter((one) => one.kind === 'text')
    if (text.length === 0) continue
    if (
      theme?.code?.includes('.') !== true &&
      !text.some((one) => one.sentences.some((sentence) => charges(one, sentence)))
    )
      continue
    blocks.push({
      title: heading.text,
      theme: theme?.code?.includes('.') === true ? theme : null,
      passages,
      only: null,
      heading,
    })
  }
  return blocks
}

const enough = 14

/** What is to be done: the words after "att", else the first of the sentence. */
function titleIn(text: string): string {
  const aim =
    /(?:uppdrag\p{L}*|uppdrar åt .{2,60}?|utredare|(?:commissioned|tasked|instructed|charged|mandated|asked)(?: [^.]{2,60}?)??)(?: \p{L}+){0,3}? (?:att|to) (?<what>.+)/iu.exec(
      text,
    )?.groups?.['what']
  const pay =
    /(?:satsar|avsätter|beviljar|investerar|tilldelar|tilldelas|allocates?|awards?|invests?)(?<what> .+)/iu.exec(text)
      ?.groups?.['what']
  const words = (aim ?? pay ?? text)
    .trim()
    .replace(/[.!?]$/u, '')
    .split(' ')
  if (words.length <= enough) return words.join(' ')
  const cut = words.slice(0, enough).join(' ')
  return cut.replace(/[,;:]$/u, '').replace(/ (?:och|för|av|i|på|med|till|som|att|om|and|for|of|in|with|to|the)$/u, '')
}

function typeOf(title: string, text: string, parties: readonly Party[]): FindingOf<'assignment'>['type'] {
  if (report.test(text)) return 'utredning'
  if (
    /(?<![\p{L}])(?:särskild utredare|utredare har|en utredare|tillsätter[^.]{0,40} utredning|tillkallar|kommittédirektiv|inquiry)(?![\p{L}])/iu.test(
      text,
    )
  )
    return 'utredning'
  if (/^utredning om/iu.test(title)) return 'utredning'
  if (parties.some((one) => one.role === 'charged' || one.role === 'coordinating')) return 'uppdrag'
  if (charge.test(text) && /^uppdrag/iu.test(title)) return 'uppdrag'
  if (
    /(?<![\p{L}])\p{L}*(?:satsning|satsar|satsat|finansier|tillskott|anslag)\p{L}*|(?<![\p{L}])(?:medel|bidrag|miljon\p{L}*|miljard\p{L}*|funding|grants?|invests?|invested|investment|förstärkning till)(?![\p{L}])/iu.test(
      `${title} ${text}`,
    )
  )
    return 'satsning'
  return 'insats'
}

function addBlock(context: Context, block: Block): Added | null {
  // "i uppdrag att …" with nothing behind it says of nothing that it is to be done.
  if (!/[\p{L}\p{N}]/u.test(block.title)) return null
  const parties: Party[] = []
  const add: Add = (kind, who, role) => {
    if (
      !parties.some(
        (one) =>
          one.who.name === who.name &&
          (one.role === role ||
            (one.role === 'issuer' && role === 'funder') ||
            (one.role === 'coordinating' && role === 'charged')),
      )
    )
      parties.push({ kind, who, role })
  }
  const sentences = block.passages.flatMap((passage) =>
    (block.only === null ? passage.sentences : sentencesWithin(passage, block.only)).map((sentence) => ({
      passage,
      sentence,
    })),
  )
  for (const { passage, sentence } of sentences) readParties(context, passage, sentence, add)
  if (block.heading !== null) {
    const { heading } = block
    const given: Add = (kind, who, role) =>
      role === 'recipient' || role === 'funder' ? add(kind, who, role) : undefined
    readParties(context, heading, { start: 0, end: heading.text.length, text: heading.text }, given)
  }
  const text = block.only === null ? block.passages.map((one) => one.text).join('\n\n') : block.only.text
  const coordinating = new Set(parties.filter((one) => one.role === 'coordinating').map((one) => one.who.name))
  const places = block.passages.map((passage) =>
    block.only === null ? passage.place() : passage.place(block.only.start, block.only.end),
  )
  const [place] = places
  const [passage] = block.passages
  if (place === undefined || passage === undefined) return null
  const finding: FindingOf<'assignment'> = {
    kind: 'assignment',
    title: block.title,
    type: 'insats',
    theme: block.theme === null ? null : { code: block.theme.code, title: block.theme.title },
    text,
    parties: parties.filter(
      (one) =>
        one.role !== 'charged' ||
        !coordinating.has(one.who.name) ||
        parties.every((other) => other.role !== 'coordinating' || other.who.name !== one.who.name),
    ),
    amounts: findAmounts(text).map(({ sek, text: words }) => ({ sek, text: words })),
    issued: null,
    due: null,
    places: [...(block.heading === null ? [] : [block.heading.place()]), ...places],
  }
  finding.type = typeOf(block.title, text, finding.parties)
  finding.due = dueOf(text)
  finding.issued = issuedOf(text)
  for (const { kind, who } of finding.parties) {
    if (kind === 'organisation') addOrganisation(context, who, place)
    if (kind === 'body') addBody(context, who, place)
  }
  return { finding: context.collector.add(finding), passage }
}

const sentencesWithin = (passage: Passage, whole: Sentence): Sentence[] =>
  passage.sentences.filter((one) => one.start >= whole.start && one.end <= whole.end)
