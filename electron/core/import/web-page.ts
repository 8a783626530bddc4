/** What a web page or a mail puts around the minutes it shows: links, paths, notices. It says nothing of the meeting. */
import { cellsOf } from './lines.ts'
import type { SourceLine } from './lines.ts'

/** "Start › Politik › Möten": a path through the site. */
const path =
  /^(?:start(?:sida)?|hem|home|first page)(?: \/ [^.!?/]{2,70}){1,7}$|^[^.:!?]{2,40}(?: [›»→>] [^.!?›»→>]{2,70}){2,7}$/iu
/** "‹ Call 13 up Call 15 ›", "« Föregående | Nästa »": to the pages beside. */
const besides = /^[‹«<←] \S.{0,80}\S [›»>→]$/u

const always =
  /^(?:(?:hoppa|gå) (?:direkt )?till (?:sidans )?(?:huvud)?(?:innehåll(?:et)?|menyn?|navigering(?:en)?)|till (?:sidans )?(?:huvudinnehåll(?:et)?|toppen)|skip to (?:the )?(?:main |page )?(?:content|navigation)|(?:dela|tipsa om|lyssna på|skriv ut)(?: (?:på|via))? (?:den här )?sidan\b.*|share (?:this|on) .{0,60}|(?:hjälpte|var) (?:den här |informationen på )?(?:sidan|informationen).{0,40}\?.*|was this (?:page|information) (?:helpful|useful)\?.*|did you find what you were looking for\?.*|(?:sidan (?:är )?(?:senast )?|sidan senast |senast |page )?(?:uppdaterad(?:es)?|granskad|ändrad|last (?:updated|reviewed|modified)|updated)(?:\s|:)[^.]{0,12}\d[^.]{0,40}|last (?:updated|reviewed|modified):? .{4,40}|(?:sid|innehålls|webb)(?:ansvarig|redaktör)\s*:.{0,80}|log ?in to (?:post|comment).*|logga in för att .*|(?:vi|den här webbplatsen|webbplatsen|vår webbplats|.{2,30} webbplats) använder (?:kakor|cookies).*|(?:we|this (?:web)?site) uses? cookies.*|(?:acceptera|godkänn|tillåt|accept|allow|reject|avvisa) (?:alla |all |nödvändiga |necessary )?(?:kakor|cookies).*|om (?:webbplatsen|kakor|cookies)|tillgänglighetsredogörelse|accessibility statement|privacy policy|cookie (?:policy|settings)|inställningar för (?:kakor|cookies)|sent from my .{3,30}|skickat från min .{3,30}|please (?:think|consider) .{0,60}print.{0,40}|tänk på miljön.{0,80}|till startsidan|to the top(?: of the page)?|back to top|©.{0,80}|copyright (?:©|\(c\)|\d{4}).{0,80})$/iu
/** Words that are a link only among other furniture of the page's top or foot. */
const atEdge =
  /^(?:(?:visa |öppna |stäng |dölj )?meny(?:n)?|menu|sök(?: på webbplatsen)?|search|stäng|close|lyssna|listen|skriv ut|print|dela|share|facebook|x|twitter|linkedin|e-post|e-?mail|logga in|log ?in|sign in|english(?: \(en\))?|svenska(?: \(sv\))?|comments? \(\d+\)|kommentarer \(\d+\)|in english|other languages|lättläst|teckenspråk|kontakt(?:a oss)?|contact(?: us)?|följ oss|follow us|startsida|start|hem|home|ja|nej|yes|no|tillbaka|back|(?:ladda ner|download)(?: .{0,30})?)$/iu
/** "Kontakt  Växel: 060-000 00 00", "Facebook | E-post | Skriv ut". */
const footer =
  /^(?:kontakt(?:a oss)?|contact(?: us)?)(?::| ?\||  ?)?.{0,30}(?:växel|telefon|tel\.?|phone|e-?post|e-?mail)\b.{0,80}$/iu
const edge = 12

function isAlways(text: string): boolean {
  if (text.length > 200) return false
  return always.test(text) || path.test(text) || besides.test(text)
}

function isAtEdge(line: SourceLine): boolean {
  const parts = cellsOf(line.raw).flatMap((cell) => cell.split(/ ?[|•·] ?/u))
  return footer.test(line.text) || (line.text.length < 90 && parts.every((part) => atEdge.test(part)))
}

/**
 * Numbers of the lines that belong to a web page around the minutes. A word as "Sök" or "Kontakt" is one only next to
 * another such line, at the text's first or last lines.
 */
export function findWebPage(lines: readonly SourceLine[]): Set<number> {
  const filled = lines.filter((line) => !line.blank)
  const found = new Set<number>()
  const free = (line: SourceLine): boolean => line.forced === null
  for (const line of filled) if (free(line) && isAlways(line.text)) found.add(line.n)
  if (found.size === 0) return found
  const top = filled.slice(0, edge)
  const foot = filled.slice(-edge).toReversed()
  for (const side of [top, foot]) {
    const last = side.findLastIndex((line) => found.has(line.n))
    // Down to the last sure line and a little on: "Lyssna" may stand below the title.
    let others = 0
    for (const [at, line] of side.entries()) {
      if (last < 0 || others > 2) break
      if (free(line) && isAtEdge(line)) found.add(line.n)
      else if (at > last) others += 1
    }
  }
  return found
}
