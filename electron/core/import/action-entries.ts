/** Actions under a label or in a list of things to do: "Åtgärd: …", "TODO Mina mejlar Lars", "Ravi: ring NN". */
import { fromFields, labels } from './action-fields.ts'
import { actionOf } from './actions.ts'
import type { FoundAction } from './found-action.ts'
import { asksFor, opensWithDoing } from './doing.ts'
import { dueOf, tellsOutcome } from './due.ts'
import { couldBeName, isFirstName } from './names.ts'
import { isOwner, personal, personName, tidyOwner } from './owners.ts'
import { hasOrganisationWord } from './roles.ts'

/** "TODO Mina mejlar Lars", "Action Mina: mejla Lars", "@Mina mejlar Lars": the name follows without a colon. */
const loose =
  /^(?:(?:TODO|To-?do|ATT GÖRA|Att göra|AP|ACTION|Action|ÅTGÄRD|Åtgärd|UPPGIFT|Uppgift|UPPDRAG|Uppdrag)(?: ?(?:\p{Lu}{1,3}-?)?\d+(?:[.:/-]\d+)*)?[ ]+(?:@)?|@)(?<what>(?<name>\p{Lu}[\p{L}'’-]+(?:(?: ?[+/&,] ?| )\p{Lu}[\p{L}'’-]+){0,2})\s*(?:[:–—-] ?)?\s.+)$/u
const forOwner =
  /^(?:uppdrag (?:åt|till)|action (?:for|on|by)|åtgärd för) (?<owner>[^:,–]{2,60}?)\s*[:,–]\s*(?:att )?(?<what>.+)$/iu

/** "ANSVARIG: Hanna – bokar lokal": who, and what behind a dash. */
const ownerFirst =
  /^(?:ansvariga?|ansv\.?|owner|responsible)\s*:\s*(?<owner>\p{Lu}[^:–—]{1,50}?)\s+[–—-]\s+(?<what>(?!(?:klart?|senast|deadline|due|by|till|före|innan|vecka|when|när)(?!\p{L}))\p{L}{2,}.* .+)$/iu
/** "All partners – send one news item": whoever stands in front of what is asked for. */
const anybodyFirst = /^(?<owner>\p{Lu}[^–—:.]{1,60}?)(?:\s+[–—-]|:)\s+(?<what>\p{Ll}.+)$/u

/** "Action: …", "Åtgärd: …", "AP: …": the rest as an action. Null without such a label. */
export function labelledAction(text: string): FoundAction | null {
  const named = forOwner.exec(text)
  if (named?.groups?.['owner'] !== undefined && named.groups['what'] !== undefined) {
    const what = named.groups['what']
    return { text: what, owner: named.groups['owner'].trim(), dueWords: dueOf(what) }
  }
  const first = ownerFirst.exec(text)?.groups
  if (first?.['owner'] !== undefined && first['what'] !== undefined && personalOrShort(first['owner']))
    return { text: first['what'], owner: first['owner'], dueWords: dueOf(first['what']) }
  const match = labels.exec(text)
  const what = match?.groups?.['what']?.replace(/^@(?=\p{Lu})/u, '')
  if (match === null || what === undefined || tellsOutcome(what)) return null
  const fields = fromFields(what)
  if (fields !== null) {
    const named =
      fields.owner ?? (actionOf(fields.text) ?? entryAction(fields.text) ?? anyOwner(fields.text))?.owner ?? null
    return { ...fields, owner: named, dueWords: fields.dueWords ?? dueOf(fields.text) }
  }
  const by = match.groups?.['by'] ?? null
  const inner = actionOf(what) ?? entryAction(what) ?? anyOwner(what)
  if (inner !== null) return { ...inner, owner: inner.owner ?? by }
  const front = anybodyFirst.exec(what)?.groups
  if (front?.['owner'] !== undefined && asksFor(front['what'] ?? '') && isOwner(front['owner']))
    return { text: front['what'] ?? what, owner: front['owner'], dueWords: dueOf(what) }
  return { text: what, owner: by, dueWords: dueOf(what) }
}

/** "TODO Mina mejlar Lars": without a colon a label is sure only in front of somebody's name and what they do. */
export function namedAction(text: string): FoundAction | null {
  const { what, name } = loose.exec(text)?.groups ?? {}
  if (what === undefined || name === undefined) return null
  const found =
    shortEntry(what) ?? severalEntry(what) ?? entryAction(what) ?? (couldBeName(name) ? anyOwner(what) : null)
  return typeof found?.owner === 'string' &&
    (personName(found.owner) || severalInitials.test(found.owner) || found.owner === name) &&
    (text.startsWith('@') || name.startsWith(found.owner) || found.owner.startsWith(name))
    ? found
    : null
}

/** "Matteo + Joost: review": several names in front of what they are to do. */
export function severalEntry(text: string): FoundAction | null {
  const { owner, what } = /^(?<owner>[^:–—-]{2,60}?)\s*(?::|[–—-](?= ))\s+(?<what>\S.+)$/u.exec(text)?.groups ?? {}
  const names = owner?.split(/ ?[+/&,] ?| (?:och|and) /u) ?? []
  return owner !== undefined &&
    what !== undefined &&
    names.length > 1 &&
    names.every((name) => couldBeName(name) || isFirstName(name))
    ? { text: what, owner, dueWords: dueOf(what) }
    : null
}

