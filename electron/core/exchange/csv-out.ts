/** Contacts as delimited text (RFC 4180) that a spreadsheet opens without reckoning anything. Pure. */
import Papa from 'papaparse'
import type { Contact } from '#contract/exchange.ts'
import { guarded } from './contact.ts'

export type CsvTexts = Readonly<
  Record<'name' | 'organisation' | 'department' | 'title' | 'role' | 'email' | 'phone' | 'address' | 'url', string>
>

const most = (contacts: readonly Contact[], of: (contact: Contact) => readonly unknown[]) =>
  contacts.reduce((count, contact) => Math.max(count, of(contact).length), 1)

/**
 * One row for each contact, with so many columns of a kind as somebody needs: "E-post", "E-post 2". UTF-8 with the
 * mark that spreadsheets want.
 */
export function csvOf(contacts: readonly Contact[], separator: ';' | ',' | '\t', texts: CsvTexts): Uint8Array {
  const heading = (text: string, nth: number) => (nth === 0 ? text : `${text} ${nth + 1}`)
  const range = (count: number) => Array.from({ length: count }, (_, nth) => nth)
  const held = range(most(contacts, ({ places }) => places))
  const points = (['email', 'phone', 'address', 'url'] as const).map((kind) => {
    const list = ({ emails, phones, addresses, urls }: Contact) =>
      ({ email: emails, phone: phones, address: addresses, url: urls })[kind]
    return { kind, list, range: range(most(contacts, list)) }
  })
  const parts = ['organisation', 'department', 'title', 'role'] as const
  const head = [
    texts.name,
    ...held.flatMap((nth) => parts.map((part) => heading(texts[part], nth))),
    ...points.flatMap(({ kind, range: places }) => places.map((nth) => heading(texts[kind], nth))),
  ]
  const rows = contacts.map((contact) =>
    [
      contact.name ?? '',
      ...held.flatMap((nth) => parts.map((part) => contact.places[nth]?.[part] ?? '')),
      ...points.flatMap(({ list, range: places }) => places.map((nth) => list(contact)[nth] ?? '')),
    ].map(guarded),
  )
  const text = Papa.unparse([head, ...rows], { delimiter: separator, newline: '\r\n' })
  return new TextEncoder().encode(`\uFEFF${text}\r\n`)
}
