/** "§ 7" in minutes none of whose items is § 7: it was removed, or it is one of other minutes and they are not said. */
import { referencesIn, type Reference } from './references.ts'
import { raise, within, type Passage, type Raised, type ReviewInput } from './passages.ts'

const month =
  '(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|january|february|march|may|june|july|august|october)'
/** Words of a sentence that say of what else a number is: other minutes, another meeting, a law, statutes, an agreement. */
const ofElse = new RegExp(
  [
    '(?<!(?:detta|dagens|denna|these) )(?<!\\p{L})(?:\\p{L}*protokoll|\\p{L}*minnesanteckning|prot\\.|minutes(?!\\p{L}))',
    '(?<!\\p{L})(?:förra|föregående|tidigare|senaste|närmast|previous|last|earlier) (?:\\p{L}+ )?(?:\\p{L}*möte|sammanträde|meeting)',
    `(?:möte|mötet|mötets|sammanträde|sammanträdet|meeting)(?:,| of| on| i| den| från)* (?:\\d|${month})`,
    // What was called in has numbers of its own, and need not have become an item.
    '(?:föredragningslist|dagordning|ärendelist|kallelse|agenda)',
    '(?<!\\p{L})(?:kap\\.?|kapitel|kapitlet|chapter|act|statutes|regulations|agreement|contract)(?!\\p{L})',
    '(?:lag|lagen|lagens|balken|balkens|förordning|förordningen|stadgar|stadgarna|stadgan|stadgans|stadgarnas|reglemente|reglementet|föreskrift|föreskriften|föreskrifterna|föreskrifter|avtal|avtalet|avtalets|kontraktet|ordning|ordningen|delegationen)(?!\\p{L})',
    '(?<!\\p{L})(?:\\p{L}*(?:nämndens|styrelsens|utskottets|fullmäktiges|kommitténs|stämmans))(?: beslut)?,? §',
  ].join('|'),
  'iu',
)

/** How the items of these minutes are numbered, as words may refer to them. */
type Numbering = { paragraph: boolean; plain: boolean }

function numberingOf({ items }: ReviewInput['view']): Numbering {
  const has = (style: keyof Numbering) =>
    items.some(({ number, numberStyle }) => number !== null && numberStyle === style)
  // "Punkt 7" is also said of lists within a text: only minutes that have none mean an item by it.
  const lists = () =>
    items.some(({ paragraphs }) => paragraphs.some(({ kind, text }) => kind === 'list' || /^\d/u.test(text)))
  return { paragraph: has('paragraph'), plain: has('plain') && !lists() }
}

/** Whether a reference can only be to an item of these minutes: said as they number theirs, and not said to be elsewhere. */
function isOwn({ text, sentences }: Passage, { from, to }: Reference, numbering: Numbering): boolean {
  if (!numbering[text[from] === '§' ? 'paragraph' : 'plain']) return false
  // At its beginning it is a heading that has been read as text, and refers to nothing.
  if (text.slice(0, from).trim() === '') return false
  const sentence = sentences.find((one) => one.from <= from && to <= one.to)
  return !ofElse.test(sentence?.text ?? text)
}

function missingIn(passage: Passage, { view: { items }, known }: ReviewInput, numbering: Numbering): Raised[] {
  const meant = known.meant.filter(({ paragraphId }) => paragraphId === passage.paragraph.id)
  return referencesIn(passage.text).flatMap((reference): Raised[] => {
    const { from, number } = reference
    if (within(passage.quoted, from) || within(passage.foreign, from)) return []
    const noted = meant.find((one) => one.number === number)
    // What another item is called by now does not mean the one that is gone.
    const gone = noted !== undefined && !items.some(({ id }) => id === noted.itemId)
    const plain = number.replace(/ [a-z]$/iu, '')
    const there = noted !== undefined || items.some((item) => item.number === number || item.number === plain)
    return gone || (!there && isOwn(passage, reference, numbering))
      ? [raise('number-missing', passage, reference, { kind: 'seen' })]
      : []
  })
}

/** References to items that these minutes do not have. */
export function missingNumbers(input: ReviewInput): Raised[] {
  const numbering = numberingOf(input.view)
  return input.passages.flatMap((passage) => missingIn(passage, input, numbering))
}
