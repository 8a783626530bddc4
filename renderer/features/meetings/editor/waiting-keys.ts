/**
 * What is typed while a step is taken back waits until the text stands as it was, and goes in there: typed at once, it
 * would be written into words that are about to go.
 */
import { Plugin, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

/** Milliseconds after which keys go in all the same: a store that does not answer keeps nobody from writing. */
const longestHold = 2000

type Act = (view: EditorView) => void

export type WaitingKeys = {
  plugin: Plugin
  /**
   * What is typed from now on waits until the returned function is called, at most two seconds. Called again meanwhile:
   * what is typed after that waits for the second one, so that acts and keys keep their order.
   */
  hold: () => () => void
  /** Has an act other than a key wait as well; false when nothing is waited for. */
  later: (act: Act) => boolean
  /** What waits goes in now: the text closes, or something comes that cannot wait. */
  finish: () => void
}

const segments = new Intl.Segmenter()

/** Puts words at the caret, as if they were typed. */
export function typeText(view: EditorView, text: string): void {
  const { from, to } = view.state.selection
  const change = () => view.state.tr.insertText(text, from, to).scrollIntoView()
  if (view.someProp('handleTextInput', (handle) => handle(view, from, to, text, change)) !== true)
    view.dispatch(change())
}

/** Does what a key does, with what the browser does for the keys that erase within a line. */
function press(view: EditorView, event: KeyboardEvent): void {
  if (view.someProp('handleKeyDown', (handle) => handle(view, event)) === true) return
  const { selection, tr } = view.state
  if (!(selection instanceof TextSelection) || selection.$cursor === null) return
  const { parent, parentOffset, pos } = selection.$cursor
  // Letters are counted as people see them; an object within the line is one.
  const text = (from: number, to: number) => parent.textBetween(from, to, undefined, '\uFFFC')
  if (event.key === 'Backspace') {
    const last = [...segments.segment(text(0, parentOffset))].at(-1)?.segment.length ?? 0
    if (last > 0) view.dispatch(tr.delete(pos - last, pos).scrollIntoView())
  } else if (event.key === 'Delete') {
    const [next] = segments.segment(text(parentOffset, parent.content.size))
    if (next !== undefined) view.dispatch(tr.delete(pos, pos + next.segment.length).scrollIntoView())
  }
}

const held: ReadonlySet<string> = new Set(['Enter', 'Backspace', 'Delete', 'Tab'])

export function waitingKeys(): WaitingKeys {
  let view: EditorView | null = null
  /** One list of acts for each hold that is not over, oldest first. */
  const holds: { acts: Act[]; over: boolean; timer: ReturnType<typeof setTimeout> }[] = []

  function play(): void {
    for (let [first] = holds; first?.over === true; [first] = holds) {
      holds.shift()
      clearTimeout(first.timer)
      for (const act of first.acts) if (view !== null) act(view)
    }
  }

  function end(hold: (typeof holds)[number]): void {
    hold.over = true
    play()
  }

  const later = (act: Act): boolean => {
    const last = holds.at(-1)
    last?.acts.push(act)
    return last !== undefined
  }

  const take = (event: Event, act: Act): boolean => {
    if (!later(act)) return false
    event.preventDefault()
    return true
  }

  const finish = () => {
    for (const hold of holds) hold.over = true
    play()
  }

  const plugin = new Plugin({
    view(opened) {
      view = opened
      return { destroy: () => (view = null) }
    },
    props: {
      handleDOMEvents: {
        keydown(_view, event) {
          if (!held.has(event.key) || event.ctrlKey || event.metaKey || event.altKey) return false
          return take(event, (target) => press(target, event))
        },
        keypress(_view, event) {
          if (event.key.length === 0 || event.key === 'Enter' || event.ctrlKey || event.metaKey) return false
          return take(event, (target) => typeText(target, event.key))
        },
        // Letters that no key of their own stands for.
        beforeinput(_view, event) {
          const { data } = event
          if (event.inputType !== 'insertText' || data === null || event.isComposing) return false
          return take(event, (target) => typeText(target, data))
        },
        // A letter that is composed cannot wait, nor what comes before it.
        compositionstart() {
          finish()
          return false
        },
      },
    },
  })

  return {
    plugin,
    hold() {
      const hold: (typeof holds)[number] = { acts: [], over: false, timer: setTimeout(() => end(hold), longestHold) }
      holds.push(hold)
      return () => end(hold)
    },
    later,
    finish,
  }
}
