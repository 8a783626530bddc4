/** Names of files given to a person: harmless on every system, and what they look like. */

const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i
/** Characters that turn reading direction around, or cannot be seen. */
const deceptive = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g
const longest = 150

/** A name without folders, device names, hidden or turning characters; at most 150 UTF-16 units with its ending. */
export function safeFileName(wanted: string): string {
  const cleaned = wanted
    .toWellFormed()
    .replace(deceptive, '')
    .replace(/[\\/:*?"<>|\ufffd]/g, '-')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .replace(reserved, '$1_')
  if (cleaned === '') return 'kansli'
  if (cleaned.length <= longest) return cleaned
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(cleaned)?.[0] ?? ''
  return (
    cleaned
      .slice(0, longest - ending.length)
      .toWellFormed()
      .replace(/\ufffd$/, '') + ending
  )
}

/** Content-Disposition of a download: an ASCII name, and the true one as RFC 5987 writes it. */
export function attachment(name: string): string {
  const safe = safeFileName(name)
  const ascii =
    safe
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[^\x20-\x7e]|["\\%]/g, '_') || 'kansli'
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
