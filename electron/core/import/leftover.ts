/** What a value says besides its day and its hours. */
import { mixedCase } from './mixed-case.ts'

const noWords = mixedCase(
  String.raw`(?<!\p{L})(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|kl(?:ockan)?\.?|ca|CES?T|EES?T|GMT|BST|UTC|(?-i:[ECMP][SD]?T)|tim(?:me|mar)?|uhr|h)(?!\p{L})`,
  'gu',
)
const jointWords =
  'den|vid|on|at|the|från|from|held|hållet|commencing|starting|start(?:ed)?|opened|öppnades|började|börjar'
/** A joint that leads to nothing: "Café on the Hill" keeps its own. */
const looseJoint = mixedCase(
  `(?<=^\\s*|[,;:()|]\\s*|\\s{2})(?:${jointWords})(?!\\p{L})(?! (?-i:\\p{Lu}))|(?<!\\p{L})(?:${jointWords})(?=\\s*(?:$|[,;:()|]|\\s{2}))`,
  'gu',
)

/** Words left of a value once dates and times are taken: small joints do not count. */
export function leftover(text: string): string {
  let rest = text.replace(noWords, '   ')
  for (let turn = 0; turn < 4 && looseJoint.test(rest); turn += 1) rest = rest.replace(looseJoint, '   ')
  looseJoint.lastIndex = 0
  return rest
    .replace(/\(\s*(?:\p{Lu}{2,4}T?)?\s*\)/gu, ' ')
    .replace(/\s+,/gu, ',')
    .replace(/,(?:\s*,)+/gu, ',')
    .replace(/^[\s,;:.()–|-]+|[\s,;:.(–|-]+$/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^\)|\($/gu, '')
    .replace(/^(?:at|on|the|from|från|vid) (?=\S)/iu, '')
    .trim()
}
