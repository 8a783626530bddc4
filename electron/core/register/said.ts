/** Sentences in which somebody is the one who acts: "Anna Ek presenterade", "öppnades av Anna Ek". Pure. */
import { actingVerbs } from '#core/import/actors.ts'

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
const aside = String.raw`(?: ?\([^()]{1,90}\)|, [^,.;()]{2,90},| (?:från|vid|på|of|from|at) [^,.;()]{2,60}?)?`
const fellow = String.raw`(?: (?:och|samt|and) [^.;]{2,80}?)?`
const adverb = '(?:därefter|sedan|även|också|kort|inledningsvis|dessutom|vidare|then|also|briefly|now|has|har|hade) '
const passives =
  'presenterades|föredrogs|redovisades|öppnades|inleddes|avslutades|hölls|leddes|presented|given|introduced|delivered|led|opened|closed'

/** Tells whether one of `names` acts in a sentence. */
export function actorFinder(names: readonly string[]): (sentence: string) => boolean {
  const usable = names.filter((name) => [...name].length > 1).toSorted((a, b) => b.length - a.length)
  if (usable.length === 0) return () => false
  const who = `(?<![\\p{L}\\p{N}])(?:${usable.map(escaped).join('|')})(?![\\p{L}\\p{N}])`
  const active = new RegExp(`${who}${aside}${fellow} (?:${adverb})?(?:${actingVerbs})(?![\\p{L}])`, 'u')
  const joined = new RegExp(`(?:och|samt|and) ${who}${aside} (?:${adverb})?(?:${actingVerbs})(?![\\p{L}])`, 'u')
  const passive = new RegExp(`(?:${passives}) (?:av|by) (?:\\p{Ll}[\\p{L}-]{2,30} )?${who}`, 'u')
  // Swedish turns the order about after an opening word: "Därefter presenterade Anna Ek".
  const turned = new RegExp(`(?<![\\p{L}])(?:${actingVerbs}) ${who}`, 'u')
  return (sentence) => [active, joined, passive, turned].some((pattern) => pattern.test(sentence))
}
