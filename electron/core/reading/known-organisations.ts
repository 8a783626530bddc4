/**
 * Organisations that everybody in Swedish public life writes about: facts for recognising them in a text and
 * for proposing a type. One a line: the full name, then its abbreviations and other names.
 */
import type { OrganisationType } from '#contract/reading.ts'

const byType: Readonly<Record<OrganisationType, string>> = {
  departement: `
Regeringskansliet; RK; Government Offices of Sweden; Government Offices; Swedish Government Offices
Statsrådsberedningen; Prime Minister’s Office; Prime Minister's Office
Arbetsmarknadsdepartementet; Ministry of Employment
Finansdepartementet; Ministry of Finance
Försvarsdepartementet; Ministry of Defence
Infrastrukturdepartementet; Ministry of Infrastructure
Justitiedepartementet; Ministry of Justice
Klimat- och näringslivsdepartementet; Ministry of Climate and Enterprise
Kulturdepartementet; Ministry of Culture
Landsbygds- och infrastrukturdepartementet; Ministry of Rural Affairs and Infrastructure
Miljödepartementet; Ministry of the Environment
Miljö- och energidepartementet
Näringsdepartementet; Ministry of Enterprise and Innovation
Socialdepartementet; Ministry of Health and Social Affairs
Utbildningsdepartementet; Ministry of Education and Research
Utrikesdepartementet; UD; Ministry for Foreign Affairs
`,
  myndighet: `
Arbetsförmedlingen; Swedish Public Employment Service
Arbetsgivarverket
Arbetsmiljöverket; Swedish Work Environment Authority
Barnombudsmannen
Bolagsverket; Swedish Companies Registration Office
Boverket; National Board of Housing, Building and Planning
Brottsförebyggande rådet; Brå
Centrala studiestödsnämnden; CSN
Delegationen för unga och nyanlända till arbete
Diskrimineringsombudsmannen
Domstolsverket; Swedish National Courts Administration
E-hälsomyndigheten; eHälsomyndigheten; Swedish eHealth Agency
Ekobrottsmyndigheten
Ekonomistyrningsverket; ESV; Swedish National Financial Management Authority
Elsäkerhetsverket
Energimarknadsinspektionen
Energimyndigheten; Statens energimyndighet; Swedish Energy Agency
Etikprövningsmyndigheten; Swedish Ethical Review Authority
Exportkreditnämnden; EKN
Fastighetsverket; Statens fastighetsverk
Finansinspektionen
Folke Bernadotteakademin
Folkhälsomyndigheten; FoHM; Public Health Agency of Sweden; Swedish Public Health Agency
Formas
Forte
Fortifikationsverket
Försvarets materielverk; FMV
Försvarets radioanstalt; FRA
Försvarsmakten; Swedish Armed Forces
Försäkringskassan; Swedish Social Insurance Agency
Försvarshögskolan
Havs- och vattenmyndigheten; HaV; Swedish Agency for Marine and Water Management
Inspektionen för vård och omsorg; IVO; Health and Social Care Inspectorate
Institutet för mänskliga rättigheter
Integritetsskyddsmyndigheten; IMY; Swedish Authority for Privacy Protection
Jordbruksverket; Statens jordbruksverk; Swedish Board of Agriculture
Jämställdhetsmyndigheten; Swedish Gender Equality Agency
Kammarkollegiet
Kemikalieinspektionen; Swedish Chemicals Agency
Kommerskollegium; National Board of Trade
Konjunkturinstitutet
Konkurrensverket; Swedish Competition Authority
Konsumentverket; Swedish Consumer Agency
Kriminalvården; Swedish Prison and Probation Service
Kronofogdemyndigheten; Kronofogden
Kulturrådet; Statens kulturråd; Swedish Arts Council
Kungliga biblioteket
Kustbevakningen; Swedish Coast Guard
Lantmäteriet
Livsmedelsverket; Swedish Food Agency
Luftfartsverket
Läkemedelsverket; Swedish Medical Products Agency; Medical Products Agency
Migrationsverket; Swedish Migration Agency
Myndigheten för arbetsmiljökunskap
Myndigheten för delaktighet
Myndigheten för digital förvaltning; DIGG; Digg; Agency for Digital Government
Myndigheten för familjerätt och föräldraskapsstöd
Myndigheten för press, radio och tv
Myndigheten för psykologiskt försvar
Myndigheten för samhällsskydd och beredskap; MSB; Swedish Civil Contingencies Agency
Myndigheten för stöd till trossamfund
Myndigheten för tillgängliga medier
Myndigheten för totalförsvarsanalys
Myndigheten för ungdoms- och civilsamhällesfrågor; MUCF
Myndigheten för vård- och omsorgsanalys; Vårdanalys
Myndigheten för yrkeshögskolan
Naturhistoriska riksmuseet
Naturvårdsverket; Swedish Environmental Protection Agency
Patent- och registreringsverket; PRV; Swedish Intellectual Property Office
Patientnämnden
Pensionsmyndigheten; Swedish Pensions Agency
Polismyndigheten; Polisen; Swedish Police Authority; Swedish Police
Post- och telestyrelsen; PTS; Swedish Post and Telecom Authority
Regelrådet
Rikspolisstyrelsen
Riksarkivet; Swedish National Archives
Riksantikvarieämbetet; Swedish National Heritage Board
Riksdagsförvaltningen
Riksgälden; Riksgäldskontoret; Swedish National Debt Office
Riksrevisionen; Swedish National Audit Office
Rymdstyrelsen; Swedish National Space Agency
Sametinget; Sami Parliament
Sida
Sjöfartsverket; Swedish Maritime Administration
Skatteverket; Swedish Tax Agency
Skogsstyrelsen; Swedish Forest Agency
Skolinspektionen; Statens skolinspektion
Skolverket; Statens skolverk; Swedish National Agency for Education
Skolforskningsinstitutet
Socialstyrelsen; National Board of Health and Welfare
Specialpedagogiska skolmyndigheten; SPSM
Spelinspektionen
Statens beredning för medicinsk och social utvärdering; SBU
Statens geotekniska institut
Statens institutionsstyrelse; SiS
Statens medicinsk-etiska råd; Smer
Statens veterinärmedicinska anstalt; SVA
Statistiska centralbyrån; SCB; Statistics Sweden
Statskontoret; Swedish Agency for Public Management
Statens servicecenter
Statens tjänstepensionsverk
Strålsäkerhetsmyndigheten; Swedish Radiation Safety Authority
Styrelsen för ackreditering och teknisk kontroll; Swedac
Svenska institutet; Swedish Institute
Sveriges geologiska undersökning; SGU
Sveriges meteorologiska och hydrologiska institut; SMHI
Säkerhetspolisen; Säpo; Swedish Security Service
Tandvårds- och läkemedelsförmånsverket; Tandvårds- & läkemedelsförmånsverket; TLV; Dental and Pharmaceutical Benefits Agency
Tillväxtanalys; Myndigheten för tillväxtpolitiska utvärderingar och analyser
Tillväxtverket; Swedish Agency for Economic and Regional Growth
Totalförsvarets forskningsinstitut; FOI; Swedish Defence Research Agency
Trafikanalys
Trafikverket; Swedish Transport Administration
Transportstyrelsen; Swedish Transport Agency
Tullverket; Swedish Customs
Universitets- och högskolerådet; UHR
Universitetskanslersämbetet; UKÄ; Swedish Higher Education Authority
Upphandlingsmyndigheten; National Agency for Public Procurement
Utbetalningsmyndigheten
Vetenskapsrådet; VR; Swedish Research Council
Vinnova; Verket för innovationssystem; Sweden's Innovation Agency; Sweden’s innovation agency
Åklagarmyndigheten; Swedish Prosecution Authority
`,
  region: `
Region Blekinge
Region Dalarna
Region Gotland
Region Gävleborg
Region Halland
Region Jämtland Härjedalen
Region Jönköpings län
Region Kalmar län
Region Kronoberg
Region Norrbotten
Region Skåne
Region Stockholm; Stockholms läns landsting
Region Sörmland
Region Uppsala
Region Värmland
Region Västerbotten
Region Västernorrland
Region Västmanland
Region Örebro län
Region Östergötland
Västra Götalandsregionen; VGR
`,
  kommun: `
Göteborgs stad
Malmö stad
Stockholms stad; City of Stockholm
City of Gothenburg
`,
  lärosäte: `
Blekinge tekniska högskola; BTH
Chalmers tekniska högskola; Chalmers; Chalmers University of Technology
Ersta Sköndal Bräcke högskola; Marie Cederschiöld högskola
Försvarshögskolan
Gymnastik- och idrottshögskolan; GIH
Göteborgs universitet; University of Gothenburg
Handelshögskolan i Stockholm; Stockholm School of Economics
Högskolan Dalarna
Högskolan Kristianstad
Högskolan Väst
Högskolan i Borås
Högskolan i Gävle
Högskolan i Halmstad
Högskolan i Skövde
Jönköping University
Karlstads universitet; Karlstad University
Karolinska institutet; KI; Karolinska Institute
Konstfack
Kungliga Tekniska högskolan; KTH; KTH Royal Institute of Technology
Linköpings universitet; LiU; Linköping University
Linnéuniversitetet; Linnaeus University
Luleå tekniska universitet; LTU; Luleå University of Technology
Lunds universitet; LU; Lund University
Malmö universitet; Malmö University
Mittuniversitetet; Mid Sweden University
Mälardalens universitet; MDU; Mälardalen University
Sophiahemmet Högskola
Stockholms konstnärliga högskola
Stockholms universitet; Stockholm University
Sveriges lantbruksuniversitet; SLU; Swedish University of Agricultural Sciences
Södertörns högskola; Södertörn University
Umeå universitet; Umeå University
Uppsala universitet; UU; Uppsala University
Örebro universitet; Örebro University
`,
  företag: `
ABB
AstraZeneca; Astra Zeneca
Atlas Copco
Bayer
Cytiva
Electrolux
Elekta
Ericsson
Getinge
Google
H&M
IBM
IKEA
Johnson & Johnson
Microsoft
Novartis
Pfizer
Roche
Saab
Sandvik
Scania
SKF
Spotify
SSAB
Sobi; Swedish Orphan Biovitrum
Telia
TT
Volvo; AB Volvo; Volvo Cars
Northvolt
`,
  branschorganisation: `
Almega
Företagarna
Innovations- och kemiindustrierna; IKEM
Läkemedelsindustriföreningen; LIF; Lif
LRF; Lantbrukarnas riksförbund
Svensk Handel
Svensk Försäkring
Svenskt Näringsliv; Confederation of Swedish Enterprise
SwedenBIO; Sweden Bio
Swedish Medtech
Teknikföretagen
TechSverige
IT&Telekomföretagen
Vårdföretagarna
Sveriges Kommuner och Regioner; SKR; Swedish Association of Local Authorities and Regions; SALAR
Sveriges Allmännytta
Energiföretagen; Energiföretagen Sverige
Byggföretagen
Fastighetsägarna
Skogsindustrierna
Transportföretagen
Visita
Jernkontoret
`,
  civilsamhälle: `
Akademikerförbundet SSR
Cancerfonden; Swedish Cancer Society
Barncancerfonden
Civil Rights Defenders
Forska!Sverige; Forska Sverige
Funktionsrätt Sverige
Hjärt-Lungfonden
Hjärnfonden
Ingenjörsvetenskapsakademien; Kungliga Ingenjörsvetenskapsakademien; IVA
Knut och Alice Wallenbergs stiftelse; Knut and Alice Wallenberg Foundation
Kungl. Vetenskapsakademien; Kungliga Vetenskapsakademien; Royal Swedish Academy of Sciences
KK-stiftelsen
Landsorganisationen; LO
Mer Organdonation; MOD - Mer Organdonation; MOD – Mer Organdonation
Naturskyddsföreningen
PRO; Pensionärernas riksorganisation
Riksbankens Jubileumsfond
Rädda Barnen; Save the Children
Röda Korset; Svenska Röda Korset; Swedish Red Cross
Saco
SPF Seniorerna
Stiftelsen för strategisk forskning; SSF
Stadsmissionen
Svensk sjuksköterskeförening
Svenska Läkaresällskapet; Svenska läkaresällskapet
Sveriges läkarförbund; Läkarförbundet
Svenska kyrkan
TCO
Unionen
Vision
Vårdförbundet
Kommunal
`,
  'statligt bolag': `
Almi; Almi Företagspartner
Almi Invest
Apoteket AB
Business Sweden
LKAB
PostNord
RISE; RISE Research Institutes of Sweden; RISE Research Institutes of Sweden AB; Research Institutes of Sweden
Samhall
Saminvest
SBAB
SJ
Svenska kraftnät
Svenska rymdaktiebolaget
Swedfund
Systembolaget
Vattenfall
Visit Sweden
`,
  internationell: `
EU
EuroHPC JU; EuroHPC
EU-kommissionen; Europeiska kommissionen; European Commission
Europaparlamentet; European Parliament
Europeiska läkemedelsmyndigheten; EMA; European Medicines Agency
Europeiska unionen; European Union
Europarådet; Council of Europe
FN; Förenta nationerna; United Nations
Helcom
ILO
Internationella vaccininstitutet; IVI; International Vaccine Institute
Nato; NATO
Nordiska ministerrådet; Nordiska Ministerrådet; Nordic Council of Ministers
Nordiska rådet; Nordic Council
NordForsk
Nordic Innovation
OECD
Unesco; UNESCO
Unicef; UNICEF
Världsbanken; World Bank
Världshälsoorganisationen; WHO; World Health Organization
`,
}

