/** The forms of the register: which one is open, and on what. */
import type {
  AssignmentView,
  BodyView,
  EventView,
  OrganisationView,
  PartyView,
  PostView,
  ThemeView,
  Tie,
} from '#contract/register-pages.ts'
import type { NameView, Role } from '#contract/register.ts'
import { AssignmentForm } from './assignment-form.tsx'
import { AssessmentForm } from './assessment-form.tsx'
import { BodyForm } from './body-form.tsx'
import { ContactForm } from './contact-form.tsx'
import { EventForm } from './event-form.tsx'
import { InteractionForm } from './interaction-form.tsx'
import type { PartOf } from './form-rules.ts'
import { NameForm } from './name-form.tsx'
import { OrganisationForm } from './organisation-form.tsx'
import { namedOf, ownerOf, type Contact } from './owner.ts'
import type { Subject } from './entry-field.tsx'
import { PartForm } from './part-form.tsx'
import { PostForm } from './post-form.tsx'
import { RoleForm } from './role-form.tsx'
import { SameEventForm } from './same-event-form.tsx'
import { SamePlaceForm } from './same-place-form.tsx'
import { ThemeForm } from './theme-form.tsx'
import { TieForm } from './tie-form.tsx'

/** What is null is added; anything else is changed. */
export type Open =
  | { form: 'role'; role: Role | null }
  | { form: 'tie'; tie: Tie | null }
  | { form: 'theme'; theme: ThemeView | null }
  | { form: 'post'; post: PostView | null }
  | { form: 'event'; event: EventView | null }
  | { form: 'assignment'; assignment: AssignmentView | null }
  | { form: 'part'; of: PartOf; part: PartyView | null }
  | { form: 'organisation'; organisation: OrganisationView }
  | { form: 'body'; body: BodyView }
  | { form: 'name'; name: (NameView & { id: string }) | null }
  | { form: 'sameEvent' }
  | { form: 'samePlace' }
  | { form: 'contact'; contact: Contact | null }
  | { form: 'interaction' }
  | { form: 'assessment' }

type OpenFormProps = {
  open: Open
  /** Whose page it is; null where the form stands alone. */
  subject: Subject | null
  onClose: () => void
  /** A new theme, post, event or assignment is there. */
  onMade?: (id: string) => void
}

export function OpenForm({ open, subject, onClose, onMade }: OpenFormProps) {
  const common = { subject, onClose, onMade }
  if (open.form === 'theme') return <ThemeForm {...common} theme={open.theme} />
  if (open.form === 'post') return <PostForm {...common} post={open.post} />
  if (open.form === 'event') return <EventForm {...common} event={open.event} />
  if (open.form === 'assignment') return <AssignmentForm {...common} assignment={open.assignment} />
  if (open.form === 'organisation') return <OrganisationForm organisation={open.organisation} onClose={onClose} />
  if (open.form === 'body') return <BodyForm body={open.body} onClose={onClose} />
  // The others are always about an entry.
  if (subject === null) return null
  if (open.form === 'role') return <RoleForm subject={subject} role={open.role} onClose={onClose} />
  if (open.form === 'tie') return <TieForm subject={subject} tie={open.tie} onClose={onClose} />
  if (open.form === 'part') return <PartForm of={open.of} ofId={subject.id} part={open.part} onClose={onClose} />
  if (open.form === 'sameEvent') return <SameEventForm id={subject.id} title={subject.name} onClose={onClose} />
  if (open.form === 'samePlace') return <SamePlaceForm subject={subject} onClose={onClose} />
  if (open.form === 'name') {
    const named = namedOf(subject)
    return named === null ? null : <NameForm owner={named} name={open.name} onClose={onClose} />
  }
  const owner = ownerOf(subject)
  if (owner === null) return null
  if (open.form === 'contact') return <ContactForm owner={owner} contact={open.contact} onClose={onClose} />
  if (open.form === 'interaction') return <InteractionForm owner={owner} onClose={onClose} />
  return <AssessmentForm owner={owner} onClose={onClose} />
}
