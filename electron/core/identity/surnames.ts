/** Surnames of Sweden: which many people bear, and which are names of their own beside one that is nearly the same. */
import { soundOf } from '#core/register/similarity.ts'

/** The most borne ones: two people of such a name need not be one. */
const common = `andersson johansson karlsson nilsson eriksson larsson olsson persson svensson gustafsson pettersson
jonsson jansson hansson bengtsson jönsson lindberg jakobsson magnusson lindström olofsson lindqvist lindgren axelsson
berg bergström lundberg lind lundgren lundqvist mattsson berglund fredriksson sandberg henriksson forsberg sjöberg
ali wallin mohamed engström eklund danielsson lundin håkansson björk bergman gunnarsson holm wikström samuelsson
isaksson fransson bergqvist nyström holmberg arvidsson löfgren söderberg nyberg blomqvist claesson nordström
mårtensson lundström ahmed viklund björklund eliasson berggren sandström nordin lund falk ström åberg ekström hermansson
holmgren hellström dahlberg hedlund sundberg sjögren ek blom martinsson öberg andreasson månsson strömberg åkesson
hansen norberg lindholm dahl jonasson sundström nguyen åström ekman nyman marklund strand ivarsson dahlgren öhman
pålsson lindahl hassan gustavsson lundmark malm möller nordlund hedberg hall dahlström edlund abrahamsson malmberg
palm borg sköld stenberg friberg melin lundkvist östlund hagman adolfsson davidsson nordqvist erlandsson norling
rosén ågren ahlström alm hedman wahlström broman sundqvist ottosson kjellberg nordgren boström sundin hellgren paulsson
wiberg ljunggren ljung moberg ahlgren åkerlund bäckström engdahl hallgren dahlqvist granberg frisk westerlund wennberg
holmqvist holmström ekberg brandt wik molin lindblom alfredsson englund grönlund norén lindell hjort östberg`.split(
  /\s+/u,
)
// Björk is as much a name as a tree, and yet borne by too few to doubt with: the list ends where doubt would cost more.
const commonSounds = new Set(common.filter((name) => name !== 'björk').map(soundOf))

/** Names of their own that no first and last part make. */
const single =
  `larsen nielsen hansen jensen petersen andersen pedersen olsen ström storm holst holm boman broman norling
nordin norén nordén hedin hedén ahlin åhlin ek ed alm palm falk blom lund lind berg borg björk ryd ljung hall häll hell
wall well strand stål stenson stensson mattson mårtensson martinsson johannesson jonsson jönsson jansson hansson
johansson persson petersson olsson olofsson mansson månsson nilsson karlsson erlandsson eriksson svensson larsson
lassesson fransson frandsen danielsson davidsson samuelsson simonsson helgesson håkansson ingvarsson ivarsson jakobsson
knutsson matsson magnusson markusson pålsson paulsson rolfsson sigurdsson stefansson thorsson torsson tufvesson ågren
öhrn örn ågård ödman östman öhman åhman ahlman edman ekman norman nyman hedman hagman bergman lindman lundman
alder adler möller müller muller backe bäcke moberg mohlin molin melin malin sohlin sahlin sandin sundin rydin rudin
wallin wallén wahlin ek eek frid fried friis grip greve lilja lilje rask rosk tamm tham thell tell vahl wahl roos rooth
åkerman ackerman krook krok kock koch beck bäck back brandt brand bratt brant lang lång long ring rung rang hammar hammer
norberg nyberg kvist quist qvist nygren nygårds edin eden odén odin ohlin olin gran gren grön grahn granath grenander`.split(
    /\s+/u,
  )

const first =
  `lind lund berg ek ed sjö ny hag holm söder norr nor nord väster wester öster wall hall häll hell hed sand sund
ström strand stran forss fors fos gran gren hög höög alm ahl åhl björk ceder dahl dal fager flod frid fri grön hammar
hassel kull käll kjell ljung lilje löf löv malm mal mell mo myr palm rosen ros rud ryd skog skogs skoog stål sten stein
svan sved tall vik wik åker ås å ö ör öhr bo bro bör bränn blom bäck back beck boberg brun bud carl karl eng engs eke ekeb
fors furu fält gull gylden hede hjort hol humle hult häg här jern järn kvarn kron lager lagers linde ling lin lön mark
mör nor nyl od ol os rön rost röst sahl sel silfver silver sig sjö skär snö stade stor streng sil tegel tib tjärn torn
tor träd tun tång ul vall vest väst vin ved vide vinter vret wahl wal wen wenn wennerst wet wik wetter ulf umb wade wer
zetter zacke ädel älv äng öd öde örne österb liljen lejon gold gyllen hamm hel hill hul jon jung kar katt kul land lid
ljus lam mel mid mil nyst näs ol pers pil rap rind rog rus sam sil skön sol spång stav strid ståhl stjern stjärn sve
söd tern tid tim tor tran täng und upp va vas ven vi vå väg wes wi ys åb åg åst öj`.split(/\s+/u)
const last =
  `berg borg ström gren lund lundh man mann qvist kvist stedt stad dal dahl blom by feldt felt fält hage hagen holm
in ing ius mark ner nér roth rot sjö skog strand löf löv vall wall bäck beck back ander ell éll en én lin sten stam
bom brandt dén den din din dell fors gård hammar hult hed hem holt land lander ling löf mo nell näs ros rud ryd rén ren
sell son stav sson strands svärd torp träd tén tin ték vret vik wik åker ås ö äng esson els ersson gard gården kvarn
krans strale stråle hjelm hielm sköld stierna stjärna crona krona blad kranz thal tal ner lén len ert erts olt`.split(
    /\s+/u,
  )

const plain = (text: string) => text.replaceAll('é', 'e')
const singles = new Set([...common, ...single].map(plain))
const singleSounds = new Set([...common, ...single].map(soundOf))
const firsts = new Set(first.flatMap((part) => [part, part.replaceAll('w', 'v').replaceAll('ck', 'k')]))
const lasts = new Set(last.map(plain))

/** Many people bear it. @param text a word of matchKey */
export function isCommonSurname(text: string): boolean {
  return commonSounds.has(soundOf(text))
}

/** A surname of its own, so that a letter's difference from another is no slip. @param text a word of matchKey */
export function isSurname(text: string): boolean {
  const word = plain(text)
  if (singles.has(word) || singleSounds.has(soundOf(word))) return true
  for (let cut = 1; cut <= word.length - 2; cut += 1)
    if (firsts.has(word.slice(0, cut)) && lasts.has(word.slice(cut))) return true
  return false
}

/** As isSurname, in this very spelling: Backman and Bäckman are two names. */
export function isSurnameAsSpelt(text: string): boolean {
  const word = plain(text)
  if (singles.has(word)) return true
  for (let cut = 1; cut <= word.length - 2; cut += 1)
    if (firsts.has(word.slice(0, cut)) && lasts.has(word.slice(cut))) return true
  return false
}
