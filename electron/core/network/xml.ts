/** Text that is safe in any XML 1.0 document. */

// Characters XML 1.0 does not have: controls but tab and line ends, lone surrogates, the two non-characters.
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Escapes text for content and attributes; what XML cannot carry becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(impossible, '\ufffd')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
    .replace(/[\t\r\n]+/g, ' ')
}
