/** Who is away by the words of an item ("Apologies were received from Cllr M Eddy"), where no list has them. */
import type { ProposedItem } from '#contract/proposal.ts'
import type { SourceLine } from './lines.ts'
import { isFullName, sameName } from './names.ts'
import { splitPeople } from './name-runs.ts'
import { addPerson, unknownStanding } from './people-result.ts'
import type { PeopleResult } from './people-result.ts'
import { readPeopleLine } from './people.ts'
import { plainHabits } from './person.ts'
import { mixedCase } from './mixed-case.ts'

const end = '(?:\\.(?= \\p{Lu}\\p{Ll}| *$)|$)'
const told: readonly RegExp[] = [
  mixedCase(
    `(?:apologies|regrets)(?: for (?:absence|non-attendance|inability to attend))?(?: (?:were|was|had been|have been|received|and|accepted|approved|noted|given|sent|tendered|recorded|with thanks))* (?:from|by|on behalf of) (?<names>(?-i:\\p{Lu}).+?)${end}`,
    'gu',
  ),
  mixedCase(
    `(?:förhinder|återbud|frånvaro)(?: (?:hade|har|är|var|från mötet))*(?: (?:anmälts|anmälda?|anmält|lämnats|lämnat|meddelats|inkommit|kommit))? (?:av|från) (?<names>(?-i:\\p{Lu}).+?)${end}`,
    'gu',
  ),
  // "Ann Lake (Pharmacy) had also sent her apologies."
  /(?:^|(?<=[.!?] ))(?<names>\p{Lu}[^.;:]{2,120}?) (?:had|has|have) (?:also |both |all )?(?:sent|given|tendered|offered) (?:(?:his|her|their) )?(?:apologies|regrets)/gu,
  /(?:^|(?<=[.!?] ))(?<names>\p{Lu}[^.;:]{2,120}?) (?:hade|har) (?:också |även |båda )?(?:anmält|meddelat|lämnat) (?:förhinder|återbud)/gu,
]

/** Only the first items tell who is away; later ones may speak of any meeting. */
const itemsRead = 4

/** Adds those the first items excuse to a text's list of people. The items keep their text. */
export function addApologies(items: readonly ProposedItem[], lines: readonly SourceLine[], people: PeopleResult): void {
  if (people.participants.length === 0) return
  let group = people.participants.reduce((most, person) => Math.max(most, person.group), 0)
  for (const block of items.slice(0, itemsRead).flatMap((item) => item.blocks)) {
    if (block.text.length > 1500) continue
    for (const names of told.flatMap((pattern) =>
      [...block.text.matchAll(pattern)].map((found) => found.groups?.['names'] ?? ''),
    )) {
      const away = splitPeople(names, plainHabits)
        .flatMap((part) => readPeopleLine(part, plainHabits))
        .filter(({ name }) => isFullName(name) && !people.participants.some((person) => sameName(name, person.name)))
      if (away.length === 0) continue
      group += 1
      for (const person of away) {
        const [from, to] = block.lines
        const own = lines.filter((line) => line.n >= from && line.n <= to)
        const line = own.find((one) => one.text.includes(person.asWritten)) ?? own[0]
        addPerson(person, line, { ...unknownStanding, status: 'excused', explicit: true }, group, people)
      }
    }
  }
}
