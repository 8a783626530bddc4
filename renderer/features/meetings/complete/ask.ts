/** Asks the register for names; an answer to what nobody asks any more is dropped. */
import { call } from '../../../transport/client.ts'
import { kindsOf, nameAsked, type Hit } from './choices.ts'
import type { Query } from './query.ts'

const mostHits = 12

/** What is asked of the register for a query; null when nothing is. */
export function askedFor(query: Query): string | null {
  const name = nameAsked(query)
  return name === '' && query.sign === '@' ? null : query.sign + name
}

/** Keeps to the newest question. */
export class Asking {
  #last: string | null = null
  readonly #answered: (question: string, hits: readonly Hit[]) => void

  constructor(answered: (question: string, hits: readonly Hit[]) => void) {
    this.#answered = answered
  }

  /** Asks unless just that was asked last. */
  ask(query: Query): void {
    const question = askedFor(query)
    if (question === this.#last) return
    this.#last = question
    if (question === null) return
    const answer = (hits: readonly Hit[]) => {
      if (this.#last === question) this.#answered(question, hits)
    }
    call('complete.names', {
      query: nameAsked(query).slice(0, 100),
      kinds: [...kindsOf[query.sign]],
      limit: mostHits,
    }).then(
      ({ hits }) => answer(hits),
      // Those of the meeting are still offered.
      () => answer([]),
    )
  }

  forget(): void {
    this.#last = null
  }
}
