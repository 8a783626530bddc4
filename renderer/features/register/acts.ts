/** What can be done by hand on an entry's page, in the order of its menu. Pure. */
import type { RegisterKind } from '#contract/register.ts'
import type { Key } from '../../i18n/resources.ts'
import type { IconName } from '../../ui/icon.tsx'
import type { Open } from './forms.tsx'

export type Act = {
  id: string
  labelKey: Key
  icon: IconName
  open: Open
  /** A button always in sight does the same: the palette has it, the menu leaves it out. */
  inSight?: true
}

const role: Act = { id: 'role', labelKey: 'register:form.addRole', icon: 'plus', open: { form: 'role', role: null } }
const tie: Act = { id: 'tie', labelKey: 'register:form.addTie', icon: 'plus', open: { form: 'tie', tie: null } }
const theme: Act = {
  id: 'theme',
  labelKey: 'register:form.addTheme',
  icon: 'plus',
  open: { form: 'theme', theme: null },
}
const post: Act = { id: 'post', labelKey: 'register:form.addPost', icon: 'plus', open: { form: 'post', post: null } }
const event: Act = {
  id: 'event',
  labelKey: 'register:form.addEvent',
  icon: 'plus',
  open: { form: 'event', event: null },
}
const assignment: Act = {
  id: 'assignment',
  labelKey: 'register:form.addAssignment',
  icon: 'plus',
  open: { form: 'assignment', assignment: null },
}
const contact: Act = {
  id: 'contact',
  labelKey: 'register:form.addContact',
  icon: 'plus',
  open: { form: 'contact', contact: null },
  inSight: true,
}
const interaction: Act = {
  id: 'interaction',
  labelKey: 'register:form.addInteraction',
  icon: 'plus',
  open: { form: 'interaction' },
  inSight: true,
}
const assessment: Act = {
  id: 'assessment',
  labelKey: 'register:form.addAssessment',
  icon: 'plus',
  open: { form: 'assessment' },
  inSight: true,
}
const part = (of: 'event' | 'assignment'): Act => ({
  id: 'part',
  labelKey: 'register:form.addPart',
  icon: 'plus',
  open: { form: 'part', of, part: null },
})

const acts: Readonly<Record<RegisterKind, readonly Act[]>> = {
  person: [role, tie, assignment, event, contact, interaction, assessment],
  organisation: [role, tie, post, assignment, event, contact, interaction, assessment],
  body: [role, tie, theme, assignment, event],
  theme: [theme, assignment, tie],
  post: [role],
  event: [part('event')],
  assignment: [part('assignment')],
}

const changeLabels = {
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
