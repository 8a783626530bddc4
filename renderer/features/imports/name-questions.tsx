/** Names that are like somebody known. Who is who is asked, never decided here. */
import type { ImportPreview, Match } from '#contract/imports.ts'
import { useT } from '../../i18n/i18n.ts'
import { KindIcon } from '../../ui/marks.tsx'
import { nameKey, type Decisions, type NameKind } from './decisions.ts'
import type { OutcomeProps } from './outcome-props.ts'
import { make } from './session.ts'

/** Every name of a meeting that is like somebody known, with its kind. */
function questionsOf(meeting: ImportPreview['meetings'][number]): { kind: NameKind; match: Match }[] {
  const near = (kind: NameKind, matches: readonly Match[]) =>
    matches.filter(({ verdict }) => verdict === 'near').map((match) => ({ kind, match }))
  return [
    ...near('person', meeting.people),
    ...near('organisation', meeting.organisations),
    ...near('body', meeting.body === null ? [] : [meeting.body]),
  ]
}

type QuestionProps = { kind: NameKind; match: Match; choices: Decisions['choices']; place: number }

function Question({ kind, match, choices, place }: QuestionProps) {
  const t = useT()
  const key = nameKey(kind, match.name)
  const answer = choices.get(key)
  const set = (to: string | null) => void make({ choices: new Map(choices).set(key, to) })
  return (
    <li className="import-question">
      <fieldset>
        <legend>
          <KindIcon kind={kind} named outline={answer === undefined} />
          <span className="record import-asked">{match.name}</span>
          {answer === undefined && <span className="text-3">{t('imports:names.unanswered')}</span>}
        </legend>
        {match.candidates.map((one) => (
          <label key={one.id} className="import-answer">
            <input
              type="radio"
              name={`import-name-${place}`}
              checked={answer === one.id}
              onChange={() => set(one.id)}
            />
            <span>
              {t('imports:names.same')} <span className="record">{one.name}</span>
              <span className="text-3">
                {' '}
                {[one.detail, t('imports:names.alike', { percent: Math.round(one.similarity * 100) })]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </span>
            </span>
          </label>
        ))}
        <label className="import-answer">
          <input type="radio" name={`import-name-${place}`} checked={answer === null} onChange={() => set(null)} />
          <span>{t(`imports:names.new.${kind}`)}</span>
        </label>
      </fieldset>
    </li>
  )
}

export function NameQuestions({ preview, decisions, index }: OutcomeProps) {
  const t = useT()
  const shown = preview.meetings[index]
  const questions = shown === undefined ? [] : questionsOf(shown)
  if (questions.length === 0) return null
  return (
    <section className="import-group" aria-labelledby="import-names">
      <h2 className="heading" id="import-names">
        {t('imports:names.title')} <span className="count">{questions.length}</span>
      </h2>
      <p className="text-3">{t('imports:names.hint')}</p>
      <ul>
        {questions.map(({ kind, match }, place) => (
          <Question
            key={nameKey(kind, match.name)}
            kind={kind}
            match={match}
            choices={decisions.choices}
            place={place}
          />
        ))}
      </ul>
    </section>
  )
}
