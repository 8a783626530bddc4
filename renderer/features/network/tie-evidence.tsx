/** The words a tie came from, with the names in them marked and the way to where they stand. */
import type { Evidence } from '#contract/register.ts'
import { useT } from '../../i18n/i18n.ts'
import { useClock } from '../../shell/clock/clock.ts'
import { useRead } from '../../transport/hooks.ts'
import { ErrorMessage } from '../../ui/message.tsx'
import { Unknown } from '../../ui/marks.tsx'
import { EvidenceLink } from '../../ui/source-link.tsx'
import { markNames } from './words.ts'

function Words({ evidence, names }: { evidence: Evidence; names: readonly string[] }) {
  const t = useT()
  return (
    <blockquote className="evidence">
      {evidence.quote !== '' && (
        <p className="quote">
          {markNames(evidence.quote, names).map((piece, index) =>
            piece.marked ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
          )}
        </p>
      )}
      <EvidenceLink place={evidence} />
      {evidence.meetingDate !== null && evidence.sourceName !== null && (
        <span className="small text-3 map-source">
          {evidence.line === null
            ? evidence.sourceName
            : t('network:panel.sourceLine', { source: evidence.sourceName, line: evidence.line })}
        </span>
      )}
    </blockquote>
  )
}

/** A tie of what was known then may have fallen since: its words are asked for as it is. */
function useKnownTie(tieId: string) {
  const { knownAt } = useClock()
  return { tieId, ...(knownAt === undefined ? {} : { knownAt }) }
}

export function TieEvidence({ tieId, names }: { tieId: string; names: readonly string[] }) {
  const t = useT()
  const { data, error } = useRead('network.evidence', useKnownTie(tieId))
  if (error !== null) return <ErrorMessage error={error} />
  if (data === undefined) return null
  if (data.evidence.length === 0) return <Unknown>{t('network:panel.noWords')}</Unknown>
  return data.evidence.map((evidence, index) => <Words key={index} evidence={evidence} names={names} />)
}

/** Only the way to the words, for a row. */
export function TieSource({ tieId }: { tieId: string }) {
  const { data } = useRead('network.evidence', useKnownTie(tieId))
  const first = data?.evidence[0]
  return first === undefined ? null : <EvidenceLink place={first} />
}
