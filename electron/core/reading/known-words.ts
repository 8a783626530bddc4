/** Words that decide whether capitalised words are somebody's name. Lower case. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u).filter((word) => word !== ''))

/** Words of things, programmes and firms: a run of capitals with one of them is no person. */
export const thingWords = words(`
academy access accelerator act advanced affairs agency agenda agreement alliance analytics annual arena arts
assembly assessment association authority award bank big bio biobank biotech bioventurehub board bridge building
business campus cancer capital care cell center centers centre chamber charter city clean climate clinic clinical
cluster college commission committee commons community company computing conference congress consortium consulting
corporation council county court covid dagen data day days defence delegation delivery department design development
diagnostics digital directive directorate discovery district division economic economy education energy engineering
enterprise environment environmental equality european evidence executive exhibition expo export fair federation
festival finance financial first food forskningsprogrammet forum foundation framework fund fusion future game garden
general genomic global goals government grand green group growth guide hall health high holding home horisont
horizon hospital house housing hub human impact incubator independent index industrial industries industry
infra infrastructure initiative innovation insight inspectorate institute institution institutes international invest
investment joint journal justice kingdom knowledge lab laboratory large law leadership leading league learning
library life link local logistics management manufacturing marine market medical medicin medicine medtech meeting
ministry mission mobility modern municipal museum nation national network networks news nordic north northern office
open operations opportunity organisation organization outlook panel park parliament partners partnership patient
performance pharma phase pilot plan planning platform police policy power prime prize process production products
professional program programme project protection public quality rail real recovery region regional registry
regulation rehab report research resilience resource resources review road robotics royal safety school science
sciences secretary section sector security senate senior service services skills smart social societal society
software solutions south southern space special sport stad state statistics strategic strategy street strategi
studies study summit support survey sustainability sustainable sverige sveriges sweden swedish svensk svenska system
systems task team tech technologies technology telecom test testa the therapy tool tools trade training transition
transport treatment trust undertaking union unit united university update urban vaccine vaccines valley value vision
voice water web week welfare west western white winter women work workshop world year young zone
agenda arbetsgruppen avtal barn bibliotek dagar delegationen deltagare europa europeiska fakta folkets foto fotograf
framtid framtidens förslag gata gatan gemensam gemensamma huset hälsa hälso industri innehåll innovationsvecka
internationella kommun kontakt kommitté konferens konferensen kunskap län lag lagen landet läs mer miljö mål målet
möte mässan nationell nationella natur norden nordiska norra nya näringslivets partnerskap plats pressmeddelande
programmet projekt projektet promemoria proposition publicerad rapport rapporten regeringens regeringen region riks
samverkan samverkansprogrammet science seminarium skola skolan skärgård statens stockholms strategin strategiska
studier syd söder södra telefon torg torget tillsammans uppdaterad uppdrag utredningen utveckling vägen västra vård
världen välfärd väst öst östra äldre året årets riksdagens framtiden artikel rapportera sammanfattning bakgrund
styrelse styrelsen ledning ledningsgrupp ledningen organisation medarbetare ledamöter ordförande suppleanter
valberedning kansli kansliet revisorer vi om bildbank bild illustration film podd poddar nyhet nyheter
january february march april may june july august september october november december januari februari mars maj juni
juli augusti oktober måndag tisdag onsdag torsdag fredag lördag söndag monday tuesday wednesday thursday friday
saturday sunday vaccin covid-19 tredje första andra fjärde femte horizon2020
`)

/** Places a text about Sweden names: no part of a person's name unless a given name stands before them. */
export const placeWords = words(`
sverige sweden norge norway danmark denmark finland island iceland europa europe norden tyskland germany frankrike
france storbritannien usa kina china japan indien india ukraina ukraine ryssland russia bryssel brussels genève geneva
paris london berlin oslo köpenhamn copenhagen helsingfors helsinki reykjavik washington stockholm göteborg gothenburg
malmö uppsala västerås örebro linköping helsingborg jönköping norrköping lund umeå gävle borås södertälje eskilstuna
halmstad växjö karlstad sundsvall östersund trollhättan luleå kalmar falun skövde karlskrona kristianstad skellefteå
uddevalla lidköping nyköping visby kiruna mora piteå boden härnösand varberg falkenberg landskrona trelleborg ystad
mölndal solna sundbyberg nacka huddinge botkyrka haninge lidingö sigtuna arlanda kista skåne halland blekinge småland
öland gotland västergötland bohuslän dalsland östergötland värmland närke västmanland dalarna gästrikland
hälsingland medelpad jämtland härjedalen ångermanland västerbotten norrbotten lappland uppland södermanland sörmland
västernorrland kronoberg gävleborg västra götaland matfors rosenbad almedalen visby
`)

