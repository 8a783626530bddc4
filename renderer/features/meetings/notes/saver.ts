/** Saves private notes: a pause in typing, one call at a time, and only what was acknowledged counts as saved. */
import { idleWait, longestWait } from '../text/saver.ts'

export type NoteWays = {
  send: (text: string, base: string) => Promise<unknown>
  /** The note as it is stored now. */
  read: () => Promise<string>
  isConflict: (error: unknown) => boolean
  /** Keeps the note where it outlives an item that is gone. */
  keep: (text: string) => Promise<unknown>
  isGone: (error: unknown) => boolean
  /** Another text is to be shown: something came from elsewhere. */
  replaced: (text: string) => void
  /** Milliseconds of a clock that only goes forward. */
  now: () => number
  set: (run: () => void, wait: number) => unknown
  clear: (timer: unknown) => void
}

/** Milliseconds between tries. */
const again = 1000

export class NoteSaver {
  readonly #ways: NoteWays
  #stored: string
  #text: string
  #timer: unknown = null
  /** When the oldest word that is not under way was typed. */
  #since: number | null = null
  #sending = false
  /** The text that is under way. */
  #sent = ''
  /** The last call was not answered, or refused. */
  #failed = false
  /** The item was removed: the note is kept aside. */
  #gone = false
  /** What was said in leaving, by a page that may have stayed. */
  #left: string | null = null
  #waiting: (() => void)[] = []

  constructor(stored: string, ways: NoteWays) {
    this.#stored = stored
    this.#text = stored
    this.#ways = ways
  }

  get text(): string {
    return this.#text
  }

  /** Something is not acknowledged. */
  get dirty(): boolean {
    return this.#sending || this.#text !== this.#stored
  }

  get gone(): boolean {
    return this.#gone
  }

  /** Something is not acknowledged, and the last call failed. */
  get failing(): boolean {
    return this.#failed && this.dirty
  }

  /**
   * What a page that is leaving has yet to say, and the notes it may replace: one that is under way has arrived or has
   * not. Null when there is nothing.
   */
  farewell(): { text: string; bases: readonly string[] } | null {
    if (!this.dirty || this.#left === this.#text) return null
    this.#left = this.#text
    const bases = this.#sending && this.#sent !== this.#stored ? [this.#stored, this.#sent] : [this.#stored]
    return { text: this.#text, bases }
  }

  edit(text: string): void {
    this.#text = text.toWellFormed().normalize('NFC')
    this.#since ??= this.#ways.now()
    this.#later(Math.max(0, Math.min(idleWait, this.#since + longestWait - this.#ways.now())))
  }

  /** Takes the note as it was read. */
  received(stored: string): void {
    // Its item is there, also after it was not.
    this.#gone = false
    if (this.dirty || stored === this.#stored) return
    this.#stored = stored
    this.#text = stored
    this.#ways.replaced(stored)
  }

  /** Sends at once; resolves when everything is acknowledged. */
  flush(): Promise<void> {
    if (!this.dirty) return Promise.resolve()
    const done = new Promise<void>((resolve) => this.#waiting.push(resolve))
    if (!this.#sending) this.#go()
    return done
  }

  #later(wait: number): void {
    this.#ways.clear(this.#timer)
    this.#timer = this.#ways.set(() => this.#go(), wait)
  }

  #go(): void {
    this.#ways.clear(this.#timer)
    if (this.#sending) return
    if (this.#text === this.#stored) {
      this.#waiting.splice(0).forEach((resolve) => resolve())
      return
    }
    const text = this.#text
    this.#since = null
    this.#sending = true
    this.#sent = text
    const saved = this.#gone ? this.#ways.keep(text) : this.#ways.send(text, this.#stored)
    saved.then(
      () => {
        this.#sending = false
        this.#failed = false
        this.#left = null
        // A blank note is none.
        this.#stored = text.trim() === '' ? '' : text
        if (this.#text === text) this.#text = this.#stored
        this.#go()
      },
      (error: unknown) => {
        this.#sending = false
        this.#failed = true
        if (!this.#gone && this.#ways.isGone(error)) {
          this.#gone = true
          this.#go()
        } else if (this.#ways.isConflict(error)) void this.#join()
        else this.#later(again)
      },
    )
  }

  /** Written in two windows: both notes are kept, one behind the other. */
  async #join(): Promise<void> {
    try {
      const stored = await this.#ways.read()
      this.#stored = stored
      if (stored !== '' && stored !== this.#left && !this.#text.includes(stored)) {
        this.#text = this.#text.trim() === '' ? stored : `${stored}\n${this.#text}`
        this.#ways.replaced(this.#text)
      }
      this.#go()
    } catch {
      this.#later(again)
    }
  }
}
