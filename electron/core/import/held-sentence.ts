/** "Mötet hölls i hybridform, dels i Varvsgatan 9, dels via Skype.": where a meeting took place, told in a sentence. */
import type { MeetingForm } from '#contract/minutes.ts'
import type { ProposedItem } from '#contract/proposal.ts'
import { sentencesOf } from './sentences.ts'
import { formOf, formOfPlace } from './titles.ts'
import { wordsOf } from './words.ts'

interface HeldSentence {
  form: MeetingForm | null
  place: string | null
  /** The sentence says nothing else. */
  whole: boolean
}

const held =
  /^(?:\p{L}*(?:mötet|sammanträdet|träffen|stämman|workshopen|samrådet|dialogen|samtalet|seminariet|konferensen|hearingen|överläggningen|förhandlingen)|(?:the|this) (?:\p{L}+ ){0,2}(?:meeting|dialogue|workshop|round ?table|seminar|session|conference|hearing)) (?:hölls|hålls|genomfördes|genomförs|ägde rum|äger rum|arrangerades|var|was held|took place|was conducted)(?<rest>[ ,].+?)\.?$/iu
/** What a body does that comes together. */
export const metVerbs = '(?:met|convened|assembled|sammanträdde|träffades|möttes|samlades|sågs)'

const screen = String.raw`(?:ms |microsoft )?(?:teams|zoom|skype|webex|google meet|länk|videolänk|video(?: ?link)?|telefon|telephone|phone|distans|digital\p{L}*|online|remote\p{L}*)`
const screens = new RegExp(screen, 'giu')
const where = new RegExp(
  String.raw`(?:^|[ ,(])(?:(?:i|på|vid|in|at) (?:the )?|(?=(?:hemma )?hos ))(?!${screen}(?!\p{L})|hybrid|form av|samband|anslutning|distans)(?<place>(?=[^,.;]*\p{Lu})[^,.;]{3,70}?(?:, \p{Lu}[^,.;]{2,40}?)?)(?=[.;)]|,? (?:dels|och|samt|and|med|with|som|kombinerat) |,? (?:via|digitalt|online)(?!\p{L})|,(?! \p{Lu})|,? (?:den|on|kl\.?|klockan) |$)`,
  'u',
)

/** What a sentence says of form and place, `inItem` also one of those who met; null for a sentence that tells of something else. */
export function heldSentence(text: string, inItem = false): HeldSentence | null {
  const rest =
    text.length > 200 ? undefined : (held.exec(text) ?? (inItem ? metHere.exec(text) : null))?.groups?.['rest']
  if (rest === undefined) return null
  const named = where.exec(rest)?.groups?.['place']?.trim() ?? null
  const open = named !== null && named.includes('(') && rest.includes(`${named})`)
  const place = open ? `${named})` : named
  const form = formOf(rest) ?? formOfPlace(rest)
  if (form === null && place === null) return null
  const more = rest
    .replace(place ?? '', ' ')
    .replace(screens, ' ')
    .replace(
      /(?<!\p{L})(?:hybrid\p{L}*|dels|både|form av|i|på|vid|via|och|samt|som|the|both|as|a|in|at|on|and|by)(?!\p{L})/giu,
      ' ',
    )
  return { form: form === 'distans' && place !== null ? 'hybrid' : form, place, whole: wordsOf(more).length === 0 }
}

/** "Vi träffades kl. 13 på Hamnkontoret": those who met, and where. */
const metHere = new RegExp(String.raw`^(?:vi|we) (?:\p{Ll}+ )?${metVerbs}(?<rest>[ ,].+?)\.?$`, 'iu')

/** "We met on Monday evening, the 3rd of June", "Tack för mötet i måndags den 11 mars": the day of the meeting follows. */
const metThen = new RegExp(
  String.raw`^(?:vi|styrelsen|nämnden|gruppen|kommittén|rådet|we|the (?:\p{L}+ )?(?:board|committee|group|trustees|council)) (?:\p{Ll}+ )?${metVerbs}(?!\p{L})|^(?:(?:many )?thanks|thank you|tack)(?: \p{Ll}+){0,3} (?:for coming|för (?:mötet|sammanträdet|att ni kom))(?!\p{L})|^(?:\p{L}+, )?(?:här|nedan|here|below) (?:kommer|är|följer|are|is) .{0,60}(?:mötet|sammanträdet|meeting)(?!\p{L})`,
  'iu',
)

/** Whether a sentence tells when the meeting was, so that a day in it is the meeting's. */
export function tellsWhenMet(sentence: string): boolean {
  return sentence.length < 200 && metThen.test(sentence)
}

/** What the first item tells of where the meeting took place, when no head does; null when it tells nothing. */
export function heldInItems(items: readonly ProposedItem[]): HeldSentence | null {
  for (const { text } of items[0]?.blocks ?? []) {
    if (text.length > 2000) continue
    for (const sentence of sentencesOf(text)) {
      const found = heldSentence(sentence.text, true)
      if (found !== null) return found
    }
  }
  return null
}
