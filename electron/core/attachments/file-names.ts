/** Names of files that come from elsewhere, made safe for every system. Pure. */

/** Signs that some system gives a meaning, and those that nobody sees or that turn the reading about. */
const unsafe = /[<>:"|?*\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffc]/gu
/** Names of devices on Windows, with any ending. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu
const longest = 120

/** Cuts to whole characters within so many UTF-16 units. */
function cut(text: string, most: number): string {
  let out = ''
  for (const sign of text) {
    if (out.length + sign.length > most) break
    out += sign
  }
  return out
}

/** The last part of a path, without what a file name cannot have; the ending stays when the rest is shortened. */
export function safeFileName(given: string): string {
  const last = given.split(/[/\\]/u).at(-1) ?? ''
  const plain = last
    .normalize('NFC')
    .replace(unsafe, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '')
  const ending = /\.[^. ]{1,10}$/u.exec(plain)?.[0] ?? ''
  const stem = cut(plain.slice(0, plain.length - ending.length), longest - ending.length).trim()
  const name = stem === '' ? `bilaga${ending}` : `${stem}${ending}`
  return device.test(name) ? `_${name}` : name
}

/** The name without its ending, as a title. */
export function titleOf(fileName: string): string {
  return (
    fileName
      .replace(/\.[^. ]{1,10}$/u, '')
      .replaceAll('_', ' ')
      .trim() || fileName
  )
}
