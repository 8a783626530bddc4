/** What can be done by hand on an entry's page, in the order of its menu. Pure. */
import type { RegisterKind } from '#contract/register.ts'
import type { Key } from '../../i18n/resources.ts'
import type { IconName } from '../../ui/icon.tsx'
import type { PartOf } from './form-rules.ts'
import type { Open } from './forms.tsx'

export type Act = {
  id: string
  labelKey: Key
  icon: IconName
  open: Open
  /** A button always in sight does the same: the palette has it, the menu leaves it out. */
  inSight?: true
}

const add = (labelKey: Key, open: Open): Act => ({ id: open.form, labelKey, icon: 'plus', open })

/** What adds a fact, from the menu as from a plus beside a heading. */
export const adding = {
  role: add('register:form.addRole', { form: 'role', role: null }),
  tie: add('register:form.addTie', { form: 'tie', tie: null }),
  theme: add('register:form.addTheme', { form: 'theme', theme: null }),
  post: add('register:form.addPost', { form: 'post', post: null }),
  event: add('register:form.addEvent', { form: 'event', event: null }),
  assignment: add('register:form.addAssignment', { form: 'assignment', assignment: null }),
  name: { ...add('register:form.addName', { form: 'name', name: null }), inSight: true },
  contact: { ...add('register:form.addContact', { form: 'contact', contact: null }), inSight: true },
  interaction: { ...add('register:form.addInteraction', { form: 'interaction' }), inSight: true },
  assessment: { ...add('register:form.addAssessment', { form: 'assessment' }), inSight: true },
} as const satisfies Record<string, Act>

export const addingPart = (of: PartOf) => add('register:form.addPart', { form: 'part', of, part: null })

const sameEvent: Act = { id: 'same', labelKey: 'register:form.sameEvent', icon: 'path', open: { form: 'sameEvent' } }

const samePlace = (labelKey: Key): Act => ({ id: 'same', labelKey, icon: 'path', open: { form: 'samePlace' } })

const { role, tie, theme, post, event, assignment, name, contact, interaction, assessment } = adding

const acts: Readonly<Record<RegisterKind, readonly Act[]>> = {
  person: [role, tie, assignment, event, name, contact, interaction, assessment],
  organisation: [
    role,
    tie,
    post,
    assignment,
    event,
    samePlace('register:form.sameBody'),
    name,
    contact,
    interaction,
    assessment,
  ],
  body: [role, tie, theme, assignment, event, samePlace('register:form.sameOrganisation'), name],
  theme: [theme, assignment, tie],
  post: [role],
  event: [addingPart('event'), sameEvent],
  assignment: [addingPart('assignment')],
}

const changeLabels = {
  organisation: 'register:form.changeOrganisation',
  body: 'register:form.changeBody',
  theme: 'register:form.changeTheme',
  post: 'register:form.changePost',
  event: 'register:form.changeEvent',
  assignment: 'register:form.changeAssignment',
} as const satisfies Partial<Record<Open['form'], Key>>

/** @param whole the entry with its fields, where a form can change them */
export function actsOf(kind: RegisterKind, whole: Open | null): Act[] {
  const form = whole?.form
  if (whole === null || form === undefined || !(form in changeLabels)) return [...acts[kind]]
  // It is one of the table's own keys.
  const labelKey = changeLabels[form as keyof typeof changeLabels]
  return [{ id: 'change', labelKey, icon: 'edit', open: whole }, ...acts[kind]]
}
