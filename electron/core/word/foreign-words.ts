/**
 * Words that tell English from Swedish in a title. Words that both languages spell alike (agenda, data,
 * digital, forum, global, in, men, system, under, vision) are in no list: they tell nothing.
 */
const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

export const foreignWords = {
  englishSmall: list(
    'a after and are around as at be beyond between can do does for from has have how into is it its my new of our out over the their this through to together towards we what when where which who why with within your',
  ),
  swedishSmall: list(
    'att av de dem den det du där efter ej eller en ett fram från för genom har hos hur här i inför inom inte är kan kring med mellan mot när ny nya nytt och också om oss på sin sina ska som till tillsammans utan var vad varför vara vi vid vår våra våran över',
  ),
  english: list(
    'access ageing agreement approach assessment authority based becoming best better board brain brighter building business cancer care challenge challenges change changing children circular cities citizens city climate clinical collaboration committee community company competitive conference country creating day days decade delivering development disease diseases drug drugs driving economy education emerging empowering enabling energy engine enterprise environment equality europe european evidence exchange excellence experience exploring facing finance first five food framework free funding future general generation goals green growing growth guide guidance health healthcare healthy heart home hospital human ideas impact improving inclusive industry initiative insights institute internationalization internationalisation investing investment investors invest join journey key knowledge lab landscape launch leader leaders leadership leading learning lessons life living looking made making manufacturing market markets matters measuring medical medicine medicines meeting mental mission moving nation nations national navigating network networks next nordic north northern nursing one opportunities opportunity overview paper partnership partnerships pathways patient patients people personalised personalized perspective perspectives planet plan policy power practice precision prevention program programme progress public quality readiness ready real regional reimagining report research researchers resilience resilient review rising risk roadmap role safety scale scaling science sciences scientific screening sector secure security sharing shared skills small smart social society solutions state state-of-the-art strategic strategy strengthening strong success summit supply support sustainable sustainability sweden swedish talent technology therapies therapy thinking time tomorrow tools towards trade training transformation transition treatment trends trial trials trust understanding union united unlocking update use user users value values voice ways week welcome welfare well win women work workforce working world year years young youth',
  ),
} as const
