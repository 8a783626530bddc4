/** Chair, secretary and adjusters as running text names them ("Till justerare valdes …"). */
import type { Officer, ProposedItem, ProposedParticipant } from '#contract/proposal.ts'
import { namesIn } from './head-fields.ts'
import type { OfficerWords } from './head-fields.ts'
import { isFullName, sameName } from './names.ts'
import { nameRun, officersSaid } from './officers-said.ts'
import { sentencesOf } from './sentences.ts'
import { wordEnd, wordStart } from './words.ts'
import { mixedCase } from './mixed-case.ts'

const chose =
  '(?:valdes|omvaldes|utsågs|utses|väljs|utser|utsåg|valde|väljer|utse|välja|utsett|valt|was elected|were elected|was appointed|were appointed|elected|appointed)'

const roleWords: ReadonlyArray<readonly [Officer['role'], string]> = [
  [
    'adjuster',
    '(?:protokolls?justerare|justerare|justeringspersoner?|justeringsm[aä]n|justera|justerings\\p{L}*|minutes checkers?|adjusters?|verify the minutes|check the minutes|scrutineers?)',
  ],
  [
    'chair',
    '(?:mötesordförande|stämmoordförande|ordförande för (?:mötet|stämman|sammanträdet|årsmötet|dagen)|leda (?:mötet|stämman|sammanträdet)|chair(?:person|man)? (?:of|for) the meeting|chair the meeting)',
  ],
  [
    'secretary',
    '(?:mötessekreterare|sekreterare för (?:mötet|stämman|dagen)|sekreterare|protokollförare|föra (?:dagens )?protokoll(?:et)?|secretary (?:of|for) the meeting|minute[- ]taker|take (?:the )?minutes)',
  ],
]

const patterns: ReadonlyArray<readonly [Officer['role'], readonly RegExp[]]> = roleWords.map(([role, words]) => [
  role,
  [
    mixedCase(`${wordStart}${words}${wordEnd}[^.!?]{0,60}? ${chose} (?-i:${nameRun})`, 'u'),
    new RegExp(
      `${nameRun} (?:${chose}|att) (?:enhälligt )?(?:till |att |som |as |to )?(?:jämte \\p{L}+ )?(?:(?:mötets|dagens|dagens mötes|the) )?${words}${wordEnd}`,
      'u',
    ),
    mixedCase(
      `${wordStart}${chose} (?-i:${nameRun}) (?:till |att |som |as |to )(?:jämte \\p{L}+(?:, \\p{L}+)? )?(?:(?:dagens|mötets) )?${words}${wordEnd}`,
      'u',
    ),
    // "Protokollet justeras av Bo Ål för ST och Ann Ek för Saco-S."
    ...(role === 'adjuster'
      ? [
          mixedCase(
            `${wordStart}(?:protokollet |minutes )?(?:justeras|justerades|verified|checked) (?:av|by) (?-i:${nameRun})`,
            'u',
          ),
          mixedCase(
            `${wordStart}justera[sd](?:es)? av [^.!?]{3,80}? (?:för|från) [^.!?]{2,40}? (?:och|samt) (?-i:${nameRun})(?= (?:för|från) )`,
            'u',
          ),
        ]
      : []),
    // "Till ordförande valdes Bo Ål, till sekreterare Ann Ek och till justerare Kim Ås."
    mixedCase(`${wordStart}${chose}[^.!?]{2,120}?(?:,| och| samt| and) (?:till|som|as) ${words} (?-i:${nameRun})`, 'u'),
  ],
])

const opening = [
  new RegExp(
    `(?:^|[.] )(?:Mötesordförande|Ordförande|Chair|Chairman|The Chair),? ${nameRun},? (?:öppnade|öppnar|hälsade|hälsar|inledde|inleder|förklarade|förklarar|opened|opens|welcomed|called)`,
    'u',
  ),
  new RegExp(
    `${nameRun} \\((?:mötes)?(?:ordförande|ordf\\.?|chair)\\) (?:öppnade|öppnar|hälsade|hälsar|inledde|inleder|förklarade|opened|welcomed|called)`,
    'u',
  ),
]

