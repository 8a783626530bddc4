/** Sentences that tell how it was decided or who was against it. */

const voting =
  /^(?:(?:någon|ingen|sluten|öppen|skriftlig) )?(?:omröstning|votering|försöksvotering|rösträkning)(?:en|ar)? (?!ska |skall |bör |får )\p{Ll}/iu
const dissent =
  /^(?!att )[^.:]{2,120}? (?:reserver(?:ar|ade) sig|anmäl(?:er|de) (?:jäv|reservation|avvikande)|delt(?:ar|og) (?:ej|inte|icke) i|avst(?:år|od) från att (?:delta|rösta)|(?:lägger|lade) ned sina? röst)/iu
const given =
  /^(?:beslutet (?:är|var|blev|fattas|fattades|tas|togs) |(?:reservation|protokollsanteckning|särskilt yttrande)\p{L}* (?:lämna|anmäl|inlämna|avge|avgav))/iu
const englishVote =
  /^(?:(?:no|a|the) (?:vote|ballot|poll|division|recorded vote) (?:was|were) (?:not )?(?:requested|called|taken|held|demanded)|\p{Lu}[^.:]{1,80} (?:abstained|dissented|voted against|(?:did not take|took no) part in (?:the |its )?(?:decision|discussion|vote|voting|consideration)))/iu

/** "12 röster för, 3 emot.", "Röstsiffror: 12–3": how many were on either side. */
const counted =
  /^(?:röstsiffror\p{L}*|\d{1,4} (?:röst(?:er)?|ja|nej|votes?|in favou?r|för|for)(?!\p{L}))[^;]{0,60}(?:emot|mot|nej|avst\p{L}+|against|abst\p{L}+|[–-] ?\d)/iu

/** A sentence that tells how it was decided or who was against it, and decides nothing: "Omröstning begärdes inte." */
export function tellsOfVote(text: string): boolean {
  return text.length < 400 && [voting, counted, dissent, given, englishVote].some((pattern) => pattern.test(text))
}

const outcome =
  /^(?:(?:adopted|approved|accepted|agreed|carried|passed|antogs|bifölls|godkändes)(?: (?:unanimously|enhälligt|nem\.? con\.?|by (?:consensus|acclamation|(?:a |simple )?majority|\d{1,3}[^.]{1,50})|on a show of hands|with (?:no|one|two|three|\d{1,3}) [^.]{0,40}(?:abst|against|oppos|dissent|vote)[^.(]{0,40}|med (?:acklamation|\d{1,3} [^.]{1,50})))|unanimous(?:ly)?|enhälligt|nem\.? con)(?: ?\([^()]{2,80}\))?\.?$/iu

/** "Unanimous.", "Adopted unanimously (4 for, 2 not voting).": how it went, and no word of what. */
export function saysHowItWent(text: string): boolean {
  return text.length < 200 && outcome.test(text)
}

/** Where behind a decision the sentences begin that only tell how it was taken; 0 where none do. */
export function voteAt(sentences: ReadonlyArray<{ text: string; index: number }>): number {
  let from = sentences.length
  while (from > 1 && [saysHowItWent, tellsOfVote].some((tells) => tells(sentences[from - 1]?.text ?? ''))) from -= 1
  return sentences[from]?.index ?? 0
}
