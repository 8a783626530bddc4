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
    informs informed, introduces introduced, comments commented, answers answered, explains explained,
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