const valdes = new RegExp(
  `${wordStart}(?:valde|väljer|utsåg|utser|valdes|utsågs|utses|väljs|elected|appointed|föreslogs) ${nameRun}`,
  'u',
)

/** "Bo Ål valdes." under a title that says to what. */
const chosenFirst = new RegExp(`^${nameRun} (?:valdes|omvaldes|utsågs|väljs|utses|was elected|were elected)[.]?$`, 'u')

function fullNames(text: string, people: readonly ProposedParticipant[]): string[] {
  return namesIn(text)
    .map((name) => {
      const same = people.filter((person) => sameName(name, person.name))
      const [only] = same
      return same.length === 1 && only !== undefined ? only.name : name
    })
    .filter((name) => isFullName(name))
}

const labelledOfficer =
  /^(?:\(?[a-z\d]{1,2}[.)] )?(?<role>mötesordförande|mötessekreterare|ordförande för mötet|sekreterare för mötet|stämmoordförande|protokollförare|justerare|justeringspersoner|justeringsperson|justeringsmän|protokolljusterare)(?: (?:och|tillika) \p{L}+)?: (?<names>.+)$/iu

/** "a) Ordförande: Anna Ek" where the meeting elects its officers. */
const plainOfficer = /^(?:\(?[a-z\d]{1,2}[.)] )?(?<role>ordförande|sekreterare|justerare): (?<names>.+)$/iu

function roleOfLabel(label: string): Officer['role'] {
  return /juster/iu.test(label) ? 'adjuster' : /ordförande/iu.test(label) ? 'chair' : 'secretary'
}

/** Officers found in the items' text, in order. */
export function officersInText(items: readonly ProposedItem[], people: readonly ProposedParticipant[]): Officer[] {
  const found: Officer[] = []
  const add = (role: Officer['role'], names: string, line: number): void => {
    for (const name of fullNames(names, people)) {
      if (!found.some((officer) => officer.role === role && officer.name === name)) found.push({ role, name, line })
    }
  }
  for (const [at, item] of items.entries()) {
    const title = item.title.toLowerCase()
    // "Val av ordförande, sekreterare och justerare" tells no single role.
    const roles = [/ordförande|chair/u, /sekreterare|protokollförare|secretary/u, /juster|checker|scrutin/u]
    const titleRole: Officer['role'] | null =
      roles.filter((role) => role.test(title)).length > 1 ||
      !/^(?:val|utse|election|appointment|(?:protokolls?)?juster(?:are|ing|ingsperson|ingspersoner)$)/u.test(title)
        ? null
        : /juster|checker|scrutineer/u.test(title)
          ? 'adjuster'
          : /ordförande|chair/u.test(title) && /möte|stämm|sammanträd|meeting/u.test(title)
            ? 'chair'
            : /sekreterare|protokollförare|secretary|minute/u.test(title) &&
                /möte|stämm|protokoll|meeting|minute/u.test(title)
              ? 'secretary'
              : null
    for (const block of item.blocks) {
      if (block.text.length > 3000) continue
      const labelled = labelledOfficer.exec(block.text)
      const chosen = /funktionär|val av (?:mötes)?ordförande/u.test(title)
        ? plainOfficer.exec(block.text)?.groups
        : undefined
      if (chosen?.['role'] !== undefined && chosen['names'] !== undefined) {
        add(roleOfLabel(chosen['role']), chosen['names'], block.lines[0])
        continue
      }
      if (labelled?.groups?.['role'] !== undefined && labelled.groups['names'] !== undefined) {
        add(roleOfLabel(labelled.groups['role']), labelled.groups['names'], block.lines[0])
        continue
      }
      if (
        !/juster|ordförande|sekreterare|protokoll|chair|secretary|minute|scrutin|checker/iu.test(block.text) &&
        titleRole === null
      )
        continue
      for (const { text } of sentencesOf(block.text)) {
        if (text.length > 500 || /föreslog|föregående|revisor/iu.test(text)) continue
        for (const [role, list] of patterns) {
          for (const pattern of list) {
            const names = pattern.exec(text)?.groups?.['names']
            if (names !== undefined) add(role, names, block.lines[0])
          }
        }
        if (titleRole !== null) {
          const names = (valdes.exec(text) ?? chosenFirst.exec(text))?.groups?.['names']
          if (names !== undefined) add(titleRole, names, block.lines[0])
        }
        // Who presided and who wrote is told where a meeting begins, or at its very end.
        if (at < 3 || at === items.length - 1)
          for (const { role, name } of officersSaid(text)) add(role, name, block.lines[0])
        if (at < 3) {
          for (const pattern of opening) {
            const names = pattern.exec(text)?.groups?.['names']
            if (names !== undefined) add('chair', names, block.lines[0])
          }
        }
      }
    }
  }
  return found
}

