/**
 * Saves the text of one agenda item. One call at a time; each carries whole paragraphs and what they
 * replace, so that nothing stored is overwritten unseen. A call without an answer is sent again exactly
 * as it was, since it may have arrived. Only what was acknowledged counts as saved.
 */
import { apply, diff, firstPart, sameBlock, sameBlocks, byId, type Batch, type Block } from './blocks.ts'
import { merge, resumed, type Conflict, type Waiting } from './merge.ts'

/** Milliseconds: a pause in typing, the longest wait under constant typing, and when to say that saving is late. */
export const idleWait = 150
export const longestWait = 400
export const lateAfter = 2000
const retries = [250, 500, 1000, 2000]

export type Reply = { version: number; savedAt: string }
export type Stored = { blocks: readonly Block[]; version: number }
export type Timers = {
  now: () => number
  set: (run: () => void, wait: number) => unknown
  clear: (handle: unknown) => void
}
export type Ways = {
  /** `group`: the number of the step to take back that the newest of it belongs to. */
  send: (batch: Batch, group: number) => Promise<Reply>
  /** Reads the item as it is stored now. */
  read: () => Promise<Stored>
  /** The code of a thrown error. */
  codeOf: (error: unknown) => string
  timers: Timers
  /** The editor must show other blocks than were written: something came from elsewhere. */
  replaced: (blocks: readonly Block[]) => void
  /** `state()` is another one. */
  changed: () => void
}

export type SaverState = {
  /** Everything written is acknowledged, or waits only for an answer about a conflict. */
  clean: boolean
  /** ISO instant of the last acknowledged save here; null before the first. */
  savedAt: string | null
  /** Unacknowledged for over two seconds. */
  late: boolean
  /** Code of the error that stopped the last call; null when it went through. */
  error: string | null
  /** The item is no longer there. */
  gone: boolean
  conflicts: readonly Conflict[]
}

/** A call, and since when its text waits. `busy`: its answer is awaited, or the store is being read because of it. */
type Flight = { batch: Batch; group: number; since: number; busy: boolean }

/** Sending these again changes nothing: the text must change first. */
const hopeless: ReadonlySet<string> = new Set(['call.bad-input', 'call.too-large'])

/** The same block as one of its own, beside the one it is taken from. */
function copied(block: Block, id: string): Block {
  return { ...block, id, people: block.people.map((one) => ({ ...one, id: crypto.randomUUID() })) }
}

export class Saver {
  readonly #ways: Ways
  #stored: readonly Block[]
  #version: number
  #written: readonly Block[]
  #group = 0
  /** The text at the end of each step to take back that is not stored yet, but for the one being written; oldest first. */
  #steps: { written: readonly Block[]; group: number }[] = []
  #conflicts: readonly Conflict[] = []
  #flight: Flight | null = null
  #since: number | null = null
  #timer: unknown = null
  #lateTimer: unknown = null
  #urgent = false
  #failures = 0
  #seen: Stored | null = null
  /** The text as it stands if what was said in leaving has arrived; null when nothing was. */
  #left: readonly Block[] | null = null
  #waiting: (() => void)[] = []
  #state: SaverState = { clean: true, savedAt: null, late: false, error: null, gone: false, conflicts: [] }

  constructor(stored: Stored, ways: Ways) {
    this.#ways = ways
    this.#stored = stored.blocks
    this.#written = stored.blocks
    this.#version = stored.version
  }

  state(): SaverState {
    return this.#state
  }

  /** What the screen shows: everything written here, saved or not. */
  written(): readonly Block[] {
    return this.#written
  }

  /** Number of the newest stored state this saver knows. */
  version(): number {
    return this.#version
  }