/** Known, and of a kind that the list of types has no word for. */
const untyped = `
Regionalt cancercentrum; RCC
Regionala cancercentrum i samverkan; RCC i samverkan
Genomic Medicine Sweden; Genomic Medicin Sweden; GMS
Karolinska universitetssjukhuset
Sahlgrenska universitetssjukhuset; Sahlgrenska
Akademiska sjukhuset
Skånes universitetssjukhus
Norrlands universitetssjukhus
SciLifeLab; Science for Life Laboratory
MAX IV; MaxIV; Max IV
ESS; European Spallation Source
LUMI
Testa Center
BioVentureHub
Kliniska studier Sverige
Health Innovation West
Inera
Riksdagen; Sveriges riksdag
`

export interface KnownOrganisation {
  name: string
  /** Other names and abbreviations. */
  others: readonly string[]
  type: OrganisationType | null
}

function readTable(text: string, type: OrganisationType | null): KnownOrganisation[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', ...others] = line.split(';').map((part) => part.trim())
      return { name, others, type }
    })
}

const isType = (key: string): key is OrganisationType => key in byType

export const knownOrganisations: readonly KnownOrganisation[] = [
  ...Object.keys(byType)
    .filter(isType)
    .flatMap((type) => readTable(byType[type], type)),
  ...readTable(untyped, null),
]
