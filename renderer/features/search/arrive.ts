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

type Places = { sentence: TextRange; words: readonly TextRange[] }

/**
 * Lights places of an element's text until something else is done, or for some seconds. What is found out about the text
 * meanwhile draws it anew, and a range over nodes that went is empty: the ranges are then made again, as long as
 * `current` gives an element with this very text.
 */
function light(current: () => HTMLElement | null, text: string, { sentence, words }: Places): void {
  clear()
  const first = current()
  if (first === null || !('highlights' in CSS)) return
  const blockOf = (element: HTMLElement) => element.closest<HTMLElement>('.blk, .src-line, .item, .sheet') ?? element
  let state = ''
  let block = blockOf(first)
  const draw = () => {
    const element = current()
    const stands = element !== null && element.textContent === text
    const ranges = (places: readonly TextRange[]) =>
      stands ? places.map(([from, to]) => rangeIn(element, from, to)).filter((range) => range !== null) : []
    CSS.highlights.set('found-sentence', new Highlight(...ranges([sentence])))
    CSS.highlights.set('found-word', new Highlight(...ranges(words)))
    if (element === null) return
    const now = blockOf(element)
    if (now !== block) delete block.dataset['found']
    block = now
    // Drawn anew, it has lost what it was given.
    if (block.dataset['found'] !== state) block.dataset['found'] = state
  }
  draw()
  const watch = new MutationObserver(draw)
  // The block itself may be put in anew: what it stands in is watched.
  const page = document.getElementById('main') ?? document.body
  watch.observe(page, { childList: true, characterData: true, subtree: true })
  const fading = () => (block.dataset['found'] = state = 'fading')
  const timers = [setTimeout(fading, lit), setTimeout(() => clear(), lit + fade)]
  const done = () => clear()
  window.addEventListener('pointerdown', done, { once: true })
  window.addEventListener('hashchange', done, { once: true })
  clear = () => {
    watch.disconnect()
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
  light(() => elementOf(hit), text, { sentence: [from, to], words: marks })
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