/** Given names beside those the importer of minutes knows. */
export const moreFirstNames = words(`
abbas abdirahman adnan agne ahlam aida aino aki alejandro alena aleksandra alessandro alex alexandra alexis alicia
almir alvar alvin amira ana anas andré andrej angelika ania anki ann-charlotte ann-christin ann-marie ann-sofi
ann-sofie anna-karin anna-lena anne-marie annie annsofie antti arja arja armin arto arve asta athanasia aurora
azadeh babak bashir bassam beatriz behrang bengt-åke benita berta bettan betty biljana bittan bjarne bo-göran boel
bogdan bosse branka brit britt-marie bruno burhan carl-johan carlo carola catarina cathrine cecilie chantal
christin christine christopher cissi claudia claus clas-göran cristina dagmar dalia dana danica danijel daniela
danilo darko dario david-emanuel denis diego dimitris dina disa djamila dragan edda edina efva eija eilert ejnar
elaf elham eli eliane elias elina eliza elma elvira elzbieta emelié emine emir enrique erkki erlend ermina eskil
esmail esmeralda eva-karin eva-lena evelina fabian fadi farah fares farhad faris fathi fatma fatmir federico
ferdinand fernando folke francesca francisco franziska fredrika frej fritz gabriela gabriella gabrielle georgia
gertrud gisela giulia goran greger greta grethe guido gunnel gustavo guy gösta habib hadi hakan hana hans-erik hans-göran
haris hatice heidi heike hella henning henriette herbert herbert hilda hilma honorine hossein houman hubert huda
ia ihsan ilona ilse imad ingalill ingela ingmarie inga inga-lill ingeborg ingegärd inge ingegerd iréne isabella isa
ismet issa ivana ivo jacqueline jaana jackie jalal jamal jan-erik jan-olof jan-åke jana janet jari jarl jarmo javier
jeanna jelena jenna jerzy jihan joachim johannes jorge jorunn josefina josephine juha juhani jukka julian juliana
julien jussi jytte kaarina kadir kalle kamal kamila kamran karl-erik karl-johan karl-petter karl-gustav karlotta
karoline kasper kathrin katrin kennet kersti khadija khaled khalid kia kine kirsi kirsten kirsti kjerstin klas-göran
klaus kristin kristine krzysztof kåre laith lars-erik lars-göran lars-åke latifa laurent leena leif-åke leni leonora
leyla lia lidia liis lill liljan lilian lilly line linn lise-lotte liselott liselotte lisbet lizette loella lorenz
lorenzo lotten loviisa lucia luiza lukasz lycke magda maha mahmoud maiju maiken malena malou manal manne manuel
marcel marcin marek margaretha margit margot margrét maria-pia marica marie-louise marina mario marita marja marjan
marko markku marlene marta matti mattis maurits mehmet mehdi melanie melina merit merja meriem mette michel mihai
miguel mika mikko milan milena mira mirela miroslav mirza mohammad mohamud mojgan monique morten mourad muhammed
mukhtar mustafa märet märta-stina nadja nahid naima najib nasrin natasha nathalie natascha negin niki niko nikola nils-erik
niloufar noomi norbert nuria ola olaf ole ole-petter oleg olena olivier omid orhan osama osman ove paavo pablo pal pascal pavel
payam peder peder peggy pekka pelle pentti pernille per-anders per-erik per-olof per-åke petronella pia pierre
pierre-yves pirjo pirkko pontus preben päivi rachel rafael ragnhild rainer raija ramin ramona ramzi rana randi rania
raoul rasha raul razan rebeca reem reidar reijo renata renate reza ricardo riikka riitta rita robban roberto roda
rodrigo roine roza roy ruben rutger ryszard sabina sabine sabrina said sakari salah salar salem salma saman samuli
sandor sanela sanja sari satu savannah seif seija selim semir senada sepideh serkan shadi shahram shirin sibylle
sigbritt siham silja silvia simona simone sinikka sirkka siv-britt siw sofi solbritt somaya soran sofija stefanie steinar
stefania steffen stig-björn susanna suzanne suzana svante sven-erik sven-olof sverker svein sylvia søren sören tage
tal tamara tamás tania tanja tapio tarja tarmo teemu terje terese thea theres theresia thor thord thore thorbjörn
thorsten tiina tina tiia tilde timo tobbe tom-erik tone torgny torgeir torkel torun toshiko tove trine truls trygve
tryggve tuija tuula tuomas ulf-göran ulla-britt ulla-karin ullacarin ulrica ulrik ulrike ursula valdemar valentina
valeria vania vasilis vera-maria veronique vesa vibeke vicky viktoria vilgot vincenzo viveca viveka vivi vladimir
waldemar walid waltraud wanja wenche werner wilma wiveca wivi-anne xavier yara yasmina yasmine yvette yrsa yasir zaid
zarah zeynep zeljko zlatan zlatko zofia zoran åke-göran åsa-karin ämma örn össur
`)

/** How Swedish, Nordic and many other family names end; a hint, never a proof. */
export const surnameEnding =
  /(?:sson|son|sen|berg|borg|burg|ström|strøm|lund|lunda|gren|qvist|kvist|quist|dahl|dal|stedt|städt|stad|stam|man|mann|näs|ell|én|feldt|felt|fors|mark|holm|hjelm|löf|löv|blad|rot|sten|stein|sjö|vall|wall|wallin|lin|lén|dén|rén|skog|bäck|beck|ås|åker|hag|hagen|lind|nér|lér|ius|ander|ling|hult|ryd|rydh|torp|krantz|gaard|gård|ović|ić|ski|ska|sky|ova|ov|zadeh|ian|yan|oğlu|oglu|ez|mäki|nen|la|rup|feld|thal|hammar|stierna|stjerna|crona|krona|sköld|skiöld|hielm|svärd|fält|brink|kamp|skär|udd|vik|wik|dotter|hed|hede|lid|linge|bom|dörr|gaard|fjärd|fjell|fjäll)$/u
