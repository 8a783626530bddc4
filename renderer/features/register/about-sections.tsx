/** Contact points, contacts taken and judgements of a person or an organisation, with the way to add each. */
import type { Assessment, Interaction } from '#contract/register-pages.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { announce } from '../../shell/announce.ts'
import { useWrite } from '../../transport/hooks.ts'
import { IconButton } from '../../ui/button.tsx'
import { adding } from './acts.ts'
import { AddFact, ContactMenu, type Editing } from './editing.tsx'
import { scales, type Contact } from './owner.ts'
import { NotSaid, Section } from './parts.tsx'

export function ContactSection({ contacts, editing }: { contacts: readonly Contact[]; editing: Editing }) {
  const t = useT()
  return (
    <Section
      id="contacts"
      title={t('register:contacts')}
      count={contacts.length}
      action={<AddFact editing={editing} act={adding.contact} />}
    >
      {contacts.length === 0 ? (
        <NotSaid />
      ) : (
        <ul className="reg-facts">
          {contacts.map((one) => (
            <li key={one.id}>
              <span className="reg-source">
                <span className="text-3">{t(`register:contact.${one.kind}`)}</span> {one.value}
              </span>
              <ContactMenu contact={one} editing={editing} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

type InteractionProps = { interactions: readonly Interaction[]; editing: Editing }

export function InteractionSection({ interactions, editing }: InteractionProps) {
  const t = useT()
  const language = useLanguage()
  const remove = useWrite('interactions.remove')
  return (
    <Section
      id="interactions"
      title={t('register:interactions')}
      count={interactions.length}
      action={<AddFact editing={editing} act={adding.interaction} />}
    >
      {interactions.length === 0 ? (
        <NotSaid />
      ) : (
        <ul className="reg-facts">
          {interactions.map((one) => {
            const day = shortDate(one.date, language)
            return (
              <li key={one.id}>
                <span className="medium">
                  {day} · {t(`register:channel.${one.channel}`)}
                </span>
                <IconButton
                  icon="cross"
                  label={t('register:form.removeNamed', { name: day })}
                  onClick={() =>
                    remove.mutate(
                      { id: one.id },
                      { onSuccess: () => announce(t('register:form.removed', { name: day })) },
                    )
                  }
                />
                <span className="reg-under">{one.summary}</span>
                {one.followUp !== null && (
                  <span className="reg-under">{t('register:followUp', { what: one.followUp })}</span>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}

type AssessmentProps = { assessments: readonly Assessment[]; editing: Editing }

export function AssessmentSection({ assessments, editing }: AssessmentProps) {
  const t = useT()
  const language = useLanguage()
  return (
    <Section
      id="assessments"
      title={t('register:assessments')}
      count={assessments.length}
      action={<AddFact editing={editing} act={adding.assessment} />}
    >
      {assessments.length === 0 ? (
        <NotSaid />
      ) : (
        <ul className="reg-facts">
          {assessments.map((one) => (
            <li key={one.id}>
              <span className="medium">{one.issue}</span>
              <span className="reg-aside">{shortDate(one.asOf, language)}</span>
              <span className="reg-under">
                {scales
                  .filter((scale) => one[scale] !== null)
                  .map((scale) => `${t(`register:scale.${scale}`)} ${one[scale] ?? ''}/5`)
                  .join(' · ')}
              </span>
              {one.rationale !== '' && <span className="reg-under">{one.rationale}</span>}
              <span className="reg-under">{t('register:judgedBy', { name: one.author })}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
