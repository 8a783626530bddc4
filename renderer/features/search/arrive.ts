/** Going from a hit to its words: the page is waited for, the sentence lit, said, and left to fade. */
import './found.css'
import type { TextHit, TextRange } from '#contract/search.ts'
import { translate } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { itemPlace, meetingPath, sourcePath } from '../../ui/source-link.tsx'
import { visible } from '../../ui/visible.ts'
import { sentenceAt } from './sentence.ts'

/** Milliseconds: how long a page may take to come, how long the words stay lit, and how long they fade. */
const patience = 10_000
const lit = 8000
const fade = 1000

/** Where a hit's page is. */
export function pathOf(hit: TextHit): string {
  if (hit.meetingId !== null) return meetingPath(hit.meetingId, hit.itemId)
  return sourcePath(hit.sourceId ?? '', hit.line)
}

/** The element of the page that holds exactly the hit's text. */
function elementOf({ meetingId, paragraphId, itemId, line }: TextHit): HTMLElement | null {
  if (meetingId === null) return document.querySelector(`#src-line-${line} .src-text`)
  const page = document.getElementById('meeting-page')
  if (paragraphId !== null) return page?.querySelector(`.blk[data-id="${CSS.escape(paragraphId)}"] > p`) ?? null
  if (itemId !== null) return page?.querySelector(`#item-${CSS.escape(itemId)}-title`) ?? null
  return page?.querySelector('.sheet h1') ?? null
}

/** The part of an element's text from one UTF-16 unit to another; null when it is not that long. */
function rangeIn(element: HTMLElement, from: number, to: number): Range | null {
  const range = document.createRange()
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let at = 0
  let started = false
  for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (!started && from < at + length) {
      range.setStart(node, from - at)
      started = true
    }
    if (started && to <= at + length) {
      range.setEnd(node, to - at)
      return range
    }
    at += length
  }
  return null
}

let clear: () => void = () => undefined

/** Lights ranges until something else is done, or for some seconds. */
function light(element: HTMLElement, sentence: Range | null, words: readonly Range[]): void {
  clear()
  if (!('highlights' in CSS)) return
  const block = element.closest<HTMLElement>('.blk, .src-line, .item, .sheet') ?? element
  CSS.highlights.set('found-sentence', new Highlight(...(sentence === null ? [] : [sentence])))
  CSS.highlights.set('found-word', new Highlight(...words))
  block.dataset['found'] = ''
  const timers = [setTimeout(() => (block.dataset['found'] = 'fading'), lit), setTimeout(() => clear(), lit + fade)]
  const done = () => clear()
  window.addEventListener('pointerdown', done, { once: true })
  window.addEventListener('hashchange', done, { once: true })
  clear = () => {
    timers.forEach(clearTimeout)
    window.removeEventListener('pointerdown', done)
    window.removeEventListener('hashchange', done)
    CSS.highlights.delete('found-sentence')
    CSS.highlights.delete('found-word')
    delete block.dataset['found']
    clear = () => undefined
  }
}

/** The words found, in a text that may have changed since: none when they no longer stand there. */
function standing(marks: readonly TextRange[], length: number): TextRange[] {
  return marks.filter(([, to]) => to <= length)
}

function show(hit: TextHit, element: HTMLElement): void {
  const text = element.textContent ?? ''
  const marks = standing(hit.marks, text.length)
  const { from, to } = sentenceAt(text, marks[0]?.[0] ?? 0)
  const words = marks.map(([start, end]) => rangeIn(element, start, end)).filter((range) => range !== null)
  light(element, rangeIn(element, from, to), words)
  element.scrollIntoView({ block: 'center' })
  // The item takes the focus, not its text: nothing is opened for writing that was only looked for.
  const item = element.closest<HTMLElement>('[data-item]')
  item?.focus({ preventScroll: true })
  const t = translate()
  const place =
    hit.itemNumber === null
      ? hit.line === null
        ? visible(hit.itemTitle ?? hit.title)
        : t('search:line', { line: hit.line })
      : itemPlace(t, hit.itemNumber)
  announce(t('search:arrived', { place, sentence: visible(text.slice(from, to)) }))
}

/** Two frames later the page has scrolled where it goes by itself. */
const settled = (work: () => void) => requestAnimationFrame(() => requestAnimationFrame(work))

/** Goes to a hit's page by `navigate` and shows its sentence as soon as it stands there. */
export function goToHit(hit: TextHit, navigate: (to: string) => void): void {
  navigate(pathOf(hit))
  const look = () => {
    const element = elementOf(hit)
    if (element === null) return false
    settled(() => show(hit, elementOf(hit) ?? element))
    return true
  }
  settled(() => {
    if (look()) return
    const watch = new MutationObserver(() => {
      if (look()) watch.disconnect()
    })
    watch.observe(document.body, { childList: true, subtree: true })
    setTimeout(() => watch.disconnect(), patience)
  })
}
