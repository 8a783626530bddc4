/** Somebody onto the list, and a theme into the register, from the text: the name stands there at once, the rest follows. */
import { errorText } from '../../../i18n/error-text.ts'
import { translate } from '../../../i18n/i18n.ts'
import { announce } from '../../../shell/announce.ts'
import { write } from '../../../transport/hooks.ts'
import type { EditorApi } from '../editor/api.ts'
import type { Choice } from './choices.ts'

/** Points every mention of one entry to another, or to none. */
function pointTo(editor: EditorApi, kind: Choice['kind'], from: string, to: string | null): void {
  for (const { id, spans } of editor.blocks())
    for (const span of spans)
      if (span.ref === from) editor.markMention({ blockId: id, ...span }, to === null ? null : { kind, ref: to })
}

/** @param from since when they are there to stay, `HH:MM`; null: for the item alone */
export function putOnList(
  editor: EditorApi,
  { id, name, detail, standing, joins }: Choice,
  from: string | null,
  replaced: number,
  after: string,
): void {
  const isNew = standing === 'new'
  const personId = isNew ? crypto.randomUUID() : id
  // Sent before the text that points to them.
  const added = write('complete.addPerson', {
    meetingId: editor.view().id,
    itemId: editor.itemId,
    personId,
    name,
    // What the register says beside a name is whom they speak for elsewhere.
    organisation: isNew ? detail : null,
    from,
    ...(joins === undefined ? {} : { capacity: joins }),
  })
  editor.insertMention({ kind: 'person', ref: personId }, name, replaced, after)
  added.then(
    (reply) => {
      if (reply.personId !== personId) pointTo(editor, 'person', personId, reply.personId)
      announce(translate()(isNew ? 'writing:complete.added' : 'writing:complete.listed', { name }))
    },
    (error: unknown) => {
      // Somebody known is named all the same.
      if (isNew) pointTo(editor, 'person', personId, null)
      announce(errorText(error))
    },
  )
}

/** A theme that the register does not have yet. */
export function putInRegister(editor: EditorApi, { name }: Choice, replaced: number, after: string): void {
  const themeId = crypto.randomUUID()
  // Sent before the text that points to it.
  const added = write('complete.addTheme', { themeId, title: name })
  editor.insertMention({ kind: 'theme', ref: themeId }, name, replaced, after)
  added.then(
    (reply) => {
      if (reply.themeId !== themeId) pointTo(editor, 'theme', themeId, reply.themeId)
      announce(translate()('writing:complete.themeAdded', { name }))
    },
    (error: unknown) => {
      pointTo(editor, 'theme', themeId, null)
      announce(errorText(error))
    },
  )
}
