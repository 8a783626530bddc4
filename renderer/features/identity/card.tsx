/** Two or more entries beside each other: where each name is written, what speaks for and against, three answers. */
import { useId, useState } from 'react'
import { Link } from 'wouter'
import type { Candidate, Cluster, IdentityVerdict } from '#contract/identity.ts'
import type { Output } from '#contract/methods.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { detailWords } from '../../i18n/type-words.ts'
import { announce } from '../../shell/announce.ts'
import { onceRead, useWrite } from '../../transport/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, Field } from '../../ui/field.tsx'
import { KindIcon } from '../../ui/marks.tsx'
import { ErrorMessage } from '../../ui/message.tsx'
import { EvidenceLink } from '../../ui/source-link.tsx'
import { marked } from '../register/facts.ts'
import { registerPath } from '../register/kinds.ts'
import { listed, reasonWords } from './words.ts'

export const answers: readonly { verdict: IdentityVerdict; key: string }[] = [
  { verdict: 'same', key: '1' },
  { verdict: 'different', key: '2' },
  { verdict: 'undecided', key: '3' },
]

function Member({ kind, member }: { kind: Cluster['kind']; member: Candidate }) {
  const t = useT()
  const language = useLanguage()
  const others = member.names.filter((name) => name !== member.name)
  return (
    <section className="who-member" aria-label={member.name}>
      <h3>
        <KindIcon kind={kind} named />
        <Link href={registerPath(kind, member.id)} className="record">
          {member.name}
        </Link>
      </h3>
      <p className="small text-2">
        {[detailWords(t, language, { kind, detail: member.detail }), t('identity:places', { count: member.places })]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      {others.length > 0 && <p className="small text-2">{t('identity:alsoWritten', { names: others.join(' · ') })}</p>}
      {member.evidence.map((one, place) => (
        <blockquote key={place} className="evidence">
          <p className="quote">
            {marked(one.quote, member.names).map((piece, index) =>
              piece.marked ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
            )}
          </p>
          <EvidenceLink place={one} />
        </blockquote>
      ))}
      {member.evidence.length === 0 && <p className="small text-3">{t('identity:noPlaces')}</p>}
    </section>
  )
}

function Reasons({ cluster }: { cluster: Cluster }) {
  const t = useT()
  const { forIt, againstIt } = reasonWords(t, cluster.reasons)
  const rows = [
    { label: t('identity:speaksFor'), words: forIt },
    { label: t('identity:speaksAgainst'), words: againstIt },
    { label: t('identity:shared'), words: cluster.shared },
    {
      label: t('identity:distance'),
      words: [
        cluster.distance === 0
          ? t('identity:spelledAlike')
          : t('identity:differs', { count: cluster.distance, percent: Math.round(cluster.likeness * 100) }),
      ],
    },
  ].filter(({ words }) => words.length > 0)
  return (
    <dl className="who-reasons">
      {rows.map(({ label, words }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{words.join(' · ')}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Which entry would stay and the spelling it would be shown by. */
function ShownName(props: { names: readonly string[]; value: string; onChange: (name: string) => void }) {
  const t = useT()
  const list = useId()
  return (
    <Field label={t('identity:shownAs')} hint={t('identity:shownHint')}>
      {(wiring) => (
        <>
          <input
            {...wiring}
            className="input record"
            list={list}
            autoComplete="off"
            spellCheck={false}
            maxLength={500}
            value={props.value}
            onChange={(event) => props.onChange(event.currentTarget.value)}
          />
          <datalist id={list}>
            {props.names.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}

/** What the card would send, kept by whoever shows it, so that keys can answer too. */
export type Draft = { ids: readonly string[]; name: string }

export const draftOf = (cluster: Cluster): Draft => ({
  ids: cluster.members.map(({ id }) => id),
  name: cluster.suggested,
})

type CardProps = {
  cluster: Cluster
  draft: Draft
  onDraft: (draft: Draft) => void
  onAnswer: (verdict: IdentityVerdict) => void
  busy: boolean
  error: unknown
  /** The keys 1, 2 and 3 answer. */
  keys: boolean
}

export function Card({ cluster, draft, onDraft, onAnswer, busy, error, keys }: CardProps) {
  const t = useT()
  const language = useLanguage()
  const { kind, members } = cluster
  const names = [...new Set(members.flatMap((member) => member.names))]
  const chosen = members.filter(({ id }) => draft.ids.includes(id))
  const shown = new Set(members.map(({ name }) => name))
  const title = listed([...shown], language)
  const toggle = (id: string, on: boolean) =>
    onDraft({ ...draft, ids: on ? [...draft.ids, id] : draft.ids.filter((one) => one !== id) })
  const moving = chosen.slice(1).reduce((sum, { places }) => sum + places, 0)
  return (
    <article className="who-card" aria-labelledby="who-title">
      <h2 id="who-title">
        {t(`identity:${shown.size === 1 ? 'questionOfOneName' : 'question'}.${kind}`, { names: title })}
      </h2>
      <Reasons cluster={cluster} />
      <div className="who-members">
        {members.map((member) => (
          <div key={member.id}>
            {members.length > 2 && (
              <Checkbox
                label={t('identity:include', { name: member.name })}
                checked={draft.ids.includes(member.id)}
                onChange={(on) => toggle(member.id, on)}
              />
            )}
            <Member kind={kind} member={member} />
          </div>
        ))}
      </div>
      <div className="who-form">
        <ShownName names={names} value={draft.name} onChange={(name) => onDraft({ ...draft, name })} />
        <fieldset className="who-acts">
          <legend className="visually-hidden">{t('identity:answer')}</legend>
          {answers.map(({ verdict, key }) => (
            <Button
              key={verdict}
              look={verdict === 'same' && cluster.verdict === 'same' ? 'primary' : 'plain'}
              shortcut={keys ? key : undefined}
              busy={busy}
              disabled={draft.ids.length < 2 || (verdict === 'same' && draft.name.trim() === '')}
              onClick={() => onAnswer(verdict)}
            >
              {t(`identity:verdict.${verdict}`)}
            </Button>
          ))}
        </fieldset>
        <ErrorMessage error={error} />
        <p className="small text-3">{t('identity:whatSameDoes', { count: moving })}</p>
      </div>
    </article>
  )
}

/** Sends an answer and says what it did. */
export function useAnswer(onDone: (result: Output<'identity.decide'>, verdict: IdentityVerdict) => void) {
  const t = useT()
  const decide = useWrite('identity.decide')
  const [failed, setFailed] = useState<string | null>(null)
  /** Answered, and shown still until the questions are read again: the next key is meant for the next one. */
  const [done, setDone] = useState<Cluster | null>(null)
  const answer = (cluster: Cluster, draft: Draft, verdict: IdentityVerdict) => {
    const ids = [...draft.ids]
    if (ids.length < 2 || decide.isPending || cluster === done) return
    const name = draft.name.replace(/\s+/gu, ' ').trim()
    decide.mutate(
      { kind: cluster.kind, ids, verdict, ...(verdict === 'same' && name !== '' ? { name } : {}) },
      {
        onSuccess: (result) => {
          setFailed(null)
          setDone(cluster)
          onceRead(() => setDone(null))
          announce(
            t(`identity:said.${verdict}`, { name: verdict === 'same' ? name : (cluster.members[0]?.name ?? '') }),
          )
          onDone(result, verdict)
        },
        onError: () => setFailed(cluster.members.map(({ id }) => id).join()),
      },
    )
  }
  /** The refusal belongs to the card it was given for. */
  const errorOf = (cluster: Cluster) => (failed === cluster.members.map(({ id }) => id).join() ? decide.error : null)
  return { answer, errorOf, busy: decide.isPending }
}
