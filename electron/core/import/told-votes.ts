/** Sentences that tell how it was decided or who was against it. */

const voting =
  /^(?:(?:någon|ingen|sluten|öppen|skriftlig) )?(?:omröstning|votering|försöksvotering|rösträkning)(?:en|ar)? (?!ska |skall |bör |får )\p{Ll}/iu
const dissent =
  /^(?!att )[^.:]{2,120}? (?:reserver(?:ar|ade) sig|anmäl(?:er|de) (?:jäv|reservation|avvikande)|delt(?:ar|og) (?:ej|inte|icke) i|avst(?:år|od) från att (?:delta|rösta)|(?:lägger|lade) ned sina? röst)/iu
const given =
  /^(?:beslutet (?:är|var|blev|fattas|fattades|tas|togs) |(?:reservation|protokollsanteckning|särskilt yttrande)\p{L}* (?:lämna|anmäl|inlämna|avge|avgav))/iu
const englishVote =
  /^(?:(?:no|a|the) (?:vote|ballot|poll|division|recorded vote) (?:was|were) (?:not )?(?:requested|called|taken|held|demanded)|\p{Lu}[^.:]{1,80} (?:abstained|dissented|voted against))/iu

/** "12 röster för, 3 emot.", "Röstsiffror: 12–3": how many were on either side. */
const counted =
  /^(?:röstsiffror\p{L}*|\d{1,4} (?:röst(?:er)?|ja|nej|votes?|in favou?r|för|for)(?!\p{L}))[^;]{0,60}(?:emot|mot|nej|avst\p{L}+|against|abst\p{L}+|[–-] ?\d)/iu

/** A sentence that tells how it was decided or who was against it, and decides nothing: "Omröstning begärdes inte." */
export function tellsOfVote(text: string): boolean {
  return text.length < 400 && [voting, counted, dissent, given, englishVote].some((pattern) => pattern.test(text))
}
