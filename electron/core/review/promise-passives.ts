/**
 * Swedish promises in the present passive: "en ny logga tas fram under hösten", "listan skickas ut". The same form tells
 * what is so ("mötet hålls varje år", "stödet ges till"), so that only verbs of work count, and only with a time to come
 * or as all that the sentence says.
 */
import { asks, end, start, type Pattern } from './promise-pattern.ts'

/** Words that may stand between a verb and its particle: "bjuds Tillväxtverket in". */
const apart = '(?:[\\p{L}\\d-]+ ){0,3}?'

/** Work that says enough by itself, so that a sentence of nothing else is a promise. */
const work = [
  ...'bokas beställs ordnas åtgärdas kompletteras undersöks utreds uppdateras revideras'.split(' '),
  ...'sammanställs förtydligas klargörs kontaktas kartläggs förbereds distribueras tillfrågas inhämtas'.split(' '),
  ...'införskaffas renskrivs korrigeras översätts kontrolleras inventeras'.split(' '),
  `tas ${apart}(?:fram|kontakt|om hand)`,
  `bjuds ${apart}in`,
  `skickas ${apart}(?:ut|runt|vidare|på remiss)`,
  `ses ${apart}över`,
  `följs ${apart}upp`,
  `stäms ${apart}av`,
  `sätts ${apart}(?:upp|ihop|samman)`,
  `läggs ${apart}(?:upp|ut)`,
  `köps ${apart}in`,
  `samlas ${apart}in`,
  `byts ${apart}ut`,
  'bereds vidare',
]
/** Work that needs its time: without one these tell what happens at this meeting, or how things are. */
const timed = [
  ...'bearbetas diskuteras behandlas bereds formuleras granskas hanteras informeras justeras lyfts'.split(' '),
  ...'redovisas återkopplas återupptas utformas skrivs utvärderas'.split(' '),
  'skickas(?! in| till| från)',
  `tas ${apart}(?:upp|bort)`,
  `läggs ${apart}(?:in|fram)`,
  `arbetas ${apart}(?:fram|om|vidare)`,
  `kallas ${apart}till`,
]

const season =
  '(?:hösten|våren|sommaren|vintern|veckan|månaden|terminen|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)'
/** A time to come. */
const soon = new RegExp(
  `${start}(?:nästa \\p{L}+|nästkommande \\p{L}+|kommande (?:möte|sammanträde|vecka|månad|termin)|(?:under|till) ${season}|i (?:höst|vinter|sommar|vår|morgon)(?= ?[.,;!]|$)|i god tid|till (?:nästa|jul|påsk|årsmötet)|efter (?:mötet|sommaren|semestern|semestrarna|jul|nyår|helgen)|(?:före|innan|inför) (?!varje|alla|samtliga|\\p{L}+na${end}|\\p{L}+arna${end})[\\p{L}\\d]|senast|snarast|omgående|inom kort|så snart|senare|vidare)${end}`,
  'iu',
)
/** How things are done as a rule, or stand now. */
export const habit = new RegExp(
  `${start}(?:varje|årlig\\p{L}*|\\p{L}+vis|(?:om|per) (?:året|år|dagen|dag|veckan|vecka|månad)|i månaden|löpande|regelbundet|normalt|vanligen|i regel|alltid|ofta|oftast|brukar|kontinuerligt|gånger|numera|redan|i dag|idag|just nu|för närvarande|sedan \\d{4}|(?:dag|dagar|dygn|vecka|veckor|månad|månader|timmar) (?:före|innan|efter|i förväg)|enligt (?:lag|\\p{L}+(?:lagen|stadgarna|avtalet|reglementet|ordningen|rutinen|rutinerna)|stadgarna|lagen|avtalet|reglementet|rutinen))${end}`,
  'iu',
)

/** What no subject begins with or holds. */
const joins =
  '(?!(?:att|som|och|men|samt|när|om|hur|där|här|nu|så|då|vad|vilka|vilket|vilken|eftersom|medan)(?!\\p{L}))'
const word = `${joins}[\\p{L}\\d-]+ `

export const passives: readonly Pattern[] = [
  {
    ...asks(
      new RegExp(`${start}(?<subject>(?:${word}){0,3})(?:${[...work, ...timed].join('|')})${end}(?! av )`, 'giu'),
    ),
    clause: (words) => soon.test(words) && !habit.test(words),
  },
  {
    ...asks(
      new RegExp(
        `^(?<subject>(?:(?:den|det|de|en|ett) )?(?:${word}){1,2})(?:${work.join('|')})(?: (?:med|till) (?:\\p{L}+ )?\\p{L}+)?(?=\\.?$)`,
        'giu',
      ),
    ),
    clause: (words) => !habit.test(words),
  },
]

/** A verb that every one of them has. */
export const passiveVerbs = [...work, ...timed].map((verb) => /^\p{L}+/u.exec(verb)?.[0] ?? verb).join('|')
