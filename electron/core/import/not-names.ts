/** Words of headings and running text that are no part of a person's name, lower case. */
export const notNames: ReadonlySet<string> = new Set(
  `absent ansv ansvarig klart nr action actions adjourned adjournment agenda aktuella aktuellt an and anmälan anmälningar announcement
announcements ansvarsfrihet anteckningar any aob apologies approval approve arbetsmiljö arising at att
attendance attendees av avslut avslutande avslutning avstämning background bakgrund beslut beslutas besluten
bilaga bilagor bokslut budget budgeten business by call chair's close closing communication communications
conclusion conclusions correspondence dagordning dagordningen date datum de decision decisions declaration
declarations delegationsbeslut deltagare den det diarienummer discussion diskussion dnr drift efter ekonomi
ekonomisk election elections en ersättare ett event events fastställande finance financial for framtid framåt
from fråga frågor från frånvarande för föregående förra förslag godkännande guests gäster health i in
information informationer inför inledning inom interest interests international internationell internationella
introduction introductions introduktion item items justerare justering kallelse kommunikation kring ledamöter
location lokal lokaler lägesrapport matters med meddelanden medlemmar medlemsavgift meeting membership
minnesanteckningar minutes mot motion motioner möte mötesanteckningar mötesordförande mötet mötets national
nationell nationella new next närvarande närvaro nästa och of old om on opening order organisation
organisationen other outlook overview paragraf participants personal place plan planering planning plans plats
policies policy present presentation presentationer presentations previous program programme project projects
proposal proposals protokoll protokollet protokollets punkt punkter på question questions quorum rapport
rapporter rapportering regional regionala remiss remissvar report reports resolution resolutions review revision
risk röstlängd safety samarbete sammanfattning sammanträde sammanträdesprotokoll samt samverkan secretary's
skrivelse som stadgar staffing status strategi strategin strategy summaries summary syfte the tid till time to
treasurer's under underhåll underskrift underskrifter unfinished update updates uppdrag uppföljning upprop utan
utblick val valberedning venue verksamhet verksamhetsberättelse verksamhetsplan vakans vakant vacancy vacant vid välkommen välkomna welcome
with workshop yttrande är ärende ärenden årsredovisning åtgärd åtgärder öppnande öppning över övriga övrigt`.split(
    /\s+/u,
  ),
)