const chairRole =
  /^(?:mötes)?(?:ledare(?<=mötesledare)|ordföranden?|ordf\.?|chair|chairman|chairperson|chairwoman|convenor|convener|t\.?f\.? ordförande)(?:$|[ ,/(])|(?:^|[ ,]|och )(?:mötesordförande|mötesledare|ordföranden?|ordf\.?|chair|convenor|convener|presiding)$/iu

const viceRole = /(?:vice|v\.|1:e|2:e|förste|andre|deputy|co-)/iu

const secretaryRole =
  /(?:^|[ ,/]|(?<!\p{L})\p{L}*(?:möte|möts|nämnd|protokoll|utskott|råd|styrelse|fullmäktige|grupp|kommitté|delegation|direktion)s?)(?:sekreteraren?|sekr\.?|protokollförare|secretary|minutes|notes|anteckningar|för anteckningar|anteckn\.?|protokoll|(?:skrev|skriver) (?:minnes)?anteckningar(?:na)?|(?:skrev|skriver) protokoll(?:et)?|wrote (?:the )?(?:minutes|notes)|förde protokoll|för protokoll|minute[- ]taker|note[- ]taker|antecknade|antecknar|antecknare|vid protokollet|vid anteckningarna|clerk|vid pennan)(?:$|[ ,.)])/iu

