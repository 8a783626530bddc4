/** Two accounts of one occasion beside each other, each fact with its words. */
import './sources.css'
import type { ComparedFact } from '#contract/sources.ts'
import type { Output } from '#contract/methods.ts'
import type { PageProps } from '../route.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import type { T } from '../../i18n/resources.ts'
import { usePageTitle } from '../../shell/page-title.ts'
import { useRead } from '../../transport/hooks.ts'
import { ErrorMessage } from '../../ui/message.tsx'
import { meetingPath, SourceLink, sourcePath } from '../../ui/source-link.tsx'

type Compared = Output<'sources.compare'>
type Side = Compared['a']

const standings = ['conflict', 'both', 'a', 'b'] as const

/** Words shown for one fact; the text itself holds the rest. */
const mostPlaces = 3

const roles = [
  'charged',
  'coordinating',
  'issuer',
  'funder',
  'recipient',
  'partner',
  'organiser',
  'participant',
  'guest',
  'employer',
] as const

/** A part somebody has, in words; of an assignment it is the names of those charged with it. */
function roleWords(role: string, t: T): string {
  const known = roles.find((one) => one === role)
  return known === undefined ? role : t(`sources:role.${known}`)
}

function Told({ side, told }: { side: Side; told: ComparedFact['a'] }) {
  const t = useT()
  if (told.places.length === 0) return <span className="unknown">{t('sources:compare.silent')}</span>
  return (
    <>
      {told.places.slice(0, mostPlaces).map((place) => (
        <p key={`${place.from} ${place.quote}`} className="quote">
          {place.quote}{' '}
          {side.sourceId !== null ? (
            <SourceLink to={sourcePath(side.sourceId, place.from)}>
              {t('sources:page.line', { line: place.from })}
            </SourceLink>
          ) : (
            <SourceLink to={meetingPath(side.id)}>{side.name}</SourceLink>
          )}
        </p>
      ))}
      {told.roles.length > 0 && (
        <p className="small text-3">{told.roles.map((role) => roleWords(role, t)).join(', ')}</p>
      )}
    </>
  )
}

function Group({ compared, standing }: { compared: Compared; standing: (typeof standings)[number] }) {
  const t = useT()
  const language = useLanguage()
  const facts = compared.facts.filter((one) => one.standing === standing)
  if (facts.length === 0) return null
  const names = { conflict: '', both: '', a: compared.a.name, b: compared.b.name }
  const id = `src-compared-${standing}`
  return (
    <section className="src-compared" data-standing={standing} aria-labelledby={id}>
      <h2 id={id} className="heading">
        {t(`sources:compare.${standing}`, { name: names[standing] })} <span className="count">{facts.length}</span>
      </h2>
      <table className="table" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{t('sources:compare.fact')}</th>
            {standing !== 'b' && <th scope="col">{compared.a.name}</th>}
            {standing !== 'a' && <th scope="col">{compared.b.name}</th>}
          </tr>
        </thead>
        <tbody>
          {facts.map((one, index) => (
            <tr key={index}>
              <th scope="row" className="text">
                {one.about}
                <span className="src-under">
                  {[
                    t(`sources:compare.kind.${one.kind}`),
                    one.date === null ? null : shortDate(one.date, language),
                    ...one.notes.map((note) => t(`sources:compare.note.${note}`)),
                  ]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </span>
              </th>
              {standing !== 'b' && (
                <td className="text">
                  <Told side={compared.a} told={one.a} />
                </td>
              )}
              {standing !== 'a' && (
                <td className="text">
                  <Told side={compared.b} told={one.b} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function ComparePage({ params }: PageProps) {
  const t = useT()
  const { id = '', kind, other = '' } = params
  const { data, error } = useRead('sources.compare', {
    a: { kind: 'source', id },
    b: { kind: kind === 'meeting' ? 'meeting' : 'source', id: other },
  })
  usePageTitle(t('sources:compare.title'), [
    { label: t('places.sources'), to: '/kallor' },
    { label: data?.a.name ?? '', to: sourcePath(id) },
  ])
  if (error !== null)
    return (
      <div className="page">
        <ErrorMessage error={error} />
      </div>
    )
  if (data === undefined) return null
  return (
    <div className="page src-compare">
      <h1 className="page-title">{t('sources:compare.title')}</h1>
      <p className="text-2">{t('sources:compare.lead')}</p>
      {data.facts.length === 0 && <p className="text-2">{t('sources:compare.none')}</p>}
      {standings.map((standing) => (
        <Group key={standing} compared={data} standing={standing} />
      ))}
    </div>
  )
}
