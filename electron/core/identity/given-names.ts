/** First names of Sweden: which are names of their own, which are spellings or everyday forms of another. */
import { firstNames } from '#core/import/first-names.ts'
import { soundOf } from '#core/register/similarity.ts'

/** Spellings of one name that neither sound nor marks tell. */
const variants = `claes klas|madeleine madelene madelaine madeléne|lovisa louisa|jöran göran|ingegerd ingegärd ingjerd
mohammed mohamed mohammad mohamad muhammad muhammed muhamed mohamud|ahmed ahmad achmed|olof oluf
yusuf yousef youssef yosef jusuf yousuf|hussein hossein husain hussain hosein husein|abdullah abdallah abdulla
aleksej alexei alexey|sergej sergei sergey|katarina katrina|jan-olov jan-olof|annelie anneli|matthias mattias matias
lars laurs|isak isaac|david dawid|samuel samuell|gabriella gabriela|nathalie natali natalie|björn bjørn|magdalena
magdalene|kristofer kristoffer christoffer christopher|lukas lucas luckas|ibrahim ebrahim|mehdi mahdi|said saeed saied`
  .split(/[|\n]/u)
  .map((group) => group.trim().split(' '))

/** Everyday forms, each with the names they stand for. */
const everyday = `lasse lars|kalle karl|pelle per petter|olle olof ola|nisse nils|bosse bo|janne jan|hasse hans
lotta charlotta charlotte liselott|lena helena magdalena|stina kristina|kicki kristina kristin|kia kristina
micke mikael mikaela|uffe ulf|leffe leif|tobbe tobias torbjörn|fredde fredrik|mange magnus|masse mats magnus
jocke joakim|gittan birgitta|biggan birgitta|maggan margareta|greta margareta|sussi susanne susanna|sanna susanna
kattis katarina|robban robert|bettan elisabet|lisa elisabet|lisbet elisabet|nicke niklas nils|anki ann-kristin
ann-katrin anna-karin ann-christin|steffe stefan|danne daniel|gurra gustav|ludde ludvig|krille kristian kristina
kajsa katarina|mia maria|maja maria|pia maria|ante anders|affe alf alfred|benke bengt|berra bertil|bella isabella
figge fredrik|fia sofia|frasse frans|henke henrik|jerka erik|jeppe jesper|jossan josefin|jonte jonas jonatan
lelle lennart|linkan linnea|lollo louise lovisa|loffe olof|manne emanuel|matte mattias mats|nettan anette jeanette
nilla gunilla pernilla|pernilla petronella|palle paul|patte patrik|peo per-olof|perra per|putte per|ragge ragnar
ricke rikard|rolle roland|roffe rolf|sigge sigvard sigurd|simpa simon|svenne sven|tessan teresa|teo teodor
toffe kristoffer|stoffe kristoffer|tompa tomas|totte torsten|vicke viktor|ville vilhelm viljam|lina karolina
basse sebastian|abbe albert|adde adam andreas|alex alexander alexandra|bibbi birgitta|bitte birgitta|ebbe ebbert
frippe filip|gunte gunnar|göran georg|hampe hampus|inga ingrid|jimpa jimmy|kia kristina|kurre kurt|lill lillian
lisen elisabet|micka mikaela|mimmi maria|moje mona|nina kristina|offe olof|ricki rikard|rigge rikard|rosa rosita
sigge sixten|sofi sofia|sverre sverker|tage tage|tommy tomas|tyra tyra|vivi vivianne|ingo ingemar|conny konrad
ben benjamin|ted teodor|max maximilian|niko nikolaus|sam samuel|kim joakim|matti mattias|lo louise|bie birgitta`
  .split(/[|\n]/u)
  .map((group) => group.trim().split(' '))

/** Further names of their own: what the reading of texts has no need to know. */
const further = `anja anne anni ann maj maja elva alva elma ina ida moa saga ove ola elsa tina lina lena stina hasan max
mats mads tord tor jon jan kajsa kaj karina carina katja kristin kerstin kirsten kristel birgit britt britta berit
börje birger bengt benny bertil boel bodil cajsa dag dagmar disa ebba edla ellen elin elina elisa emmy enar ester
evert ewert frans frej freddy folke gerd gerda gert gull gullan gun gunn gunvor göte hanna hanne hanna henny hilda
hilma hulda håkan inga inge inger ingela ingeborg ingemar ingmar ingvar irma ivar jana jenny jens jill johan johanna
johannes john jonna josef josefin judit juni kent kjell klara knut kurt laila lars leif lennart leo lilly linda linn
linnea liv lo loke lotta love lovisa lydia magda majken malin malte manfred maria marie marika mari martina marta
märta mattias maud melker mia mikaela milla milton mimmi miranda mona morgan märit naima nanna nea nelly nils nina nora
olga oliver olivia omar omid oskar ottilia otto patricia patrik paula paulina per peter petra petter pia quintus ragna
ragnar rakel rebecka reidar rigmor rita roine ronny rose rosmarie runa ruth sally sam sanna sanny seth signe sigrid siv
solveig sonja sten stig sture sune susanna susanne svante sven sylvia sölve tanja tilda tim tora tove tuva tyra ulf ulla
ulrik ulrika ursula vanja vega vera viola vivi yngve ylva åsa åke ängla örjan henrika karla filippa daniela emilia mikael
patrik karin peder niklas sverker torgny dan moses amina fatima ali alia hassan elif deniz yasmin leyla mehmet mustafa
ahmed mohammed aisha jose jörg jürgen li lin mei anna hannah sofie sofia natalia natalie tobias joel maj-lis louise`.split(
  /\s+/u,
)

const own = new Set([...firstNames, ...further])
for (const group of [...variants, ...everyday]) for (const name of group) own.add(name)
const ownSounds = new Set([...own].map(soundOf))

/** A name of its own, in whatever spelling. @param text a word of matchKey */
export function isGivenName(text: string): boolean {
  return own.has(text) || ownSounds.has(soundOf(text))
}

const flat = (name: string) => name.replaceAll('-', ' ').split(' ').map(soundOf).join('')

const groups = new Map<string, Set<number>>()
variants.forEach((group, place) => {
  for (const name of group) groups.set(flat(name), (groups.get(flat(name)) ?? new Set()).add(place))
})
const meant = new Map<string, Set<string>>()
for (const [short = '', ...full] of everyday)
  for (const name of full) meant.set(flat(short), (meant.get(flat(short)) ?? new Set()).add(flat(name)))

const overlap = <T>(a: ReadonlySet<T> | undefined, b: ReadonlySet<T> | undefined) =>
  a !== undefined && b !== undefined && [...a].some((one) => b.has(one))

/** Two spellings of one name, told by sound alone. @param a sound of a first name, of all its words together */
export function areVariants(a: string, b: string): boolean {
  return overlap(groups.get(a), groups.get(b))
}

/** One is the everyday form of the other, or of a spelling of it. @param a sound of a first name */
export function isEveryday(a: string, b: string): boolean {
  const stands = (short: string, full: string) =>
    [...(meant.get(short) ?? [])].some((name) => name === full || areVariants(name, full))
  return a !== b && (stands(a, b) || stands(b, a))
}

/** Every sound under which a first name may stand elsewhere: its own, those it is a form of, one for its spellings. */
export function soundsOfGiven(sound: string): string[] {
  const found = new Set([sound, ...(meant.get(sound) ?? [])])
  for (const one of found) for (const place of groups.get(one) ?? []) found.add(`#${place}`)
  return [...found]
}
