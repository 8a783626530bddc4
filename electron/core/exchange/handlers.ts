/** Contacts and whole workspaces in and out. */
import { programVersion, type ContactsPreview } from '#contract/exchange.ts'
import type { Handlers } from '#core/context.ts'
import { standingSource } from '#db/queries/exchange.ts'
import { logAct } from '#db/queries/privacy.ts'
import { moved, pathFor } from '#core/workspace/handlers.ts'
import { commitContacts } from './commit.ts'
import { compared } from './compare.ts'
import { exportContacts } from './contacts-out.ts'
import { openContacts } from './open.ts'
import { wholeIn, wholeOut } from './whole.ts'

type ExchangeName =
  | 'contacts.preview'
  | 'contacts.commit'
  | 'contacts.export'
  | 'workspace.exportJson'
  | 'workspace.importJson'

export const exchangeHandlers: Pick<Handlers, ExchangeName> = {
  'contacts.preview': async (context, input): Promise<ContactsPreview> => {
    const { contacts, text, ...reading } = await openContacts(context.ports, input)
    const sha256 = context.ports.sha256(text)
    return context.read((db) => ({ ...reading, ...compared(db, contacts), known: standingSource(db, sha256) }))
  },
  'contacts.commit': (context, input) => commitContacts(context, input),
  'contacts.export': (context, input) => exportContacts(context, input),
  'workspace.exportJson': async (context, { withNotes }) => {
    const { ports, workspace } = context
    const at = ports.clock().toISOString()
    // The log goes along, so that it says in the copy as here that the copy was made.
    context.keep((db) =>
      logAct(db, { id: ports.newId(), at, act: 'export', kind: 'workspace', subject: null, detail: 'json' }),
    )
    const { bytes, ...counts } = context.read((db) => wholeOut(db, programVersion, at, { withNotes }))
    const name = workspace.path === null ? 'kansli' : workspace.info(workspace.path).name
    return { saved: await ports.saveFile(`${name}-${at.slice(0, 10)}.json`, bytes), ...counts }
  },
  'workspace.importJson': (context, { name, base64 }) => {
    const path = pathFor(context, name)
    wholeIn(Buffer.from(base64, 'base64'), path)
    return moved(context, () => context.workspace.open(path))
  },
}
