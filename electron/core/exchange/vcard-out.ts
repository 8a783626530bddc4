/** Contacts as cards (vCard 4.0, RFC 6350). Pure. */
import { nameParticle } from '#contract/name-particles.ts'
import type { OutContact } from './people-out.ts'

const plain = (text: string) =>
  text
    .replace(/\\/gu, '\\\\')
    .replace(/\r\n|[\r\n]/gu, '\\n')
    .replace(/,/gu, '\\,')
/** Within a value of several parts the sign between them is escaped too. */
const part = (text: string) => plain(text).replace(/;/gu, '\\;')

const widest = 75
const encoder = new TextEncoder()

/** A line cut after at most 75 octets, never within a character; what follows begins with a space. */
export function folded(line: string): string {
  if (encoder.encode(line).length <= widest) return line
  const parts: string[] = []
  let [piece, size] = ['', 0]
  for (const sign of line) {
    const octets = encoder.encode(sign).length
    if (size + octets > widest) {
      parts.push(piece)
      // The space that marks a folded line counts.
      ;[piece, size] = [' ', 1]
    }
    piece += sign
    size += octets
  }
  return [...parts, piece].join('\r\n')
}

const givenAndFamily = new RegExp(String.raw`^(.+?) ((?:${nameParticle} )*\S+)$`, 'u')

/** Family name first: the last word, with the small words that belong to it. */
function familyFirst(name: string): string {
  const found = givenAndFamily.exec(name)
  const [given, family] = found === null ? [name, ''] : [found[1] ?? '', found[2] ?? '']
  return `${part(family)};${part(given)};;;`
}

function* cardLines({ id, name, places, emails, phones, addresses, urls }: OutContact): Generator<string> {
  yield 'BEGIN:VCARD'
  yield 'VERSION:4.0'
  yield `UID:urn:uuid:${id}`
  yield 'KIND:individual'
  yield `FN:${plain(name)}`
  yield `N:${familyFirst(name)}`
  for (const [index, place] of places.entries()) {
    // What belongs together has one group.
    const group = `work${index + 1}.`
    const { organisation, department, title, role } = place
    if (organisation !== null || department !== null)
      yield `${group}ORG:${[organisation ?? '', ...(department === null ? [] : [department])].map(part).join(';')}`
    if (title !== null) yield `${group}TITLE:${plain(title)}`
    if (role !== null) yield `${group}ROLE:${plain(role)}`
  }
  for (const email of emails) yield `EMAIL:${plain(email)}`
  for (const phone of phones) yield `TEL;VALUE=text:${plain(phone)}`
  for (const address of addresses) yield `ADR:;;${part(address)};;;;`
  for (const url of urls) yield `URL:${url.replace(/[\r\n]+/gu, '')}`
  yield 'END:VCARD'
}

export function cardsOf(contacts: readonly OutContact[]): Uint8Array {
  const lines = contacts.flatMap((contact) => [...cardLines(contact)].map((line) => `${folded(line)}\r\n`))
  return encoder.encode(lines.join(''))
}
