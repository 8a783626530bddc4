/** The words behind a fact: a chip that opens them in place, with file and line. */
import { useState } from 'react'
import type { Evidence } from '#contract/register.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { EvidenceLink, itemPlace } from '../../ui/source-link.tsx'

/** `10 nov 2021, § 2`, else the text's name and line, else that it is somebody's own statement. */
function usePlace(): (one: Evidence) => string {
  const t = useT()
  const language = useLanguage()
  return (one) => {
    const name = one.meetingDate === null ? one.sourceName : shortDate(one.meetingDate, language)
    const place =
      one.itemNumber === null
        ? one.line === null
          ? null
          : t('source.line', { line: one.line })
        : itemPlace(t, one.itemNumber)
    const parts = [name, place].filter((part) => part !== null)
    return parts.length === 0 ? t('source.own') : parts.join(', ')
  }
}

function Quoted({ one }: { one: Evidence }) {
  return (
    <blockquote className="evidence">
      {one.quote !== '' && <p className="quote">{one.quote}</p>}
      <span className="says-place">
        <EvidenceLink place={one} />
      </span>
    </blockquote>
  )
}

const firstPlaces = 2

/** Opens the words of one fact. The chip names the first place; the count says how many more there are. */
export function Says({ evidence, of }: { evidence: readonly Evidence[]; of: string }) {
  const t = useT()
  const place = usePlace()
  const [open, setOpen] = useState(false)
  const [all, setAll] = useState(false)
  const [first] = evidence
  if (first === undefined) return <span className="says-none small text-3">{t('register:noWords')}</span>
  const shown = all ? evidence : evidence.slice(0, firstPlaces)
  return (
    <div className="says">
      <button
        type="button"
        className="says-chip"
        aria-expanded={open}
        aria-label={t('register:wordsOf', { of, place: place(first) })}
        onClick={() => setOpen(!open)}
      >
        {place(first)}
        {evidence.length > 1 && <span className="says-count">+{evidence.length - 1}</span>}
      </button>
      {open && (
        <div className="says-words">
          {shown.map((one, index) => (
            <Quoted key={index} one={one} />
          ))}
          {shown.length < evidence.length && (
            <button type="button" className="link small" onClick={() => setAll(true)}>
              {t('register:moreSources', { count: evidence.length - shown.length })}
            </button>
          )}
        </div>
      )}
    </div>
  )
}
