/** Lines of texts that hits stand in: while somebody types, the same texts come with every key, and some are long. */
import type { ReadableDb } from '#db/connection.ts'
import { textOfSource } from '#db/search/find.ts'
import type { Restricted } from '#core/privacy/restricted.ts'

/** Characters of all texts that are kept together. */
const mostKept = 16_000_000

/** `named`: of lines that were looked at, whether they name somebody whom `by` knows. */
type Text = {
  sha256: string
  lines: readonly string[]
  size: number
  by: Restricted | null
  named: Map<number, boolean>
}

export type LineOf = { ref: string; line: number | null; sha256: string | null }

export class SourceLines {
  /** The text asked for longest ago stands first. */
  readonly #texts = new Map<string, Text>()
  #size = 0

  #text(db: ReadableDb, { ref, sha256 }: LineOf): Text {
    let text = this.#texts.get(ref)
    if (text !== undefined) this.#drop(ref, text)
    // Other words have another sum.
    if (text === undefined || text.sha256 !== sha256) {
      const whole = textOfSource(db, ref)
      text = { sha256: sha256 ?? '', lines: whole.split('\n'), size: whole.length, by: null, named: new Map() }
    }
    this.#texts.set(ref, text)
    this.#size += text.size
    for (const [id, oldest] of this.#texts) {
      if (this.#size <= mostKept || id === ref) break
      this.#drop(id, oldest)
    }
    return text
  }

  #drop(id: string, { size }: Text): void {
    this.#texts.delete(id)
    this.#size -= size
  }

  line(db: ReadableDb, of: LineOf): string {
    return this.#text(db, of).lines[(of.line ?? 1) - 1] ?? ''
  }

  isNamed(db: ReadableDb, of: LineOf, restricted: Restricted): boolean {
    const text = this.#text(db, of)
    if (text.by !== restricted) {
      text.by = restricted
      text.named.clear()
    }
    const line = of.line ?? 1
    let named = text.named.get(line)
    if (named === undefined) text.named.set(line, (named = restricted.isNamed(text.lines[line - 1] ?? '')))
    return named
  }
}
