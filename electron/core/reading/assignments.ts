/** Who has been charged with what, for how much and until when. */
import type { FindingOf, Named, Party, PartyRole } from '#contract/reading.ts'
import { isLinkLine } from './annotate.ts'
import type { Passage, Sentence } from './passage.ts'
import { addBody, addOrganisation, bodyName } from './context.ts'
import type { Context } from './context.ts'
import { findDays } from './days.ts'
import { findAmounts } from './money.ts'
import { namedOf } from './named.ts'
import { isDatedPost } from './posts.ts'
import type { ThemeAt, ThemePlaces } from './themes.ts'

const charge =
  /(?<![\p{L}])(?:i uppdrag|[Uu]ppdraget|gemensamt uppdrag|nytt uppdrag|uppdrar|uppdras|uppdragits|fått uppdrag|får uppdrag|ges uppdrag|särskild utredare|tillsätter (?:\p{L}+ )?en (?:\p{L}+ )?utredning|tillkallar|has been (?:commissioned|tasked|instructed|charged|mandated|asked) to|have been (?:commissioned|tasked|instructed|charged|mandated|asked) to|(?:is|are) (?:being )?(?:commissioned|tasked|instructed|charged) to|was (?:commissioned|tasked|instructed|charged) to|(?:commissions|tasks|instructs|commissioned|instructed|tasked) (?:the )?\p{Lu}[\p{L}-]*|has given \p{Lu}[^.]{2,60} the (?:task|assignment)|(?:task|assignment) of)(?![\p{L}-])/u
