/** Somebody new from the text: the name stands there at once, the register and the list follow. */
import { errorText } from '../../../i18n/error-text.ts'
import { translate } from '../../../i18n/i18n.ts'
import { announce } from '../../../shell/announce.ts'
import { write } from '../../../transport/hooks.ts'
import type { EditorApi } from '../editor/api.ts'

/** Points every mention of one entry to another, or to none. */
function pointTo(editor: EditorApi, from: string, to: string | null): void {
  for (const { id, spans } of editor.blocks())
    for (const span of spans)
      if (span.ref === from)
        editor.markMention({ blockId: id, ...span }, to === null ? null : { kind: 'person', ref: to })
}

export function addNewcomer(
  editor: EditorApi,
  person: { name: string; organisation: string | null },
  replaced: number,
  after: string,
): void {
  const personId = crypto.randomUUID()
  // Sent before the text that points to them.
  const added = write('complete.addPerson', { meetingId: editor.view().id, itemId: editor.itemId, personId, ...person })
  editor.insertMention({ kind: 'person', ref: personId }, person.name, replaced, after)
  added.then(
    (reply) => {
      if (reply.personId !== personId) pointTo(editor, personId, reply.personId)
      announce(translate()('writing:complete.added', { name: person.name }))
    },
    (error: unknown) => {
      pointTo(editor, personId, null)
      announce(errorText(error))
    },
  )
}
