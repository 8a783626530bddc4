/** Which words of a text a spelling is asked of. Pure. */

export type Language = 'sv' | 'en'
export type Stretch = { from: number; to: number }
/** `word`: as the dictionary is asked for it. */
export type Asked = Stretch & { word: string; language: Language }

const token = /\S+/gu
const word = /\p{L}[\p{L}\p{M}]*(?:[’'\u00ad-]\p{L}[\p{L}\p{M}]*)*(?::\p{Ll}+)?/gu
/** Addresses, and what has digits or signs inside as registry numbers and file names do. */
const machine = /:\/\/|www\.|@|[_\\=/]|\p{L}\d|\d\p{L}|\p{L}\.\p{L}{2,}/iu

/** "bl.a.", "fr.o.m.", "e.g.": short forms of several words. */
const shortened = /^[\p{Ps}\p{Pi}"'”’]*\p{L}{1,3}(?:\.\p{L}{1,3})+(?:\.|(?=[\p{P}]*$))/u
/** Short forms that no dictionary has, with or without their full stop. Titles and months are written so in any office. */
const abbreviations: Readonly<Record<Language, ReadonlySet<string>>> = {
  sv: new Set(
    `adj alt anm ang avd avs bil bitr ca dir dnr doc dr dvs ev ex exkl exp f fil forts förf gd gn gnr hr inkl ing inst
     jfr kand kap kl lic m max med mfl milj min mm mom mån nr nuv obs ordf osv pga pkt prof prop ref resp rskr s sekr sid
     skr sk sou st styr suppl särsk t tel tex tf tfn tim tjf tom tr tv ung utg v vd vik vol äv
     jan feb febr apr aug sep sept okt nov dec mån tis ons tors fre lör sön`.split(/\s+/u),
  ),
  en: new Set(
    `approx cf co corp dept dr ed eds eg encl esp est etc ext fig govt ie inc incl ltd max min misc mr mrs ms no nos para
     ph prof ref sec secy st tel viz vol vs jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri`.split(
      /\s+/u,
    ),
  ),
}

const other: Readonly<Record<Language, Language>> = { sv: 'en', en: 'sv' }

/** Every word, with the language it is read in. Single letters, shouted short forms and what machines read are passed over. */
export function askedWords(text: string, language: Language, foreign: readonly Stretch[]): Asked[] {
  const found: Asked[] = []
  for (const { 0: whole, index } of text.matchAll(token)) {
    if (machine.test(whole) || shortened.test(whole)) continue
    for (const match of whole.matchAll(word)) {
      const from = index + match.index
      const raw = match[0]
      // "EU:s", "VD:n": what stands before the colon.
      const bare = raw
        .replace(/:\p{Ll}+$/u, '')
        .replaceAll('’', "'")
        .replaceAll('\u00ad', '')
      if (bare.length < 2 || (bare === bare.toUpperCase() && bare !== bare.toLowerCase())) continue
      const isForeign = foreign.some((one) => one.from <= from && from < one.to)
      const read = isForeign ? other[language] : language
      if (abbreviations[read].has(bare.toLowerCase())) continue
      found.push({ from, to: from + raw.length, word: bare, language: read })
    }
  }
  return found
}

/** Forms under which a list of own words or names may have a word. */
export function formsOf(word: string): string[] {
  const small = word.toLowerCase()
  return small.length > 2 && /'?s$/u.test(small) ? [small, small.replace(/'?s$/u, '')] : [small]
}

/** A word of several, tied by hyphens: its parts, but those of a letter. */
export const partsOf = (word: string) => (word.includes('-') ? word.split('-').filter((part) => part.length > 1) : [])
