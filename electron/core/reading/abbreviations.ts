/** Short names that a text explains itself, and the direction that tells one of several of a name. */
import type { Passage } from './passage.ts'
import { organisationFacts, organisationType } from './organisations.ts'
import type { OrganisationMention } from './organisations.ts'

/** "Genomic Medicine Sweden (GMS)": the letters in brackets stand for the name in the rest of the text. */
export function addAbbreviations(passages: readonly Passage[]): void {
  const defined = new Map<string, OrganisationMention>()
  for (const passage of passages) {
    for (const match of passage.text.matchAll(
      /(?<name>(?:\p{Lu}[\p{L}&-]* ){1,6})\((?<short>\p{Lu}[\p{Lu}\p{Ll}-]{1,9})\)/gu,
    )) {
      const name = match.groups?.['name']?.trim() ?? ''
      const short = match.groups?.['short'] ?? ''
      const known = passage.organisations.find((one) => one.end === match.index + name.length)
      const initials = name
        .split(' ')
        .map((word) => word.charAt(0))
        .join('')
      if (known === undefined && initials === short && initials.length > 1) {
        const mention = {
          start: match.index,
          end: match.index + name.length,
          name,
          asWritten: name,
          type: organisationType(name),
        }
        if (!passage.organisations.some((one) => one.start < mention.end && mention.start < one.end))
          passage.organisations.push(mention)
        defined.set(short, mention)
      } else if (known !== undefined) defined.set(short, known)
    }
  }
  for (const { organisations, text } of passages) {
    organisations.forEach((one, index) => {
      const next = organisations[index + 1]
      const full = organisationFacts(one.name)
      if (next === undefined || full === null || !/^\p{Lu}{2,6}$/u.test(next.name)) return
      const between = text.slice(one.end, next.start)
      if (between !== ' ' && !(between === ' (' && text.charAt(next.end) === ')')) return
      if (organisationFacts(next.name)?.name === full.name) defined.set(next.name, one)
    })
  }
  for (const passage of passages) {
    passage.organisations = passage.organisations.map((one) => {
      const full = defined.get(one.name)
      return full === undefined ? one : { ...one, name: full.name, type: full.type }
    })
    for (const [short, full] of [...defined].slice(0, 200)) {
      for (let at = passage.text.indexOf(short); at >= 0; at = passage.text.indexOf(short, at + short.length)) {
        const end = at + short.length
        if (/[\p{L}\p{N}]/u.test(passage.text.charAt(at - 1)) || /[\p{L}\p{N}-]/u.test(passage.text.charAt(end)))
          continue
        if (passage.organisations.some((one) => at < one.end && one.start < end)) continue
        passage.organisations.push({ start: at, end, name: full.name, asWritten: short, type: full.type })
      }
    }
    passage.organisations.sort((a, b) => a.start - b.start)
  }
}

const direction =
  /^(?: \(\p{Lu}[\p{Lu}\p{Ll}-]{1,9}\))? (?<where>norr|syd|öst|väst|nordost|nordöst|nordväst|sydost|sydöst|sydväst|mellansverige)(?![\p{L}\p{N}-])(?! (?:om|ut|i|på)(?!\p{L}))/u

/** "Regionalt cancercentrum (RCC) norr" is one of several centres: the direction belongs to its name. */
export function addDirections(passages: readonly Passage[]): void {
  for (const passage of passages) {
    for (const one of passage.organisations) {
      const match = direction.exec(passage.text.slice(one.end, one.end + 40))
      if (match === null) continue
      one.end += match[0].length
      one.name = `${one.name} ${match.groups?.['where'] ?? ''}`
      one.asWritten = passage.text.slice(one.start, one.end)
    }
    passage.organisations = passage.organisations.filter(
      (one) => !passage.organisations.some((other) => other.start < one.start && one.end < other.end),
    )
  }
}
