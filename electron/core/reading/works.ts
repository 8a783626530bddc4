/** Works that a text says were presented: reports, projects, proposals, by their titles. */
import type { Place } from '#contract/reading.ts'
import { readDocument } from './document.ts'

export interface Work {
  title: string
  place: Place
}

const presented =
  /(?<![\p{L}])(?:presenterade|presenterades|presenterar|presentation av|presenteras|redovisade|redovisades|visade upp|presented|presents|presentation of|launched)(?: (?:därefter|även|också|sedan|till exempel|bland annat|kort|för mötet|also|then|briefly))*(?: (?:arbetet|initiativet|projektet|rapporten|satsningen|programmet|utredningen|studien|förslaget|strategin|the (?:project|report|initiative|study|work|strategy)))? (?:(?<quoted>["”“»«][^"”“»«]{3,140}["”“»«])|(?<capital>\p{Lu}[^,.;:?()"”“\n]{6,140})|(?<plain>(?:ett|en|a|an|the) (?:(?:nytt|ny|new) )?(?:förslag|rapport|modell|plan|kartläggning|utblick|internationell utblick|samlad bild|studie|strategi|analys|proposal|report|model|plan|overview|study|analysis|strategy)[^,.;:?()"”“\n]{0,110}))/gu

const tail = / (?:som|där|vilken|vilket|för ledamöterna|för mötet|which|that|where)(?![\p{L}]).*$/u

export function findWorks(text: string): Work[] {
  const works: Work[] = []
  for (const piece of readDocument(text).pieces) {
    for (const match of piece.text.matchAll(presented)) {
      const groups = match.groups ?? {}
      const raw = groups['quoted'] ?? groups['capital'] ?? groups['plain'] ?? ''
      const title = raw
        .replace(/^["”“»«]|["”“»«]$/gu, '')
        .replace(tail, '')
        .replace(/[\s!–-]+$/u, '')
        .trim()
      if (title.length < 6 || works.some((one) => one.title === title)) continue
      works.push({ title, place: piece.place(match.index, match.index + match[0].length) })
    }
  }
  return works
}
