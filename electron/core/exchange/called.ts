/** Whom a calendar or an address book calls by one line: "Ek, Anna (Provverket)". Pure. */

/** The name in speaking order, and the organisation that stands in brackets behind it. */
export function calledAs(line: string): { name: string; organisation: string | null } {
  const behind = /[([]([^()[\]]*)[)\]]?[^()[\]]*$/u.exec(line)
  const bare = (behind === null ? '' : line.slice(0, behind.index).trim()) || line.trim()
  const said = behind?.[1]?.trim() ?? ''
  const [family, given, more] = bare.split(',').map((part) => part.trim())
  return {
    name: given !== undefined && given !== '' && more === undefined ? `${given} ${family ?? ''}`.trim() : bare,
    // A party's letter, an answer or an address is none.
    organisation: bare !== line.trim() && /^\p{Lu}[^@]*\p{L}/u.test(said) ? said : null,
  }
}
