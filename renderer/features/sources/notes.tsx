/** What a document holds besides its running text. */
import type { DocumentNote } from '#contract/sources.ts'
import { useT } from '../../i18n/i18n.ts'

export function Notes({ notes }: { notes: readonly DocumentNote[] }) {
  const t = useT()
  if (notes.length === 0) return null
  return (
    <details className="src-notes">
      <summary>
        {t('sources:notes.title')} <span className="count">{notes.reduce((sum, note) => sum + note.count, 0)}</span>
      </summary>
      <ul>
        {notes.map((note) => (
          <li key={`${note.code} ${note.kept}`}>
            <span>
              {t(`sources:notes.${note.code}`)} <span className="num">{note.count}</span>
            </span>
            <span className="text-3">{t(note.kept ? 'sources:notes.kept' : 'sources:notes.left')}</span>
            {note.quotes.length > 0 && <span className="quote src-note-quote">{note.quotes.join(' / ')}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}