function personalOrShort(owner: string): boolean {
  return personal(owner) || severalInitials.test(owner)
}

const severalInitials = /^\p{Lu}{2,4}(?: ?[+/&,] ?\p{Lu}{2,4})*$/u

/** "BF - ny prognos", "JS + KO: stäm av …": initials in front of what they are to do. */
export function shortEntry(text: string): FoundAction | null {
  const { owner, what } = /^(?<owner>[^:–—-]{2,30}?)\s*[:–—-]\s+(?<what>.+)$/u.exec(text)?.groups ?? {}
  if (owner === undefined || what === undefined || !severalInitials.test(owner)) return null
  return { text: what, owner, dueWords: dueOf(what) }
}

/** "Samtliga kommuner meddelar …", "Everybody to complete …": all of them own it. */
const allOfThem =
  /^(?<owner>(?:samtliga|alla|respektive|varje|all|every) \p{L}{3,}|everybody|everyone|alla|samtliga|all) (?<what>(?:to \p{Ll}|ska |skall |\p{Ll}{3,}r ).+)$/iu

/** Under a label everybody can own: "Sky Agency to circulate …", "Kansliet ska …". */
function anyOwner(text: string): FoundAction | null {
  const all = allOfThem.exec(text)?.groups
  if (all?.['owner'] !== undefined && all['what'] !== undefined)
    return { text, owner: all['owner'], dueWords: dueOf(all['what']) }
  const does = bodyDoes(text)
  if (does !== null) return does
  const match = /^(?<owner>\p{Lu}.{1,60}?) (?:to|will|shall|ska|skall) (?<what>\p{Ll}.*)$/u.exec(text)
  const owner = tidyOwner(match?.groups?.['owner'] ?? '')
  if (match?.groups?.['what'] === undefined || !isOwner(owner)) return null
  return { text, owner, dueWords: dueOf(match.groups['what']) }
}

/** "Kansliet arbetar in synpunkterna", "Enheten för kajer skickar listan": a body, and a verb of doing right behind it. */
export function bodyDoes(text: string): FoundAction | null {
  const words = text.split(' ', 8)
  const at = words.findIndex((word, index) => index > 0 && opensWithDoing(word))
  const owner = words.slice(0, at).join(' ')
  if (at < 1 || at === words.length - 1 || !/^\p{Lu}[^,.:;]+$/u.test(owner) || !isOwner(owner)) return null
  return personal(owner) || hasOrganisationWord(words[0] ?? '')
    ? { text, owner, dueWords: dueOf(text.slice(owner.length)) }
    : null
}

/** An entry in a list of things to do: "Ihsan beställer fjädrar – senast 3 maj", "Ravi: ring NN". */
export function entryAction(text: string): FoundAction | null {
  const named =
    /^(?<owner>[\p{Lu}][\p{L}'’.-]+(?: (?:och |and |& )?[\p{Lu}][\p{L}'’.-]+){0,4})\s*[:–—-]\s+(?<what>.+)$/u.exec(text)
  if (
    named?.groups?.['owner'] !== undefined &&
    named.groups['what'] !== undefined &&
    couldBeName(named.groups['owner'].replace(/ (?:och|and|&) /u, ' '))
  ) {
    return { text: named.groups['what'], owner: named.groups['owner'], dueWords: dueOf(named.groups['what']) }
  }
  const bracket =
    /^(?<what>.+?)\s*\((?<owner>[\p{Lu}][\p{L}'’.-]+(?: [\p{Lu}][\p{L}'’.-]+){0,3})(?:, (?<when>[^)]+))?\)\.?$/u.exec(
      text,
    )
  if (
    bracket?.groups?.['owner'] !== undefined &&
    bracket.groups['what'] !== undefined &&
    couldBeName(bracket.groups['owner'])
  ) {
    return {
      text: bracket.groups['what'],
      owner: bracket.groups['owner'],
      dueWords: bracket.groups['when'] ?? dueOf(bracket.groups['what']),
    }
  }
  const initials = /^(?<owner>\p{Lu}{2,3}(?:(?:, | ?[/&+] ?| and | och )\p{Lu}{2,3})*) (?<what>\p{Ll}.+)$/u.exec(text)
  if (initials?.groups?.['owner'] !== undefined && initials.groups['what'] !== undefined) {
    return { text, owner: initials.groups['owner'], dueWords: dueOf(initials.groups['what']) }
  }
  const subject =
    /^(?<owner>[\p{Lu}][\p{L}'’.-]+(?: (?:och |and |& )?[\p{Lu}][\p{L}'’.-]*){0,3}) (?<what>(?:to )?(?!(?:och|and|samt) )\p{Ll}.+)$/u.exec(
      text,
    )
  if (subject?.groups?.['owner'] !== undefined && subject.groups['what'] !== undefined) {
    const { owner, what } = { owner: subject.groups['owner'], what: subject.groups['what'] }
    if (
      couldBeName(owner.replace(/ (?:och|and|&) /u, ' ')) &&
      (isFirstName(owner.split(' ')[0] ?? '') || owner.includes(' '))
    ) {
      return {
        text: text.replace(/ – .*$/u, (tail) => (dueOf(tail) === null ? tail : '')),
        owner,
        dueWords: dueOf(what),
      }
    }
  }
  return null
}