const funding =
  /(?<![\p{L}])(?:satsar|satsning|avsätter|avsätts|tillförs|tilldelas|tilldelar|beviljar|beviljas|finansierar|finansieras|anslår|skjuter till|skjuts till|betala ut|investerar|får|erhåller|receives?|received|bidrag|anslag|allocates?|awards?|awarded|invests?|grants?|granted|funds|funding|funded)(?![\p{L}])/iu

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
  for (const passage of context.passages) {
    if (taken.has(passage.index) || passage.text.length < 40 || passage.kind === 'heading' || passage.aside) continue
    let done = -1
    passage.sentences.forEach((sentence, at) => {
      if (at <= done) return
      const before = passage.sentences[at - 1]
      const own = charges(passage, sentence)
      if (own) done = goingOn(passage, at)
      const to = own ? (passage.sentences[done]?.end ?? sentence.end) : sentence.end
      const whole: Sentence = { start: sentence.start, end: to, text: passage.text.slice(sentence.start, to) }
      const only = own ? whole : before === undefined ? null : backed(passage, before, sentence)
      if (only !== null)
        addBlock(context, {
          title: titleIn(sentence.text),
          theme: themes.get(passage.index) ?? null,
          passages: [passage],
          only,
          heading: null,
        })
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
  if (charge.test(sentence.text))
    return !/(?<![\p{L}])(?:har (?:som|till) uppdrag|uppdrag med relevans)(?![\p{L}])/u.test(sentence.text)
  const [amount] = findAmounts(sentence.text)
  return (
    (amount !== undefined && funding.test(sentence.text)) ||
    /(?<![\p{L}])(?:finansieras|funded|financed) (?:\p{L}+ )?(?:av|by)(?![\p{L}])/u.test(sentence.text)
  )
}

const goesOnWith =
  /^(?:Uppdraget|Uppdragen|Arbetet|Myndigheten|Myndigheterna|Redovisningen|Satsningen|Pengarna|Medlen|Utredaren|\p{Lu}\p{L}+ ska samordna|The (?:agency|agencies|assignment|task|work|funding|report|results?))(?![\p{L}])/u

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

const gift =
  /^(?: (?:stora |nya |långsiktiga )?(?:satsning|stöd|anslag|donation|bidrag|investering)|[’']s (?:\p{L}+ )?(?:investment|grant|donation))/u

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

const government =
  /(?<![\p{L}])(?:Regeringen|regeringen|The Government|the Government|the government|The government)(?![\p{L}])/u

function addBlock(context: Context, block: Block): void {
  // "i uppdrag att …" with nothing behind it says of nothing that it is to be done.
  if (!/[\p{L}\p{N}]/u.test(block.title)) return
  const parties: Party[] = []
  const add = (kind: Party['kind'], who: Named, role: PartyRole): void => {
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
  if (place === undefined) return
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
  context.collector.add(finding)
}

const sentencesWithin = (passage: Passage, whole: Sentence): Sentence[] =>
  passage.sentences.filter((one) => one.start >= whole.start && one.end <= whole.end)

type Add = (kind: Party['kind'], who: Named, role: PartyRole) => void

/** What each organisation named in a sentence has to do with it. */
function readParties(context: Context, passage: Passage, sentence: Sentence, add: Add): void {
  const text = sentence.text
  const offset = sentence.start
  const inside = (one: { start: number; end: number }): boolean => one.start >= offset && one.end <= sentence.end
  const actors = [
    ...passage.organisations.filter(inside).map((one) => ({
      kind: 'organisation' as const,
      who: namedOf(one),
      start: one.start - offset,
      end: one.end - offset,
    })),
    ...passage.bodies
      .filter(inside)
      .filter((one) => one.type !== 'program')
      .map((one) => ({
        kind: 'body' as const,
        who: bodyName(context, one),
        start: one.start - offset,
        end: one.end - offset,
      })),
  ].toSorted((a, b) => a.start - b.start)
  const issuer = government.exec(text)
  const charged = charge.test(text) || /(?<![\p{L}])uppdrag(?![\p{L}])/u.test(text)
  if (issuer !== null && (charged || findAmounts(text).length > 0)) {
    const who = { name: /overnment/u.test(issuer[0]) ? 'The Government' : 'Regeringen', asWritten: issuer[0] }
    add('organisation', who, charged ? 'issuer' : 'funder')
  }
  for (const actor of actors) {
    const role = roleIn(
      text,
      actor,
      charged,
      actors.filter((one) => one !== actor),
    )
    if (role !== null) add(actor.kind, actor.who, role)
  }
}

interface Span {
  start: number
  end: number
}

const listing = /^(?:\s*(?:,|och|samt|and|&|respektive|tillsammans med)\s*)+$/u

/** True when only commas and "och" stand between an actor and the place, with others of a list between. */
function reaches(text: string, actor: Span, others: readonly Span[], at: number, forward: boolean): boolean {
  let edge = forward ? actor.end : actor.start
  for (let step = 0; step < 12; step += 1) {
    const gap = forward ? text.slice(edge, at) : text.slice(at, edge)
    if (/^\s*(?:\([^)]{1,20}\)\s*)?(?:\p{L}+\s+){0,2}$/u.test(gap) && gap.length < 40) return true
    const next = others.find((one) =>
      forward
        ? one.start >= edge && listing.test(text.slice(edge, one.start).replace(/\([^)]*\)/gu, ''))
        : one.end <= edge && listing.test(text.slice(one.end, edge).replace(/\([^)]*\)/gu, '')),
    )
    if (next === undefined) return false
    edge = forward ? next.end : next.start
  }
  return false
}

function roleIn(text: string, actor: Span, charged: boolean, others: readonly Span[]): PartyRole | null {
  const left = text.slice(Math.max(0, actor.start - 70), actor.start)
  const right = text.slice(actor.end, actor.end + 90)
  if (
    /^\s*(?:ska vara|är|får en|har en|blir|som får en|shall be|is) (?:den )?(?:samordna|coordinat|sammankallande)/u.test(
      right,
    ) ||
    /^[^.]{0,30}(?:får|har) en samordnande roll/u.test(right)
  )
    return 'coordinating'
  if (/(?:samordnas|koordineras|leds|coordinated|led) (?:av|by) (?:the )?$/u.test(left)) return 'coordinating'
  if (
    /(?:finansieras|finansierat|finansierad|funded|financed|bekostas)(?: \p{L}+){0,3} (?:av|by|via|genom) (?:the )?$|(?:stöd|finansiering|medel|anslag|support|funding|grants?) (?:från|via|from) (?:the )?$|(?<![\p{L}])via $/iu.test(
      left,
    )
  )
    return 'funder'
  if (
    /^(?: har| ger| gav| fortsätter att)? (?:finansierar|finansierade|beviljar|beviljade|beviljat|stödjer|stöder|satsar|avsätter|avsatte|investerar|beslutade [^.]{0,25}om (?:ytterligare )?finansiering|funds|awards|awarded|grants|invests|allocates|allocated|supports)(?![\p{L}])/u.test(
      right,
    )
  )
    return 'funder'
  if (
    /(?:kronor|kr|miljoner|miljarder|medel|bidrag|anslag|million|grant)(?: \p{L}+){0,3} (?:av|från|from) (?:the )?$/u.test(
      left,
    )
  )
    return 'funder'
  if (
    /(?:i samverkan med|i samarbete med|tillsammans med|i samråd med|i dialog med|in collaboration with|in cooperation with|together with|jointly with|in partnership with)(?: \p{Ll}[\p{L}-]*){0,3} (?:the )?$/iu.test(
      left,
    )
  ) {
    // "i uppdrag att tillsammans med X": a partner; the charged one stands elsewhere.
    return 'partner'
  }
  if (partnerList(text, actor, others)) return 'partner'
  if (
    /(?:betala ut|betalas ut|utbetalning|ge|tilldela|fördela|bevilja|utbetala)(?: [^.]{0,45}?)? till (?:\p{Ll}[\p{L}-]* ){0,2}(?:the )?$/u.test(
      left,
    ) ||
    /(?:kronor|konor|kr|miljoner|miljarder|million|SEK|medel|finansiering|bidrag|stöd|anslag|funding)(?: (?:per år|årligen|om året))? (?:till|to) (?:\p{Ll}[\p{L}-]* ){0,2}(?:the )?$/u.test(
      left,
    )
  )
    return 'recipient'
  if (
    /^ (?:tillförs|tilldelas|beviljas|får|erhåller|receives?|is awarded|was awarded|has been awarded|will receive)(?![\p{L}])(?! i uppdrag| uppdrag| en samordn)/u.test(
      right,
    ) &&
    /medel|kron|kr(?![\p{L}])|milj|anslag|SEK|grant|funding/u.test(right + text.slice(actor.end))
  )
    return 'recipient'
  if (/(?:gett|gav|ger|gett|givit) $/u.test(left) && /^[^.]{0,20}finansiering/u.test(right)) return 'recipient'
  if (/(?:finansiering|funding) (?:av|of) (?:the )?$/iu.test(left)) return 'recipient'
  if (gift.test(right) || /^s? (?:forsknings)?anslag(?![\p{L}])/u.test(right)) return 'funder'
  if (
    /(?:satsning|medel|anslag\p{L}*|resurser)(?: [^.,;]{0,60})? (?:vid|hos|at) $/u.test(left) &&
    /satsning|höjs|ökade medel|tillförs|increase/u.test(text)
  )
    return 'recipient'
  if (/(?:tillskott|förstärkning|ökade medel|satsning) (?:till|på|för) (?:\p{Ll}[\p{L}-]* ){0,1}$/iu.test(left))
    return 'recipient'
  if (
    /(?:rapporteras|redovisas|redovisa|reported|report|lämnas) [^.]{0,30}?(?:till|to) (?:the )?(?:[\p{L}]+ ?\()?$/u.test(
      left,
    )
  )
    return null
  if (
    /(?<![\p{L}])(?:överenskommelse\p{L}*|avtal\p{L}*|agreement)(?![\p{L}])/iu.test(text) &&
    /(?:har ingått|undertecknat|tecknat|slutit|överenskommelse\p{L}* (?:\p{L}+ ){0,4}med|avtal\p{L}* (?:\p{L}+ ){0,3}med|agreement (?:\p{L}+ ){0,3}with|signed)/iu.test(
      text,
    ) &&
    !/^ (?:bland annat )?ska/u.test(right)
  )
    return 'partner'
  if (!charged)
    return /^ (?:bland annat )?(?:ska|skall|arbetar|analyserar|shall|will) (?:också |även |bland annat |also )?(?:beskriva|analysera|undersöka|utreda|ta fram|göra|lämna|genomföra|kartlägga|redovisa|utveckla|stödja|samordna|develop|report|analyse|analyze|carry)/u.test(
      right,
    )
      ? 'charged'
      : null
  return isCharged(text, actor, others) ? 'charged' : null
}

/** A further name in a list that "i samverkan med" opens. */
function partnerList(text: string, actor: Span, others: readonly Span[]): boolean {
  const opens = [
    ...text.matchAll(
      /(?:i samverkan med|i samarbete med|tillsammans med|i samråd med|in collaboration with|in cooperation with|together with)(?: \p{Ll}[\p{L}-]*){0,2} /giu,
    ),
  ].map((match) => match.index + match[0].length)
  return opens.some((at) => at < actor.start && reaches(text, actor, others, at, false))
}

const gives =
  /(?:ger|gav|gett|givit|har gett|har givit|uppdrar åt|uppdrar|har uppdragit åt|uppdras|uppdrog åt|beslutat att ge|vill ge|commissions|commissioned|tasks|tasked|instructs|instructed|has given|has asked|has tasked|has commissioned|has instructed)(?: (?:nu|i dag|idag|därför|även|också|i (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)|regeringen|\d{4}|the|både|myndigheterna|myndigheten|now|also))* (?:the )?/gu
const gets =
  /^[^.;:]{0,200}?(?:\s|^)(?:får|fick|har fått|har (?:i sitt regleringsbrev[^.]{0,20} )?uppdragits|fått|har getts|ges|har i uppdrag|har nu i uppdrag|uppdras|uppdragits|erhåller|lämnade|has been|have been|is being|are|is|was|were|had been)(?: (?:nu|i sitt regleringsbrev(?: för \d{4})?|därför|även|också|idag|i dag|våren \d{4}|gemensamt))*(?: (?:i uppdrag|uppdrag|uppdraget|ett (?:\p{L}+ )?uppdrag|att|specifika uppdrag|commissioned|tasked|instructed|charged|mandated|asked))/u

function isCharged(text: string, actor: Span, others: readonly Span[]): boolean {
  for (const match of text.matchAll(gives)) {
    const at = match.index + match[0].length
    if (at <= actor.start && reaches(text, actor, others, at, false)) return true
  }
  if (
    /(?:fick|får|gavs|ges) (?:därför |även |nu |också )?$/u.test(
      text.slice(Math.max(0, actor.start - 20), actor.start),
    ) &&
    /uppdrag/u.test(text.slice(actor.end, actor.end + 40))
  )
    return true
  if (
    /uppdraget [^.]{0,30}(?:gått till|gick till|går till|lämnas till|ges till|har getts till) (?:\p{Ll}+ )?$/iu.test(
      text.slice(0, actor.start),
    )
  )
    return true
  const verb = gets.exec(text.slice(actor.end))
  if (verb !== null && !/(?:att|som|vilket|where|which) /u.test(verb[0].slice(0, 12))) {
    const between = others.filter((one) => one.start >= actor.end && one.end <= actor.end + verb[0].length)
    const plain =
      between.length === 0 &&
      /^[\s)]*(?:\([^)]{1,25}\)\s*)?(?:\)?\s*)(?:har|får|fick|i sitt|has|have|is|are|was|were|uppdras|ges|fått)/u.test(
        text.slice(actor.end),
      )
    if (plain) return true
    const last = between.at(-1)
    if (last !== undefined && reaches(text, actor, others, last.start, true)) return true
  }
  const listed = /\(([^)]*)$/u.exec(text.slice(0, actor.start))
  if (listed !== null && /^[^(]*\)[^.]{0,20}(?:fick|får|har fått|fått) (?:i )?uppdrag/u.test(text.slice(actor.end)))
    return true
  return (
    /däribland [^.]*$/u.test(text.slice(0, actor.start)) &&
    /(?:fått|har) (?:\p{L}+ )?uppdrag/u.test(text.slice(0, actor.start))
  )
}

