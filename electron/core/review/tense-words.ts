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