/** "Branch secretary", "general secretary": the secretary of something else than those who meet. */
const otherSecretary =
  /(?<!(?:^|[ ,/(])(?:hon(?:orary|\.)?|acting|assistant|deputy|meeting|minutes?|minuting|recording|committee|board|council|trust|society|club|company|corporate|group|panel|the|and|&|our))(?<=\p{L}) secretary(?!\p{L})/iu

/** Said of whoever wrote at this meeting; a secretary may be that of the company. */
const wrote =
  /(?:^|[ ,(])(?:took (?:the )?)?(?:minutes|notes|minute[- ]taker|note[- ]taker|antecknade|antecknar|antecknare|mötessekreterare|(?:för |förde |skrev |skriver )?(?:(?:minnes|mötes)?anteckningar(?:na)?|protokoll(?:et)?)|vid protokollet|vid anteckningarna|vid pennan|protokollförare)(?:$|[ ,.)])/iu

const adjusterRole = /(?:justerare|justeringsperson|justeringsman)/iu

/** Officers by their roles in the list of people. */
export function officersInList(people: readonly ProposedParticipant[]): Officer[] {
  const found: Officer[] = []
  const secretaries: ProposedParticipant[] = []
  for (const person of people) {
    const capacity = person.capacity ?? ''
    if (capacity === '' || person.status === 'absent' || person.status === 'excused') continue
    if (
      capacity.split(/[,(]/u).some((part) => chairRole.test(part.trim()) && !viceRole.test(part)) &&
      !found.some((officer) => officer.role === 'chair')
    ) {
      found.push({ role: 'chair', name: person.name, line: person.line })
    }
    if (
      secretaryRole.test(capacity) &&
      (wrote.test(capacity) ||
        (!otherSecretary.test(capacity) &&
          !/(?:departements|stats|general|kansli|akademi|för(?:e|ste)|distrikts|parti)sekreterare/iu.test(capacity)))
    )
      secretaries.push(person)
    if (adjusterRole.test(capacity)) found.push({ role: 'adjuster', name: person.name, line: person.line })
  }
  const secretary = secretaries.find((person) => wrote.test(person.capacity ?? '')) ?? secretaries[0]
  if (secretary !== undefined) found.push({ role: 'secretary', name: secretary.name, line: secretary.line })
  return found
}

/**
 * Gives those of the list the title and the organisation the head has of them, where their own line says none. Returns
 * the words that found no place, with their lines.
 */
export function tellOfficers(
  told: readonly OfficerWords[],
  people: readonly ProposedParticipant[],
): Array<{ line: number; words: string }> {
  return told.flatMap(({ name, capacity, organisation, line }) => {
    const same = people.filter((person) => sameName(name, person.name))
    const [only] = same
    const person = same.length === 1 ? only : undefined
    if (person !== undefined) {
      person.capacity ??= capacity
      person.organisation ??= organisation
    }
    const left = [
      holds(person?.capacity, capacity) ? null : capacity,
      holds(person?.organisation, organisation) ? null : organisation,
    ].filter((words) => words !== null)
    return left.length > 0 ? [{ line, words: left.join(', ') }] : []
  })
}

function holds(own: string | null | undefined, words: string | null): boolean {
  return words === null || (own ?? '').toLowerCase().includes(words.toLowerCase())
}

/** Officers called by their given name alone, where one person of the list has it. */
export function officersCalled(unsure: readonly Officer[], people: readonly ProposedParticipant[]): Officer[] {
  return unsure.flatMap((officer) => {
    const same = people.filter((person) => person.name.split(' ')[0] === officer.name)
    const [only] = same
    return same.length === 1 && only !== undefined ? [{ ...officer, name: only.name }] : []
  })
}

/** "Tom B." for Tom Becker. */
function hasInitial(short: string, name: string): boolean {
  const { given, first } = /^(?<given>\p{L}{2,}) (?<first>\p{Lu})\.?$/u.exec(short)?.groups ?? {}
  return given !== undefined && first !== undefined && name.startsWith(`${given} ${first}`)
}

/** For each role the first source that names somebody; the chair's own signature makes nobody an adjuster. */
export function mergeOfficers(
  sources: ReadonlyArray<readonly Officer[]>,
  people: readonly ProposedParticipant[],
): Officer[] {
  const merged: Officer[] = []
  for (const role of ['chair', 'secretary', 'adjuster'] as const) {
    for (const source of sources) {
      const chair = merged.find((officer) => officer.role === 'chair')?.name ?? ''
      const own = source.filter(
        (officer) =>
          officer.role === role &&
          !(
            role === 'adjuster' &&
            chair !== '' &&
            sameName(officer.name, chair) &&
            source.filter((other) => other.role === role).length > 1
          ),
      )
      if (own.length === 0) continue
      const taken = role === 'adjuster' ? own : own.slice(0, 1)
      for (const officer of taken) {
        const same = people.filter((person) => sameName(officer.name, person.name))
        const initial = same.length > 0 ? [] : people.filter((person) => hasInitial(officer.name, person.name))
        if (initial.length === 1 && initial[0] !== undefined) same.push(initial[0])
        const [only] = same
        const name =
          (!isFullName(officer.name) || initial.length === 1) && same.length === 1 && only !== undefined
            ? only.name
            : officer.name
        if (!merged.some((other) => other.role === role && sameName(other.name, name)))
          merged.push({ ...officer, name })
      }
      break
    }
  }
  return merged
}
