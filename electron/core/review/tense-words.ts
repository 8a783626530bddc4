/** Verbs by which minutes tell what people did, present and past. Statements and decisions ("anser", "beslutar") are not among them. */
const pairs = (list: string): ReadonlyMap<string, string> =>
  new Map(
    list
      .trim()
      .split(/\s*[,\n]\s*/u)
      .filter((pair) => pair.includes(' '))
      .map((pair) => {
        const [present = '', past = ''] = pair.split(' ')
        return [present, past]
      }),
  )

export const tenses = {
  sv: pairs(`
    öppnar öppnade, avslutar avslutade, tackar tackade, hälsar hälsade, presenterar presenterade, berättar berättade,
    redogör redogjorde, informerar informerade, föredrar föredrog, inleder inledde, kommenterar kommenterade,
    svarar svarade, rapporterar rapporterade, redovisar redovisade, visar visade, beskriver beskrev,
    påpekar påpekade, framhåller framhöll, understryker underströk, lyfter lyfte, frågar frågade, undrar undrade,
    betonar betonade, förklarar förklarade, meddelar meddelade, nämner nämnde, sammanfattar sammanfattade,
    introducerar introducerade, välkomnar välkomnade, påminner påminde, konstaterar konstaterade,
    önskar önskade, flaggar flaggade, reflekterar reflekterade, diskuterar diskuterade, avrundar avrundade,
    överlämnar överlämnade, säger sade,
    öppnas öppnades, avslutas avslutades, inleds inleddes, ajourneras ajournerades, återupptas återupptogs`),
  en: pairs(`
    opens opened, closes closed, thanks thanked, welcomes welcomed, presents presented, reports reported,
    informs informed, discusses discussed, shows showed, introduces introduced, comments commented, answers answered, explains explained,
    describes described, summarises summarised, summarizes summarized, concludes concluded, notes noted, asks asked,
    raises raised, stresses stressed, highlights highlighted, outlines outlined, reminds reminded,
    says said, tells told, adjourns adjourned, confirms confirmed`),
} as const

/** What is done at the meeting itself, also where the next one is named in the same breath: "tackar och hälsar till nästa möte". */
export const actsOfMeeting: ReadonlySet<string> = new Set(
  (
    'öppnar avslutar tackar hälsar välkomnar avrundar inleder öppnas avslutas inleds ajourneras återupptas ' +
    'opens closes thanks welcomes concludes adjourns'
  ).split(' '),
)

/** A time to come: what is told with one in the present is a promise. What something is told about ("om nästa möte") says no time. */
export const toCome = {
  sv: /(?<!\p{L})(?:(?<!om )nästa \p{L}+|under (?:veckan|hösten|våren|sommaren|vintern|månaden|dagen)|i (?:morgon|kväll|höst|vinter|sommar|veckan)|till (?:hösten|våren|sommaren|vintern|veckan|jul|påsk|\p{L}{3,4}dag)|på (?:mån|tis|ons|tors|fre|lör|sön)dag|senast (?:den |i |på |till |vid |inom |under |\d|nästa|\p{L}{2,4}dag)|inom (?:kort|en|ett|två|tre|\d)|snarast|omgående|framöver|efter (?:mötet|sommaren|semestern|helgen)|(?:före|innan|inför) (?:nästa|helgen|sommaren|jul|\p{L}*mötet))(?!\p{L})/iu,
  en: /(?<!\p{L})(?:(?<!(?:about|on|of) (?:the )?)next \p{L}+|tomorrow|soon|shortly|during the (?:week|autumn|spring|summer|winter|month)|by (?:the end|next|\p{Lu}\p{L}+day|\d)|within (?:a|two|three|\d)|before the (?:next|summer|meeting)|after the meeting|in due course|as soon as)(?!\p{L})/iu,
} as const

/** What a sentence that began in the past goes on with by "och" and is told of the meeting too; "och frågar kommunen" may be a task. */
export const toldOn: ReadonlySet<string> = new Set(
  (
    'förklarar visar betonar påpekar framhåller understryker konstaterar undrar berättar redogör beskriver tackar ' +
    'avslutar öppnar hälsar nämner kommenterar sammanfattar säger diskuterar inleder välkomnar avrundar reflekterar ' +
    'flaggar explains describes stresses highlights outlines says notes thanks closes opens welcomes concludes comments'
  ).split(' '),
)

/** Past tenses beside those of the pairs that begin such a sentence. */
export const furtherPast: ReadonlySet<string> = new Set(
  'höll gav gick tog beslutade föreslog ställde läste gave held took went proposed decided read'.split(' '),
)

/** What a body does at its meeting alone; what it "informs" of or "reports" it may do all year. */
export const actsOfBody: ReadonlySet<string> = new Set(
  (
    'diskuterar konstaterar tackar betonar framhåller understryker påpekar kommenterar ' +
    'discusses notes thanks welcomes stresses'
  ).split(' '),
)

/** Told by its complement; without it a task or a wish: "frågar kommunen", "informerar medlemmarna", "asks the club". */
export const wantsComplement = {
  sv: /^(?:meddelar|informerar|rapporterar|påminner|frågar|svarar)(?! (?:om|att|från|hur|varför|vad|när|vem|vilka|vilken|ifall|på frågan)(?!\p{L}))|^(?:önskar|överlämnar|lyfter)(?!\p{L})/u,
  en: /^(?:reports|informs|asks|answers|reminds|tells|confirms)(?! (?:on|that|about|how|why|whether|if|what|who|when|the meeting)(?!\p{L}))|^raises(?!\p{L})/u,
} as const

/** How things are, always or under some condition: "svarar för inköpen", "visar sig", "varje månad". */
export const standing = {
  sv: /^(?:svarar för|\p{L}+ sig(?!\p{L}))|(?<!\p{L})(?:varje|årligen|regelbundet|normalt|alltid|ofta|vanligen|vanligtvis|oftast|ibland|löpande|kontinuerligt|månadsvis|kvartalsvis|veckovis|dagligen|gärna|inte|aldrig|fortfarande|numera|vid behov|i (?:sin|sina|boken|filmen|artikeln|rapporten)|(?:mån|tis|ons|tors|fre|lör|sön)dagar)(?!\p{L})/u,
  en: /(?<!\p{L})(?:every|each|always|usually|normally|often|regularly|annually|monthly|weekly|sometimes|never|not|still|in (?:his|her|the) (?:book|film|article|report))(?!\p{L})/u,
} as const
