/** What each organisation that a sentence names has to do with what it orders or pays for. */
import type { Named, Party, PartyRole } from '#contract/reading.ts'
import type { Passage, Sentence } from './passage.ts'
import { bodyName } from './context.ts'
import type { Context } from './context.ts'
import { findAmounts } from './money.ts'
import { namedOf } from './named.ts'

export const charge =
  /(?<![\p{L}])(?:i uppdrag|[Uu]ppdraget|gemensamt uppdrag|nytt uppdrag|uppdrar|uppdras|uppdragits|fått uppdrag|får uppdrag|ges uppdrag|särskild utredare|tillsätter (?:\p{L}+ )?en (?:\p{L}+ )?utredning|tillkallar|has been (?:commissioned|tasked|instructed|charged|mandated|asked) to|have been (?:commissioned|tasked|instructed|charged|mandated|asked) to|(?:is|are) (?:being )?(?:commissioned|tasked|instructed|charged) to|was (?:commissioned|tasked|instructed|charged) to|(?:commissions|tasks|instructs|commissioned|instructed|tasked) (?:the )?\p{Lu}[\p{L}-]*|has given \p{Lu}[^.]{2,60} the (?:task|assignment)|(?:task|assignment) of)(?![\p{L}-])/u
export const gift =
  /^(?: (?:stora |nya |långsiktiga )?(?:satsning|stöd|anslag|donation|bidrag|investering)|[’']s (?:\p{L}+ )?(?:investment|grant|donation))/u

export const government =
  /(?<![\p{L}])(?:Regeringen|regeringen|The Government|the Government|the government|The government)(?![\p{L}])/u

export type Add = (kind: Party['kind'], who: Named, role: PartyRole) => void

/** What each organisation named in a sentence has to do with it. */
export function readParties(context: Context, passage: Passage, sentence: Sentence, add: Add): void {
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

export function roleIn(text: string, actor: Span, charged: boolean, others: readonly Span[]): PartyRole | null {
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
  // "X får 10 mnkr och Y 50 mnkr".
  if (
    /(?:får|tilldelas|tillförs|beviljas) [^.]*(?:,|och) $/u.test(text.slice(0, actor.start)) &&
    /^ \d[\d., ]* ?(?:miljo|mnkr|mkr|tkr|kr|milja)/u.test(right)
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
    return /^(?: \([^)]{1,25}\))? (?:bland annat )?(?:ska|skall|arbetar|analyserar|shall|will) (?:också |även |bland annat |also )?(?:beskriva|analysera|undersöka|utreda|ta fram|göra|lämna|genomföra|kartlägga|redovisa|utveckla|stödja|samordna|etablera|inrätta|upprätta|bygga upp|införa|föreslå|se över|förvalta|driva|bistå|develop|report|analyse|analyze|carry)/u.test(
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
  /(?:ger|gav|gett|givit|har gett|har givit|uppdrar åt|uppdrar|har uppdragit åt|uppdras|uppdrog åt|beslutat att ge|vill ge|commissions|commissioned|tasks|tasked|instructs|instructed|has given|has asked|has tasked|has commissioned|has instructed)(?: (?:nu|i dag|idag|därför|även|också|den \d{1,2} \p{L}+(?: \d{4})?|i (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)|regeringen|\d{4}|the|både|myndigheterna|myndigheten|now|also))* (?:the )?/gu
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
  // "X, som i samråd med Y har i uppdrag att …": what follows is told of X.
  if (
    /^, som (?:i (?:samråd|samverkan|samarbete) med [^.;:]{2,60} |tillsammans med [^.;:]{2,60} )?(?:har|fick|får|har fått) (?:ett |i )?uppdrag/u.test(
      text.slice(actor.end),
    )
  )
    return true
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
