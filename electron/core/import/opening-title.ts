/** A title that runs into its text on the line below a number. */
import { readLetter } from './numbering.ts'
import { endsSentence, wordsOf } from './words.ts'

/** What tells that something happened: no title. */
const finite =
  /(?<!\p{L})(?:är|var|har|hade|blev|fick|gick|kom|ska|skall|kan|was|were|is|are|has|had|\p{L}+(?:ades?|ddes|rdes|ldes|ndes|mdes|gdes|vdes|tes|ogs|ågs|avs|evs|ots|its|ade|dde|ed))(?!\p{L})/u

/** "Kapitalförvaltningen. Ingemar Krook redogjorde …": a few words without a verb, and then what was said. */
export function openingTitle(text: string): { title: string; rest: string } | null {
  const found = /^(?<title>["“”]?\p{Lu}[^.:!?]{3,50})[.:] +(?<rest>["“”(]?\p{Lu}.{10,})$/u.exec(text)?.groups
  const [title = '', rest = ''] = [found?.['title'], found?.['rest']]
  if (!endsSentence(rest) || wordsOf(title).length > 4 || finite.test(title)) return null
  return /(?<!\p{L})(?:kl|nr|dr|prof|ca|st|ordf|\p{L})$/iu.test(title) || readLetter(text) !== null
    ? null
    : { title, rest }
}