const due =
  /(?:senast|före utgången av|före|inom kort, |by|no later than|before|not later than|deadline|ska (?:slut)?(?:redovisas|rapporteras|lämnas|vara klart?|vara färdigt?|presenteras)|uppdraget ska [^.]{0,30}|lämna (?:sina |sitt )?(?:\p{L}+ )?|due|slutredovisas|redovisas|delredovisas|rapporteras|report(?:ed)? (?:back )?(?:on|by|in))(?: (?:senast|den|the|till|i|in|by|on|end of|slutet av))*\s*$|(?<=\s)till (?:den )?$/iu

function dueOf(text: string): string | null {
  for (const day of findDays(text)) {
    if (day.iso === null) continue
    if (due.test(text.slice(Math.max(0, day.start - 60), day.start).replace(/den $/u, ''))) return day.iso
  }
  return null
}

const decided =
  /(?:beslutade|beslutat|gav|fick|har i dag|uppdrog|tillsattes|commissioned|instructed|tasked|decided)(?![\p{L}])[^.]{0,40}$/iu

function issuedOf(text: string): string | null {
  for (const day of findDays(text, true)) {
    if (day.iso === null || day.iso.length < 4) continue
    const left = text.slice(Math.max(0, day.start - 60), day.start)
    if (due.test(left) || /(?:under|för|SOU|till och med|regleringsbrevet|regleringsbrev för) ?$/u.test(left)) continue
    const right = text.slice(day.end, day.end + 60)
    if (decided.test(left) || /^ (?:fick|gav|beslutade|uppdrog|tillsatte)(?![\p{L}])/u.test(right)) return day.iso
  }
  return null
}
