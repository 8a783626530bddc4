/** What the `/` menu offers. */
import type { Key, T } from '../../../i18n/resources.ts'
import type { SlashEntry } from '../editor/slash.ts'
import type { BlockFields, BlockKind } from '../text/blocks.ts'

type Offer = {
  id: string
  kind: BlockKind
  fields?: BlockFields
  label: Key
  hint: Key
  words: Key
  shortcut?: string
}

const offers: readonly Offer[] = [
  {
    id: 'decision',
    kind: 'decision',
    label: 'blocks:slash.decision',
    hint: 'blocks:slash.decisionHint',
    words: 'blocks:slash.decisionWords',
    shortcut: 'Mod+Alt+3',
  },
  {
    id: 'action',
    kind: 'action',
    label: 'blocks:slash.action',
    hint: 'blocks:slash.actionHint',
    words: 'blocks:slash.actionWords',
    shortcut: 'Mod+Alt+4',
  },
  {
    id: 'list',
    kind: 'list',
    label: 'blocks:slash.list',
    hint: 'blocks:slash.listHint',
    words: 'blocks:slash.listWords',
    shortcut: 'Mod+Alt+2',
  },
  {
    id: 'numbered',
    kind: 'list',
    fields: { ordered: true },
    label: 'blocks:slash.numbered',
    hint: 'blocks:slash.numberedHint',
    words: 'blocks:slash.numberedWords',
    shortcut: 'Mod+Alt+7',
  },
  {
    id: 'heading',
    kind: 'heading',
    label: 'blocks:slash.heading',
    hint: 'blocks:slash.headingHint',
    words: 'blocks:slash.headingWords',
    shortcut: 'Mod+Alt+5',
  },
  {
    id: 'quotation',
    kind: 'quotation',
    label: 'blocks:slash.quotation',
    hint: 'blocks:slash.quotationHint',
    words: 'blocks:slash.quotationWords',
    shortcut: 'Mod+Alt+6',
  },
  {
    id: 'table',
    kind: 'table',
    label: 'blocks:slash.table',
    hint: 'blocks:slash.tableHint',
    words: 'blocks:slash.tableWords',
    shortcut: 'Mod+Alt+8',
  },
  {
    id: 'presentation',
    kind: 'presentation',
    label: 'blocks:slash.presentation',
    hint: 'blocks:slash.presentationHint',
    words: 'blocks:slash.presentationWords',
  },
  {
    id: 'group',
    kind: 'discussion',
    fields: { voice: 'group' },
    label: 'blocks:slash.group',
    hint: 'blocks:slash.groupHint',
    words: 'blocks:slash.groupWords',
  },
  {
    id: 'plenary',
    kind: 'discussion',
    fields: { voice: 'plenary' },
    label: 'blocks:slash.plenary',
    hint: 'blocks:slash.plenaryHint',
    words: 'blocks:slash.plenaryWords',
  },
  {
    id: 'motion',
    kind: 'motion',
    label: 'blocks:slash.motion',
    hint: 'blocks:slash.motionHint',
    words: 'blocks:slash.motionWords',
  },
  {
    id: 'vote',
    kind: 'vote',
    label: 'blocks:slash.vote',
    hint: 'blocks:slash.voteHint',
    words: 'blocks:slash.voteWords',
  },
  {
    id: 'reservation',
    kind: 'dissent',
    fields: { dissent: 'reservation' },
    label: 'blocks:slash.reservation',
    hint: 'blocks:slash.reservationHint',
    words: 'blocks:slash.reservationWords',
  },
  {
    id: 'statement',
    kind: 'dissent',
    fields: { dissent: 'statement' },
    label: 'blocks:slash.statement',
    hint: 'blocks:slash.statementHint',
    words: 'blocks:slash.statementWords',
  },
  {
    id: 'note',
    kind: 'dissent',
    fields: { dissent: 'note' },
    label: 'blocks:slash.note',
    hint: 'blocks:slash.noteHint',
    words: 'blocks:slash.noteWords',
  },
  {
    id: 'recusal',
    kind: 'recusal',
    label: 'blocks:slash.recusal',
    hint: 'blocks:slash.recusalHint',
    words: 'blocks:slash.recusalWords',
  },
  {
    id: 'adjournment',
    kind: 'adjournment',
    label: 'blocks:slash.adjournment',
    hint: 'blocks:slash.adjournmentHint',
    words: 'blocks:slash.adjournmentWords',
  },
  {
    id: 'paragraph',
    kind: 'paragraph',
    label: 'blocks:slash.paragraph',
    hint: 'blocks:slash.paragraphHint',
    words: 'blocks:slash.paragraphWords',
    shortcut: 'Mod+Alt+1',
  },
]

export function slashEntries(t: T): SlashEntry[] {
  return offers.map(({ id, kind, fields, label, hint, words, shortcut }) => ({
    id,
    label: t(label),
    words: t(words),
    hint: t(hint),
    ...(shortcut === undefined ? {} : { shortcut }),
    run: (editor) => editor.turnInto(kind, fields),
  }))
}
