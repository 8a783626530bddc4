/** Makes any string safe for XML without losing silently: what no document can hold becomes a visible mark. */

// Control characters except tab and line feed, bidirectional overrides and isolates (they make text
// read as something else than it is), noncharacters (U+FFFE and its kin), lone surrogates.
const unusable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069\p{NChar}\p{Cs}]/gu

/** Counts what was replaced, for the note shown at export. */
export type Replacements = { count: number }

/**
 * Replaces what XML or a reader cannot bear and brings line ends to \n. C0 controls become their
 * pictures (U+2400 block), everything else U+FFFD. The result is well formed and NFC.
 */
export function sanitise(text: string, replaced: Replacements): string {
  const lines = text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
  return lines
    .replace(unusable, (mark) => {
      replaced.count++
      const code = mark.codePointAt(0) ?? 0
      if (code < 0x20) return String.fromCodePoint(0x2400 + code)
      return code === 0x7f ? '\u2421' : '\ufffd'
    })
    .normalize('NFC')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Escapes text for an element or an attribute in double quotes. */
export function escapeXml(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (mark) => entities[mark] ?? mark) : text
}
