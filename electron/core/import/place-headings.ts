/** Lines above people that say where or for whom they took part, without a word for people. */
import { isFirstName, isFullName } from './names.ts'

/** "För arbetsgivaren": the two sides of a meeting between employer and unions, each above its people. */
const side =
  /^(?:för|från) (?:arbetsgivar(?:en|na|sidan)|arbetstagar(?:en|na|sidan|organisationerna)|personal(?:en|organisationerna)|facken|de fackliga(?: organisationerna)?|fackförbunden):?$/iu

/** "Management side: NN, NN", "Facksidan: NN": a side of the meeting and its people on one line. */
const sideNamed =
  /^(?<title>(?:management|employers?[’']?s?|employees?[’']?s?|staff|(?:trade )?unions?) side|(?:arbetsgivar|arbetstagar|fack|personal)sidan) ?: *(?<rest>\S.*)$/iu

/** "In the room", "Remote", "På distans" between lists, or before names: how those named took part. */
const whereOnly =
  /^(?<title>(?:(?:deltog|deltar|deltagande|med|joined|joining|attending|uppkopplade?) )?(?:in (?:the )?(?:meeting )?room|in person|on-?site|remote(?:ly)?|online|virtual(?:ly)?|(?:by|on) (?:the )?(?:tele)?phone|(?:by|via|on) (?:ms |microsoft )?(?:video(?: ?link)?|teams|zoom|webex|skype|meet|google meet)|dialled in|på plats|i lokalen|i rummet|i salen|på distans|distans|digitalt|(?:via|på|över) (?:ms |microsoft )?(?:teams|länk|videolänk|zoom|webex|skype|meet|video|skärm)|(?:per|på|via) telefon|fysiskt|uppkopplade?))(?<rest> ?:.*)?$/iu

/** "Anna Ek, Bo Ål": people behind a word of place, which otherwise may say where or by what link the meeting was held. */
function areNames(words: string): boolean {
  const pieces = words.split(/[,;]| och | samt | and | & /u).map((piece) => piece.replace(/\(.*$/u, '').trim())
  const names = pieces.filter((piece) => isFullName(piece))
  const sure = names.some((piece) => isFirstName(piece.split(' ')[0] ?? ''))
  return sure || names.length > 2 || (pieces.length > 0 && pieces.every((piece) => isFirstName(piece)))
}

interface PlaceHeading {
  title: string
  /** Names on the heading's own line. */
  rest: string
  /** It names a side of the meeting and no place. */
  side: boolean
}

/** "På distans: Anna Ek", "In the room", "För arbetsgivaren"; null for any other line. */
export function readPlaceHeading(line: string): PlaceHeading | null {
  const text = line.trim()
  if (side.test(text)) return { title: text.replace(/:$/u, ''), rest: '', side: true }
  const { title: named, rest: people } = sideNamed.exec(text)?.groups ?? {}
  if (named !== undefined && people !== undefined && areNames(people)) return { title: named, rest: people, side: true }
  const { title, rest: behind } = whereOnly.exec(text)?.groups ?? {}
  if (title === undefined) return null
  const rest = behind?.replace(/^ ?: */u, '') ?? ''
  return rest === '' || areNames(rest) ? { title, rest, side: false } : null
}