  /** Takes the whole text as it is written now. Another `group`: what was written before it is a step of its own. */
  edit(blocks: readonly Block[], group = this.#group): void {
    if (sameBlocks(blocks, this.#written)) return
    if (group !== this.#group) {
      if (this.#unsent() !== null) {
        this.#steps.push({ written: this.#written, group: this.#group })
        if (this.#flight === null) this.#go()
      }
      this.#group = group
    }
    this.#written = blocks
    this.#dissolve()
    this.#schedule()
  }

  /** Takes the item as it was read. Reads older than the last acknowledged save are passed over. */
  received(seen: Stored): void {
    if (seen.version < this.#version) return
    if (this.#flight !== null) {
      this.#seen = seen
      return
    }
    this.#take(seen, this.#bases())
  }

  /** Sends what is not saved without waiting; resolves when all is acknowledged. */
  flush(): Promise<void> {
    if (this.#state.gone || (this.#unsent() === null && this.#flight === null)) return Promise.resolve()
    this.#urgent = true
    const done = new Promise<void>((resolve) => this.#waiting.push(resolve))
    if (this.#flight?.busy !== true) this.#go()
    return done
  }

  /**
   * What a page that is leaving has yet to say, in one call that may arrive besides or instead of the one under way:
   * that one's operations, then what was written since. Null when there is nothing. `said` tells that it was sent; the
   * page may stay, and then goes on as if it had not been.
   */
  farewell(): { batch: Batch; group: number; said: () => void } | null {
    if (this.#state.gone) return null
    const flight = this.#flight?.batch ?? null
    const sent = flight === null ? this.#stored : apply(this.#stored, flight)
    const rest = this.#unsent(sent)
    if (flight === null && rest === null) return null
    const after = rest === null ? sent : apply(sent, rest)
    if (this.#left !== null && sameBlocks(after, this.#left)) return null
    const batch = {
      operations: [...(flight?.operations ?? []), ...(rest?.operations ?? [])],
      order: rest?.order ?? flight?.order ?? null,
    }
    return { batch, group: this.#group, said: () => void (this.#left = after) }
  }

  /**
   * Settles a conflict with the text written here, with the stored one, or with both: the stored one in its place and
   * the one written here behind it, as a paragraph of its own with the id `copy`.
   */
  resolve(id: string, choice: 'mine' | 'stored' | { copy: string }): void {
    const conflict = this.#conflicts.find((one) => one.id === id)
    if (conflict === undefined) return
    this.#conflicts = this.#conflicts.filter((one) => one !== conflict)
    if (choice !== 'mine') {
      const there = conflict.stored === null ? [] : [conflict.stored]
      this.#written = this.#written.flatMap((block) =>
        block.id !== id ? [block] : choice === 'stored' ? there : [...there, copied(block, choice.copy)],
      )
      this.#ways.replaced(this.#written)
    }
    this.#schedule()
  }

  /** Asks again about what waited for a choice when its page went. */
  resume(waiting: readonly Waiting[]): void {
    const { blocks, conflicts } = resumed(this.#written, this.#stored, waiting)
    if (conflicts.length === 0) return
    this.#written = blocks
    this.#conflicts = [...this.#conflicts, ...conflicts]
    this.#ways.replaced(blocks)
    this.#schedule()
  }

  /** Takes text whose item is gone. */
  strand(blocks: readonly Block[]): void {
    this.#written = blocks
    this.#update({ gone: true, error: 'item.not-found' })
    this.#look()
  }

  /** Gives up text that has no place any more. */
  discard(): void {
    this.#stored = this.#written
    this.#flight = null
    this.#steps = []
    this.#conflicts = []
    this.#update({ gone: false, error: null })
    this.#rest()
  }

  /** What can be sent: paragraphs in conflict stand as they are stored until they are settled. */
  #unsent(from = this.#stored, written = this.#written): Batch | null {
    const held = new Map(this.#conflicts.map(({ id, stored }) => [id, stored]))
    const stored = byId(from)
    const blocks = written.flatMap((block) => {
      if (!held.has(block.id)) return [block]
      const there = stored.get(block.id)
      return there === undefined ? [] : [there]
    })
    return diff(from, blocks)
  }

  /** States that the store may have been left in by this saver. */
  #bases(): (readonly Block[])[] {
    const flight = this.#flight === null ? [] : [apply(this.#stored, this.#flight.batch)]
    return [this.#stored, ...flight, ...(this.#left === null ? [] : [this.#left])]
  }

  /** What the next call carries: what is unsent of the oldest step that waits, else of all that is written. */
  #next(): { batch: Batch; group: number } | null {
    if (this.#unsent() === null) this.#steps = []
    for (let [step] = this.#steps; step !== undefined; [step] = this.#steps) {
      const unsent = this.#unsent(this.#stored, step.written)
      if (unsent !== null) return { batch: firstPart(unsent), group: step.group }
      this.#steps.shift()
    }
    const unsent = this.#unsent()
    return unsent === null ? null : { batch: firstPart(unsent), group: this.#group }
  }

  #take(seen: Stored, bases: readonly (readonly Block[])[]): void {
    this.#seen = null
    this.#version = seen.version
    if (sameBlocks(seen.blocks, this.#stored)) {
      this.#schedule()
      return
    }
    const { blocks, conflicts } = merge(bases, this.#written, seen.blocks)
    const named = new Set(conflicts.map(({ id }) => id))
    const stored = byId(seen.blocks)
    // A conflict not yet settled stays one, with the text stored now.
    const still = this.#conflicts
      .filter(({ id }) => !named.has(id))
      .map(({ id }) => ({ id, stored: stored.get(id) ?? null }))
    this.#stored = seen.blocks
    this.#conflicts = [...still, ...conflicts]
    const shown = this.#written
    this.#written = blocks
    this.#dissolve()
    if (!sameBlocks(shown, blocks)) {
      // They do not hold what came from elsewhere: sent, they would take it away.
      this.#steps = []
      this.#ways.replaced(blocks)
    }
    this.#schedule()
  }

  /** A conflict is over when both texts are the same. */
  #dissolve(): void {
    const written = byId(this.#written)
    const left = this.#conflicts.filter(({ id, stored }) => !sameBlock(written.get(id), stored ?? undefined))
    if (left.length !== this.#conflicts.length) this.#conflicts = left
  }

  #schedule(): void {
    const { timers } = this.#ways
    // While a call is under way, or waits to be sent again, the next one follows its answer.
    if (this.#flight !== null) {
      this.#since ??= timers.now()
      this.#look()
      return
    }
    this.#clearTimer()
    if (this.#unsent() === null) {
      this.#rest()
      return
    }
    this.#since ??= timers.now()
    this.#look()
    if (this.#urgent || this.#steps.length > 0) this.#go()
    else this.#after(Math.max(0, Math.min(idleWait, this.#since + longestWait - timers.now())))
  }

  #after(wait: number): void {
    this.#clearTimer()
    this.#timer = this.#ways.timers.set(() => {
      this.#timer = null
      this.#go()
    }, wait)
  }

  #clearTimer(): void {
    if (this.#timer !== null) this.#ways.timers.clear(this.#timer)
    this.#timer = null
  }

  #go(): void {
    this.#clearTimer()
    if (this.#state.gone || this.#flight?.busy === true) return
    if (this.#flight !== null && this.#left !== null) {
      // What was said in leaving came after it, and may stand: sent again, this would take some of that back.
      this.#reread(this.#flight)
      return
    }
    if (this.#flight === null) {
      const next = this.#next()
      if (next === null) return this.#rest()
      this.#flight = { ...next, since: this.#since ?? this.#ways.timers.now(), busy: true }
      this.#since = null
    }
    const flight = this.#flight
    flight.busy = true
    this.#look()
    this.#ways.send(flight.batch, flight.group).then(
      (reply) => this.#acknowledged(flight, reply),
      (error: unknown) => this.#failed(flight, this.#ways.codeOf(error)),
    )
  }

  #acknowledged(flight: Flight, reply: Reply): void {
    // Given up meanwhile.
    if (this.#flight !== flight) return
    this.#stored = apply(this.#stored, flight.batch)
    this.#version = Math.max(this.#version, reply.version)
    this.#flight = null
    this.#failures = 0
    this.#update({ savedAt: reply.savedAt, error: null })
    const seen = this.#seen
    this.#seen = null
    if (seen !== null && seen.version >= this.#version) this.#take(seen, this.#bases())
    else this.#schedule()
  }

  #failed(flight: Flight, code: string): void {
    if (this.#flight !== flight) return
    flight.busy = false
    if (code === 'text.conflict') {
      this.#reread(flight)
      return
    }
    if (code === 'item.not-found') {
      this.#update({ gone: true, error: code })
      this.#look()
      return
    }
    if (hopeless.has(code)) {
      this.#since = flight.since
      this.#flight = null
      this.#update({ error: code })
      this.#look()
      return
    }
    this.#update({ error: code })
    this.#again()
  }

  #again(): void {
    const wait = retries[Math.min(this.#failures, retries.length - 1)] ?? 0
    this.#failures += 1
    this.#look()
    this.#after(wait)
  }

  /** The store holds something else than was thought: it is read, and what was written is joined with it. */
  #reread(flight: Flight): void {
    flight.busy = true
    this.#ways.read().then(
      (seen) => {
        if (this.#flight !== flight) return
        const bases = this.#bases()
        this.#since = flight.since
        this.#flight = null
        // Never in a hurry: a store that refuses again and again is asked at a walking pace.
        this.#urgent = false
        this.#take(seen, bases)
      },
      (error: unknown) => {
        if (this.#flight !== flight) return
        flight.busy = false
        const code = this.#ways.codeOf(error)
        if (code === 'item.not-found' || code === 'meeting.not-found') {
          this.#update({ gone: true, error: 'item.not-found' })
          this.#look()
          return
        }
        this.#update({ error: code })
        this.#again()
      },
    )
  }

  #rest(): void {
    this.#since = null
    this.#steps = []
    if (this.#left !== null) this.#lookBack(this.#left)
    this.#urgent = false
    this.#look()
    this.#waiting.splice(0).forEach((resolve) => resolve())
  }

  /** A page that stayed holds what it said in leaving for stored, or for taken back: the store alone knows. */
  #lookBack(left: readonly Block[]): void {
    if (sameBlocks(left, this.#stored)) {
      this.#left = null
      return
    }
    this.#ways.read().then(
      (seen) => {
        // A call under way finds out by itself; something newer is known, and was joined with this already.
        if (this.#flight !== null || this.#left !== left || seen.version < this.#version) return
        const bases = this.#bases()
        this.#left = null
        this.#take(seen, bases)
      },
      // Asked again when the next save is acknowledged.
      () => undefined,
    )
  }

  /** Brings the visible state in step, and the clock that says when saving is late. */
  #look(): void {
    const { timers } = this.#ways
    if (this.#lateTimer !== null) timers.clear(this.#lateTimer)
    this.#lateTimer = null
    const since = this.#flight?.since ?? this.#since
    const left = since === null ? null : since + lateAfter - timers.now()
    if (left !== null && left > 0) {
      this.#lateTimer = timers.set(() => {
        this.#lateTimer = null
        this.#update({ late: true })
      }, left)
    }
    this.#update({ clean: since === null && !this.#state.gone, late: left !== null && left <= 0 })
  }

  #update(part: Partial<SaverState>): void {
    const next = { ...this.#state, conflicts: this.#conflicts, ...part }
    const keys = Object.keys(next) as (keyof SaverState)[]
    if (keys.every((key) => Object.is(next[key], this.#state[key]))) return
    this.#state = next
    this.#ways.changed()
  }
}
