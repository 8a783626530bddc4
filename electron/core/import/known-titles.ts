/** Titles every agenda knows, and the headings that stand inside an item. */
import { foldText } from './words.ts'

const known =
  /^(?:(?:mötets?|sammanträdets|stämmans|årsmötets|dagens) (?:öppn\p{L}+|avslut\p{L}+|form\p{L}+|behöriga? \p{L}+)|(?:mötet|stämman|sammanträdet) (?:öppnas|avslutas|öppnande|avslutande)|öppn(?:ing|ande)(?: .*)?|avslut(?:ning|ande)?(?: .*)?|inledning(?: .*)?|välkommen.*|välkomna.*|upprop|val av .*|fastställande av .*|godkännande av .*|dagordning(?:en)?|föredragningslist\p{L}*|föregående (?:mötes? )?(?:protokoll|minnesanteckningar|möte|anteckningar).*|(?:protokoll|minnesanteckningar) (?:från )?föregående .*|genomgång av föregående.*|rapporter?|lägesrapport(?:er)?|information(?:er)?|(?:övriga|övrigt|övrig) ?(?:frågor|ärenden|punkter)?|nästa (?:möte|sammanträde|träff|steg|styrelsemöte|gång|avstämning)|kommande möten?|aktuellt|laget runt|meddelanden|anmälningsärenden|delegationsbeslut|ekonomi(?:sk rapport)?|ekonomirapport|budget.*|verksamhetsberättelse.*|justering.*|summering.*|sammanfattning|uppstart|att göra|incheckning|presentationsrunda|bordlagda .*|skrivelser|rapport från .*|welcome.*|opening.*|introductions?|apologies.*|declarations? of .*|conflicts? of interest|minutes of the (?:previous|last) .*|(?:previous|last) minutes|matters arising.*|chair(?:'s|’s|s|man's)? report|treasurer.*report|director(?:'s|’s|s)? report|finance.*|financial .*|any other business|aob|other business|date of (?:the )?next meeting|next (?:meeting|steps)|clos(?:e|ing|ure).*|adjournment.*|call to order|roll call|approval of .*|adoption of .*|correspondence|action (?:items|points|list|log|summary)|actions|summary of actions?|actions (?:agreed|arising)|åtgärdslista|uppdragslista|new business|old business|unfinished business|reports?)$/u

/** True for a title that agendas use everywhere ("Mötets öppnande", "Any other business"). */
export function isKnownTitle(title: string): boolean {
  return title.length < 90 && known.test(foldText(title.replace(/[’']/gu, "'")).replaceAll(' s ', "'s "))
    ? true
    : known.test(title.toLowerCase().replace(/[.:]$/u, ''))
}

const inner =
  /^(?:(?:\p{L}+s )?beslut(?:et)?(?: skickas till| expedieras till| under sammanträdet)?|förslag till beslut.*|beslutsunderlag|beslutsgång(?:en)?|beslutsmotivering|ärendebeskrivning|ärendet|sammanfattning av ärendet|sammanfattning|bakgrund|bedömning|motivering|skäl(?:en)? för beslutet|yrkanden?|förslag|förvaltningens förslag(?: till beslut)?|styrelsens förslag|omröstning\p{L}*|omröstningsresultat|propositionsordning|propositioner|reservation(?:er)?|protokollsanteckning(?:ar)?|särskilt yttrande|särskilda yttranden|jäv|beskrivning.*|expedieras(?: till)?|expediering|skickas till|kopia till|sändlista|bilagor|bilaga|barnrättsbedömning|ekonomiska konsekvenser|konsekvenser|tidigare behandling|föredragning|föredragande|diskussion|decisions?|resolutions?|resolved|actions?|background|discussion|recommendations?|proposal|summary of the matter|ajournering|deltar (?:ej|inte) i .*|åtgärder?|åtgärd|uppdrag|paragrafen är (?:omedelbart )?justerad.*|omedelbar justering|notering(?:ar)?|notes?|kommentarer|frågor och svar|punkter|anteckningar)$/u

/** Headings within an item ("Beslut", "Bakgrund", "Beslutsunderlag"): they never open one. */
export function isInnerHeading(text: string): boolean {
  return text.length < 80 && inner.test(foldText(text))
}
