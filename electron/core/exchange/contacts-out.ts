/** `contacts.export`: the file, its name, and the line in the log. */
import enTexts from '#assets/locales/en/contacts.json' with { type: 'json' }
import svTexts from '#assets/locales/sv/contacts.json' with { type: 'json' }
import type { Output, Parsed } from '#contract/methods.ts'
import { logAct } from '#db/queries/privacy.ts'
import type { TaskContext } from '#core/context.ts'
import { slug } from '#core/word/file-name.ts'
import { csvOf } from './csv-out.ts'
import { outgoing } from './people-out.ts'
import { cardsOf } from './vcard-out.ts'

export async function exportContacts(
  context: TaskContext,
  { format, separator, ids, leaveHealth, language }: Parsed<'contacts.export'>,
): Promise<Output<'contacts.export'>> {
  const { ports } = context
  const at = ports.clock().toISOString()
  const day = at.slice(0, 10)
  const texts = language === 'sv' ? svTexts : enTexts
  const { contacts, left } = context.read((db) => outgoing(db, { ids: ids ?? null, on: day, leaveHealth }))
  const bytes = format === 'csv' ? csvOf(contacts, separator, texts) : cardsOf(contacts)
  // A number, never a name: what left, not who.
  const detail = `contacts ${format} ${contacts.length}`
  context.keep((db) => logAct(db, { id: ports.newId(), at, act: 'export', kind: 'register', subject: null, detail }))
  const name = `${slug(texts.file)}-${day}.${format === 'csv' ? 'csv' : 'vcf'}`
  return { saved: await ports.saveFile(name, bytes), people: contacts.length, left }
}
