/** The rules a body counts by: what a lost link is, and how many must be there to decide. They hold for all its meetings. */
import { useT } from '../../../i18n/i18n.ts'
import { Checkbox } from '../../../ui/field.tsx'
import { InlineChoice } from '../inline/inline-choice.tsx'
import { InlineText } from '../inline/inline-text.tsx'
import { LockedScope, useLocked } from '../inline/locked.ts'
import { change } from '../page/state.ts'
import type { View } from '../text/savers.ts'
import { groupsOf } from './presence.ts'

export function Rules({ view }: { view: View }) {
  const t = useT()
  const locked = useLocked()
  const { bodyId, body, ruleProfile, quorumRule, quorumCount } = view.head
  if (bodyId === null) return <p className="pane-text text-3">{t('attendance:rules.noBody')}</p>
  const set = (part: object) => change('bodies.setRules', { id: bodyId, ...part })
  const profile = ruleProfile === 'strict' ? t('attendance:rules.strict') : t('attendance:rules.free')
  return (
    <details className="rules">
      <summary>
        {profile} · {t(`attendance:quorum.${quorumRule}`, { count: quorumCount ?? 0 })}
      </summary>
      {/* They are the body's own, and no part of these minutes. */}
      <LockedScope value={false}>
        <dl>
          <dt>{t('attendance:rules.profile')}</dt>
          <dd>
            <InlineChoice
              label={t('attendance:rules.profile')}
              required
              value={ruleProfile}
              options={[
                { value: 'free', label: t('attendance:rules.free') },
                { value: 'strict', label: t('attendance:rules.strict') },
              ]}
              onSave={(value) => set({ ruleProfile: value ?? 'free' })}
            />
          </dd>
          <dt>{t('attendance:rules.quorum')}</dt>
          <dd>
            <InlineChoice
              label={t('attendance:rules.quorum')}
              required
              value={quorumRule}
              options={[
                { value: 'none', label: t('attendance:quorum.none') },
                { value: 'half', label: t('attendance:quorum.half') },
                { value: 'count', label: t('attendance:rules.fixed') },
              ]}
              onSave={(rule) =>
                set({
                  quorumRule: rule ?? 'none',
                  ...(rule === 'count' && quorumCount === null ? { quorumCount: 1 } : {}),
                })
              }
            />
          </dd>
          {quorumRule === 'count' && (
            <>
              <dt>{t('attendance:rules.least')}</dt>
              <dd>
                <InlineText
                  label={t('attendance:rules.least')}
                  value={quorumCount === null ? null : String(quorumCount)}
                  required
                  maxLength={4}
                  parse={(typed) => {
                    const count = Number(typed.trim())
                    return Number.isInteger(count) && count >= 1 && count <= 1000
                      ? { value: String(count) }
                      : { wrong: t('attendance:rules.wrongCount') }
                  }}
                  onSave={(value) => set({ quorumCount: Number(value) })}
                />
              </dd>
            </>
          )}
        </dl>
      </LockedScope>
      <p className="text-3">
        {ruleProfile === 'strict' ? t('attendance:rules.strictMeans') : t('attendance:rules.freeMeans')}{' '}
        {body !== null && t('attendance:rules.forAll', { body })}
      </p>
      <fieldset className="rules-votes" disabled={locked}>
        <legend>{t('attendance:rules.votes')}</legend>
        {groupsOf(view.attendance).map(({ group, people }) => {
          const voting = people.filter((one) => one.voting).length
          return (
            <Checkbox
              key={group}
              label={t('attendance:rules.groupVotes', { group, voting, all: people.length })}
              checked={voting === people.length}
              onChange={(checked) =>
                void change('attendance.setVoting', { ids: people.map(({ id }) => id), voting: checked })
              }
            />
          )
        })}
      </fieldset>
    </details>
  )
}
