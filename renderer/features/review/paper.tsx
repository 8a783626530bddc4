/** The minutes to read while they are reviewed, with the words that findings are about. */
import { useT } from '../../i18n/i18n.ts'
import { numberOf } from '../meetings/item/face.ts'
import { quoteRanges, type Quote } from '../meetings/findings/quotes.ts'
import type { View } from '../meetings/text/savers.ts'
import { isOpen, type Finding } from './state.ts'

type Marked = Extract<Quote['look'], string>

/** Words between ranges, in order. */
function Words({ text, ranges }: { text: string; ranges: readonly { from: number; to: number; look: Marked }[] }) {
  return (
    <>
      {ranges.map(({ from, to, look }, index) => [
        text.slice(ranges[index - 1]?.to ?? 0, from),
        <span key={from} className={`finding-${look}`}>
          {text.slice(from, to)}
        </span>,
      ])}
      {text.slice(ranges.at(-1)?.to ?? 0)}
    </>
  )
}

/** Places of a paragraph's findings without overlaps, the chosen one first. */
function rangesOf(findings: readonly Finding[], chosen: string | null) {
  const ranges: { from: number; to: number; look: Marked }[] = []
  const order = findings.toSorted((a, b) => Number(b.key === chosen) - Number(a.key === chosen))
  for (const { key, from, to, state } of order) {
    if (from === null || to === null || (state !== 'open' && key !== chosen)) continue
    if (ranges.some((range) => from < range.to && range.from < to)) continue
    ranges.push({ from, to, look: key === chosen ? 'chosen' : 'open' })
  }
  return ranges.toSorted((a, b) => a.from - b.from)
}

export function Paper({ view, findings, chosen }: { view: View; findings: readonly Finding[]; chosen: string | null }) {
  const t = useT()
  const byParagraph = Map.groupBy(findings, ({ paragraphId }) => paragraphId)
  // A finding without a place of its own is looked for by its words.
  const loose = findings
    .filter((one) => one.paragraphId === null && one.attendanceId === null && (isOpen(one) || one.key === chosen))
    .map(({ key, words }): Quote => ({
      text: words,
      from: 0,
      to: words.length,
      look: key === chosen ? 'chosen' : 'open',
    }))
  const rows = new Map(findings.flatMap((one) => (one.attendanceId === null ? [] : [[one.attendanceId, one] as const])))
  return (
    <article className="review-paper" data-review-text>
      {view.items.map((item) => (
        <section key={item.id} aria-labelledby={`review-${item.id}`}>
          <span className="review-number">{numberOf(item)}</span>
          <h3 id={`review-${item.id}`}>{item.title === '' ? t('meetings:item.untitled') : item.title}</h3>
          {item.paragraphs.map(({ id, text, kind }) => {
            const ranges = rangesOf(byParagraph.get(id) ?? [], chosen)
            const shown = ranges.length > 0 ? ranges : quoteRanges(text, loose)
            return (
              <p key={id} data-kind={kind}>
                <Words text={text} ranges={shown} />
              </p>
            )
          })}
        </section>
      ))}
      {view.attendance.length > 0 && (
        <section aria-labelledby="review-people">
          <h3 id="review-people">{t('review:place.people')}</h3>
          <ol>
            {view.attendance.map((row) => {
              const finding = rows.get(row.id)
              const marked = finding !== undefined && (isOpen(finding) || finding.key === chosen)
              const look = finding?.key === chosen ? 'finding-chosen' : 'finding-open'
              return (
                <li key={row.id}>
                  <span className="review-number">{row.listNumber}</span>
                  <span {...(marked ? { className: look } : {})}>{row.name}</span>
                  {[row.capacity, row.organisation]
                    .filter((part) => part !== null)
                    .map((part) => `, ${part}`)
                    .join('')}
                </li>
              )
            })}
          </ol>
        </section>
      )}
    </article>
  )
}
