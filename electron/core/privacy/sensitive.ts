/** Words that tell of somebody's health: one pattern for what is read, brought in, written by hand and sent out. Pure. */

/** What is done about patients as a profession, an office, an authority or a law tells of nobody's health. */
const work = 'ombud|säkerhet|nämnd|data|avgift|register|lag|direktör|chef|ansvarig|administrat|koordinator|handlägg'
/** What comes before "sjuk" and "drabbad". */
const illness =
  'cancer|tumör|diabetes|njur|lever|lung|hjärt|tarm|psoriasis|reumatisk|epilepsi|stroke|demens|ms-|als-|kol-'

/** Each begins where a word does; a Swedish compound may carry them first or last ("spetspatient", "patientföreträdare"). */
const telling = [
  String.raw`\p{L}*patient(?!\p{L}*(?:${work}))\p{L}*`,
  String.raw`\p{L}*(?:${illness})(?:sjuk[ae]?|drabbade?)(?!\p{L})`,
  String.raw`kroniskt? sjuk[ae]?(?!\p{L})`,
  String.raw`\p{L}*sjukskriv\p{L}*`,
  String.raw`\p{L}*överlevare`,
  String.raw`\p{L}*transplanterade?(?!\p{L})`,
  String.raw`(?:diabetiker|epileptiker|astmatiker|allergiker|reumatiker)(?!\p{L})`,
  String.raw`rullstols(?:buren|burna|burne|användare)(?!\p{L})`,
  String.raw`(?:funktions(?:nedsatt|hindrad)|syn(?:skadad|svag)|hörselskadad|rörelsehindrad)[ae]?(?!\p{L})`,
  String.raw`(?:döv(?:blind)?|blind)[ae]?(?!\p{L})`,
  // Who works with it tells of work.
  String.raw`(?<!(?:arbetar|jobbar|arbete|samordnare|utredare) )(?:med|av|har|haft|egen) psykisk ohälsa`,
  String.raw`(?:brukar|anhörig)(?:representant|företrädare)\p{L}*`,
  // By themselves: what is done for them is work.
  String.raw`(?:brukare|anhörig(?:vårdare)?|närstående)(?!\p{L}| (?:stöd|frågor))`,
  String.raw`peer[ -]?support(?:er|ers)?(?!\p{L})`,
  String.raw`lever med(?!\p{L})|living with|lived experience|egen erfarenhet av|egenerfaren\p{L}*|levande donator`,
  String.raw`survivor|disabled`,
]
const health = new RegExp(String.raw`(?:^|[^\p{L}])(?:${telling.join('|')})`, 'iu')

/** The words of a title that tell of health, or null. A union of patients, or a law, tells of nobody's health. */
export function healthWords(title: string): string | null {
  const found = health.exec(title)
  return found === null ? null : found[0].replace(/^[^\p{L}]+/u, '')
}
