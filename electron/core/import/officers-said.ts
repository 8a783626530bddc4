/** Who presided and who wrote, told in a sentence: "Statssekreterare Anna Ek ledde mötet." */
import type { Officer } from '#contract/proposal.ts'
import { namesIn } from './head-fields.ts'
import { isFullName } from './names.ts'

/** One name or several, as they stand in a sentence; the group is `names`. */
export const nameRun =
  "(?<names>(?:\\p{L}+ )?\\p{Lu}[\\p{L}’'-]+(?: (?:von |af |av |de |van )?\\p{Lu}[\\p{L}’'.-]+){0,3}(?: \\([^)]{1,25}\\))?(?:(?:,| och| samt| and) (?:\\p{Lu}[\\p{L}’'-]+)(?: (?:von |af |av |de |van )?\\p{Lu}[\\p{L}’'.-]+){0,3}(?: \\([^)]{1,25}\\))?)*)"

const said: ReadonlyArray<readonly [Officer['role'], RegExp]> = [
  [
    'chair',
    new RegExp(
      `(?:av|by) (?:mötes|styrelsens |föreningens )?(?:ordföranden?|the chair(?:man|person)?),? ${nameRun}(?=[.,]|$)`,
      'u',
    ),
  ],
  [
    'chair',
    new RegExp(
      `^(?:\\p{Lu}?\\p{Ll}+ )?${nameRun} (?:ledde|leder|chaired|presided over|var ordförande för|var mötesordförande) ?(?:mötet|sammanträdet|the meeting)?[.,]?(?: |$)`,
      'u',
    ),
  ],
  ['chair', new RegExp(`^(?:Mötesordförande|Ordförande|Mötesledare) (?:är|var) ${nameRun}[.]?$`, 'u')],
  [
    'chair',
    new RegExp(
      `(?:^|[;,] (?:and )?)(?:(?:[Mm]ötet|[Ss]ammanträdet|[Ss]tämman) (?:leddes|hölls ihop) av|(?:(?:[Tt]he )?[Mm]eeting was )?(?:chaired|led) by) (?:mötes|styrelsens |föreningens )?${nameRun}(?=[.,;]|$)`,
      'u',
    ),
  ],
  [
    'secretary',
    new RegExp(
      `^(?:Protokollet fördes av|(?:[Mm]ötes|[Mm]innes)?[Aa]nteckningar(?:na)?(?: fördes av| gjordes av|:)|(?:The )?(?:[Mm]inutes|[Nn]otes) (?:were )?(?:recorded|taken|kept|written) by) ${nameRun}(?=[.,;]|$)`,
      'u',
    ),
  ],
  [
    'secretary',
    new RegExp(
      `^(?:Mötessekreterare|Sekreterare|Protokollförare|Vid protokollet) (?:är|var|satt) ${nameRun}[.]?$`,
      'u',
    ),
  ],
  [
    'secretary',
    new RegExp(
      `(?:^|(?:ledde|leder|chaired) (?:mötet|sammanträdet|the meeting),? (?:och|and|medan|while) )${nameRun} (?:förde|för) (?:protokoll|anteckningar|pennan)(?:et)?(?=[ .,]|$)`,
      'u',
    ),
  ],
  ['chair', new RegExp(`^${nameRun} (?:was in|took|occupied) the chair(?=[ .,]|$)`, 'u')],
  [
    'secretary',
    new RegExp(
      `(?:^|(?:chaired|presided over) the meeting,? (?:and|while) )${nameRun}(?:,? (?:of|from|at) [^.]{2,60}?,?)? (?:kept|took|wrote) (?:the )?(?:record|minutes|notes)(?=[ .,]|$)`,
      'u',
    ),
  ],
]

/** Words without which nobody presides or writes. */
const telling =
  /ordförande|chair|ledde|leder|led by|ledare|hölls ihop|presided|sekreterare|protokoll|anteckning|pennan|minutes|notes|record/iu

/** Who presided and who wrote, where a sentence says no more than that: "Sekreterare var Bo Ål." */
export function officersSaid(sentence: string): { role: Officer['role']; name: string }[] {
  if (sentence.length > 200 || !telling.test(sentence)) return []
  return said.flatMap(([role, pattern]) => {
    const [name] = namesIn(pattern.exec(sentence)?.groups?.['names'] ?? '')
    return name !== undefined && isFullName(name) ? [{ role, name }] : []
  })
}
