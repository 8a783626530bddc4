/** Answering proposals: one call each, said aloud, with the next open one chosen. */
import type { Finding } from '#contract/reading.ts'
import type { Proposal } from '#contract/sources.ts'
import { useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { useWrite } from '../../transport/hooks.ts'

export type Answers = {
  accept: (proposals: readonly Proposal[]) => void
  acceptKind: (kind: Finding['kind']) => void
  reject: (proposal: Proposal) => void
  reopen: (proposal: Proposal) => void
  edit: (proposal: Proposal) => void
}

type AnswersOf = {
  source: string
  /** Runs before an answer is given: where to go from here. */
  onAnswered: (proposal: Proposal | null) => void
  edit: (proposal: Proposal) => void
}

export function useAnswers({ source, onAnswered, edit }: AnswersOf): {
  answers: Answers
  acceptAll: () => void
  error: unknown
  busy: boolean
} {
  const t = useT()
  const accept = useWrite('sources.accept')
  const reject = useWrite('sources.reject')
  const reopen = useWrite('sources.reopen')
  const busy = accept.isPending || reject.isPending || reopen.isPending
  const taken = (input: { proposals?: string[]; kind?: Finding['kind'] }, of: Proposal | null) => {
    if (busy) return
    accept.mutate(
      { source, ...input },
      {
        onSuccess: (done) => {
          announce(t('sources:answer.said.accepted', { count: done.proposals }))
          onAnswered(of)
        },
      },
    )
  }
  const answers: Answers = {
    accept: (proposals) => taken({ proposals: proposals.map(({ id }) => id) }, proposals[0] ?? null),
    acceptKind: (kind) => taken({ kind }, null),
    reject: (proposal) => {
      if (busy) return
      reject.mutate(
        { source, proposals: [proposal.id] },
        {
          onSuccess: () => {
            announce(t('sources:answer.said.rejected'))
            onAnswered(proposal)
          },
        },
      )
    },
    reopen: (proposal) => {
      if (busy) return
      reopen.mutate(
        { source, proposals: [proposal.id] },
        { onSuccess: () => announce(t('sources:answer.said.reopened')) },
      )
    },
    edit,
  }
  return { answers, acceptAll: () => taken({}, null), error: accept.error ?? reject.error ?? reopen.error, busy }
}
